"""The verdict: one pure function from a target and what is known by a day to a judgement that explains itself.

How it decides, step by step: `evidence` gathers the value that counts, the goal and the start; `ended`, `running` or
`recurring` finds attainment, pace and reason; here light, outlook and words are added. `docs/why-verdict.md` tells why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

from targets.rules.numbers import EXACT
from targets.rules.verdicts.ended import judge_ended
from targets.rules.verdicts.evidence import Evidence, gather
from targets.rules.verdicts.findings import Finding, ruled, unassessable
from targets.rules.verdicts.inputs import Indicator, Observation, Target
from targets.rules.verdicts.lights import age_in_days, coverage, is_stale, light_of
from targets.rules.verdicts.measurements import Derivation
from targets.rules.verdicts.outlook import Outlook, outlook
from targets.rules.verdicts.policies import DEFAULT, Policy, Thresholds
from targets.rules.verdicts.recurring import judge_every_period
from targets.rules.verdicts.running import judge_running
from targets.rules.verdicts.sentences import sentence
from targets.rules.verdicts.terms import Attainment, Light, Method, Pace, Reason, VerdictFlag
from targets.rules.wording import Text

EMPTY: Final = Text("")


class Coverage(NamedTuple):
    """Periods reported of periods due since the base date."""

    reported: int
    due: int


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """A verdict with everything that it rests on; null where a thing is not defined.

    Values are of the target's own quantity: of an increment the increase, not the level. Positive gaps are good.
    """

    attainment: Attainment
    pace: Pace
    light: Light
    reason: Reason
    #: The reason before the age of the data came in; it differs where the light is grey for stale data alone.
    ground: Reason
    value: Decimal | None
    period_end: date | None
    achieved_share: Decimal | None
    expected_share: Decimal | None
    expected_value: Decimal | None
    gap_points: Decimal | None
    gap_value: Decimal | None
    required_annual_change: Decimal | None
    observed_annual_change: Decimal | None
    required_to_observed: Decimal | None
    forecast_value: Decimal | None
    forecast_meets: bool | None
    data_age_days: int | None
    coverage: Coverage | None
    flags: tuple[VerdictFlag, ...]
    method: Method
    thresholds: Thresholds
    policy_code: str
    policy_version: int
    sentence: Text


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A verdict beside what it rests on, for those who draw its path or keep it."""

    evidence: Evidence
    finding: Finding
    assessment: Assessment


def assess(
    target: Target, indicator: Indicator, observations: Sequence[Observation], day: date, policy: Policy = DEFAULT
) -> Assessment:
    """Judge a target on a day, by the observations given; those whose period ends later are not seen."""
    return judgement(target, indicator, observations, day, policy).assessment


def judgement(
    target: Target,
    indicator: Indicator,
    observations: Sequence[Observation],
    day: date,
    policy: Policy = DEFAULT,
    *,
    in_words: bool = True,
) -> Judgement:
    """The same, with what it rests on; the sentence is left empty where nobody will read it."""
    with localcontext(EXACT):
        evidence = gather(target, indicator, observations, day, policy)
        finding = judge(evidence)
        counted = coverage(evidence)
        covered = None if counted is None else Coverage(*counted)
        verdict = _assessment(evidence, finding, _outlook(evidence, finding), covered, in_words=in_words)
        return Judgement(evidence=evidence, finding=finding, assessment=verdict)


def recalled(
    target: Target,
    indicator: Indicator,
    day: date,
    policy: Policy,
    finding: Finding,
    ahead: Outlook,
    covered: Coverage | None,
) -> Assessment:
    """A verdict that was found earlier, told again with its words; it needs no observations."""
    with localcontext(EXACT):
        return _assessment(gather(target, indicator, (), day, policy), finding, ahead, covered)


def judge(evidence: Evidence) -> Finding:
    """Attainment, pace and reason, by the judge who is competent."""
    finding = _found(evidence)
    start = evidence.target.start or evidence.target.base_date
    if start is not None and evidence.day < start:
        return Finding(
            ruling=ruled(Pace.NOT_STARTED, Reason.NOT_STARTED),
            attainment=finding.attainment,
            measurement=finding.measurement,
        )
    return finding


