"""Many rows of a list at one stroke: looked at first, done as looked at, refused where it changed, taken back."""

from typing import Any

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME as CHOSEN
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets.models import Batch, Membership, Observation, Plan, Responsibility
from targets.rules.terms import PlanStatus, Role
from targets.services import records
from tests import make

pytestmark = pytest.mark.django_db
PLANS = reverse("admin:targets_plan_changelist")


@pytest.fixture
def office() -> Any:
    return make.make_organisation()


@pytest.fixture
def desk(client: Client, office: Any) -> Client:
    client.force_login(make.make_member(office, Role.EDITOR, username="clerk"))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def drafts(office: Any) -> list[Plan]:
    return [make.make_plan(name=name, status=PlanStatus.DRAFT, owner=office) for name in "甲乙丙"]


def choose(desk: Client, address: str, deed: str, *rows: Any, **said: Any) -> Any:
    """What follows after rows were ticked and the deed was chosen."""
    return desk.post(address, {"action": deed, CHOSEN: [row.pk for row in rows], "index": "0"} | said)


def send(desk: Client, address: str, page: Any, **said: Any) -> Any:
    """The page sent back as its form would send it."""
    context = page.context
    form = {"action": context["deed"].name, CHOSEN: [context["first"]], "rows": context["rows"], "index": "0"}
    form["due"] = context["due"]
    asked = {"asked": "1"} if context["form"] is not None else {}
    return desk.post(address, form | asked | {"looked": context["looked"]} | said, follow=True)


def statuses() -> set[str]:
    return set(Plan.objects.values_list("status", flat=True))


def test_nothing_is_done_before_it_was_looked_at(desk: Client, drafts: list[Plan]) -> None:
    page = choose(desk, PLANS, "publish_plans", *drafts[:2], do="1")
    told = page.content.decode()
    assert "<b>2</b> rows will be changed" in told
    assert told.count("→") >= 2
    assert statuses() == {"draft"}


def test_it_is_done_and_taken_back(desk: Client, drafts: list[Plan]) -> None:
    page = choose(desk, PLANS, "publish_plans", *drafts)
    told = send(desk, PLANS, page, do="1").content.decode()
    assert statuses() == {"published"}
    batch = Batch.objects.get()
    address = reverse("admin:targets_batch_change", args=[batch.pk])
    assert f'href="{address}"' in told
    shown = desk.get(address).content.decode()
    assert all(f">{plan}" in shown or str(plan) in shown for plan in drafts)
    undone = desk.post(reverse("admin:targets_batch_undo", args=[batch.pk]), follow=True)
    assert "taken back" in undone.content.decode()
    assert statuses() == {"draft"}


def test_rows_that_stay_say_why_and_stay(desk: Client, drafts: list[Plan], office: Any) -> None:
    published = make.make_plan(owner=office)
    foreign = make.make_plan(name="邻市方案")
    page = choose(desk, PLANS, "publish_plans", drafts[0], published, foreign)
    told = page.content.decode()
    assert "<b>1</b> row will be changed" in told
    assert "It is no draft." in told
    assert "You may not do this here." in told
    send(desk, PLANS, page, do="1")
    assert Batch.objects.get().rows == [drafts[0].pk]


def test_what_changed_in_between_stops_all_of_it(desk: Client, drafts: list[Plan]) -> None:
    page = choose(desk, PLANS, "publish_plans", *drafts)
    drafts[1].name = "别人改了名"
    records.edit(drafts[1], by=None, version=None)
    again = send(desk, PLANS, page, do="1")
    assert "别人改了名" in " ".join(str(message) for message in again.context["messages"])
    assert statuses() == {"draft"}
    send(desk, PLANS, again, do="1")
    assert statuses() == {"published"}


def test_a_right_that_was_lost_in_between_stops_it(desk: Client, drafts: list[Plan]) -> None:
    page = choose(desk, PLANS, "publish_plans", *drafts)
    Plan.objects.update(owner=make.make_organisation())
    send(desk, PLANS, page, do="1")
    assert statuses() == {"draft"}


def test_a_right_to_one_of_the_rows_that_was_lost_stops_all_of_it_and_names_the_row(desk: Client, office: Any) -> None:
    """The target itself stays as it was looked at; its plan went to another body."""
    kept, lost = (make.make_target(make.make_plan(owner=office)) for _each in range(2))
    address = reverse("admin:targets_target_changelist")
    page = choose(desk, address, "judge_targets", kept, lost)
    Plan.objects.filter(pk=lost.plan_id).update(owner=make.make_organisation())
    again = send(desk, address, page, do="1")
    assert lost.code in " ".join(str(message) for message in again.context["messages"])
    assert not Batch.objects.exists()
    send(desk, address, again, do="1")
    assert Batch.objects.get().rows == [kept.pk]


