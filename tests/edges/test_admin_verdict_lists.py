"""The list of targets shows and filters by verdict; the home page counts by light and names what turned red."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets.models import Assessment, AssessmentChange, Target
from targets.queries.days import today
from targets.rules.terms import PlanStatus, Role
from tests import make
from tests.edges.home import number
from tests.edges.judged import AHEAD, BLUE, RED, YELLOW, make_judged

pytestmark = pytest.mark.django_db
LIST = "admin:targets_target_changelist"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def found(desk: Client, **asked: str) -> set[Target]:
    page = desk.get(reverse(LIST), asked)
    assert page.status_code == 200
    return set(page.context["cl"].result_list)


def turn_red(target: Target, days_ago: int, before: str = "green") -> None:
    """Lets the stored verdict of a red target have been another until some days ago."""
    paces = {"green": "on_track", "yellow": "behind", "red": "regressing", "": ""}
    AssessmentChange.objects.filter(target=target).delete()
    AssessmentChange.objects.create(
        target=target,
        judged_on=today() - timedelta(days=days_ago),
        light="red",
        pace="far_behind",
        light_before=before,
        pace_before=paces[before],
        attainment="not_met",
        reason="far_behind_path",
        policy_code="default",
        policy_number=1,
    )


def named(home: Any) -> list[Any]:
    """What the first page names as turned red."""
    return next(block.lines for block in home.context["blocks"] if block.name == "turned")


def test_each_line_shows_light_pace_and_share(desk: Client) -> None:
    make_judged(YELLOW)
    page = desk.get(reverse(LIST)).content.decode()
    for words in ("yellow", "behind", "10%", "/ 27.48%", 'title="10% done 27.48% expected"'):
        assert words in page, words


def test_a_target_that_was_never_judged_has_a_dash(desk: Client) -> None:
    target = make_judged(YELLOW)
    Assessment.objects.filter(target=target).delete()
    page = desk.get(reverse(LIST))
    assert page.status_code == 200
    assert "lamp" not in page.content.decode()


def test_targets_are_found_by_light_pace_and_attainment(desk: Client) -> None:
    blue, green, yellow, red, grey = (make_judged(value) for value in (BLUE, AHEAD, YELLOW, RED, None))
    assert found(desk, light="blue") == found(desk, attainment="met") == {blue}
    assert found(desk, light="green") == {green}
    assert found(desk, light="yellow") == found(desk, pace="behind") == {yellow}
    assert found(desk, light="red") == found(desk, pace="regressing") == {red}
    assert found(desk, light="grey") == found(desk, attainment="not_measurable") == {grey}
    assert found(desk, light="red", pace="behind") == set()


def test_targets_are_found_by_the_rule_that_judges_them(desk: Client) -> None:
    plain, own = make_judged(YELLOW), make_judged(YELLOW)
    make.make_policy(code="own-rule", plan=own.plan)
    assert found(desk, policy="own-rule") == {own}
    assert found(desk) == {plain, own}


def test_nonsense_in_the_filters_shows_everything(desk: Client) -> None:
    target = make_judged(YELLOW)
    for name in ("light", "pace", "attainment", "turned", "policy"):
        for value in ("purple", "9" * 3000, "' OR 1=1", "\u0000"):
            answer = desk.get(reverse(LIST), {name: value})
            assert answer.status_code in (200, 302, 400), (name, value)
            if answer.status_code == 200:
                assert set(answer.context["cl"].result_list) == {target}


def test_only_what_turned_red_of_late_and_still_is_red_counts_as_turned(desk: Client) -> None:
    fresh, old, from_the_start, was_worse, recovered = (make_judged(value) for value in (RED, RED, RED, RED, AHEAD))
    turn_red(fresh, 2)
    turn_red(old, 8)
    turn_red(from_the_start, 2, before="")
    turn_red(was_worse, 2, before="red")
    turn_red(recovered, 2)
    assert found(desk, turned="red") == {fresh}
    home = desk.get(reverse("admin:index"))
    assert number(desk, "turned") == 1
    assert [line.row for line in named(home)] == [fresh]


def test_the_home_page_names_what_turned_red_with_a_link_and_both_lights(desk: Client) -> None:
    target = make_judged(RED, says={"wording": "到2040年达到100辆"})
    turn_red(target, 1)
    page = desk.get(reverse("admin:index")).content.decode()
    for words in (
        "到2040年达到100辆",
        reverse("admin:targets_target_change", args=[target.pk]),
        "on track",
        "regressing",
    ):
        assert words in page, words


def test_the_home_page_counts_the_record_by_light_and_links_each_number(desk: Client) -> None:
    for value in (AHEAD, AHEAD, RED):
        make_judged(value)
    demo = make_judged(YELLOW, plan=make.make_plan(code="demo-plan"))
    assert demo.is_demo
    home = desk.get(reverse("admin:index"))
    counts = {figure.name: figure.number.count for figure in home.context["held"]}
    assert counts == {"plans": 3, "targets": 3, "blue": 0, "green": 2, "yellow": 0, "red": 1, "grey": 0}


def test_plans_on_the_home_page_show_their_lights(desk: Client) -> None:
    plan = make.make_plan()
    for value in (AHEAD, RED, RED):
        make_judged(value, plan=plan)
    lines = {row.plan: row for row in desk.get(reverse("admin:index")).context["plans"]}
    assert {figure.name: figure.number.count for figure in lines[plan].lights} == {"green": 1, "red": 2}
    assert "<desc>green 1, red 2</desc>" in lines[plan].bar


def test_lights_of_hidden_plans_are_neither_counted_nor_named() -> None:
    hidden = make_judged(RED, plan=make.make_plan(status=PlanStatus.DRAFT, owner=make.make_organisation()))
    turn_red(hidden, 1)
    reader = Client()
    reader.force_login(make.make_member(make.make_organisation(), Role.VIEWER))
    home = reader.get(reverse("admin:index"))
    assert number(reader, "targets") == number(reader, "red") == number(reader, "turned") == 0
    assert named(home) == []


def test_many_judged_targets_cost_as_many_queries_as_few(desk: Client) -> None:
    def queries(count: int) -> dict[str, int]:
        for _ in range(count):
            turn_red(make_judged(RED), 1)
        seen_by: dict[str, Any] = {}
        for page in (reverse(LIST), reverse(LIST) + "?turned=red&light=red&pace=regressing", reverse("admin:index")):
            with CaptureQueriesContext(connection) as seen:
                assert desk.get(page).status_code == 200
            seen_by[page] = len(seen)
        return seen_by

    queries(3)
    assert queries(0) == queries(27)
