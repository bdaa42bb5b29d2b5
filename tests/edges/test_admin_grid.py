"""The sheet of values in the admin: what it shows, takes and refuses, without a script and with one."""

import html
import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets.models import Observation, Plan, Responsibility, User
from targets.rules.terms import PlanStatus, Role
from targets.services import observations, records
from tests import make

pytestmark = pytest.mark.django_db
SHEET = "?by=year&last=2026-12-31"
PROGRAM = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def plan() -> Plan:
    return make.make_plan(owner=make.make_organisation(name="甲单位"))


@pytest.fixture
def series(plan: Plan) -> Any:
    return make.make_target(plan).series


@pytest.fixture
def chief() -> User:
    return make.make_administrator()


@pytest.fixture
def desk(client: Client, chief: User) -> Client:
    return signed_in(chief, client)


def signed_in(user: User, client: Client | None = None) -> Client:
    client = client or Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


def member(plan: Plan, *roles: Role) -> User:
    user = make.make_member(plan.owner, roles[0])  # type: ignore[arg-type]
    for role in roles[1:]:
        user.memberships.create(organisation=plan.owner, role=role)
    return user


def url(thing: Any, word: str = "values", asked: str = SHEET) -> str:
    return reverse(f"admin:targets_{thing._meta.model_name}_{word}", args=[thing.pk]) + asked


def cell(series: Any, year: int = 2026, seen: Any = None) -> str:
    return f"v.{series.pk}.{year}-01-01.{year}-12-31.{seen.pk if seen else 0}"


def page(client: Client, thing: Any) -> str:
    answer = client.get(url(thing))
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, thing: Any, *cells: dict[str, Any], word: str = "values", **more: Any) -> Any:
    return client.post(url(thing, word), {"cells": json.dumps(cells), **more}, **PROGRAM)


def faults(answer: Any) -> dict[str, str]:
    assert answer.status_code == 422, answer.content
    return {fault["cell"]: fault["reason"] for fault in answer.json()["faults"]}


# What it shows


def test_provisional_returned_and_verified_values_are_told_apart_in_words(
    desk: Client, plan: Plan, series: Any
) -> None:
    old = make.make_observation(series, value=Decimal(1_300_000))
    observations.correct(old, make.observation(series, value=Decimal(1_400_000)), by=None)
    back = make.make_observation(series, verified=False, period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))
    observations.send_back(back, reason="单位有误", by=None)
    shown = page(desk, plan)
    assert 'value="1,400,000"' in shown
    assert "in force 1,300,000" in shown
    assert "1,300,000: 单位有误" in shown
    assert shown.count('<span class="tag tag-submitted">provisional</span>') == 2  # the legend and the cell


def test_chinese_shows_figures_as_an_office_writes_them(desk: Client, plan: Plan, series: Any) -> None:
    desk.cookies["django_language"] = "zh-hans"
    desk.cookies["pt_numbers"] = "short"
    make.make_observation(series, value=Decimal(1_300_000))
    inexact = {"value": None, "comparator": "between", "lower": Decimal(7000), "upper": Decimal(8000)}
    days = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    make.make_observation(series, wording="7000余", upper_excluded=True, **inexact, **days)
    shown = page(desk, plan)
    assert 'value="130万"' in shown
    assert 'value="7000余"' in shown
    desk.cookies["pt_numbers"] = "full"
    assert 'value="1,300,000"' in page(desk, plan)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("numbers", ["full", "short"])
def test_what_a_cell_shows_is_read_back_as_the_same_figure(
    desk: Client, plan: Plan, series: Any, language: str, numbers: str
) -> None:
    figures: list[dict[str, Any]] = [
        {"value": Decimal(1_300_000)},
        {"value": Decimal("1300000000000")},
        {"value": Decimal("1234567.5")},
        {"value": Decimal("0.75"), "numerator": Decimal(3), "denominator": Decimal(4)},
        {"comparator": "between", "lower": Decimal(7_000_000), "upper": Decimal(8_000_000), "upper_excluded": True},
        {"comparator": "between", "lower": Decimal(7), "upper": Decimal(8)},
        *({"comparator": each, "lower": Decimal(2_000_000)} for each in ("ge", "gt", "approx", "near")),
        *({"comparator": each, "upper": Decimal(2_000_000)} for each in ("le", "lt")),
    ]
    period = {"period_start": date(2016, 1, 1), "period_end": date(2030, 12, 31), "period_source": "stated"}
    Plan.objects.filter(pk=plan.pk).update(**period)
    for year, figure in enumerate(figures, 2015):
        days = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
        make.make_observation(series, **{"value": None, "wording": ""} | figure | days)
    desk.cookies["django_language"], desk.cookies["pt_numbers"] = language, numbers
    shown = re.findall(r'value="([^"]*)" data-stored="([^"]+)"', page(desk, plan))
    assert len(shown) == len(figures)
    places = zip(Observation.objects.order_by("period_end"), shown, strict=True)
    cells = [
        {"cell": cell(series, value.period_end.year, value), "text": f"{html.unescape(text)} "}
        for value, (text, _) in places
    ]
    # In the other language and with the other wish the same words still mean the same figures.
    desk.cookies["django_language"] = "en" if language == "zh-hans" else "zh-hans"
    desk.cookies["pt_numbers"] = "full" if numbers == "short" else "short"
    answer = send(desk, plan, *cells, word="values_check").json()
    assert answer == {"read": [], "faults": []}


