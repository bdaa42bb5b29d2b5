"""Charts as SVG text, for pages and for print; the same input gives the same bytes.

A page may give them any width (`max-width: 100%; height: auto`). They carry no style and no script, so that the
strictest policy lets them be, and no ids, so that many stand on one page.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from targets.reports import chart_words, layers
from targets.reports.bars import lights
from targets.reports.frame import Place
from targets.reports.inputs import Corner, Goal, Trajectory, Value
from targets.reports.legend import legend
from targets.reports.lettering import LEADING, SIZE, shortened, width
from targets.reports.palette import GRID, INK, LINE, PATH, QUIET, REPORTED
from targets.reports.placing import Surroundings, spread
from targets.reports.sheet import Sheet, sheet
from targets.reports.sparklines import sparkline
from targets.reports.svg import drawing, line, words
from targets.rules.wording import Lang

__all__ = ["Corner", "Goal", "Trajectory", "Value", "lights", "sparkline", "trajectory"]

WIDTH: Final = 640.0
#: From the middle of a line of words down to where it stands.
SINK: Final = SIZE * 0.36
#: More milestones than these are not labelled.
MOST_NAMED: Final = 6


def trajectory(chart: Trajectory, lang: Lang, width: float = WIDTH) -> str:
    """Value against path; `width` sets how much room words have, about 360 for a telephone."""
    shared = sheet(chart, lang, width)
    box, time = shared.frame.box, shared.frame.time
    below = box.bottom + (3 if time.years else 2) * LEADING - 8
    has_area = chart.goal is not None and layers.kept_side(shared.frame, chart.goal) is not None
    key, height = legend(chart, lang, box.left, width, below, has_area=has_area)
    shapes = chain(_plot(shared), _around(shared), _inside(shared), [key])
    return drawing(width, below + height + 2, chart.title.say(lang), chart_words.described(chart, lang), shapes)


def _plot(sheet: Sheet) -> Iterator[str]:
    """From the back to the front."""
    frame, chart = sheet.frame, sheet.chart
    if chart.goal is not None:
        yield from layers.goal_area(frame, chart.goal)
    yield from _grid(sheet)
    if chart.deadline is not None:
        yield layers.deadline(frame, chart.deadline)
    if chart.day is not None:
        yield layers.judged(frame, chart.day)
    yield from layers.path(frame, chart)
    if chart.goal is not None:
        yield from layers.goal_lines(frame, chart.goal)
    yield from layers.forecast(frame, chart)
    yield from layers.value_line(frame, chart)
    yield from map(layers.milestone_mark, frame.places(chart.milestones))
    yield from layers.value_marks(frame, chart)
    yield from map(layers.forecast_end, layers.forecast_places(frame, chart)[1:])


def _grid(sheet: Sheet) -> Iterator[str]:
    box, frame = sheet.frame.box, sheet.frame
    for tick in frame.values.ticks:
        y = frame.y(tick)
        yield line((box.left, y), (box.right, y), PATH if tick == 0 else GRID)
    yield line((box.left, box.bottom), (box.right, box.bottom), PATH)
    for border in frame.time.borders:
        x = frame.at(border)
        yield line((x, box.bottom), (x, box.bottom + 5), LINE)


def _around(sheet: Sheet) -> Iterator[str]:
    """Words outside the plot."""
    box, frame = sheet.frame.box, sheet.frame
    for tick, said in zip(frame.values.ticks, sheet.marks, strict=True):
        if tick >= 1 or not sheet.chart.is_ranked:
            yield words((box.left - 7, frame.y(tick) + SINK), said, anchor="end", fill=QUIET)
    for row, marks in ((1, frame.time.marks), (2, frame.time.years)):
        for mark in marks:
            half = width(mark.words) / 2
            x = min(max(frame.at(mark.at), half), sheet.width - half)
            yield words((x, box.bottom + 2 + row * LEADING), mark.words, anchor="middle", fill=QUIET)
    for spot, said in sheet.heads:
        fill = QUIET if spot.anchor == "start" else INK
        yield words((spot.x, spot.y + SIZE), said, anchor=spot.anchor, fill=fill)
    yield from _at_right(sheet)


def _at_right(sheet: Sheet) -> Iterator[str]:
    box, frame = sheet.frame.box, sheet.frame
    heights = [frame.y(item.value) for item in sheet.beside]
    moved = spread(heights, box.top + LEADING / 2, box.bottom - LEADING / 2, 2 * LEADING + 3)
    for height, middle, item in zip(heights, moved, sheet.beside, strict=True):
        yield line((box.right, height), (box.right + 7, middle), item.fill, width=0.8)
        for row, said in ((-0.5, item.name), (0.5, item.number)):
            place = box.right + 11, middle + row * (LEADING - 1) + SINK
            yield words(place, shortened(said, sheet.width - box.right - 12), fill=item.fill, bold=row > 0)


def _inside(sheet: Sheet) -> Iterator[str]:
    """Numbers at the marks, where there is room: the latest value, the milestones."""
    frame, chart, figures = sheet.frame, sheet.chart, sheet.figures
    free = _surroundings(sheet)
    if chart.values:
        latest = layers.in_order(chart.values)[-1]
        yield _number(free, frame.place(latest.day, latest.value), figures.short(latest.value), REPORTED, bold=True)
    else:
        middle = (frame.box.left + frame.box.right) / 2, (frame.box.top + frame.box.bottom) / 2
        yield _number(free, middle, chart_words.NO_VALUE.say(sheet.lang), QUIET)
    if len(chart.milestones) <= MOST_NAMED and not chart.is_staged:
        for day, value in chart.milestones:
            yield _number(free, frame.place(day, value), figures.short(value), INK)


def _surroundings(sheet: Sheet) -> Surroundings:
    frame, chart = sheet.frame, sheet.chart
    values, milestones = layers.value_places(frame, chart), frame.places(chart.milestones)
    ahead = layers.forecast_places(frame, chart)
    free = Surroundings(frame.box)
    for place in values:
        free.guard_point(place, layers.RADIUS + 1)
    for place in (*milestones, *ahead[1:]):
        free.guard_point(place, layers.DIAMOND)
    for corners in (values, layers.path_places(frame, chart), ahead):
        free.guard_line(corners)
    for bound in chart.goal.bounds if chart.goal else ():
        y = frame.y(bound)
        free.guard_line([(frame.box.left, y), (frame.box.right, y)])
    for day in (chart.deadline, chart.day):
        if day is not None:
            free.guard_line([(frame.x(day), frame.box.top), (frame.x(day), frame.box.bottom)])
    return free


def _number(free: Surroundings, place: Place, said: str, fill: str, *, bold: bool = False) -> str:
    spot = free.find(said, place)
    if spot is None:
        return ""
    return words((spot.x, spot.y), said, anchor=spot.anchor, fill=fill, bold=bold, halo=True)
