"""By which services the rows of a noun are written; plain records need nothing but to be kept."""

from typing import Any, cast

from django.http import HttpRequest

from targets.models import User
from targets.services import records


def actor(request: HttpRequest) -> User:
    """Who writes; the pages are for those who have signed in."""
    return cast(User, request.user)


def seen_version(request: HttpRequest) -> int | None:
    """The version, or the number of the revision, that a page was shown with; none ever is what is no number."""
    sent = str(request.POST.get("seen_version", ""))
    if not sent:
        return None
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < LONGEST else -1


LONGEST = 10
"""Digits of a version."""


class Keeping:
    """Adds, changes and removes rows. Nouns with services of their own replace what differs."""

    def create(self, row: Any, by: Any, form: Any) -> None:
        records.create(row, by=by)

    def edit(self, row: Any, by: Any, version: int | None) -> None:
        records.edit(row, by=by, version=version)

    def remove(self, row: Any, by: Any, version: int | None = None) -> None:
        """`version` is the one that was read; without it the row goes whatever it says by now."""
        records.remove(row, by=by, version=version)
