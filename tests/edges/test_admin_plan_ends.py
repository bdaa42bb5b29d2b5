"""From the page of a plan: it is taken over for the next period, archived, and removed where it is empty."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import PlanStatus
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def url(word: str, plan: models.Plan) -> str:
    return reverse(f"admin:targets_plan_{word}", args=[plan.pk])


@pytest.fixture
def plan() -> models.Plan:
    days = {"period_start": date(2026, 1, 1), "period_end": date(2030, 12, 31), "period_source": "stated"}
    plan = make.make_plan(code="corridor-2026-2030", name="走廊方案（2026—2030年）", **days)
    make.make_target(task=make.make_task(plan, number="一"))
    return plan


def asked(page: Any, **given: Any) -> dict[str, Any]:
    form = page.context["form"]
    return {name: form[name].value() or "" for name in form.fields} | {"create": "1"} | given


def test_the_form_proposes_name_code_and_period_and_counts_what_is_taken(desk: Client, plan: models.Plan) -> None:
    page = desk.get(url("duplicate", plan))
    found = asked(page)
    assert (found["name"], found["code"]) == ("走廊方案（2031—2035年）", "corridor-2031-2035")
    assert str(found["period_end"]) == "2035-12-31"
    text = page.content.decode()
    for words in ("1 node<", "1 target<", "0 milestones", "Deadlines move on by 5 years. end of 2030 → end of 2035"):
        assert words in text, words


def test_counting_again_writes_nothing_and_follows_the_ticks(desk: Client, plan: models.Plan) -> None:
    given = asked(desk.get(url("duplicate", plan)), targets="", create="")
    del given["create"]
    page = desk.post(url("duplicate", plan), given)
    assert "0 targets" in page.content.decode()
    assert models.Plan.objects.count() == 1


def test_the_draft_is_added_and_opens(desk: Client, plan: models.Plan) -> None:
    answer = desk.post(url("duplicate", plan), asked(desk.get(url("duplicate", plan))))
    new = models.Plan.objects.get(code="corridor-2031-2035")
    assert answer["Location"] == url("change", new)
    page = desk.get(url("change", new)).content.decode()
    assert "超200万辆" in page
    assert "more than 2,000,000 vehicles" in page


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": "corridor-2026-2030"}, "code"),
        ({"code": "Not a code"}, "code"),
        ({"name": ""}, "name"),
        ({"period_start": "2031-02-30"}, "period_start"),
        ({"period_end": "2030-01-01"}, "__all__"),
        ({"period_start": "9999-01-01", "period_end": "9999-12-31"}, ""),
        ({"name": "名\x00"}, "name"),
    ],
)
def test_what_cannot_be_is_told_at_its_field_and_what_was_typed_stays(
    desk: Client, plan: models.Plan, given: dict[str, str], field: str
) -> None:
    sent = asked(desk.get(url("duplicate", plan)), **given)
    page = desk.post(url("duplicate", plan), sent)
    if not field:
        assert page.status_code == 302, "far away, but a plan like any other"
        return
    assert field in page.context["form"].errors
    assert page.context["form"]["name"].value() == sent["name"]
    assert models.Plan.objects.count() == 1


def test_the_page_says_what_archiving_means_and_why_there_is_no_deleting(desk: Client, plan: models.Plan) -> None:
    page = desk.get(url("archive", plan)).content.decode()
    assert "stays readable" in page
    assert "It was published" in page
    assert url("delete", plan) not in page
    answer = desk.post(url("delete", plan), {"post": "yes"}, follow=True)
    assert "Archive it instead" in answer.content.decode()
    assert models.Plan.objects.filter(pk=plan.pk).exists()


def test_a_draft_is_told_that_archiving_opens_it_to_readers(desk: Client) -> None:
    plan = make.make_plan(status=PlanStatus.DRAFT)
    page = desk.get(url("archive", plan)).content.decode()
    assert "everybody with read access can read it" in page
    assert url("delete", plan) in page
    desk.post(url("delete", plan), {"post": "yes"})
    assert not models.Plan.objects.exists()


def test_archive_and_restore_say_what_they_did(desk: Client, plan: models.Plan) -> None:
    assert "archived" in desk.post(url("archive", plan), follow=True).content.decode()
    page = desk.get(url("change", plan)).content.decode()
    assert 'class="band"' in page
    assert "open again" in desk.post(url("restore", plan), follow=True).content.decode()
    assert 'class="band"' not in desk.get(url("change", plan)).content.decode()
