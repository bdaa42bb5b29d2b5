"""The two times of a question as programs write them: a day, and a moment whose knowledge counts."""

import re
from datetime import UTC, date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([zZ]|[+-]\d{2}:?\d{2})\Z", re.ASCII)
LOST_PLUS: Final = re.compile(r" (?=\d{2}:?\d{2}\Z)", re.ASCII)


def read_day(text: str) -> date:
    """The day written as 2026-12-31. Raises ValueError for anything else."""
    if not DAY.match(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def read_moment(text: str) -> datetime:
    """A moment with its offset, or a day, which means its end in Shanghai. Raises ValueError for anything else."""
    if DAY.match(text):
        return datetime.combine(read_day(text), time.max, SHANGHAI).astimezone(UTC)
    # A plus that nobody escaped arrives as a space; there is only one thing it can have been.
    text = LOST_PLUS.sub("+", text)
    if not MOMENT.match(text):
        raise ValueError(text)
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except OverflowError:
        raise ValueError(text) from None


def moment(value: datetime) -> str:
    """A moment in UTC, to the microsecond where it has any."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
