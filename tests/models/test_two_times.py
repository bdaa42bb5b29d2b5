"""In force at (D, K): what holds on day D, as far as the register knew at moment K."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from targets.models import Milestone, Observation, Plan, Series, Target, TargetRevision
from targets.rules.terms import ObservationStatus
from targets.services import observations, targets
from tests.make import make_milestone, make_observation, make_plan, make_series, make_target, observation, revision

pytestmark = pytest.mark.django_db


def moment(year: int, month: int = 1, day: int = 1) -> datetime:
    return datetime(year, month, day, 9, tzinfo=UTC)


LATER = moment(2100)


def number(target: Target, day: date, known_at: datetime = LATER) -> Decimal | None:
    """The lower bound in force, None where no revision is."""
    row = TargetRevision.objects.in_force(day, known_at).filter(target=target).first()
    return row and row.lower


def revise(target: Target, lower: int, *, from_day: date, at: datetime) -> TargetRevision:
    change = revision(lower=Decimal(lower), reason="调整", effective_date=from_day)
    return targets.revise(target, change, by=None, at=at)


def target_of_2026(lower: int = 200) -> Target:
    says = {"lower": Decimal(lower), "effective_date": date(2026, 1, 1)}
    return make_target(at=moment(2026, 2), says=says)


# Revisions


def test_a_target_holds_from_its_effective_date_on():
    target = target_of_2026()
    assert number(target, date(2025, 12, 31)) is None
    assert number(target, date(2026, 1, 1)) == 200


def test_a_target_is_not_known_before_it_was_recorded():
    target = target_of_2026()
    assert number(target, date(2027, 1, 1), moment(2026, 2) - timedelta(microseconds=1)) is None
    assert number(target, date(2027, 1, 1), moment(2026, 2)) == 200


def test_a_revision_holds_from_its_day_and_the_old_one_before_it():
    target = target_of_2026()
    revise(target, 180, from_day=date(2028, 1, 1), at=moment(2027))
    assert number(target, date(2027, 12, 31)) == 200
    assert number(target, date(2028, 1, 1)) == 180


def test_a_revision_is_not_known_before_it_was_recorded():
    target = target_of_2026()
    revise(target, 180, from_day=date(2028, 1, 1), at=moment(2027))
    assert number(target, date(2028, 1, 1), moment(2026, 12)) == 200


def test_a_backdated_revision_changes_what_held_then_but_not_what_was_known_then():
    target = target_of_2026()
    revise(target, 180, from_day=date(2026, 6, 1), at=moment(2029))
    assert number(target, date(2026, 6, 1)) == 180
    assert number(target, date(2026, 6, 1), moment(2028)) == 200
    assert number(target, date(2026, 5, 31)) == 200


def test_a_revision_recorded_later_for_an_earlier_day_does_not_displace_one_for_a_later_day():
    target = target_of_2026()
    revise(target, 150, from_day=date(2028, 1, 1), at=moment(2027))
    revise(target, 180, from_day=date(2027, 1, 1), at=moment(2029))
    assert number(target, date(2027, 6, 1)) == 180
    assert number(target, date(2028, 6, 1)) == 150


def test_of_two_revisions_for_one_day_the_one_recorded_later_holds():
    target = target_of_2026()
    revise(target, 180, from_day=date(2027, 1, 1), at=moment(2027))
    revise(target, 190, from_day=date(2027, 1, 1), at=moment(2027, 3))
    assert number(target, date(2027, 1, 1)) == 190
    assert number(target, date(2027, 1, 1), moment(2027, 2)) == 180


@pytest.mark.parametrize("clock", [moment(2027), moment(2026, 3)], ids=["stands still", "was set back"])
def test_revisions_follow_one_another_even_if_the_clock(clock, monkeypatch):
    target = make_target(at=moment(2027))
    monkeypatch.setattr(timezone, "now", lambda: clock)
    for lower in (180, 190):
        targets.revise(target, revision(lower=Decimal(lower), reason="调整"), by=None)
    assert number(target, date(2027, 1, 1)) == 190


def test_milestones_follow_one_another_even_if_the_clock_stands_still(monkeypatch):
    target = make_target(at=moment(2027))
    monkeypatch.setattr(timezone, "now", lambda: moment(2027))
    for value_ in (160, 150):
        milestone = Milestone(target=target, day=date(2028, 1, 1), value=value_, effective_date=date(2026, 1, 1))
        targets.set_milestone(milestone, by=None)
    assert values(target, date(2027, 1, 1)) == {date(2028, 1, 1): 150}


def test_a_value_is_not_verified_before_it_was_recorded_even_if_the_clock_was_set_back(monkeypatch):
    row = observations.submit(observation(), by=None, at=moment(2027, 2))
    monkeypatch.setattr(timezone, "now", lambda: moment(2026))
    observations.verify(row, by=None)
    assert row.verified_at == moment(2027, 2)


def test_a_withdrawn_target_is_in_force_no_more_from_that_day_on():
    target = target_of_2026()
    targets.withdraw(target, reason="取消", effective_date=date(2028, 1, 1), by=None, at=moment(2027))
    assert number(target, date(2027, 12, 31)) == 200
    assert number(target, date(2028, 1, 1)) is None
    assert number(target, date(2028, 1, 1), moment(2026, 12)) == 200


def test_a_withdrawal_also_ends_revisions_that_would_take_effect_later():
    target = target_of_2026()
    revise(target, 150, from_day=date(2029, 1, 1), at=moment(2027))
    targets.withdraw(target, reason="取消", effective_date=date(2028, 1, 1), by=None, at=moment(2027, 6))
    assert number(target, date(2029, 6, 1)) is None
    assert number(target, date(2029, 6, 1), moment(2027, 5)) == 150


def test_a_withdrawn_target_can_be_taken_up_again():
    target = target_of_2026()
    targets.withdraw(target, reason="取消", effective_date=date(2028, 1, 1), by=None, at=moment(2027))
    revise(target, 170, from_day=date(2029, 1, 1), at=moment(2028))
    assert number(target, date(2028, 6, 1)) is None
    assert number(target, date(2029, 1, 1)) == 170


def test_a_withdrawal_names_its_own_document_and_not_that_of_the_numbers():
    target = target_of_2026()
    end = targets.withdraw(target, reason="取消", effective_date=date(2028, 1, 1), by=None)
    assert (end.reason, end.deciding_document, end.wording) == ("取消", None, "超200万辆")


def test_the_register_lists_the_targets_that_are_in_force():
    target = target_of_2026()
    targets.withdraw(target, reason="取消", effective_date=date(2028, 1, 1), by=None, at=moment(2027))
    on = [
        Target.objects.on_register(day, LATER).count() for day in (date(2025, 1, 1), date(2027, 1, 1), date(2028, 1, 1))
    ]
    assert on == [0, 1, 0]


def test_targets_come_with_what_held_on_the_day(django_assert_num_queries):
    target = target_of_2026()
    revise(target, 180, from_day=date(2028, 1, 1), at=moment(2027))
    make_milestone(target)
    with django_assert_num_queries(3):
        (early,) = Target.objects.with_revision(date(2027, 1, 1), LATER)
        assert early.revision.lower == 200
        assert [milestone.day for milestone in early.milestones_in_force] == [date(2028, 12, 31)]


# Milestones


def values(target: Target, day: date, known_at: datetime = LATER) -> dict[date, Decimal]:
    rows = Milestone.objects.in_force(day, known_at).filter(target=target)
    return {row.day: row.value for row in rows}


def test_a_later_milestone_for_the_same_day_takes_the_place_of_the_first():
    target = target_of_2026()
    due = date(2028, 12, 31)
    make_milestone(target, day=due, value=Decimal(160), effective_date=date(2026, 1, 1), at=moment(2026, 2))
    make_milestone(target, day=due, value=Decimal(150), effective_date=date(2027, 1, 1), at=moment(2027))
    assert values(target, date(2026, 6, 1)) == {due: 160}
    assert values(target, date(2027, 6, 1)) == {due: 150}
    assert values(target, date(2027, 6, 1), moment(2026, 12)) == {due: 160}


def test_milestones_for_different_days_stand_side_by_side():
    target = target_of_2026()
    for year in (2027, 2028):
        make_milestone(target, day=date(year, 12, 31), value=Decimal(year))
    assert values(target, date(2027, 1, 1)) == {date(2027, 12, 31): 2027, date(2028, 12, 31): 2028}


def test_a_withdrawn_milestone_leaves_its_day_empty():
    target = target_of_2026()
    due = date(2028, 12, 31)
    make_milestone(target, day=due, effective_date=date(2026, 1, 1), at=moment(2026, 2))
    make_milestone(target, day=due, value=None, effective_date=date(2027, 1, 1), at=moment(2027), withdrawn=True)
    assert due in values(target, date(2026, 12, 31))
    assert values(target, date(2027, 1, 1)) == {}


# Observations


def value(series, known_at: datetime, day: date = date(2030, 1, 1)) -> Decimal | None:
    row = Observation.objects.in_force(day, known_at).filter(series=series).first()
    return row and row.value


def status(row: Observation, known_at: datetime) -> str:
    return Observation.objects.known(date(2030, 1, 1), known_at).get(pk=row.pk).status_then


def test_a_value_verified_late_is_in_force_only_from_then_on():
    row = observations.submit(observation(), by=None, at=moment(2027, 2))
    observations.verify(row, by=None, at=moment(2027, 5))
    assert value(row.series, moment(2027, 4)) is None
    assert value(row.series, moment(2027, 5)) == 1_300_000
    assert status(row, moment(2027, 4)) == ObservationStatus.SUBMITTED
    assert status(row, moment(2027, 5)) == ObservationStatus.VERIFIED


def test_a_value_is_not_known_before_it_was_recorded_nor_for_a_day_before_its_period_ended():
    row = make_observation(at=moment(2027, 2))
    assert value(row.series, moment(2027, 1)) is None
    assert value(row.series, LATER, day=date(2026, 12, 30)) is None
    assert value(row.series, LATER, day=date(2026, 12, 31)) == 1_300_000


def test_a_corrected_value_still_holds_for_whoever_asks_what_was_known_before():
    old = make_observation(at=moment(2027, 2))
    new = observations.correct(old, Observation(value=Decimal(1_250_000)), by=None, at=moment(2027, 6))
    assert value(old.series, moment(2027, 7)) == 1_300_000  # the correction waits for review
    observations.verify(new, by=None, at=moment(2027, 8))
    assert value(old.series, moment(2027, 7)) == 1_300_000
    assert value(old.series, moment(2027, 8)) == 1_250_000
    assert status(old, moment(2027, 7)) == ObservationStatus.VERIFIED
    assert status(old, moment(2027, 8)) == ObservationStatus.SUPERSEDED


def test_a_correction_may_move_a_value_to_the_period_it_belongs_to():
    old = make_observation(at=moment(2027, 2))
    moved = Observation(value=old.value, period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))
    observations.verify(observations.correct(old, moved, by=None, at=moment(2027, 6)), by=None, at=moment(2027, 8))
    (row,) = Observation.objects.in_force(date(2030, 1, 1), LATER).filter(series=old.series)
    assert row.period_end == date(2025, 12, 31)


def test_a_returned_value_is_never_in_force_and_says_since_when_it_is_returned():
    row = observations.submit(observation(), by=None, at=moment(2027, 2))
    observations.send_back(row, reason="口径不符", by=None, at=moment(2027, 3))
    assert value(row.series, LATER) is None
    assert status(row, moment(2027, 2)) == ObservationStatus.SUBMITTED
    assert status(row, moment(2027, 3)) == ObservationStatus.RETURNED


# For whatever comes

days = st.dates(date(2026, 1, 1), date(2026, 1, 6))
moments = st.integers(0, 5).map(lambda hours: moment(2026) + timedelta(hours=hours))
chains = st.lists(
    st.tuples(days, moments, st.booleans()), min_size=1, max_size=5, unique_by=lambda row: (row[0], row[1])
)


def record(chain: list[tuple[date, datetime, bool]]) -> Target:
    """A target whose revisions take effect, are recorded and are withdrawn as given; the first one stands."""
    (day, at, _), *rest = chain
    plan, series = Plan.objects.first() or make_plan(), Series.objects.first() or make_series()
    target = make_target(plan, series=series, at=at, says={"effective_date": day})
    TargetRevision.objects.bulk_create(
        revision(target=target, number=n, effective_date=day, recorded_at=at, withdrawn=withdrawn, reason="调整")
        for n, (day, at, withdrawn) in enumerate(rest, start=2)
    )
    return target


@given(chain=chains, day=days, known_at=moments)
@settings(max_examples=60, deadline=None)
def test_at_most_one_revision_is_in_force_whatever_was_recorded(chain, day, known_at):
    target = record(chain)
    found = list(TargetRevision.objects.in_force(day, known_at).filter(target=target))
    known = [row for row in target.revisions.all() if row.effective_date <= day and row.recorded_at <= known_at]
    last = max(known, key=lambda row: (row.effective_date, row.recorded_at), default=None)
    assert found == ([last] if last and not last.withdrawn else [])
    assert Target.objects.on_register(day, known_at).filter(pk=target.pk).count() == len(found)


@given(chain=chains, day=days, known_at=moments)
@settings(max_examples=60, deadline=None)
def test_exactly_one_is_in_force_once_the_first_holds_and_is_known_and_none_is_withdrawn(chain, day, known_at):
    target = record([(effective, at, False) for effective, at, _ in chain])
    first_holds = chain[0][0] <= day and chain[0][1] <= known_at
    found = TargetRevision.objects.in_force(day, known_at).filter(target=target).count()
    assert found == 1 if first_holds else found <= 1
