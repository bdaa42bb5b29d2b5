"""Stored verdicts kept true: whatever changes an input is judged again in the same transaction, once, as a set.

Verbs only tell what they touched; `together` judges when the outermost of them ends. Time alone changes verdicts as
well: `manage.py assess` judges everything once a day.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from targets import models
from targets.models import Assessment, AssessmentChange, AssessmentRun, Target
from targets.queries.days import now, today
from targets.queries.organisations import with_those_below
from targets.queries.questions import Judged, judged
from targets.rules.numbers import rounded
from targets.rules.verdict_answer import NUMBERS, TEN

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
        judge_again(list(keys), day=today(), known_at=now())


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


def judge_again(keys: list[int], *, day: date, known_at: datetime) -> int:
    """Judges these targets and writes what changed; says how many verdicts did.

    The rows are locked first and read afterwards, so that of two writers the later one sees what the earlier did.
    """
    _lock(keys)
    before = Assessment.objects.in_bulk(keys)
    found = {each.target.pk: as_row(each, day) for each in judged(_targets(keys), day=day, known_at=known_at)}
    changed = {key: row for key, row in found.items() if key not in before or _differ(row, before[key])}
    gone = {key: row for key, row in before.items() if key not in found}
    _write(changed.values(), gone)
    _log(changed, gone, before, day)
    return len(changed) + len(gone)


def _targets(keys: list[int]) -> Any:
    return Target.objects.filter(pk__in=keys)


def _lock(keys: list[int]) -> None:
    """In the order of their ids, so that two writers never wait for each other."""
    list(_targets(keys).order_by("pk").select_for_update(of=("self",), no_key=True).values_list("pk"))


COMPARED = [each.attname for each in Assessment._meta.concrete_fields if each.name not in ("target", "judged_on")]
"""Columns that make a verdict another one; that it was judged again on a later day does not."""


def _differ(one: Assessment, other: Assessment) -> bool:
    return any(getattr(one, name) != getattr(other, name) for name in COMPARED)


def as_row(each: Judged, day: date) -> Assessment:
    """A verdict in the columns in which it is kept."""
    verdict, finding = each.assessment, each.judgement.finding
    kept, tested = finding.periods or (None, None)
    last, covered = finding.measurement, verdict.coverage
    return Assessment(
        target_id=each.target.pk,
        plan_id=each.target.plan_id,
        revision_id=each.revision.pk,
        judged_on=day,
        light=verdict.light.value,
        pace=verdict.pace.value,
        attainment=verdict.attainment.value,
        reason=verdict.reason.value,
        ground=verdict.ground.value,
        method=verdict.method.value,
        policy_code=verdict.policy_code,
        policy_number=verdict.policy_version,
        value=_kept(verdict.value),
        period_start=None if last is None else last.start,
        period_end=verdict.period_end,
        **{name: _kept(getattr(verdict, name)) for name in NUMBERS},
        forecast_meets=verdict.forecast_meets,
        figure=_kept(finding.ruling.figure),
        periods_kept=kept,
        periods_tested=tested,
        coverage_reported=None if covered is None else covered.reported,
        coverage_due=None if covered is None else covered.due,
        flags=[flag.value for flag in verdict.flags],
    )


def _kept(number: Any) -> Any:
    return None if number is None else rounded(number, TEN)


def _write(changed: Iterable[Assessment], gone: Iterable[int]) -> None:
    columns = [each.name for each in Assessment._meta.concrete_fields if not each.primary_key]
    Assessment.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["target"], update_fields=columns, batch_size=1000
    )
    if gone:
        Assessment.objects.filter(pk__in=list(gone)).delete()


def _log(changed: dict[int, Assessment], gone: dict[int, Assessment], before: dict[int, Assessment], day: date) -> None:
    """One row for each light or pace that changed."""
    moved = [_change(row, before.get(key), day) for key, row in changed.items() if _moved(row, before.get(key))]
    ended = [_end(row, day) for row in gone.values()]
    AssessmentChange.objects.bulk_create([*moved, *ended], batch_size=1000)


def _moved(row: Assessment, before: Assessment | None) -> bool:
    return before is None or (row.light, row.pace) != (before.light, before.pace)


def _change(row: Assessment, before: Assessment | None, day: date) -> AssessmentChange:
    told = ("light", "pace", "attainment", "reason", "value", "period_end", "policy_code", "policy_number")
    return AssessmentChange(
        target_id=row.target_id,
        judged_on=day,
        light_before=before.light if before else "",
        pace_before=before.pace if before else "",
        **{name: getattr(row, name) for name in told},
    )


def _end(row: Assessment, day: date) -> AssessmentChange:
    """The target went out of force: no light follows."""
    change = _change(row, row, day)
    change.light = change.pace = ""
    return change


def _any(conditions: list[Q]) -> Q:
    either = Q()
    for condition in conditions:
        either |= condition
    return either


BATCH = 1000
"""How many targets are judged in one transaction."""


def judge_all(
    *, plan: models.Plan | None = None, day: date, tell: Callable[[int, int], None] = lambda done, total: None
) -> AssessmentRun:
    """Judges every target, or those of a plan, as of a day, and writes only what changed.

    `tell` hears how many of how many targets are done. The run is remembered when it was for everything.
    """
    keys = list(_of(plan).order_by("pk").values_list("pk", flat=True))
    changed = 0
    for start in range(0, len(keys), BATCH):
        with transaction.atomic():
            changed += judge_again(keys[start : start + BATCH], day=day, known_at=now())
        tell(min(start + BATCH, len(keys)), len(keys))
    run = AssessmentRun(judged_on=day, targets=len(keys), changed=changed)
    if plan is None:
        run.save()
    return run


def _of(plan: models.Plan | None) -> QuerySet[Target]:
    return Target.objects.all() if plan is None else Target.objects.filter(plan=plan)
