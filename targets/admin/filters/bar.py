"""What stands above a list: the filters saved for it, and the form that saves the one in hand."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from targets.access import may
from targets.admin.fields import is_key
from targets.admin.filters.address import lists, name_of, question
from targets.models import SavedFilter
from targets.queries.filters import saved_filters

IN_SIGHT = 8
"""So many filters stand above a list; the others are folded."""
AT_HOME = 12
"""So many stand on the first page, which leads on to all of them."""


def bar(request: HttpRequest, noun: str) -> dict[str, Any]:
    """For the template `list_saved.html`; empty where filters cannot be saved."""
    if noun not in lists() or not may(request.user, "add", SavedFilter):
        return {}
    asked, saved = question(request.GET), saved_filters(request.user, noun)
    came_by = request.GET.get("saved", "")
    mine = [row for row in saved.own if is_key(came_by) and row.pk == int(came_by)]
    links = [_link(row, asked, "") for row in saved.own]
    links += [_link(row, asked, str(row.owner)) for row in saved.shared]
    in_sight = [link for place, link in enumerate(links) if place < IN_SIGHT or link["is_current"]]
    return {
        "noun": noun,
        "asked": asked,
        "links": in_sight,
        "folded": [link for link in links if link not in in_sight],
        "own": [row.name for row in saved.own],
        "mine": mine[0] if mine else None,
        "came_by": came_by if is_key(came_by) else "",
    }


def at_home(user: Any) -> list[dict[str, Any]]:
    """The filters of all lists, one's own first, each with the name of its list; as many as the first page shows."""
    saved, known = saved_filters(user), lists()
    rows = [(row, "") for row in saved.own] + [(row, str(row.owner)) for row in saved.shared]
    return [_link(row, "", owner) | {"of": name_of(row.noun)} for row, owner in rows if row.noun in known][:AT_HOME]


def _link(row: SavedFilter, asked: str, owner: str) -> dict[str, Any]:
    address = reverse("admin:targets_savedfilter_open", args=[row.pk])
    return {"name": row.name, "url": address, "owner": owner, "is_current": row.query == asked, "is_shared": row.shared}
