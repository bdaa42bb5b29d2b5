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
    for words in ("1 node<", "1 target<", "0 milestones", "Deadlines move on by 5 years. "):
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


def test_a_draft_is_told_that_archiving_shows_it_to_nobody_else(desk: Client) -> None:
    plan = make.make_plan(status=PlanStatus.DRAFT)
    page = desk.get(url("archive", plan)).content.decode()
    assert "That stays so while it is archived" in page
    assert url("delete", plan) in page
    desk.post(url("delete", plan), {"post": "yes"})
    assert not models.Plan.objects.exists()


def test_archive_and_restore_say_what_they_did(desk: Client, plan: models.Plan) -> None:
    assert "archived" in desk.post(url("archive", plan), follow=True).content.decode()
    page = desk.get(url("change", plan)).content.decode()
    assert 'class="pt band"' in page
    assert "open again" in desk.post(url("restore", plan), follow=True).content.decode()
    assert 'class="pt band"' not in desk.get(url("change", plan)).content.decode()


def test_pages_of_an_archived_plan_are_read_and_offer_to_restore_it(desk: Client, plan: models.Plan) -> None:
    target, task = models.Target.objects.get(), models.Task.objects.get()
    pages = {
        "targets_plan_change": plan,
        "targets_plan_edit": plan,
        "targets_plan_values": plan,
        "targets_target_change": target,
        "targets_target_edit": target,
        "targets_task_change": task,
    }
    desk.post(url("archive", plan))
    for name, row in pages.items():
        page = desk.get(reverse(f"admin:{name}", args=[row.pk])).content.decode()
        assert "Archived on" in page, name
        assert url("restore", plan) in page, name
        if not name.endswith("values"):
            assert 'name="_save"' not in page, name
            assert f'href="{reverse("admin:targets_target_edit", args=[target.pk])}"' not in page, name


def test_a_form_opened_before_the_plan_was_archived_keeps_what_was_typed(desk: Client, plan: models.Plan) -> None:
    task = models.Task.objects.get()
    address = reverse("admin:targets_task_change", args=[task.pk])
    form = desk.get(address).context["adminform"].form
    given = {name: form[name].value() or "" for name in form.fields if name not in ("flags", "plan")}
    rows = {
        f"{prefix}-{word}": 0 for prefix in ("updates", "responsibilities") for word in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    desk.post(url("archive", plan))
    page = desk.post(address, given | rows | {"name": "另一个名称"})
    text = page.content.decode()
    assert page.status_code == 200
    assert "This plan is archived. Restore it first" in text
    assert "另一个名称" in text
    assert models.Task.objects.get().name != "另一个名称"


@pytest.mark.parametrize("word", ["withdraw", "revise"])
def test_what_changes_a_target_is_not_begun_in_an_archived_plan(desk: Client, plan: models.Plan, word: str) -> None:
    target = models.Target.objects.get()
    desk.post(url("archive", plan))
    begun = {
        "withdraw": reverse("admin:targets_target_withdraw", args=[target.pk]),
        "revise": reverse("admin:targets_targetrevision_add") + f"?target={target.pk}",
    }
    answer = desk.get(begun[word], follow=True)
    assert answer.redirect_chain[-1][0] == reverse("admin:targets_target_change", args=[target.pk])
    assert "Restore it first" in answer.content.decode()


@pytest.mark.parametrize("word", ["archive", "restore", "publish", "duplicate", "delete"])
def test_a_page_shown_before_someone_elses_change_does_nothing(desk: Client, word: str) -> None:
    plan = make.make_plan(status=PlanStatus.DRAFT)
    if word == "restore":
        desk.post(url("archive", plan))
    before = models.Plan.objects.get().status
    given = asked(desk.get(url("duplicate", plan))) if word == "duplicate" else {"post": "yes"}
    if word in ("archive", "delete"):
        assert 'name="seen_version" value="1"' in desk.get(url(word, plan)).content.decode()
    seen = models.Plan.objects.get().version
    models.Plan.objects.update(note="someone else was here")
    for sent in (str(seen), "9" * 40, "one"):
        answer = desk.post(url(word, plan), given | {"seen_version": sent}, follow=True)
        assert "Someone else changed this in the meantime" in answer.content.decode(), sent
    assert models.Plan.objects.get().status == before
    desk.post(url(word, plan), given | {"seen_version": str(models.Plan.objects.get().version)})
    plans = models.Plan.objects
    assert {"delete": plans.count() == 0, "duplicate": plans.count() == 2}.get(word, True)
    assert word in ("delete", "duplicate") or plans.get().status != before


def test_a_target_revised_meanwhile_is_not_withdrawn(desk: Client, plan: models.Plan) -> None:
    target = models.Target.objects.get()
    address = reverse("admin:targets_target_withdraw", args=[target.pk])
    assert 'name="seen_version" value="1"' in desk.get(address).content.decode()
    given = {"reason": "撤", "effective_date": "2027-01-01"}
    answer = desk.post(address, given | {"seen_version": "0"})
    assert "Someone else has just revised this target" in answer.content.decode()
    assert target.revisions.count() == 1
    assert desk.post(address, given | {"seen_version": "1"}).status_code == 302
    assert target.revisions.count() == 2
