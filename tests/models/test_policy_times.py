"""Which version of a policy judges: the one in force on day D, as far as the register knew at moment K."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from targets.models import AssessmentPolicy, Target
from targets.queries.policies import policies_for, policy_named
from targets.queries.questions import judged
from targets.rules.verdicts.terms import Pace
from targets.services import policies
from tests import make
from tests.services.test_judging import a_target, value

pytestmark = pytest.mark.django_db


def moment(year: int, month: int = 1) -> datetime:
    return datetime(year, month, 1, 9, tzinfo=UTC)


LATER = moment(2100)
PAGE = (Path(__file__).parents[2] / "docs/why-verdict.md").read_text("utf-8")
ROW = r"^\| ([\d-]{10}) \| ([\d-]{10}) \| `([a-z]+)` (\d) \| `(\w+)` \|$"


@pytest.fixture
def target() -> Target:
    """25 of 100 after a quarter of the time: exactly on its path."""
    row = a_target()
    value(row.series, 25)
    return row


def a_policy(target: Target, at: datetime, **fields: Any) -> AssessmentPolicy:
    return make.make_policy(at=at, target=target, code="own", **fields)


def change(at: datetime, **fields: Any) -> AssessmentPolicy:
    return policies.change(make.policy(**{"code": "own", "reason": "从严"} | fields), by=None, at=at)


def version(target: Target, day: date, known_at: datetime = LATER) -> int | None:
    """The number of the version that judges; None where the policy is not in force."""
    found = policies_for([target], day, known_at).of_target.get(target.pk)
    return found and found.number


def pace(day: date, known_at: datetime) -> str:
    (found,) = judged(Target.objects.all(), day=day, known_at=known_at)
    return found.assessment.pace.value


def test_a_version_holds_from_its_day_on_and_the_one_before_until_then(target):
    a_policy(target, moment(2026), effective_date=date(2026, 1, 1))
    change(moment(2027), effective_date=date(2028, 1, 1))
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2027, 12, 31), date(2028, 1, 1)]
    assert [version(target, day) for day in days] == [None, 1, 1, 2]


def test_a_version_judges_nothing_before_the_register_knew_of_it(target):
    a_policy(target, moment(2026, 3))
    change(moment(2027), effective_date=date(2026, 4, 1))
    day = date(2026, 6, 1)
    assert [version(target, day, known) for known in (moment(2026, 2), moment(2026, 3), moment(2027))] == [None, 1, 2]


def test_a_version_recorded_late_for_an_earlier_day_does_not_displace_one_for_a_later_day(target):
    a_policy(target, moment(2026))
    change(moment(2027), effective_date=date(2028, 1, 1))
    change(moment(2029), effective_date=date(2027, 1, 1))
    assert version(target, date(2027, 6, 1)) == 3
    assert version(target, date(2028, 6, 1)) == 2


def test_of_two_versions_for_one_day_the_one_recorded_later_judges(target):
    a_policy(target, moment(2026))
    change(moment(2027), effective_date=date(2027, 1, 1))
    change(moment(2027, 3), effective_date=date(2027, 1, 1))
    assert version(target, date(2027, 6, 1)) == 3
    assert version(target, date(2027, 6, 1), moment(2027, 2)) == 2


def test_a_withdrawn_policy_judges_till_that_day_and_as_was_known_before(target):
    first = a_policy(target, moment(2026))
    policies.withdraw(first, reason="取消", effective_date=date(2028, 1, 1), by=None, at=moment(2027))
    assert version(target, date(2027, 12, 31)) == 1
    assert version(target, date(2028, 1, 1)) is None
    assert version(target, date(2028, 1, 1), moment(2026, 6)) == 1


def test_a_question_of_another_day_is_judged_by_the_version_of_that_day(target):
    a_policy(target, moment(2026), ahead=Decimal(0), effective_date=date(2026, 1, 1), max_age_days=9999)
    change(moment(2027), ahead=Decimal(5), on_track=Decimal(1), effective_date=date(2028, 1, 1), max_age_days=9999)
    assert pace(date(2027, 6, 1), LATER) == Pace.AHEAD
    assert pace(date(2028, 6, 1), LATER) == Pace.BEHIND
    assert pace(date(2028, 6, 1), moment(2026, 6)) == Pace.AHEAD


def test_a_verdict_names_the_version_that_judged(target):
    a_policy(target, moment(2026))
    change(moment(2027), effective_date=date(2028, 1, 1))
    for day, number in ((date(2027, 6, 1), 1), (date(2028, 6, 1), 2)):
        (found,) = judged(Target.objects.all(), day=day, known_at=LATER)
        assert (found.assessment.policy_code, found.assessment.policy_version) == ("own", number)


def test_a_policy_asked_for_by_name_is_the_version_of_that_time(target):
    a_policy(target, moment(2026), ahead=Decimal(1), effective_date=date(2026, 1, 1))
    change(moment(2027), ahead=Decimal(2), effective_date=date(2028, 1, 1))
    asked = [(date(2027, 6, 1), LATER), (date(2028, 6, 1), LATER), (date(2028, 6, 1), moment(2026, 6))]
    found = [policy_named("own", AnonymousUser(), day=day, known_at=known_at) for day, known_at in asked]
    assert [each.thresholds.ahead for each in found] == [1, 2, 1]


def test_the_tree_of_organisations_is_that_of_today_whatever_day_is_asked_for():
    body = make.make_organisation()
    row = a_target(make.make_plan(owner=make.make_organisation(parent=body)))
    own = make.make_policy(at=moment(2026), organisation=body, effective_date=date(2021, 1, 1))
    in_force = policies_for([row], date(2022, 1, 1), LATER)
    assert in_force.row_for(row) == own


def test_the_example_of_the_documentation_is_true():
    table = re.findall(ROW, PAGE, re.MULTILINE)
    target = a_target(says={"effective_date": date(2021, 1, 1)})
    value(target.series, 22, date(2024, 12, 31))
    own = {"plan": target.plan, "code": "own", "ahead": Decimal(0), "effective_date": date(2026, 1, 1)}
    make.make_policy(at=datetime(2026, 1, 5, tzinfo=UTC), **own)
    at = datetime(2027, 2, 10, tzinfo=UTC)
    change(at, ahead=Decimal(5), effective_date=date(2027, 1, 1))
    assert len(table) == 4
    for day, known, code, number, told in table:
        known_at = datetime.fromisoformat(f"{known}T12:00:00+00:00")
        (found,) = judged(Target.objects.all(), day=date.fromisoformat(day), known_at=known_at)
        said = found.assessment
        assert said.gap_points == 2
        assert (said.policy_code, said.policy_version, said.pace) == (code, int(number), told)
