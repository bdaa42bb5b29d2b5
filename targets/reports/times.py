"""Where a time axis is marked: at the years, months or days at which people divide time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from targets.reports.lettering import width
from targets.rules.moments import MONTHS
from targets.rules.wording import Lang

#: Free space beyond the first and the last day, as a part of what they span, and around a single day, in days.
MARGIN: Final = 0.02
AROUND_ONE: Final = 183.0
#: The last possible day and the one after it.
LAST_DAY: Final = date.max.toordinal()
#: Spans in days up to which single days and months are marked.
DAYS_UP_TO: Final = 45
MONTHS_UP_TO: Final = 920
DAY_STEPS: Final = (1, 2, 5, 10)
MONTH_STEPS: Final = (1, 2, 3, 6, 12)
YEAR_STEPS: Final = tuple(step * 10**power for power in range(4) for step in (1, 2, 5))
MOST_LABELS: Final = 8
#: Between two labels.
GAP: Final = 10.0
#: Boundaries nearer than this are not marked one by one.
NEAREST: Final = 5.0


class Mark(NamedTuple):
    """Words at a place of the time axis."""

    at: float
    words: str


@dataclass(frozen=True, kw_only=True)
class TimeAxis:
    """Time in days; a day counts to its end, so that the end of December is the border to January."""

    first: float
    last: float
    #: Borders between years, months or days.
    borders: tuple[float, ...]
    #: Names between the borders.
    marks: tuple[Mark, ...]
    #: Names of the years under names of months or days.
    years: tuple[Mark, ...] = ()


class Band(NamedTuple):
    """A named stretch of time from a border to the next; its place in the count decides whether it is labelled."""

    begin: int
    end: int
    place: int
    words: str

    @property
    def middle(self) -> float:
        return (self.begin + self.end) / 2


def end_of(day: date) -> int:
    return day.toordinal() + 1


def time_axis(days: Iterable[date], lang: Lang, pixels: float) -> TimeAxis:
    """From the first day to the last with a little room; `pixels` is the length that the labels must share."""
    found = [end_of(day) for day in days] or [end_of(date(2000, 12, 31))]
    first, last = float(min(found)), float(max(found))
    apart = (last - first) * MARGIN if last > first else AROUND_ONE
    first, last = first - apart, last + apart
    scale = pixels / (last - first)
    bands, steps = _bands(first, last, lang)
    step = _step(bands, steps, first, last, scale)
    marks = tuple(Mark(band.middle, band.words) for band in _labelled(bands, step, first, last))
    years = _years(first, last, lang, scale) if last - first <= MONTHS_UP_TO else ()
    return TimeAxis(first=first, last=last, borders=_borders(bands, step, first, last, scale), marks=marks, years=years)


def _bands(first: float, last: float, lang: Lang) -> tuple[list[Band], tuple[int, ...]]:
    begin, end = _day(first), _day(last)
    if last - first <= DAYS_UP_TO:
        return list(_day_bands(begin, end, lang)), DAY_STEPS
    if last - first <= MONTHS_UP_TO:
        return list(_month_bands(begin, end, lang)), MONTH_STEPS
    return list(_year_bands(begin, end, lang)), YEAR_STEPS


def _day(place: float) -> date:
    return date.fromordinal(min(max(int(place), 1), LAST_DAY))


def _day_bands(begin: date, end: date, lang: Lang) -> Iterator[Band]:
    for place in range(begin.toordinal(), end.toordinal() + 1):
        day = date.fromordinal(place)
        words = f"{day.month}月{day.day}日" if lang == "zh" else f"{day.day} {MONTHS[day.month - 1][:3]}"
        yield Band(place, place + 1, day.day, words)


def _month_bands(begin: date, end: date, lang: Lang) -> Iterator[Band]:
    for count in range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month):
        month = count % 12 + 1
        words = f"{month}月" if lang == "zh" else MONTHS[month - 1][:3]
        yield Band(_month_begin(count), _month_begin(count + 1), month, words)


def _year_bands(begin: date, end: date, lang: Lang) -> Iterator[Band]:
    for year in range(begin.year, end.year + 1):
        words = f"{year}年" if lang == "zh" else str(year)
        yield Band(_month_begin(year * 12), _month_begin(year * 12 + 12), year, words)


def _month_begin(count: int) -> int:
    year, month = divmod(count, 12)
    return LAST_DAY + 1 if year > date.max.year else date(year, month + 1, 1).toordinal()


def _labelled(bands: Sequence[Band], step: int, first: float, last: float) -> list[Band]:
    """Bands whose middle is in sight, of those that the step takes."""
    return [band for band in bands if band.place % step == 0 and first <= band.middle <= last]


def _step(bands: Sequence[Band], steps: tuple[int, ...], first: float, last: float, scale: float) -> int:
    """The finest step whose labels are few and keep apart."""
    for step in steps:
        labelled = _labelled(bands, step, first, last)
        if len(labelled) <= MOST_LABELS and all(
            (after.middle - before.middle) * scale >= (width(before.words) + width(after.words)) / 2 + GAP
            for before, after in pairwise(labelled)
        ):
            return step
    return steps[-1]


def _borders(bands: Sequence[Band], step: int, first: float, last: float, scale: float) -> tuple[float, ...]:
    """Every border where there is room for it, else those of the labelled bands."""
    narrowest = min(band.end - band.begin for band in bands) * scale
    marked = bands if narrowest >= NEAREST else [band for band in bands if band.place % step == 0]
    places = {
        float(place) for band in marked for place in ((band.begin, band.end) if marked is bands else (band.begin,))
    }
    return tuple(sorted(place for place in places if first <= place <= last))


def _years(first: float, last: float, lang: Lang, scale: float) -> tuple[Mark, ...]:
    """The years in sight, each in the middle of what is seen of it, where its name finds room."""
    marks = []
    for band in _year_bands(_day(first), _day(last), lang):
        begin, end = max(float(band.begin), first), min(float(band.end), last)
        if (end - begin) * scale >= width(band.words) + GAP:
            marks.append(Mark((begin + end) / 2, band.words))
    return tuple(marks)
