"""Who comes into the admin, what they see there, and what they may do."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import ObservationStatus, PlanStatus, Role
from tests import make

pytestmark = pytest.mark.django_db


def url(noun: str, word: str, row: Any = None) -> str:
    return reverse(f"admin:targets_{noun}_{word}", args=[row.pk] if row else [])


def signed_in(user: models.User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def body() -> models.Organisation:
    return make.make_organisation(name="我单位")


@pytest.fixture
def editor(body: models.Organisation) -> Client:
    return signed_in(make.make_member(body, Role.EDITOR))


@pytest.fixture
def viewer(body: models.Organisation) -> Client:
    return signed_in(make.make_member(body, Role.VIEWER))


def test_a_member_signs_in_without_being_staff(body: models.Organisation, client: Client) -> None:
    user = make.make_member(body, Role.VIEWER)
    answer = client.post(reverse("admin:login"), {"username": user.username, "password": "correct horse battery"})
    assert answer.status_code == 302
    assert client.get(reverse("admin:index")).status_code == 200


def test_someone_without_membership_is_told_why_the_door_stays_closed(client: Client) -> None:
    user = make.make_user(is_staff=True)
    client.cookies["django_language"] = "en"
    answer = client.post(reverse("admin:login"), {"username": user.username, "password": "correct horse battery"})
    assert "belongs to no organisation" in answer.content.decode()
    client.force_login(user)
    assert client.get(reverse("admin:index")).status_code == 302


def test_a_draft_of_others_does_not_exist_for_an_editor(editor: Client) -> None:
    hidden = make.make_plan(name="别家的草稿", status=PlanStatus.DRAFT, owner=make.make_organisation())
    assert "别家的草稿" not in editor.get(url("plan", "changelist")).content.decode()
    for word in ("change", "edit", "history", "delete"):
        answer = editor.get(url("plan", word, hidden))
        assert answer.status_code == 302, word
        assert answer["Location"] == reverse("admin:index")
    assert editor.post(url("plan", "publish", hidden)).status_code == 404


def test_what_is_hidden_is_neither_offered_nor_taken(editor: Client, body: models.Organisation) -> None:
    hidden = make.make_plan(name="别家的草稿", status=PlanStatus.DRAFT, owner=make.make_organisation())
    own = make.make_plan(name="自家的草稿", status=PlanStatus.DRAFT, owner=body)
    asked = {"app_label": "targets", "model_name": "task", "field_name": "plan", "term": "草稿"}
    found = editor.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert [each["id"] for each in found] == [str(own.pk)]
    answer = editor.post(url("task", "add"), task_data(hidden))
    assert answer.status_code == 200
    assert answer.context["adminform"].form.errors["plan"]
    assert "别家的草稿" not in answer.content.decode()


def test_a_filter_does_not_name_what_is_hidden(editor: Client) -> None:
    hidden = make.make_plan(name="别家的草稿", status=PlanStatus.DRAFT, owner=make.make_organisation())
    page = editor.get(url("task", "changelist"), {"plan__id__exact": hidden.pk})
    assert "别家的草稿" not in page.content.decode()


def test_an_editor_adds_a_plan_for_their_own_body_only(editor: Client, body: models.Organisation) -> None:
    other = make.make_organisation()
    answer = editor.post(url("plan", "add"), plan_data(code="new", owner=other.pk))
    assert answer.context["adminform"].form.errors["owner"]
    assert not models.Plan.objects.filter(code="new").exists()
    answer = editor.post(url("plan", "add"), plan_data(code="new", owner=body.pk))
    assert answer.status_code == 302
    assert models.Plan.objects.get(code="new").owner == body


def test_an_editor_cannot_hand_a_plan_of_others_to_themselves(editor: Client, body: models.Organisation) -> None:
    plan = make.make_plan(owner=make.make_organisation())
    answer = editor.post(url("plan", "edit", plan), plan_data(code=plan.code, owner=body.pk, seen_version=plan.version))
    assert answer.status_code == 403
    assert models.Plan.objects.get().owner != body


def test_an_editor_reads_the_plans_of_others_and_finds_no_way_to_change_them(editor: Client) -> None:
    plan = make.make_plan(owner=make.make_organisation())
    target = make.make_target(plan)
    page = editor.get(url("plan", "change", plan)).content.decode()
    assert url("plan", "edit", plan) not in page
    assert "targetrevision/add" not in editor.get(url("target", "change", target)).content.decode()
    assert editor.get(url("targetrevision", "add"), {"target": target.pk}).status_code == 302
    assert editor.get(url("target", "withdraw", target)).status_code == 403


def test_a_viewer_looks_at_everything_and_changes_nothing(viewer: Client, body: models.Organisation) -> None:
    plan = make.make_plan(owner=body)
    task = make.make_task(plan)
    target = make.make_target(task=task)
    value = make.make_observation(target.series, verified=False, reported_by=body)
    for row in (plan, task, target, target.series, target.series.indicator):
        assert viewer.get(url(row._meta.model_name, "change", row)).status_code == 200
        assert viewer.get(url(row._meta.model_name, "add")).status_code == 403
    assert viewer.post(url("plan", "change", plan), plan_data(code=plan.code)).status_code == 403
    assert viewer.post(url("plan", "publish", plan)).status_code == 403
    assert viewer.get(url("observation", "change", value)).status_code == 302
    assert viewer.post(url("observation", "verify", value)).status_code == 404


def test_a_reviewer_verifies_what_their_body_reported(body: models.Organisation) -> None:
    value = make.make_observation(verified=False, reported_by=body)
    reviewer = signed_in(make.make_member(body, Role.REVIEWER))
    assert url("observation", "verify", value) in reviewer.get(url("observation", "change", value)).content.decode()
    assert reviewer.post(url("observation", "verify", value)).status_code == 302
    value.refresh_from_db()
    assert value.status == ObservationStatus.VERIFIED
    assert value.verified_by is not None


def test_a_reporter_submits_for_their_body_only(body: models.Organisation) -> None:
    reporter, series = signed_in(make.make_member(body, Role.REPORTER)), make.make_series(organisation=body)
    assert reporter.post(url("observation", "add"), value_data(series)).context["adminform"].form.errors["reported_by"]
    assert reporter.post(url("observation", "add"), value_data(series, reported_by=body.pk)).status_code == 302
    assert models.Observation.objects.get().status == ObservationStatus.SUBMITTED
    assert reporter.post(url("observation", "verify", models.Observation.objects.get())).status_code == 403


def test_members_see_their_own_account_only_and_cannot_raise_themselves(viewer: Client) -> None:
    make.make_user("someone-else")
    page = viewer.get(url("user", "changelist")).content.decode()
    assert "someone-else" not in page
    me = models.User.objects.exclude(username="someone-else").get()
    assert viewer.post(url("user", "change", me), {"username": me.username, "is_superuser": "on"}).status_code == 403
    assert viewer.get(url("membership", "add")).status_code == 403


def test_a_refused_removal_names_only_what_the_user_may_see(editor: Client) -> None:
    hidden = make.make_target(
        make.make_plan(code="secret-plan", status=PlanStatus.DRAFT, owner=make.make_organisation())
    )
    page = editor.get(url("indicator", "delete", hidden.series.indicator)).content.decode()
    assert "secret-plan" not in page


def plan_data(**given: Any) -> dict[str, Any]:
    return {"name": "某方案", "status": "draft", "period_source": "none", **given}


def task_data(plan: models.Plan, **given: Any) -> dict[str, Any]:
    rows = {
        f"{name}-{count}": 0 for name in ("updates", "responsibilities") for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    return {"plan": plan.pk, "kind": "task", "name": "某任务", "position": 0, **rows, **given}


def value_data(series: models.Series, **given: Any) -> dict[str, Any]:
    period = {"period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31), "period_source": "stated"}
    return {"series": series.pk, "comparator": "eq", "value": "1,300,000", **period, **given}


@pytest.mark.parametrize(("status", "named"), [(PlanStatus.DRAFT, False), (PlanStatus.PUBLISHED, True)])
def test_a_form_that_may_only_be_read_names_no_draft_of_others(viewer: Client, status: str, named: bool) -> None:
    higher = make.make_plan(name="上级未公开方案", status=status, owner=make.make_organisation())
    plan = make.make_plan(name="下级方案", derived_from=higher)
    page = viewer.get(url("plan", "edit", plan)).content.decode()
    assert "下级方案" in page
    assert ("上级未公开方案" in page) is named
