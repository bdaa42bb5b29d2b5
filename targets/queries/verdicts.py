"""Stored verdicts, told again in full: for lists and pages that show many and gather no values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from targets.models import Assessment, AssessmentPolicy, AssessmentRun, Target
from targets.queries.policies import as_rule
from targets.queries.questions import as_indicator, as_promise
from targets.rules.verdicts.assessment import Assessment as Verdict
from targets.rules.verdicts.assessment import Coverage, recalled
from targets.rules.verdicts.findings import Finding, Ruling
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.outlook import Outlook
from targets.rules.verdicts.policies import DEFAULT, Policy
from targets.rules.verdicts.terms import Attainment, Pace, Reason, VerdictFlag, member
from targets.rules.verdicts.trajectory import Progress

PolicyKey = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Stored:
    """A stored verdict and the day it holds for."""

    judged_on: date
    verdict: Verdict


def stored(targets: Iterable[Target]) -> dict[int, Stored]:
    """The stored verdicts by target, in three queries.

    The targets must be loaded with plan and indicator and `with_revision` of today. One that was never judged, or
    whose stored verdict is on another revision than the one loaded, is left out.
    """
    rows = {row.pk: row for row in targets}
    kept = list(Assessment.objects.filter(target__in=rows))
    policies, since = _policies(kept), _last_run()
    return {row.target_id: _told(row, rows[row.target_id], policies, since) for row in kept if _fits(row, rows)}


def _fits(row: Assessment, targets: Mapping[int, Target]) -> bool:
    revision = targets[row.target_id].revision
    return revision is not None and revision.pk == row.revision_id


def _policies(rows: Iterable[Assessment]) -> dict[PolicyKey, Policy]:
    named = {row.policy_code for row in rows}
    return {(row.code, row.number): as_rule(row) for row in AssessmentPolicy.objects.filter(code__in=named)}


def _last_run() -> date:
    """The day for which everything was judged last: what that run left alone holds for it too."""
    return AssessmentRun.objects.values_list("judged_on", flat=True).first() or date.min


def _told(row: Assessment, target: Target, policies: Mapping[PolicyKey, Policy], since: date) -> Stored:
    revision = target.revision
    assert revision is not None, "left out before"  # noqa: S101
    day, policy = max(row.judged_on, since), policies.get((row.policy_code, row.policy_number), DEFAULT)
    covered = None if row.coverage_due is None else Coverage(row.coverage_reported or 0, row.coverage_due)
    verdict = recalled(
        as_promise(target, revision),
        as_indicator(target.series.indicator, revision),
        day,
        policy,
        _finding(row),
        _outlook(row),
        covered,
    )
    return Stored(judged_on=day, verdict=verdict)


def _finding(row: Assessment) -> Finding:
    tested = row.periods_tested
    return Finding(
        ruling=Ruling(pace=member(Pace, row.pace), reason=member(Reason, row.ground), figure=row.figure),
        attainment=member(Attainment, row.attainment),
        measurement=_measurement(row),
        progress=Progress(
            achieved_share=row.achieved_share,
            expected_share=row.expected_share,
            expected_value=row.expected_value,
            gap_points=row.gap_points,
            gap_value=row.gap_value,
        ),
        periods=None if tested is None else (row.periods_kept or 0, tested),
    )


def _measurement(row: Assessment) -> Measurement | None:
    if row.value is None or row.period_end is None:
        return None
    return Measurement(
        value=row.value,
        start=row.period_start or row.period_end,
        end=row.period_end,
        is_inexact=VerdictFlag.INEXACT_VALUE in row.flags,
    )


def _outlook(row: Assessment) -> Outlook:
    return Outlook(
        observed=row.observed_annual_change,
        required=row.required_annual_change,
        ratio=row.required_to_observed,
        forecast=row.forecast_value,
        forecast_meets=row.forecast_meets,
    )
