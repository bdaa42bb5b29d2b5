"""Who changed what, when and why is kept with every event, whichever verb wrote it."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.utils import DatabaseError

from targets import models
from targets.models import Observation, Organisation, Plan, Task
from targets.rules.terms import PlanStatus
from targets.services import observations, plans, records, targets, tasks
from targets.services.request import request_id
from targets.services.writing import writing
from tests.make import (
    make_milestone,
    make_observation,
    make_organisation,
    make_plan,
    make_target,
    make_task,
    make_user,
    observation,
    revision,
)

pytestmark = pytest.mark.django_db


def events(row: Any) -> list[Any]:
    """What history holds about the row, oldest first."""
    event = apps.get_model("targets", f"{type(row).__name__}Event")
    return list(event.objects.filter(pgh_obj_id=row.pk).order_by("pgh_id"))


def last(row: Any) -> dict[str, Any]:
    """The words kept beside the newest event of the row."""
    return events(row)[-1].pgh_context.metadata


def labels(row: Any) -> list[str]:
    return [event.pgh_label for event in events(row)]


@pytest.fixture
def editor() -> models.User:
    return make_user("wang")


def test_an_event_names_actor_reason_and_request(editor):
    plan = make_plan()
    token = request_id.set("r-1")
    plan.note = "甲"
    records.edit(plan, by=editor, version=1, reason="核对原文")
    request_id.reset(token)
    assert last(plan) == {"actor": editor.pk, "actor_name": "wang", "reason": "核对原文", "request_id": "r-1"}


def test_the_program_itself_is_named_where_no_person_acts():
    assert last(make_plan()) == {"actor": None, "actor_name": "policytracker", "reason": "", "request_id": ""}


VERBS = {
    "create": lambda by: records.create(Organisation(code="o", name="甲"), by=by),
    "edit": lambda by: records.edit(_noted(make_plan()), by=by, version=None),
    "publish": lambda by: plans.publish(make_plan(status=PlanStatus.DRAFT), by=by),
    "archive": lambda by: plans.archive(make_plan(), by=by),
    "task add": lambda by: tasks.add(Task(plan=make_plan(), name="甲", kind="task"), by=by),
    "task edit": lambda by: tasks.edit(_noted(make_task()), by=by, version=None),
    "tell": lambda by: tasks.tell(models.Update(task=make_task(), day=date(2026, 1, 1), progress="甲"), by=by),
    "target add": lambda by: targets.add(_unsaved_target(), revision(), by=by),
    "target edit": lambda by: targets.edit(_noted(make_target()), by=by, version=None),
    "revise": lambda by: targets.revise(make_target(), revision(reason="调整"), by=by),
    "withdraw": lambda by: targets.withdraw(make_target(), reason="取消", effective_date=date(2027, 1, 1), by=by),
    "milestone": lambda by: targets.set_milestone(_unsaved_milestone(), by=by),
    "submit": lambda by: observations.submit(observation(), by=by),
    "verify": lambda by: observations.verify(make_observation(verified=False), by=by),
    "send back": lambda by: observations.send_back(make_observation(verified=False), reason="口径不符", by=by),
    "correct": lambda by: observations.correct(make_observation(), Observation(value=1), by=by),
}


def _noted(row: Any) -> Any:
    row.note = "甲"
    return row


def _unsaved_target() -> models.Target:
    plan = make_plan()
    return models.Target(plan=plan, series=make_target(plan).series)


def _unsaved_milestone() -> models.Milestone:
    return models.Milestone(target=make_target(), day=date(2028, 1, 1), value=1, effective_date=date(2026, 1, 1))


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_leaves_the_actor_in_history(verb, editor):
    row = VERBS[verb](editor)
    assert last(row)["actor"] == editor.pk


@pytest.mark.parametrize("remove", [records.remove, tasks.remove])
def test_a_removal_leaves_the_row_the_actor_and_the_reason_in_history(remove, editor):
    task = make_task(name="某任务")
    pk = task.pk
    remove(task, by=editor, reason="重复")
    event = events(Task(pk=pk))[-1]
    assert (event.pgh_label, event.name, event.pgh_context.metadata["reason"]) == ("delete", "某任务", "重复")


def test_two_verbs_of_one_request_keep_their_own_reasons(editor):
    first, second = make_plan(), make_plan()
    for plan, reason in ((first, "一"), (second, "二")):
        records.edit(_noted(plan), by=editor, version=None, reason=reason)
    assert (last(first)["reason"], last(second)["reason"]) == ("一", "二")


def test_a_verb_within_a_verb_keeps_the_outer_reason_unless_it_has_its_own(editor):
    one, other = make_plan(), make_plan()
    with writing(editor, "载入"):
        records.edit(_noted(one), by=editor, version=None)
        records.edit(_noted(other), by=editor, version=None, reason="更正")
        Plan.objects.filter(pk=one.pk).update(note="乙")
    assert [event.pgh_context.metadata["reason"] for event in events(one)] == ["", "载入", "载入"]
    assert last(other)["reason"] == "更正"


def test_what_is_written_past_the_services_is_kept_too_but_under_no_name(editor):
    plan = make_plan()
    records.edit(_noted(plan), by=editor, version=None)
    Plan.objects.filter(pk=plan.pk).update(note="乙")
    assert (labels(plan), events(plan)[-1].pgh_context) == (["insert", "update", "update"], None)


def test_many_statements_at_once_and_copy_as_the_first_one_keep_the_name(editor):
    make_organisation(code="o-1")
    with writing(editor), connection.cursor() as cursor:
        with cursor.copy(
            "COPY targets_source (code, title, title_en, kind, publisher, url, note, version) FROM STDIN"
        ) as copy:
            copy.write_row(["d-1", "甲", "", "other", "", "", "", 1])
        cursor.executemany("UPDATE targets_organisation SET name = %s WHERE code = %s", [("乙", "o-1"), ("丙", "o-1")])
    source, body = models.Source.objects.get(code="d-1"), Organisation.objects.get(code="o-1")
    assert [event.pgh_context.metadata["actor"] for event in events(source)] == [editor.pk]
    assert [event.pgh_context.metadata["actor"] for event in events(body)] == [None, editor.pk, editor.pk]


def test_a_save_that_changes_nothing_leaves_no_event_and_no_new_version(editor):
    plan = make_plan()
    records.edit(plan, by=editor, version=1)
    assert (labels(plan), plan.version) == (["insert"], 1)


def test_versions_rise_by_one_with_every_change_also_past_the_services():
    plan = make_plan()
    assert plan.version == 1
    records.edit(_noted(plan), by=None, version=1)
    assert plan.version == 2
    Plan.objects.filter(pk=plan.pk).update(note="乙")
    Plan.objects.filter(pk=plan.pk).update(note="乙")
    plan.refresh_from_db()
    assert plan.version == 3


def test_a_version_cannot_be_set_by_hand():
    plan = make_plan()
    Plan.objects.filter(pk=plan.pk).update(note="乙", version=99)
    plan.refresh_from_db()
    assert plan.version == 2


def test_moving_tasks_makes_events_only_for_what_was_moved_by_hand():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    child = make_task(parent=second)
    tasks.edit(_placed(first, 9), by=None, version=1)
    assert (labels(first), labels(second), labels(child)) == (["insert", "update"], ["insert"], ["insert"])


def _placed(task: Task, position: int) -> Task:
    task.position = position
    return task


def test_bulk_writes_and_raw_deletes_are_in_history():
    made = Organisation.objects.bulk_create(Organisation(code=f"o-{n}", name="甲") for n in range(3))
    Organisation.objects.filter(pk=made[0].pk)._raw_delete("default")
    assert labels(made[0]) == ["insert", "delete"]
    assert labels(made[2]) == ["insert"]


@pytest.mark.parametrize("statement", ["UPDATE targets_planevent SET note = 'x'", "DELETE FROM targets_planevent"])
def test_history_itself_cannot_be_changed(statement):
    make_plan()
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        cursor.execute(statement)


def test_history_outlives_the_row():
    target = make_target(make_plan(code="demo-plan"))
    make_milestone(target)
    target.milestones.all().delete()
    target.revisions.all().delete()
    pk = target.pk
    target.delete()
    assert labels(models.Target(pk=pk)) == ["insert", "delete"]


def test_passwords_stay_out_of_history():
    event = apps.get_model("targets.UserEvent")
    assert not {"password", "last_login"} & {field.name for field in event._meta.fields}


@pytest.mark.parametrize("reason", ["a\x00b", "\ud800"], ids=["NUL", "half a character"])
def test_a_reason_that_cannot_be_kept_is_refused(reason, editor):
    plan = make_plan()
    with pytest.raises(ValidationError) as caught:
        records.edit(_noted(plan), by=editor, version=None, reason=reason)
    assert caught.value.code == "data"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"], ids=["NUL", "half a character"])
def test_a_text_that_cannot_be_kept_is_refused(text, editor):
    with pytest.raises(ValidationError) as caught:
        records.create(Organisation(code="o", name=text), by=editor)
    assert caught.value.code == "data"
