"""The tree of a plan: adding nodes, changing them, moving them."""

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from targets.models import Plan, Task, Update, User
from targets.services.writing import lock_unchanged, save_checked, writing


def add(task: Task, *, by: User | None) -> Task:
    """Adds a node. Without a position it becomes the last of its siblings, without a code it gets one by place."""
    with writing(by):
        Plan.objects.select_for_update().get(pk=task.plan_id)
        task.position = task.position or _last_position(task) + 1
        task.code = task.code or _code_by_place(task)
        save_checked(task)
        renew_paths(task.plan_id)
        task.refresh_from_db(fields=["path"])
    return task


def edit(task: Task, *, by: User | None, version: int | None) -> Task:
    """Saves a changed node, its place in the tree included."""
    with writing(by):
        Plan.objects.select_for_update().get(pk=task.plan_id)
        lock_unchanged(task, version)
        task.position = task.position or _last_position(task) + 1
        save_checked(task)
        renew_paths(task.plan_id)
        task.refresh_from_db()
    return task


def remove(task: Task, *, by: User | None) -> None:
    """Removes a node that has neither children nor targets nor updates."""
    with writing(by):
        task.delete()


def tell(update: Update, *, by: User | None) -> Update:
    """Adds dated words to a task."""
    with writing(by):
        update.recorded_at, update.recorded_by = timezone.now(), by
        save_checked(update)
    return update


def renew_paths(plan: int) -> None:
    """Sets the path of every node from the positions above it, in one statement, touching only what moved."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE tree(id, path) AS (
                SELECT id, ARRAY[position::integer] FROM targets_task WHERE plan_id = %s AND parent_id IS NULL
                UNION ALL
                SELECT task.id, tree.path || task.position::integer
                FROM targets_task AS task JOIN tree ON task.parent_id = tree.id
            )
            UPDATE targets_task AS task SET path = tree.path FROM tree
            WHERE task.id = tree.id AND task.path IS DISTINCT FROM tree.path
            """,
            [plan],
        )


def _last_position(task: Task) -> int:
    siblings = Task.objects.filter(plan=task.plan_id, parent=task.parent_id).exclude(pk=task.pk)
    last: int | None = siblings.aggregate(last=Max("position"))["last"]
    return last or 0


def _code_by_place(task: Task) -> str:
    """The plan's code and the node's place in it, such as `my-plan.2.3`, moved on while it is taken."""
    stem = task.parent.code if task.parent else task.plan.code
    place = task.position
    while Task.objects.filter(code=f"{stem}.{place}").exists():
        place += 1
    return f"{stem}.{place}"
