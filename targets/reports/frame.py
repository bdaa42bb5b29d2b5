"""The rectangle in which a chart is plotted: from days and numbers to places, and areas with their hatch."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from targets.reports.axes import ValueAxis
from targets.reports.palette import Hatch
from targets.reports.svg import element, number
from targets.reports.times import TimeAxis, end_of
from targets.rules.numbers import EXACT

Place = tuple[float, float]
#: Between the lines of a hatch.
HATCH_STEP: Final = 6.0


class Box(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where the plot lies, and what its edges mean."""

    box: Box
    time: TimeAxis
    values: ValueAxis

    def between(self, top: float, bottom: float) -> "Frame":
        """The same at another height."""
        return replace(self, box=self.box._replace(top=top, bottom=bottom))

    def x(self, day: date) -> float:
        return self.at(end_of(day))

    def at(self, place: float) -> float:
        part = (place - self.time.first) / (self.time.last - self.time.first)
        return self.box.left + part * (self.box.right - self.box.left)

    def y(self, value: Decimal) -> float:
        with localcontext(EXACT):
            part = float((value - self.values.low) / (self.values.high - self.values.low))
        return self.box.bottom - part * (self.box.bottom - self.box.top)

    def place(self, day: date, value: Decimal) -> Place:
        return self.x(day), self.y(value)

    def places(self, corners: Iterable[tuple[date, Decimal]]) -> list[Place]:
        return [self.place(day, value) for day, value in corners]


def area(box: Box, fill: str) -> str:
    return element("rect", x=box.left, y=box.top, width=box.right - box.left, height=box.bottom - box.top, fill=fill)


def hatched(box: Box, hatch: Hatch, stroke: str, *, width: float = 1, step: float = HATCH_STEP) -> str:
    """The lines of a hatch, each cut at the edges of the box; empty for a plain area."""
    strokes = [line for lines in LINES[hatch] for line in lines(box, step)]
    if not strokes:
        return ""
    path = "".join(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}" for (x1, y1), (x2, y2) in strokes)
    return element("path", d=path, fill="none", stroke=stroke, stroke_width=width)


Strokes = list[tuple[Place, Place]]


def _rising(box: Box, step: float) -> Strokes:
    """Lines at 45 degrees, on one raster for the whole drawing: x + y is a multiple of the step."""
    first = int((box.left + box.top) // step) + 1
    last = int(-(-(box.right + box.bottom) // step))
    strokes: Strokes = []
    for count in range(first, last):
        total = count * step
        begin, end = max(box.left, total - box.bottom), min(box.right, total - box.top)
        strokes.append(((begin, total - begin), (end, total - end)))
    return strokes


def _falling(box: Box, step: float) -> Strokes:
    """The mirror image of the rising ones, within the same box."""
    both = box.left + box.right
    return [((both - x1, y1), (both - x2, y2)) for (x1, y1), (x2, y2) in _rising(box, step)]


def _upright(box: Box, step: float) -> Strokes:
    count = int((box.right - box.left) / step)
    return [((x, box.top), (x, box.bottom)) for x in (box.left + step * (place + 0.5) for place in range(count))]


def _level(box: Box, step: float) -> Strokes:
    count = int((box.bottom - box.top) / step)
    return [((box.left, y), (box.right, y)) for y in (box.top + step * (place + 0.5) for place in range(count))]


LINES: Final = {
    Hatch.PLAIN: (),
    Hatch.RISING: (_rising,),
    Hatch.UPRIGHT: (_upright,),
    Hatch.CROSSED: (_rising, _falling),
    Hatch.LEVEL: (_level,),
}
