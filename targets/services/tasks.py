"""The tree of a plan: adding nodes, changing them, numbering them. They are moved in `moves`."""

from collections.abc import Mapping
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Plan, Task, Update, User
from targets.services import places
from targets.services.writing import Stale, demand_writable, lock, lock_unchanged, save_changes, save_checked, writing


def add(task: Task, *, by: User | None, after: Task | None = None) -> Task:
    """Adds a node. Without a code it gets one by place.

    It stands `after` a sibling where one is named; else without a position it becomes the last of its siblings.
    """
    with writing(by):
        lock(task.plan)
        if after is not None:
            task.parent = lock(after).parent
            places.make_room(task, after)
        task.position = task.position or _last_position(task) + 1
        task.code = task.code or _code_by_place(task)
        save_checked(task)
        renew_paths(task.plan_id)
        task.refresh_from_db(fields=["path"])
    return task


def edit(task: Task, *, by: User | None, version: int | None) -> Task:
    """Saves a changed node, its place in the tree included."""
    with writing(by):
        lock(task.plan)
        stored = lock_unchanged(task, version)
        task.position = task.position or _last_position(task) + 1
        save_changes(task, stored)
        renew_paths(task.plan_id)
        task.refresh_from_db()
    return task


def remove(task: Task, *, by: User | None, reason: str = "", version: int | None = None) -> None:
    """Removes a node that has neither children nor targets nor updates."""
    plan = task.plan_id
    with writing(by, reason):
        lock(task.plan)
        demand_writable(lock_unchanged(task, version))
        task.delete()
        renew_paths(plan)


class NumberSeen(NamedTuple):
    """The number that a node is to have, and the version of the node that was read."""

    number: str
    version: int


def renumber(plan: Plan, numbers: Mapping[int, NumberSeen], *, by: User | None) -> list[Task]:
    """Gives nodes of one plan, by id, new numbers: all of them or none. Returns the nodes as they are now.

    Raises Stale if one of them was changed since it was read, ValidationError where two siblings would share a number.
    """
    with writing(by, "renumber"):
        demand_writable(lock(plan))
        nodes = list(Task.objects.select_for_update(no_key=True).filter(plan=plan, pk__in=numbers).order_by("pk"))
        if len(nodes) != len(numbers):
            raise ValidationError(_("Someone else has removed this in the meantime."), "gone")
        for node in nodes:
            if node.version != numbers[node.pk].version:
                raise Stale(node)
            node._meta.get_field("number").clean(numbers[node.pk].number, node)
        _take_numbers(nodes, {node.pk: numbers[node.pk].number for node in nodes})
    return list(Task.objects.filter(pk__in=numbers).order_by("path", "id"))


def _take_numbers(nodes: list[Task], wanted: Mapping[int, str]) -> None:
    """Each node takes its number once the sibling that holds it has let go; where they wait in a circle, one lets go
    first. So no two siblings ever share a number, and history holds one change for each node."""
    waiting = [node for node in nodes if node.number != wanted[node.pk]]
    while waiting:
        held = {(node.parent_id, node.number) for node in waiting}
        free = [node for node in waiting if not wanted[node.pk] or (node.parent_id, wanted[node.pk]) not in held]
        for node in free:
            node.number = wanted[node.pk]
        if not free:
            waiting[0].number = ""
        Task.objects.bulk_update(free or waiting[:1], ["number"])
        waiting = [node for node in waiting if node.number != wanted[node.pk]]


def tell(update: Update, *, by: User | None) -> Update:
    """Adds dated words to a task."""
    with writing(by):
        update.recorded_at, update.recorded_by = timezone.now(), by
        save_checked(update)
    return update


def renew_paths(plan: int) -> None:
    """Sets the path of every node: its place among its siblings below the path of its parent.

    One statement, and only what moved is touched. Two siblings with one position stand in the order they came.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            WITH RECURSIVE placed AS (
                SELECT id, parent_id,
                    row_number() OVER (PARTITION BY parent_id ORDER BY position, id)::integer AS place
                FROM targets_task WHERE plan_id = %s
            ), tree(id, path) AS (
                SELECT id, ARRAY[place] FROM placed WHERE parent_id IS NULL
                UNION ALL
                SELECT placed.id, tree.path || placed.place FROM placed JOIN tree ON placed.parent_id = tree.id
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
