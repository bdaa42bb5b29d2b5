"""One page of a list: its keys first, then what its columns need; how many there are only as far as it is cheap."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet

MOST_COUNTED = 1000
"""Beyond so many rows a list says “more than”."""
LAST_PAGE = 200
"""How far one can leaf; beyond, a filter or a search is the better way."""
LEAFED = 9
"""How many pages are offered by number."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """What stands on one page, and what is known of the others."""

    keys: list[Any]
    number: int
    size: int
    has_next: bool
    total: int
    """How many rows there are; one more than are counted where there are more."""

    @property
    def is_more(self) -> bool:
        return self.total > MOST_COUNTED

    @property
    def first(self) -> int:
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        return self.first + len(self.keys) - 1

    @property
    def is_at_the_end(self) -> bool:
        return self.number == LAST_PAGE and self.has_next

    @property
    def numbers(self) -> list[int]:
        """The pages offered by number: those around this one that are known to be there."""
        known = max(-(-min(self.total, MOST_COUNTED) // self.size), self.number + self.has_next)
        first = max(min(self.number - LEAFED // 2, known - LEAFED + 1), 1)
        return list(range(first, min(first + LEAFED - 1, known, LAST_PAGE) + 1))


def turned_to(rows: QuerySet[Any], number: int, size: int) -> Page:
    """The page with this number; a number out of reach is the nearest there can be."""
    number = min(max(number, 1), LAST_PAGE)
    start = (number - 1) * size
    keys = list(rows.values_list("pk", flat=True)[start : start + size + 1])
    has_next = len(keys) > size
    total = max(counted(rows), start + len(keys) if keys else 0)
    return Page(keys=keys[:size], number=number, size=size, has_next=has_next, total=total)


def counted(rows: QuerySet[Any], most: int = MOST_COUNTED) -> int:
    """How many rows there are; where there are more than `most`, one more than that."""
    return rows.order_by()[: most + 1].count()


class BoundedPaginator(Paginator):
    """Pages for rows that are offered while typing: it never counts further than anyone leafs there."""

    MOST = 200

    @cached_property
    def count(self) -> int:
        return counted(self.object_list, self.MOST)  # type: ignore[arg-type]