def _found(evidence: Evidence) -> Finding:
    obstacle = _obstacle(evidence)
    if obstacle is not None or evidence.goal is None:
        return Finding(ruling=unassessable(obstacle or Reason.NUMBER_MISSING))
    if evidence.is_every_period:
        return judge_every_period(evidence, evidence.goal)
    if not evidence.known:
        return Finding(ruling=ruled(Pace.NO_DATA, _lack(evidence)))
    if evidence.is_over and evidence.target.deadline is not None:
        return judge_ended(evidence, evidence.goal, evidence.target.deadline)
    return judge_running(evidence, evidence.goal, evidence.known[-1])


def _obstacle(evidence: Evidence) -> Reason | None:
    """What makes a target unmeasurable whatever is reported."""
    if evidence.goal is None:
        return Reason.NUMBER_MISSING
    if evidence.is_every_period:
        return None
    match evidence.derivation:
        case None:
            return Reason.BASE_MISSING
        case Derivation.RUNNING_TOTAL | Derivation.YEARLY_GROWTH if evidence.base_day is None:
            return Reason.BASE_DATE_MISSING
        case Derivation.PERCENT | Derivation.TIMES if evidence.target.base_value == 0:
            return Reason.BASE_UNFIT
        case Derivation.YEARLY_GROWTH if (evidence.target.base_value or 0) <= 0:
            return Reason.BASE_UNFIT
    return None


def _lack(evidence: Evidence) -> Reason:
    """Why what is reported, if anything, gives no value yet."""
    if not evidence.reported:
        return Reason.NO_OBSERVATION
    if evidence.derivation is Derivation.RUNNING_TOTAL:
        return Reason.FIRST_PERIOD_MISSING
    base_day = evidence.base_day
    if base_day is not None and evidence.reported[-1].end <= base_day:
        return Reason.NOTHING_SINCE_BASE
    return Reason.NO_COMPLETE_PERIOD


def _assessment(
    evidence: Evidence, finding: Finding, ahead: Outlook, covered: Coverage | None, *, in_words: bool = True
) -> Assessment:
    measurement, beside, stale = finding.measurement, finding.progress, is_stale(evidence, finding)
    light, usual = light_of(finding, is_stale=stale), light_of(finding, is_stale=False)
    return Assessment(
        attainment=finding.attainment,
        pace=finding.ruling.pace,
        light=light,
        reason=finding.ruling.reason if light == usual else Reason.STALE,
        ground=finding.ruling.reason,
        value=finding.value,
        period_end=None if measurement is None else measurement.end,
        achieved_share=beside.achieved_share,
        expected_share=beside.expected_share,
        expected_value=beside.expected_value,
        gap_points=beside.gap_points,
        gap_value=beside.gap_value,
        required_annual_change=ahead.required,
        observed_annual_change=ahead.observed,
        required_to_observed=ahead.ratio,
        forecast_value=ahead.forecast,
        forecast_meets=ahead.forecast_meets,
        data_age_days=age_in_days(evidence, measurement),
        coverage=covered,
        flags=tuple(_flags(evidence, finding, covered, is_stale=stale)),
        method=evidence.method,
        thresholds=evidence.thresholds,
        policy_code=evidence.policy.code,
        policy_version=evidence.policy.version,
        sentence=sentence(evidence, finding, is_stale=stale and light != usual) if in_words else EMPTY,
    )


def _outlook(evidence: Evidence, finding: Finding) -> Outlook:
    if finding.measurement is None or finding.ruling.pace == Pace.NOT_STARTED:
        return Outlook()
    return outlook(evidence, finding.measurement, is_met=finding.attainment == Attainment.MET)


def _flags(evidence: Evidence, finding: Finding, covered: Coverage | None, *, is_stale: bool) -> list[VerdictFlag]:
    target, measurement = evidence.target, finding.measurement
    raised = {
        VerdictFlag.ASSUMED_TOLERANCE: evidence.goal is not None and evidence.goal.is_assumed,
        VerdictFlag.ZERO_BASE: evidence.starts_at_zero,
        VerdictFlag.BASE_FROM_START: target.base_date is None and target.start is not None,
        VerdictFlag.INEXACT_VALUE: measurement is not None and measurement.is_inexact,
        VerdictFlag.PROVISIONAL_VALUE: measurement is not None and measurement.is_provisional,
        VerdictFlag.PARTIAL_COVERAGE: covered is not None and covered.reported < covered.due,
        VerdictFlag.STALE: is_stale,
    }
    return [flag for flag, is_raised in raised.items() if is_raised]
