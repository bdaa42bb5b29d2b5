"""Renewing the printed numbers of a tree: never without a preview, and undone as long as nobody touched the nodes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from targets.access import visible
from targets.admin.keeping import actor
from targets.admin.trees.answers import UNDO, address, demand_open
from targets.models import Plan, Task
from targets.rules.numbering import Heading, count_of, families, renumbered, runs_on
from targets.services import tasks
from targets.services.tasks import NumberSeen
from targets.services.writing import Stale

MOST_NAMED = 4
"""So many numbers tell a level from others."""


@dataclass(frozen=True, kw_only=True)
class Level:
    """A level of the tree as the form offers it."""

    depth: int
    example: str
    count: int
    is_chosen: bool
    may_run_on: bool
    runs_on: bool


@dataclass(frozen=True, kw_only=True)
class Line:
    """A node whose number changes."""

    task: Task
    before: str
    after: str


class Chosen(forms.Form):
    """What the address asks for: levels to renew, and those that are counted through all parents."""

    level = forms.TypedMultipleChoiceField(coerce=int, required=False)
    through = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, data: Any, depths: int) -> None:
        super().__init__(data)
        for name in ("level", "through"):
            self.fields[name].choices = [(depth, str(depth)) for depth in range(depths)]  # type: ignore[attr-defined]


class NumberPages:
    """What a plan's page needs so that the numbers in its tree can be renewed."""

    def verbs(self) -> list[tuple[str, Any]]:
        return [*super().verbs(), ("renumber", self.renumber_view)]  # type: ignore[misc]

    def renumber_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        """Shows which numbers would change; once confirmed, or to undo it, gives the nodes those numbers."""
        plan = self.row_or_404(request, object_id, "change")
        if request.method == "POST":
            return _renumber(request, plan)
        nodes = list(visible(Task.objects.filter(plan=plan), request.user).order_by("path", "id"))
        tree = [Heading(node.pk, node.parent_id, len(node.path) - 1, node.number) for node in nodes]
        levels = _levels(request, tree)
        through = {level.depth for level in levels if level.runs_on}
        new = renumbered(tree, {level.depth for level in levels if level.is_chosen}, through)
        lines = [Line(task=node, before=node.number, after=new[node.pk]) for node in nodes if node.pk in new]
        context = {
            "title": gettext("Renumber"),
            "back": address(plan),
            "levels": levels,
            "lines": lines,
            "numbers": json.dumps([[line.task.pk, line.after, line.task.version] for line in lines]),
            "unnumbered": sum(not node.number for node in nodes),
            "button": ngettext("Change %d number", "Change %d numbers", len(lines)) % len(lines),
        }
        return self.show(request, plan, "targets/renumber.html", context)


def _levels(request: HttpRequest, tree: Sequence[Heading]) -> list[Level]:
    """Levels that have numbers. Until somebody chooses, all are renewed and run on where they do so already."""
    depths = max((heading.depth for heading in tree), default=-1) + 1
    chosen = Chosen(request.GET, depths)
    asked = chosen.cleaned_data if chosen.is_valid() else {}
    is_first = "chosen" not in request.GET
    return [
        Level(
            depth=depth,
            example="  ".join(numbers[:MOST_NAMED]) + (" …" if len(numbers) > MOST_NAMED else ""),
            count=count_of(numbers),
            is_chosen=is_first or depth in asked.get("level", ()),
            may_run_on=len(lists) > 1,
            runs_on=runs_on(lists) if is_first else depth in asked.get("through", ()),
        )
        for depth in range(depths)
        for lists in [families(tree, depth)]
        for numbers in [[number for family in lists for number in family if number]]
        if count_of(numbers)
    ]


def _renumber(request: HttpRequest, plan: Plan) -> HttpResponse:
    try:
        demand_open(plan)
        wanted = _wanted(request.POST.get("numbers", ""))
        before = dict(Task.objects.filter(plan=plan, pk__in=wanted).values_list("pk", "number"))
        changed = tasks.renumber(plan, wanted, by=actor(request))
    except Stale:
        gone = gettext("Someone changed one of these nodes in the meantime, so all numbers stay as they are.")
        messages.error(request, gone)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        said = ngettext("%d number changed.", "%d numbers changed.", len(changed)) % len(changed)
        back = json.dumps([[node.pk, before[node.pk], node.version] for node in changed])
        request.session[UNDO] = {
            "plan": plan.pk,
            "address": reverse("admin:targets_plan_renumber", args=[plan.pk]),
            "said": said,
            "fields": {"numbers": back},
        }
    return HttpResponseRedirect(address(plan))


def _wanted(sent: str) -> dict[int, NumberSeen]:
    """The numbers that the preview showed. Raises ValidationError for what no preview ever sent."""
    try:
        rows = json.loads(sent)
        wanted = {key: NumberSeen(number, version) for key, number, version in rows}
        is_known = all(
            type(key) is int and type(seen.version) is int and isinstance(seen.number, str) and 0 < key < 2**63
            for key, seen in wanted.items()
        )
    except (ValueError, TypeError, RecursionError):
        is_known = False
    if not is_known or not wanted:
        raise ValidationError(gettext("No numbers to change were sent. Open the preview again."), "refused")
    return wanted
