"""What a chart is filled with, for a target of the register that was judged."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from targets.models import Target
from targets.queries.questions import Judged, judged
from targets.reports.charts import sparkline, trajectory
from targets.reports.pictures import trajectory_of
from targets.rules.terms import BaseSource, Comparator, Measure, Quantifier
from targets.rules.verdicts.terms import Method
from targets.rules.wording import Text
from tests.make import make_milestone, make_observation, make_policy, make_series, make_target

pytestmark = pytest.mark.django_db

BASE = {"base_value": Decimal(1_200_000), "base_date": date(2025, 12, 31), "base_source": BaseSource.ENTERED}
DAY = date(2027, 6, 30)
NOW = datetime(2027, 6, 30, tzinfo=UTC)


def make_judged(**says: Any) -> Judged:
    series = make_series()
    make_observation(series)
    return judge(make_target(series=series, says=BASE | says))


def judge(target: Target) -> Judged:
    (found,) = judged(Target.objects.filter(pk=target.pk), day=DAY, known_at=NOW)
    return found


def test_a_chart_shows_value_path_goal_and_forecast_in_the_unit_of_the_target() -> None:
    chart = trajectory_of(make_judged())
    assert chart.title == Text("整车产量", "vehicle output")
    assert chart.unit == Text("辆", "vehicles")
    assert chart.path == ((date(2025, 12, 31), Decimal(1_200_000)), (date(2030, 12, 31), Decimal(2_000_000)))
    assert [(value.day, value.value) for value in chart.values] == [(date(2026, 12, 31), Decimal(1_300_000))]
    assert chart.goal is not None
    assert (chart.goal.low, chart.goal.high, chart.goal.is_strict) == (Decimal(2_000_000), None, True)
    assert (chart.day, chart.deadline) == (DAY, date(2030, 12, 31))
    assert chart.forecast == Decimal(1_700_000)


def test_the_path_goes_through_the_milestones_that_the_method_heeds() -> None:
    target = make_judged().target
    make_milestone(target)
    chart = trajectory_of(judge(target))
    assert chart.milestones == ((date(2028, 12, 31), Decimal(1_600_000)),)
    assert chart.milestones[0] in chart.path
    make_policy(target=target, method=Method.LINEAR_PATH)
    chart = trajectory_of(judge(target))
    assert chart.milestones
    assert len(chart.path) == 2


def test_a_stepped_path_is_drawn_in_steps() -> None:
    target = make_judged().target
    make_milestone(target)
    make_policy(target=target, method=Method.STEP_PATH)
    assert trajectory_of(judge(target)).is_stepped


def test_an_increase_is_drawn_as_the_increase() -> None:
    chart = trajectory_of(make_judged(measure=Measure.PERCENT_CHANGE, lower=Decimal("0.5"), comparator=Comparator.GE))
    assert chart.path[0] == (date(2025, 12, 31), Decimal(0))
    assert chart.values[0].value == Decimal("0.083333333")


@pytest.mark.parametrize(
    "says",
    [
        {"measure": Measure.ANNUAL_GROWTH, "lower": Decimal("0.06"), "comparator": Comparator.GE},
        {"quantifier": Quantifier.EVERY_PERIOD},
        {"lower": Decimal(1_000_000)},
        {"base_value": None, "base_date": None, "base_source": BaseSource.NONE},
    ],
    ids=["a rate", "every period", "held already", "no base"],
)
def test_what_is_not_approached_along_a_path_has_none(says: dict[str, Any]) -> None:
    chart = trajectory_of(make_judged(**says))
    assert chart.path == ()
    assert chart.goal is not None


def test_values_that_are_not_exact_are_marked() -> None:
    series = make_series()
    make_observation(series, value=None, comparator=Comparator.GT, lower=Decimal(1_300_000))
    chart = trajectory_of(judge(make_target(series=series, says=BASE)))
    assert [value.is_inexact for value in chart.values] == [True]


def test_a_target_without_number_or_value_can_still_be_drawn() -> None:
    wordless = {"comparator": "", "measure": Measure.RANK, "lower": None}
    chart = trajectory_of(judge(make_target(says=wordless)))
    assert chart.goal is None
    assert chart.values == ()
    assert trajectory(chart, "zh").startswith("<svg")
    assert sparkline(chart).startswith("<svg")
