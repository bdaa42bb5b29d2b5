"""The day and the moment that a question is asked for; the edges ask the clock here and pass the answer down."""

from datetime import UTC, date, datetime

from django.utils import timezone

ALL_RECORDED = datetime.max.replace(tzinfo=UTC)
"""Later than every row, also one that another machine, whose clock is ahead, records at this moment."""


def today() -> date:
    """Today in Asia/Shanghai, whatever zone the machine stands in."""
    return timezone.localdate()


def now() -> datetime:
    """This moment."""
    return timezone.now()
