"""How the room of a trajectory is shared out: axes, plot, and the words above and beside it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from targets.reports import chart_words
from targets.reports.axes import MARGIN, ValueAxis, stage_axis, value_axis
from targets.reports.figures import Figures
from targets.reports.frame import Box, Frame
from targets.reports.inputs import Trajectory
from targets.reports.lettering import LEADING, shortened, width
from targets.reports.palette import PROMISED, REPORTED
from targets.reports.placing import Spot, in_rows
from targets.reports.times import time_axis
from targets.rules.quantities.writing import RATES
from targets.rules.statements.amounts import RATE_MEASURES
from targets.rules.terms import Measure
from targets.rules.wording import Lang

PLOT_HEIGHT: Final = 196.0
#: Parts of the width that words beside the plot may take.
LEFT_AT_MOST: Final = 0.26
RIGHT_AT_MOST: Final = 0.33
LEFT_AT_LEAST: Final = 34.0
RIGHT_AT_LEAST: Final = 28.0
#: Between the words and the plot.
LEFT_GAP: Final = 10.0
RIGHT_GAP: Final = 16.0
TOP_GAP: Final = 10.0
#: Measures whose numbers have decimals by nature.
UNCOUNTED: Final = (*RATE_MEASURES, Measure.POINT_CHANGE, Measure.MULTIPLE, Measure.RATIO)


class Beside(NamedTuple):
    """What is named at the right edge, at the height of its value: its name and its number."""

    value: Decimal
    name: str
    number: str
    fill: str


class Sheet(NamedTuple):
    """Everything that the parts of one chart share."""

    figures: Figures
    frame: Frame
    width: float
    #: Labels of the value axis.
    marks: list[str]
    #: The unit and the names of the vertical lines, with their spots above the plot.
    heads: list[tuple[Spot, str]]
    beside: list[Beside]

    @property
    def chart(self) -> Trajectory:
        return self.figures.chart

    @property
    def lang(self) -> Lang:
        return self.figures.lang


def sheet(chart: Trajectory, lang: Lang, total: float) -> Sheet:
    """The words beside the plot take what they need, within limits; the plot has the rest of the total width."""
    figures, axis = Figures(chart, lang), _value_axis(chart)
    marks = [shortened(words, LEFT_AT_MOST * total - LEFT_GAP) for words in figures.row(axis.ticks)]
    beside = list(_beside(figures))
    left = max([LEFT_AT_LEAST, *(width(words) + LEFT_GAP for words in marks)])
    names = [words for item in beside for words in (item.name, item.number)]
    wanted = max([RIGHT_AT_LEAST, *(width(words) + RIGHT_GAP for words in names)])
    right = total - min(wanted, RIGHT_AT_MOST * total)
    frame = Frame(box=Box(left, 0, right, 0), time=time_axis(chart.days(), lang, right - left), values=axis)
    heads = _heads(figures, frame, total)
    rows = 1 + max((round(spot.y / LEADING) for spot, _ in heads), default=0)
    top = rows * LEADING + TOP_GAP
    return Sheet(figures, frame.between(top, top + PLOT_HEIGHT), total, marks, heads, beside)


def _value_axis(chart: Trajectory) -> ValueAxis:
    numbers = [*chart.numbers(), *_beyond(chart)]
    if chart.is_staged:
        return stage_axis(len(chart.stages), numbers)
    return value_axis(numbers, whole=_is_counted(chart))


def _is_counted(chart: Trajectory) -> bool:
    """Half a firm and half a rank are no marks for an axis; what was computed, as a forecast, does not decide it."""
    if chart.measure in UNCOUNTED or chart.unit.zh in RATES:
        return False
    stated = [value.value for value in chart.values]
    stated += chart.goal.bounds if chart.goal else ()
    return all(number == number.to_integral_value() for number in stated)


def _beyond(chart: Trajectory) -> Iterator[Decimal]:
    """A little of the side on which the goal is met, but nothing below zero where all is above."""
    numbers, goal = list(chart.numbers()), chart.goal
    if goal is None or not goal.bounds or chart.is_staged:
        return
    some = 2 * MARGIN * (max(numbers) - min(numbers))
    if goal.high is None:
        yield goal.bounds[-1] + some
    if goal.low is None:
        lower = goal.bounds[0] - some
        yield max(lower, Decimal(0)) if min(numbers) >= 0 else lower


def _heads(figures: Figures, frame: Frame, total: float) -> list[tuple[Spot, str]]:
    """The unit at the left, the names of the vertical lines above them."""
    chart, lang = figures.chart, figures.lang
    unit = shortened(chart_words.UNIT.say(lang).format(figures.unit), total / 2) if figures.unit else ""
    corner = Spot(0, 0, "start")
    days = ((chart.deadline, chart_words.DEADLINE), (chart.day, chart_words.DAY))
    named = [(frame.x(day), name.say(lang).format(figures.day(day))) for day, name in days if day is not None]
    spots = in_rows(named, 0, total, [corner.box(unit)] if unit else [])
    return [(corner, unit)] * bool(unit) + [(spot, said) for spot, (_, said) in zip(spots, named, strict=True)]


def _beside(figures: Figures) -> Iterator[Beside]:
    chart, lang = figures.chart, figures.lang
    if chart.goal is not None and chart.goal.bounds:
        middle = (chart.goal.bounds[0] + chart.goal.bounds[-1]) / 2
        yield Beside(middle, chart_words.GOAL.say(lang), figures.goal(chart.goal), PROMISED)
    if chart.forecast is not None and chart.is_running:
        yield Beside(chart.forecast, chart_words.PROJECTED.say(lang), figures.short(chart.forecast), REPORTED)
