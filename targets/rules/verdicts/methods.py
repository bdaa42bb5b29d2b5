"""The methods by which pace is judged before the deadline."""

from decimal import Decimal
from typing import Final

from targets.rules.numbers import rounded
from targets.rules.periods import years_between
from targets.rules.terms import Measure
from targets.rules.verdicts import growth, trend
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.findings import Ruling, ruled, unassessable
from targets.rules.verdicts.goals import Goal
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.policies import Thresholds
from targets.rules.verdicts.terms import Method, Pace, Reason
from targets.rules.verdicts.trajectory import Progress

#: Changes already: a growth rate of a growth rate says nothing.
RELATIVE: Final = (Measure.PERCENT_CHANGE, Measure.POINT_CHANGE, Measure.MULTIPLE)


def by_path(progress: Progress, thresholds: Thresholds) -> Ruling:
    """Linear, milestone and step path: the gap in points against the thresholds."""
    gap = progress.gap_points
    if gap is None:
        return unassessable(Reason.STEPS_MISSING)
    if is_moving_away(progress, thresholds):
        return ruled(Pace.REGRESSING, Reason.MOVING_AWAY)
    if gap >= _set(thresholds.ahead):
        return ruled(Pace.AHEAD, Reason.AHEAD_OF_PATH)
    if gap > _set(thresholds.on_track):
        return ruled(Pace.ON_TRACK, Reason.ON_PATH)
    if gap >= _set(thresholds.behind):
        return ruled(Pace.BEHIND, Reason.BEHIND_PATH)
    return ruled(Pace.FAR_BEHIND, Reason.FAR_BEHIND_PATH)


def is_moving_away(progress: Progress, thresholds: Thresholds) -> bool:
    """Farther from the goal than the base was; a small early dip does not count."""
    share, gap = progress.achieved_share, progress.gap_points
    return share is not None and gap is not None and share < 0 and gap <= _set(thresholds.far_behind)


def by_growth(evidence: Evidence, goal: Goal, origin: Decimal, last: Measurement, progress: Progress) -> Ruling:
    """Growth so far against growth needed; never for ranges, whose distance shrinks to nothing."""
    if goal.is_range or evidence.target.measure in RELATIVE:
        return unassessable(Reason.METHOD_UNFIT)
    if goal.holds(last.value):
        return ruled(Pace.ON_TRACK, Reason.GROWTH_MET)
    aim = goal.bound(origin)
    if not growth.is_defined(origin, last.value, aim):
        return unassessable(Reason.GROWTH_UNDEFINED)
    gone, whole = _times(evidence, last)
    if evidence.method != Method.UN_2023:
        return _by_ratio(growth.growth_ratio(origin, last.value, aim, gone, whole), evidence.thresholds)
    if is_moving_away(progress, evidence.thresholds):
        return ruled(Pace.REGRESSING, Reason.GROWTH_REVERSED)
    return _by_share(growth.projected_share(origin, last.value, aim, gone, whole), evidence.thresholds)


def _by_ratio(ratio: Decimal, thresholds: Thresholds) -> Ruling:
    if ratio >= _set(thresholds.on_track):
        return ruled(Pace.ON_TRACK, Reason.GROWTH_ENOUGH, ratio)
    if ratio >= _set(thresholds.behind):
        return ruled(Pace.BEHIND, Reason.GROWTH_SLOW, ratio)
    if ratio >= _set(thresholds.far_behind):
        return ruled(Pace.FAR_BEHIND, Reason.GROWTH_VERY_SLOW, ratio)
    return ruled(Pace.REGRESSING, Reason.GROWTH_REVERSED, ratio)


def _by_share(share: Decimal, thresholds: Thresholds) -> Ruling:
    if share >= _set(thresholds.on_track):
        return ruled(Pace.ON_TRACK, Reason.GROWTH_ENOUGH, share)
    if share >= _set(thresholds.behind):
        return ruled(Pace.BEHIND, Reason.GROWTH_SLOW, share)
    return ruled(Pace.FAR_BEHIND, Reason.GROWTH_VERY_SLOW, share)


def by_trend(evidence: Evidence, goal: Goal, last: Measurement) -> Ruling:
    """The slope of the last five years, carried on: how much of the distance it would leave, in per cent."""
    if goal.holds(last.value):
        return by_holding(evidence, goal, last)
    slope = trend.recent_slope(evidence, last)
    if slope is None:
        return unassessable(Reason.TOO_FEW_POINTS)
    if slope * goal.toward(last.value) <= 0:
        return ruled(Pace.REGRESSING, Reason.TREND_AWAY)
    miss = _missed_share(evidence, goal, last, slope)
    if miss < _set(evidence.thresholds.on_track):
        return ruled(Pace.ON_TRACK, Reason.TREND_REACHES, miss / 100)
    if miss <= _set(evidence.thresholds.behind):
        return ruled(Pace.BEHIND, Reason.TREND_FALLS_SHORT, miss / 100)
    return ruled(Pace.FAR_BEHIND, Reason.TREND_FALLS_FAR_SHORT, miss / 100)


def _missed_share(evidence: Evidence, goal: Goal, last: Measurement, slope: Decimal) -> Decimal:
    forecast = trend.carried_on(evidence, last, slope)
    if forecast is None or goal.distance(last.value) == 0:
        return Decimal(0)
    missing = max(goal.distance(forecast), Decimal(0))
    return rounded(100 * missing / goal.distance(last.value))


def by_holding(evidence: Evidence, goal: Goal, last: Measurement) -> Ruling:
    """The constant rule, for what need only be kept: met and safe, met at risk, lost but closing in, lost."""
    slope = trend.recent_slope(evidence, last)
    if slope is None:
        slope = trend.base_slope(evidence, last) or Decimal(0)
    if goal.holds(last.value):
        forecast = trend.carried_on(evidence, last, slope)
        if forecast is None or goal.holds(forecast):
            return ruled(Pace.ON_TRACK, Reason.HELD_SAFELY, forecast)
        return ruled(Pace.BEHIND, Reason.HELD_AT_RISK, forecast)
    if slope * goal.toward(last.value) > 0:
        return ruled(Pace.FAR_BEHIND, Reason.LOST_BUT_CLOSING)
    return ruled(Pace.REGRESSING, Reason.LOST)


def by_limit(goal: Goal, last: Measurement) -> Ruling:
    """A rate that standing still already satisfies: a ceiling on growth is kept or broken, nothing between."""
    if goal.holds(last.value):
        return ruled(Pace.ON_TRACK, Reason.RATE_KEPT)
    return ruled(Pace.FAR_BEHIND, Reason.RATE_BROKEN)


def _times(evidence: Evidence, last: Measurement) -> tuple[Decimal, Decimal]:
    """Years gone and years in all, both from the base day."""
    base_day, deadline = evidence.base_day, evidence.target.deadline
    if base_day is None or deadline is None:
        raise ValueError("growth is judged between a base date and a deadline")
    return years_between(base_day, last.end), years_between(base_day, deadline)


def _set(threshold: Decimal | None) -> Decimal:
    """Every method has defaults for the thresholds that it reads."""
    if threshold is None:
        raise ValueError("the method has no such threshold")
    return threshold
