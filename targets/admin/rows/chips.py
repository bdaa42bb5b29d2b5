"""What narrows a list, in words, each with the link that takes it away."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import BooleanFieldListFilter, SimpleListFilter
from django.contrib.admin.views.main import ERROR_FLAG, ORDER_VAR, PAGE_VAR, SEARCH_VAR
from django.http import QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

ERROR_VAR = ERROR_FLAG
"""By which the list says that it was asked for something that it does not understand."""
EXPORT_VAR = "_export"
"""The form of the file in which a list is wished for."""
SAVED_VAR = "saved"
"""By which saved filter one came to the list."""
NOT_FILTERS = {
    PAGE_VAR,
    ORDER_VAR,
    SAVED_VAR,
    EXPORT_VAR,
    ERROR_VAR,
    "all",
    "_popup",
    "_to_field",
    "_facets",
    "_changelist_filters",
}


@dataclass(frozen=True)
class Chip:
    """One thing that narrows the list."""

    name: str
    value: str
    without: str
    """The address of the list without it."""


def chips(changelist: Any, address: QueryDict) -> list[Chip]:
    """All that narrows the list, the search first."""
    rest = {name for name in address if name not in NOT_FILTERS and address[name]}
    found = []
    for names, name, value in _narrowing(changelist):
        if asked := rest & set(names):
            found.append(Chip(name, value, without(address, *asked)))
            rest -= asked
    found += [Chip(name, str(address[name]), without(address, name)) for name in sorted(rest)]
    return found


def without(address: QueryDict, *names: str) -> str:
    """The address without these parameters, at its first page."""
    left = address.copy()
    for name in (*names, PAGE_VAR):
        left.pop(name, None)
    return f"?{left.urlencode()}"


def clean(address: QueryDict) -> QueryDict:
    """The address without what is empty, as forms send it."""
    left = QueryDict(mutable=True)
    for name, values in address.lists():
        if kept := [value for value in values if value]:
            left.setlist(name, kept)
    return left


def _narrowing(changelist: Any) -> Iterator[tuple[list[str], str, str]]:
    if changelist.query:
        yield [SEARCH_VAR], _("Search"), changelist.query
    for spec in changelist.filter_specs:
        yield list(spec.expected_parameters()), capfirst(str(spec.title)), _spoken(spec, changelist)


def _spoken(spec: Any, changelist: Any) -> str:
    """The value of a filter as people read it."""
    value: Any = spec.value() if hasattr(spec, "value") else getattr(spec, "lookup_val", "")
    value = value[0] if isinstance(value, list) and value else value
    if hasattr(spec, "spoken"):
        return str(spec.spoken(changelist))
    if isinstance(spec, SimpleListFilter):
        return str(dict(spec.lookup_choices).get(value, value))
    if isinstance(spec, BooleanFieldListFilter):
        return str({"1": _("Yes"), "0": _("No")}.get(str(value), value))
    return str(dict[Any, Any](getattr(spec.field, "flatchoices", ())).get(value, value))
