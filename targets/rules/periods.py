"""Time as offices count it: calendar years from a day, whole years, and periods that lie side by side."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, Protocol, TypeVar

from targets.rules.terms import Frequency

DAY: Final = timedelta(days=1)
CYCLE: Final = 400
MONTHS: Final[dict[str, int]] = {
    Frequency.MONTH: 1,
    Frequency.QUARTER: 3,
    Frequency.HALF_YEAR: 6,
    Frequency.YEAR: 12,
}


class Step(StrEnum):
    """In which steps a stretch of time is told."""

    WEEK = "week"
    MONTH = "month"


class Span(Protocol):
    """Anything that lasts from a first day to a last one, both included."""

    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date: ...


S = TypeVar("S", bound=Span)


def years_between(first: date, last: date) -> Decimal:
    """Whole anniversaries of the first day, and the days left over the length of the running year."""
    whole = last.year - first.year
    if anniversary(first, whole) > last:
        whole -= 1
    passed = anniversary(first, whole)
    if passed == last:
        return Decimal(whole)
    return whole + Decimal((last - passed).days) / _days_of_year(first, whole)


def _days_of_year(first: date, whole: int) -> int:
    """Days between two anniversaries. The calendar repeats after 400 years, so the last year there is lends from then."""
    if first.year + whole == date.max.year:
        whole -= CYCLE
    return (anniversary(first, whole + 1) - anniversary(first, whole)).days


def anniversary(day: date, years: int) -> date:
    """The same day of another year; that of 29 February is 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def year_start(year: int) -> date:
    return date(year, 1, 1)


def year_end(year: int) -> date:
    return date(year, 12, 31)


def tiles(spans: Iterable[S], first: date) -> list[S]:
    """Spans side by side from the first day on: at each place the longest that begins there, up to the first hole."""
    longest: dict[date, S] = {}
    for span in spans:
        rival = longest.get(span.start)
        if rival is None or span.end >= rival.end:
            longest[span.start] = span
    laid: list[S] = []
    while tile := longest.get(first):
        laid.append(tile)
        first = tile.end + DAY
    return laid


def due_periods(frequency: str, after: date, until: date) -> Iterator[tuple[date, date]]:
    """The calendar periods of a frequency that begin after one day and end by another; none if it has no rhythm."""
    months = MONTHS.get(frequency)
    if months is None:
        return
    number = (after.year * 12 + after.month - 1) // months
    while (end := _first_day((number + 1) * months) - DAY) <= until:
        start = _first_day(number * months)
        if start > after:
            yield start, end
        number += 1


def ends_before(day: date, step: Step, after: date) -> list[date]:
    """The last days of the weeks, which end on Sundays, or of the months between two days, neither included."""
    end, found = _end_before(day, step), []
    while end > after:
        found.append(end)
        end = _end_before(end, step)
    return found[::-1]


def _end_before(day: date, step: Step) -> date:
    return day - timedelta(days=day.isoweekday()) if step == Step.WEEK else day.replace(day=1) - DAY


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
