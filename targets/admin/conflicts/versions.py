"""Earlier versions of a row and who made the later ones, from the history that the database keeps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from targets.admin.history import actor_of, event_model


@dataclass(frozen=True)
class Deed:
    """Who did something to a row, and when; the time is None where no history is kept."""

    by: str
    at: datetime | None
    reason: str = ""


def version_of(row: Model, number: Any) -> Any:
    """The row as it stood under a version, as an event of its history; None if that is not known."""
    events = event_model(type(row))
    if events is None or number is None:
        return None
    return events._default_manager.filter(pgh_obj_id=row.pk, version=number).order_by("-pgh_id").first()


def changes_since(row: Model, number: Any) -> Deed:
    """Who changed a row after a version: all their names, and when the last of them did."""
    events = _events(type(row), row.pk)
    if number is not None:
        events = [event for event in events if event.version > number] or events[-1:]
    names = dict.fromkeys(actor_of(event) for event in events)
    return Deed("、".join(names) or "—", events[-1].pgh_created_at if events else None)


def removal_of(model: type[Model], key: Any) -> tuple[Any, Deed] | None:
    """The last version of a row that was removed, and who removed it; None if there never was one."""
    last = next((event for event in reversed(_events(model, key)) if event.pgh_label == "delete"), None)
    return (last, Deed(actor_of(last), last.pgh_created_at)) if last else None


def _events(model: type[Model], key: Any) -> list[Any]:
    events = event_model(model)
    if events is None:
        return []
    return list(events._default_manager.filter(pgh_obj_id=key).select_related("pgh_context").order_by("pgh_id"))
