"""A trajectory without words, for a row of a table; what it shows is said in its description."""

from collections.abc import Iterator
from typing import Final

from targets.reports import layers
from targets.reports.axes import ValueAxis, value_axis
from targets.reports.chart_words import described
from targets.reports.frame import Box, Frame
from targets.reports.inputs import Trajectory
from targets.reports.palette import LINE
from targets.reports.svg import drawing, line
from targets.reports.times import time_axis
from targets.rules.wording import Lang

WIDTH: Final = 140.0
HEIGHT: Final = 32.0
#: Room for marks at the edges.
EDGE: Final = 4.0


def sparkline(chart: Trajectory, lang: Lang = "zh") -> str:
    frame = Frame(
        box=Box(EDGE, EDGE, WIDTH - EDGE, HEIGHT - EDGE),
        time=time_axis(chart.days(), lang, WIDTH),
        values=_tight(chart),
    )
    return drawing(WIDTH, HEIGHT, chart.title.say(lang), described(chart, lang), _shapes(frame, chart))


def _tight(chart: Trajectory) -> ValueAxis:
    """From the least to the greatest number, since there are no marks to be round."""
    numbers = sorted(chart.numbers())
    if not numbers or numbers[0] == numbers[-1]:
        return value_axis(numbers)
    return ValueAxis((), numbers[0], numbers[-1])


def _shapes(frame: Frame, chart: Trajectory) -> Iterator[str]:
    if chart.deadline is not None:
        x = frame.x(chart.deadline)
        yield line((x, 1), (x, HEIGHT - 1), LINE)
    if chart.goal is not None:
        yield from layers.goal_lines(frame, chart.goal, width=1.2)
    yield from layers.path(frame, chart, width=1.2)
    yield from layers.forecast(frame, chart, width=1.2)
    yield from layers.value_line(frame, chart, width=1.6)
    for value in layers.in_order(chart.values)[-1:]:
        yield layers.value_mark(frame.place(value.day, value.value), value, 0.8)
