"""The columns of a sheet of values: stretches of the calendar side by side, all of one length."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from targets.rules.periods import DAY, MONTHS, due_periods
from targets.rules.terms import Frequency
from targets.rules.wording import Text

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
"""Years outside are slips of the pen."""
MOST: Final = 12
"""So many columns fit on a page."""
FEWEST: Final = 4
HALVES: Final = (Text("上半年", "H1"), Text("下半年", "H2"))
QUARTERS: Final = (Text("一季度", "Q1"), Text("二季度", "Q2"), Text("三季度", "Q3"), Text("四季度", "Q4"))


@dataclass(frozen=True, order=True)
class Column:
    """One stretch, both days included."""

    start: date
    end: date

    @property
    def name(self) -> Text:
        """As short as the head of a column has to be."""
        year, length = self.start.year, self.end.month - self.start.month + 1
        match length:
            case 12:
                return Text(f"{year}年", f"{year}")
            case 6:
                return Text(f"{year}年{_part(HALVES, self).zh}", f"{_part(HALVES, self).en} {year}")
            case 3:
                return Text(f"{year}年{_part(QUARTERS, self).zh}", f"{_part(QUARTERS, self).en} {year}")
        return Text(f"{year}年{self.start.month}月", f"{self.start:%Y-%m}")


def running(rhythm: str, day: date) -> Column:
    """The stretch in which a day lies; `rhythm` is a frequency that has a length."""
    months = MONTHS[rhythm]
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return Column(first, _moved(first, months) - DAY)


def spread(rhythm: str, since: date | None, day: date) -> list[Column]:
    """The columns that one wants to see on a day: from the one before `since`, where the base lies, to the running one."""
    last = running(rhythm, day)
    wanted = 0 if since is None else 1 + _steps(running(rhythm, since), last, MONTHS[rhythm]) + 1
    return ending(rhythm, last, min(max(wanted, FEWEST), MOST))


def ending(rhythm: str, last: Column, count: int) -> list[Column]:
    """So many columns up to and including one."""
    months = MONTHS[rhythm]
    first = _moved(last.start, -months * (count - 1))
    return [Column(*each) for each in due_periods(rhythm, first - DAY, last.end)]


def shifted(rhythm: str, column: Column, steps: int) -> Column | None:
    """The column so many steps later, earlier if negative; None outside the years that a sheet knows."""
    months = MONTHS[rhythm]
    if not is_in_reach(column.start):
        return None
    place = column.start.year * 12 + column.start.month - 1 + steps * months
    found = running(rhythm, date(place // 12, place % 12 + 1, 1)) if place >= FIRST_YEAR * 12 else None
    return found if found and is_in_reach(found.start) else None


def of_calendar(start: date, end: date) -> Column | None:
    """The column with just these days; None if no sheet has it."""
    if not is_in_reach(start):
        return None
    return next((each for rhythm in RHYTHMS if (each := running(rhythm, start)) == Column(start, end)), None)


def is_in_reach(day: date) -> bool:
    return FIRST_YEAR <= day.year < LAST_YEAR


def usual(frequencies: list[str]) -> Frequency:
    """The rhythm that most rows have, the longer one of two; a year where none says."""
    said = [each for each in frequencies if each in MONTHS]
    return max(RHYTHMS, key=said.count) if said else Frequency.YEAR


RHYTHMS: Final = (Frequency.YEAR, Frequency.HALF_YEAR, Frequency.QUARTER, Frequency.MONTH)


def _part(names: tuple[Text, ...], column: Column) -> Text:
    return names[(column.start.month - 1) * len(names) // 12]


def _steps(first: Column, last: Column, months: int) -> int:
    between = (last.start.year - first.start.year) * 12 + last.start.month - first.start.month
    return max(between // months, 0)


def _moved(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)
