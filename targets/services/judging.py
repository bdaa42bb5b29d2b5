"""Stored verdicts kept true: whatever changes an input is judged again in the same transaction, once, as a set.

Verbs only tell what they touched; `together` judges when the outermost of them ends. Time alone changes verdicts as
well: `manage.py assess` judges everything once a day.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db.models import Model, Q

from targets import models
from targets.models import Target
from targets.queries.days import today
from targets.queries.organisations import with_those_below
from targets.services.assessments import judge_again

INPUTS: dict[type[Model], tuple[str, ...]] = {
    models.Indicator: ("accumulation", "direction", "frequency"),
    models.Series: ("indicator",),
    models.Plan: ("period_start", "owner"),
    models.Organisation: ("parent",),
    models.Target: ("series",),
}
"""Columns of editable records on which verdicts rest."""


@dataclass
class Touched:
    """What was changed, by the rows that verdicts hang on."""

    targets: set[int] = field(default_factory=set)
    series: set[int] = field(default_factory=set)
    indicators: set[int] = field(default_factory=set)
    plans: set[int] = field(default_factory=set)
    organisations: set[int] = field(default_factory=set)
    everything: bool = False

    def condition(self) -> Q | None:
        """The targets to judge again; None if there are none."""
        if self.everything:
            return Q()
        ways = {
            "pk__in": self.targets,
            "series__in": self.series,
            "series__indicator__in": self.indicators,
            "plan__in": self.plans,
            "plan__owner__in": with_those_below(self.organisations),
        }
        found = [Q(**{way: keys}) for way, keys in ways.items() if keys]
        return None if not found else _any(found)


_touched: ContextVar[Touched | None] = ContextVar("touched", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Collects what the verbs within touch, and judges it when the outermost such block ends; in a transaction."""
    if _touched.get() is not None:
        yield
        return
    touched = Touched()
    token = _touched.set(touched)
    try:
        yield
    finally:
        _touched.reset(token)
    condition = touched.condition()
    if condition is not None:
        keys = Target.objects.filter(condition).order_by("pk").values_list("pk", flat=True)
        judge_again(list(keys), day=today())


def touch(**changed: Iterable[int] | bool) -> None:
    """Tells what a verb has changed: `targets`, `series`, `plans` and so on by id, or `everything=True`."""
    touched = _touched.get()
    assert touched is not None, "verbs run inside writing()"  # noqa: S101
    for kind, keys in changed.items():
        if isinstance(keys, bool):
            touched.everything = touched.everything or keys
        else:
            getattr(touched, kind).update(keys)


def edited(row: Model, names: Iterable[str]) -> None:
    """Touches what hangs on an edited record, if one of the columns that changed is an input."""
    if set(names) & set(INPUTS.get(type(row), ())):
        kind = "series" if isinstance(row, models.Series) else f"{row._meta.model_name}s"
        touch(**{kind: [row.pk]})


def _any(conditions: list[Q]) -> Q:
    either = Q()
    for condition in conditions:
        either |= condition
    return either
