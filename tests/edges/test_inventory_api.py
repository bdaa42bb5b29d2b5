"""Every quantity of the source is found again by a program that only knows the API."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from targets.exchange.fixtures.loading import load
from tests.inventory import INVENTORY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_loaded")]


@pytest.fixture(scope="module")
def _loaded(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load(sorted(Path(settings.FIXTURE_DIRS[0]).glob("*.yaml")))
        yield
        transaction.set_rollback(True)


def read(client: Client, path: str) -> dict[str, Any]:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [row for row in INVENTORY if row["kind"] == kind]


def scope(shown: dict[str, Any]) -> str:
    return (shown["scope"]["area"] or shown["scope"]["organisation"])["code"]


def codes(flags: list[dict[str, str]]) -> set[str]:
    return {flag["code"] for flag in flags}


def unit(shown: dict[str, Any]) -> str:
    return (shown["unit"] or {"zh": ""})["zh"]


@pytest.mark.parametrize("row", of_kind("target"), ids=lambda row: row["id"])
def test_a_target_is_found_through_its_plan(client: Client, row: dict[str, Any]) -> None:
    results = read(client, f"targets/?plan={row['plan']}")["results"]
    (shown,) = (each for each in results if each["code"] == row["target"])

    assert (shown["wording"], shown["measure"]) == (row["wording"], row["measure"])
    assert shown["comparator"] == (row["comparator"] or None)
    for name in ("lower", "upper", "scale"):
        assert shown[name] == row[name], name
    assert unit(shown) == row["unit"]
    assert (shown["deadline"]["date"], shown["deadline"]["source"]) == (row["deadline"], row["deadline_source"])
    assert scope(shown) == row["scope"]
    assert shown["scope"]["unclear"] == ("scope_unclear" in codes(shown["flags"]))
    assert set(row["flags"]) <= codes(shown["flags"])
    assert shown["citation"]["place"] == row["cite"]
    assert shown["formal_reading"]["zh"] != shown["formal_reading"]["en"]
    condition = shown["class_condition"] or {}
    assert condition.get("threshold") == row.get("class_threshold")
    assert (shown["parent"] or {}).get("code") == row.get("parent")


@pytest.mark.parametrize("row", of_kind("observation"), ids=lambda row: row["id"])
def test_a_value_is_found_through_its_series(client: Client, row: dict[str, Any]) -> None:
    (shown,) = read(client, f"observations/?series={row['series']}")["results"]

    for name in ("wording", "comparator", "value", "lower", "upper", "upper_excluded"):
        assert shown[name] == row[name], name
    assert unit(shown) == row["unit"]
    assert (shown["period"]["start"], shown["period"]["end"]) == (row["period_start"], row["period_end"])
    assert shown["period"]["source"] == row["period_source"]
    assert scope(shown) == row["scope"]
    assert set(row["flags"]) <= codes(shown["flags"])
    assert shown["citation"]["place"] == row["cite"]
    assert shown["status"] == "verified"


@pytest.mark.parametrize("row", of_kind("count"), ids=lambda row: row["id"])
def test_a_stated_count_is_found_at_its_plan_or_task(client: Client, row: dict[str, Any]) -> None:
    shown = read(client, f"plans/{row['plan']}/" if "plan" in row else f"tasks/{row['task']}/")

    assert shown[row["field"]] == int(row["value"])
    assert row["wording"] in shown["stated_wording"]
    assert shown["citation"]["place"] == row["cite"]


def test_what_was_extracted_stands_beside_what_is_stated(client: Client) -> None:
    shown = read(client, "plans/hubei-cadre-quality-2026/")
    assert (shown["stated_action_count"], shown["stated_count"]) == (6, 25)
    assert shown["extracted"] == {"action": 6, "task": 16, "step": 43, "targets": 2}


def test_no_plan_of_the_record_is_of_the_demonstration(client: Client) -> None:
    assert [plan["is_demo"] for plan in read(client, "plans/")["results"]] == [False] * 4
