"""Rows that words find: those that were typed into the search box of a list, or into a field that offers rows."""

from collections.abc import Mapping
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from targets.models import SearchEntry
from targets.rules.search import words

Rows = TypeVar("Rows", bound=QuerySet[Model])
FEW = 2000
"""So many rows are named one by one. Where words find more, rows are looked at in the order of the list instead."""


def found(rows: Rows, text: str, ways: Mapping[str, str]) -> Rows:
    """The rows that every word of the text finds; all of them where nothing was typed.

    `ways` says by which rows they are found: the path to the id, and the noun under which it stands in the search.
    """
    if not text.strip():
        return rows
    if not words(text):
        return rows.none()
    found_by = Q(pk__in=[])
    for path, noun in ways.items():
        found_by |= _by(path, noun, text)
    return rows.filter(found_by)


def _by(path: str, noun: str, text: str) -> Q:
    entries = SearchEntry.objects.about(noun, text)
    keys = list(entries.values_list("row", flat=True)[: FEW + 1])
    if len(keys) <= FEW:
        return Q(**{f"{path}__in": keys})
    return Q(Exists(entries.filter(row=OuterRef(path))))
