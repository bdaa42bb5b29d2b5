"""A plan is archived and restored; only an empty draft is removed."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from targets.models import Plan, Target, Task
from targets.queries.archives import archived_at
from targets.rules.terms import PlanStatus
from targets.services import batches, moves, observations, plans, records, targets, tasks
from targets.services.writing import Stale
from tests.make import make_administrator, make_organisation, make_plan, make_target, make_task, observation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("status", [PlanStatus.DRAFT, PlanStatus.PUBLISHED])
def test_a_restored_plan_is_what_it_was_before(status):
    plan = make_plan(status=status)
    plans.archive(plan, by=None)
    assert plan.status == PlanStatus.ARCHIVED
    assert plans.restore(plan, by=None).status == status
    plans.archive(plan, by=None)
    assert plans.restore(Plan.objects.get(), by=None).status == status


def test_only_an_archived_plan_is_restored_and_only_as_it_was_read():
    plan = make_plan()
    with pytest.raises(ValidationError):
        plans.restore(plan, by=None)
    plans.archive(plan, by=None)
    with pytest.raises(Stale):
        plans.restore(plan, by=None, version=1)


def test_an_empty_draft_goes_and_everything_else_stays():
    plans.remove(make_plan(status=PlanStatus.DRAFT), by=None)
    assert not Plan.objects.exists()
    kept = [make_plan(), make_task(make_plan(status=PlanStatus.DRAFT)).plan]
    kept.append(make_target(make_plan(status=PlanStatus.DRAFT)).plan)
    for plan in kept:
        with pytest.raises(ValidationError) as caught:
            plans.remove(plan, by=None)
        assert caught.value.code == "in_use"
    assert Plan.objects.count() == len(kept)


def test_a_person_writes_nothing_into_an_archived_plan_until_it_is_restored():
    editor = make_administrator()
    task = make_task(make_plan())
    target, plan = make_target(task=task), task.plan
    deeds = [
        lambda: tasks.add(Task(plan=plan, kind="task", name="新"), by=editor),
        lambda: tasks.edit(Task.objects.get(pk=task.pk), by=editor, version=None),
        lambda: tasks.remove(make_task(plan), by=editor),
        lambda: tasks.renumber(
            plan, {task.pk: tasks.NumberSeen("九", Task.objects.get(pk=task.pk).version)}, by=editor
        ),
        lambda: moves.move(task, parent=None, by=editor),
        lambda: moves.move_target(target, task=None, by=editor),
        lambda: targets.edit(Target.objects.get(pk=target.pk), by=editor, version=None),
        lambda: targets.withdraw(target, reason="撤", effective_date=date(2027, 1, 1), by=editor),
        lambda: records.edit(Plan.objects.get(pk=plan.pk), by=editor, version=None),
        lambda: plans.publish(Plan.objects.get(pk=plan.pk), by=editor),
        lambda: batches.assign(
            Task, {task.pk: Task.objects.get(pk=task.pk).version}, make_organisation(), "lead", by=editor
        ),
    ]
    plans.archive(Plan.objects.get(pk=plan.pk), by=editor)
    for number, deed in enumerate(deeds):
        with pytest.raises(ValidationError) as caught:
            deed()
        assert caught.value.code == "archived", number
    plans.restore(Plan.objects.get(pk=plan.pk), by=editor)
    moves.move_target(target, task=None, by=editor)


def test_an_archived_plan_says_since_when_and_a_restored_one_does_not():
    plan = make_plan()
    assert archived_at(plan) is None
    plans.archive(plan, by=None)
    assert archived_at(plan) is not None
    plans.restore(plan, by=None)
    assert archived_at(plan) is None


def test_values_are_still_reported_on_the_series_of_an_archived_plan():
    target = make_target()
    plans.archive(target.plan, by=None)
    submitted = observations.submit(observation(target.series), by=make_administrator())
    assert submitted.pk
