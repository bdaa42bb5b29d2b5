"""Reported values: submitted, then verified or returned; a correction takes the old value's place."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Observation, User
from targets.rules.terms import ObservationStatus
from targets.services import judging
from targets.services.writing import lock, save_checked, writing


def submit(value: Observation, *, by: User | None, at: datetime | None = None) -> Observation:
    """Adds a value that waits for review."""
    with writing(by):
        value.status = ObservationStatus.SUBMITTED
        value.recorded_at, value.recorded_by = at or timezone.now(), by
        save_checked(value)
    return value


def correct(old: Observation, new: Observation, *, by: User | None, at: datetime | None = None) -> Observation:
    """Submits a value that takes the old one's place once it is verified.

    It is for the same series, and for the same period unless it names one, since the period may be what was wrong.
    """
    with writing(by):
        if lock(old).status != ObservationStatus.VERIFIED:
            raise ValidationError(_("Only a verified value can be corrected; verify or return this one."), "refused")
        new.series, new.supersedes = old.series, old
        if not new.period_end:
            new.period_start, new.period_end = old.period_start, old.period_end
        return submit(new, by=by, at=at)


def verify(value: Observation, *, by: User | None, at: datetime | None = None) -> Observation:
    """Accepts a submitted value; the one it corrects is superseded at the same moment."""
    with writing(by):
        _lock_submitted(value)
        old = _lock_corrected(value)
        moment = at or _not_before(value.recorded_at, old.verified_at if old else None)
        if old:
            old.status, old.superseded_at = ObservationStatus.SUPERSEDED, moment
            old.save(update_fields=["status", "superseded_at"])
        value.status, value.verified_at, value.verified_by = ObservationStatus.VERIFIED, moment, by
        save_checked(value, only=["status", "verified_at", "verified_by"])
        judging.touch(series=[value.series_id])
    return value


def send_back(value: Observation, *, reason: str, by: User | None, at: datetime | None = None) -> Observation:
    """Returns a submitted value to its reporter, with the reason."""
    if not reason.strip():
        raise ValidationError({"return_reason": _("Say why the value is returned.")}, "required")
    with writing(by, reason):
        _lock_submitted(value)
        value.status, value.return_reason = ObservationStatus.RETURNED, reason
        value.returned_at = at or _not_before(value.recorded_at)
        save_checked(value, only=["status", "returned_at", "return_reason"])
    return value


def _lock_submitted(value: Observation) -> None:
    """With its series: a target added to that at the same moment waits, or its verdict would miss the value."""
    if lock(value, "series").status != ObservationStatus.SUBMITTED:
        raise ValidationError(_("This value does not wait for review any more."), "stale")


def _lock_corrected(value: Observation) -> Observation | None:
    """The value to be superseded, if there is one."""
    if value.supersedes is None:
        return None
    old = lock(value.supersedes)
    if old.status != ObservationStatus.VERIFIED:
        raise ValidationError(
            _("The value to be corrected has been corrected already. Look at the newer one."), "stale"
        )
    return old


def _not_before(*moments: datetime | None) -> datetime:
    """This moment, or the latest of those before it, should another machine's clock be ahead."""
    return max(timezone.now(), *(moment for moment in moments if moment))
