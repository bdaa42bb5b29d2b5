"""Assessment policies: added, changed by a new version, withdrawn; what they judge is judged again at once."""

from copy import copy
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models.base import ModelState
from django.utils.translation import gettext as _

from targets.models import AssessmentPolicy, User
from targets.models.policies import SCOPES
from targets.services import judging
from targets.services.moments import after
from targets.services.writing import lock, save_checked, writing

PLACE = ("code", *(f"{scope}_id" for scope in SCOPES))
"""What all versions of a policy share."""


def add(policy: AssessmentPolicy, *, by: User | None, at: datetime | None = None) -> AssessmentPolicy:
    """Adds a policy as its version 1. Raises ValidationError if its code, or a policy for its place, stands already."""
    with writing(by):
        return _record(policy, 1, by, at or after(None))


def change(
    policy: AssessmentPolicy,
    *,
    by: User | None,
    at: datetime | None = None,
    based_on: int | None = None,
) -> AssessmentPolicy:
    """Adds a new version of the policy with this code, in the same place; the old versions stay.

    `based_on` is the version that the author saw; if another has come since, this one is refused.
    """
    with writing(by, policy.reason):
        newest = _newest(policy.code, based_on)
        for name in PLACE:
            setattr(policy, name, getattr(newest, name))
        return _record(policy, newest.number + 1, by, at or after(newest.recorded_at))


def withdraw(
    policy: AssessmentPolicy,
    *,
    reason: str,
    effective_date: date,
    by: User | None,
    at: datetime | None = None,
    based_on: int | None = None,
) -> AssessmentPolicy:
    """Ends a policy from a day on: what it judged falls to the next one, in the end to the default.

    Versions that would take effect later are withdrawn with it, each from its own day on. Returns the first end.
    """
    with writing(by, reason):
        newest = _newest(policy.code, based_on)
        first, *_later = [
            change(_ended(newest, day, reason), by=by, at=at)
            for day in [effective_date, *_days_of_change(newest, effective_date)]
        ]
    return first


def _days_of_change(policy: AssessmentPolicy, day: date) -> list[date]:
    """Days after `day` on which a version takes effect that is not withdrawn."""
    rows = AssessmentPolicy.objects.filter(code=policy.code, effective_date__gt=day)
    ends = {row.effective_date: row.withdrawn for row in rows.order_by("effective_date", "recorded_at")}
    return [day for day, is_withdrawn in ends.items() if not is_withdrawn]


def _ended(policy: AssessmentPolicy, day: date, reason: str) -> AssessmentPolicy:
    """An unsaved copy of the version, withdrawn from the day on."""
    ended = copy(policy)
    ended.pk, ended._state = None, ModelState()
    ended.withdrawn, ended.reason, ended.effective_date = True, reason, day
    return ended


def _record(policy: AssessmentPolicy, number: int, by: User | None, at: datetime) -> AssessmentPolicy:
    _hold_others(policy)
    policy.number, policy.recorded_at, policy.recorded_by = number, at, by
    save_checked(policy)
    touch(policy)
    return policy


def _newest(code: str, based_on: int | None) -> AssessmentPolicy:
    """The newest version, which must be the one the author saw; the first is locked, so that none comes between."""
    versions = AssessmentPolicy.objects.filter(code=code).order_by("number")
    first = versions.first()
    if first is None:
        raise ValidationError(_("There is no such policy. Add it first."), "gone")
    lock(first)
    newest = versions.last() or first
    if based_on is not None and based_on != newest.number:
        raise ValidationError(_("Someone else has just changed this policy. Look at their version first."), "stale")
    return newest


def _hold_others(policy: AssessmentPolicy) -> None:
    """Lets those wait who just now bring another target into the policy's place: the old policy would judge that.

    Reported values do not wait, only who adds a target, hands over a plan or moves an organisation.
    """
    tables = ["targets_target"] if policy.code == "default" else []
    if policy.plan is not None:
        lock(policy.plan)
    if policy.organisation_id is not None:
        tables = ["targets_organisation", "targets_plan", "targets_target"]
    if tables:
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {', '.join(tables)} IN SHARE MODE")


def touch(policy: AssessmentPolicy) -> None:
    """What the policy judges, or judged till now, is to be judged again."""
    for scope in SCOPES:
        if (key := getattr(policy, f"{scope}_id")) is not None:
            judging.touch(**{f"{scope}s": [key]})
            return
    if policy.code == "default":
        judging.touch(everything=True)
