"""While a target is typed its form is told how it reads, what does not fit, and how it would be judged; nothing is written."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets import models
from targets.rules.terms import Role
from tests import make
from tests.edges.entering import ASK, asked, measured, promise

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def series() -> models.Series:
    found = make.make_series()
    for year, value in ((2023, 1_000_000), (2024, 1_300_000)):
        make.make_observation(
            found, period_start=date(year, 1, 1), period_end=date(year, 12, 31), value=Decimal(value), wording=""
        )
    return found


def test_a_draft_is_read_and_judged_by_the_values_that_stand_there(desk: Client) -> None:
    base = {"base_value": "1000000", "base_date": "2023-12-31", "base_source": "stated"}
    told = asked(desk, promise(plan=make.make_plan().pk, series=series().pk, **base))
    assert "more than 2,000,000 vehicles" in told["aside"]
    assert "1,300,000" in told["aside"]
    assert "lamp" in told["aside"]
    assert "<svg" in told["aside"]
    assert told["problems"] == {}
    assert not models.Target.objects.exists()


def test_the_verdict_of_a_draft_is_the_one_it_gets_when_it_is_saved(desk: Client) -> None:
    base = {"base_value": "1000000", "base_date": "2023-12-31", "base_source": "stated"}
    data = promise(plan=make.make_plan().pk, series=series().pk, **base)
    told = asked(desk, data)["aside"]
    desk.post(reverse("admin:targets_target_add"), data)
    page = desk.get(reverse("admin:targets_target_change", args=[models.Target.objects.get().pk]))
    assert page.context["verdict"]["sentence"] in told.replace("&#x27;", "'")
    assert page.context["reading"] in told.replace("&#x27;", "'")


def test_what_is_not_typed_yet_is_named_calmly_and_what_does_not_fit_at_its_field(desk: Client) -> None:
    told = asked(desk, promise(wording="", lower="", tolerance="5"))
    for words in ("Still to type", "Plan", "Wording", "Lower bound", "Series"):
        assert words in told["aside"], words
    assert list(told["problems"]) == ["tolerance"]


def test_a_new_indicator_is_read_before_it_stands_in_the_register(desk: Client) -> None:
    plan = make.make_plan(area=make.make_area(name="车谷", name_en="Chegu"))
    told = asked(desk, promise(plan=plan.pk, **measured()))
    assert "vehicle output" in told["aside"]
    assert "lamp" in told["aside"]
    assert not models.Indicator.objects.exists()


def test_only_editors_are_answered(client: Client) -> None:
    assert client.post(reverse(ASK), promise()).status_code == 302
    client.force_login(make.make_member(make.make_organisation(), Role.VIEWER))
    assert client.post(reverse(ASK), promise()).status_code == 403


def test_another_bodys_draft_does_not_exist_for_the_form(client: Client) -> None:
    client.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    hidden = make.make_plan(status="draft", owner=make.make_organisation())
    told = asked(client, promise(plan=hidden.pk, series=make.make_series().pk))
    assert "lamp" not in told["aside"]
    assert "plan" in told["problems"]


def test_the_question_is_sent_by_post_and_from_our_own_page(desk: Client) -> None:
    assert desk.get(reverse(ASK)).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(models.User.objects.get())
    assert strict.post(reverse(ASK), promise()).status_code == 403


STRANGE = (
    "",
    "\x00",
    "9" * 400,
    "-1",
    "NaN",
    "1e400",
    "0",
    "🐎" * 200,
    "<script>",
    "9999-12-31",
    "0001-01-01",
    "' OR 1=1",
)


FIELDS = (
    *promise(),
    *measured(),
    "plan",
    "series",
    "new_area",
    "new_class_threshold",
    "place_source",
    "citation",
    "touched",
)


def test_no_input_breaks_the_answer(desk: Client) -> None:
    base = {"base_value": "1", "base_date": "2025-12-31", "base_source": "stated", "flags": ["qualitative"]}
    whole = promise(plan=make.make_plan(area=make.make_area()).pk, series=series().pk, **base)
    for first, text in enumerate(STRANGE):
        turned = STRANGE[first:] + STRANGE[:first]
        asked(desk, dict(zip(FIELDS, turned * 3, strict=False)) | {"counted": "new"})
        field = ("wording", "lower", "scale", "base_value", "deadline", "plan", "series")[first % 7]
        assert "<script>" not in asked(desk, whole | {field: text})["aside"]


def test_far_days_and_large_numbers_do_not_break_the_verdict(desk: Client) -> None:
    whole = promise(plan=make.make_plan().pk, series=series().pk, base_source="stated")
    for base_date, deadline in (("0001-01-01", "9999-12-31"), ("9999-12-30", "9999-12-31")):
        for number in ("0", "9" * 28, "-0.0000000001"):
            asked(desk, whole | {"base_date": base_date, "deadline": deadline, "lower": number, "base_value": number})


def test_the_answer_costs_the_same_however_many_values_there_are(desk: Client) -> None:
    few, many = make.make_series(), make.make_series()
    for found, count in ((few, 1), (many, 8)):
        for year in range(2012, 2012 + count):
            period = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
            make.make_observation(found, value=Decimal(year), wording="", **period)
            make.make_target(series=found)
    plan = make.make_plan()
    asked(desk, promise(plan=plan.pk, series=few.pk))
    costs = []
    for found in (few, many):
        with CaptureQueriesContext(connection) as counted:
            asked(desk, promise(plan=plan.pk, series=found.pk))
        costs.append(len(counted))
    assert costs[0] == costs[1]
