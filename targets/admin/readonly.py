"""Values of rows that may be looked at and not changed, shown as people write them and not as they are stored."""

from collections.abc import Callable
from typing import Any

from django.db import models

from targets.admin.figures import bare
from targets.admin.lists import chips
from targets.models.base import FlagsField


def readable(fieldsets: Any, model: type[models.Model]) -> list[Any]:
    """The same fieldsets; numbers and flags give way to functions that show them."""
    return [
        (name, options | {"fields": [_shown(each, model) for each in options["fields"]]}) for name, options in fieldsets
    ]


def _shown(entry: Any, model: type[models.Model]) -> Any:
    if isinstance(entry, tuple | list):
        return tuple(_shown(each, model) for each in entry)
    field = next((each for each in model._meta.fields if each.name == entry), None)
    if isinstance(field, FlagsField):
        return _as(field, lambda flags: chips(flags) or "—")
    return _as(field, bare) if isinstance(field, models.DecimalField) else entry


def _as(field: Any, show: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def shown(row: Any) -> Any:
        return show(getattr(row, field.name))

    # Label and help are looked up by these.
    shown.__name__ = field.name
    shown.short_description = field.verbose_name  # type: ignore[attr-defined]
    return shown
