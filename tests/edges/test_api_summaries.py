"""Many verdicts as one: plans with their tasks, organisations, areas."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from targets import models
from targets.queries.days import today
from targets.rules.terms import PlanStatus, ResponsibilityRole, Role
from targets.services import records
from tests import make
from tests.edges.api import ask, count_queries, refusal
from tests.edges.judged import AHEAD, BLUE, RED, YELLOW, make_judged, report

pytestmark = pytest.mark.django_db
AUGUST = datetime(2026, 8, 1, 4, tzinfo=UTC)


def lights(shown: dict[str, Any]) -> dict[str, int]:
    return {light: count for light, count in shown["by_light"].items() if count}


def test_a_plan_is_summed_up_with_each_of_its_tasks(client: Client) -> None:
    plan = make.make_plan(code="corridor", name="走廊")
    second, first = make.make_task(plan, position=2), make.make_task(plan, position=1, number="一")
    below = make.make_task(parent=first)
    make_judged(BLUE, task=first)
    worst = make_judged(RED, task=below)
    make_judged(None, plan=plan)
    shown = ask(client, "plans/corridor/summary/")
    assert shown["plan"]["code"] == "corridor"
    assert (shown["rule"], shown["light"], shown["pace"]) == ("worst_of", "red", "regressing")
    assert shown["coverage"] == {"total": 3, "reported": 2, "judged": 2}
    assert shown["by_light"] == {"blue": 1, "green": 0, "yellow": 0, "red": 1, "grey": 1}
    assert shown["by_attainment"] == {"met": 1, "not_met": 1, "not_measurable": 1}
    assert (shown["by_pace"]["ahead"], shown["by_pace"]["regressing"], shown["by_pace"]["no_data"]) == (1, 1, 1)
    deciding = shown["deciding"]
    assert (deciding["target"]["id"], deciding["light"], deciding["attainment"]) == (worst.pk, "red", "not_met")
    assert deciding["name"] == {"zh": "整车产量", "en": "vehicle output"}
    assert deciding["judged_on"] == today().isoformat()
    assert "3项目标中2项有数据" in shown["sentence"]["zh"]
    assert "vehicle output" in shown["sentence"]["en"]
    assert [task["task"]["code"] for task in shown["tasks"]] == [first.code, below.code, second.code]
    assert [lights(task) for task in shown["tasks"]] == [{"blue": 1, "red": 1}, {"red": 1}, {}]
    assert (shown["tasks"][0]["number"], shown["tasks"][1]["path"]) == ("一", below.path)
    assert shown["tasks"][2]["deciding"] is None


def test_the_policy_of_the_plan_declares_the_rule(client: Client) -> None:
    plan = make.make_plan(code="corridor")
    make.make_policy(plan=plan, code="weighing", rollup="weighted_mean")
    make_judged(80, plan=plan, weight=Decimal(3))
    costly, unknown = make_judged(20, plan=plan), make_judged(None, plan=plan)
    shown = ask(client, "plans/corridor/summary/")
    policy = {"code": "weighing", "url": "http://testserver/api/v1/assessment-policies/weighing/", "version": 1}
    assert shown["policy"] == policy
    assert (shown["rule"], shown["share"], shown["light"], shown["good"]) == ("weighted_mean", "0.65", None, None)
    assert shown["weighing"] == {
        "shares": 2,
        "weight": "5",
        "part": "0.8",
        "unstated": 2,
        "weightless": 0,
        "missing": [unknown.pk],
    }
    assert shown["deciding"]["target"]["id"] == costly.pk
    assert ask(client, policy["url"])["plan"]["code"] == "corridor"


def test_where_it_is_only_counted_the_good_ones_are_told(client: Client) -> None:
    plan = make.make_plan(code="corridor")
    make.make_policy(plan=plan, rollup="counts")
    for value in (AHEAD, BLUE, YELLOW):
        make_judged(value, plan=plan)
    shown = ask(client, "plans/corridor/summary/")
    assert (shown["rule"], shown["good"], shown["light"], shown["share"]) == ("counts", 2, None, None)


def test_without_any_policy_the_worst_decides(client: Client) -> None:
    make.make_plan(code="empty")
    shown = ask(client, "plans/empty/summary/")
    assert (shown["policy"], shown["rule"], shown["light"], shown["deciding"]) == (None, "worst_of", None, None)
    assert shown["coverage"]["total"] == 0
    assert shown["sentence"]["zh"] == "没有目标，无从汇总。"


def test_a_summary_is_for_the_day_and_the_knowledge_asked_for(client: Client) -> None:
    plan = make.make_plan(code="corridor")
    make.make_policy(plan=plan, code="counting", rollup="counts", at=AUGUST)
    target = make_judged(YELLOW, task=make.make_task(plan))
    report(target, BLUE, at=AUGUST, period_end=date(2026, 7, 31))
    for query, light, rule in (
        ({}, "blue", "counts"),
        ({"known_at": "2026-07-31"}, "yellow", "worst_of"),
        ({"as_of": "2026-07-30"}, "yellow", "counts"),
        ({"as_of": "2026-06-29"}, "grey", "counts"),
        ({"as_of": "2025-12-31"}, None, "counts"),  # the target was not in force
    ):
        shown = ask(client, "plans/corridor/summary/", query=query)
        for score in (shown, shown["tasks"][0]):
            assert lights(score) == ({light: 1} if light else {}), query
            assert score["rule"] == rule, query
        assert shown["names"] == "current"
        if "as_of" in query:
            assert shown["as_of"] == query["as_of"]


@pytest.fixture
def office(client: Client) -> models.Organisation:
    """A body that keeps a draft, in which a department below it leads a target; and a published plan of others."""
    office = make.make_organisation(code="office")
    department = make.make_organisation(code="department", parent=office)
    draft = make.make_plan(code="draft", status=PlanStatus.DRAFT, owner=office)
    area = make.make_area(code="valley")
    for plan, value in ((draft, RED), (make.make_plan(code="public"), BLUE)):
        led = make_judged(value, plan=plan, area=area)
        part = models.Responsibility(organisation=department, target=led, role=ResponsibilityRole.LEAD)
        records.create(part, by=None)
    return office


@pytest.mark.parametrize("path", ["organisations/office", "organisations/department", "areas/valley"])
@pytest.mark.parametrize("query", ["", "?as_of=2026-11-01"])
def test_hidden_targets_are_neither_counted_nor_named(
    client: Client, office: models.Organisation, path: str, query: str
) -> None:
    shown = ask(client, f"{path}/summary/{query}")
    assert lights(shown) == {"blue": 1}
    assert shown["deciding"]["target"]["code"].startswith("public")
    client.force_login(make.make_member(office, Role.VIEWER))
    shown = ask(client, f"{path}/summary/{query}")
    assert lights(shown) == {"blue": 1, "red": 1}
    assert shown["deciding"]["target"]["code"].startswith("draft")


def test_a_hidden_plan_has_no_summary(client: Client, office: models.Organisation) -> None:
    for path in ("plans/draft", "plans/nosuch", "organisations/nosuch", "areas/nosuch"):
        assert refusal(client, f"{path}/summary/", 404)["type"] == "urn:policytracker:problem:not-found"


def test_a_composed_area_has_the_targets_of_its_parts(client: Client) -> None:
    part, whole = make.make_area(), make.make_area(code="corridor", kind="composed")
    records.create(models.AreaPart(whole=whole, part=part), by=None)
    make_judged(AHEAD, area=part)
    make_judged(RED)
    shown = ask(client, "areas/corridor/summary/")
    assert (shown["area"]["code"], lights(shown)) == ("corridor", {"green": 1})


def test_an_organisation_is_scored_by_its_own_policy(client: Client) -> None:
    body = make.make_organisation(code="office")
    make.make_policy(organisation=body, code="counting", rollup="counts")
    make_judged(AHEAD, organisation=body)
    shown = ask(client, "organisations/office/summary/")
    assert (shown["organisation"]["code"], shown["policy"]["code"], shown["good"]) == ("office", "counting", 1)


@pytest.mark.parametrize("query", ["light=red", "page_size=3", "cursor=x", "as_of=soon"])
def test_a_wrong_parameter_is_named(client: Client, query: str) -> None:
    make.make_plan(code="corridor")
    [fault] = refusal(client, f"plans/corridor/summary/?{query}")["errors"]
    assert fault["path"] == f"query.{query.partition('=')[0]}"


@pytest.mark.parametrize("query", ["", "?as_of=2026-11-01"])
def test_it_costs_the_same_however_many_targets_there_are(client: Client, query: str) -> None:
    plan, area, body = (
        make.make_plan(code="corridor"),
        make.make_area(code="valley"),
        make.make_organisation(code="office"),
    )
    paths = [f"{path}/summary/{query}" for path in ("plans/corridor", "areas/valley", "organisations/office")]

    def fill() -> None:
        for scope in ({"area": area}, {"organisation": body}):
            make_judged(RED, task=make.make_task(plan), **scope)

    fill()
    few = [count_queries(client, path) for path in paths]
    for _ in range(4):
        fill()
    assert [count_queries(client, path) for path in paths] == few
