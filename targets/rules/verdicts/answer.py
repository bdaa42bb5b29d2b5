"""A verdict as plain JSON values: numbers as strings, null where a thing is not defined."""

from decimal import Decimal
from typing import Any, Final

from targets.rules.numbers import rounded
from targets.rules.verdicts.assessment import Assessment, assess
from targets.rules.verdicts.fields import Refused
from targets.rules.verdicts.json_text import read_json
from targets.rules.verdicts.policies import Thresholds
from targets.rules.verdicts.request import read_request

TEN: Final = Decimal("1e-10")
NUMBERS: Final = (
    "achieved_share",
    "expected_share",
    "expected_value",
    "gap_points",
    "gap_value",
    "required_annual_change",
    "observed_annual_change",
    "required_to_observed",
    "forecast_value",
)


def answer_to(data: object) -> dict[str, Any]:
    """The answer to a question in plain values; a question that does not fit gets its error."""
    try:
        return answer_of(data)
    except Refused as refused:
        return error(refused)


def answer_of(data: object) -> dict[str, Any]:
    """The same; raises Refused for a question that does not fit."""
    request = read_request(data)
    observations = list(request.observations)
    return answer(assess(request.target, request.indicator, observations, request.day, request.policy))


def answer_line(line: str | bytes) -> dict[str, Any]:
    """The answer to one line of JSON; its numbers are read as exact decimals."""
    try:
        return answer_of(read_json(line))
    except Refused as refused:
        return error(refused)


def error(refused: Refused) -> dict[str, Any]:
    return {"error": {"code": refused.code, "path": refused.path, "message": refused.message.en}}


def answer(assessment: Assessment) -> dict[str, Any]:
    end, covered = assessment.period_end, assessment.coverage
    return {
        "attainment": assessment.attainment.value,
        "pace": assessment.pace.value,
        "light": assessment.light.value,
        "reason": assessment.reason.value,
        "value": written(assessment.value),
        "period_end": end and end.isoformat(),
        **{name: written(getattr(assessment, name)) for name in NUMBERS},
        "forecast_meets": assessment.forecast_meets,
        "data_age_days": assessment.data_age_days,
        "coverage": covered and {"reported": covered.reported, "due": covered.due},
        "flags": [flag.value for flag in assessment.flags],
        "method": assessment.method.value,
        "thresholds": thresholds(assessment.thresholds),
        "policy": {"code": assessment.policy_code, "version": assessment.policy_version},
        "sentence": {"zh": assessment.sentence.zh, "en": assessment.sentence.en},
    }


def thresholds(given: Thresholds) -> dict[str, str | None]:
    names = ("ahead", "on_track", "behind", "far_behind")
    return {name: written(getattr(given, name)) for name in names if getattr(given, name) is not None}


def written(number: Decimal | None) -> str | None:
    """At most ten decimals, no exponent, no trailing zeros."""
    if number is None:
        return None
    text = format(rounded(number, TEN), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
