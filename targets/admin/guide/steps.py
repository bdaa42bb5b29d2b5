"""The four steps of the guide, and how far a plan has come."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from targets.admin.fields import is_key
from targets.models import Observation, Plan, Target
from targets.queries.guide import Standing

NAMES = ("plan", "tree", "targets", "values")
STEP_OF = {Target: "targets", Observation: "values"}


@dataclass(frozen=True)
class Step:
    """One step: its place, what it is called, what it asks for, its page, and whether something is there already."""

    name: str
    place: int
    title: str
    hint: str
    url: str
    is_done: bool
    is_current: bool = False


def steps(plan: Plan | None, standing: Standing | None, current: str = "") -> list[Step]:
    """Without a plan only the first step has a page."""
    done = (False,) * 4
    if standing:
        done = True, *(bool(found.count) for found in (standing.tasks, standing.targets, standing.values))
    return [
        Step(name, place, title, hint, url_of(name, plan), is_done, name == current)
        for place, ((name, title, hint), is_done) in enumerate(zip(_words(), done, strict=True), 1)
    ]


def url_of(name: str, plan: Plan | None) -> str:
    if plan is None:
        return reverse("admin:targets_plan_guide") if name == "plan" else ""
    return reverse(f"admin:targets_plan_guide_{name}", args=[plan.pk])


def way_back(request: HttpRequest, row: Any) -> str:
    """The step that a form was opened from, to return to once it is saved; empty if it was opened elsewhere."""
    key = request.GET.get("guide", "")
    name = STEP_OF.get(type(row), "")
    return reverse(f"admin:targets_plan_guide_{name}", args=[key]) if name and is_key(key) else ""


def _words() -> tuple[tuple[str, str, str], ...]:
    return (
        ("plan", _("Plan"), _("its name, period and document")),
        ("tree", _("Tree"), _("actions and tasks, pasted as numbered lines")),
        ("targets", _("Targets"), _("each as it is printed: 超200万辆")),
        ("values", _("Values"), _("what has been reached so far")),
    )
