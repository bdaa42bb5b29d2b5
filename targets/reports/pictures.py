"""What a chart shows of a target that was judged: the same for admin and report."""

from decimal import Decimal

from targets.models import Target
from targets.queries.questions import Judged
from targets.reports.inputs import Corner, Goal, Trajectory, Value
from targets.rules.numbers import rounded
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.goals import Goal as Demand
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.terms import Method
from targets.rules.verdicts.trajectory import corners
from targets.rules.wording import Text


def trajectory_of(judged: Judged) -> Trajectory:
    """Value against path, with milestones, goal and forecast, in the target's own quantity."""
    return trajectory_from(judged.target, judged.judgement.evidence, judged.assessment.forecast_value)


def trajectory_from(target: Target, evidence: Evidence, forecast: Decimal | None) -> Trajectory:
    """The same from what was gathered, for many targets whose verdicts are stored."""
    indicator = target.series.indicator
    return Trajectory(
        title=Text(indicator.name, indicator.name_en),
        unit=evidence.indicator.unit,
        unit_singular=evidence.indicator.unit_singular,
        measure=evidence.target.measure,
        scale=evidence.indicator.scale,
        stages=evidence.indicator.stages,
        path=tuple(_path(evidence)),
        is_stepped=evidence.method == Method.STEP_PATH,
        values=tuple(map(_value, evidence.known)),
        milestones=tuple((milestone.date, milestone.value) for milestone in evidence.target.milestones),
        goal=None if evidence.goal is None else _goal(evidence.goal),
        deadline=evidence.target.deadline,
        day=evidence.day,
        forecast=forecast,
    )


def _path(evidence: Evidence) -> list[Corner]:
    """None for what is promised in full at all times, and for what only needs to be held."""
    return [] if evidence.is_direct or evidence.is_every_period or evidence.is_held else corners(evidence)


def _value(measurement: Measurement) -> Value:
    return Value(
        day=measurement.end,
        value=rounded(measurement.value),
        is_provisional=measurement.is_provisional,
        is_inexact=measurement.is_inexact,
    )


def _goal(demand: Demand) -> Goal:
    return Goal(low=demand.low, high=demand.high, is_strict=demand.strict)
