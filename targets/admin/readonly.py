"""Values of rows that may be looked at and not changed, shown as people write them and not as they are stored."""

from collections.abc import Callable
from typing import Any

from django.db import models

from targets.access import visible
from targets.admin.figures import bare
from targets.admin.lists import chips
from targets.models.base import FlagsField


def readable(fieldsets: Any, row: models.Model, user: Any) -> list[Any]:
    """The same fieldsets; numbers, flags and rows that the user may not see give way to functions that show them."""
    return [
        (name, options | {"fields": [_shown(each, row, user) for each in options["fields"]]})
        for name, options in fieldsets
    ]


def _shown(entry: Any, row: models.Model, user: Any) -> Any:
    if isinstance(entry, tuple | list):
        return tuple(_shown(each, row, user) for each in entry)
    field = next((each for each in row._meta.fields if each.name == entry), None)
    if isinstance(field, FlagsField):
        return _as(field, lambda flags: chips(flags) or "—")
    if isinstance(field, models.ForeignKey) and _is_hidden(field, row, user):
        return _as(field, lambda other: "—")
    return _as(field, bare) if isinstance(field, models.DecimalField) else entry


def _is_hidden(field: Any, row: models.Model, user: Any) -> bool:
    """Whether the row points to one that does not exist for the user, such as another body's draft."""
    key = getattr(row, field.attname)
    return key is not None and not visible(field.related_model._default_manager.filter(pk=key), user).exists()


def _as(field: Any, show: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def shown(row: Any) -> Any:
        return show(getattr(row, field.name))

    # Label and help are looked up by these.
    shown.__name__ = field.name
    shown.short_description = field.verbose_name  # type: ignore[attr-defined]
    return shown
