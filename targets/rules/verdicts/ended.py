"""Targets whose deadline has passed: met on time, met late, missed, or still awaiting the final value."""

from collections.abc import Sequence
from datetime import date

from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.findings import Finding, Ruling, attainment_of, ruled
from targets.rules.verdicts.goals import Goal
from targets.rules.verdicts.measurements import Measurement, history
from targets.rules.verdicts.terms import Attainment, Pace, Reason
from targets.rules.verdicts.trajectory import progress

ON_TIME = ruled(Pace.MET_ON_TIME, Reason.MET_ON_TIME)
LATE = ruled(Pace.MET_LATE, Reason.MET_LATE)
MISSED = ruled(Pace.MISSED, Reason.MISSED)
AWAITING = ruled(Pace.NO_DATA, Reason.AWAITING_FINAL_VALUE)


def judge_ended(evidence: Evidence, goal: Goal, deadline: date) -> Finding:
    """The value of the deadline decides, unless an earlier or a later one already has."""
    by_then = _until(evidence, deadline)
    final = _final(evidence, by_then, deadline)
    if final is not None and goal.holds(final.value):
        return _found(evidence, final, ON_TIME)
    decided = _decided_early(evidence, goal, by_then)
    if decided is not None:
        return decided
    later = [item for item in evidence.known if item.end > deadline and item != final]
    met_late = next((item for item in later if goal.holds(item.value)), None)
    if met_late is not None:
        return _found(evidence, met_late, LATE)
    last_word = final or next(iter(later), None)
    if last_word is not None:
        return _found(evidence, last_word, MISSED)
    return _found(evidence, by_then[-1], AWAITING)


def _until(evidence: Evidence, deadline: date) -> Sequence[Measurement]:
    """What was known of the time up to the deadline; a sum then takes no period that reaches beyond it."""
    within = [item for item in evidence.reported if item.end <= deadline]
    return history(within, evidence.target, evidence.indicator)


def _final(evidence: Evidence, by_then: Sequence[Measurement], deadline: date) -> Measurement | None:
    """The value whose period covers the deadline."""
    covering = [item for item in (*evidence.known, *by_then) if item.covers(deadline)]
    return covering[-1] if covering else None


def _decided_early(evidence: Evidence, goal: Goal, by_then: Sequence[Measurement]) -> Finding | None:
    """A total that grew past its floor stays there; a ceiling over the period that is once broken stays broken."""
    for item in by_then:
        if evidence.accumulates and goal.is_floor and goal.holds(item.value):
            return _found(evidence, item, ON_TIME)
        if evidence.is_running_ceiling and not goal.holds(item.value):
            return _found(evidence, item, MISSED)
    return None


def _found(evidence: Evidence, item: Measurement, ruling: Ruling) -> Finding:
    attainment = attainment_of(evidence, item)
    if ruling.pace in (Pace.MET_ON_TIME, Pace.MET_LATE):
        attainment = Attainment.MET
    return Finding(ruling=ruling, attainment=attainment, measurement=item, progress=progress(evidence, item))
