"""What makes a target or a value wait for somebody: one definition each, for the numbers on the first page and the lists.

Conditions rest on stored verdicts or on indexed columns, so that a number need not look at reported values.
"""

from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from targets.access import Person
from targets.models import AssessmentChange, Observation, TargetRevision
from targets.rules.terms import ObservationStatus, PlanStatus
from targets.rules.verdicts.terms import Light, Pace, Reason

NEAR: Final = timedelta(days=90)
"""How far ahead a deadline is near."""

Targets = QuerySet[Any]
Values = QuerySet[Observation]


def in_open_plans(targets: Targets) -> Targets:
    """Without those of archived plans, which are closed."""
    return targets.exclude(plan__status=PlanStatus.ARCHIVED)


def saying(targets: Targets, day: date, known_at: datetime, **condition: Any) -> Targets:
    """Targets whose revision in force meets the condition."""
    in_force = TargetRevision.objects.in_force(day, known_at).filter(target=OuterRef("pk"), **condition)
    return targets.filter(Exists(in_force))


def due(targets: Targets, day: date, known_at: datetime) -> Targets:
    """Targets whose deadline is that day or near."""
    return saying(targets, day, known_at, deadline__gte=day, deadline__lte=day + NEAR)


def without_base(targets: Targets, day: date, known_at: datetime) -> Targets:
    return saying(targets, day, known_at, base_value__isnull=True)


def without_data(targets: Targets) -> Targets:
    """Targets whose pace is “no data”: no value is there to judge them by."""
    return targets.filter(assessment__pace=Pace.NO_DATA)


def with_stale_data(targets: Targets) -> Targets:
    """Targets that are grey because their latest value is too old."""
    return targets.filter(assessment__light=Light.GREY, assessment__reason=Reason.STALE)


def with_unverified_values(targets: Targets) -> Targets:
    """Targets on whose series a value waits for review."""
    waiting = Observation.objects.filter(status=ObservationStatus.SUBMITTED)
    return targets.filter(series__in=waiting.values("series"))


def turned_red(targets: Targets, since: date) -> Targets:
    """Targets that are red and were not on the day `since`; one that was red from its first verdict has not turned."""
    return targets.filter(Exists(changes_to_red(since).filter(target=OuterRef("pk"))), assessment__light=Light.RED)


def changes_to_red(since: date) -> QuerySet[AssessmentChange]:
    turned = AssessmentChange.objects.filter(light=Light.RED, judged_on__gt=since)
    return turned.exclude(light_before__in=[Light.RED, ""])


def returned_to(values: Values, user: Person) -> Values:
    """Values of this person that came back and have not been sent in anew for the same period."""
    begin = Coalesce(OuterRef("period_start"), OuterRef("period_end"))
    anew = Observation.objects.filter(
        series=OuterRef("series"), period_end=OuterRef("period_end"), pk__gt=OuterRef("pk")
    )
    again = anew.annotate(begin=Coalesce("period_start", "period_end")).filter(begin=begin)
    return values.filter(~Exists(again), status=ObservationStatus.RETURNED, recorded_by=user.pk)