def test_an_empty_sheet_says_what_to_do(desk: Client) -> None:
    plan = make.make_plan()
    assert f"/admin/targets/target/add/?plan={plan.pk}" in page(desk, plan)
    assert "no series to fill in" in page(desk, make.make_organisation())


def test_the_plan_and_the_organisation_lead_to_their_sheets(desk: Client, plan: Plan, series: Any) -> None:
    for thing in (plan, plan.owner):
        shown = desk.get(reverse(f"admin:targets_{thing._meta.model_name}_change", args=[thing.pk])).content.decode()  # type: ignore[union-attr]
        assert url(thing, asked="") in shown
        assert page(desk, thing)


def test_a_hidden_plan_has_no_sheet_at_all(plan: Plan) -> None:
    hidden = make.make_plan(status=PlanStatus.DRAFT, owner=make.make_organisation())
    series = make.make_target(hidden).series
    other = signed_in(member(plan, Role.EDITOR))
    for word in ("values", "values_check", "values_details", "values_review"):
        assert other.get(url(hidden, word)).status_code == 404
        assert other.post(url(hidden, word), {"cells": "[]"}).status_code == 404
    # Nor is its series there by way of a plan that is open.
    assert faults(send(other, plan, {"cell": cell(series), "text": "5"})).keys() == {cell(series)}
    asked = f"?series={series.pk}&start=2026-01-01&end=2026-12-31"
    assert other.get(url(plan, "values_details", asked)).status_code == 404
    assert not Observation.objects.exists()


def test_who_may_only_read_gets_cells_that_cannot_be_typed_into(plan: Plan, series: Any) -> None:
    viewer = signed_in(member(plan, Role.VIEWER))
    shown = page(viewer, plan)
    assert "readonly" in shown
    assert 'id="save"' not in shown
    assert faults(send(viewer, plan, {"cell": cell(series), "text": "5"}))
    assert not Observation.objects.exists()


def test_details_tell_source_reporter_recorder_and_the_whole_chain(desk: Client, plan: Plan, series: Any) -> None:
    user, body = make.make_user("clerk"), make.make_organisation(name="统计局")
    old = make.make_observation(series, by=user, reported_by=body, citation=make.make_citation(story="S6"), note="快报")
    send(desk, plan, {"cell": cell(series, seen=old), "text": "5"}, why="统计公报修订", at_once="on")
    asked = f"?series={series.pk}&start=2026-01-01&end=2026-12-31&bare=1"
    told = desk.get(url(plan, "values_details", asked)).content.decode()
    for words in (
        "统计局",
        "S6",
        "clerk",
        "快报",
        "统计公报修订",
        "superseded",
        "verified",
        f"/observation/{old.pk}/",
        "2,000,000",
    ):
        assert words in told, words
    assert "<html" not in told
    assert "<html" in desk.get(url(plan, "values_details", asked.removesuffix("&bare=1"))).content.decode()


# What it takes


def test_a_block_of_cells_is_saved_at_once_with_what_is_said_of_all(plan: Plan, series: Any) -> None:
    user, place = member(plan, Role.EDITOR), make.make_citation()
    told = {"reported_by": plan.owner_id, "citation": place.pk, "note": "年报"}
    cells = [{"cell": cell(series), "text": "200万"}, {"cell": cell(series, 2025), "text": "7000余", "note": "快报"}]
    answer = send(signed_in(user), plan, *cells, **told)
    assert answer.json()["saved"] == "2 values were saved. 2 wait for review."
    later, earlier = Observation.objects.order_by("-period_end")
    assert (later.value, later.wording, later.note, later.status) == (2_000_000, "200万", "年报", "submitted")
    assert (earlier.lower, earlier.upper, earlier.upper_excluded, earlier.note) == (7000, 8000, True, "快报")
    assert {value.reported_by for value in (later, earlier)} == {plan.owner}
    assert {value.citation for value in (later, earlier)} == {place}
    assert later.recorded_by == user


