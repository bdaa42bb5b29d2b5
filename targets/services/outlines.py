"""A whole outline at once: all of its nodes become part of a plan's tree, or none."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from targets.models import Plan, Task, User
from targets.rules.outline import Heading
from targets.services import tasks
from targets.services.writing import lock, writing


def add_outline(plan: Plan, headings: Sequence[Heading], *, by: User | None) -> list[Task]:
    """Adds the nodes after those that the plan has. Raises ValidationError naming the line that cannot be kept."""
    with writing(by, "add an outline"):
        lock(plan)
        _refuse_taken(plan, headings)
        above: list[Task] = []
        added = []
        for heading in headings:
            del above[heading.depth :]
            above.append(tasks.add(_node(plan, heading, above[-1] if above else None), by=by))
            added.append(above[-1])
    return added


def _node(plan: Plan, heading: Heading, parent: Task | None) -> Task:
    return Task(plan=plan, parent=parent, kind=heading.kind, number=heading.number, name=heading.name)


def _refuse_taken(plan: Plan, headings: Sequence[Heading]) -> None:
    """Below their own parents the numbers were compared when the outline was read; at the top there may be others."""
    taken = set(Task.objects.filter(plan=plan, parent=None).exclude(number="").values_list("number", flat=True))
    for heading in headings:
        if heading.depth == 0 and heading.number in taken:
            message = _("Line %(line)d: “%(number)s” stands at the top of this plan already. Give another number.")
            raise ValidationError(message % {"line": heading.line, "number": heading.number}, "taken")
