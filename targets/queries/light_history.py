"""How many targets had which light at the end of each week or month of the last year, read from the changes."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Count

from targets.models import AssessmentChange
from targets.queries.desk import Scope
from targets.rules.periods import Step, ends_before
from targets.rules.verdicts.terms import Light

YEAR: Final = timedelta(days=366)
YOUNG: Final = timedelta(days=120)
"""A register that began to judge no longer ago is told week by week, unless asked otherwise."""


@dataclass(frozen=True, kw_only=True)
class Moment:
    """Targets by light at the end of a day."""

    day: date
    counts: Mapping[Light, int]


@dataclass(frozen=True, kw_only=True)
class LightHistory:
    """From the first verdict on, at most a year back; the last moment is the day that is asked for."""

    step: Step
    moments: tuple[Moment, ...]


def light_history(scope: Scope, now: Mapping[Light, int], step: Step | None = None) -> LightHistory:
    """Today's counts, undone backwards change by change; in one query.

    A target is counted from its first verdict to the day it went out of force, among those that are in scope today.
    """
    changes = AssessmentChange.objects.filter(target__in=scope.targets, judged_on__lte=scope.day).order_by()
    turns = list(changes.values_list("judged_on", "light", "light_before").annotate(Count("pk")))
    first = min((day for day, *_ in turns), default=scope.day)
    step = step or (Step.WEEK if scope.day - first <= YOUNG else Step.MONTH)
    days = [day for day in ends_before(scope.day, step, scope.day - YEAR) if day >= first]
    return LightHistory(step=step, moments=_undone([*days, scope.day], now, turns))


Turn = tuple[date, str, str, int]


def _undone(days: list[date], now: Mapping[Light, int], turns: list[Turn]) -> tuple[Moment, ...]:
    """From the latest day to the first: what turned to a light since has not had it before."""
    counts: Counter[str] = Counter({light.value: count for light, count in now.items()})
    left, moments = sorted(turns), []
    for day in reversed(days):
        while left and left[-1][0] > day:
            _, after, before, count = left.pop()
            counts[after] -= count
            counts[before] += count
        moments.append(Moment(day=day, counts={light: max(counts[light.value], 0) for light in Light}))
    return tuple(reversed(moments))
