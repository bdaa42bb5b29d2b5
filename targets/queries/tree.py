"""A plan as one document: its nodes in printed order, each with its targets and what they mean."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from targets.access import Person, visible
from targets.models import Plan, Responsibility, Target, TargetRevision, Task
from targets.queries.questions import loaded
from targets.queries.readings import reading
from targets.rules.terms import TaskKind
from targets.rules.wording import Text

Row = TypeVar("Row", Task, Target)


@dataclass(frozen=True, kw_only=True)
class TargetLine:
    """One target as the tree shows it."""

    target: Target
    revision: TargetRevision
    reading: Text


@dataclass(frozen=True, kw_only=True)
class Node:
    """One task of the tree; `depth` is 0 at the top, `opens_group` is set where a new heading begins."""

    task: Task
    depth: int
    opens_group: bool
    targets: tuple[TargetLine, ...]
    responsibilities: tuple[Responsibility, ...]


@dataclass(frozen=True, kw_only=True)
class Tree:
    """A plan's nodes in printed order; `loose` are targets of the plan as a whole."""

    plan: Plan
    nodes: tuple[Node, ...]
    loose: tuple[TargetLine, ...]
    day: date
    known_at: datetime

    def extracted(self, kind: TaskKind) -> int:
        """How many nodes of the kind the register holds; the plan states its own count beside it."""
        return sum(node.task.kind == kind for node in self.nodes)


def tree(plan: Plan, user: Person, *, day: date, known_at: datetime, targets: Iterable[Target] | None = None) -> Tree:
    """The plan's tree with the targets in force on `day`, as known at `known_at`. Names are today's.

    `targets` are those of the plan where they are loaded already, as by `targets_of`.
    """
    tasks = visible(Task.objects.filter(plan=plan), user).select_related("citation__source").order_by("path", "id")
    lines = _lines(targets_of(plan, user, day=day, known_at=known_at) if targets is None else targets)
    bodies = _responsibilities(plan, user)
    nodes, group = [], ""
    for task in tasks:
        opens = bool(task.group) and task.group != group
        group = task.group if task.parent_id is None else group
        nodes.append(
            Node(
                task=task,
                depth=max(len(task.path) - 1, 0),
                opens_group=opens,
                targets=tuple(lines[task.pk]),
                responsibilities=tuple(bodies[task.pk]),
            )
        )
    return Tree(plan=plan, nodes=tuple(nodes), loose=tuple(lines[None]), day=day, known_at=known_at)


def shape(plan: Plan) -> str:
    """Which node and target stands where: a mark that differs as soon as one was added, moved or removed."""
    nodes = Task.objects.filter(plan=plan).order_by("path", "id").values_list("pk", "parent")
    targets = Target.objects.filter(plan=plan).order_by("position", "id").values_list("pk", "task")
    # Of targets only the order at their own task can be seen.
    by_task = sorted(targets, key=lambda row: row[1] or 0)
    return hashlib.blake2b(repr([list(nodes), by_task]).encode(), digest_size=8).hexdigest()


def siblings(row: Row) -> list[Row]:
    """The others that stand where a node or target stands, or is to stand, in their order."""
    if isinstance(row, Task):
        rows = Task.objects.filter(plan=row.plan_id, parent=row.parent_id)
    else:
        rows = Target.objects.filter(plan=row.plan_id, task=row.task_id)
    return list(rows.exclude(pk=row.pk).order_by("position", "id"))  # type: ignore[arg-type]


def following(row: Row) -> Row | None:
    """The sibling that a node or target stands before; None if it is the last."""
    here = (row.position, row.pk)
    return next((other for other in siblings(row) if (other.position, other.pk) > here), None)


def targets_of(plan: Plan, user: Person, *, day: date, known_at: datetime) -> list[Target]:
    """The plan's targets in printed order, with all that their words and verdicts need; three queries."""
    return list(loaded(visible(Target.objects.filter(plan=plan), user).order_by("position", "id"), day, known_at))


def _lines(targets: Iterable[Target]) -> dict[int | None, list[TargetLine]]:
    lines: dict[int | None, list[TargetLine]] = defaultdict(list)
    for target in targets:
        if revision := target.revision:
            lines[target.task_id].append(
                TargetLine(target=target, revision=revision, reading=reading(target, revision))
            )
    return lines


def _responsibilities(plan: Plan, user: Person) -> dict[int, list[Responsibility]]:
    rows = visible(Responsibility.objects.filter(task__plan=plan), user).select_related("organisation")
    bodies: dict[int, list[Responsibility]] = defaultdict(list)
    for row in rows:
        if row.task_id is not None:
            bodies[row.task_id].append(row)
    return bodies
