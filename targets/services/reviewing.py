"""Many values reviewed at once: all of them are verified or returned, or none."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Observation, Series, User
from targets.rules.terms import ObservationStatus
from targets.services import judging
from targets.services.writing import writing


def verify_all(values: Collection[int], *, by: User | None, at: datetime | None = None) -> int:
    """Accepts the submitted values with these ids; those they correct are superseded at the same moment.

    Says how many there were. Raises ValidationError, and verifies none, if one does not wait any more.
    """
    with writing(by):
        waiting = _lock_submitted(values)
        old = _lock_corrected(waiting)
        times = [value.recorded_at for value in waiting] + [each.verified_at for each in old if each.verified_at]
        moment = at or max([timezone.now(), *times])
        superseded = {"status": ObservationStatus.SUPERSEDED, "superseded_at": moment}
        Observation.objects.filter(pk__in=[each.pk for each in old]).update(**superseded)
        verified = {"status": ObservationStatus.VERIFIED, "verified_at": moment, "verified_by": by}
        Observation.objects.filter(pk__in=[value.pk for value in waiting]).update(**verified)
        judging.touch(series={value.series_id for value in waiting})
    return len(waiting)


def return_all(values: Collection[int], *, reason: str, by: User | None, at: datetime | None = None) -> int:
    """Returns the submitted values with these ids to their reporters, all with the same reason.

    Says how many there were. Raises ValidationError, and returns none, if one does not wait any more.
    """
    if not reason.strip():
        raise ValidationError({"return_reason": _("Say why the values are returned.")}, "required")
    with writing(by, reason):
        waiting = _lock_submitted(values)
        moment = at or max([timezone.now(), *(value.recorded_at for value in waiting)])
        returned = {"status": ObservationStatus.RETURNED, "returned_at": moment, "return_reason": reason}
        Observation.objects.filter(pk__in=[value.pk for value in waiting]).update(**returned)
    return len(waiting)


def _lock_submitted(values: Collection[int]) -> list[Observation]:
    """With their series, which come first and in order, so that two reviewers never wait for each other in a circle."""
    series = Series.objects.filter(observations__in=values).values("pk")
    list(Series.objects.select_for_update(no_key=True).filter(pk__in=series).order_by("pk").values_list("pk"))
    locked = Observation.objects.select_for_update(no_key=True)
    found = list(locked.filter(pk__in=values, status=ObservationStatus.SUBMITTED).order_by("pk"))
    if len(found) != len(set(values)):
        raise ValidationError(
            _("Some of these values do not wait for review any more. Nothing was done; look at them again."), "stale"
        )
    return found


def _lock_corrected(waiting: Collection[Observation]) -> list[Observation]:
    """The values to be superseded."""
    wanted = {value.supersedes_id for value in waiting if value.supersedes_id}
    rows = Observation.objects.select_for_update(no_key=True).filter(pk__in=wanted, status=ObservationStatus.VERIFIED)
    found = list(rows.order_by("pk"))
    if len(found) != len(wanted):
        raise ValidationError(
            _("One of these corrects a value that has been corrected already. Look at the newer one first."), "stale"
        )
    return found
