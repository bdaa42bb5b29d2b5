"""The verdict in SQL answers as the rule in Python does, in every field: on the truth table, and on chance."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from targets.models.expressions.policies import LINEAR
from targets.models.expressions.running import PACES
from targets.rules.terms import Accumulation, Comparator, Direction, Frequency, Measure, Quantifier
from targets.rules.verdicts.policies import method_of
from targets.rules.verdicts.request import read_request
from targets.rules.verdicts.terms import Pace, Reason
from tests.models.chance import Chance, make_random_question
from tests.models.twin import by_rule, differences
from tests.rules.questions import Plain

pytestmark = pytest.mark.django_db

CASES = Path(__file__).parents[1] / "rules/data/verdict-cases.jsonl"
SEEDS = range(1, 9)


def questions_of_linear_methods() -> list[Plain]:
    questions = [json.loads(line)["request"] for line in CASES.read_text("utf-8").splitlines()]
    requests = map(read_request, questions)
    methods = [method_of(request.policy, request.target.milestones) for request in requests]
    return [question for question, method in zip(questions, methods, strict=True) if method in LINEAR]


def random_questions(seed: int) -> list[Plain]:
    chance = Chance(seed)
    return [make_random_question(chance) for _ in range(500)]


@pytest.mark.parametrize("coverage", [True, False])
def test_every_case_of_the_truth_table_has_the_same_answer_in_sql(coverage: bool) -> None:
    questions = questions_of_linear_methods()

    assert len(questions) > 200
    assert differences(questions, coverage=coverage) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_random_questions_have_the_same_answer_in_sql(seed: int) -> None:
    assert differences(random_questions(seed), coverage=seed % 2 == 0) == []


def test_random_questions_leave_out_no_code_and_no_reason() -> None:
    """What never occurs is never compared."""
    questions = [question for seed in SEEDS for question in random_questions(seed)]
    rows = [by_rule(read_request(question)) for question in questions]

    assert _codes(questions, "target", "measure") == {*Measure}
    assert _codes(questions, "target", "comparator") == {*Comparator, ""}
    assert _codes(questions, "target", "quantifier") == {*Quantifier}
    assert _codes(questions, "indicator", "accumulation") == {*Accumulation}
    assert _codes(questions, "indicator", "direction") == {*Direction}
    assert _codes(questions, "indicator", "frequency") == {*Frequency}
    assert {row["method"] for row in rows} == {*LINEAR}
    assert {row["pace"] for row in rows} == {*Pace}
    assert {row["ground"] for row in rows} >= {*PACES, *UNASSESSABLE}


UNASSESSABLE = (
    *(Reason.NUMBER_MISSING, Reason.BASE_MISSING, Reason.BASE_DATE_MISSING, Reason.BASE_UNFIT, Reason.DEADLINE_MISSING),
    *(Reason.STEPS_MISSING, Reason.JUDGED_AT_DEADLINE, Reason.TOO_FEW_POINTS, Reason.A_PERIOD_BROKEN),
)


def _codes(questions: Iterable[Plain], part: str, name: str) -> set[str]:
    return {question[part][name] for question in questions}


def test_questions_may_share_a_source_and_ask_about_days_of_their_own() -> None:
    """As in the register, where many targets stand on one series."""
    questions = random_questions(100)
    shared = [
        question | {"observations": questions[place - place % 4]["observations"]}
        for place, question in enumerate(questions)
    ]

    assert differences(shared) == []
