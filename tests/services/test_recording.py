"""Many values recorded at once: all or none, corrections supersede, nothing unseen is overwritten."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from targets.models import Assessment, Observation
from targets.services import observations
from targets.services.recording import CellsRefused, Entry, record
from targets.services.reviewing import return_all, verify_all
from tests import make
from tests.services.test_judging import a_target

pytestmark = pytest.mark.django_db


def entry(series: Any, number: Any = 1, *, seen: Observation | None = None, year: int = 2026, **more: Any) -> Entry:
    at_once = more.pop("at_once", False)
    days = {"period_start": date(year, 1, 1), "period_end": date(year, 12, 31)}
    value = make.observation(series, **{"value": Decimal(number), "wording": ""} | days | more)
    return Entry(key=f"{series.pk}-{year}", value=value, seen=seen and seen.pk, at_once=at_once)


def standing(series: Any, year: int = 2026) -> dict[str, Decimal]:
    found = Observation.objects.filter(series=series, period_end__year=year)
    return {value.status: value.value for value in found.order_by("pk") if value.value is not None}


def test_an_empty_cell_gets_a_value_that_waits() -> None:
    series, user = make.make_series(), make.make_user()
    done = record([entry(series, 5), entry(series, 6, year=2025)], by=user)
    assert (done["submitted"], done["corrected"], done["verified"]) == (2, 0, 0)
    assert standing(series) == {"submitted": 5}
    assert set(Observation.objects.values_list("recorded_by", flat=True)) == {user.pk}


def test_a_verified_value_gets_a_correction_and_stands_until_that_is_verified() -> None:
    old = make.make_observation(value=Decimal(4))
    done = record([entry(old.series, 5, seen=old)], by=None, reason="统计公报修订")
    assert done["corrected"] == 1
    assert standing(old.series) == {"verified": 4, "submitted": 5}
    new = Observation.objects.get(status="submitted")
    assert new.supersedes == old
    observations.verify(new, by=None)
    assert standing(old.series) == {"superseded": 4, "verified": 5}


def test_verified_at_once_the_correction_takes_the_place_at_the_same_moment() -> None:
    old = make.make_observation(value=Decimal(4))
    reviewer = make.make_user()
    record([entry(old.series, 5, seen=old, at_once=True)], by=reviewer)
    old.refresh_from_db()
    new = Observation.objects.get(status="verified")
    assert (old.status, old.superseded_at) == ("superseded", new.verified_at)
    assert (new.verified_by, new.supersedes) == (reviewer, old)


def test_what_still_waits_is_sent_back_with_a_reason_and_replaced() -> None:
    old = make.make_observation(value=Decimal(4))
    waits = observations.correct(old, make.observation(old.series, value=Decimal(5)), by=None)
    record([entry(old.series, 6, seen=waits)], by=None)
    waits.refresh_from_db()
    assert waits.status == "returned"
    assert waits.return_reason
    assert Observation.objects.get(status="submitted").supersedes == old


def test_one_wrong_cell_and_none_is_recorded() -> None:
    series = make.make_series()
    taken = make.make_observation(series, value=Decimal(9))
    with pytest.raises(CellsRefused) as refused:
        record([entry(series, 1, year=2025), entry(series, 2)], by=None)
    assert [(fault.key, fault.current) for fault in refused.value.faults] == [(f"{series.pk}-2026", taken)]
    assert Observation.objects.count() == 1


def test_a_cell_that_changed_meanwhile_is_not_overwritten() -> None:
    old = make.make_observation(value=Decimal(4))
    theirs = observations.correct(old, make.observation(old.series, value=Decimal(5)), by=None)
    for seen in (old, None):
        with pytest.raises(CellsRefused) as refused:
            record([entry(old.series, 6, seen=seen)], by=None)
        assert refused.value.faults[0].current == theirs
    observations.send_back(theirs, reason="不对", by=None)
    with pytest.raises(CellsRefused):
        record([entry(old.series, 6, seen=theirs)], by=None)
    assert standing(old.series) == {"verified": 4, "returned": 5}


def test_a_place_given_twice_is_refused_at_both_cells() -> None:
    series = make.make_series()
    with pytest.raises(CellsRefused) as refused:
        record([entry(series, 1), entry(series, 2)], by=None)
    assert len(refused.value.faults) == 2


@pytest.mark.parametrize("given", [{"wording": "长" * 301}, {"value": Decimal(10) ** 40}, {"comparator": "invented"}])
def test_what_cannot_be_kept_is_told_at_its_cell(given: dict[str, Any]) -> None:
    series = make.make_series()
    with pytest.raises(CellsRefused) as refused:
        record([entry(series, year=2025), entry(series, **given)], by=None)
    assert [fault.key for fault in refused.value.faults] == [f"{series.pk}-2026"]


def test_what_only_the_database_knows_is_refused_as_a_whole() -> None:
    stages = make.make_indicator(accumulation="stage", stages=["前期", "开工"], unit="", unit_en="")
    series = make.make_series(indicator=stages)
    with pytest.raises(ValidationError, match="阶段"):
        record([entry(series, 1, year=2025), entry(series, 7)], by=None)
    assert not Observation.objects.exists()


def test_the_verdicts_are_renewed_in_the_same_transaction_and_once_for_all() -> None:
    def queries(count: int) -> int:
        found = [a_target() for _ in range(count)]
        entries = [entry(each.series, 50, year=2025, at_once=True) for each in found]
        with CaptureQueriesContext(connection) as seen:
            record(entries, by=None)
        assert {each.value for each in Assessment.objects.filter(target__in=found)} == {50}
        return len(seen)

    queries(1)  # what is read once for each connection is read now
    assert queries(2) == queries(12)


def test_a_provisional_value_changes_no_verdict() -> None:
    target = a_target()
    record([entry(target.series, 50, year=2025)], by=None)
    assert Assessment.objects.get(target=target).value is None


def test_two_hundred_cells_cost_as_many_queries_as_two() -> None:
    def queries(count: int) -> int:
        series = make.make_series()
        entries = [entry(series, number, year=1950 + number, at_once=True) for number in range(count)]
        with CaptureQueriesContext(connection) as seen:
            record(entries, by=None)
        return len(seen)

    assert queries(2) == queries(200)


def test_values_are_verified_together_or_not_at_all() -> None:
    old = make.make_observation(value=Decimal(4))
    waits = observations.correct(old, make.observation(old.series, value=Decimal(5)), by=None)
    other = make.make_observation(verified=False)
    user = make.make_user()
    assert verify_all([waits.pk, other.pk], by=user) == 2
    assert standing(old.series) == {"superseded": 4, "verified": 5}
    other.refresh_from_db()
    assert (other.status, other.verified_by) == ("verified", user)
    third = make.make_observation(verified=False)
    with pytest.raises(ValidationError):
        verify_all([third.pk, other.pk], by=user)
    third.refresh_from_db()
    assert third.status == "submitted"


def test_values_are_returned_together_with_one_reason() -> None:
    values = [make.make_observation(verified=False) for _ in range(3)]
    keys = [value.pk for value in values]
    with pytest.raises(ValidationError):
        return_all(keys, reason=" ", by=None)
    assert return_all(keys, reason="缺来源", by=None) == 3
    assert set(Observation.objects.values_list("status", "return_reason")) == {("returned", "缺来源")}


def test_verifying_together_renews_the_verdicts() -> None:
    found = [a_target() for _ in range(2)]
    values = [
        make.make_observation(
            each.series, verified=False, value=Decimal(50), period_end=date(2025, 12, 31), period_start=None
        )
        for each in found
    ]
    verify_all([value.pk for value in values], by=None)
    assert {each.value for each in Assessment.objects.filter(target__in=found)} == {50}
