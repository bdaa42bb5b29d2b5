"""A stored verdict, told again, is the verdict of the rule: every number, flag and word of it."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction

from targets.exchange.fixtures.loading import load
from targets.models import Assessment, AssessmentRun, Target
from targets.queries.days import now, today
from targets.queries.questions import judged, loaded
from targets.queries.verdicts import stored
from targets.rules.numbers import rounded
from targets.rules.verdicts.answer import TEN
from targets.rules.verdicts.terms import Method, Reason
from targets.services import targets
from targets.services.assessments import FEW, _judge_by_rule, judge_all
from tests import make
from tests.exchange.conftest import FIXTURES
from tests.services.test_judging import SAYS, a_target, value

pytestmark = pytest.mark.django_db
FILES = [FIXTURES / "policies.yaml", *sorted((FIXTURES / "demo").glob("*.yaml"))]
DAYS = [date(2026, 11, 26), date(2028, 6, 30), date(2031, 3, 1)]


@pytest.fixture(scope="module")
def _demonstration(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Targets of every kind, judged for every reason."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(FILES)
        yield
        transaction.set_rollback(True)


def as_kept(verdict: Any) -> dict[str, Any]:
    """What a verdict says, its numbers with ten decimals."""
    said = {each.name: getattr(verdict, each.name) for each in fields(verdict)}
    return {name: rounded(told, TEN) if isinstance(told, Decimal) else told for name, told in said.items()}


def differences(day: date) -> dict[str, Any]:
    """By target and field, what is told from the store and what the rule says."""
    told = stored(loaded(Target.objects.all(), day, now()))
    found = {}
    for each in judged(Target.objects.all(), day=day, known_at=now()):
        one, other = as_kept(told[each.target.pk].verdict), as_kept(each.assessment)
        assert told[each.target.pk].judged_on == day
        found |= {f"{each.target}.{name}": (one[name], other[name]) for name in one if one[name] != other[name]}
    return found


@pytest.mark.usefixtures("_demonstration")
@pytest.mark.parametrize("day", DAYS)
def test_stored_and_judged_say_the_same_of_every_target(day: date) -> None:
    judge_all(day=day)
    assert Target.objects.count() == Assessment.objects.count() > FEW
    assert differences(day) == {}


@pytest.mark.usefixtures("_demonstration")
def test_it_does_not_matter_which_twin_judged() -> None:
    day = DAYS[0]
    judge_all(day=day)
    Assessment.objects.all().delete()
    _judge_by_rule(list(Target.objects.values_list("pk", flat=True)), day)
    assert differences(day) == {}
    assert set(Assessment.objects.values_list("reason", flat=True)) == set(Reason)
    assert set(Assessment.objects.values_list("method", flat=True)) == set(Method)


@pytest.mark.usefixtures("_demonstration")
def test_many_cost_three_queries(django_assert_num_queries: Any) -> None:
    judge_all(day=DAYS[0])
    for size in (1, 40):
        rows = list(loaded(Target.objects.order_by("pk")[:size], DAYS[0], now()))
        with django_assert_num_queries(3):
            assert len(stored(rows)) == size


def told(target: Any) -> Any:
    return stored(loaded(Target.objects.filter(pk=target.pk), today(), now())).get(target.pk)


def test_a_target_that_was_never_judged_or_on_another_revision_is_left_out() -> None:
    target = a_target()
    assert told(target).verdict.reason == Reason.NO_OBSERVATION
    kept = Assessment.objects.get(target=target)
    targets.revise(target, make.revision(**SAYS | {"reason": "调整", "lower": Decimal(50)}), by=None)
    assert told(target) is not None
    Assessment.objects.update(revision=kept.revision)
    assert told(target) is None
    Assessment.objects.all().delete()
    assert told(target) is None


def test_a_verdict_that_the_last_run_left_alone_holds_for_the_day_of_the_run() -> None:
    target = a_target()
    value(target.series, 25)
    Assessment.objects.update(judged_on=date(2026, 1, 1))
    assert told(target).judged_on == date(2026, 1, 1)
    AssessmentRun.objects.create(judged_on=date(2026, 6, 1), targets=1, changed=0)
    assert told(target).judged_on == date(2026, 6, 1)
    assert told(target).verdict.data_age_days == (date(2026, 6, 1) - date(2025, 12, 31)).days
