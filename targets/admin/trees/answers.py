"""What the pages of a tree answer: to the script of the page in JSON, to a browser without it by leading back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from targets.admin.forms import messages_by_field
from targets.models import Plan
from targets.rules.terms import PlanStatus

UNDO = "undo"
"""Where a session keeps what the next page of the plan offers to undo."""


def is_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def address(plan: Plan, node: str = "") -> str:
    """The plan's page, at a node of it: `task-5`."""
    place = f"#{node}" if node else ""
    return reverse("admin:targets_plan_change", args=[plan.pk]) + place


def refused(request: HttpRequest, plan: Plan, error: ValidationError) -> HttpResponse:
    """Why nothing was done; 409 where the cause is that somebody else was quicker."""
    code = getattr(error, "code", None) or "refused"
    if is_script(request):
        found = {"errors": messages_by_field(error), "code": code}
        return JsonResponse(found, status=409 if code == "stale" else 422)
    messages.error(request, " ".join(error.messages))
    return HttpResponseRedirect(address(plan))


def wrong(request: HttpRequest, plan: Plan, form: Any) -> HttpResponse:
    """What was typed cannot be taken, field by field."""
    return refused(request, plan, ValidationError({name: list(texts) for name, texts in form.errors.items()}))


def demand_open(plan: Plan) -> None:
    """Raises ValidationError where the plan was archived: it is read, not edited."""
    if plan.status == PlanStatus.ARCHIVED:
        raise ValidationError(_("This plan is archived. Restore it first, then edit it."), "archived")


def undo_of(request: HttpRequest, plan: Plan) -> Any:
    """What was done last in the plan, offered once to be undone."""
    kept = request.session.get(UNDO)
    return request.session.pop(UNDO) if kept and kept.get("plan") == plan.pk else None
