"""Who changed a row, when, why, from what to what: read from the events that the database keeps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.admin.utils import display_for_field
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from targets.access import visible

SHOWN = 200
"""How many changes the page of a row goes back."""
MACHINERY = {"id", "version", "changed_at", "sort_key", "path"}
KINDS = {"insert": gettext_lazy("added"), "update": gettext_lazy("changed"), "delete": gettext_lazy("removed")}


@dataclass(frozen=True)
class Difference:
    """One field, before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One change of a row."""

    at: datetime
    kind: str
    actor: str
    reason: str
    differences: tuple[Difference, ...]


def of(row: Any, user: Any) -> list[Change]:
    """The changes of a row, newest first; empty where no history is kept."""
    model = event_model(type(row))
    if model is None:
        return []
    newest = model._default_manager.filter(pgh_obj_id=row.pk).select_related("pgh_context").order_by("-pgh_id")
    events = list(newest[: SHOWN + 1])
    pairs = zip(events, [*events[1:], None], strict=True)
    return [_change(event, earlier, user) for event, earlier in pairs][:SHOWN]


def event_model(model: type[Model]) -> Any:
    """The table of events of a model, None where it has none."""
    try:
        return apps.get_model("targets", f"{model.__name__}Event")
    except LookupError:
        return None


def reasons_of_adding(rows: Iterable[Model]) -> dict[int, str]:
    """Why each of these rows of one kind was added, where that was said; by their ids."""
    listed = list(rows)
    model = event_model(type(listed[0])) if listed else None
    if model is None:
        return {}
    added = model._default_manager.filter(pgh_obj_id__in=[row.pk for row in listed], pgh_label="insert")
    return {event.pgh_obj_id: str(_told(event).get("reason") or "") for event in added.select_related("pgh_context")}


def actor_of(event: Any) -> str:
    """Who acted, as the history keeps it."""
    return str(_told(event).get("actor_name") or "—")


def _told(event: Any) -> dict[str, Any]:
    return (event.pgh_context.metadata if event.pgh_context else None) or {}


def _change(event: Any, earlier: Any, user: Any) -> Change:
    return Change(
        at=event.pgh_created_at,
        kind=str(KINDS.get(event.pgh_label, event.pgh_label)),
        actor=actor_of(event),
        reason=str(_told(event).get("reason") or ""),
        differences=tuple(_differences(event, earlier, user)) if event.pgh_label == "update" else (),
    )


def _differences(event: Any, earlier: Any, user: Any) -> Iterator[Difference]:
    if earlier is None:
        return
    for field in event._meta.concrete_fields:
        if field.name in MACHINERY or field.name.startswith("pgh_"):
            continue
        before, after = getattr(earlier, field.attname), getattr(event, field.attname)
        if before != after:
            yield Difference(
                capfirst(str(field.verbose_name)), *(_shown(field, value, user) for value in (before, after))
            )


def _shown(field: Any, value: Any, user: Any) -> str:
    if value is None or value in ("", []):
        return _("blank")
    if field.is_relation:
        row = visible(field.remote_field.model._default_manager.filter(pk=value), user).first()
        return str(row) if row else f"#{value}"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(display_for_field(value, field, "—"))
