"""What goes with a row that is removed, and what keeps it from going; named for a few rows, counted for all."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from targets.access import visible

NAMED = 10
"""How many rows are named."""


def what_goes(rows: Any, user: Any, site: Any) -> tuple[list[str], dict[str, int], set[str], list[str]]:
    """As the page that asks before removing wants it: the rows, how many of which kind go, and what still uses them."""
    collector = NestedObjects(using="default", origin=rows)
    collector.collect(rows)
    going: dict[Any, set[Any]] = collector.model_objs
    counts = {str(model._meta.verbose_name_plural): len(found) for model, found in going.items()}
    listed = [str(row) for row in rows[:NAMED]]
    return listed, counts, set(), list(_named(collector.protected, user, site))


def _named(rows: Iterable[Any], user: Any, site: Any) -> Iterable[str]:
    """The first of the rows, as far as the user may see them, with a word on the others."""
    ordered = sorted(rows, key=lambda row: (row._meta.label, row.pk))
    shown = 0
    for kind, some in groupby(ordered[:NAMED], key=type):
        model: Any = kind
        other = site.get_model_admin(model) if site.is_registered(model) else None
        found = visible(model._default_manager.filter(pk__in=[row.pk for row in some]).order_by("pk"), user)
        for row in found.select_related(*other.label_needs) if other and other.label_needs else found:
            shown += 1
            yield f"{capfirst(str(model._meta.verbose_name))}: {other.label_of(row) if other else row}"
    if shown < len(ordered):
        yield _("and other rows")
