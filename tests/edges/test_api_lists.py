"""What the shelves of the API hold, and how values look there."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from targets import models
from targets.rules.terms import AreaKind, Comparator, Flag, Measure, ResponsibilityRole, TaskKind
from targets.services import records
from tests import make
from tests.edges.api import SHELVES, ask, codes, fill_every_shelf, rows

pytestmark = pytest.mark.django_db


def test_the_root_names_every_shelf(client: Client) -> None:
    assert ask(client, "").keys() == {*SHELVES, "tokens", "me", "assessments/preview", "schema", "docs"}


@pytest.mark.parametrize("shelf", SHELVES)
def test_every_row_of_a_shelf_stands_at_its_own_address(client: Client, shelf: str) -> None:
    fill_every_shelf()
    found = rows(client, f"{shelf}/")
    assert found
    for row in found:
        assert row.items() <= ask(client, row["url"]).items()


def test_coded_things_are_addressed_by_code(client: Client) -> None:
    make.make_area(code="420100", name="武汉市", name_en="Wuhan", kind=AreaKind.CODED)
    assert ask(client, "areas/420100/")["name"] == {"zh": "武汉市", "en": "Wuhan"}


def test_a_target_is_found_by_its_code_as_well_as_by_its_id(client: Client) -> None:
    target = make.make_target(code="my-plan.output")
    assert ask(client, "targets/my-plan.output/")["id"] == target.pk


def test_a_target_says_what_the_document_says(client: Client) -> None:
    target = make.make_target(code="some-plan.output")
    row = ask(client, f"targets/{target.pk}/")
    assert (row["wording"], row["measure"], row["comparator"]) == ("超200万辆", "level", "gt")
    assert (row["lower"], row["upper"], row["tolerance"], row["scale"]) == ("2000000", None, None, "10000")
    assert row["unit"] == {"zh": "辆", "en": "vehicles"}
    assert row["deadline"] == {"date": "2030-12-31", "precision": "year", "source": "stated"}
    assert row["base"] == {"value": None, "date": None, "source": "none"}
    assert (row["modality"], row["nature"], row["quantifier"]) == ("unstated", "unstated", "at_deadline")
    assert row["formal_reading"]["zh"].startswith("2030年")
    assert "2,000,000 vehicles" in row["formal_reading"]["en"]
    assert row["revision"]["number"] == 1


def test_an_unclear_scope_is_said_beside_the_area_it_is_filed_under(client: Client) -> None:
    area = make.make_area(code="corridor")
    target = make.make_target(series=make.make_series(area=area), says={"flags": [Flag.SCOPE_UNCLEAR]})
    row = ask(client, f"targets/{target.pk}/")
    assert row["scope"]["unclear"] is True
    assert row["scope"]["area"]["code"] == "corridor"
    assert row["flags"] == [{"code": "scope_unclear", "zh": "范围未写明", "en": "scope not stated"}]


def test_the_class_of_counted_things_is_not_the_target(client: Client) -> None:
    indicator = make.make_indicator(
        class_attribute="产值",
        class_attribute_en="output value",
        class_comparator=Comparator.GE,
        class_threshold=Decimal(10**11),
        class_unit="元",
        class_unit_en="yuan",
    )
    series = make.make_series(indicator=indicator)
    says = {"measure": Measure.COUNT_OF_CLASS, "comparator": Comparator.BARE, "lower": Decimal(6), "scale": Decimal(1)}
    row = ask(client, f"targets/{make.make_target(series=series, says=says).pk}/")
    assert row["lower"] == "6"
    assert row["class_condition"] == {
        "attribute": {"zh": "产值", "en": "output value"},
        "comparator": "ge",
        "threshold": "100000000000",
        "unit": {"zh": "元", "en": "yuan"},
    }


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("0.06", "0.06"),
        ("1300000000000", "1300000000000"),
        ("10", "10"),
        ("-0.18", "-0.18"),
        ("0", "0"),
        ("0.0000000001", "0.0000000001"),
        ("1234567890123456789012345678.0123456789"[1:], "234567890123456789012345678.0123456789"),
    ],
)
def test_numbers_are_exact_texts(client: Client, stored: str, shown: str) -> None:
    make.make_observation(value=Decimal(stored))
    assert rows(client, "observations/", as_of="2027-01-01")[0]["value"] == shown


def test_null_is_not_zero(client: Client) -> None:
    make.make_observation(value=Decimal(0), period_start=None)
    [row] = rows(client, "observations/", as_of="2027-01-01")
    assert row["value"] == "0"
    assert (row["lower"], row["numerator"], row["period"]["start"]) == (None, None, None)


def test_an_inexact_value_says_its_bounds(client: Client) -> None:
    bounds = {"comparator": Comparator.GE, "value": None, "lower": Decimal(7000), "upper": Decimal(8000)}
    make.make_observation(wording="7000余个", upper_excluded=True, **bounds)
    [row] = rows(client, "observations/", as_of="2027-01-01")
    assert (row["value"], row["lower"], row["upper"], row["upper_excluded"]) == (None, "7000", "8000", True)


def test_a_plan_shows_what_it_states_beside_what_was_extracted(client: Client) -> None:
    plan = make.make_plan(code="scheme", stated_action_count=6, stated_count=25, stated_wording="六个方面25项具体任务")
    action = make.make_task(plan, kind=TaskKind.ACTION)
    for _ in range(2):
        make.make_task(parent=action, kind=TaskKind.STEP)
        make.make_target(plan)
    row = ask(client, "plans/scheme/")
    assert (row["stated_action_count"], row["stated_count"]) == (6, 25)
    assert row["extracted"] == {"action": 1, "task": 0, "step": 2, "targets": 2}


def test_a_task_shows_who_has_which_part_in_it(client: Client) -> None:
    task, body = make.make_task(), make.make_organisation(code="bureau")
    part = models.Responsibility(organisation=body, task=task, role=ResponsibilityRole.LEAD)
    records.create(part, by=None)
    [shown] = ask(client, f"tasks/{task.code}/")["responsibilities"]
    assert (shown["organisation"]["code"], shown["role"], shown["rule"]) == ("bureau", "lead", "stated")


def test_tasks_stand_in_printed_order(client: Client) -> None:
    plan = make.make_plan()
    second, first = make.make_task(plan, position=2), make.make_task(plan, position=1)
    below = make.make_task(parent=first)
    assert codes(client, "tasks/", plan=plan.code) == [first.code, below.code, second.code]


def test_a_citation_tells_the_place(client: Client) -> None:
    place = make.make_citation(story="S6", lines="138-140", source=make.make_source(code="daily", title="日报"))
    target = make.make_target(says={"citation": place})
    citation = ask(client, f"targets/{target.pk}/")["citation"]
    assert citation["source"]["name"] == {"zh": "日报", "en": None}
    assert (citation["story"], citation["lines"], citation["place"]) == ("S6", "138-140", "S6 L138-140")
    assert (citation["page"], citation["paragraph"], citation["wording"]) == (None, None, None)


def test_milestones_stand_with_their_target(client: Client) -> None:
    target = make.make_target()
    late, early = (make.make_milestone(target, day=date(year, 12, 31)) for year in (2029, 2027))
    shown = ask(client, f"targets/{target.pk}/")["milestones"]
    assert [each["id"] for each in shown] == [early.pk, late.pk]


def test_demonstration_rows_are_marked_and_can_be_left_out(client: Client) -> None:
    make.make_plan(code="demo-plan")
    make.make_plan(code="real-plan")
    marks = {row["code"]: row["is_demo"] for row in rows(client, "plans/")}
    assert marks == {"demo-plan": True, "real-plan": False}
    assert codes(client, "plans/", demo="false") == ["real-plan"]
    assert codes(client, "plans/", demo="true") == ["demo-plan"]


@pytest.mark.parametrize("shelf", [shelf for shelf in SHELVES if shelf != "citations"])
def test_every_shelf_marks_its_demonstration_rows(client: Client, shelf: str) -> None:
    fill_every_shelf()
    assert all(row["is_demo"] is False for row in rows(client, f"{shelf}/"))
    assert rows(client, f"{shelf}/", demo="true") == []
    assert rows(client, f"{shelf}/", demo="false")


def test_reading_needs_no_more_than_head(client: Client) -> None:
    answer = client.head("/api/v1/plans/")
    assert (answer.status_code, answer.content) == (200, b"")
