"""The truth table of the verdict: every case is a request with what must come out of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from targets.rules.verdicts.answer import answer_to

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "data/verdict-cases.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_rule_answers_as_the_truth_table_says(case: dict[str, Any]) -> None:
    answer = answer_to(case["request"])

    assert {key: answer.get(key) for key in case["expect"]} == case["expect"], answer
