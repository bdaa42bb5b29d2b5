"""The saved filters that a person may use."""

from dataclasses import dataclass

from targets.access import Person, visible
from targets.models import SavedFilter

MOST = 100


@dataclass(frozen=True)
class Saved:
    """Filters of one list: one's own, and those that others share; each with its owner."""

    own: tuple[SavedFilter, ...]
    shared: tuple[SavedFilter, ...]

    def __bool__(self) -> bool:
        return bool(self.own or self.shared)


def saved_filters(user: Person, noun: str = "") -> Saved:
    """The filters of a list, by name; without a noun those of all lists. At most a hundred."""
    rows = visible(SavedFilter.objects.select_related("owner").order_by("name", "id"), user)
    found = list((rows.filter(noun=noun) if noun else rows)[:MOST])
    own = tuple(row for row in found if row.owner_id == user.pk)
    return Saved(own, tuple(row for row in found if row.owner_id != user.pk))
