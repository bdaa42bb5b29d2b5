"""Targets whose deadline is still ahead, or that have none."""

from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.findings import ADVERSE, Finding, Ruling, attainment_of, ruled, unassessable
from targets.rules.verdicts.goals import Goal
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.methods import by_growth, by_holding, by_limit, by_path, by_trend
from targets.rules.verdicts.policies import GROWTH, PATHS
from targets.rules.verdicts.terms import Method, Pace, Reason
from targets.rules.verdicts.trajectory import Progress, progress
from targets.rules.verdicts.trend import yearly_points


def judge_running(evidence: Evidence, goal: Goal, last: Measurement) -> Finding:
    beside = progress(evidence, last)
    ruling = pace_of(evidence, goal, last, beside)
    return Finding(
        ruling=ruling,
        attainment=attainment_of(evidence, last),
        measurement=last,
        progress=Progress() if ruling.pace == Pace.NO_DATA else beside,
    )


def pace_of(evidence: Evidence, goal: Goal, last: Measurement, beside: Progress) -> Ruling:
    """The first thing that hinders a pace, else what the method says."""
    hindrance = _hindrance(evidence, last)
    if hindrance is not None:
        return hindrance
    ruling = _by_method(evidence, goal, last, beside)
    return _not_too_good(ruling, evidence, goal, last)


def _hindrance(evidence: Evidence, last: Measurement) -> Ruling | None:
    base_day = evidence.base_day
    if evidence.target.deadline is None:
        return unassessable(Reason.DEADLINE_MISSING)
    if evidence.method == Method.DEADLINE_ONLY:
        return unassessable(Reason.JUDGED_AT_DEADLINE)
    if evidence.origin is None:
        return unassessable(Reason.BASE_MISSING)
    if base_day is None:
        return None if evidence.is_direct else unassessable(Reason.BASE_DATE_MISSING)
    if last.end <= base_day:
        return ruled(Pace.NO_DATA, Reason.NOTHING_SINCE_BASE)
    return None if _has_points(evidence, last) else unassessable(Reason.TOO_FEW_POINTS)


def _has_points(evidence: Evidence, last: Measurement) -> bool:
    """As many as the policy demands, the base included; for the trend, in consecutive years."""
    least, base_day = evidence.policy.min_points, evidence.base_day
    if least is None:
        return True
    if evidence.method == Method.LINEAR_5Y_5_20:
        return len(yearly_points(evidence, last)) >= least
    since = [point for point in evidence.known if base_day is None or point.end > base_day]
    return 1 + len(since) >= least


def _by_method(evidence: Evidence, goal: Goal, last: Measurement, beside: Progress) -> Ruling:
    if evidence.is_direct:
        return _directly(evidence, goal, last, beside)
    if evidence.is_held:
        return by_holding(evidence, goal, last)
    if evidence.method in PATHS:
        return by_path(beside, evidence.thresholds)
    if evidence.method in GROWTH and evidence.origin is not None:
        return by_growth(evidence, goal, evidence.origin, last, beside)
    return by_trend(evidence, goal, last)


def _directly(evidence: Evidence, goal: Goal, last: Measurement, beside: Progress) -> Ruling:
    """A rate has no path: it is compared with the full number, whatever time has gone."""
    if evidence.is_held:
        return by_limit(goal, last)
    if evidence.method not in PATHS:
        return unassessable(Reason.METHOD_UNFIT)
    return by_path(beside, evidence.thresholds)


def _not_too_good(ruling: Ruling, evidence: Evidence, goal: Goal, last: Measurement) -> Ruling:
    """A range that is crossed is never better than behind."""
    if evidence.origin is None or not goal.crossed(evidence.origin, last.value):
        return ruling
    if ruling.pace in (*ADVERSE, Pace.NOT_ASSESSABLE):
        return ruling
    return ruled(Pace.BEHIND, Reason.RANGE_CROSSED)
