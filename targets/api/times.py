"""The two times of a question: the day it is asked for, and the moment whose knowledge counts."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from rest_framework.request import Request

from targets.api.problems import Fault, Kind, Problem
from targets.queries import days
from targets.rules.times import moment, read_day, read_moment


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
