"""A report of a day, as known at a moment, is the same whatever comes in later."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from targets.models import Observation, Plan
from targets.reports.files import LANGUAGES
from targets.reports.formats import FORMATS
from targets.reports.report import SectionKind
from targets.rules.verdicts.terms import Light
from targets.services import observations, policies, targets
from tests.make import make_milestone, make_observation, make_policy, observation, policy, revision
from tests.reports.plans import BASE, DAY, KNOWN, make_full_plan, make_line, report_of, table

pytestmark = pytest.mark.django_db

LATER = KNOWN + timedelta(days=1)


def light_of(plan: Plan, name: str, known_at: datetime) -> str:
    rows = table(report_of(plan, known_at=known_at), SectionKind.TARGETS).rows
    return next(row.cells[5].words.zh for row in rows if row.cells[1].words.zh == name)


def test_a_later_revision_changes_the_later_report_only() -> None:
    plan = make_full_plan()
    before = report_of(plan)
    green = plan.targets.get(series__indicator__name="green")
    says = revision(
        target=green, lower=Decimal(4_000_000), wording="超400万辆", effective_date=DAY, reason="上调", **BASE
    )
    targets.revise(green, says, by=None, at=LATER)
    assert report_of(plan) == before
    assert (light_of(plan, "green", KNOWN), light_of(plan, "green", LATER)) == ("绿灯", "黄灯")


def test_a_later_correction_changes_the_later_report_only() -> None:
    plan = make_full_plan()
    before = report_of(plan)
    wrong = Observation.objects.get(series__indicator__name="green")
    correction = observation(wrong.series, value=Decimal(1_210_000), supersedes=wrong)
    observations.verify(observations.submit(correction, by=None, at=LATER), by=None, at=LATER)
    assert report_of(plan) == before
    assert (light_of(plan, "green", KNOWN), light_of(plan, "green", LATER)) == ("绿灯", "黄灯")


def test_a_value_counts_from_its_verification_on() -> None:
    plan = make_full_plan()
    line = make_line(plan, "waiting")
    value = make_observation(line.series, verified=False, at=KNOWN - timedelta(days=5))
    before = report_of(plan)
    observations.verify(value, by=None, at=LATER)
    assert report_of(plan) == before
    assert (light_of(plan, "waiting", KNOWN), light_of(plan, "waiting", LATER)) == ("灰灯", "绿灯")


def test_a_milestone_and_a_policy_set_later_are_not_known_before() -> None:
    plan = make_full_plan()
    first = make_policy(plan=plan, ahead=Decimal(1))
    before = report_of(plan)
    make_milestone(plan.targets.get(series__indicator__name="yellow"), at=LATER)
    second = policy(code=first.code, plan=plan, ahead=Decimal(2), effective_date=date(2020, 1, 1), reason="收紧")
    policies.change(second, by=None, at=LATER)
    assert report_of(plan) == before
    after = report_of(plan, known_at=LATER)
    assert [row.cells[1].words.zh for row in table(after, SectionKind.METHOD, 1).rows] == ["2", "2"]


def test_values_of_later_periods_are_not_seen_on_an_earlier_day() -> None:
    plan = make_full_plan()
    green = plan.targets.get(series__indicator__name="green")
    make_observation(
        green.series, period_start=date(2027, 1, 1), period_end=date(2027, 12, 31), value=Decimal(9_000_000)
    )
    early = report_of(plan, known_at=datetime(2028, 6, 30, tzinfo=UTC))
    late = report_of(plan, day=date(2028, 6, 30), known_at=datetime(2028, 6, 30, tzinfo=UTC))
    assert (early.data_date, late.data_date) == (date(2026, 12, 31), date(2027, 12, 31))
    assert (dict(early.by_light)[Light.BLUE], dict(late.by_light)[Light.BLUE]) == (1, 2)


def test_the_same_question_gives_the_same_bytes() -> None:
    plan = make_full_plan()
    for form in FORMATS.values():
        for lang in LANGUAGES.values():
            assert form.render(report_of(plan), lang) == form.render(report_of(plan), lang)
