"""The parts of a trajectory, each drawn on its own; what is not known is not drawn."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from targets.reports.frame import Box, Frame, Place, area, hatched
from targets.reports.inputs import Corner, Goal, Trajectory, Value
from targets.reports.palette import INK, KEPT, KEPT_HATCH, PAPER, PATH, PROMISED, REPORTED, Hatch
from targets.reports.svg import element, line, number, polyline

RADIUS: Final = 3.6
#: Half the side of a square, and half the width of a diamond.
SQUARE: Final = 3.3
DIAMOND: Final = 5.2
CROSS: Final = 3.2
FORECAST_DASHES: Final = "5 4"
DAY_DASHES: Final = "1 3"
#: Room that a mark needs beside the next one before it is drawn smaller.
ROOMY: Final = 9.0


def kept_side(frame: Frame, goal: Goal) -> Box | None:
    """Where the goal is met, as far as the plot shows it; nothing for a single number to be hit."""
    box = frame.box
    if not goal.bounds or (goal.low is not None and goal.low == goal.high):
        return None
    top = box.top if goal.high is None else frame.y(goal.bounds[-1])
    bottom = box.bottom if goal.low is None else frame.y(goal.bounds[0])
    return Box(box.left, top, box.right, bottom) if bottom - top > 0.5 else None


def goal_area(frame: Frame, goal: Goal) -> Iterator[str]:
    box = kept_side(frame, goal)
    if box is not None:
        yield area(box, KEPT)
        yield hatched(box, Hatch.RISING, KEPT_HATCH, width=0.7, step=9)


def goal_lines(frame: Frame, goal: Goal, *, width: float = 1.8) -> Iterator[str]:
    for bound in goal.bounds:
        y = frame.y(bound)
        yield line((frame.box.left, y), (frame.box.right, y), PROMISED, width=width)


def path_places(frame: Frame, chart: Trajectory) -> list[Place]:
    """Corner by corner; of a stepped path a value holds until the day of the next."""
    places = frame.places(sorted(chart.path, key=_day_of))
    if not chart.is_stepped or not places:
        return places
    turns = [turn for before, after in pairwise(places) for turn in ((after[0], before[1]), after)]
    return [places[0], *turns]


def path(frame: Frame, chart: Trajectory, *, width: float = 1.8) -> Iterator[str]:
    places = path_places(frame, chart)
    if len(places) > 1:
        yield polyline(places, PATH, width=width)


def in_order(values: Sequence[Value]) -> list[Value]:
    return sorted(values, key=lambda value: value.day)


def value_places(frame: Frame, chart: Trajectory) -> list[Place]:
    return [frame.place(value.day, value.value) for value in in_order(chart.values)]


def value_line(frame: Frame, chart: Trajectory, *, width: float = 2) -> Iterator[str]:
    places = value_places(frame, chart)
    if len(places) > 1:
        yield polyline(places, REPORTED, width=width)


def value_marks(frame: Frame, chart: Trajectory) -> Iterator[str]:
    places = value_places(frame, chart)
    nearest = min((after[0] - before[0] for before, after in pairwise(places)), default=ROOMY)
    size = 1.0 if nearest >= ROOMY else 0.6
    for value, place in zip(in_order(chart.values), places, strict=True):
        yield value_mark(place, value, size)


def value_mark(place: Place, value: Value, size: float = 1.0) -> str:
    """A dot; hollow when it is provisional, a square when it is not exact."""
    fill, (x, y) = PAPER if value.is_provisional else REPORTED, place
    if value.is_inexact:
        half = SQUARE * size
        return element(
            "rect",
            x=x - half,
            y=y - half,
            width=2 * half,
            height=2 * half,
            fill=fill,
            stroke=REPORTED,
            stroke_width=1.6 * size,
        )
    return element("circle", cx=x, cy=y, r=RADIUS * size, fill=fill, stroke=REPORTED, stroke_width=1.6 * size)


def milestone_mark(place: Place) -> str:
    x, y = place
    corners = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
    points = " ".join(f"{number(px)},{number(py)}" for px, py in corners)
    return element("polygon", points=points, fill=PAPER, stroke=INK, stroke_width=1.4)


def forecast_places(frame: Frame, chart: Trajectory) -> list[Place]:
    """From the latest value to the deadline ahead; nothing where there is none."""
    if chart.forecast is None or chart.deadline is None or not chart.is_running:
        return []
    latest = in_order(chart.values)[-1]
    return frame.places([(latest.day, latest.value), (chart.deadline, chart.forecast)])


def forecast(frame: Frame, chart: Trajectory, *, width: float = 1.6) -> Iterator[str]:
    places = forecast_places(frame, chart)
    if places:
        yield polyline(places, REPORTED, width=width, dashes=FORECAST_DASHES)


def forecast_end(place: Place) -> str:
    """A cross, unlike anything that was reported."""
    (x, y), far = place, CROSS
    strokes = (((x - far, y - far), (x + far, y + far)), ((x - far, y + far), (x + far, y - far)))
    return "".join(line(start, end, REPORTED, width=1.6, cap="round") for start, end in strokes)


def deadline(frame: Frame, day: date) -> str:
    x = frame.x(day)
    return line((x, frame.box.top - 5), (x, frame.box.bottom), INK, width=1)


def judged(frame: Frame, day: date) -> str:
    x = frame.x(day)
    return line((x, frame.box.top - 5), (x, frame.box.bottom), INK, width=1.3, dashes=DAY_DASHES, cap="round")


def _day_of(corner: Corner) -> date:
    return corner[0]
