"""The last changes of the main nouns, whoever made them."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Q
from django.urls import reverse

from targets.access import visible
from targets.admin import history
from targets.admin.demo import is_demo
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

CHANGES = 10
LOOKED_AT = 200
"""So many of the newest events of a noun are looked through; to look for older ones would be to scan all of history."""
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


def latest(user: Any) -> list[Latest]:
    found = [change for model in WATCHED for change in _of(model, user)]
    return sorted(found, key=lambda change: change.at, reverse=True)[:CHANGES]


def _of(model: Any, user: Any) -> list[Latest]:
    events = history.event_model(model)._default_manager.filter(~Q(pgh_label="delete")).order_by("-pgh_id")
    keys = list(events.values_list("pgh_id", "pgh_obj_id")[:LOOKED_AT])
    named = {row.pk: row for row in _rows(model, {row for _, row in keys}, user)}
    newest = [event for event, row in keys if row in named][:CHANGES]
    return [
        _latest(event, named[event.pgh_obj_id])
        for event in events.filter(pgh_id__in=newest).select_related("pgh_context")
    ]


def _rows(model: Any, keys: set[int], user: Any) -> Any:
    needs = {Series: ("indicator", "area", "organisation"), Observation: ("series",), TargetRevision: ("target",)}
    rows = visible(model._default_manager.filter(pk__in=keys), user)
    return rows.select_related(*needs.get(model, ()))


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
