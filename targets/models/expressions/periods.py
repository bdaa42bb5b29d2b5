"""The twin of rules/periods.py: calendar years between two days, and periods that lie side by side.

Years are kept as a fraction of whole numbers, so that they are exact until the one division at the end. Of two days
the mark is the anniversary of the first in the year of the last; it may lie on either side. The turns are the
difference of the calendar years, and the length is that of the running year, which begins or ends at the mark:
years = turns + (last - mark) / length.
"""

from typing import NamedTuple

from targets.models.expressions.writing import choice
from targets.rules.periods import MONTHS


def year(day: str) -> str:
    return f"extract(year FROM {day})::int"


def year_end(number: str) -> str:
    return f"make_date({number}, 12, 31)"


def anniversary(day: str, years: str) -> str:
    """The same day of another year; that of 29 February is 28 February."""
    return f"({day} + make_interval(years => {years}))::date"


def length(first: str, last: str, mark: str, turns: str) -> str:
    """Days of the year that is running on the last day, counted from anniversary to anniversary."""
    after, before = anniversary(first, f"{turns} + 1"), anniversary(first, f"{turns} - 1")
    return f"CASE WHEN {mark} <= {last} THEN {after} - {mark} ELSE {mark} - {before} END"


class Years(NamedTuple):
    """A number of years: so many parts of a year over the parts of one year."""

    taken: str
    length: str


def years(turns: str, last: str, mark: str, length: str) -> Years:
    return Years(f"(({turns}) * {length} + ({last} - {mark}))", length)


def years_between(first: str, last: str) -> str:
    """A row with the years between two days as `taken` over `length`."""
    turns = f"{year(last)} - {year(first)}"
    count = years("m.turns", last, "m.mark", "m.length")
    return f"""
SELECT {count.taken} AS taken, m.length
FROM (SELECT n.*, {length(first, last, "n.mark", "n.turns")} AS length
      FROM (SELECT {turns} AS turns, {anniversary(first, turns)} AS mark OFFSET 0) AS n OFFSET 0) AS m"""


def month_number(day: str) -> str:
    """Months since the year zero, so that months, quarters and years are counted by whole division."""
    return f"(extract(year FROM {day})::int * 12 + extract(month FROM {day})::int - 1)"


def first_day(month: str) -> str:
    """The first day of a month by its number."""
    return f"make_date(({month}) / 12, mod({month}, 12) + 1, 1)"


def months(frequency: str) -> str:
    """Months of a period; null where a frequency has no rhythm."""
    return choice(frequency, MONTHS)
