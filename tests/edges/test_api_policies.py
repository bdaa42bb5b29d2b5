"""The shelf of assessment policies: which version is in force, whom it judges, by which settings."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from targets.rules.terms import PlanStatus, Role
from targets.services import policies
from tests import make
from tests.edges.api import ask, codes, refusal, rows

pytestmark = pytest.mark.django_db
MARCH, AUGUST = (datetime(2026, month, 1, 4, tzinfo=UTC) for month in (3, 8))


def test_a_policy_tells_all_its_settings(client: Client) -> None:
    settings = {"method": "linear-path", "ahead": Decimal(0), "behind": Decimal("-30.5"), "max_age_days": 62}
    make.make_policy(code="style", name="某式", name_en="some style", rollup="counts", note="按月更新。", **settings)
    row = ask(client, "assessment-policies/style/")
    assert (row["code"], row["number"], row["name"]) == ("style", 1, {"zh": "某式", "en": "some style"})
    assert (row["plan"], row["organisation"], row["target"]) == (None, None, None)
    assert row["method"] == "linear-path"
    assert row["thresholds"] == {"ahead": "0", "on_track": None, "behind": "-30.5", "far_behind": None}
    assert (row["bare_as"], row["over"], row["approx_tolerance"]) == ("floor", None, "0.05")
    assert (row["max_age_days"], row["min_points"], row["rollup"]) == (62, None, "counts")
    assert (row["note"], row["reason"], row["effective_date"]) == ("按月更新。", None, "2020-01-01")


def test_the_version_in_force_is_shown(client: Client) -> None:
    make.make_policy(at=MARCH, code="style", behind=-30)
    second = make.policy(code="style", behind=-20, reason="收紧", effective_date=date(2026, 7, 1))
    policies.change(second, by=None, at=AUGUST)
    for query, number, behind in (
        ({}, 2, "-20"),
        ({"as_of": "2026-06-30"}, 1, "-30"),
        ({"known_at": "2026-07-31"}, 1, "-30"),
        ({"as_of": "2026-07-01", "known_at": "2026-08-01"}, 2, "-20"),
    ):
        item = ask(client, "assessment-policies/style/", query=query)
        [listed] = rows(client, "assessment-policies/", **query)
        assert item.items() >= listed.items()
        assert (item["number"], item["thresholds"]["behind"]) == (number, behind), query
    assert ask(client, "assessment-policies/style/")["reason"] == "收紧"


def test_a_policy_that_was_not_in_force_is_told_from_one_that_never_was(client: Client) -> None:
    policy = make.make_policy(at=MARCH, code="style")
    policies.withdraw(policy, reason="废止", effective_date=date(2026, 9, 1), by=None)
    for query in ({"known_at": "2026-02-28"}, {"as_of": "2019-12-31"}, {}):
        assert not codes(client, "assessment-policies/", **query)
        problem = refusal(client, "assessment-policies/style/", 404, query=query)
        assert problem["type"] == "urn:policytracker:problem:not-in-force"
    assert codes(client, "assessment-policies/", as_of="2026-08-31") == ["style"]
    assert refusal(client, "assessment-policies/nosuch/", 404)["type"] == "urn:policytracker:problem:not-found"


def test_policies_are_found_by_whom_they_judge(client: Client) -> None:
    target, body = make.make_target(code="corridor.output"), make.make_organisation(code="office")
    make.make_policy(code="for-plan", plan=target.plan, method="un-2022")
    make.make_policy(code="for-body", organisation=body, rollup="counts")
    make.make_policy(code="for-target", target=target, name="目标专用")
    make.make_policy(code="general")
    for query, code in (
        ({"plan": target.plan.code}, "for-plan"),
        ({"organisation": "office"}, "for-body"),
        ({"target": "corridor.output"}, "for-target"),
        ({"target": target.pk}, "for-target"),
        ({"method": ["un-2022", "un-2023"]}, "for-plan"),
        ({"rollup": "counts"}, "for-body"),
        ({"q": "专用"}, "for-target"),
        ({"code": "general"}, "general"),
    ):
        assert codes(client, "assessment-policies/", **query) == [code], query
    shown = ask(client, "assessment-policies/for-target/")
    assert shown["target"]["code"] == "corridor.output"


def test_the_policy_of_a_hidden_plan_or_target_is_hidden_with_it(client: Client) -> None:
    draft = make.make_plan(status=PlanStatus.DRAFT, owner=make.make_organisation())
    make.make_policy(code="for-plan", plan=draft)
    make.make_policy(code="for-target", target=make.make_target(draft))
    make.make_policy(code="general")
    assert codes(client, "assessment-policies/") == ["general"]
    for code in ("for-plan", "for-target"):
        refusal(client, f"assessment-policies/{code}/", 404)
    client.force_login(make.make_member(draft.owner, Role.VIEWER))
    assert codes(client, "assessment-policies/") == ["for-plan", "for-target", "general"]


def test_a_walk_over_versions_keeps_to_one_moment(client: Client) -> None:
    for code in ("a", "b", "c"):
        make.make_policy(at=MARCH, code=code)
    first = ask(client, "assessment-policies/?page_size=2")
    policies.change(make.policy(code="c", behind=-20, reason="收紧"), by=None)
    assert [(row["code"], row["number"]) for row in ask(client, first["next"])["results"]] == [("c", 1)]
