"""The register of day D as known at moment K, asked through the API."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from targets.models import Observation, Series, Target
from targets.services import observations, targets
from tests import make
from tests.edges.api import ask, refusal, rows

pytestmark = pytest.mark.django_db
MARCH, JUNE, AUGUST = (datetime(2026, month, 1, 4, tzinfo=UTC) for month in (3, 6, 8))


@pytest.fixture
def revised() -> Target:
    """Said more than 2,000,000 from January; from July on 1,800,000, which the register learnt in August."""
    target = make.make_target(at=MARCH)
    says = make.revision(wording="超180万辆", lower=Decimal(1_800_000), reason="调整", effective_date=date(2026, 7, 1))
    targets.revise(target, says, by=None, at=AUGUST)
    return target


@pytest.mark.parametrize(
    ("as_of", "known_at", "lower"),
    [
        ("2026-06-30", "2026-09-01", "2000000"),
        ("2026-07-01", "2026-09-01", "1800000"),
        ("2026-07-01", "2026-07-15", "2000000"),
        ("2026-07-01", "2026-08-01", "1800000"),
        ("2026-07-01", "2026-08-01T03:59:59Z", "2000000"),
        ("2026-07-01", "2026-08-01T12:00:00+08:00", "1800000"),
    ],
)
def test_a_target_says_what_held_on_the_day_as_known_then(
    client: Client, revised: Target, as_of: str, known_at: str, lower: str
) -> None:
    query = {"as_of": as_of, "known_at": known_at}
    assert ask(client, f"targets/{revised.pk}/", query=query)["lower"] == lower
    assert [row["lower"] for row in rows(client, "targets/", **query)] == [lower]


def test_before_the_register_knew_it_a_target_is_not_there(client: Client, revised: Target) -> None:
    assert rows(client, "targets/", known_at="2026-02-28") == []
    problem = refusal(client, f"targets/{revised.pk}/", 404, query={"known_at": "2026-02-28"})
    assert problem["type"] == "urn:policytracker:problem:not-in-force"


def test_a_withdrawn_target_leaves_the_list_and_stays_in_the_past(client: Client, revised: Target) -> None:
    targets.withdraw(revised, reason="取消", effective_date=date(2026, 10, 1), by=None)
    assert rows(client, "targets/", as_of="2026-10-01") == []
    assert [row["lower"] for row in rows(client, "targets/", as_of="2026-09-30")] == ["1800000"]


def test_filters_ask_the_revision_that_held_then(client: Client, revised: Target) -> None:
    assert rows(client, "targets/", q="超200万辆", as_of="2026-06-30")
    assert not rows(client, "targets/", q="超200万辆", as_of="2026-07-01")


def test_the_answer_says_which_times_it_is_for(client: Client, revised: Target) -> None:
    query = {"as_of": "2026-07-01", "known_at": "2026-08-01"}
    for answer in (ask(client, "targets/", query=query), ask(client, f"targets/{revised.pk}/", query=query)):
        assert answer["as_of"] == "2026-07-01"
        assert answer["known_at"] == "2026-08-01T15:59:59.999999Z"
        assert answer["names"] == "current"


def test_a_day_ends_in_shanghai(client: Client) -> None:
    make.make_target(at=datetime(2026, 3, 1, 15, 59, tzinfo=UTC))
    make.make_target(at=datetime(2026, 3, 1, 16, 1, tzinfo=UTC))
    assert len(rows(client, "targets/", known_at="2026-03-01")) == 1
    assert len(rows(client, "targets/", known_at="2026-03-02")) == 2


def test_a_plus_that_nobody_escaped_is_understood(client: Client, revised: Target) -> None:
    answer = ask(client, "targets/?known_at=2026-08-01T12:00:00+08:00")
    assert answer["known_at"] == "2026-08-01T04:00:00Z"


@pytest.mark.parametrize(
    "known_at",
    [
        *("2026-08-01T12:00:00", "yesterday", "0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-10:00"),
        *("10000-01-01", "2026-08-01T25:00:00Z", "2026-08-01T12:00:00+99:99", "1e9", "２０２６-08-01"),
    ],
)
def test_what_is_no_moment_is_an_error(client: Client, known_at: str) -> None:
    assert refusal(client, "targets/", query={"known_at": known_at})["errors"][0]["path"] == "query.known_at"


@pytest.mark.parametrize("day", ["0000-00-00", "99999-12-31", "2026-02-29", "now"])
def test_what_is_no_day_is_an_error(client: Client, day: str) -> None:
    assert refusal(client, "observations/", query={"as_of": day})["errors"][0]["path"] == "query.as_of"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(client: Client, day: str) -> None:
    for shelf in ("targets", "milestones", "observations"):
        ask(client, f"{shelf}/", query={"as_of": day, "known_at": day})


def test_shelves_without_two_times_know_no_such_parameter(client: Client) -> None:
    assert refusal(client, "plans/?as_of=2026-01-01")["errors"][0]["code"] == "unknown_parameter"


def test_a_later_milestone_for_the_day_takes_the_place_of_the_first(client: Client) -> None:
    target = make.make_target()
    make.make_milestone(target, value=Decimal(10))
    make.make_milestone(target, at=AUGUST, value=Decimal(9), effective_date=date(2026, 7, 1))
    for query, value in (({"known_at": "2026-07-31"}, "10"), ({}, "9"), ({"as_of": "2026-06-30"}, "10")):
        assert [row["value"] for row in rows(client, "milestones/", **query)] == [value]
        [milestone] = ask(client, f"targets/{target.pk}/", query=query)["milestones"]
        assert milestone["value"] == value


def test_milestones_leave_with_their_target(client: Client) -> None:
    target = make.make_target()
    make.make_milestone(target)
    targets.withdraw(target, reason="取消", effective_date=date(2026, 10, 1), by=None)
    assert rows(client, "milestones/", as_of="2026-10-01") == []
    assert len(rows(client, "milestones/", as_of="2026-09-30")) == 1


@pytest.fixture
def corrected() -> tuple[Series, Observation, Observation]:
    """A value of 2025: submitted in March, verified in June, corrected in August."""
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    old = observations.submit(make.observation(value=Decimal(100), **year), by=None, at=MARCH)
    observations.verify(old, by=None, at=JUNE)
    new = observations.correct(old, make.observation(old.series, value=Decimal(90), **year), by=None, at=AUGUST)
    observations.verify(new, by=None, at=AUGUST)
    return old.series, old, new


@pytest.mark.parametrize(
    ("known_at", "values"), [("2026-02-28", []), ("2026-05-31", []), ("2026-06-01", ["100"]), ("2026-08-01", ["90"])]
)
def test_the_list_holds_the_value_in_force_as_known_then(
    client: Client, corrected: Any, known_at: str, values: list[str]
) -> None:
    assert [row["value"] for row in rows(client, "observations/", known_at=known_at)] == values


def test_a_value_shows_where_it_stood_then(client: Client, corrected: Any) -> None:
    _, old, new = corrected
    for known_at, status in (("2026-03-01", "submitted"), ("2026-06-01", "verified"), ("2026-08-01", "superseded")):
        row = ask(client, f"observations/{old.pk}/", query={"known_at": known_at})
        assert row["status"] == status
        assert (row["verified_at"] is not None) == (status != "submitted")
        assert (row["superseded_at"] is not None) == (status == "superseded")
    assert ask(client, f"observations/{new.pk}/")["supersedes"]["id"] == old.pk


def test_superseded_values_are_shown_on_request(client: Client, corrected: Any) -> None:
    assert [row["value"] for row in rows(client, "observations/", status="superseded")] == ["100"]
    assert {row["value"] for row in rows(client, "observations/", status=["superseded", "verified"])} == {"90", "100"}


def test_values_for_periods_that_end_later_are_left_out(client: Client, corrected: Any) -> None:
    assert rows(client, "observations/", as_of="2025-12-30") == []
    assert len(rows(client, "observations/", as_of="2025-12-31")) == 1
