"""Whatever is typed, the answer is a clear word at the field and never a fault of the server."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from tests import make
from tests.edges.test_admin_saving import errors, typed
from tests.edges.test_admin_targets import promise

pytestmark = pytest.mark.django_db
LONG = "长" * 5000


def url(noun: str, word: str, row: Any = None) -> str:
    return reverse(f"admin:targets_{noun}_{word}", args=[row.pk] if row else [])


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": "某\x00案"}, "name"),
        ({"name": LONG}, "name"),
        ({"name": ""}, "name"),
        ({"code": "Not A Code"}, "code"),
        ({"code": "taken"}, "code"),
        ({"status": "abolished"}, "status"),
        ({"issued_on": "2026-02-30"}, "issued_on"),
        ({"issued_on": "99999-01-01"}, "issued_on"),
        ({"issued_on": "0000-00-00"}, "issued_on"),
        ({"period_start": "2030-01-01", "period_end": "2026-01-01", "period_source": "stated"}, "__all__"),
        ({"period_end": "2030-12-31"}, "__all__"),
        ({"stated_count": "-1"}, "stated_count"),
        ({"stated_count": "99999999999999999999"}, "stated_count"),
        ({"stated_count": "三"}, "stated_count"),
        ({"area": "999999"}, "area"),
        ({"area": "abc"}, "area"),
        ({"area": "99999999999999999999999"}, "area"),
        ({"area": "\x00"}, "area"),
        ({"flags": ["invented"]}, "flags"),
        ({"note": "附\x00注"}, "note"),
        ({"seen_version": "x"}, "seen_version"),
    ],
)
def test_a_plan_is_refused_in_words(desk: Client, given: dict[str, Any], field: str) -> None:
    make.make_plan(code="taken")
    data = {"name": "某方案", "code": "some-plan", "status": "draft", "period_source": "none"} | given
    assert field in errors(desk.post(url("plan", "add"), data))
    assert models.Plan.objects.count() == 1


@pytest.mark.parametrize(
    "number",
    [
        "1e400",
        "NaN",
        "Infinity",
        "-Infinity",
        "1" + "0" * 60,
        "1e60",
        "0." + "0" * 40 + "1",
        "200万",
        "1,00",
        "٣x",
        "\x00",
    ],
)
def test_a_number_that_cannot_be_kept_is_refused_at_its_field(desk: Client, number: str) -> None:
    data = promise(plan=make.make_plan().pk, series=make.make_series().pk, position=0, lower=number)
    assert "lower" in errors(desk.post(url("target", "add"), data))
    assert not models.Target.objects.exists()


def test_prefilled_forms_survive_nonsense_in_the_address(desk: Client) -> None:
    for asked in (
        {"plan": "abc"},
        {"plan": "99999999999999999999"},
        {"task": "-1"},
        {"lower": "1e999"},
        {"deadline": "soon"},
    ):
        assert desk.get(url("target", "add"), asked).status_code == 200, asked
    for asked in ({"target": "abc"}, {"target": "99999999999999999999"}, {}):
        assert desk.get(url("targetrevision", "add"), asked).status_code == 302, asked
    assert desk.get(url("observation", "add"), {"corrects": "99999999999999999999"}).status_code == 200


def test_addresses_of_rows_that_are_not_there_lead_home(desk: Client) -> None:
    for key in ("0", "abc", "99999999999999999999", "-1"):
        for word in ("change", "history", "delete", "edit"):
            assert desk.get(reverse(f"admin:targets_plan_{word}", args=[key])).status_code == 302, (key, word)
        assert desk.post(reverse("admin:targets_plan_publish", args=[key])).status_code == 404


def test_nonsense_in_the_address_of_a_list_is_no_fault(desk: Client) -> None:
    page = url("target", "changelist")
    for asked in (
        *(
            {"p": "99999999999"},
            {"p": "x"},
            {"o": "99"},
            {"deadline": "soon"},
            {"deadline": "9" * 30},
            {"flag": "invented"},
        ),
        *(
            {"plan__id__exact": "abc"},
            {"plan__id__exact": "9" * 30},
            {"q": "x" * 3000},
            {"q": "\\%_'\""},
            {"unknown": "1"},
        ),
    ):
        assert desk.get(page, asked).status_code in (200, 302), asked
    assert desk.get(page + "?q=%00").status_code in (200, 400)


def test_nonsense_to_the_suggestions_is_no_fault(desk: Client) -> None:
    asked = {"app_label": "targets", "model_name": "target", "field_name": "task", "term": "x"}
    page = reverse("admin:autocomplete")
    assert desk.get(page, asked | {"plan": "abc"}).status_code == 200
    assert desk.get(page, asked | {"plan": "9" * 30}).status_code == 200
    for wrong in ({"field_name": "nothing"}, {"model_name": "nothing"}, {"field_name": "note"}):
        assert desk.get(page, asked | wrong).status_code == 403


def test_duplicates_are_told_where_they_are(desk: Client) -> None:
    series = make.make_series()
    data = {"indicator": series.indicator_id, "area": series.area_id, "code": "again"}
    assert "stands already" in str(errors(desk.post(url("series", "add"), data)))
    task = make.make_task(number="一")
    rows = {
        f"{name}-{count}": 0 for name in ("updates", "responsibilities") for count in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    again = {"plan": task.plan_id, "kind": "task", "name": "又一", "number": "一", "position": 0, **rows}
    assert "sibling has this number" in str(errors(desk.post(url("task", "add"), again)))


def test_two_rows_of_one_kind_within_a_page_are_refused_and_nothing_is_written(desk: Client) -> None:
    task, body = make.make_task(), make.make_organisation()
    data = typed(desk.get(url("task", "change", task))) | {"responsibilities-TOTAL_FORMS": 2}
    for number in range(2):
        row = {"organisation": body.pk, "role": "lead", "rule": "stated", "position": 0}
        data |= {f"responsibilities-{number}-{name}": value for name, value in row.items()}
    answer = desk.post(url("task", "change", task), data | {"name": "改了名"})
    assert "already" in answer.content.decode() or errors(answer)
    assert not models.Responsibility.objects.exists()
    assert models.Task.objects.get().name != "改了名"


def test_a_withdrawal_before_time_began_is_a_date_like_any_other(desk: Client) -> None:
    target = make.make_target()
    page = url("target", "withdraw", target)
    for day in ("0001-01-01x", "31/02/2026", "\x00", "99999-01-01"):
        assert "effective_date" in desk.post(page, {"effective_date": day, "reason": "误"}).context["form"].errors, day
    assert "reason" in desk.post(page, {"effective_date": "2026-02-01", "reason": "误\x00"}).context["form"].errors
    assert target.revisions.count() == 1
