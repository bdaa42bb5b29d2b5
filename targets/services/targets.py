"""Targets: added with a first revision, revised with a reason, never edited in their numbers."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Milestone, Source, Target, TargetRevision, User
from targets.services import judging
from targets.services.moments import after
from targets.services.writing import lock, lock_unchanged, save_changes, save_checked, writing


def add(target: Target, first: TargetRevision, *, by: User | None, at: datetime | None = None) -> Target:
    """Adds a target with what it promises. Without a code it gets the plan's code and the next free number."""
    with writing(by):
        lock(target.plan)
        lock(target.series, "indicator")
        target.position = target.position or _last_position(target) + 1
        target.code = target.code or _next_code(target)
        save_checked(target)
        _record_revision(target, first, 1, by, at or timezone.now())
    return target


def edit(target: Target, *, by: User | None, version: int | None) -> Target:
    """Saves a changed place of a target: task, series, part of, derived from, order, note."""
    with writing(by):
        lock(target.series, "indicator")
        stored = lock_unchanged(target, version)
        target.position = target.position or _last_position(target) + 1
        save_changes(target, stored)
    return target


def revise(
    target: Target,
    revision: TargetRevision,
    *,
    by: User | None,
    at: datetime | None = None,
    based_on: int | None = None,
) -> TargetRevision:
    """Records a new revision, with reason and effective date; the old ones stay.

    `based_on` is the number of the revision that the author saw; if another has come since, this one is refused.
    """
    with writing(by, revision.reason):
        last = _newest(target, based_on)
        _record_revision(target, revision, last.number + 1, by, at or after(last.recorded_at))
    return revision


def withdraw(
    target: Target,
    *,
    reason: str,
    effective_date: date,
    by: User | None,
    deciding_document: Source | None = None,
    at: datetime | None = None,
    based_on: int | None = None,
) -> TargetRevision:
    """Ends a target from a day on. It stays in the register and is in force no more.

    Revisions that would take effect later are withdrawn with it, each from its own day on.
    """
    with writing(by, reason):
        _newest(target, based_on)
        first, *_later = [
            revise(target, _ended(target, day, reason, deciding_document), by=by, at=at)
            for day in [effective_date, *_days_of_change(target, effective_date)]
        ]
    return first


def set_milestone(milestone: Milestone, *, by: User | None, at: datetime | None = None) -> Milestone:
    """Records an interim value; a later one for the same day takes its place."""
    with writing(by):
        lock(milestone.target)
        before = Milestone.objects.filter(target=milestone.target_id, day=milestone.day)
        latest = before.aggregate(latest=Max("recorded_at"))["latest"]
        milestone.recorded_at, milestone.recorded_by = at or after(latest), by
        save_checked(milestone)
        judging.touch(targets=[milestone.target_id])
    return milestone


def _record_revision(target: Target, revision: TargetRevision, number: int, by: User | None, at: datetime) -> None:
    revision.target, revision.number = target, number
    revision.recorded_at, revision.recorded_by = at, by
    save_checked(revision)
    judging.touch(targets=[target.pk])


def _newest(target: Target, based_on: int | None) -> TargetRevision:
    """The newest revision, which must be the one the author saw; the target is locked, so that none comes between."""
    lock(target)
    newest = target.revisions.order_by("number").last()
    if newest is None:
        raise ValidationError(_("A target needs a first revision: say what it promises."), "refused")
    if based_on is not None and based_on != newest.number:
        raise ValidationError(_("Someone else has just revised this target. Look at their revision first."), "stale")
    return newest


def _days_of_change(target: Target, day: date) -> list[date]:
    """Days after `day` on which a revision takes effect that is not withdrawn."""
    rows = target.revisions.filter(effective_date__gt=day).order_by("effective_date", "recorded_at")
    ends = {row.effective_date: row.withdrawn for row in rows}
    return [day for day, withdrawn in ends.items() if not withdrawn]


def _ended(target: Target, day: date, reason: str, deciding_document: Source | None) -> TargetRevision:
    """An unsaved copy of what the target says on the day, withdrawn from then on."""
    rows = target.revisions.order_by("effective_date", "recorded_at")
    copy = rows.filter(effective_date__lte=day).last() or rows.get(number=1)
    copy.pk, copy._state.adding = None, True
    copy.reason, copy.effective_date, copy.deciding_document = reason, day, deciding_document
    copy.withdrawn = True
    return copy


def _last_position(target: Target) -> int:
    last: int | None = Target.objects.filter(plan=target.plan_id).aggregate(last=Max("position"))["last"]
    return last or 0


def _next_code(target: Target) -> str:
    taken = set(Target.objects.filter(plan=target.plan_id).values_list("code", flat=True))
    number = 1
    while (code := f"{target.plan.code}.t{number}") in taken:
        number += 1
    return code
