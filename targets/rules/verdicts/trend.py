"""Where the last years lead: the slope of one point a year, carried on to the deadline."""

from decimal import Decimal
from typing import Final

from targets.rules.numbers import rounded
from targets.rules.periods import years_between
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.measurements import Measurement

#: Six points have five yearly changes; with fewer, the last four points serve.
MOST_POINTS: Final = 6
FEWEST_POINTS: Final = 4


def yearly_points(evidence: Evidence, last: Measurement) -> list[Measurement]:
    """The last point of each calendar year, the base included, back from the value to the first year without one."""
    by_year = {point.end.year: point for point in _points(evidence) if point.end <= last.end}
    year = last.end.year
    run: list[Measurement] = []
    while point := by_year.get(year):
        run.append(point)
        year -= 1
    return run[::-1]


def _points(evidence: Evidence) -> list[Measurement]:
    base_day = evidence.base_day
    if base_day is None or evidence.origin is None:
        return list(evidence.known)
    base = Measurement(value=evidence.origin, start=base_day, end=base_day)
    return [base, *(point for point in evidence.known if point.end > base_day)]


def recent_slope(evidence: Evidence, last: Measurement) -> Decimal | None:
    """The mean yearly change over the last six points, else the last four; none with fewer."""
    points = yearly_points(evidence, last)
    if len(points) < FEWEST_POINTS:
        return None
    counted = points[-MOST_POINTS:] if len(points) >= MOST_POINTS else points[-FEWEST_POINTS:]
    return slope(counted[0], counted[-1])


def base_slope(evidence: Evidence, last: Measurement) -> Decimal | None:
    """The mean yearly change since the base."""
    base_day = evidence.base_day
    if base_day is None or evidence.origin is None or last.end <= base_day:
        return None
    return slope(Measurement(value=evidence.origin, start=base_day, end=base_day), last)


def slope(first: Measurement, last: Measurement) -> Decimal:
    return (last.value - first.value) / years_between(first.end, last.end)


def years_left(evidence: Evidence, last: Measurement) -> Decimal | None:
    """From the day of the data to the deadline; none once that is passed."""
    deadline = evidence.target.deadline
    if deadline is None or last.end > deadline:
        return None
    return years_between(last.end, deadline)


def carried_on(evidence: Evidence, last: Measurement, change: Decimal) -> Decimal | None:
    """The value at the deadline if the yearly change goes on."""
    left = years_left(evidence, last)
    return None if left is None else rounded(last.value + change * left)
