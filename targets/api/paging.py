"""Pages by key: a page begins after the last key of the one before, so that page 10,000 costs what page 1 costs."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from rest_framework.pagination import BasePagination
from rest_framework.request import Request

from targets.api.problems import Fault, Kind, Problem

PAGE_SIZE = 50
LARGEST_PAGE = 200
OWN_PARAMETERS = ("cursor", "page_size")
_signer = signing.Signer(sep=".", salt="targets.api.cursor")


@dataclass(frozen=True)
class Page:
    """The keys of one page, and where the neighbouring ones begin; None where there is none."""

    keys: list[int]
    next: str | None
    previous: str | None


@dataclass(frozen=True)
class Cursor:
    """A place in a list: after the row with this key, or before it."""

    backward: bool
    key: tuple[Any, ...]
    #: Whether the walk began without the parameters that its addresses carry.
    is_pinned: bool


def page(rows: QuerySet[Any], order: Sequence[str], request: Request, pinned: dict[str, str]) -> Page:
    """The page of primary keys that the request asks for.

    `order` names columns, the last of them unique, a minus for falling ones. `pinned` are parameters that the
    addresses of the neighbouring pages carry although the request left them out, so that a walk sees one register.
    """
    question = _question(request, pinned)
    size, cursor, is_pinned = _size(request), _cursor(request, question), began_without(request, pinned)
    keys = list(_window(rows, order, cursor)[: size + 1])
    is_more, keys = len(keys) > size, keys[:size]
    backward = cursor is not None and cursor.backward
    if backward:
        keys.reverse()
    if not keys:
        return Page([], None, None)
    has_next, has_previous = (True, is_more) if backward else (is_more, cursor is not None)
    return Page(
        keys=[key[-1] for key in keys],
        next=_address(request, question, Cursor(False, keys[-1][:-1], is_pinned)) if has_next else None,
        previous=_address(request, question, Cursor(True, keys[0][:-1], is_pinned)) if has_previous else None,
    )


def began_without(request: Request, pinned: dict[str, str]) -> bool:
    """Whether this request, or on a later page the one that the walk began with, left the pinned parameters out."""
    if cursor := _cursor(request, _question(request, pinned)):
        return cursor.is_pinned
    return not any(name in request.query_params for name in pinned)


def _window(rows: QuerySet[Any], order: Sequence[str], cursor: Cursor | None) -> QuerySet[Any, tuple[Any, ...]]:
    columns = [column.lstrip("-") for column in order]
    if cursor is None:
        return rows.order_by(*order).values_list(*columns, "pk")
    direction = [_turned(column) for column in order] if cursor.backward else order
    return rows.filter(_beyond(direction, cursor.key)).order_by(*direction).values_list(*columns, "pk")


def _beyond(order: Sequence[str], key: Sequence[Any]) -> Q:
    """The condition for rows after the key. The bound on the first column alone lets an index start at the place."""
    beyond, same = Q(), Q()
    for column, value in zip(order, key, strict=True):
        beyond |= same & Q(**{f"{column.lstrip('-')}__{'lt' if column.startswith('-') else 'gt'}": value})
        same &= Q(**{column.lstrip("-"): value})
    first = order[0]
    return Q(**{f"{first.lstrip('-')}__{'lte' if first.startswith('-') else 'gte'}": key[0]}) & beyond


def _turned(column: str) -> str:
    return column[1:] if column.startswith("-") else f"-{column}"


def _size(request: Request) -> int:
    text = request.query_params.get("page_size")
    if text is None:
        return PAGE_SIZE
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= LARGEST_PAGE):
        remedy = _("Write a whole number from 1 to %(largest)d.") % {"largest": LARGEST_PAGE}
        fault = Fault("query.page_size", "invalid", _("page_size is not a size that a page can have."), remedy)
        raise Problem(Kind.BAD_PARAMETER, faults=[fault])
    return int(text)


def _question(request: Request, pinned: dict[str, str]) -> dict[str, list[str]]:
    """The parameters that say which list this is, without those that say which part of it."""
    given = {name: values for name, values in request.query_params.lists() if name not in OWN_PARAMETERS}
    return {name: [value] for name, value in pinned.items()} | given


def _mark(request: Request, question: dict[str, list[str]]) -> str:
    """A short mark of the list, so that a cursor of another list is recognised."""
    text = repr((request.path, sorted((name, sorted(values)) for name, values in question.items())))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _cursor(request: Request, question: dict[str, list[str]]) -> Cursor | None:
    text = request.query_params.get("cursor")
    if text is None:
        return None
    try:
        mark, backward, key, is_pinned = _signer.unsign_object(text)
    except (signing.BadSignature, ValueError):
        raise _bad_cursor(_("The cursor is damaged, or was made by another installation.")) from None
    if mark != _mark(request, question):
        raise _bad_cursor(_("The cursor belongs to another list, or to other parameters."))
    return Cursor(backward, tuple(key), is_pinned)


def _bad_cursor(message: str) -> Problem:
    remedy = _("Follow next and previous as they are given, or begin again without cursor.")
    return Problem(Kind.BAD_CURSOR, faults=[Fault("query.cursor", "invalid", message, remedy)])


def _address(request: Request, question: dict[str, list[str]], cursor: Cursor) -> str:
    key = [value.isoformat() if isinstance(value, date) else value for value in cursor.key]
    query = request.query_params.copy()
    for name, values in question.items():
        query.setlist(name, values)
    query["cursor"] = _signer.sign_object([_mark(request, question), cursor.backward, key, cursor.is_pinned])
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")


class KeysetPagination(BasePagination):
    """What the schema says about pages; the work is done by `page`."""

    dated = False

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {
                "name": "cursor",
                "in": "query",
                "required": False,
                "description": "Where the page begins. Take it from `next` or `previous`; it serves that list alone.",
                "schema": {"type": "string"},
            },
            {
                "name": "page_size",
                "in": "query",
                "required": False,
                "description": "How many rows a page has at most.",
                "schema": {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE},
            },
        ]

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Named as the framework calls it."""
        properties = {
            "next": _page_address("The page after this one; null on the last."),
            "previous": _page_address("The page before this one; null on the first."),
            **(TIMES if self.dated else {}),
            "results": schema,
        }
        return {"type": "object", "required": list(properties), "properties": properties}


class DatedKeysetPagination(KeysetPagination):
    """Pages of a list that was asked for a day and a moment, and says which."""

    dated = True


TIMES: dict[str, Any] = {
    "as_of": {
        "type": "string",
        "format": "date",
        "description": "The day the answer is for: what was in force then.",
    },
    "known_at": {
        "type": "string",
        "format": "date-time",
        "description": "The moment whose knowledge counts: nothing recorded later is in the answer.",
    },
    "names": {
        "type": "string",
        "const": "current",
        "description": "Names and the places in a plan's tree are always today's, whatever day is asked for.",
    },
}


def _page_address(description: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "format": "uri", "description": description}
