"""The first page: what waits for somebody, how things stand, and what was changed of late."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from targets.access import may
from targets.admin.filters.bar import at_home
from targets.admin.guide.steps import steps
from targets.admin.home import latest, over_time, plans, work
from targets.models import AssessmentRun, Plan
from targets.queries import desk
from targets.queries.days import now, today
from targets.queries.desk import Scope
from targets.queries.guide import example

COOKIE = "desk-whose"
WHOSE = ("mine", "all")
YEAR = 366 * 24 * 3600


def overview(request: HttpRequest) -> dict[str, Any]:
    """What the page shows to this user. The figures are of the record alone; the demonstration is only listed."""
    user: Any = request.user
    scope = scope_of(request)
    numbers, counts = desk.numbers(scope), desk.lights(scope)
    return {
        "scope": scope,
        "figures": work.figures(scope, numbers),
        "held": work.held(scope, numbers, counts),
        "blocks": work.blocks(scope, numbers),
        "plans": plans.rows(scope),
        "over_time": over_time.over_time(scope, counts, request.GET.get("step", "")),
        "changes": latest.latest(user),
        "saved": at_home(user),
        "has_demo": desk.has_demonstration(user),
        **first_plan(user),
        "may_add_plan": may(user, "add", Plan),
        "judged_on": AssessmentRun.objects.values_list("judged_on", flat=True).first(),
    }


def first_plan(user: Any) -> dict[str, Any]:
    """Whether a plan of the record is still to come, and then the steps to it and an example."""
    is_new = not desk.has_plan_of_the_record(user)
    return {"is_new": is_new} | ({"steps": steps(None, None), "example": example(user)} if is_new else {})


def scope_of(request: HttpRequest) -> Scope:
    """All that the user sees, or their own: as the address says, else as chosen before, else by their role."""
    user: Any = request.user
    everything = Scope(user=user, day=today(), known_at=now())
    asked = request.GET.get("whose") or request.COOKIES.get(COOKIE)
    chosen = asked if asked in WHOSE else ("all" if user.is_superuser else "mine")
    is_own = chosen == "mine" and everything.may_narrow
    return Scope(user=user, day=everything.day, known_at=everything.known_at, is_own=is_own)


def remember(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Keeps the choice of whose rows are shown for the next time."""
    if (asked := request.GET.get("whose")) in WHOSE:
        answer.set_cookie(COOKIE, str(asked), max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return answer
