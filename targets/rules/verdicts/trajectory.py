"""The path from the base to the goal, and where a value stands beside it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from targets.rules.numbers import rounded
from targets.rules.periods import years_between
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.goals import Goal
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.terms import Method

#: A day and the value that is expected on it.
Corner = tuple[date, Decimal]
ONE: Final = Decimal(1)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """A value beside its path; null where the path does not exist. Positive gaps are good."""

    achieved_share: Decimal | None = None
    expected_share: Decimal | None = None
    expected_value: Decimal | None = None
    gap_points: Decimal | None = None
    gap_value: Decimal | None = None


def progress(evidence: Evidence, measurement: Measurement) -> Progress:
    """Shares of the way from the base to the goal, at the day of the data."""
    goal, origin = evidence.goal, evidence.origin
    if goal is None or origin is None or goal.distance(origin) <= 0:
        return Progress()
    expected = _expected(evidence, goal, origin, measurement.end)
    return beside(goal, origin, measurement.value, expected)


def beside(goal: Goal, origin: Decimal, value: Decimal, expected: Decimal | None) -> Progress:
    whole, left = goal.distance(origin), goal.distance(value)
    achieved = (whole - left) / whole
    if expected is None:
        return Progress(achieved_share=rounded(achieved))
    expected_left = goal.distance(expected)
    share = (whole - expected_left) / whole
    return Progress(
        achieved_share=rounded(achieved),
        expected_share=rounded(share),
        expected_value=expected,
        gap_points=rounded(100 * (achieved - share)),
        gap_value=rounded(expected_left - left),
    )


def _expected(evidence: Evidence, goal: Goal, origin: Decimal, day: date) -> Decimal | None:
    """What the method expects on a day; nothing where there is no path to expect it from."""
    if evidence.is_direct:
        return goal.bound(origin)
    path = corners(evidence)
    if not path:
        return None
    return step(path, day) if evidence.method == Method.STEP_PATH else line(path, day)


def corners(evidence: Evidence) -> list[Corner]:
    """The path as a chart draws it: base, milestones where the method heeds them, goal; empty where there is none."""
    goal, origin = evidence.goal, evidence.origin
    first, last = evidence.base_day, evidence.target.deadline
    if goal is None or origin is None or first is None or last is None or first >= last:
        return []
    between = _heeded(evidence, first, last)
    if evidence.method == Method.DEADLINE_ONLY or (evidence.method == Method.STEP_PATH and not between):
        return []
    return [(first, origin), *between, (last, goal.bound(origin))]


def _heeded(evidence: Evidence, first: date, last: date) -> list[Corner]:
    """Milestones on the way, for the methods that look at them; of two for one day the later in the list counts."""
    if evidence.method not in (Method.STEP_PATH, Method.MILESTONE_PATH):
        return []
    values = {milestone.date: milestone.value for milestone in evidence.target.milestones}
    return sorted((day, value) for day, value in values.items() if first < day < last)


def line(corners: list[Corner], day: date) -> Decimal:
    """Straight from corner to corner, flat before the first and after the last."""
    if day <= corners[0][0]:
        return corners[0][1]
    for (first, start), (last, end) in pairwise(corners):
        if day <= last:
            return start + (end - start) * years_between(first, day) / years_between(first, last)
    return corners[-1][1]


def step(corners: list[Corner], day: date) -> Decimal:
    """The value of the last corner that is due."""
    due = [value for corner, value in corners if corner <= day]
    return due[-1] if due else corners[0][1]
