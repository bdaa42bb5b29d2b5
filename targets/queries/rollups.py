"""Verdicts of many targets together: a task, a plan, an organisation, an area."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from targets.access import Person, visible
from targets.models import (
    Area,
    Assessment,
    AssessmentPolicy,
    Organisation,
    Plan,
    Responsibility,
    Target,
    TargetRevision,
    Task,
)
from targets.queries import policies
from targets.queries.organisations import with_those_below
from targets.queries.questions import judged, loaded
from targets.queries.verdicts import stored
from targets.rules.rollups.rollup import Child, Rollup, roll_up
from targets.rules.rollups.sentences import sentence
from targets.rules.verdicts.assessment import Assessment as Verdict
from targets.rules.verdicts.terms import Attainment, Light, Pace, RollupRule, member
from targets.rules.wording import Text


@dataclass(frozen=True, kw_only=True)
class Told:
    """A target with its verdict, however that was found: kept, or judged for another day."""

    target: Target
    revision: TargetRevision
    judged_on: date
    verdict: Verdict


@dataclass(frozen=True, kw_only=True)
class Score:
    """Counts by light always; a score under the declared rule, with the target that decided it."""

    rollup: Rollup
    deciding: Told | None
    sentence: Text


@dataclass(frozen=True, kw_only=True)
class PlanScores:
    """A plan as a whole and each of its tasks, with all targets below it; `lines` are the verdicts by target."""

    plan: Plan
    policy: AssessmentPolicy | None
    whole: Score
    by_task: Mapping[int, Score]
    lines: Mapping[int, Told]

    @property
    def rule(self) -> RollupRule:
        return self.whole.rollup.rule


def told(targets: QuerySet[Target], *, day: date, known_at: datetime, is_now: bool) -> list[Told]:
    """The verdicts on those in force. `is_now` takes the stored ones; else each is judged for that day and knowledge."""
    if is_now:
        return _kept(loaded(targets, day, known_at))
    return [
        Told(target=each.target, revision=each.revision, judged_on=day, verdict=each.assessment)
        for each in judged(targets, day=day, known_at=known_at)
    ]


def _kept(targets: Iterable[Target]) -> list[Told]:
    rows = list(targets)
    found = stored(rows)
    return [
        Told(target=row, revision=row.revision, judged_on=found[row.pk].judged_on, verdict=found[row.pk].verdict)
        for row in rows
        if row.pk in found and row.revision is not None
    ]


def score(lines: Sequence[Told], rule: RollupRule) -> Score:
    """The verdicts of these targets as one."""
    by_key = {line.target.pk: line for line in lines}
    return _score(roll_up([child(line) for line in lines], rule), lambda key: by_key.get(key))


def child(line: Told) -> Child:
    verdict = line.verdict
    return Child(
        key=line.target.pk,
        attainment=verdict.attainment,
        pace=verdict.pace,
        light=verdict.light,
        has_value=verdict.value is not None,
        achieved_share=verdict.achieved_share,
        gap_points=verdict.gap_points,
        weight=line.target.weight,
    )


def _score(rollup: Rollup, find: Callable[[Any], Told | None]) -> Score:
    deciding = None if rollup.deciding is None else find(rollup.deciding)
    name = None if deciding is None else name_of(deciding.target)
    return Score(rollup=rollup, deciding=deciding, sentence=sentence(rollup, name))


def name_of(target: Target) -> Text:
    """What a target is called in a sentence: its indicator."""
    indicator = target.series.indicator
    return Text(indicator.name, indicator.name_en)


def rule_of(policy: AssessmentPolicy | None) -> RollupRule:
    return RollupRule.WORST_OF if policy is None else member(RollupRule, policy.rollup)


def plan_scores(plan: Plan, user: Person, *, day: date, known_at: datetime, is_now: bool) -> PlanScores:
    """The plan and every task of it, in a constant number of queries."""
    targets = visible(Target.objects.filter(plan=plan), user).order_by("position", "id")
    return _plan_scores(plan, told(targets, day=day, known_at=known_at, is_now=is_now), day, known_at)


def plan_scores_now(plan: Plan, targets: Iterable[Target], *, day: date, known_at: datetime) -> PlanScores:
    """The same from the stored verdicts on targets that are loaded already, as by `targets_of`."""
    return _plan_scores(plan, _kept(targets), day, known_at)


def _plan_scores(plan: Plan, lines: list[Told], day: date, known_at: datetime) -> PlanScores:
    policy = policies.policy_of_plan(plan, day, known_at)
    below = _below(lines, dict(Task.objects.filter(plan=plan).values_list("pk", "parent_id")))
    return PlanScores(
        plan=plan,
        policy=policy,
        whole=score(lines, rule_of(policy)),
        by_task={task: score(under, rule_of(policy)) for task, under in below.items()},
        lines={line.target.pk: line for line in lines},
    )


def _below(lines: Iterable[Told], parents: Mapping[int, int | None]) -> dict[int, list[Told]]:
    """By task, all that stands on it or below."""
    under: dict[int, list[Told]] = {task: [] for task in parents}
    for line in lines:
        for task in _upward(line.target.task_id, parents):
            under[task].append(line)
    return under


def _upward(task: int | None, parents: Mapping[int, int | None]) -> Iterator[int]:
    while task is not None:
        yield task
        task = parents[task]


def organisation_score(body: Organisation, user: Person, *, day: date, known_at: datetime, is_now: bool) -> Score:
    """Targets that are for the organisation or one below it, or in which they have a part, directly or by their task."""
    bodies = with_those_below([body.pk])
    parts = Responsibility.objects.filter(organisation__in=bodies)
    concern = Q(series__organisation__in=bodies) | Q(pk__in=parts.filter(target__isnull=False).values("target"))
    concern |= Q(task__in=parts.filter(task__isnull=False).values("task"))
    policy = policies.policy_of_organisation(body, day, known_at)
    return _many(Target.objects.filter(concern), user, rule_of(policy), day=day, known_at=known_at, is_now=is_now)


def area_score(area: Area, user: Person, *, day: date, known_at: datetime, is_now: bool) -> Score:
    """Targets whose scope is the area, or one that it is composed of."""
    parts = Q(series__area=area) | Q(series__area__in=area.parts.values("part"))
    policy = policies.default_policy(day, known_at)
    return _many(Target.objects.filter(parts), user, rule_of(policy), day=day, known_at=known_at, is_now=is_now)


def _many(
    targets: QuerySet[Target], user: Person, rule: RollupRule, *, day: date, known_at: datetime, is_now: bool
) -> Score:
    """Of perhaps very many targets: kept verdicts are only counted, and the deciding one alone is told."""
    seen = visible(targets, user)
    if not is_now:
        return score(told(seen, day=day, known_at=known_at, is_now=False), rule)
    rollup = roll_up(list(_counted(seen)), rule)
    return _score(rollup, lambda key: next(iter(_kept(loaded(seen.filter(pk=key), day, known_at))), None))


COUNTED = ("target_id", "attainment", "pace", "light", "value", "achieved_share", "gap_points", "target__weight")


def _counted(targets: QuerySet[Target]) -> Iterator[Child]:
    rows = Assessment.objects.filter(target__in=targets).order_by("target_id").values_list(*COUNTED)
    for key, attainment, pace, light, value, share, gap, weight in rows.iterator():
        yield Child(
            key=key,
            attainment=member(Attainment, attainment),
            pace=member(Pace, pace),
            light=member(Light, light),
            has_value=value is not None,
            achieved_share=share,
            gap_points=gap,
            weight=weight,
        )
