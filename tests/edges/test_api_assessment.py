"""The verdict on one target with what it rests on: path, points, milestones, for any policy and knowledge."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from targets import models
from targets.rules.terms import PlanStatus, Role
from targets.services import targets
from tests import make
from tests.edges.api import ask, count_queries, refusal
from tests.edges.judged import ON_TRACK, YELLOW, make_judged, report

pytestmark = pytest.mark.django_db
MARCH, AUGUST = (datetime(2026, month, 1, 4, tzinfo=UTC) for month in (3, 8))


def assessment(client: Client, target: models.Target, status: int = 200, **query: Any) -> dict[str, Any]:
    return ask(client, f"targets/{target.pk}/assessment/", status, query=query, **{"Accept-Language": "en"})


def test_it_tells_the_verdict_with_its_inputs(client: Client) -> None:
    target = make_judged(YELLOW)
    report(target, 5, period_end=date(2025, 6, 30))
    shown = assessment(client, target, as_of="2026-11-01")
    assert shown["target"] == {
        "id": target.pk,
        "url": f"http://testserver/api/v1/targets/{target.pk}/",
        "code": target.code,
    }
    assert (shown["revision"], shown["pace"], shown["light"], shown["judged_on"]) == (
        1,
        "behind",
        "yellow",
        "2026-11-01",
    )
    assert shown["unit"] == {"zh": "辆", "en": "vehicles"}
    assert shown["path"] == [{"day": "2020-12-31", "value": "0"}, {"day": "2040-12-31", "value": "100"}]
    plain = {"is_provisional": False, "is_inexact": False}
    assert shown["points"] == [
        {"period": {"start": "2025-06-30", "end": "2025-06-30"}, "value": "5", **plain},
        {"period": {"start": "2026-06-30", "end": "2026-06-30"}, "value": "10", **plain},
    ]
    assert shown["milestones"] == []
    assert (shown["as_of"], shown["names"]) == ("2026-11-01", "current")


def test_the_code_leads_to_it_as_well_as_the_id(client: Client) -> None:
    target = make_judged(YELLOW, code="corridor.output")
    assert ask(client, "targets/corridor.output/assessment/")["target"]["id"] == target.pk


def test_milestones_bend_the_path_where_the_method_heeds_them(client: Client) -> None:
    target = make_judged(YELLOW)
    milestone = make.make_milestone(target, day=date(2030, 12, 31), value=Decimal(20))
    bent, straight = assessment(client, target), assessment(client, target, policy="linear-path")
    assert [corner["value"] for corner in bent["path"]] == ["0", "20", "100"]
    assert (bent["method"], bent["light"]) == ("milestone-path", "green")
    assert [corner["value"] for corner in straight["path"]] == ["0", "100"]
    assert (straight["method"], straight["light"]) == ("linear-path", "yellow")
    for shown in (bent, straight):
        assert [(each["id"], each["value"]) for each in shown["milestones"]] == [(milestone.pk, "20")]


def test_where_there_is_no_base_there_is_no_path(client: Client) -> None:
    target = make.make_target()
    assert assessment(client, target)["path"] == []


def test_points_are_of_the_targets_own_quantity(client: Client) -> None:
    target = make_judged(YELLOW, says={"measure": "increment", "base_value": Decimal(4)})
    assert [point["value"] for point in assessment(client, target)["points"]] == ["6"]


def test_inexact_values_are_told_as_such(client: Client) -> None:
    target = make_judged()
    report(target, None, comparator="ge", lower=Decimal(7), upper=Decimal(8))
    [point] = assessment(client, target)["points"]
    assert (point["value"], point["is_inexact"]) == ("7", True)


def test_any_policy_may_be_asked_for(client: Client) -> None:
    target = make_judged(YELLOW)
    make.make_policy(code="mild", behind=Decimal(-40), on_track=Decimal(-20))
    own, mild, growth = (
        assessment(client, target, **query) for query in ({}, {"policy": "mild"}, {"policy": "un-2022"})
    )
    assert (own["policy"]["code"], own["pace"]) == ("default", "behind")
    assert (mild["policy"], mild["pace"]) == ({"code": "mild", "version": 1}, "on_track")
    assert mild["thresholds"] == {"ahead": "5", "on_track": "-20", "behind": "-40", "far_behind": "-10"}
    assert (growth["policy"], growth["method"]) == ({"code": "un-2022", "version": 1}, "un-2022")


def test_the_policy_is_the_version_of_that_day(client: Client) -> None:
    target = make_judged(YELLOW)
    make.make_policy(at=AUGUST, code="mild", on_track=Decimal(-20))
    assert assessment(client, target, policy="mild", known_at="2026-08-02")["pace"] == "on_track"
    [fault] = assessment(client, target, 400, policy="mild", known_at="2026-07-31")["errors"]
    assert (fault["path"], fault["code"]) == ("query.policy", "unknown_code")
    assert "linear-path" in fault["remedy"]


def test_a_stored_policy_goes_before_the_method_of_its_name(client: Client) -> None:
    make.make_policy(code="linear-path", method="linear-path", behind=Decimal(-12), on_track=Decimal(-11))
    assert assessment(client, make_judged(YELLOW), policy="linear-path")["pace"] == "far_behind"


def test_the_policy_of_a_hidden_plan_is_as_unknown_as_any(client: Client) -> None:
    office = make.make_organisation()
    draft = make.make_plan(status=PlanStatus.DRAFT, owner=office)
    make.make_policy(code="secret", plan=draft, on_track=Decimal(-20))
    target = make_judged(YELLOW)
    hidden, unknown = (assessment(client, target, 400, policy=code) for code in ("secret", "nosuch"))
    assert hidden == unknown
    client.force_login(make.make_member(office, Role.VIEWER))
    assert assessment(client, target, policy="secret")["pace"] == "on_track"


def test_values_that_wait_for_review_count_on_request_for_those_who_see_them(client: Client) -> None:
    body = make.make_organisation()
    target = make_judged(YELLOW)
    report(target, ON_TRACK + 5, verified=False, reported_by=body, period_end=date(2026, 9, 30))
    assert assessment(client, target, include="provisional")["value"] == "10"
    client.force_login(make.make_member(body, Role.REPORTER))
    assert assessment(client, target)["value"] == "10"
    with_it = assessment(client, target, include="provisional")
    assert (with_it["value"], with_it["light"]) == ("33", "green")
    assert "provisional_value" in with_it["flags"]
    assert [point["is_provisional"] for point in with_it["points"]] == [False, True]


def test_a_value_that_waited_then_counts_only_from_when_it_was_known(client: Client) -> None:
    target = make_judged(YELLOW)
    report(target, ON_TRACK, verified=False, at=AUGUST, period_end=date(2026, 7, 31))
    client.force_login(make.make_administrator())
    for known_at, value in (("2026-07-31", "10"), ("2026-08-02", "28")):
        assert assessment(client, target, include="provisional", known_at=known_at)["value"] == value


@pytest.mark.parametrize(
    ("query", "path", "code"),
    [
        ("policy=nosuch", "query.policy", "unknown_code"),
        ("policy=", "query.policy", "empty"),
        ("policy=default&policy=un-2022", "query.policy", "repeated"),
        ("include=everything", "query.include", "invalid_choice"),
        ("light=red", "query.light", "unknown_parameter"),
        ("as_of=soon", "query.as_of", "invalid"),
        ("page_size=3", "query.page_size", "unknown_parameter"),
    ],
)
def test_a_wrong_parameter_is_named(client: Client, query: str, path: str, code: str) -> None:
    target = make_judged()
    [fault] = refusal(client, f"targets/{target.pk}/assessment/?{query}")["errors"]
    assert (fault["path"], fault["code"]) == (path, code)


def test_a_target_that_may_not_be_seen_has_no_verdict(client: Client) -> None:
    draft = make.make_plan(status=PlanStatus.DRAFT, owner=make.make_organisation())
    target = make_judged(YELLOW, plan=draft)
    for path in (f"targets/{target.pk}", f"targets/{target.code}", "targets/0", "targets/nosuch"):
        assert refusal(client, f"{path}/assessment/", 404)["type"] == "urn:policytracker:problem:not-found"


def test_a_target_that_was_not_in_force_has_no_verdict_either(client: Client) -> None:
    target = make_judged(YELLOW, at=MARCH)
    targets.withdraw(target, reason="取消", effective_date=date(2026, 10, 1), by=None)
    for query in ({"known_at": "2026-02-28"}, {"as_of": "2026-10-01"}, {"as_of": "2025-12-31"}):
        problem = refusal(client, f"targets/{target.pk}/assessment/", 404, query=query)
        assert problem["type"] == "urn:policytracker:problem:not-in-force"
    assert assessment(client, target, as_of="2026-09-30")["light"] == "yellow"


def test_it_costs_the_same_however_many_values_there_are(client: Client) -> None:
    target = make_judged(YELLOW)
    path = f"targets/{target.pk}/assessment/?include=provisional"
    few = count_queries(client, path)
    for month in range(1, 6):
        report(target, month, period_end=date(2026, month, 28))
        make.make_milestone(target, day=date(2030, month, 28), value=Decimal(month))
    assert count_queries(client, path) == few
