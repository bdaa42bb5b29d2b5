"""Moves in the tree of a plan: a node with all below it to another place, a target to another task."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from targets.models import Plan, Target, Task, User
from targets.queries.tree import shape
from targets.services import places
from targets.services.tasks import renew_paths
from targets.services.writing import lock, save_changes, writing


def move(
    task: Task,
    *,
    parent: Task | None,
    before: Task | None = None,
    by: User | None,
    seen: str | None = None,
    number: str | None = None,
) -> Task:
    """Moves a node below `parent` (None for the top), before a sibling or as the last. Its code and number stay.

    `seen` is the `shape` of the tree that the mover saw: if it is another now, nothing moves. `number` is the one that
    it has there, where that differs. Raises ValidationError with the code `stale`, or `number_taken` where a sibling
    has its number already.
    """
    with writing(by, "move"):
        lock(task.plan)
        _demand_seen(task.plan, seen)
        stored = lock(task)
        stood_here = stored.parent_id == (parent.pk if parent else None)
        task.refresh_from_db()
        task.parent, task.number = parent, stored.number if number is None else number
        _demand_free(task)
        places.put(task, before, stood_here=stood_here)
        save_changes(task, stored)
        renew_paths(task.plan_id)
        task.refresh_from_db(fields=["path"])
    return task


def move_target(
    target: Target, *, task: Task | None, before: Target | None = None, by: User | None, seen: str | None = None
) -> Target:
    """Moves a target to a task (None for the plan as a whole), before another there or as the last. What it says stays.

    `seen` as in `move`.
    """
    with writing(by, "move"):
        lock(target.plan)
        _demand_seen(target.plan, seen)
        stored = lock(target)
        stood_here = stored.task_id == (task.pk if task else None)
        target.refresh_from_db()
        target.task = task
        places.put(target, before, stood_here=stood_here)
        save_changes(target, stored)
    return target


def _demand_seen(plan: Plan, seen: str | None) -> None:
    if seen is not None and seen != shape(plan):
        raise ValidationError(
            _("The tree has changed since you opened it. This is how it stands now; nothing was moved."), "stale"
        )


def _demand_free(task: Task) -> None:
    taken = Task.objects.filter(plan=task.plan_id, parent=task.parent_id, number=task.number).exclude(pk=task.pk)
    if task.number and taken.exists():
        raise ValidationError(
            _("“%(number)s” is the number of another node there. Move it without its number, or renumber first.")
            % {"number": task.number},
            "number_taken",
        )