def test_the_plain_form_saves_too_and_leaves_what_was_not_touched(desk: Client, plan: Plan, series: Any) -> None:
    old = make.make_observation(series, value=Decimal(1_300_000))
    typed = {cell(series, seen=old): "1,300,000", cell(series, 2025): "5", cell(series, 2024): ""}
    answer = desk.post(url(plan), typed)
    assert answer.status_code == 302
    assert "1 value was saved." in desk.get(answer["Location"]).content.decode()
    assert Observation.objects.count() == 2


def test_one_wrong_cell_refuses_all_and_what_was_typed_is_shown_again(desk: Client, plan: Plan, series: Any) -> None:
    answer = desk.post(url(plan), {cell(series): "九十什么", cell(series, 2025): "77"})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="九十什么"' in shown
    assert 'value="77"' in shown
    assert 'aria-invalid="true"' in shown
    assert not Observation.objects.exists()


def test_a_correction_needs_its_reason_which_is_kept(desk: Client, plan: Plan, series: Any) -> None:
    old = make.make_observation(series, value=Decimal(4))
    typed = {"cell": cell(series, seen=old), "text": "5"}
    answer = send(desk, plan, typed)
    assert answer.status_code == 422
    assert "why" in answer.json()["errors"]
    assert send(desk, plan, typed, why="统计公报修订").status_code == 200
    new = Observation.objects.get(status="submitted")
    assert (new.supersedes, new.value) == (old, 5)
    history = desk.get(reverse("admin:targets_observation_history", args=[new.pk])).content.decode()
    assert "统计公报修订" in history


def test_the_same_figure_in_other_words_is_no_correction_but_a_source_for_it_is(
    desk: Client, plan: Plan, series: Any
) -> None:
    old = make.make_observation(series, value=Decimal(1_300_000))
    name = cell(series, seen=old)
    assert send(desk, plan, {"cell": name, "text": "130万"}, why="x").json()["saved"].startswith("Nothing")
    place = make.make_citation()
    assert send(desk, plan, {"cell": name, "text": "130万", "citation": str(place.pk)}, why="补来源").status_code == 200
    assert Observation.objects.get(status="submitted").citation == place


def test_clearing_a_cell_removes_nothing_and_says_so(desk: Client, plan: Plan, series: Any) -> None:
    old = make.make_observation(series)
    assert (
        "never removed"
        in faults(send(desk, plan, {"cell": cell(series, seen=old), "text": " "}))[cell(series, seen=old)]
    )
    old.refresh_from_db()
    assert old.status == "verified"


def test_someone_elses_change_is_shown_and_not_overwritten(desk: Client, plan: Plan, series: Any) -> None:
    theirs = make.make_observation(series, value=Decimal(9), by=make.make_user("colleague"))
    answer = send(desk, plan, {"cell": cell(series), "text": "5"}, {"cell": cell(series, 2025), "text": "6"})
    (fault,) = answer.json()["faults"]
    assert fault["current"] == {"seen": theirs.pk, "text": "9", "status": "verified"}
    assert "Now it is: 9 (colleague, 20" in fault["reason"]
    assert Observation.objects.count() == 1
    shown = desk.post(url(plan), {cell(series): "5"}).content.decode()
    assert f'name="{cell(series, seen=theirs)}"' in shown
    assert 'value="5"' in shown
    assert "Now it is: 9" in shown


def test_ones_own_provisional_value_is_replaced_but_not_that_of_others(plan: Plan, series: Any) -> None:
    user = member(plan, Role.EDITOR)
    own = make.make_observation(series, verified=False, by=user)
    assert send(signed_in(user), plan, {"cell": cell(series, seen=own), "text": "5"}).status_code == 200
    own.refresh_from_db()
    assert own.status == "returned"
    new = Observation.objects.get(status="submitted")
    other = signed_in(member(plan, Role.EDITOR))
    assert (
        "reviewed first"
        in faults(send(other, plan, {"cell": cell(series, seen=new), "text": "6"}))[cell(series, seen=new)]
    )
    both = signed_in(member(plan, Role.EDITOR, Role.REVIEWER))
    assert send(both, plan, {"cell": cell(series, seen=new), "text": "6"}).status_code == 200


