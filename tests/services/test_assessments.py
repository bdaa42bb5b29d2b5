"""Judging many: the stored verdicts are those of the rule, whichever twin judged, and only what changed is written."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from targets.models import Assessment, AssessmentChange, AssessmentRun, Plan, Target
from targets.models.expressions import keeping
from targets.rules.terms import Accumulation, BaseSource, Comparator, Direction, Frequency, Measure, Quantifier
from targets.rules.verdicts.terms import Light, Method, Pace, RollupRule
from targets.services import targets
from targets.services.assessments import FEW, _judge_by_rule, _renew, judge_all
from tests import make

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)
BASE = {"base_value": Decimal(50), "base_date": date(2020, 12, 31), "base_source": BaseSource.STATED}
KINDS: list[dict[str, Any]] = [
    {"comparator": Comparator.GE, "lower": Decimal(100), **BASE},
    {"comparator": Comparator.GT, "lower": Decimal(60)},
    {"comparator": Comparator.LE, "lower": None, "upper": Decimal(40), **BASE},
    {"comparator": Comparator.APPROX, "lower": Decimal(80), **BASE},
    {"comparator": Comparator.BETWEEN, "lower": Decimal(70), "upper": Decimal(90), **BASE},
    {"measure": Measure.INCREMENT, "comparator": Comparator.BARE, "lower": Decimal(20), **BASE},
    {"measure": Measure.ANNUAL_GROWTH, "comparator": Comparator.GE, "lower": Decimal("0.06"), **BASE},
    {"quantifier": Quantifier.EVERY_PERIOD, "comparator": Comparator.GE, "lower": Decimal(55), **BASE},
    {"comparator": Comparator.GE, "lower": Decimal(50), "deadline": date(2024, 12, 31), **BASE},
    {"comparator": "", "lower": None, "measure": Measure.REFERENCE},
]


def a_register() -> Plan:
    """More targets than are judged in Python, of every kind and by policies of every scope, in one plan."""
    body = make.make_organisation()
    plan = make.make_plan(owner=make.make_organisation(parent=body))
    for accumulation in (Accumulation.STOCK, Accumulation.ANNUAL_FLOW, Accumulation.CUMULATIVE, Accumulation.RATIO):
        direction = Direction.DOWN if accumulation == Accumulation.RATIO else Direction.UP
        indicator = make.make_indicator(accumulation=accumulation, direction=direction, frequency=Frequency.YEAR)
        series = make.make_series(indicator=indicator)
        for year in range(2020, 2026):
            start = None if accumulation == Accumulation.STOCK else date(year, 1, 1)
            value = Decimal(50 + (year - 2020) * 7)
            make.make_observation(series, period_start=start, period_end=date(year, 12, 31), value=value)
        for says in KINDS:
            make.make_target(plan, series=series, says={"scale": 1, "deadline": date(2030, 12, 31)} | says)
    first, second, third, fourth = plan.targets.order_by("pk")[:4]
    make.make_policy(target=first, method=Method.CAGR_95_60_0)
    make.make_policy(target=second, method=Method.DEADLINE_ONLY)
    make.make_policy(organisation=body, ahead=Decimal(2), bare_as="exact", max_age_days=100)
    make.make_milestone(third, day=date(2027, 12, 31), value=Decimal(45))
    targets.withdraw(fourth, reason="取消", effective_date=date(2026, 6, 1), by=None)
    return plan


def verdicts() -> dict[int, dict[str, Any]]:
    names = [each.attname for each in Assessment._meta.concrete_fields if each.name != "judged_on"]
    return {row.pk: {name: getattr(row, name) for name in names} for row in Assessment.objects.all()}


def test_both_twins_keep_the_same_verdicts():
    plan = a_register()
    keys = list(plan.targets.order_by("pk").values_list("pk", flat=True))
    assert len(keys) > FEW
    for day in (DAY, DAY + timedelta(days=200), date(2031, 3, 1)):
        Assessment.objects.all().delete()
        _renew(keys, day)
        by_statement = verdicts()
        Assessment.objects.all().delete()
        _judge_by_rule(keys, day)
        assert by_statement == verdicts()
        assert len(by_statement) == len(keys) - 1, "the withdrawn one has none"
    assert {row["method"] for row in by_statement.values()} >= {Method.CAGR_95_60_0, Method.MILESTONE_PATH}


def test_judging_twice_writes_nothing_the_second_time():
    a_register()
    judge_all(day=DAY)
    before, changes = verdicts(), AssessmentChange.objects.count()
    run = judge_all(day=DAY)
    assert (run.changed, verdicts(), AssessmentChange.objects.count()) == (0, before, changes)


def test_time_alone_changes_verdicts_and_each_change_is_told_once():
    plan = a_register()
    judge_all(day=DAY)
    before = {row.pk: (row.light, row.pace) for row in Assessment.objects.all()}
    told = AssessmentChange.objects.count()
    late = date(2031, 3, 1)
    run = judge_all(day=late)
    after = {row.pk: (row.light, row.pace) for row in Assessment.objects.all()}
    moved = {key for key in after if after[key] != before[key]}
    assert run.changed >= len(moved) > 0
    news = AssessmentChange.objects.order_by("pk")[told:]
    assert {each.target_id for each in news} == moved
    assert len(news) == len(moved)
    for each in news:
        assert (each.light_before, each.pace_before) == before[each.target_id]
        assert (each.light, each.pace, each.judged_on) == (*after[each.target_id], late)
    assert Pace.NO_DATA in {each.pace for each in news}, "a final value is awaited"
    assert plan.targets.count() == len(after) + 1


def test_a_verdict_that_was_lost_or_spoilt_is_mended():
    a_register()
    judge_all(day=DAY)
    before = verdicts()
    Assessment.objects.filter(pk=min(before)).delete()
    Assessment.objects.filter(pk=max(before)).update(light=Light.GREY, value=None)
    Assessment.objects.exclude(pk__in=(min(before), max(before))).update(coverage_due=0)
    judge_all(day=DAY)
    assert verdicts() == before


def test_a_run_over_everything_is_remembered_and_one_over_a_plan_is_not():
    plan = a_register()
    assert judge_all(plan=plan, day=DAY).targets == plan.targets.count()
    assert AssessmentRun.objects.count() == 0
    judge_all(day=DAY)
    run = AssessmentRun.objects.get()
    assert (run.judged_on, run.targets) == (DAY, Target.objects.count())


def test_one_plan_alone_is_judged_when_it_is_named():
    plan, other = a_register(), make.make_target()
    Assessment.objects.all().delete()
    judge_all(plan=plan, day=DAY)
    assert Assessment.objects.filter(plan=plan).exists()
    assert not Assessment.objects.filter(target=other).exists()


def test_progress_is_told_up_to_the_whole():
    a_register()
    heard: list[tuple[int, int]] = []
    judge_all(day=DAY, tell=lambda done, total: heard.append((done, total)))
    assert heard[-1] == (Target.objects.count(), Target.objects.count())


def test_every_column_of_a_verdict_is_renewed():
    named = {*keeping.JUDGED, *keeping.COVERED, *keeping.REGISTERED, "target_id", "judged_on"}
    assert named == {each.column for each in Assessment._meta.concrete_fields}


def test_a_policy_says_how_a_plan_is_scored_and_changes_no_verdict_by_that():
    plan = a_register()
    judge_all(day=DAY)
    before = verdicts()
    make.make_policy(plan=plan, ahead=Decimal(2), bare_as="exact", max_age_days=100, rollup=RollupRule.COUNTS)
    judge_all(day=DAY)
    same = [{**row, "policy_code": "", "policy_number": 0} for row in before.values()]
    assert [{**row, "policy_code": "", "policy_number": 0} for row in verdicts().values()] == same
