"""The worked examples of docs/why-verdict.md are run, and its lists are complete."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from targets.rules.rollups.rollup import Child, roll_up
from targets.rules.rollups.sentences import sentence
from targets.rules.verdicts.answer import answer_to
from targets.rules.verdicts.policies import THRESHOLDS
from targets.rules.verdicts.terms import Attainment, Light, Method, Pace, Reason, RollupRule, VerdictFlag, member
from targets.rules.wording import Text

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


def block(kind: str) -> Any:
    (text,) = re.findall(rf"```json {kind}\n(.*?)```", PAGE, re.DOTALL)
    return json.loads(text)


def child(row: dict[str, Any]) -> Child:
    numbers = {name: row[name] and Decimal(row[name]) for name in ("achieved_share", "gap_points", "weight")}
    return Child(
        key=row["name"]["en"],
        attainment=member(Attainment, row["attainment"]),
        pace=member(Pace, row["pace"]),
        light=member(Light, row["light"]),
        has_value=row["has_value"],
        **numbers,
    )


@pytest.mark.parametrize("rule", RollupRule)
def test_the_worked_example_of_a_roll_up_is_true(rule: RollupRule) -> None:
    rows, told = block("targets"), block("scores")[rule]
    found = roll_up([child(row) for row in rows], rule)
    (name,) = (Text(**row["name"]) for row in rows if row["name"]["en"] == found.deciding)
    said = vars(found) | {"sentence": vars(sentence(found, name))}
    assert {key: Decimal(each) if key == "share" else each for key, each in told.items()} == {
        key: said[key] for key in told
    }
