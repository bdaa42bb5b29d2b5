"""The verdict on each target of the API: as kept for today, judged for any other day, and as a filter."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from targets import models
from targets.queries.days import today
from targets.rules.terms import PlanStatus, Role
from targets.services import observations, policies, targets
from tests import make
from tests.edges.api import ask, count_queries, refusal, rows
from tests.edges.judged import AHEAD, BLUE, ON_TRACK, RED, YELLOW, make_judged, report

pytestmark = pytest.mark.django_db
MARCH, JUNE, AUGUST = (datetime(2026, month, 1, 4, tzinfo=UTC) for month in (3, 6, 8))


def lights(client: Client, **query: Any) -> list[str | None]:
    return [row["verdict"] and row["verdict"]["light"] for row in rows(client, "targets/", **query)]


def found(client: Client, **query: Any) -> set[int]:
    return {row["id"] for row in rows(client, "targets/", **query)}


def test_every_light_and_what_it_rests_on_is_told(client: Client) -> None:
    plan = make.make_plan()
    for value in (BLUE, AHEAD, YELLOW, RED, None):
        make_judged(value, plan=plan)
    assert lights(client) == ["blue", "green", "yellow", "red", "grey"]
    yellow = rows(client, "targets/")[2]["verdict"]
    assert (yellow["attainment"], yellow["pace"], yellow["reason"]) == ("not_met", "behind", "behind_path")
    assert (yellow["value"], yellow["period_end"]) == ("10", "2026-06-30")
    assert (yellow["achieved_share"], yellow["gap_points"]) == ("0.1", "-17.479452055")
    assert (yellow["method"], yellow["policy"]) == ("linear-path", {"code": "default", "version": 1})
    assert yellow["thresholds"] == {"ahead": "5", "on_track": "-10", "behind": "-30", "far_behind": "-10"}
    assert yellow["judged_on"] == today().isoformat()
    assert yellow["sentence"]["zh"].startswith("截至2026年6月30日为10辆")
    assert "17.48 points behind" in yellow["sentence"]["en"]


def test_list_item_and_judging_afresh_say_the_same(client: Client) -> None:
    target = make_judged(YELLOW)
    [listed] = rows(client, "targets/")
    afresh = {"as_of": today().isoformat()}
    assert ask(client, f"targets/{target.pk}/")["verdict"] == listed["verdict"]
    assert ask(client, f"targets/{target.pk}/", query=afresh)["verdict"] == listed["verdict"]
    assert rows(client, "targets/", **afresh)[0]["verdict"] == listed["verdict"]


def test_a_target_that_was_never_judged_has_no_verdict_today(client: Client) -> None:
    target = make_judged(YELLOW)
    models.Assessment.objects.filter(target=target).delete()
    assert lights(client) == [None]
    assert ask(client, f"targets/{target.pk}/")["verdict"] is None
    assert lights(client, as_of=today().isoformat()) == ["yellow"]


def test_the_verdict_of_today_is_the_kept_one_and_names_its_day(client: Client) -> None:
    target = make_judged(YELLOW)
    models.Assessment.objects.filter(target=target).update(judged_on=date(2026, 9, 1))
    verdict = ask(client, f"targets/{target.pk}/")["verdict"]
    assert verdict["judged_on"] == "2026-09-01"


@pytest.fixture
def reported() -> models.Target:
    """40 for 2024 on the path to 100, verified in June, corrected to 20 in August; 40 is promised from July 2025 on."""
    target = make_judged(says={"deadline": date(2030, 12, 31), "effective_date": date(2021, 1, 1)}, at=MARCH)
    year = {"period_start": None, "period_end": date(2024, 12, 31)}
    first = observations.submit(make.observation(target.series, value=Decimal(40), **year), by=None, at=MARCH)
    observations.verify(first, by=None, at=JUNE)
    second = observations.correct(first, make.observation(target.series, value=Decimal(20), **year), by=None, at=AUGUST)
    observations.verify(second, by=None, at=AUGUST)
    said = target.revisions.get()
    lower = make.revision(
        **{name: getattr(said, name) for name in ("comparator", "deadline", "base_value", "base_date", "base_source")},
        wording="达到40辆",
        lower=Decimal(40),
        scale=1,
        reason="调整",
        effective_date=date(2025, 7, 1),
    )
    targets.revise(target, lower, by=None, at=AUGUST)
    return target


@pytest.mark.parametrize(
    ("as_of", "known_at", "pace", "light", "value"),
    [
        ("2025-06-30", "2026-05-31", "no_data", "grey", None),  # submitted, not verified
        ("2025-06-30", "2026-06-01", "on_track", "green", "40"),
        ("2025-06-30", "2026-08-01", "behind", "yellow", "20"),  # corrected
        ("2025-07-01", "2026-06-01", "on_track", "green", "40"),  # the revision was not known yet
        ("2025-07-01", "2026-08-01", "ahead", "green", "20"),  # half of the lower number
        ("2024-12-30", "2026-08-01", "no_data", "grey", None),  # the period had not ended
    ],
)
def test_another_day_and_another_knowledge_have_their_own_verdict(
    client: Client, reported: models.Target, as_of: str, known_at: str, pace: str, light: str, value: str | None
) -> None:
    query = {"as_of": as_of, "known_at": known_at}
    [listed] = rows(client, "targets/", **query)
    item = ask(client, f"targets/{reported.pk}/", query=query)
    assessment = ask(client, f"targets/{reported.pk}/assessment/", query=query)
    for verdict in (listed["verdict"], item["verdict"], assessment):
        assert (verdict["pace"], verdict["light"], verdict["value"]) == (pace, light, value)
        assert verdict["judged_on"] == as_of


def test_the_policy_of_that_day_judges(client: Client) -> None:
    target = make_judged(YELLOW)
    make.make_policy(at=MARCH, plan=target.plan, code="strict", behind=Decimal(-15))
    change = make.policy(code="strict", behind=-12, on_track=-11, reason="收紧", effective_date=date(2026, 7, 1))
    policies.change(change, by=None, at=AUGUST)
    for query, version, pace in (
        ({}, 2, "far_behind"),
        ({"as_of": "2026-11-01", "known_at": "2026-07-15"}, 1, "far_behind"),
        ({"as_of": "2026-11-01", "known_at": "2026-02-01"}, 1, "behind"),
    ):
        verdict = ask(client, f"targets/{target.pk}/", query=query)["verdict"]
        assert (verdict["policy"]["version"], verdict["pace"]) == (version, pace), query


def test_targets_are_found_by_light_pace_and_attainment(client: Client) -> None:
    plan = make.make_plan(code="corridor")
    blue, ahead, on_track, red, grey = (
        make_judged(value, plan=plan).pk for value in (BLUE, AHEAD, ON_TRACK, RED, None)
    )
    for query, expected in (
        ({"light": "red"}, {red}),
        ({"light": ["red", "grey"]}, {red, grey}),
        ({"pace": "on_track"}, {on_track}),
        ({"light": "green", "pace": ["on_track", "regressing"]}, {on_track}),
        ({"attainment": "met"}, {blue}),
        ({"attainment": "not_measurable"}, {grey}),
        ({"light": "yellow"}, set()),
    ):
        assert found(client, **query) == expected, query
        for times in ({"as_of": today().isoformat()}, {"known_at": "2030-01-01"}):
            assert found(client, plan="corridor", **query, **times) == expected, query
    assert ahead in found(client, light="green")


def test_a_filter_by_verdict_goes_with_all_others(client: Client) -> None:
    wanted = make_judged(RED, says={"wording": "达到一百辆"})
    make_judged(RED)
    assert found(client, light="red", q="一百") == {wanted.pk}
    past = {"as_of": today().isoformat(), "plan": wanted.plan.code}
    assert found(client, light="red", q="一百", **past) == {wanted.pk}
    assert found(client, light="red", q="二百", **past) == set()


def test_an_organisation_bounds_a_filter_by_verdict_as_well(client: Client) -> None:
    body = make.make_organisation(code="bureau")
    wanted = make_judged(RED, organisation=body)
    make_judged(RED)
    assert found(client, organisation="bureau", light="red", as_of=today().isoformat()) == {wanted.pk}


@pytest.mark.parametrize("times", [{"as_of": "2026-06-30"}, {"known_at": "2026-06-30"}])
def test_verdicts_of_another_time_are_asked_of_a_plan_or_an_organisation_only(client: Client, times: Any) -> None:
    problem = refusal(
        client, "targets/", query={"light": "red", "pace": "behind", **times}, **{"Accept-Language": "en"}
    )
    assert problem["type"] == "urn:policytracker:problem:bad-parameter"
    assert [fault["path"] for fault in problem["errors"]] == ["query.light", "query.pace"]
    assert {fault["code"] for fault in problem["errors"]} == {"too_wide"}
    assert problem["errors"][0]["remedy"] == "Add plan or organisation, or leave as_of and known_at out."


def test_a_code_that_is_no_light_is_an_error(client: Client) -> None:
    [fault] = refusal(client, "targets/?light=amber", **{"Accept-Language": "en"})["errors"]
    assert (fault["path"], fault["remedy"]) == ("query.light", "Use one of: blue, green, yellow, red, grey.")


def walk(client: Client, path: str) -> list[dict[str, Any]]:
    pages = []
    address: str | None = path
    while address:
        page = ask(client, address)
        pages += page["results"]
        assert len(page["results"]) <= 2
        address = page["next"]
    return pages


@pytest.mark.parametrize("bound", ["", "&plan=corridor&as_of=2026-11-01"])
def test_a_walk_by_light_meets_every_one_of_them_once(client: Client, bound: str) -> None:
    plan = make.make_plan(code="corridor")
    wanted = []
    for _ in range(5):
        make_judged(AHEAD, plan=plan)
        wanted.append(make_judged(RED, plan=plan).pk)
    met = walk(client, f"targets/?light=red&page_size=2{bound}")
    assert [row["id"] for row in met] == wanted
    assert {row["verdict"]["light"] for row in met} == {"red"}


def test_each_page_of_a_walk_tells_the_verdicts_kept_by_then(client: Client) -> None:
    plan = make.make_plan()
    several = [make_judged(RED, plan=plan) for _ in range(4)]
    first = ask(client, "targets/?light=red&page_size=2")
    report(several[2], BLUE, period_end=date(2026, 9, 30))
    following = ask(client, first["next"])["results"]
    assert [(row["id"], row["verdict"]["light"]) for row in following] == [(several[3].pk, "red")]


def test_a_verdict_on_a_later_revision_than_the_one_shown_is_not_told(client: Client) -> None:
    plan = make.make_plan()
    several = [make_judged(RED, plan=plan) for _ in range(3)]
    by_light, all_of_them = (ask(client, f"targets/?page_size=2{light}") for light in ("&light=red", ""))
    says = make.revision(reason="调整", effective_date=date(2026, 2, 1))
    targets.revise(several[2], says, by=None)
    [row] = ask(client, all_of_them["next"])["results"]
    assert (row["id"], row["revision"]["number"], row["verdict"]) == (several[2].pk, 1, None)
    assert ask(client, by_light["next"])["results"] == []


def test_an_address_without_its_cursor_asks_for_the_times_it_names(client: Client) -> None:
    plan = make.make_plan()
    for _ in range(3):
        make_judged(RED, plan=plan)
    following = ask(client, "targets/?light=red&page_size=2")["next"]
    begun_again = "&".join(part for part in following.split("&") if not part.startswith("cursor="))
    assert refusal(client, begun_again)["errors"][0]["code"] == "too_wide"


def test_a_hidden_target_is_not_found_by_its_light(client: Client) -> None:
    draft = make.make_plan(code="draft", status=PlanStatus.DRAFT, owner=make.make_organisation())
    target = make_judged(RED, plan=draft)
    assert found(client, light="red") == set()
    client.force_login(make.make_member(draft.owner, Role.VIEWER))
    assert found(client, light="red") == {target.pk}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?as_of=2026-11-01",
        "?light=red",
        "?light=red&plan=corridor&as_of=2026-11-01",
        "?known_at=2026-11-01&pace=behind&plan=corridor",
    ],
)
def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, query: str) -> None:
    plan = make.make_plan(code="corridor")
    make_judged(RED, plan=plan)
    few = count_queries(client, f"targets/{query}")
    for _ in range(12):
        make_judged(RED, plan=plan)
    with CaptureQueriesContext(connection) as captured:
        ask(client, f"targets/{query}")
    assert len(captured) == few
