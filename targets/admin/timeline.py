"""The revisions of a target as a line in time: which held when, which hold later, and what each changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from django.utils.translation import gettext as _

from targets.admin.figures import say
from targets.models import Target, TargetRevision
from targets.queries.readings import reading, statement
from targets.rules.moments import on_day
from targets.rules.periods import DAY
from targets.rules.statements.changes import changes

#: Signs that tell the states apart without colour, on screen and on paper.
SIGNS: Final = {"now": "●", "past": "○", "later": "◌", "ended": "✕", "replaced": "–"}


@dataclass(frozen=True)
class Alteration:
    """One point that a revision changes, in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Node:
    """One revision on the line."""

    revision: TargetRevision
    state: str
    #: For which time it holds, in words.
    holds: str
    reading: str
    alterations: tuple[Alteration, ...]

    @property
    def sign(self) -> str:
        return SIGNS["ended" if self.revision.withdrawn and self.state != "replaced" else self.state]

    @property
    def is_to_come(self) -> bool:
        return self.state == "later"


def timeline(target: Target, rows: Iterable[TargetRevision], day: date) -> list[Node]:
    """The revisions in the order in which they take effect, the latest first."""
    line = sorted(rows, key=lambda row: (row.effective_date, row.recorded_at))
    nodes = [_node(target, *each, day) for each in _neighbours(line)]
    return nodes[::-1]


def alterations(target: Target, before: TargetRevision, after: TargetRevision) -> Iterator[Alteration]:
    """What the later revision says otherwise, the wording first."""
    if before.wording != after.wording:
        yield Alteration(_("wording"), before.wording, after.wording)
    for each in changes(statement(target, before), statement(target, after)):
        yield Alteration(say(each.name), say(each.before), say(each.after))


Neighbours = tuple[TargetRevision | None, TargetRevision, TargetRevision | None]


def _neighbours(line: list[TargetRevision]) -> Iterator[Neighbours]:
    """Each row with the one before and the one after it."""
    for (before, row), (_row, after) in pairwise(pairwise([None, *line, None])):
        assert row is not None, "only the ends are empty"  # noqa: S101
        yield before, row, after


def _node(
    target: Target, before: TargetRevision | None, row: TargetRevision, after: TargetRevision | None, day: date
) -> Node:
    state = _state(row, after, day)
    told = () if before is None or row.withdrawn else tuple(alterations(target, before, row))
    return Node(row, state, _holds(row, after, state), say(reading(target, row)), told)


def _state(row: TargetRevision, after: TargetRevision | None, day: date) -> str:
    if after is not None and after.effective_date == row.effective_date:
        return "replaced"
    if row.effective_date > day:
        return "later"
    return "now" if after is None or after.effective_date > day else "past"


def _holds(row: TargetRevision, after: TargetRevision | None, state: str) -> str:
    first = say(on_day(row.effective_date))
    if state == "replaced":
        return _("replaced before it took effect")
    if row.withdrawn:
        return (_("to be withdrawn from %(day)s") if state == "later" else _("withdrawn from %(day)s")) % {"day": first}
    if state == "later":
        return _("takes effect on %(day)s") % {"day": first}
    if after is None:
        return _("in force since %(day)s") % {"day": first}
    last = say(on_day(after.effective_date - DAY))
    held = _("in force from %(first)s to %(last)s") if state == "now" else _("held from %(first)s to %(last)s")
    return held % {"first": first, "last": last}
