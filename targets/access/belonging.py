"""To which plan a row belongs."""

from typing import Any

from django.db.models import Model

from targets import models
from targets.rules.terms import PlanStatus

OF_A_PLAN: dict[type[Model], str] = {
    models.Task: "plan",
    models.Target: "plan",
    models.TargetRevision: "target__plan",
    models.Milestone: "target__plan",
    models.Update: "task__plan",
}
WORKED_OUT: dict[type[Model], str] = {models.Assessment: "plan", models.AssessmentChange: "target__plan"}
"""What the program itself writes about the rows of a plan: seen with it, changed by nobody."""


def to_plan(model: type[Model]) -> str:
    return OF_A_PLAN.get(model) or WORKED_OUT[model]


def plan_of(thing: Any) -> models.Plan | None:
    """The plan that a row, perhaps a half-filled one, belongs to; None for what belongs to no plan."""
    if isinstance(thing, models.Responsibility):
        return plan_of(thing.task or thing.target)
    while thing is not None and not isinstance(thing, models.Plan):
        path = OF_A_PLAN.get(type(thing))
        thing = getattr(thing, path.partition("__")[0], None) if path else None
    return thing


def is_closed(thing: Any) -> bool:
    """Whether the row belongs to an archived plan, so that it is read and not written by anybody."""
    plan = plan_of(thing)
    return plan is not None and plan.status == PlanStatus.ARCHIVED
