"""A plan as one document: its nodes in printed order, each with its targets and what they mean."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from targets.access import Person, visible
from targets.models import Plan, Responsibility, Target, TargetRevision, Task
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS, reading
from targets.rules.terms import TaskKind
from targets.rules.wording import Text


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


def tree(plan: Plan, user: Person, *, day: date, known_at: datetime) -> Tree:
    """The plan's tree with the targets in force on `day`, as known at `known_at`. Names are today's."""
    tasks = visible(Task.objects.filter(plan=plan), user).select_related("citation__source").order_by("path", "id")
    lines = _lines(plan, user, day, known_at)
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


def _lines(plan: Plan, user: Person, day: date, known_at: datetime) -> dict[int | None, list[TargetLine]]:
    targets = (
        visible(Target.objects.filter(plan=plan), user)
        .select_related(*WITH_WHAT_A_READING_NEEDS)
        .with_revision(day, known_at)
        .order_by("position", "id")
    )
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
