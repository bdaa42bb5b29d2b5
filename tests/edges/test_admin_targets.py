"""Targets and values in the admin: added with their first revision, revised, withdrawn; submitted, reviewed, corrected."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import ObservationStatus
from targets.services import targets
from tests import make
from tests.edges.entering import promise
from tests.edges.test_admin_saving import errors, typed

pytestmark = pytest.mark.django_db


def url(noun: str, word: str, row: Any = None) -> str:
    return reverse(f"admin:targets_{noun}_{word}", args=[row.pk] if row else [])


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator(username="wang"))
    client.cookies["django_language"] = "en"
    return client


def test_a_target_is_added_together_with_what_it_says(desk: Client) -> None:
    plan, series = make.make_plan(code="corridor"), make.make_series()
    data = promise(plan=plan.pk, series=series.pk, flags=["scope_unclear", "annual_or_cumulative"])
    answer = desk.post(url("target", "add"), data)
    target = models.Target.objects.get()
    assert answer["Location"] == url("target", "change", target)
    assert target.code == "corridor.t1"
    revision = target.revisions.get()
    assert (revision.number, revision.wording, revision.lower) == (1, "超200万辆", Decimal(2_000_000))
    assert revision.flags == ["scope_unclear", "annual_or_cumulative"]
    assert revision.recorded_by.username == "wang"


def test_a_new_target_starts_from_the_period_of_its_plan(desk: Client) -> None:
    plan = make.make_plan(period_start=date(2026, 1, 1), period_end=date(2030, 12, 31), period_source="stated")
    form = desk.get(url("target", "add"), {"plan": plan.pk}).context["adminform"].form
    assert form["deadline"].value() == date(2030, 12, 31)
    assert form["deadline_source"].value() == "inherited"
    assert form["effective_date"].value() == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"lower": ""}, "lower"),
        ({"comparator": "le"}, "upper"),
        ({"comparator": ""}, "lower"),
        ({"comparator": "between", "upper": "1000"}, "upper"),
        ({"tolerance": "5"}, "tolerance"),
        ({"deadline": ""}, "deadline_precision"),
        ({"deadline_source": "none"}, "deadline_source"),
        ({"base_value": "5"}, "base_source"),
        ({"base_date": "2031-01-01"}, "deadline"),
        ({"wording": ""}, "wording"),
        ({"effective_date": ""}, "effective_date"),
        ({"scale": "0"}, "scale"),
    ],
)
def test_numbers_that_do_not_fit_are_told_at_the_field(desk: Client, given: dict[str, Any], field: str) -> None:
    data = promise(plan=make.make_plan().pk, series=make.make_series().pk, **given)
    assert field in errors(desk.post(url("target", "add"), data))
    assert not models.Target.objects.exists()


def test_the_page_of_a_target_tells_what_it_promises_and_how_that_came_about(desk: Client) -> None:
    target = make.make_target(
        says={"citation": make.make_citation(story="S6", lines="138"), "flags": ["scope_unclear"]}
    )
    new = make.revision(
        wording="超220万辆", lower=Decimal(2_200_000), reason="中期调整", effective_date=date(2026, 6, 1)
    )
    new.deciding_document = make.make_source(title="中期评估文件")
    targets.revise(target, new, by=None)
    make.make_milestone(target, wording="2028年160万辆")
    make.make_observation(target.series, wording="130万辆")
    page = desk.get(url("target", "change", target)).content.decode()
    for words in (
        "超220万辆",
        "more than 2,200,000 vehicles",
        "超200万辆",
        "中期调整",
        "中期评估文件",
        "2028年160万辆",
        "130万辆",
    ):
        assert words in page, words


def test_the_numbers_are_not_among_the_fields_of_its_place(desk: Client) -> None:
    form = desk.get(url("target", "edit", make.make_target())).context["adminform"].form
    assert not {"lower", "upper", "wording", "deadline"} & set(form.fields)


def test_the_place_of_a_target_is_edited(desk: Client) -> None:
    target = make.make_target()
    task = make.make_task(target.plan)
    data = typed(desk.get(url("target", "edit", target))) | {"task": task.pk, "note": "移至第五项"}
    assert desk.post(url("target", "edit", target), data).status_code == 302
    target.refresh_from_db()
    assert (target.task, target.note) == (task, "移至第五项")


def test_a_revision_starts_from_the_one_in_force_and_takes_its_place(desk: Client) -> None:
    target = make.make_target()
    page = desk.get(url("targetrevision", "add"), {"target": target.pk})
    data = typed(page)
    assert data["lower"] == "2000000"
    assert "reason" in errors(desk.post(url("targetrevision", "add"), data))
    changed = {"wording": "超220万辆", "lower": "2200000", "reason": "中期调整", "effective_date": "2026-06-01"}
    answer = desk.post(url("targetrevision", "add"), data | changed)
    assert answer["Location"] == url("target", "change", target)
    latest = target.revisions.latest()
    assert (latest.number, latest.reason, latest.recorded_by.username) == (2, "中期调整", "wang")
    assert target.revisions.get(number=1).wording == "超200万辆"


def test_a_target_is_withdrawn_with_day_and_reason(desk: Client) -> None:
    target = make.make_target()
    page = url("target", "withdraw", target)
    assert desk.get(page).status_code == 200
    assert desk.post(page, {"effective_date": "", "reason": ""}).context["form"].errors.keys() == {
        "effective_date",
        "reason",
    }
    assert desk.post(page, {"effective_date": "2026-02-01", "reason": "并入新方案"}).status_code == 302
    latest = target.revisions.latest()
    assert (latest.withdrawn, latest.reason) == (True, "并入新方案")
    shown = desk.get(url("target", "change", target)).content.decode()
    assert "not in force" in shown
    assert "并入新方案" in shown


def test_a_withdrawn_target_can_be_taken_up_again(desk: Client) -> None:
    target = make.make_target()
    targets.withdraw(target, reason="误", effective_date=date(2026, 2, 1), by=None)
    data = typed(desk.get(url("targetrevision", "add"), {"target": target.pk})) | {"reason": "恢复"}
    assert desk.post(url("targetrevision", "add"), data).status_code == 302
    assert models.Target.objects.filter(pk=target.pk, revisions__reason="恢复", revisions__withdrawn=False).exists()


def test_a_milestone_is_added_from_the_page_of_its_target(desk: Client) -> None:
    target = make.make_target()
    data = typed(desk.get(url("milestone", "add"), {"target": target.pk})) | {"day": "2028-12-31", "value": "1600000"}
    assert desk.post(url("milestone", "add"), data)["Location"] == url("target", "change", target)
    assert target.milestones.get().value == 1_600_000


def test_a_value_is_returned_with_the_reason(desk: Client) -> None:
    value = make.make_observation(verified=False)
    page = url("observation", "return", value)
    assert desk.post(page, {"return_reason": "  "}).context["form"].errors["return_reason"]
    assert desk.post(page, {"return_reason": "单位不对"}).status_code == 302
    value.refresh_from_db()
    assert (value.status, value.return_reason) == (ObservationStatus.RETURNED, "单位不对")
    assert desk.post(page, {"return_reason": "再退"}).context["form"].non_field_errors()


def test_a_verified_value_is_corrected_and_the_old_one_stays(desk: Client) -> None:
    old = make.make_observation()
    data = typed(desk.get(url("observation", "add"), {"corrects": old.pk}))
    assert "series" not in data
    answer = desk.post(url("observation", "add"), data | {"value": "1310000", "wording": "131万辆"})
    new = models.Observation.objects.get(supersedes=old)
    assert answer["Location"] == url("observation", "change", new)
    assert (new.series, new.period_end, new.value) == (old.series, old.period_end, 1_310_000)
    desk.post(url("observation", "verify", new))
    old.refresh_from_db()
    assert old.status == ObservationStatus.SUPERSEDED


def test_a_second_value_for_the_same_period_is_refused_in_words(desk: Client) -> None:
    value = make.make_observation(verified=False)
    data = {
        "series": value.series.pk,
        "period_start": "2026-01-01",
        "period_end": "2026-12-31",
        "period_source": "stated",
    }
    answer = desk.post(url("observation", "add"), data | {"comparator": "eq", "value": "5"})
    assert "waits for review" in str(errors(answer))


def test_inexact_values_read_as_they_were_reported(desk: Client) -> None:
    series = make.make_series(indicator=make.make_indicator(unit="个", unit_en="items"))
    more = {"comparator": "ge", "value": None, "lower": Decimal(7000), "upper": Decimal(8000), "upper_excluded": True}
    value = make.make_observation(series, wording="7000余个", **more)
    page = desk.get(url("observation", "change", value)).content.decode()
    assert "at least 7,000 items, less than 8,000 items" in page
