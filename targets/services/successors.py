"""Saving the rows of a plan that was taken over from another, many at once."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from targets.models import Milestone, Responsibility, Target, TargetRevision, Task, User
from targets.queries.successors import Successor
from targets.services import judging

LONGEST_CODE = 100


def save(rows: Successor, *, by: User | None, at: datetime) -> None:
    """Saves all rows, level by level; in a verb, which also judges the targets."""
    _demand_short_codes([*rows.tasks.values(), *(draft.target for draft in rows.drafts.values())])
    for level in _levels(rows.parents):
        for key in level:
            parent = rows.parents[key]
            rows.tasks[key].parent = None if parent is None else rows.tasks[parent]
        Task.objects.bulk_create([rows.tasks[key] for key in level])
    _save_targets(rows, by, at)
    _save_responsibilities(rows)


def _save_targets(rows: Successor, by: User | None, at: datetime) -> None:
    drafts = rows.drafts
    parents = {key: draft.of.parent_id if draft.of.parent_id in drafts else None for key, draft in drafts.items()}
    for level in _levels(parents):
        for key in level:
            target, parent = drafts[key].target, parents[key]
            target.task = rows.tasks.get(drafts[key].of.task_id or 0)
            target.parent = None if parent is None else drafts[parent].target
        Target.objects.bulk_create([drafts[key].target for key in level])
    dated: list[TargetRevision | Milestone] = []
    for draft in drafts.values():
        for row in (draft.revision, *draft.milestones):
            row.target, row.recorded_at, row.recorded_by = draft.target, at, by
            dated.append(row)
    TargetRevision.objects.bulk_create([row for row in dated if isinstance(row, TargetRevision)])
    Milestone.objects.bulk_create([row for row in dated if isinstance(row, Milestone)])
    judging.touch(targets=[draft.target.pk for draft in drafts.values()])


def _save_responsibilities(rows: Successor) -> None:
    for old, new in rows.responsibilities:
        if old.task_id is not None:
            new.task = rows.tasks[old.task_id]
        elif old.target_id is not None:
            new.target = rows.drafts[old.target_id].target
    Responsibility.objects.bulk_create([new for _old, new in rows.responsibilities])


def _levels(parents: Mapping[int, int | None]) -> Iterator[list[int]]:
    """Keys level by level, each below the one before, so that a parent is saved before its children."""
    above: set[int | None] = {None}
    while level := [key for key, parent in parents.items() if parent in above]:
        yield level
        above = set(level)


def _demand_short_codes(rows: list[Task | Target]) -> None:
    if any(len(row.code) > LONGEST_CODE for row in rows):
        raise ValidationError({"code": _("With this code the codes of tasks and targets would be too long.")})