def test_all_that_the_filter_shows_is_changed(desk: Client, drafts: list[Plan], office: Any) -> None:
    make.make_plan(name="丁", owner=office)
    address = f"{PLANS}?status__exact=draft"
    page = choose(desk, address, "archive_plans", drafts[0], select_across="1")
    send(desk, address, page, do="1")
    assert statuses() == {"archived", "published"}


def test_questions_are_asked_first_and_what_is_done_is_what_was_looked_at(desk: Client, office: Any) -> None:
    task, other = (make.make_task(make.make_plan(owner=office)) for _each in range(2))
    first, second = make.make_organisation(name="甲局"), make.make_organisation(name="乙局")
    tasks = reverse("admin:targets_task_changelist")
    page = choose(desk, tasks, "assign_tasks", task, other)
    assert 'name="do"' not in page.content.decode()
    wrong = send(desk, tasks, page, organisation="", role="lead")
    assert "organisation" in wrong.context["form"].errors
    looked = send(desk, tasks, page, organisation=first.pk, role="lead")
    assert "甲局" in looked.content.decode()
    changed = send(desk, tasks, looked, organisation=second.pk, role="lead", do="1")
    assert "乙局" in changed.content.decode()
    assert not Responsibility.objects.exists()
    send(desk, tasks, changed, organisation=second.pk, role="lead", do="1")
    assert set(Responsibility.objects.values_list("organisation", "role")) == {(second.pk, "lead")}


def test_values_are_returned_with_a_reason(desk: Client, office: Any) -> None:
    desk.force_login(make.make_administrator())
    values = [make.make_observation(verified=False) for _each in range(2)]
    address = reverse("admin:targets_observation_changelist")
    page = choose(desk, address, "return_values", *values)
    page = send(desk, address, page, return_reason="请注明口径")
    assert "This cannot be taken back" in page.content.decode()
    send(desk, address, page, return_reason="请注明口径", do="1")
    assert set(Observation.objects.values_list("status", "return_reason")) == {("returned", "请注明口径")}
    shown = desk.get(reverse("admin:targets_batch_change", args=[Batch.objects.get().pk])).content.decode()
    assert "Undo all of it" not in shown


def test_who_may_change_nothing_is_offered_nothing(client: Client, office: Any, drafts: list[Plan]) -> None:
    client.force_login(make.make_member(office, Role.VIEWER))
    assert "publish_plans" not in client.get(PLANS).content.decode()
    choose(client, PLANS, "publish_plans", *drafts)
    assert statuses() == {"draft"}


def test_the_batches_of_others_are_neither_seen_nor_taken_back(desk: Client, drafts: list[Plan], office: Any) -> None:
    send(desk, PLANS, choose(desk, PLANS, "publish_plans", *drafts), do="1")
    batch = Batch.objects.get()
    other = Client()
    other.force_login(make.make_member(office, Role.EDITOR))
    assert other.post(reverse("admin:targets_batch_undo", args=[batch.pk])).status_code == 404
    assert statuses() == {"published"}
    assert list(other.get(reverse("admin:targets_batch_changelist")).context["cl"].result_list) == []


def test_archived_plans_are_restored_from_the_list(desk: Client, drafts: list[Plan], office: Any) -> None:
    open_plan = make.make_plan(owner=office)
    send(desk, PLANS, choose(desk, PLANS, "archive_plans", *drafts), do="1")
    page = choose(desk, PLANS, "restore_plans", *drafts, open_plan)
    assert page.content.decode().count("→ draft") == 3
    assert "It is not archived." in page.content.decode()
    send(desk, PLANS, page, do="1")
    assert statuses() == {"draft", "published"}


def test_who_lost_the_right_to_a_row_takes_nothing_back(desk: Client, drafts: list[Plan], office: Any) -> None:
    send(desk, PLANS, choose(desk, PLANS, "publish_plans", *drafts), do="1")
    Membership.objects.update(role=Role.VIEWER)
    told = desk.post(reverse("admin:targets_batch_undo", args=[Batch.objects.get().pk]), follow=True)
    assert str(drafts[0]) in " ".join(str(message) for message in told.context["messages"])
    assert statuses() == {"published"}


@pytest.mark.parametrize("rows", ["x", "1:x", ":", "9" * 40, "1:1," * 3000, "\0", "-1:1"])
def test_nothing_breaks_whatever_is_sent(desk: Client, drafts: list[Plan], rows: str) -> None:
    answer = choose(desk, PLANS, "publish_plans", drafts[0], rows=rows, do="1")
    assert answer.status_code < 500
    assert statuses() == {"draft"}


def test_looking_at_many_costs_as_many_queries_as_looking_at_few(desk: Client, office: Any) -> None:
    desk.force_login(make.make_administrator())

    def queries(count: int) -> int:
        rows = [make.make_target(make.make_plan(owner=office)) for _each in range(count)]
        address = reverse("admin:targets_target_changelist")
        with CaptureQueriesContext(connection) as seen:
            assert choose(desk, address, "assign_targets", *rows).status_code == 200
        return len(seen)

    queries(2)
    assert queries(2) == queries(20)
