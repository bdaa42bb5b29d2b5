"""The page of a target draws its revisions as a line in time, in words and signs that need no colour."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from targets import models
from targets.admin.timeline import Node, timeline
from targets.services import targets
from tests import make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 30)


def revised(target: models.Target, day: date, hour: int, **says: object) -> None:
    at = datetime(2026, 1, 2, hour, tzinfo=UTC)
    targets.revise(target, make.revision(effective_date=day, reason="调整", **says), by=None, at=at)


def nodes(target: models.Target) -> list[Node]:
    rows = models.TargetRevision.objects.filter(target=target)
    with translation.override("en"):
        return timeline(models.Target.objects.get(pk=target.pk), rows, TODAY)


def test_what_held_what_holds_and_what_will_hold_are_told_apart() -> None:
    target = make.make_target()
    revised(target, date(2027, 1, 1), 1, lower=Decimal(2_500_000), wording="超250万辆")
    revised(target, date(2026, 3, 1), 2, lower=Decimal(2_200_000), wording="超220万辆")
    line = nodes(target)
    assert [node.state for node in line] == ["later", "now", "past"]
    assert [node.sign for node in line] == ["◌", "●", "○"]
    assert [node.holds for node in line] == [
        "takes effect on 1 January 2027",
        "in force from 1 March 2026 to the end of 2026",
        "held from 1 January 2026 to 28 February 2026",
    ]


def test_each_says_what_it_changes_against_the_one_before_it_in_time() -> None:
    target = make.make_target()
    revised(target, date(2027, 1, 1), 1, lower=Decimal(2_500_000))
    revised(target, date(2026, 3, 1), 2, lower=Decimal(2_200_000))
    told = [[(each.name, each.before, each.after) for each in node.alterations] for node in nodes(target)]
    assert told == [
        [("number", "more than 2,200,000 vehicles", "more than 2,500,000 vehicles")],
        [("number", "more than 2,000,000 vehicles", "more than 2,200,000 vehicles")],
        [],
    ]


def test_one_that_was_replaced_on_its_own_day_never_held() -> None:
    target = make.make_target()
    revised(target, date(2026, 3, 1), 1, lower=Decimal(1))
    revised(target, date(2026, 3, 1), 2, lower=Decimal(2_200_000))
    assert [node.state for node in nodes(target)] == ["now", "replaced", "past"]


def test_a_withdrawal_has_a_sign_of_its_own() -> None:
    target = make.make_target()
    targets.withdraw(target, reason="并入新方案", effective_date=date(2026, 5, 1), by=None)
    latest = nodes(target)[0]
    assert (latest.sign, latest.holds, latest.alterations) == ("✕", "withdrawn from 1 May 2026", ())


def test_the_page_draws_today_between_what_comes_and_what_is(client: Client) -> None:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    target = make.make_target(says={"effective_date": date(2020, 1, 1)})
    revised(target, date(2900, 1, 1), 1, lower=Decimal(2_500_000))
    page = client.get(reverse("admin:targets_target_change", args=[target.pk])).content.decode()
    parts = ["takes effect on 1 January 2900", "Today, ", "in force from 1 January 2020"]
    assert [page.index(words) for words in parts] == sorted(page.index(words) for words in parts)