def test_verified_at_once_only_by_who_may_verify(plan: Plan, series: Any) -> None:
    editor, both = member(plan, Role.EDITOR), member(plan, Role.EDITOR, Role.REVIEWER)
    assert 'name="at_once"' not in page(signed_in(editor), plan)
    assert 'name="at_once"' in page(signed_in(both), plan)
    send(signed_in(editor), plan, {"cell": cell(series), "text": "5"}, at_once="on")
    assert send(signed_in(both), plan, {"cell": cell(series, 2025), "text": "6"}, at_once="on").status_code == 200
    found = {value.value: (value.status, value.verified_by) for value in Observation.objects.all()}
    assert found == {5: ("submitted", None), 6: ("verified", both)}


def test_a_body_with_a_part_reports_in_its_own_name_only(plan: Plan, series: Any) -> None:
    body = make.make_organisation()
    records.create(Responsibility(organisation=body, target=series.targets.get(), role="lead"), by=None)
    reporter = signed_in(make.make_member(body, Role.REPORTER))
    typed = {"cell": cell(series), "text": "5"}
    assert "your own organisation" in faults(send(reporter, plan, typed))[cell(series)]
    assert send(reporter, plan, typed, reported_by=body.pk).status_code == 200
    assert page(reporter, body)


def test_the_check_reads_figures_and_writes_nothing(desk: Client, plan: Plan, series: Any) -> None:
    cells = [{"cell": cell(series), "text": "２００万"}, {"cell": cell(series, 2025), "text": "many"}]
    told = send(desk, plan, *cells, word="values_check").json()
    assert told["read"] == [{"cell": cell(series), "reading": "2,000,000 vehicles"}]
    assert [fault["cell"] for fault in told["faults"]] == [cell(series, 2025)]
    assert not Observation.objects.exists()


# Reviewing


def test_provisional_values_are_verified_after_it_was_shown_how_many(desk: Client, plan: Plan, series: Any) -> None:
    first = make.make_observation(series, verified=False)
    days = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    make.make_observation(series, verified=False, **days)
    shown = desk.post(url(plan, "values_review"), {"do": "verify"}).content.decode()
    assert "Verify 2 values" in shown
    assert "In force" not in shown
    assert Observation.objects.filter(status="submitted").count() == 2
    assert (
        "Verify 1 value" in desk.post(url(plan, "values_review"), {"do": "verify", "pick": first.pk}).content.decode()
    )
    done = desk.post(url(plan, "values_review"), {"do": "verify", "pick": first.pk, "confirmed": "1"})
    assert done.status_code == 302
    assert list(Observation.objects.filter(status="verified")) == [first]
    again = desk.post(url(plan, "values_review"), {"do": "verify", "pick": first.pk, "confirmed": "1"})
    assert "None of these values" in again.content.decode()


def test_before_a_correction_is_verified_both_figures_are_shown(desk: Client, plan: Plan, series: Any) -> None:
    old = make.make_observation(series, value=Decimal(1_300_000))
    observations.correct(old, make.observation(series, value=Decimal(1_400_000)), by=make.make_user("colleague"))
    shown = desk.post(url(plan, "values_review"), {"do": "verify"}).content.decode()
    for words in ("In force", "1,300,000 vehicles", "1,400,000 vehicles", "colleague", "takes the place"):
        assert words in shown, words


def test_values_are_returned_with_a_reason(desk: Client, plan: Plan, series: Any) -> None:
    value = make.make_observation(series, verified=False)
    asked = {"do": "return", "pick": value.pk, "confirmed": "1"}
    assert "Say why" in desk.post(url(plan, "values_review"), asked).content.decode()
    assert desk.post(url(plan, "values_review"), asked | {"reason": "缺来源"}).status_code == 302
    value.refresh_from_db()
    assert (value.status, value.return_reason) == ("returned", "缺来源")


def test_who_may_not_review_verifies_nothing(plan: Plan, series: Any) -> None:
    editor = signed_in(member(plan, Role.EDITOR))
    value = make.make_observation(series, verified=False)
    answer = editor.post(url(plan, "values_review"), {"do": "verify", "pick": value.pk, "confirmed": "1"})
    assert "None of these values" in answer.content.decode()
    value.refresh_from_db()
    assert value.status == "submitted"
