"""Lights over time: read backwards from today, they are what a plain look at each target's changes gives."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from targets.models import Assessment, AssessmentChange, Target
from targets.queries.desk import Scope, lights
from targets.queries.light_history import YEAR, light_history
from targets.rules.periods import Step, ends_before
from targets.rules.terms import PlanStatus, Role
from targets.rules.verdicts.terms import Light
from tests import make
from tests.edges.judged import make_judged
from tests.make import LONG_AGO

TODAY = date(2026, 11, 25)
PACES = {"blue": "ahead", "green": "on_track", "yellow": "behind", "red": "far_behind", "grey": "no_data", "": ""}


def scope(user: object = None) -> Scope:
    return Scope(user=user or make.make_administrator(), day=TODAY, known_at=LONG_AGO)


def give_history(target: Target, turns: list[tuple[int, str]]) -> None:
    """Lets the target have turned to each light so many days ago; the last one is what it has now."""
    AssessmentChange.objects.filter(target=target).delete()
    before = ""
    for days_ago, light in turns:
        AssessmentChange.objects.create(
            target=target,
            judged_on=TODAY - timedelta(days=days_ago),
            light=light,
            pace=PACES[light],
            light_before=before,
            pace_before=PACES[before],
            attainment="not_met",
            reason="far_behind_path",
            policy_code="default",
            policy_number=1,
        )
        before = light
    if before:
        Assessment.objects.filter(target=target).update(light=before, pace=PACES[before])
    else:
        Assessment.objects.filter(target=target).delete()


def plainly(histories: list[list[tuple[int, str]]], day: date) -> dict[Light, int]:
    """The last turn of each target up to the day, counted."""
    counts = dict.fromkeys(Light, 0)
    for turns in histories:
        known = [light for days_ago, light in turns if TODAY - timedelta(days=days_ago) <= day]
        if known and known[-1]:
            counts[Light(known[-1])] += 1
    return counts


def alternating(turns: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """In the order of time, each to another light than before, on days of their own."""
    found: list[tuple[int, str]] = []
    for days_ago, light in sorted(dict(turns).items(), reverse=True):
        if light != (found[-1][1] if found else ""):
            found.append((days_ago, light))
    return found


histories = st.lists(
    st.lists(st.tuples(st.integers(0, 900), st.sampled_from(["", *[light.value for light in Light]])), max_size=6).map(
        alternating
    ),
    min_size=1,
    max_size=4,
)


class Histories(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.plan = make.make_plan()

    @settings(max_examples=25, deadline=None)
    @given(given_turns=histories, step=st.sampled_from(Step))
    def test_every_moment_is_what_the_changes_say(self, given_turns: list, step: Step) -> None:
        for turns in given_turns:
            give_history(make_judged(plan=self.plan), turns)
        asked = scope()
        found = light_history(asked, lights(asked), step)
        assert [dict(moment.counts) for moment in found.moments] == [
            plainly(given_turns, moment.day) for moment in found.moments
        ]
        days = [moment.day for moment in found.moments]
        first = min((TODAY - timedelta(days=turn[0]) for turns in given_turns for turn in turns), default=TODAY)
        assert days == [day for day in ends_before(TODAY, step, TODAY - YEAR) if day >= first] + [TODAY]


def test_weeks_end_on_sundays_and_months_on_their_last_day() -> None:
    weeks = ends_before(date(2026, 11, 25), Step.WEEK, date(2026, 11, 1))
    assert weeks == [date(2026, 11, 8), date(2026, 11, 15), date(2026, 11, 22)]
    assert ends_before(date(2026, 11, 22), Step.WEEK, date(2026, 11, 8)) == [date(2026, 11, 15)]
    months = ends_before(date(2024, 4, 1), Step.MONTH, date(2023, 12, 31))
    assert months == [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)]


@pytest.mark.django_db
def test_a_young_register_is_told_by_week_and_an_old_one_by_month() -> None:
    target = make_judged()
    for days_ago, step in ((30, Step.WEEK), (300, Step.MONTH)):
        give_history(target, [(days_ago, "red")])
        found = light_history(scope(), {Light.RED: 1})
        assert found.step == step
        assert all(moment.counts[Light.RED] == 1 for moment in found.moments)


@pytest.mark.django_db
def test_hidden_plans_archived_ones_and_the_demonstration_have_no_part_in_it() -> None:
    reader = make.make_member(make.make_organisation(), Role.VIEWER)
    for status, code in (
        (PlanStatus.DRAFT, "hidden"),
        (PlanStatus.ARCHIVED, "closed"),
        (PlanStatus.PUBLISHED, "demo-x"),
    ):
        plan = make.make_plan(status=status, code=code, owner=make.make_organisation())
        give_history(make_judged(plan=plan, code=f"{code}.t1"), [(300, "red"), (20, "green")])
    found = light_history(scope(reader), lights(scope(reader)))
    assert [sum(moment.counts.values()) for moment in found.moments] == [0]


@pytest.mark.django_db
def test_it_takes_one_query_whatever_there_is() -> None:
    asked = scope()
    for _ in range(3):
        give_history(make_judged(), [(300, "red"), (200, "green"), (20, "red")])
    with CaptureQueriesContext(connection) as seen:
        light_history(asked, dict.fromkeys(Light, 0))
    assert len(seen) == 1
