"""Verdicts as they are kept: judged, compared with what is stored, and written where they changed.

A few targets are judged by the rule in Python, many by its twin in SQL, which needs a moment to be planned and then
judges thousands at once. Methods that the twin does not know are always judged in Python.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from targets.models import Assessment, AssessmentRun, Plan, Target
from targets.models.expressions import keeping
from targets.models.statements import rows
from targets.queries.asked import Asked, asked
from targets.queries.days import ALL_RECORDED
from targets.rules.verdicts.answer import NUMBERS, written
from targets.rules.verdicts.assessment import judgement

FEW = 30
"""So many targets are judged in Python at the most."""
BATCH = 10_000
"""So many are written in one transaction."""
SPAN = 25_000
"""In such spans of ids stored verdicts are compared with what they should be."""


def judge_again(keys: list[int], *, day: date) -> int:
    """Judges these targets and writes what changed; says how many verdicts did.

    The rows are locked first and read afterwards, so that of two writers the later one sees what the earlier did. No
    moment bounds what is known: one taken before the lock, or by a clock that is behind, would hide it again.
    """
    times = {"keys": keys, "day": day, "known_at": ALL_RECORDED}
    rows(LOCK, {"keys": keys})
    if len(keys) <= FEW:
        return _judge_by_rule(keys, day)
    changed: int = rows(keeping.renewed(), times, prepare=False)[0][0]
    others = [key for (key,) in rows(keeping.others(), times, prepare=False)]
    return changed + sum(_judge_by_rule(some, day) for some in _batches(others, 1000))


LOCK = """
    WITH locked AS (SELECT id FROM targets_target WHERE id = ANY(%(keys)s) ORDER BY id FOR NO KEY UPDATE)
    SELECT count(*), set_config('plan_cache_mode', 'force_generic_plan', true) FROM locked
"""
"""In the order of their ids, so that two writers never wait for each other in a circle. What follows is planned once for
each connection: with a few keys the plan is always the same, and planning takes longer than all the rest."""


def _batches(keys: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def _judge_by_rule(keys: list[int], day: date) -> int:
    verdicts = [_as_row(each, day) for each in asked(keys, day, ALL_RECORDED)]
    changed: int = rows(_written(), {"keys": keys, "day": day, "verdicts": json.dumps(verdicts)})[0][0]
    return changed


@cache
def _written() -> str:
    return keeping.written(
        {str(each.column): each.db_type(connection) or "" for each in Assessment._meta.concrete_fields}
    )


def _as_row(each: Asked, day: date) -> dict[str, Any]:
    """A verdict in the columns in which it is kept."""
    found = judgement(each.promise, each.indicator, each.values, day, each.policy, in_words=False)
    verdict, finding = found.assessment, found.finding
    kept, tested = finding.periods or (None, None)
    reported, due = verdict.coverage or (None, None)
    return {
        "target_id": each.target,
        "plan_id": each.plan,
        "revision_id": each.revision,
        **{name: getattr(verdict, name) for name in ("light", "pace", "attainment", "reason", "ground", "method")},
        "policy_code": verdict.policy_code,
        "policy_number": verdict.policy_version,
        **{name: written(getattr(verdict, name)) for name in ("value", *NUMBERS)},
        "period_start": finding.measurement and finding.measurement.start.isoformat(),
        "period_end": verdict.period_end and verdict.period_end.isoformat(),
        "forecast_meets": verdict.forecast_meets,
        "figure": written(finding.ruling.figure),
        "periods_kept": kept,
        "periods_tested": tested,
        "coverage_reported": reported,
        "coverage_due": due,
        "flags": list(verdict.flags),
    }


def judge_all(
    *, plan: Plan | None = None, day: date, tell: Callable[[int, int], None] = lambda done, total: None
) -> AssessmentRun:
    """Judges every target, or those of a plan, as of a day, and writes only what changed.

    `tell` hears how many of how many targets are done. The first run of a day over everything is remembered.
    """
    targets = Target.objects.all() if plan is None else Target.objects.filter(plan=plan)
    total, done, changed = targets.count(), 0, 0
    tell(done, total)
    for span in _spans(targets):
        # The targets of one plan lie far apart among all ids, and are few: they are all judged anew.
        wanted = _stale(span, day) if plan is None else span
        changed += sum(_renew(keys, day) for keys in _batches(wanted, BATCH))
        done += len(span)
        tell(done, total)
    run = AssessmentRun(judged_on=day, targets=total, changed=changed)
    if plan is None and not AssessmentRun.objects.filter(judged_on=day).exists():
        run.save()
    return run


def _spans(targets: QuerySet[Target]) -> Iterator[list[int]]:
    yield from _batches(list(targets.order_by("pk").values_list("pk", flat=True)), SPAN)


def _stale(keys: list[int], day: date) -> list[int]:
    """Those whose stored verdict no longer holds, found without a lock: most do hold."""
    times = {"first": keys[0], "last": keys[-1], "day": day, "known_at": ALL_RECORDED}
    wanted = set(keys)
    return sorted(key for (key,) in rows(keeping.stale(), times, prepare=False) if key in wanted)


def _renew(keys: list[int], day: date) -> int:
    with transaction.atomic():
        return judge_again(keys, day=day)
