"""When a row is recorded: now, and always after the one whose place it takes."""

from datetime import datetime, timedelta

from django.utils import timezone


def after(last: datetime | None) -> datetime:
    """This moment; one later than the last, should the clock have been set back or run differently elsewhere."""
    now = timezone.now()
    return now if last is None or last < now else last + timedelta(microseconds=1)
