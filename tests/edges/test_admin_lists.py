"""Lists: found by two Chinese characters, filtered, the demonstration marked, and no more queries for more rows."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets import models
from targets.queries.days import today
from targets.rules.terms import PlanStatus, ResponsibilityRole, Role
from targets.services import records, tasks
from tests import make
from tests.edges.home import number as number_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    return client


def names(desk: Client, noun: str, **asked: Any) -> set[str]:
    page = desk.get(reverse(f"admin:targets_{noun}_changelist"), asked)
    assert page.status_code == 200
    return {str(row) for row in page.context["cl"].result_list}


def add_rows(count: int) -> None:
    """So many rows of every noun, each with neighbours of its own, so that a missing join would show."""
    for number in range(count):
        body, area, place = make.make_organisation(), make.make_area(), make.make_citation(lines=str(number + 1))
        body.parent, area.parent = make.make_organisation(), make.make_area()
        records.edit(body, by=None, version=None)
        records.edit(area, by=None, version=None)
        plan = make.make_plan(issuer=body, owner=body, area=area, citation=place, flags=["summary_only"])
        task = make.make_task(parent=make.make_task(plan), citation=place)
        target = make.make_target(task=task, says={"citation": place, "flags": ["scope_unclear"]})
        make.make_milestone(target)
        make.make_observation(target.series, reported_by=body, citation=place)
        make.make_policy(plan=plan)
        tasks.tell(models.Update(task=task, day=date(2026, 5, 1), progress="已开工"), by=None)
        records.create(models.Responsibility(organisation=body, task=task, role=ResponsibilityRole.LEAD), by=None)
        make.make_member(body, Role.EDITOR)


def queries_of_lists(desk: Client) -> dict[str, int]:
    counts = {}
    for noun in (model for model in admin.site._registry if model._meta.app_label == "targets"):
        page = reverse(f"admin:targets_{noun._meta.model_name}_changelist")
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert desk.get(page).status_code == 200
        counts[noun.__name__] = len(seen)
    with CaptureQueriesContext(connection) as seen:
        assert desk.get(reverse("admin:index")).status_code == 200
    return counts | {"home": len(seen)}


def test_a_list_of_thirty_costs_as_many_queries_as_a_list_of_three(desk: Client) -> None:
    add_rows(3)
    queries_of_lists(desk)  # what is read once for each process is read now
    few = queries_of_lists(desk)
    add_rows(27)
    assert queries_of_lists(desk) == few


def test_a_plan_page_of_thirty_targets_costs_as_many_queries_as_one_of_three(desk: Client) -> None:
    plan = make.make_plan()

    def queries(count: int) -> int:
        for _ in range(count):
            task = make.make_task(plan, citation=make.make_citation(), flags=["qualitative"])
            target = make.make_target(task=task, says={"citation": make.make_citation()})
            make.make_milestone(target)
            records.create(
                models.Responsibility(organisation=make.make_organisation(), task=task, role="lead"), by=None
            )
        with CaptureQueriesContext(connection) as seen:
            assert desk.get(reverse("admin:targets_plan_change", args=[plan.pk])).status_code == 200
        return len(seen)

    queries(3)
    assert queries(0) == queries(27)


def test_two_chinese_characters_are_enough_to_find_a_row(desk: Client) -> None:
    make.make_plan(name="车谷产业创新大走廊建设行动方案")
    make.make_plan(name="干部素质提升年实施方案")
    assert names(desk, "plan", q="走廊") == {"车谷产业创新大走廊建设行动方案"}
    make.make_target(says={"wording": "新增100家10亿元以上"})
    other = make.make_target(says={"wording": "超200万辆"})
    assert names(desk, "target", q="万辆") == {other.code}
    assert names(desk, "organisation", q="不在") == set()


def test_rows_are_found_by_english_name_code_and_number(desk: Client) -> None:
    make.make_plan(name="方案甲", name_en="Corridor plan", code="corridor")
    assert names(desk, "plan", q="corridor plan") == names(desk, "plan", q="corridor") != set()
    make.make_task(name="第五件", number="五")
    make.make_task(name="第六件", number="六")
    assert names(desk, "task", q="五") == {"第五件"}


def test_targets_are_filtered_by_what_their_revision_in_force_says(desk: Client) -> None:
    vehicles = make.make_target(says={"flags": ["scope_unclear"]})
    stretch = {"modality": "stretch", "measure": "annual_growth", "lower": Decimal("0.06")}
    growth = make.make_target(says={"deadline": date(2027, 12, 31), **stretch})
    based = make.make_target(says={"base_value": Decimal(5), "base_date": date(2025, 12, 31), "base_source": "stated"})
    assert names(desk, "target", flag="scope_unclear") == {vehicles.code}
    assert names(desk, "target", flag="any") == {vehicles.code}
    assert names(desk, "target", deadline="2027") == {growth.code}
    assert names(desk, "target", modality="stretch") == names(desk, "target", measure="annual_growth") == {growth.code}
    assert names(desk, "target", base="yes") == {based.code}
    assert names(desk, "target", plan__id__exact=based.plan_id) == {based.code}


def test_the_demonstration_is_marked_and_can_be_left_out(desk: Client) -> None:
    make.make_plan(name="真方案")
    demo = make.make_plan(name="演示方案", code="demo-plan")
    task = make.make_task(demo)
    target = make.make_target(task=task)
    value = make.make_observation(make.make_series(code="demo-series"))
    assert names(desk, "plan", demo="no") == {"真方案"}
    assert names(desk, "plan", demo="yes") == {"演示方案"}
    for row in (demo, task, target, value):
        noun = row._meta.model_name
        for page in (f"{noun}_changelist", f"{noun}_change"):
            address = reverse(f"admin:targets_{page}", args=[] if "list" in page else [row.pk])
            assert "mark-demo" in desk.get(address).content.decode(), address
    real = models.Plan.objects.get(name="真方案")
    assert "mark-demo" not in desk.get(reverse("admin:targets_plan_change", args=[real.pk])).content.decode()


def test_suggestions_stay_within_the_plan_and_say_which_row_is_meant(desk: Client) -> None:
    here = make.make_task(make.make_plan(name="这个方案"), name="同名任务", number="三")
    make.make_task(make.make_plan(name="那个方案"), name="同名任务")
    asked = {"app_label": "targets", "model_name": "target", "field_name": "task", "term": "同名"}
    both = desk.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert {each["text"] for each in both} == {"三 同名任务 (这个方案)", "同名任务 (那个方案)"}
    within = desk.get(reverse("admin:autocomplete"), asked | {"plan": here.plan_id}).json()["results"]
    assert [each["id"] for each in within] == [str(here.pk)]


def test_numbers_stand_in_lists_as_people_write_them(desk: Client) -> None:
    target = make.make_target()
    make.make_observation(target.series)
    assert "超过2,000,000辆（200万辆）" in desk.get(reverse("admin:targets_target_changelist")).content.decode()
    page = desk.get(reverse("admin:targets_observation_changelist")).content.decode()
    assert "1,300,000辆（130万辆）" in page
    assert "2026年" in page
    assert ".0000" not in page


def test_archived_plans_leave_the_home_page_and_stay_in_the_list(desk: Client) -> None:
    make.make_plan(name="旧方案", status=PlanStatus.ARCHIVED)
    assert names(desk, "plan") == {"旧方案"}
    assert number_of(desk, "plans") == 0
    assert desk.get(reverse("admin:index")).context["plans"] == []


def test_an_organisation_finds_what_concerns_it_or_one_below_it(desk: Client) -> None:
    city, other = make.make_organisation(name="市"), make.make_organisation(name="邻市")
    bureau = make.make_organisation(name="局", parent=city)
    kept = make.make_target(make.make_plan(owner=bureau))
    issued = make.make_target(make.make_plan(issuer=city))
    figure = make.make_target(series=make.make_series(organisation=bureau))
    task = make.make_task(make.make_plan())
    parted = make.make_target(task=task)
    records.create(models.Responsibility(organisation=bureau, task=task, role="lead"), by=None)
    make.make_target(make.make_plan(owner=other))
    mine = {kept.code, issued.code, figure.code, parted.code}
    assert names(desk, "target", plan__owner__id__exact=city.pk) == mine
    assert names(desk, "target", plan__owner__id__exact=bureau.pk) == mine - {issued.code}
    assert names(desk, "plan", owner__id__exact=city.pk) == {str(row.plan) for row in (kept, issued, parted)}
    assert names(desk, "task", plan__owner__id__exact=city.pk) == {str(task)}
    value = make.make_observation(figure.series)
    make.make_observation(make.make_series(organisation=other))
    assert names(desk, "observation", series__organisation__id__exact=city.pk) == {str(value)}
    every = {str(row.series) for row in (kept, issued, figure, parted)}
    assert names(desk, "series", organisation__id__exact=city.pk) == every


def test_a_series_is_not_found_by_a_plan_that_the_user_does_not_see(client: Client) -> None:
    office, other = make.make_organisation(), make.make_organisation()
    client.force_login(make.make_member(office, Role.EDITOR))
    seen = make.make_target(make.make_plan(owner=other))
    shared = make.make_target(make.make_plan(owner=office)).series
    make.make_target(make.make_plan(owner=other, status=PlanStatus.DRAFT), series=shared)
    page = client.get(reverse("admin:targets_series_changelist"), {"organisation__id__exact": other.pk})
    assert [row.pk for row in page.context["cl"].result_list] == [seen.series_id]


@pytest.mark.parametrize("key", ["x", "9" * 30, "-1"])
def test_an_organisation_that_there_is_not_finds_nothing_and_breaks_nothing(desk: Client, key: str) -> None:
    make.make_target()
    page = desk.get(reverse("admin:targets_target_changelist"), {"plan__owner__id__exact": key}, follow=True)
    assert page.status_code == 200


def test_deadlines_are_near_passed_missing_or_of_a_year(desk: Client) -> None:
    days = {
        "near": today() + timedelta(days=30),
        "passed": date(2020, 12, 31),
        "none": None,
        "2099": date(2099, 12, 31),
    }
    rows = {}
    for asked, day in days.items():
        source = {"deadline_source": "none", "deadline_precision": ""} if day is None else {}
        rows[asked] = make.make_target(says={"deadline": day, **source}).code
    for asked, code in rows.items():
        assert names(desk, "target", deadline=asked) == {code}, asked
    assert names(desk, "target", deadline="2020") == {rows["passed"]}
