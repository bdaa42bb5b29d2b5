"""On the page of a plan each target draws its values beside its path, and costs no query of its own."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets import models
from tests import make
from tests.edges.judged import YELLOW, make_judged, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def page_of(desk: Client, plan: models.Plan) -> str:
    answer = desk.get(reverse("admin:targets_plan_change", args=[plan.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_target_draws_value_against_path_and_says_it_in_words(desk: Client) -> None:
    target = make_judged(YELLOW)
    report(target, 5, period_end=date(2025, 12, 31))
    (chart,) = re.findall(r'<div class="spark">(.*?)</div>', page_of(desk, target.plan), re.S)
    assert chart.count("<polyline") == 3, "path, values and forecast"
    assert 'role="img"' in chart
    assert "Latest figure: 10 vehicles, 30 Jun 2026" in chart
    assert "Target: ≥100 vehicles" in chart


def test_a_target_with_neither_value_nor_path_draws_nothing(desk: Client) -> None:
    target = make.make_target(says={"deadline": None, "deadline_precision": "", "deadline_source": "none"})
    assert 'class="spark"' not in page_of(desk, target.plan)


def test_a_value_that_waits_for_review_is_not_drawn(desk: Client) -> None:
    target = make_judged()
    make.make_observation(target.series, verified=False)
    assert "Nothing has been reported yet" in page_of(desk, target.plan)


def test_a_value_of_a_whole_year_is_shown_with_the_name_of_the_year(desk: Client) -> None:
    target = make.make_target(says={"base_value": 1_000_000, "base_date": date(2024, 12, 31), "base_source": "stated"})
    make.make_observation(target.series, period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))
    page = page_of(desk, target.plan)
    assert re.search(r'1,300,000 vehicles</b> <span class="quiet">2025</span>', page)


def test_two_counts_that_differ_are_told_apart_plainly(desk: Client) -> None:
    plan = make.make_plan(stated_count=2)
    make.make_task(plan)
    assert "differ" in page_of(desk, plan)
    make.make_task(plan)
    assert "differ" not in page_of(desk, plan)


def test_a_page_costs_as_many_queries_for_many_values_and_targets_as_for_few(desk: Client) -> None:
    plan = make.make_plan()

    def queries(count: int) -> int:
        for _ in range(count):
            target = make_judged(YELLOW, plan=plan, task=make.make_task(plan))
            make.make_milestone(target, day=date(2030, 12, 31), value=50)
        page_of(desk, plan)
        with CaptureQueriesContext(connection) as seen:
            page_of(desk, plan)
        return len(seen)

    few = queries(2)
    assert queries(10) == few
    assert few > 0
