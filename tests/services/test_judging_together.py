"""Two writers at once, each on a connection of its own: the stored verdict knows what both have written."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from threading import Thread
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from targets.models import Assessment, AssessmentChange, Target
from targets.queries.days import now, today
from targets.queries.questions import judged
from targets.rules.verdicts.terms import Method
from targets.services import observations, policies, records, targets
from tests import make
from tests.services.test_judging import SAYS, a_series, a_target, value
from tests.services.test_together import changed, together
from tests.services.verdicts import as_stored, stored_row

pytestmark = pytest.mark.django_db(transaction=True)


def beside(first: Callable[[], Any], second: Callable[[], Any]) -> list[str]:
    """The second write begins when the first is done but not yet committed, and ends before or after it commits.

    Says what went wrong with the second, if anything did.
    """
    problems: list[str] = []

    def run() -> None:
        try:
            second()
        except ValidationError as error:
            problems.append(error.messages[0])
        finally:
            connection.close()

    other = Thread(target=run)
    with transaction.atomic():
        first()
        other.start()
        while other.is_alive() and not _someone_waits():
            other.join(0.01)
    other.join(60)
    assert not other.is_alive()
    return problems


def _someone_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return bool(cursor.fetchone()[0])


def all_hold() -> bool:
    """Whether every stored verdict is what the rule says now."""
    live = [as_stored(each, today()) for each in judged(Target.objects.order_by("pk"), day=today(), known_at=now())]
    return live == [stored_row(row) for row in Assessment.objects.order_by("pk")]


def submitted(series: Any, number: int, year: int) -> Any:
    return value(series, number, date(year, 12, 31), verified=False)


def verify(row: Any) -> Callable[[], Any]:
    return lambda: observations.verify(changed(row), by=None)


def test_of_two_values_verified_at_once_both_are_in_the_verdict():
    target = a_target()
    rows = [submitted(target.series, number, year) for number, year in ((20, 2023), (30, 2024), (40, 2025))]
    assert together(*map(verify, rows)) == ["done"] * 3
    assert Assessment.objects.get().value == 40
    assert all_hold()


@pytest.mark.parametrize("order", [(2024, 2025), (2025, 2024)])
def test_a_value_that_is_verified_while_another_is_sees_the_other(order: tuple[int, int]):
    target = a_target()
    make.make_policy(target=target, min_points=3)
    first, second = (submitted(target.series, 40, year) for year in order)
    assert beside(verify(first), verify(second)) == []
    assert all_hold()
    assert AssessmentChange.objects.filter(target=target).count() == 3, "no data, too few points, behind"


def test_a_value_and_a_revision_at_once_are_both_in_the_verdict():
    target = a_target()
    row = submitted(target.series, 40, 2025)
    change = make.revision(**SAYS | {"lower": Decimal(50), "reason": "调整"})
    assert beside(lambda: targets.revise(target, change, by=None), verify(row)) == []
    verdict = Assessment.objects.get()
    assert (verdict.value, verdict.achieved_share) == (40, Decimal("0.8"))
    assert all_hold()


def test_a_value_and_a_policy_at_once_are_both_in_the_verdict():
    target = a_target()
    row = submitted(target.series, 40, 2025)
    assert beside(verify(row), lambda: make.make_policy(target=target, method=Method.DEADLINE_ONLY)) == []
    assert Assessment.objects.get().method == Method.DEADLINE_ONLY
    assert all_hold()


def test_a_target_added_while_a_value_of_its_series_is_verified_knows_the_value():
    series, plan = a_series(), make.make_plan()
    row = submitted(series, 40, 2025)
    assert beside(verify(row), lambda: a_target(plan, series=series)) == []
    assert Assessment.objects.get().value == 40


def test_a_value_verified_while_a_target_is_added_to_its_series_judges_the_target():
    series, plan = a_series(), make.make_plan()
    row = submitted(series, 40, 2025)
    assert beside(lambda: a_target(plan, series=series), verify(row)) == []
    assert Assessment.objects.get().value == 40


def test_a_target_moved_to_a_series_while_a_value_of_it_is_verified_knows_the_value():
    target, series = a_target(), a_series()
    row = submitted(series, 40, 2025)

    def move() -> None:
        targets.edit(changed(target, series=series), by=None, version=None)

    assert beside(verify(row), move) == []
    assert Assessment.objects.get().value == 40


def test_a_target_added_while_its_plan_gets_a_policy_is_judged_by_it():
    plan, series = make.make_plan(), a_series()
    add_policy = lambda: make.make_policy(plan=plan, code="strict")  # noqa: E731
    assert beside(add_policy, lambda: a_target(plan, series=series)) == []
    assert Assessment.objects.get().policy_code == "strict"


def test_a_policy_added_while_its_plan_gets_a_target_judges_the_target():
    plan, series = make.make_plan(), a_series()
    assert beside(lambda: a_target(plan, series=series), lambda: make.make_policy(plan=plan, code="strict")) == []
    assert Assessment.objects.get().policy_code == "strict"


def in_both_orders(one: Callable[[], Any], other: Callable[[], Any], *, turned: bool) -> None:
    assert beside(*((other, one) if turned else (one, other))) == []


@pytest.mark.parametrize("turned", [False, True])
def test_a_target_added_while_the_default_changes_is_judged_by_the_new_one(turned: bool):
    plan, series = make.make_plan(), a_series()
    make.make_policy(code="default")
    new = make.policy(code="default", reason="从严", ahead=Decimal(1))
    in_both_orders(lambda: a_target(plan, series=series), lambda: policies.change(new, by=None), turned=turned)
    assert Assessment.objects.get().policy_number == 2


@pytest.mark.parametrize("turned", [False, True])
def test_a_plan_that_changes_hands_while_the_new_keeper_gets_a_policy_is_judged_by_it(turned: bool):
    body = make.make_organisation()
    target = a_target()

    def hand_over() -> None:
        records.edit(changed(target.plan, owner=body), by=None, version=None)

    in_both_orders(hand_over, lambda: make.make_policy(organisation=body, code="strict"), turned=turned)
    assert Assessment.objects.get().policy_code == "strict"


@pytest.mark.parametrize("turned", [False, True])
def test_an_organisation_put_below_another_while_that_gets_a_policy_is_judged_by_it(turned: bool):
    top, body = make.make_organisation(), make.make_organisation()
    a_target(make.make_plan(owner=body))

    def move() -> None:
        records.edit(changed(body, parent=top), by=None, version=None)

    in_both_orders(move, lambda: make.make_policy(organisation=top, code="strict"), turned=turned)
    assert Assessment.objects.get().policy_code == "strict"


@pytest.mark.parametrize("turned", [False, True])
def test_a_target_added_while_its_indicator_turns_is_judged_by_the_new_direction(turned: bool):
    plan, series = make.make_plan(), a_series()
    value(series, 90)

    def turn() -> None:
        records.edit(changed(series.indicator, direction="down"), by=None, version=None)

    bare = {"comparator": "bare"}
    in_both_orders(lambda: a_target(plan, series=series, says=bare), turn, turned=turned)
    assert Assessment.objects.get().attainment == "met", "90 keeps below 100"


def test_of_two_versions_of_a_policy_at_once_the_later_one_judges():
    target = a_target()
    value(target.series, 25)
    make.make_policy(target=target, code="own")

    def version(ahead: int) -> Callable[[], Any]:
        return lambda: policies.change(make.policy(code="own", ahead=Decimal(ahead), reason="从严"), by=None)

    assert together(version(1), version(-5)) == ["done", "done"]
    assert Assessment.objects.get().policy_number == 3
    assert all_hold()


def test_many_writers_on_shared_targets_end_without_waiting_for_each_other_in_a_circle():
    indicator = make.make_indicator(accumulation="stock")
    series = [a_series(indicator=indicator) for _ in range(3)]
    for each in series * 2:
        a_target(series=each)
    rows = [submitted(each, 40, year) for year in (2024, 2025) for each in series]

    def turn() -> None:
        records.edit(changed(indicator, direction="none"), by=None, version=None)

    assert together(*map(verify, rows), turn) == ["done"] * 7
    assert all_hold()
