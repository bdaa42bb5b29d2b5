"""The key under a chart: a sample of every kind of mark that it holds, and no other."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from targets.reports import chart_words, layers
from targets.reports.frame import Box, Place, area, hatched
from targets.reports.inputs import Goal, Trajectory, Value
from targets.reports.lettering import LEADING, SIZE, width
from targets.reports.palette import KEPT, KEPT_HATCH, PATH, PROMISED, QUIET, REPORTED, Hatch
from targets.reports.svg import line, words
from targets.rules.wording import Lang, Text

SAMPLE: Final = 24.0
BESIDE: Final = 6.0
BETWEEN: Final = 16.0
ROW: Final = LEADING + 2

Sample = Callable[[Place], str]


def legend(
    chart: Trajectory, lang: Lang, left: float, right: float, top: float, *, has_area: bool
) -> tuple[str, float]:
    """The key and its height; it goes on in the next row where there is no room."""
    drawn, x, y = [], left, top + ROW / 2
    for sample, name in _entries(chart, has_area):
        said = name.say(lang)
        long = SAMPLE + BESIDE + width(said)
        if x + long > right and x > left:
            x, y = left, y + ROW
        drawn += [sample((x, y)), words((x + SAMPLE + BESIDE, y + SIZE / 3), said, fill=QUIET)]
        x += long + BETWEEN
    return "".join(drawn), (y + ROW / 2 - top if drawn else 0.0)


def _entries(chart: Trajectory, has_area: bool) -> Iterator[tuple[Sample, Text]]:
    kinds = {(value.is_provisional, value.is_inexact) for value in chart.values}
    if (False, False) in kinds:
        yield _reported(), chart_words.REPORTED
    if any(is_provisional and not is_inexact for is_provisional, is_inexact in kinds):
        yield _reported(is_provisional=True), chart_words.PROVISIONAL
    if any(is_inexact for _, is_inexact in kinds):
        yield _reported(is_inexact=True), chart_words.INEXACT
    if len(chart.path) > 1:
        yield _line(PATH), chart_words.PATH
    if chart.milestones:
        yield _milestone, chart_words.MILESTONE
    if chart.goal is not None and chart.goal.bounds:
        yield (_kept(chart.goal), chart_words.KEPT) if has_area else (_line(PROMISED), chart_words.GOAL)
    if chart.forecast is not None and chart.is_running:
        yield _line(REPORTED, layers.FORECAST_DASHES), chart_words.FORECAST


def _line(stroke: str, dashes: str | None = None) -> Sample:
    return lambda place: line(place, (place[0] + SAMPLE, place[1]), stroke, width=2, dashes=dashes)


def _reported(*, is_provisional: bool = False, is_inexact: bool = False) -> Sample:
    value = Value(day=date.min, value=Decimal(0), is_provisional=is_provisional, is_inexact=is_inexact)
    return lambda place: _line(REPORTED)(place) + layers.value_mark((place[0] + SAMPLE / 2, place[1]), value)


def _milestone(place: Place) -> str:
    return layers.milestone_mark((place[0] + SAMPLE / 2, place[1]))


def _kept(goal: Goal) -> Sample:
    """The area with its edges where they are: below a floor's, above a ceiling's."""
    edges = [5 * side for bound, side in ((goal.low, 1), (goal.high, -1)) if bound is not None]

    def sample(place: Place) -> str:
        x, y = place
        box = Box(x, y - 5, x + SAMPLE, y + 5)
        lines = (line((x, y + edge), (x + SAMPLE, y + edge), PROMISED, width=1.8) for edge in edges)
        return area(box, KEPT) + hatched(box, Hatch.RISING, KEPT_HATCH, width=0.7, step=6) + "".join(lines)

    return sample
