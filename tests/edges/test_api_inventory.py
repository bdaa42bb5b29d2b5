"""Every quantity of the source is found again through the API, with its numbers, its scope and its place."""

from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from tests.edges.api import ask, rows
from tests.inventory import INVENTORY

pytestmark = pytest.mark.django_db
LATER = {"as_of": "2026-12-31"}


@pytest.fixture(autouse=True)
def _real_plans(db: None) -> None:
    call_command("load_fixtures", verbosity=0)


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [row for row in INVENTORY if row["kind"] == kind]


def differences(row: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
    """What the answer says otherwise than the inventory; what the inventory does not speak of may be anything."""
    said = flat(answer)
    said["flags"] = [flag for flag in row["flags"] if flag in said["flags"]]  # there may be more of them
    wanted = {name: value for name, value in row.items() if name in said}
    return {name: (value, said[name]) for name, value in wanted.items() if value != said[name]}


def flat(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer in the words of the inventory."""
    scope = answer["scope"]["area"] or answer["scope"]["organisation"]
    names = ("wording", "measure", "comparator", "value", "lower", "upper", "upper_excluded", "scale")
    return {
        **{name: answer[name] for name in names if name in answer},
        "unit": answer["unit"]["zh"] if answer["unit"] else "",
        "flags": [flag["code"] for flag in answer["flags"]],
        "scope": scope["code"],
        "cite": answer["citation"]["place"],
        **(of_target(answer) if "deadline" in answer else of_value(answer)),
    }


def of_target(answer: dict[str, Any]) -> dict[str, Any]:
    counted = answer["class_condition"] or {}
    parent = answer["parent"]
    return {
        "comparator": answer["comparator"] or "",
        "plan": answer["plan"]["code"],
        "deadline": answer["deadline"]["date"],
        "deadline_source": answer["deadline"]["source"],
        "parent": parent["code"] if parent else None,
        "class_comparator": counted.get("comparator"),
        "class_threshold": counted.get("threshold"),
        "class_unit": (counted.get("unit") or {}).get("zh"),
        "class_attribute": (counted.get("attribute") or {}).get("zh", ""),
    }


def of_value(answer: dict[str, Any]) -> dict[str, Any]:
    period = answer["period"]
    return {"period_start": period["start"], "period_end": period["end"], "period_source": period["source"]}


def test_every_target_is_found(client: Client) -> None:
    assert len(of_kind("target")) > 10
    for row in of_kind("target"):
        answer = ask(client, f"targets/{row['target']}/", query=LATER)
        assert differences(row, answer) == {}, row["id"]


def test_every_reported_value_is_found(client: Client) -> None:
    for row in of_kind("observation"):
        answers = rows(client, "observations/", series=row["series"], **LATER)
        found = [differences(row, answer) for answer in answers]
        assert {} in found, (row["id"], found)


def test_every_count_that_a_document_states_of_itself_is_found(client: Client) -> None:
    for row in of_kind("count"):
        answer = ask(client, f"plans/{row['plan']}/" if "plan" in row else f"tasks/{row['task']}/")
        assert str(answer[row["field"]]) == row["value"], row["id"]
        assert answer["citation"]["place"] == row["cite"], row["id"]


def test_nothing_else_is_a_target(client: Client) -> None:
    codes = {row["code"] for row in rows(client, "targets/", demo="false", page_size=200, **LATER)}
    assert codes == {row["target"] for row in of_kind("target")}
