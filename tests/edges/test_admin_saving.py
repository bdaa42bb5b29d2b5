"""Saving goes through services: the actor is kept, a refusal is told and nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import PlanStatus, Role
from tests import make

pytestmark = pytest.mark.django_db


def url(noun: str, word: str, row: Any = None) -> str:
    return reverse(f"admin:targets_{noun}_{word}", args=[row.pk] if row else [])


@pytest.fixture
def administrator() -> models.User:
    return make.make_administrator(username="wang")


@pytest.fixture
def desk(client: Client, administrator: models.User) -> Client:
    client.force_login(administrator)
    client.cookies["django_language"] = "en"
    return client


def typed(page: Any) -> dict[str, Any]:
    """What the browser would send if the form were saved as it stands."""
    forms = [page.context["adminform"].form]
    data: dict[str, Any] = {}
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False and value not in ("", []):
                data[field.html_name] = "on" if value is True else value
    return data


def actor_of_last(model: type[Any]) -> str:
    event = (
        apps.get_model("targets", f"{model.__name__}Event")
        ._default_manager.select_related("pgh_context")
        .latest("pgh_id")
    )
    return event.pgh_context.metadata["actor_name"]


def errors(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 200
    return answer.context["adminform"].form.errors


def test_a_form_saved_as_it_stands_changes_nothing(desk: Client) -> None:
    plan = make.make_plan(
        flags=["summary_only"], period_start=date(2026, 1, 1), period_end=date(2030, 12, 31), period_source="stated"
    )
    before = models.Plan.objects.values().get()
    assert desk.post(url("plan", "edit", plan), typed(desk.get(url("plan", "edit", plan)))).status_code == 302
    assert models.Plan.objects.values().get() == before


def test_history_keeps_who_saved(desk: Client) -> None:
    assert (
        desk.post(
            url("organisation", "add"), {"name": "某局", "code": "some-office", "level": "department"}
        ).status_code
        == 302
    )
    assert actor_of_last(models.Organisation) == "wang"
    page = desk.get(url("organisation", "history", models.Organisation.objects.get())).content.decode()
    assert "wang" in page


def test_the_page_of_changes_tells_before_and_after(desk: Client) -> None:
    plan = make.make_plan(name="旧名")
    desk.post(url("plan", "edit", plan), typed(desk.get(url("plan", "edit", plan))) | {"name": "新名"})
    page = desk.get(url("plan", "history", plan)).content.decode()
    assert "旧名" in page
    assert "新名" in page


def test_rows_within_a_page_are_added_changed_and_removed(desk: Client, administrator: models.User) -> None:
    task, body = make.make_task(), make.make_organisation()
    data = typed(desk.get(url("task", "change", task)))
    new = {"updates-TOTAL_FORMS": 1, "updates-0-day": "2026-05-01", "updates-0-progress": "已开工"}
    new |= {
        "responsibilities-TOTAL_FORMS": 1,
        "responsibilities-0-organisation": body.pk,
        "responsibilities-0-role": "lead",
    }
    new |= {"responsibilities-0-rule": "stated", "responsibilities-0-position": 0}
    assert desk.post(url("task", "change", task), data | new).status_code == 302
    update = models.Update.objects.get()
    assert update.recorded_by == administrator
    assert update.recorded_at is not None
    data = typed(desk.get(url("task", "change", task))) | {
        "updates-0-progress": "已完工",
        "responsibilities-0-DELETE": "on",
    }
    assert desk.post(url("task", "change", task), data).status_code == 302
    assert models.Update.objects.get().progress == "已完工"
    assert not models.Responsibility.objects.exists()


def test_what_only_the_database_knows_is_told_at_the_field(desk: Client) -> None:
    above = make.make_organisation()
    below = make.make_organisation(parent=above)
    data = typed(desk.get(url("organisation", "change", above))) | {"parent": below.pk}
    assert "circle" in errors(desk.post(url("organisation", "change", above), data))["parent"][0]
    plan, other = make.make_plan(), make.make_plan()
    stranger = make.make_task(other)
    task = make.make_task(plan)
    data = typed(desk.get(url("task", "change", task))) | {"parent": stranger.pk}
    assert "another plan" in errors(desk.post(url("task", "change", task), data))["parent"][0]


def test_a_row_in_use_is_not_removed_and_the_user_learns_why(desk: Client) -> None:
    series = make.make_series()
    page = desk.get(url("indicator", "delete", series.indicator))
    assert "series" in page.content.decode().lower()
    assert desk.post(url("indicator", "delete", series.indicator), {"post": "yes"}).status_code in (200, 302)
    assert models.Indicator.objects.filter(pk=series.indicator_id).exists()


def test_an_unused_row_is_removed(desk: Client) -> None:
    body = make.make_organisation()
    assert desk.post(url("organisation", "delete", body), {"post": "yes"}).status_code == 302
    assert not models.Organisation.objects.exists()
    assert actor_of_last(models.Organisation) == "wang"


def test_recorded_rows_can_be_neither_edited_nor_removed_even_by_an_administrator(desk: Client) -> None:
    target = make.make_target()
    rows = [target.revisions.get(), make.make_milestone(target), make.make_observation(target.series)]
    for row in rows:
        noun = row._meta.model_name
        assert desk.post(url(noun, "change", row), {"wording": "改"}).status_code == 403
        assert desk.post(url(noun, "delete", row), {"post": "yes"}).status_code == 403
    assert desk.post(url("target", "delete", target), {"post": "yes"}).status_code == 403


def test_a_plan_is_published_and_archived_by_button(desk: Client) -> None:
    plan = make.make_plan(status=PlanStatus.DRAFT)
    desk.get(url("plan", "publish", plan))
    assert models.Plan.objects.get().status == PlanStatus.DRAFT
    desk.post(url("plan", "publish", plan))
    assert models.Plan.objects.get().status == PlanStatus.PUBLISHED
    desk.post(url("plan", "archive", plan))
    assert models.Plan.objects.get().status == PlanStatus.ARCHIVED
    assert actor_of_last(models.Plan) == "wang"


def test_an_administrator_adds_a_user_with_a_role(desk: Client) -> None:
    body = make.make_organisation()
    secret = "a long enough secret 7"
    given = {"username": "li", "password1": secret, "password2": secret, "usable_password": "true"}
    none = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    assert desk.post(url("user", "add"), given | none).status_code == 302
    user = models.User.objects.get(username="li")
    assert user.check_password(secret)
    data = typed(desk.get(url("user", "change", user)))
    data |= {"memberships-TOTAL_FORMS": 1, "memberships-0-organisation": body.pk, "memberships-0-role": Role.EDITOR}
    assert desk.post(url("user", "change", user), data).status_code == 302
    assert models.Membership.objects.get().user == user
    assert models.User.objects.get(username="li").check_password(secret)


def test_a_list_of_stages_is_typed_with_commas_of_either_kind(desk: Client) -> None:
    data = {"name": "建设进度", "code": "works", "accumulation": "stage", "direction": "up", "frequency": "unstated"}
    assert desk.post(url("indicator", "add"), data | {"stages": "前期，开工、 主体完工, 竣工"}).status_code == 302
    indicator = models.Indicator.objects.get()
    assert indicator.stages == ["前期", "开工", "主体完工", "竣工"]
    assert (
        desk.get(url("indicator", "change", indicator)).context["adminform"].form["stages"].value()
        == "前期, 开工, 主体完工, 竣工"
    )


def test_numbers_are_shown_and_taken_without_stray_zeros(desk: Client) -> None:
    indicator = make.make_indicator(
        class_comparator="ge", class_threshold="100000000000", class_unit="元", class_attribute="产值"
    )
    page = desk.get(url("indicator", "change", indicator))
    assert page.context["adminform"].form["class_threshold"].value() == "100000000000"
    data = typed(page) | {"class_threshold": "1,000,000.50"}
    assert desk.post(url("indicator", "change", indicator), data).status_code == 302
    assert models.Indicator.objects.get().class_threshold == 1_000_000.5
    assert (
        desk.get(url("indicator", "change", indicator)).context["adminform"].form["class_threshold"].value()
        == "1000000.5"
    )
