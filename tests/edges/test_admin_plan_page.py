"""A plan opens as its tree: what the document says of itself, and every target in its place."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import Flag, ResponsibilityRole
from targets.services import records, targets
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    return client


def page_of(desk: Client, plan: models.Plan, language: str = "zh-hans") -> str:
    desk.cookies["django_language"] = language
    answer = desk.get(reverse("admin:targets_plan_change", args=[plan.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_stated_stands_beside_what_is_extracted(desk: Client) -> None:
    plan = make.make_plan(stated_action_count=6, stated_count=25, stated_wording="六个方面25项具体任务")
    make.make_task(plan, kind="action")
    page = page_of(desk, plan, "en")
    assert "六个方面25项具体任务" in page
    assert "6 actions, 25 tasks" in page
    assert "1 action, 0 tasks, 0 steps, 0 targets" in page


def test_what_the_document_does_not_say_is_said_to_be_unstated(desk: Client) -> None:
    page = page_of(desk, make.make_plan(), "en")
    assert page.count("not stated") >= 5
    assert "no count stated" in page


def test_a_node_shows_its_number_as_printed_or_none(desk: Client) -> None:
    plan = make.make_plan()
    make.make_task(plan, number="（五）", name="有号", kind="action")
    make.make_task(plan, name="无号", kind="action")
    page = page_of(desk, plan)
    assert '<span class="number">（五）</span>' in page
    assert page.count('class="number"></span>') == 1


def test_group_headings_open_once_and_children_stand_below(desk: Client) -> None:
    plan = make.make_plan()
    first = make.make_task(plan, name="甲行动", group="夯实基础", kind="action")
    make.make_task(plan, name="乙行动", group="夯实基础", kind="action")
    make.make_task(parent=first, name="甲之一")
    page = page_of(desk, plan)
    assert page.count("夯实基础</h3>") == 1
    assert page.index("甲行动") < page.index("甲之一") < page.index("乙行动")
    answer = desk.get(reverse("admin:targets_plan_change", args=[plan.pk]))
    top = answer.context["branches"]
    assert [str(branch.task) for branch in top] == ["甲行动", "乙行动"]
    assert [str(branch.task) for branch in top[0].children] == ["甲之一"]


def test_a_target_shows_wording_reading_deadline_flags_milestones_and_citation(desk: Client) -> None:
    plan = make.make_plan(name="某方案")
    place = make.make_citation(story="S6", lines="138")
    says = {"citation": place, "flags": ["annual_or_cumulative"]}
    base = {"base_value": Decimal(1_000_000), "base_date": date(2025, 12, 31), "base_source": "stated"}
    target = make.make_target(task=make.make_task(plan), says=says | base)
    make.make_milestone(target, wording="2028年160万辆")
    page = page_of(desk, plan)
    for words in (
        "超200万辆",
        "超过2,000,000辆（200万辆）",
        "2030年",
        "S6 L138",
        Flag.ANNUAL_OR_CUMULATIVE.zh,
        "160万辆",
    ):
        assert words in page, words
    assert reverse("admin:targets_target_change", args=[target.pk]) in page
    assert "more than 2,000,000 vehicles" in page_of(desk, plan, "en")


def test_a_withdrawn_target_leaves_the_tree(desk: Client) -> None:
    target = make.make_target(says={"wording": "已撤销的"})
    targets.withdraw(target, reason="并入", effective_date=date(2026, 2, 1), by=None)
    assert "已撤销的" not in page_of(desk, target.plan)


def test_a_target_of_the_plan_as_a_whole_stands_before_the_tree(desk: Client) -> None:
    target = make.make_target(says={"wording": "整体目标"})
    make.make_task(target.plan, name="第一项")
    page = page_of(desk, target.plan)
    assert page.index("整体目标") < page.index("第一项")


def test_bodies_with_a_part_in_a_task_are_named(desk: Client) -> None:
    task = make.make_task()
    body = make.make_organisation(name="市经信局")
    records.create(models.Responsibility(organisation=body, task=task, role=ResponsibilityRole.LEAD), by=None)
    assert "牵头 市经信局" in page_of(desk, task.plan)


def test_links_to_add_are_filled_in_with_the_place(desk: Client) -> None:
    task = make.make_task()
    page = page_of(desk, task.plan)
    assert f"?plan={task.plan_id}&amp;parent={task.pk}" in page
    assert f"?plan={task.plan_id}&amp;task={task.pk}" in page
    form = desk.get(reverse("admin:targets_target_add"), {"plan": task.plan_id, "task": task.pk})
    assert form.context["adminform"].form["task"].value() == str(task.pk)


def test_saving_a_task_leads_back_to_its_place_in_the_plan(desk: Client) -> None:
    plan = make.make_plan()
    none = {
        f"{rows}-{count}": 0 for rows in ("updates", "responsibilities") for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    data = {"plan": plan.pk, "kind": "action", "name": "新行动", "position": 0, **none}
    answer = desk.post(reverse("admin:targets_task_add"), data)
    task = models.Task.objects.get()
    assert answer["Location"] == f"{reverse('admin:targets_plan_change', args=[plan.pk])}#task-{task.pk}"
    assert task.code == f"{plan.code}.1"


def test_an_empty_plan_says_what_to_do_next(desk: Client) -> None:
    assert "no tasks and no targets yet" in page_of(desk, make.make_plan(), "en")
