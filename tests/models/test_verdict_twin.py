"""The verdict in SQL answers as the rule in Python does: on the truth table."""

import json
from pathlib import Path

import pytest

from targets.models.expressions.policies import LINEAR
from targets.rules.policies import method_of
from targets.rules.verdict_request import read_request
from tests.models.twin import differences
from tests.rules.questions import Plain

pytestmark = pytest.mark.django_db

CASES = Path(__file__).parents[1] / "rules/data/verdict-cases.jsonl"


def questions_of_linear_methods() -> list[Plain]:
    questions = [json.loads(line)["request"] for line in CASES.read_text("utf-8").splitlines()]
    requests = map(read_request, questions)
    methods = [method_of(request.policy, request.target.milestones) for request in requests]
    return [question for question, method in zip(questions, methods, strict=True) if method in LINEAR]


@pytest.mark.parametrize("coverage", [True])
def test_every_case_of_the_truth_table_has_the_same_answer_in_sql(coverage: bool) -> None:
    questions = questions_of_linear_methods()

    assert len(questions) > 200
    assert differences(questions, coverage=coverage) == []
