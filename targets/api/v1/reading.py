"""What all lists of the register have in common: strict parameters, keys of the page first, then its details."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Model
from django.utils.translation import gettext as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from targets.access import Person, visible
from targets.api.paging import OWN_PARAMETERS, DatedKeysetPagination, KeysetPagination, began_without, page
from targets.api.parameters import Filters, id_or_code, refuse_unknown
from targets.api.problems import Kind, Problem
from targets.api.times import Times, asked
from targets.api.v1.values import Json, Links

TIME_PARAMETERS = ("as_of", "known_at")
Rows = list[Any]
Query = Any
"""A queryset of the shelf's model, with the methods of its own."""


class RegisterView(GenericViewSet[Any]):
    """One shelf of the register: its list, and each of its rows at its own address.

    A subclass names model, order, parameters and shape, and says how rows are loaded and how one looks. The shape is
    for the schema only; a test holds the answers against it.
    """

    http_method_names: ClassVar[list[str]] = ["get", "head"]  # type: ignore[misc]
    pagination_class = KeysetPagination
    filter_backends: ClassVar[list[Any]] = []  # type: ignore[misc]
    lookup_url_kwarg = "key"

    shelf: ClassVar[str]
    #: What stands below the address of a row, for views that answer there.
    part: ClassVar[str] = ""
    model: ClassVar[type[Model]]
    filters: ClassVar[type[Filters]]
    order: ClassVar[tuple[str, ...]] = ("code",)
    dated: ClassVar[bool] = False
    times: Times | None = None
    key_means = "The code."

    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        self.check(request, self.filters.known() | dict.fromkeys((*OWN_PARAMETERS, *self.time_parameters()), False))
        filters = self.filters(request.query_params, queryset=self.seen(), request=request)
        pinned = {} if self.times is None else _pinned(self.times)
        found = page(self.among(filters), self.order, request, pinned)
        results = [self.show(row) for row in self.load(found.keys)]
        shown = {} if self.times is None else self.times.shown()
        return Response({"next": found.next, "previous": found.previous, **shown, "results": results})

    def retrieve(self, request: Request, key: str, *args: Any, **kwargs: Any) -> Response:
        self.check(request, dict.fromkeys(self.time_parameters(), False))
        rows = self.load([self.standing(key)])
        if not rows:  # it was removed in this very moment
            raise Problem(Kind.NOT_FOUND)
        return Response(self.show(rows[0]) | ({} if self.times is None else self.times.shown()))

    def standing(self, key: str) -> int:
        """The primary key of the row at this address, at the times asked for. Raises Problem."""
        seen = self.seen().filter(**self.lookup(key))
        found: int | None = self.at_times(seen).values_list("pk", flat=True).first()
        if found is not None:
            return found
        if seen.exists():
            raise Problem(Kind.NOT_IN_FORCE, _("Ask for another day with as_of, or for a later moment with known_at."))
        raise Problem(Kind.NOT_FOUND)

    def check(self, request: Request, known: Mapping[str, bool]) -> None:
        """Refuses what is not known before anything is read."""
        refuse_unknown(request, known)

    def time_parameters(self) -> tuple[str, ...]:
        return ()

    def seen(self) -> Query:
        """All rows of the shelf that the reader may see."""
        return visible(self.model._default_manager.all(), self.reader)

    def among(self, filters: Filters) -> Query:
        """The rows that the parameters leave, at the times asked for."""
        return self.at_times(filters.qs)

    def at_times(self, rows: Query) -> Query:
        """The rows that stand on the shelf at the times asked for; without two times, all."""
        return rows

    def load(self, keys: Iterable[int]) -> Rows:
        """The rows of these keys in their order, with all that `show` needs, in a constant number of queries."""
        wanted = list(keys)
        if not wanted:
            return []
        rows = {row.pk: row for row in self.detailed(self.model._default_manager.filter(pk__in=wanted))}
        return [rows[key] for key in wanted if key in rows]

    def detailed(self, rows: Query) -> Query:
        return rows

    def show(self, row: Any) -> Json:
        raise NotImplementedError

    def lookup(self, key: str) -> dict[str, Any]:
        return {"code": key}

    @property
    def reader(self) -> Person:
        return self.request.user

    @cached_property
    def links(self) -> Links:
        return Links(self.request)

    @classmethod
    def described(cls, is_list: bool) -> Rows:
        """The parameters of the operation, for the schema."""
        if is_list:
            return cls.filters.described()
        key = {
            "name": "key",
            "in": "path",
            "required": True,
            "description": cls.key_means,
            "schema": {"type": "string"},
        }
        return [key]


class DatedView(RegisterView):
    """A shelf that can be asked for another day, and for what was known at another moment."""

    pagination_class = DatedKeysetPagination
    key_means = "The id."
    dated = True
    times: Times

    def check(self, request: Request, known: Mapping[str, bool]) -> None:
        super().check(request, known)
        self.times = asked(request)

    def time_parameters(self) -> tuple[str, ...]:
        return TIME_PARAMETERS

    @cached_property
    def is_now(self) -> bool:
        """Whether it is asked for today as known now: then what is kept answers, and nothing is worked out afresh."""
        return began_without(self.request, _pinned(self.times))

    def lookup(self, key: str) -> dict[str, Any]:
        return by_id(key)

    @classmethod
    def described(cls, is_list: bool) -> Rows:
        return [*super().described(is_list), AS_OF, KNOWN_AT]


def by_id(key: str) -> dict[str, Any]:
    """The lookup for an address by id; what is no number is no row."""
    lookup = id_or_code(key)
    return lookup if "pk" in lookup else {"pk": None}


def _pinned(times: Times) -> dict[str, str]:
    shown = times.shown()
    return {name: shown[name] for name in TIME_PARAMETERS}


AS_OF: Json = {
    "name": "as_of",
    "in": "query",
    "required": False,
    "description": "A day: what was in force then. Today in Shanghai if left out.",
    "schema": {"type": "string", "format": "date"},
}
KNOWN_AT: Json = {
    "name": "known_at",
    "in": "query",
    "required": False,
    "description": "A moment with its offset, or a day, which means its end in Shanghai: nothing that was recorded "
    "later counts. Now if left out.",
    "schema": {
        "anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}],
        "examples": ["2026-06-30", "2026-06-30T08:00:00Z"],
    },
}
