"""Where nodes and targets stand among their siblings: a change of place moves as few of the others as it can."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from targets.queries.tree import Row, siblings
from targets.rules.places import placed


def put(row: Row, before: Row | None, *, stood_here: bool) -> None:
    """Sets the position of the row, before a sibling or as the last, and moves those along that are in its way.

    The row itself is left for its verb to save. Raises ValidationError if `before` is no sibling.
    """
    others = siblings(row)
    if before is not None and before not in others:
        raise ValidationError({"before": _("What it should stand before is no longer there. Choose its place again.")})
    _put_at(row, others, len(others) if before is None else others.index(before), stood_here=stood_here)


def make_room(row: Row, after: Row) -> None:
    """Sets the position of a new row, after a sibling."""
    others = siblings(row)
    _put_at(row, others, others.index(after) + 1, stood_here=False)


def _put_at(row: Row, others: Sequence[Row], at: int, *, stood_here: bool) -> None:
    positions = placed([other.position for other in others], at, row.position if stood_here else None)
    row.position = positions.pop(at)
    moved = []
    for other, position in zip(others, positions, strict=True):
        if other.position != position:
            other.position = position
            moved.append(other)
    if moved:
        type(row)._default_manager.bulk_update(moved, ["position"])
