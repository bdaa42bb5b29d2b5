"""Many rows at one stroke: all or none, only as they were looked at, and taken back as long as nobody went on."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from targets.models import Assessment, Batch, Observation, Plan, Responsibility, Target, Task
from targets.rules.terms import ObservationStatus, PlanStatus, ResponsibilityRole
from targets.services import batches, records
from tests import make

pytestmark = pytest.mark.django_db
LEAD = ResponsibilityRole.LEAD


def seen(*rows: Any) -> dict[int, int]:
    """The rows as they stand now."""
    return {row.pk: type(row).objects.get(pk=row.pk).version for row in rows}


def statuses(*plans: Plan) -> list[str]:
    return [Plan.objects.get(pk=plan.pk).status for plan in plans]


@pytest.fixture
def drafts() -> list[Plan]:
    return [make.make_plan(status=PlanStatus.DRAFT) for _each in range(3)]


@pytest.mark.parametrize(
    ("deed", "becomes"), [(batches.publish, "published"), (batches.archive, "archived")], ids=["publish", "archive"]
)
def test_plans_change_together_and_go_back_together(drafts: list[Plan], deed: Any, becomes: str) -> None:
    drafts[2].status = PlanStatus.PUBLISHED if becomes == "archived" else PlanStatus.DRAFT
    records.edit(drafts[2], by=None, version=None)
    before = statuses(*drafts)
    user = make.make_user()
    batch = deed(seen(*drafts), by=user)
    assert statuses(*drafts) == [becomes] * 3
    assert (batch.by, sorted(batch.rows)) == (user, sorted(plan.pk for plan in drafts))
    batches.undo(batch, by=user)
    assert statuses(*drafts) == before
    assert Batch.objects.get().undone_at


def test_archived_plans_become_again_what_each_of_them_was() -> None:
    plans = [make.make_plan(status=status) for status in (PlanStatus.DRAFT, PlanStatus.PUBLISHED)]
    batches.archive(seen(*plans), by=None)
    batch = batches.restore(seen(*plans), by=None)
    assert statuses(*plans) == ["draft", "published"]
    batches.undo(batch, by=None)
    assert statuses(*plans) == ["archived", "archived"]
    open_plan = make.make_plan()
    with pytest.raises(ValidationError):
        batches.restore(seen(*plans, open_plan), by=None)
    assert statuses(*plans) == ["archived", "archived"]


def test_none_is_changed_if_one_is_no_longer_what_was_looked_at(drafts: list[Plan]) -> None:
    looked = seen(*drafts)
    drafts[1].name = "改名的方案"
    records.edit(drafts[1], by=None, version=None)
    with pytest.raises(batches.Moved, match="改名的方案"):
        batches.publish(looked, by=None)
    assert statuses(*drafts) == ["draft"] * 3
    assert not Batch.objects.exists()


def test_a_row_that_is_gone_is_named(drafts: list[Plan]) -> None:
    with pytest.raises(batches.Moved, match="#999999"):
        batches.publish(seen(*drafts) | {999999: 1}, by=None)


def test_nothing_is_taken_back_over_a_later_change(drafts: list[Plan]) -> None:
    batch = batches.publish(seen(*drafts), by=None)
    plan = Plan.objects.get(pk=drafts[0].pk)
    plan.note = "后来写的"
    records.edit(plan, by=None, version=None)
    with pytest.raises(batches.Moved):
        batches.undo(batch, by=None)
    assert statuses(*drafts) == ["published"] * 3
    assert Batch.objects.get().undone_at is None


def test_nothing_is_taken_back_twice(drafts: list[Plan]) -> None:
    batch = batches.publish(seen(*drafts), by=None)
    batches.undo(batch, by=None)
    with pytest.raises(ValidationError) as error:
        batches.undo(Batch.objects.get(), by=None)
    assert error.value.code == "refused"


def test_plans_get_another_keeper_and_their_own_back() -> None:
    first, second = make.make_organisation(), make.make_organisation()
    plans = [make.make_plan(owner=first), make.make_plan()]
    batch = batches.keep(seen(*plans), second, by=None)
    assert [Plan.objects.get(pk=plan.pk).owner for plan in plans] == [second, second]
    batches.undo(batch, by=None)
    assert [Plan.objects.get(pk=plan.pk).owner for plan in plans] == [first, None]


def test_a_new_keeper_brings_their_own_rule() -> None:
    body = make.make_organisation()
    make.make_policy(code="default")
    make.make_policy(code="strict", organisation=body)
    target = make.make_target(make.make_plan(owner=make.make_organisation()))
    batch = batches.keep(seen(target.plan), body, by=None)
    assert Assessment.objects.get(target=target).policy_code == "strict"
    batches.undo(batch, by=None)
    assert Assessment.objects.get(target=target).policy_code == "default"


@pytest.mark.parametrize("model", [Task, Target])
def test_an_organisation_gets_the_same_part_in_many_rows(model: Any) -> None:
    body = make.make_organisation()
    rows = [make.make_task() if model is Task else make.make_target() for _each in range(3)]
    noun = model._meta.model_name
    records.create(Responsibility(organisation=body, role=LEAD, **{noun: rows[0]}), by=None)
    batch = batches.assign(model, seen(*rows), body, LEAD, by=None)
    assert Responsibility.objects.filter(organisation=body, role=LEAD).count() == 3
    batches.undo(batch, by=None)
    assert Responsibility.objects.filter(organisation=body).values_list(noun, flat=True).get() == rows[0].pk


def test_a_part_that_was_changed_since_is_not_taken_back() -> None:
    task = make.make_task()
    batch = batches.assign(Task, seen(task), make.make_organisation(), LEAD, by=None)
    part = Responsibility.objects.get()
    part.role = ResponsibilityRole.COOPERATING
    records.edit(part, by=None, version=None)
    with pytest.raises(batches.Moved):
        batches.undo(batch, by=None)
    assert Responsibility.objects.exists()


def test_targets_are_judged_again() -> None:
    target = make.make_target()
    Assessment.objects.filter(target=target).delete()
    batch = batches.judge(seen(target), by=None)
    assert Assessment.objects.filter(target=target).exists()
    with pytest.raises(ValidationError):
        batches.undo(batch, by=None)


def test_values_are_verified_or_returned_together() -> None:
    values = [make.make_observation(verified=False) for _each in range(4)]
    batches.verify(seen(*values[:2]), by=None)
    batches.send_back(seen(*values[2:]), "请注明口径", by=None)
    found = [Observation.objects.get(pk=value.pk) for value in values]
    assert [value.status for value in found] == [ObservationStatus.VERIFIED] * 2 + [ObservationStatus.RETURNED] * 2
    assert found[3].return_reason == "请注明口径"


def test_no_value_is_verified_if_one_of_them_does_not_wait() -> None:
    waiting, done = make.make_observation(verified=False), make.make_observation()
    with pytest.raises(ValidationError):
        batches.verify(seen(waiting, done), by=None)
    waiting.refresh_from_db()
    assert waiting.status == ObservationStatus.SUBMITTED


def test_history_tells_who_did_it_and_what(drafts: list[Plan]) -> None:
    from targets.admin import history

    user = make.make_user(username="clerk")
    batches.publish(seen(*drafts), by=user)
    latest = next(iter(history.of(drafts[0], make.make_administrator())))
    assert "clerk" in str(latest)
    assert "publish" in str(latest)
