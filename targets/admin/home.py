"""The first page: what the register holds and what waits for someone."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Case, Q, Value, When
from django.urls import reverse

from targets.access import visible
from targets.admin import history, home_lights
from targets.admin.demo import is_demo
from targets.admin.lists import saying
from targets.models import (
    AssessmentPolicy,
    Indicator,
    Observation,
    Organisation,
    Plan,
    Series,
    Target,
    TargetRevision,
    Task,
)
from targets.models.base import DEMO_PREFIX
from targets.queries.days import now, today
from targets.rules.terms import ObservationStatus, PlanStatus

PLANS = 12
CHANGES = 10
WATCHED = (Plan, Task, Target, TargetRevision, Observation, Series, Indicator, Organisation, AssessmentPolicy)


class Latest(NamedTuple):
    """One change of late."""

    at: datetime
    actor: str
    kind: str
    noun: str
    row: Any
    url: str
    is_demo: bool


def overview(user: Any) -> dict[str, Any]:
    """What the page shows to this user. The figures are of the record alone; the demonstration is only listed."""
    plans = visible(Plan.objects.exclude(status=PlanStatus.ARCHIVED), user)
    targets = visible(Target.objects.real(), user)
    waiting = visible(Observation.objects.filter(status=ObservationStatus.SUBMITTED), user)
    shown = list(plans.with_counts().order_by(_demo_last(), "-changed_at")[:PLANS])
    tallies = home_lights.by_plan(shown, user)
    return {
        "plans": [(plan, is_demo(plan), tallies.get(plan.pk, "")) for plan in shown],
        "lights": home_lights.figures(user),
        "turned": home_lights.turned(user),
        "has_demo": plans.demo().exists(),
        "figures": {
            "plans": plans.real().count(),
            "targets": targets.on_register(today(), now()).count(),
            "waiting": waiting.exclude(series__code__startswith=DEMO_PREFIX).count(),
            "baseless": saying(targets, base_value__isnull=True).count(),
            "flagged": saying(targets, flags__len__gt=0).count(),
            "undated": saying(targets, deadline__isnull=True).count(),
        },
        "changes": latest(user),
    }


def _demo_last() -> Case:
    return Case(When(code__startswith=DEMO_PREFIX, then=Value(1)), default=Value(0))


def latest(user: Any) -> list[Latest]:
    """The last changes of the main nouns, whoever made them."""
    found = [change for model in WATCHED for change in _of(model, user)]
    return sorted(found, key=lambda change: change.at, reverse=True)[:CHANGES]


def _of(model: Any, user: Any) -> list[Latest]:
    events = history.event_model(model)
    rows = events._default_manager.filter(
        ~Q(pgh_label="delete"), pgh_obj__in=visible(model._default_manager.all(), user)
    )
    newest = rows.select_related("pgh_context").order_by("-pgh_id")[:CHANGES]
    named = {row.pk: row for row in _rows(model, [event.pgh_obj_id for event in newest])}
    return [_latest(event, named[event.pgh_obj_id]) for event in newest if event.pgh_obj_id in named]


def _rows(model: Any, keys: list[int]) -> Any:
    needs = {Series: ("indicator", "area", "organisation"), Observation: ("series",), TargetRevision: ("target",)}
    return model._default_manager.filter(pk__in=keys).select_related(*needs.get(model, ()))


def _latest(event: Any, row: Any) -> Latest:
    opts = row._meta
    return Latest(
        at=event.pgh_created_at,
        actor=history.actor_of(event),
        kind=str(history.KINDS.get(event.pgh_label, event.pgh_label)),
        noun=str(opts.verbose_name),
        row=row,
        url=reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[row.pk]),
        is_demo=is_demo(row),
    )
