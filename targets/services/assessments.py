"""Verdicts as they are kept: judged, compared with what is stored, and written where they changed.

A few targets are judged by the rule in Python, many by its twin in SQL, which needs a moment to be planned and then
judges thousands at once. Methods that the twin does not know are always judged in Python.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from targets.models import Assessment, AssessmentChange, AssessmentRun, Plan, Target
from targets.models.expressions import keeping
from targets.queries.days import now
from targets.queries.questions import Judged, judged
from targets.rules.numbers import rounded
from targets.rules.verdict_answer import NUMBERS, TEN

FEW = 30
"""So many targets are judged in Python at the most."""
BATCH = 10_000
"""So many are written in one transaction."""
SPAN = 25_000
"""In such spans of ids stored verdicts are compared with what they should be."""


def judge_again(keys: list[int], *, day: date, known_at: datetime) -> int:
    """Judges these targets and writes what changed; says how many verdicts did.

    The rows are locked first and read afterwards, so that of two writers the later one sees what the earlier did.
    """
    _lock(keys)
    if len(keys) <= FEW:
        return _judge_by_rule(keys, day, known_at)
    times = {"keys": keys, "day": day, "known_at": known_at}
    changed: int = _rows(keeping.renewed(), times)[0][0]
    others = [key for (key,) in _rows(keeping.others(), times)]
    return changed + sum(_judge_by_rule(some, day, known_at) for some in _batches(others, 1000))


def _rows(statement: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return list(cursor.fetchall())


def _batches(keys: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def _judge_by_rule(keys: list[int], day: date, known_at: datetime) -> int:
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


def judge_all(
    *, plan: Plan | None = None, day: date, tell: Callable[[int, int], None] = lambda done, total: None
) -> AssessmentRun:
    """Judges every target, or those of a plan, as of a day, and writes only what changed.

    `tell` hears how many of how many targets are done. The run is remembered when it was for everything.
    """
    targets = Target.objects.all() if plan is None else Target.objects.filter(plan=plan)
    total, done, changed = targets.count(), 0, 0
    for span in _spans(targets):
        changed += sum(_renew(keys, day) for keys in _batches(_stale(span, day), BATCH))
        done += len(span)
        tell(done, total)
    run = AssessmentRun(judged_on=day, targets=total, changed=changed)
    if plan is None:
        run.save()
    return run


def _spans(targets: QuerySet[Target]) -> Iterator[list[int]]:
    yield from _batches(list(targets.order_by("pk").values_list("pk", flat=True)), SPAN)


def _stale(keys: list[int], day: date) -> list[int]:
    """Those whose stored verdict no longer holds, found without a lock: most do hold."""
    times = {"first": keys[0], "last": keys[-1], "day": day, "known_at": now()}
    wanted = set(keys)
    return sorted(key for (key,) in _rows(keeping.stale(), times) if key in wanted)


def _renew(keys: list[int], day: date) -> int:
    with transaction.atomic():
        return judge_again(keys, day=day, known_at=now())
