"""The two times of a question: the day it is asked for, and the moment whose knowledge counts."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from rest_framework.request import Request

from targets.api.problems import Fault, Kind, Problem
from targets.queries import days

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?([zZ]|[+-]\d{2}:?\d{2})\Z", re.ASCII)
LOST_PLUS = re.compile(r" (?=\d{2}:?\d{2}\Z)", re.ASCII)


@dataclass(frozen=True)
class Times:
    """In force on `day`, as far as the register knew at `known_at`."""

    day: date
    known_at: datetime

    def shown(self) -> dict[str, str]:
        """What an answer says about the times it was given for."""
        return {"as_of": self.day.isoformat(), "known_at": moment(self.known_at), "names": "current"}


def asked(request: Request) -> Times:
    """The times that the request asks for; today and now where it does not say."""
    day, known_at = request.query_params.get("as_of"), request.query_params.get("known_at")
    return Times(
        day=days.today() if day is None else _as_of(day),
        known_at=days.now() if known_at is None else _known_at(known_at),
    )


def moment(value: datetime) -> str:
    """A moment in UTC, to the microsecond where it has any."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


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


def _as_of(text: str) -> date:
    try:
        return read_day(text)
    except ValueError:
        message = _("as_of is not a day.")
        raise _refusal("query.as_of", message, _("Write a day of the calendar as 2026-12-31.")) from None


def _known_at(text: str) -> datetime:
    try:
        return read_moment(text)
    except ValueError:
        remedy = _("Write a day as 2026-12-31, or a moment with its offset as 2026-12-31T08:00:00Z.")
        raise _refusal("query.known_at", _("known_at is neither a day nor a moment."), remedy) from None


def _refusal(path: str, message: str, remedy: str) -> Problem:
    return Problem(Kind.BAD_PARAMETER, faults=[Fault(path, "invalid", message, remedy)])
