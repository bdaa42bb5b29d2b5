"""The demonstration: everything whose code begins with demo-, and what hangs on it; removed as a whole, or not at all."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import ForeignKey, Model, Q, QuerySet
from django.utils.translation import gettext as _

from targets import models
from targets.models.base import DEMO_PREFIX, Coded
from targets.services import policies
from targets.services.writing import writing

BELONGS: dict[type[Model], tuple[str, ...]] = {
    models.Assessment: ("target",),
    models.AssessmentChange: ("target",),
    models.AssessmentPolicy: (),
    models.Citation: ("source",),
    models.AreaPart: ("whole",),
    models.Membership: ("organisation",),
    models.TargetRevision: ("target",),
    models.Milestone: ("target",),
    models.Update: ("task",),
    models.Responsibility: ("task", "target"),
    models.Observation: ("series",),
}
"""Rows are of the demonstration when the row that they belong to is; those that belong to none, by their own code."""

SHOWN = 10


def drop(*, by: models.User | None) -> Counter[type[Model]]:
    """Removes every row of the demonstration and says how many of each kind.

    Raises ValidationError, and removes nothing, while a real row rests on one of them.
    """
    with writing(by, "drop the demonstration"):
        if resting := list(_resting()):
            raise ValidationError([_words(*pair) for pair in resting[:SHOWN]], "in_use")
        for policy in rows(models.AssessmentPolicy):
            policies.touch(policy)
        # All are found before the first goes: afterwards nobody could tell what the others belonged to.
        chosen = {model: list(rows(model).values_list("pk", flat=True)) for model in _kept()}
        return _delete(chosen)


def rows(model: type[Model]) -> QuerySet[Any]:
    """The rows of the model that belong to the demonstration."""
    return model._default_manager.filter(_of_demonstration(model))


def _of_demonstration(model: type[Model]) -> Q:
    if not BELONGS.get(model):
        return Q(code__startswith=DEMO_PREFIX)
    condition = Q()
    for name in BELONGS[model]:
        condition |= Q(**{f"{name}__code__startswith": DEMO_PREFIX})
    return condition


def _kept() -> list[type[Model]]:
    """Every model that can hold rows of the demonstration; those first whose rows belong to another.

    The database lets recorded rows go only while it sees that they belong to the demonstration.
    """
    coded = (model for model in apps.get_app_config("targets").get_models() if issubclass(model, Coded))
    return [*BELONGS, *coded]


def _resting() -> Iterator[tuple[Model, Model]]:
    """Real rows that point at a row of the demonstration, each with that row."""
    for model in _kept():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model in _kept():
                pointed_to = rows(field.related_model).values("pk")
                real = model._default_manager.exclude(pk__in=rows(model).values("pk"))
                for row in real.filter(**{f"{field.name}__in": pointed_to}).select_related(field.name)[:SHOWN]:
                    yield row, getattr(row, field.name)


def _words(row: Model, pointed_to: Model) -> str:
    return _(
        "%(kind)s “%(row)s” is no part of the demonstration but rests on %(other)s. Change or remove it first."
    ) % {
        "kind": row._meta.verbose_name,
        "row": getattr(row, "code", "") or row,
        "other": getattr(pointed_to, "code", "") or pointed_to,
    }


def _delete(chosen: dict[type[Model], list[Any]]) -> Counter[type[Model]]:
    """Removes rows in the order given: PostgreSQL checks the foreign keys at the end of the verb."""
    deleted: Counter[type[Model]] = Counter()
    for model, pks in chosen.items():
        if pks:
            deleted[model] = model._default_manager.filter(pk__in=pks)._raw_delete(connection.alias)
    return deleted
