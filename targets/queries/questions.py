"""Targets of the register put to the rule: what they say, what is known of them, and the policy that judges them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from targets.models import Indicator as IndicatorRow
from targets.models import Observation, Target, TargetRevision
from targets.queries.policies import policies_for
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.rules.terms import ObservationStatus
from targets.rules.verdicts.assessment import Assessment, Judgement, judgement
from targets.rules.verdicts.inputs import Indicator, Milestone
from targets.rules.verdicts.inputs import Observation as Reported
from targets.rules.verdicts.inputs import Target as Promise
from targets.rules.verdicts.policies import Policy
from targets.rules.wording import Text


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A target with its verdict, and with what the verdict rests on."""

    target: Target
    revision: TargetRevision
    judgement: Judgement

    @property
    def assessment(self) -> Assessment:
        return self.judgement.assessment


def judged(
    targets: QuerySet[Target],
    *,
    day: date,
    known_at: datetime,
    policy: Policy | None = None,
    provisional: QuerySet[Observation] | None = None,
) -> list[Judged]:
    """The verdicts on the targets that have a revision in force, by the pure rule, in a constant number of queries.

    `policy` judges all of them instead of their own. `provisional` are the values waiting for review that count too:
    those that the reader may see.
    """
    rows = [row for row in loaded(targets, day, known_at) if row.revision is not None]
    values = values_of({row.series_id for row in rows}, day, known_at, provisional)
    in_force = policies_for(rows, day, known_at)
    found = []
    for row in rows:
        chosen = replace(policy or in_force.policy_for(row), include_provisional=provisional is not None)
        assert row.revision is not None, "only targets in force are judged"  # noqa: S101
        found.append(_judged(row, row.revision, values[row.series_id], day, chosen))
    return found


def judged_as(target: Target, revision: TargetRevision, *, day: date, known_at: datetime) -> Judged:
    """The verdict if the target said this; neither need be stored. What it hangs on and its milestones are set on it.

    A series that is not stored yet has no values.
    """
    policy = policies_for([target], day, known_at).policy_for(target)
    series = target.series.pk
    values = [] if series is None else values_of({series}, day, known_at)[series]
    return _judged(target, revision, values, day, policy)


def loaded(targets: QuerySet[Target], day: date, known_at: datetime) -> QuerySet[Target]:
    """Targets with all that a verdict and its words need, `revision` and milestones as of then; three queries."""
    rows = targets.select_related("plan", *WITH_WHAT_A_READING_NEEDS)
    loaded: QuerySet[Target] = rows.with_revision(day, known_at)  # type: ignore[attr-defined]
    return loaded


def _judged(target: Target, revision: TargetRevision, values: Sequence[Reported], day: date, policy: Policy) -> Judged:
    promise, indicator = as_promise(target, revision), as_indicator(target.series.indicator, revision)
    return Judged(target=target, revision=revision, judgement=judgement(promise, indicator, values, day, policy))


def as_promise(target: Target, revision: TargetRevision) -> Promise:
    """What the target says, for the rule. Where no base date is stated, time counts from the start of its plan."""
    return Promise(
        measure=revision.measure,
        comparator=revision.comparator,
        lower=revision.lower,
        upper=revision.upper,
        tolerance=revision.tolerance,
        quantifier=revision.quantifier,
        base_value=revision.base_value,
        base_date=revision.base_date,
        start=target.plan.period_start,
        deadline=revision.deadline,
        milestones=tuple(
            Milestone(date=each.day, value=each.value) for each in target.milestones_in_force if each.value is not None
        ),
    )


def as_indicator(row: IndicatorRow, revision: TargetRevision) -> Indicator:
    """What is measured, for the rule, in the scale that the target is printed in."""
    english = row.stages_en or [""] * len(row.stages)
    return Indicator(
        accumulation=row.accumulation,
        direction=row.direction,
        frequency=row.frequency,
        unit=Text(row.unit, row.unit_en),
        scale=revision.scale,
        stages=tuple(Text(zh, en) for zh, en in zip(row.stages, english, strict=True)),
    )


VALUE_FIELDS = ("period_start", "period_end", "value", "comparator", "lower", "upper", "numerator", "denominator")


def values_of(
    series: Iterable[int], day: date, known_at: datetime, provisional: QuerySet[Observation] | None = None
) -> dict[int, list[Reported]]:
    """What counts for each series, as known then, for periods that ended by the day; one query, or two."""
    found: dict[int, list[Reported]] = defaultdict(list)
    wanted = list(series)
    rows = Observation.objects.in_force(day, known_at).filter(series__in=wanted)
    for number, value in _reported(rows, ObservationStatus.VERIFIED):
        found[number].append(value)
    if provisional is not None:
        waiting = provisional.known(day, known_at).filter(  # type: ignore[attr-defined]
            series__in=wanted, status_then=ObservationStatus.SUBMITTED
        )
        for number, value in _reported(waiting, ObservationStatus.SUBMITTED):
            found[number].append(value)
    return found


def _reported(rows: QuerySet[Any], status: ObservationStatus) -> Iterator[tuple[int, Reported]]:
    # By id, since of two values for one period the later one counts.
    for series, *fields in rows.order_by("id").values_list("series_id", *VALUE_FIELDS):
        yield series, Reported(**dict(zip(VALUE_FIELDS, fields, strict=True)), status=status)
