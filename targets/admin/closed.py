"""What the pages of an archived plan, and of what belongs to it, say and leave out."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from targets.access import may
from targets.access.belonging import is_closed, plan_of
from targets.admin.figures import say
from targets.queries.archives import archived_at
from targets.rules.moments import on_day


def closed(row: Any, user: Any) -> dict[str, Any] | None:
    """The plan that is archived, since when, and whether the user may restore it; None for what is open."""
    plan = plan_of(row)
    if plan is None or not is_closed(plan):
        return None
    at = archived_at(plan)
    since = say(on_day(timezone.localdate(at))) if at else ""
    return {"plan": plan, "since": since, "may_restore": may(user, "publish", plan)}


def is_only_read(request: HttpRequest, row: Any) -> bool:
    """Whether the page of the row is shown without its form.

    What is sent from a form that was opened before goes on to the service, which refuses it: so nothing typed is lost.
    """
    return request.method in ("GET", "HEAD") and is_closed(row)
