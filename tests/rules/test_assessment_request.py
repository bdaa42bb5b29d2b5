"""What the stateless question accepts, and how it says what does not fit."""

import json
from decimal import Decimal
from typing import Any

import pytest

from targets.rules.verdicts.answer import answer_line, answer_to, written
from tests.rules.questions import Plain, make_question

KEYS = {
    "attainment",
    "pace",
    "light",
    "reason",
    "value",
    "period_end",
    "achieved_share",
    "expected_share",
    "expected_value",
    "gap_points",
    "gap_value",
    "required_annual_change",
    "observed_annual_change",
    "required_to_observed",
    "forecast_value",
    "forecast_meets",
    "data_age_days",
    "coverage",
    "flags",
    "method",
    "thresholds",
    "policy",
    "sentence",
}


def put(question: Plain, path: str, value: Any) -> None:
    """Put a value where a path like target.lower or observations.0.value leads."""
    *parents, last = (int(key) if key.isdigit() else key for key in path.split("."))
    place: Any = question
    for parent in parents:
        place = place[parent]
    place[last] = value


REFUSED = [
    ("target", [], "wrong_type", "target"),
    ("target", None, "missing", "target"),
    ("surprise", 1, "unknown_key", "surprise"),
    ("target.surprise", 1, "unknown_key", "target.surprise"),
    ("observations.0.surprise", 1, "unknown_key", "observations.0.surprise"),
    ("indicator.unit", "辆", "unknown_key", "indicator.unit"),
    ("observations", {}, "wrong_type", "observations"),
    ("observations", [{}] * 2001, "too_many", "observations"),
    ("observations.0", "55", "wrong_type", "observations.0"),
    ("target.measure", None, "missing", "target.measure"),
    ("target.measure", "weight", "unknown_code", "target.measure"),
    ("target.comparator", "lots", "unknown_code", "target.comparator"),
    ("target.comparator", None, "missing", "target.comparator"),
    ("target.comparator", "le", "missing", "target.upper"),
    ("target.comparator", "between", "missing", "target.upper"),
    ("target.lower", None, "missing", "target.lower"),
    ("target.lower", 0.1, "wrong_type", "target.lower"),
    ("target.lower", True, "wrong_type", "target.lower"),
    ("target.lower", "NaN", "not_a_number", "target.lower"),
    ("target.lower", "Infinity", "not_a_number", "target.lower"),
    ("target.lower", "1_000", "not_a_number", "target.lower"),
    ("target.lower", "六十", "not_a_number", "target.lower"),
    ("target.lower", "６０", "not_a_number", "target.lower"),
    ("target.lower", "1e31", "number_too_long", "target.lower"),
    ("target.lower", "1e-31", "number_too_long", "target.lower"),
    ("target.lower", "1" * 41, "number_too_long", "target.lower"),
    ("target.lower", 10**60, "number_too_long", "target.lower"),
    ("target.tolerance", "-1", "negative", "target.tolerance"),
    ("target.deadline", "2030-02-30", "not_a_date", "target.deadline"),
    ("target.deadline", "2030", "not_a_date", "target.deadline"),
    ("target.deadline", "20301231", "not_a_date", "target.deadline"),
    ("target.deadline", "9999-12-31", "not_a_date", "target.deadline"),
    ("target.deadline", 2030, "wrong_type", "target.deadline"),
    ("target.deadline", "2020-01-01", "dates_reversed", "target.deadline"),
    ("target.start", "2031-01-01", "dates_reversed", "target.deadline"),
    ("target.milestones", [{"date": "2025-12-31"}], "missing", "target.milestones.0.value"),
    ("observations.0.period_end", None, "missing", "observations.0.period_end"),
    ("observations.0.period_end", 2026, "wrong_type", "observations.0.period_end"),
    ("observations.0.period_start", "2026-12-31", "dates_reversed", "observations.0.period_end"),
    ("observations.0.status", "guessed", "unknown_code", "observations.0.status"),
    ("as_of", None, "missing", "as_of"),
    ("policy", "traffic-lights", "unknown_code", "policy"),
    ("policy", 7, "wrong_type", "policy"),
    ("policy", {"method": "guess"}, "unknown_code", "policy.method"),
    ("policy", {"thresholds": {"amber": "1"}}, "unknown_key", "policy.thresholds.amber"),
    ("policy", {"max_age_days": "1.5"}, "not_a_number", "policy.max_age_days"),
    ("policy", {"include_provisional": "yes"}, "wrong_type", "policy.include_provisional"),
    ("policy", {"code": "x" * 201}, "too_long", "policy.code"),
]


