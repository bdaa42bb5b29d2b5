"""Targets of every period: each complete period is tested by itself, and one failure is not healed by another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from targets.rules.numbers import rounded
from targets.rules.periods import year_end
from targets.rules.terms import Accumulation
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.findings import Finding, Ruling, ruled, unassessable
from targets.rules.verdicts.goals import Goal
from targets.rules.verdicts.measurements import TOTALS, Measurement, change, is_change, levels_of
from targets.rules.verdicts.terms import Attainment, Method, Pace, Reason
from targets.rules.verdicts.trajectory import Progress


def judge_every_period(evidence: Evidence, goal: Goal) -> Finding:
    tested = list(_tested(evidence))
    if not tested:
        reason = Reason.NO_COMPLETE_PERIOD if evidence.reported else Reason.NO_OBSERVATION
        return Finding(ruling=ruled(Pace.NO_DATA, reason))
    good = sum(goal.holds(item.value) for item in tested)
    is_kept = good == len(tested)
    return Finding(
        ruling=_ruling(evidence, is_kept, tested[-1]),
        attainment=Attainment.MET if is_kept else Attainment.NOT_MET,
        measurement=tested[-1],
        progress=_progress(good, len(tested)),
        periods=(good, len(tested)),
    )


def _ruling(evidence: Evidence, is_kept: bool, last: Measurement) -> Ruling:
    deadline = evidence.target.deadline
    if deadline is None:
        return unassessable(Reason.DEADLINE_MISSING)
    if evidence.is_over:
        return _ended(is_kept, last.end >= deadline)
    if evidence.method == Method.DEADLINE_ONLY:
        return unassessable(Reason.JUDGED_AT_DEADLINE)
    if is_kept:
        return ruled(Pace.ON_TRACK, Reason.EVERY_PERIOD_KEPT)
    return ruled(Pace.FAR_BEHIND, Reason.A_PERIOD_BROKEN)


def _ended(is_kept: bool, is_complete: bool) -> Ruling:
    if not is_kept:
        return ruled(Pace.MISSED, Reason.A_PERIOD_BROKEN)
    if not is_complete:
        return ruled(Pace.NO_DATA, Reason.AWAITING_FINAL_VALUE)
    return ruled(Pace.MET_ON_TIME, Reason.MET_ON_TIME)


def _progress(good: int, tested: int) -> Progress:
    share = Decimal(good) / tested
    return Progress(achieved_share=rounded(share), expected_share=Decimal(1), gap_points=rounded(100 * (share - 1)))


def _tested(evidence: Evidence) -> Iterator[Measurement]:
    """The periods wholly after the base day and not after the deadline."""
    first, last = evidence.base_day, evidence.target.deadline
    for item in _periods(evidence):
        if (first is None or item.start > first) and (last is None or item.start <= last):
            yield item


def _periods(evidence: Evidence) -> Iterator[Measurement]:
    """Each period's own value: a flow of its year, a level of its day, a change since the year before."""
    target, indicator = evidence.target, evidence.indicator
    is_flow = indicator.accumulation == Accumulation.ANNUAL_FLOW
    levels = levels_of(evidence.reported, indicator)
    reports_itself = indicator.accumulation == Accumulation.RATIO and target.base_value is None
    if not is_change(target, indicator) or reports_itself or (is_flow and target.measure in TOTALS):
        return levels
    return _changes(evidence, list(levels))


def _changes(evidence: Evidence, levels: Sequence[Measurement]) -> Iterator[Measurement]:
    """One change a year, measured on the year before; the base serves for the first."""
    by_year = {item.end.year: item for item in levels if year_end(item.end.year) <= evidence.day}
    base_day, base_value = evidence.base_day, evidence.target.base_value
    before = {year: item.value for year, item in by_year.items()}
    if base_day is not None and base_value is not None:
        before[base_day.year] = base_value
    for year, item in by_year.items():
        previous = before.get(year - 1)
        changed = None if previous is None else change(item.value, previous, evidence.target.measure)
        if changed is not None:
            yield replace(item, value=changed)
