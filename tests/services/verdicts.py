"""A verdict judged live, in the columns in which it should be stored; a way of its own from what the services write."""

from datetime import date
from decimal import Decimal
from typing import Any

from targets.models import Assessment
from targets.queries.questions import Judged
from targets.rules.numbers import rounded
from targets.rules.verdicts.answer import NUMBERS, TEN

COLUMNS = [each.attname for each in Assessment._meta.concrete_fields]


def as_stored(each: Judged, day: date) -> dict[str, Any]:
    verdict, finding = each.assessment, each.judgement.finding
    kept, tested = finding.periods or (None, None)
    reported, due = verdict.coverage or (None, None)
    return {
        "target_id": each.target.pk,
        "plan_id": each.target.plan_id,
        "revision_id": each.revision.pk,
        "judged_on": day,
        **{name: str(getattr(verdict, name)) for name in ("light", "pace", "attainment", "reason", "ground", "method")},
        "policy_code": verdict.policy_code,
        "policy_number": verdict.policy_version,
        **{name: _ten(getattr(verdict, name)) for name in ("value", *NUMBERS)},
        "figure": _ten(finding.ruling.figure),
        "period_start": finding.measurement and finding.measurement.start,
        "period_end": verdict.period_end,
        "forecast_meets": verdict.forecast_meets,
        "periods_kept": kept,
        "periods_tested": tested,
        "coverage_reported": reported,
        "coverage_due": due,
        "flags": [str(flag) for flag in verdict.flags],
    }


def _ten(number: Decimal | None) -> Decimal | None:
    return None if number is None else rounded(number, TEN)


def stored_row(row: Assessment) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS}
