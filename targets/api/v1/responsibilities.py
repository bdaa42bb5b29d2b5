"""The part of organisations in tasks and targets; shown inside these."""

from collections.abc import Iterable

from django.db.models import Q

from targets.api.v1.values import Json, Links
from targets.models import Organisation, Responsibility


def show_responsibilities(links: Links, rows: Iterable[Responsibility]) -> list[Json]:
    return [
        {"organisation": links.named("organisations", row.organisation), "role": row.role, "rule": row.rule}
        for row in rows
    ]


def has_part(body: Organisation, kind: str) -> Q:
    """The condition on tasks or targets in which the organisation has a part; `kind` is `task` or `target`."""
    rows = Responsibility.objects.filter(organisation=body, **{f"{kind}__isnull": False})
    return Q(pk__in=rows.values(kind))
