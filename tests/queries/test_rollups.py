"""A task, a plan, an organisation and an area have the verdicts of exactly the targets that are theirs."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from targets.models import AreaPart, Responsibility
from targets.queries.days import now, today
from targets.queries.rollups import area_score, organisation_score, plan_scores
from targets.rules.terms import Accumulation, BaseSource, PlanStatus, ResponsibilityRole
from targets.rules.verdicts.terms import Light, Pace, RollupRule
from targets.services import records
from tests import make

pytestmark = pytest.mark.django_db
BASE = {"base_value": Decimal(0), "base_date": date(2020, 12, 31), "base_source": BaseSource.STATED}
NOBODY = AnonymousUser()


def a_target(value: int | None, **fields: Any) -> Any:
    """At least 100 by the end of 2040, from 0 at the end of 2020, and a value of late."""
    series = make.make_series(
        indicator=make.make_indicator(accumulation=Accumulation.STOCK, name=fields.pop("name", "里程")),
        **{name: fields.pop(name) for name in ("area", "organisation") if name in fields},
    )
    says = {"comparator": "ge", "lower": Decimal(100), "scale": 1, "deadline": date(2040, 12, 31), **BASE}
    target = make.make_target(series=series, says=says, **fields)
    if value is not None:
        make.make_observation(series, value=Decimal(value), period_start=None, period_end=date(2026, 6, 30))
    return target


def scores(plan: Any, user: Any = NOBODY, **changes: Any) -> Any:
    return plan_scores(plan, user, **{"day": today(), "known_at": now(), "is_now": True} | changes)


def test_a_task_has_the_targets_below_it_and_the_plan_has_all():
    plan = make.make_plan()
    action = make.make_task(plan)
    below = make.make_task(parent=action)
    other = make.make_task(plan)
    good, bad = a_target(90, plan=plan, task=action), a_target(1, plan=plan, task=below, name="投资")
    a_target(None, plan=plan)
    found = scores(plan)
    assert found.whole.rollup.by_light[Light.GREEN] == 1
    assert (found.whole.rollup.total, found.whole.rollup.reported) == (3, 2)
    assert found.whole.deciding.target == bad
    assert "“投资”" in found.whole.sentence.zh
    assert found.by_task[action.pk].rollup.total == 2
    assert found.by_task[below.pk].rollup.total == 1
    assert found.by_task[other.pk].rollup.total == 0
    assert set(found.lines) == {row.pk for row in (good, bad)} | {plan.targets.get(task=None).pk}


def test_the_policy_of_the_plan_declares_the_rule():
    plan = make.make_plan()
    for value, weight in ((80, 3), (20, 1)):
        a_target(value, plan=plan, weight=Decimal(weight))
    make.make_policy(plan=plan, rollup=RollupRule.WEIGHTED_MEAN)
    found = scores(plan)
    assert found.rule == RollupRule.WEIGHTED_MEAN
    assert found.whole.rollup.share == Decimal("0.65")


def test_another_day_and_what_was_known_then_are_judged_afresh():
    plan = make.make_plan()
    target = a_target(90, plan=plan)
    assert scores(plan).lines[target.pk].verdict.pace == Pace.AHEAD
    before = scores(plan, day=date(2026, 3, 1), is_now=False)
    assert before.lines[target.pk].verdict.pace == Pace.NO_DATA
    unheard_of = scores(plan, known_at=make.LONG_AGO - timedelta(days=1), is_now=False)
    assert unheard_of.whole.rollup.total == 0


def test_an_organisation_has_what_it_and_those_below_it_answer_for_once_each():
    top = make.make_organisation()
    below = make.make_organisation(parent=top)
    task = make.make_task()
    of_series = a_target(90, organisation=below)
    of_task = a_target(50, plan=task.plan, task=task)
    a_target(1)
    for part in ({"task": task}, {"target": of_series}):
        role = ResponsibilityRole.LEAD
        records.create(Responsibility(organisation=top, role=role, **part), by=None)
    found = organisation_score(top, NOBODY, day=today(), known_at=now(), is_now=True)
    assert found.rollup.total == 2
    assert found.deciding.target == of_task
    lower = organisation_score(below, NOBODY, day=today(), known_at=now(), is_now=True)
    assert (lower.rollup.total, lower.deciding.target) == (1, of_series)


def test_a_composed_area_has_the_targets_of_its_parts():
    whole, part = make.make_area(), make.make_area()
    records.create(AreaPart(whole=whole, part=part), by=None)
    a_target(90, area=whole)
    a_target(90, area=part)
    a_target(90)
    assert area_score(whole, NOBODY, day=today(), known_at=now(), is_now=True).rollup.total == 2
    assert area_score(part, NOBODY, day=today(), known_at=now(), is_now=True).rollup.total == 1


def test_what_the_reader_may_not_see_is_not_counted():
    area = make.make_area()
    a_target(90, area=area)
    a_target(1, area=area, plan=make.make_plan(status=PlanStatus.DRAFT))
    for is_now in (True, False):
        seen = area_score(area, NOBODY, day=today(), known_at=now(), is_now=is_now)
        assert (seen.rollup.total, seen.rollup.by_light[Light.RED]) == (1, 0)
        every = area_score(area, make.make_user(is_superuser=True), day=today(), known_at=now(), is_now=is_now)
        assert every.rollup.total == 2


def test_a_plan_costs_the_same_queries_however_many_targets_it_has(django_assert_num_queries):
    for size in (2, 9):
        plan = make.make_plan()
        task = make.make_task(plan)
        for _ in range(size):
            a_target(50, plan=plan, task=task)
        with django_assert_num_queries(8):
            scores(plan)
