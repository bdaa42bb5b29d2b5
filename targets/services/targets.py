"""Targets: added with a first revision, revised with a reason, never edited in their numbers."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Milestone, Plan, Target, TargetRevision, User
from targets.services.writing import lock_unchanged, save_checked, writing


def add(target: Target, first: TargetRevision, *, by: User | None, at: datetime | None = None) -> Target:
    """Adds a target with what it promises. Without a code it gets the plan's code and the next free number."""
    with writing(by):
        Plan.objects.select_for_update().get(pk=target.plan_id)
        target.position = target.position or _last_position(target) + 1
        target.code = target.code or _next_code(target)
        save_checked(target)
        _record_revision(target, first, 1, by, at)
    return target


def edit(target: Target, *, by: User | None, version: int | None) -> Target:
    """Saves a changed place of a target: task, series, part of, derived from, order, note."""
    with writing(by):
        lock_unchanged(target, version)
        target.position = target.position or _last_position(target) + 1
        save_checked(target)
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
        Target.objects.select_for_update().get(pk=target.pk)
        last = target.revisions.aggregate(last=Max("number"))["last"] or 0
        if based_on is not None and based_on != last:
            raise ValidationError(
                _("Someone else has just revised this target. Look at their revision first."), "stale"
            )
        _record_revision(target, revision, last + 1, by, at)
    return revision


def withdraw(target: Target, *, reason: str, effective_date: date, by: User | None) -> TargetRevision:
    """Ends a target from a day on. It stays in the register and is in force no more."""
    latest = target.revisions.order_by("number").last()
    if latest is None:
        raise ValidationError(_("A target needs a first revision: say what it promises."), "refused")
    latest.pk, latest.reason, latest.effective_date, latest.withdrawn = None, reason, effective_date, True
    latest._state.adding = True
    return revise(target, latest, by=by)


def set_milestone(milestone: Milestone, *, by: User | None, at: datetime | None = None) -> Milestone:
    """Records an interim value; a later one for the same day takes its place."""
    with writing(by):
        milestone.recorded_at, milestone.recorded_by = at or timezone.now(), by
        save_checked(milestone)
    return milestone


def _record_revision(
    target: Target, revision: TargetRevision, number: int, by: User | None, at: datetime | None
) -> None:
    revision.target, revision.number = target, number
    revision.recorded_at, revision.recorded_by = at or timezone.now(), by
    save_checked(revision)


def _last_position(target: Target) -> int:
    last: int | None = Target.objects.filter(plan=target.plan_id).aggregate(last=Max("position"))["last"]
    return last or 0


def _next_code(target: Target) -> str:
    taken = set(Target.objects.filter(plan=target.plan_id).values_list("code", flat=True))
    number = 1
    while (code := f"{target.plan.code}.t{number}") in taken:
        number += 1
    return code
