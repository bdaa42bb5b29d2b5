"""Reported values: submitted, then verified or returned; a correction takes the old value's place."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Observation, User
from targets.rules.terms import ObservationStatus
from targets.services.writing import save_checked, writing


def submit(value: Observation, *, by: User | None, at: datetime | None = None) -> Observation:
    """Adds a value that waits for review."""
    with writing(by):
        value.status = ObservationStatus.SUBMITTED
        value.recorded_at, value.recorded_by = at or timezone.now(), by
        save_checked(value)
    return value


def correct(old: Observation, new: Observation, *, by: User | None, at: datetime | None = None) -> Observation:
    """Submits a value that takes the old one's place once it is verified."""
    if old.status != ObservationStatus.VERIFIED:
        raise ValidationError(_("Only a verified value can be corrected; verify or return this one."), "refused")
    new.series, new.period_start, new.period_end = old.series, old.period_start, old.period_end
    new.supersedes = old
    return submit(new, by=by, at=at)


def verify(value: Observation, *, by: User | None, at: datetime | None = None) -> Observation:
    """Accepts a submitted value; the one it corrects is superseded at the same moment."""
    moment = at or timezone.now()
    with writing(by):
        _lock_submitted(value)
        if value.supersedes_id:
            _supersede(value, moment)
        value.status, value.verified_at, value.verified_by = ObservationStatus.VERIFIED, moment, by
        save_checked(value)
    return value


def send_back(value: Observation, *, reason: str, by: User | None, at: datetime | None = None) -> Observation:
    """Returns a submitted value to its reporter, with the reason."""
    if not reason.strip():
        raise ValidationError({"return_reason": _("Say why the value is returned.")}, "required")
    with writing(by, reason):
        _lock_submitted(value)
        value.status, value.returned_at, value.return_reason = ObservationStatus.RETURNED, at or timezone.now(), reason
        save_checked(value)
    return value


def _lock_submitted(value: Observation) -> None:
    current = Observation.objects.select_for_update().get(pk=value.pk)
    if current.status != ObservationStatus.SUBMITTED:
        raise ValidationError(_("This value does not wait for review any more."), "stale")


def _supersede(value: Observation, moment: datetime) -> None:
    old = Observation.objects.select_for_update().get(pk=value.supersedes_id)
    if old.status != ObservationStatus.VERIFIED:
        raise ValidationError(
            _("The value to be corrected has been corrected already. Look at the newer one."), "stale"
        )
    old.status, old.superseded_at = ObservationStatus.SUPERSEDED, moment
    old.save()