@pytest.mark.parametrize(
    ("path", "value", "code", "named"), REFUSED, ids=[f"{row[0]}={row[1]!r}"[:60] for row in REFUSED]
)
def test_what_does_not_fit_is_refused_with_its_place(path: str, value: Any, code: str, named: str) -> None:
    question = make_question(("2025-12-31", "55"))
    put(question, path, value)

    error = answer_to(question)["error"]

    assert (error["code"], error["path"]) == (code, named)
    assert error["message"].endswith((".", '"'))


def test_an_empty_code_says_that_nothing_is_stated() -> None:
    question = make_question(("2025-12-31", "55"), measure="reference", comparator="", lower=None, frequency="")
    assert answer_to(question)["reason"] == "number_missing"


def test_bounds_that_are_reversed_are_refused() -> None:
    question = make_question(comparator="between", lower="6", upper="5")
    assert answer_to(question)["error"]["code"] == "bounds_reversed"


@pytest.mark.parametrize("line", [b"", b"nonsense", b"\xff", b"[" * 100_000, b"9" * 5000])
def test_a_line_that_is_not_json_is_an_error_too(line: bytes) -> None:
    assert answer_line(line)["error"]["code"] in ("invalid_json", "wrong_type")


def test_not_a_number_of_json_is_refused() -> None:
    line = json.dumps(make_question(lower=float("nan")))
    assert answer_line(line)["error"] | {"message": ""} == {
        "code": "not_a_number",
        "path": "target.lower",
        "message": "",
    }


def test_bare_numbers_in_json_are_read_exactly() -> None:
    line = json.dumps(make_question()).replace('"60"', "0.1000000000000000000000000001")
    assert "error" not in answer_line(line)


def test_the_example_of_the_contract_is_answered() -> None:
    question = {
        "target": {
            "measure": "level",
            "comparator": "gt",
            "lower": "2000000",
            "upper": None,
            "tolerance": None,
            "quantifier": "at_deadline",
            "base_value": "1200000",
            "base_date": "2025-12-31",
            "start": "2026-01-01",
            "deadline": "2030-12-31",
            "milestones": [{"date": "2028-12-31", "value": "1600000"}],
        },
        "indicator": {"accumulation": "annual_flow", "direction": "up", "frequency": "year"},
        "observations": [
            {"period_start": "2026-01-01", "period_end": "2026-12-31", "value": "1300000", "status": "verified"}
        ],
        "as_of": "2027-06-30",
        "policy": "linear-path",
    }

    answer = answer_to(question)

    assert set(answer) == KEYS
    assert (answer["attainment"], answer["pace"], answer["light"]) == ("not_met", "on_track", "green")
    assert (answer["achieved_share"], answer["expected_share"], answer["gap_points"]) == ("0.125", "0.2", "-7.5")
    assert (answer["required_annual_change"], answer["forecast_value"]) == ("175000", "1700000")
    assert answer["coverage"] == {"reported": 1, "due": 1}


def test_only_what_is_needed_must_be_there() -> None:
    question = {
        "target": {"measure": "level", "comparator": "ge", "lower": "1"},
        "indicator": {"accumulation": "stock"},
        "observations": [{"period_end": "2025-12-31", "value": "2"}],
        "as_of": "2026-01-31",
    }
    assert answer_to(question)["light"] == "blue"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("100.00", "100"),
        ("1E+3", "1000"),
        ("-0.0", "0"),
        ("0.33333333333", "0.3333333333"),
        ("0.00000000005", "0.0000000001"),
        ("-2.50", "-2.5"),
        ("1e69", "1" + "0" * 69),
    ],
)
def test_numbers_are_written_without_exponent_or_trailing_zeros(number: str, text: str) -> None:
    assert written(Decimal(number)) == text


def test_what_is_not_defined_is_null() -> None:
    assert written(None) is None
