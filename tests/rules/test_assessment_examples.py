"""The worked examples of docs/why-verdict.md are run, and its lists are complete."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from targets.rules.policies import THRESHOLDS
from targets.rules.verdict_answer import answer_to
from targets.rules.verdict_terms import Method, Reason, VerdictFlag

PAGE = (Path(__file__).parents[2] / "docs/why-verdict.md").read_text("utf-8")
PAIRS = re.findall(r"```json question\n(.*?)```\s+```json answer\n(.*?)```", PAGE, re.DOTALL)
EXAMPLES: list[tuple[dict[str, Any], dict[str, Any]]] = [(json.loads(asked), json.loads(told)) for asked, told in PAIRS]


@pytest.mark.parametrize(
    ("question", "told"), EXAMPLES, ids=[f"{q['policy']}-{n}" for n, (q, _) in enumerate(EXAMPLES)]
)
def test_a_worked_example_is_true(question: dict[str, Any], told: dict[str, Any]) -> None:
    answer = answer_to(question)
    assert {key: answer[key] for key in told} == told


def test_every_method_has_a_worked_example() -> None:
    assert {question["policy"] for question, _ in EXAMPLES} == set(Method) == set(THRESHOLDS)


def test_every_reason_and_flag_is_listed() -> None:
    for term in (*Reason, *VerdictFlag):
        assert f"| `{term}` | {term.en} | {term.zh} |" in PAGE
