"""Counts by light over time: one stacked column for each moment, told by hatch and order as well as by colour."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from targets.reports.axes import ValueAxis, value_axis
from targets.reports.bars import swatch
from targets.reports.frame import Box, area, hatched
from targets.reports.lettering import LEADING, SIZE, width
from targets.reports.palette import GRID, INK, LIGHTS, LINE, QUIET
from targets.reports.svg import drawing, line, words
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Lang, Text, label

WIDTH: Final = 640.0
HEIGHT: Final = 180.0
TOP: Final = SIZE
#: The part of its place that a column fills, and the most it is wide.
FILLED: Final = 0.72
WIDEST: Final = 56.0
SAMPLE: Final = 14.0
GAP: Final = 8.0
TITLE: Final = Text("各灯目标数变化", "Targets by light over time")
EMPTY: Final = Text("尚无研判", "nothing was judged yet")
BAD_FIRST: Final = (Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE, Light.GREY)
"""From the ground up, so that what needs work stands on one line and is compared at a glance."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One moment: what it is called under the column and in words, and how many targets had which light."""

    name: str
    said: str
    counts: Mapping[Light, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class Plot:
    """Where the columns stand."""

    box: Box
    axis: ValueAxis
    columns: Sequence[Column]

    def y(self, count: int) -> float:
        return self.box.bottom - float(count / self.axis.high) * (self.box.bottom - self.box.top)

    def middle(self, place: int) -> float:
        return self.box.left + (place + 0.5) * self.room

    @property
    def room(self) -> float:
        return (self.box.right - self.box.left) / len(self.columns)


def columns(moments: Sequence[Column], lang: Lang, width: float = WIDTH) -> str:
    """The chart; `width` sets how much room the words have, about 360 for a telephone."""
    if not any(moment.total for moment in moments):
        return drawing(
            width, 2 * LEADING, TITLE.say(lang), EMPTY.say(lang), [words((0, LEADING), EMPTY.say(lang), fill=QUIET)]
        )
    plot = _plot(moments, width)
    key, bottom = _key(moments, lang, plot.box.left, width, plot.box.bottom + LEADING + 10)
    shapes = [*_grid(plot), *_stacks(plot), *_names(plot), key]
    return drawing(width, bottom, TITLE.say(lang), _said(moments, lang), shapes)


def _plot(moments: Sequence[Column], right: float) -> Plot:
    axis = value_axis([Decimal(0), *(Decimal(moment.total) for moment in moments)], 5, whole=True)
    left = max(width(f"{int(tick):,}") for tick in axis.ticks) + 8
    return Plot(Box(left, TOP, right, TOP + HEIGHT), axis, moments)


def _grid(plot: Plot) -> Iterator[str]:
    for tick in plot.axis.ticks:
        y = plot.y(int(tick))
        yield line((plot.box.left, y), (plot.box.right, y), GRID if tick else LINE)
        yield words((plot.box.left - 6, y + SIZE * 0.36), f"{int(tick):,}", anchor="end", fill=QUIET)


def _stacks(plot: Plot) -> Iterator[str]:
    half = min(plot.room * FILLED, WIDEST) / 2
    for place, column in enumerate(plot.columns):
        below, middle = 0, plot.middle(place)
        for light in BAD_FIRST:
            count = column.counts.get(light, 0)
            if count:
                box = Box(middle - half, plot.y(below + count), middle + half, plot.y(below))
                yield _part(light, box)
            below += count


def _part(light: Light, box: Box) -> str:
    paint = LIGHTS[light]
    edge = line((box.left, box.top), (box.right, box.top), "#ffffff")
    return area(box, paint.area) + hatched(box, paint.hatch, paint.on_area, width=0.7, step=6) + edge


def _names(plot: Plot) -> Iterator[str]:
    """Under the columns as many names as find room, the last one always."""
    longest = max(width(column.name) for column in plot.columns) + GAP
    every = max(1, -int(-longest // plot.room))
    last = len(plot.columns) - 1
    for place in range(last, -1, -every):
        name = plot.columns[place].name
        x = min(plot.middle(place), plot.box.right - width(name) / 2)
        yield words((x, plot.box.bottom + LEADING), name, anchor="middle", fill=INK if place == last else QUIET)


def _key(moments: Sequence[Column], lang: Lang, left: float, right: float, top: float) -> tuple[str, float]:
    drawn, x, y = [], left, top
    for light in Light:
        if not any(moment.counts.get(light) for moment in moments):
            continue
        said = label(Light, light).say(lang)
        long = SAMPLE + 5 + width(said)
        if x + long > right and x > left:
            x, y = left, y + LEADING + 4
        drawn += [swatch(Box(x, y, x + SAMPLE, y + SAMPLE), light), words((x + SAMPLE + 5, y + SIZE - 0.5), said)]
        x += long + 18
    return "".join(drawn), y + LEADING + 2


def _said(moments: Sequence[Column], lang: Lang) -> str:
    """The first and the last moment in words; the page has all of them in a table."""
    ends = [moments[0], moments[-1]] if len(moments) > 1 else [moments[0]]
    colon, stop = ("：", "；") if lang == "zh" else (": ", "; ")
    return stop.join(f"{column.said}{colon}{_counts(column, lang)}" for column in ends)


def _counts(column: Column, lang: Lang) -> str:
    named = [f"{label(Light, light).say(lang)} {count:,}" for light, count in column.counts.items() if count]
    return ("、" if lang == "zh" else ", ").join(named) or EMPTY.say(lang)
