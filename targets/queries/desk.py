"""What waits for somebody, in numbers and by name: the first page of the editors' admin reads it here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.utils.functional import cached_property

from targets.access import WORKING, Person, concerning, own, reach, verifying, visible
from targets.models import Assessment, AssessmentChange, Observation, Plan, Target, TargetRevision
from targets.models.base import DEMO_PREFIX
from targets.queries import needs
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.rules.terms import ObservationStatus, PlanStatus
from targets.rules.verdicts.terms import Light, Pace, Reason, member

MOST: Final = 1000
"""Beyond so many rows nobody works through a list one by one, and the number says only that there are more."""
RECENT: Final = timedelta(days=7)
"""How far back “of late” reaches."""
PLANS, NAMED = 12, 6
"""How many plans, and how many rows of any other kind, are named."""


@dataclass(frozen=True)
class Number:
    """How many rows; with `is_more` there are more than that."""

    count: int
    is_more: bool = False

    @property
    def said(self) -> str:
        return f"{self.count:,}"


@dataclass(frozen=True, kw_only=True)
class Turned:
    """A target that turned red, what it was before, and why it is red."""

    day: date
    target: Target
    before: tuple[Light, Pace]
    after: tuple[Light, Pace]
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Due:
    """A target whose deadline is near; no light where it was never judged."""

    target: Target
    revision: TargetRevision
    days_left: int
    light: Light | None


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """A plan with what was extracted from it, and its targets by light."""

    plan: Plan
    lights: Mapping[Light, int]


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whose rows the first page speaks of, as of which day: all that the user sees, or their organisations' own."""

    user: Person
    day: date
    known_at: datetime
    is_own: bool = False

    @property
    def may_narrow(self) -> bool:
        """Whether there is anything of their own to look at."""
        return bool(reach(self.user, *WORKING))

    def narrowed(self, rows: Any) -> Any:
        """What the user sees of the rows, or of their own."""
        seen = visible(rows, self.user)
        return own(seen, self.user) if self.is_own else seen

    def plans(self) -> QuerySet[Plan]:
        return self.narrowed(Plan.objects.exclude(status=PlanStatus.ARCHIVED))  # type: ignore[no-any-return]

    @cached_property
    def targets(self) -> QuerySet[Target]:
        """Of the record, in plans that are not archived."""
        return self.narrowed(needs.in_open_plans(Target.objects.real()))  # type: ignore[no-any-return]

    def verdicts(self) -> QuerySet[Assessment]:
        return Assessment.objects.filter(target__in=self.targets)


def number(*ways: QuerySet[Any]) -> Number:
    """How many rows there are, found in any of the ways, without counting beyond the most."""
    some, *others = (rows.order_by().values("pk")[: MOST + 1] for rows in ways)
    found = (some.union(*others) if others else some).count()
    return Number(min(found, MOST), found > MOST)


def lights(scope: Scope) -> dict[Light, int]:
    """Targets by light."""
    counts = dict(scope.verdicts().order_by().values_list("light").annotate(Count("pk")))
    return {light: counts.get(light.value, 0) for light in Light}


def numbers(scope: Scope) -> dict[str, Number]:
    """How many rows wait, by what they wait for."""
    targets, day, known_at = scope.targets, scope.day, scope.known_at
    plans = Counter(scope.plans().real().order_by().values_list("status", flat=True))
    rows: dict[str, QuerySet[Any]] = {
        "turned": needs.turned_red(targets, day - RECENT),
        "due": needs.due(targets, day, known_at),
        "data": needs.without_data(targets),
        "stale": needs.with_stale_data(targets),
        "base": needs.without_base(targets, day, known_at),
        "undated": needs.saying(targets, day, known_at, deadline__isnull=True),
        "flagged": needs.saying(targets, day, known_at, flags__len__gt=0),
        "returned": returned(scope),
    }
    return {
        "plans": Number(plans[PlanStatus.PUBLISHED]),
        "drafts": Number(plans[PlanStatus.DRAFT]),
        "targets": Number(targets.count()),
        **{name: number(found) for name, found in rows.items()},
        "waiting": number(*waiting(scope)),
        "reviewable": number(*reviewable(scope)),
    }


def waiting(scope: Scope) -> list[QuerySet[Observation]]:
    """Values that wait for review, by each way in which they are in scope."""
    ways = concerning(scope.user, *WORKING) if scope.is_own else (Q(),)
    return [_waiting(scope).filter(way) for way in ways]


def reviewable(scope: Scope) -> list[QuerySet[Observation]]:
    """Those that the user may verify themselves, whether their own or not."""
    return [_waiting(scope).filter(way) for way in verifying(scope.user)]


def _waiting(scope: Scope) -> QuerySet[Observation]:
    return _values(scope).filter(status=ObservationStatus.SUBMITTED)


def _values(scope: Scope) -> QuerySet[Observation]:
    """Of the record, as far as the user sees them."""
    return visible(Observation.objects.exclude(series__code__startswith=DEMO_PREFIX), scope.user)


def returned(scope: Scope) -> QuerySet[Observation]:
    """Those that came back to the user."""
    return needs.returned_to(_values(scope), scope.user)


def longest_waiting(scope: Scope) -> list[Observation]:
    """The values that the user may verify, the oldest first; of very many, those of the first that are found."""
    some, *others = (rows.order_by().values("pk")[: MOST + 1] for rows in reviewable(scope))
    keys = some.union(*others) if others else some
    return list(_with_series(Observation.objects.filter(pk__in=keys)).order_by("recorded_at", "pk")[:NAMED])


def latest_returned(scope: Scope) -> list[Observation]:
    return list(_with_series(returned(scope)).order_by("-returned_at", "-pk")[:NAMED])


def _with_series(values: QuerySet[Observation]) -> QuerySet[Observation]:
    return values.select_related(
        "series__indicator", "series__area", "series__organisation", "reported_by", "recorded_by"
    )


def turned(scope: Scope) -> list[Turned]:
    """Those that turned red of late and still are, the latest first; those of the demonstration are named too."""
    since = scope.day - RECENT
    rows = needs.turned_red(scope.narrowed(needs.in_open_plans(Target.objects.all())), since)
    changes = needs.changes_to_red(since).filter(target__in=rows).order_by("-judged_on", "-id")[: 2 * NAMED]
    latest = {change.target_id: change for change in reversed(changes)}
    found = [_turned(row, latest[row.pk]) for row in _named(Target.objects.filter(pk__in=latest), scope)]
    return sorted(found, key=lambda each: (each.day, each.target.pk), reverse=True)[:NAMED]


def _turned(target: Target, change: AssessmentChange) -> Turned:
    kept = target.assessment
    return Turned(
        day=change.judged_on,
        target=target,
        before=(member(Light, change.light_before), member(Pace, change.pace_before)),
        after=(member(Light, kept.light), member(Pace, kept.pace)),
        reason=member(Reason, kept.reason),
    )


def nearest_deadlines(scope: Scope) -> list[Due]:
    """Those that are due next, the nearest first."""
    revisions = TargetRevision.objects.in_force(scope.day, scope.known_at).filter(
        deadline__gte=scope.day, deadline__lte=scope.day + needs.NEAR, target__in=scope.targets
    )
    keys = revisions.order_by("deadline", "target").values_list("target", flat=True)[:NAMED]
    rows = _named(Target.objects.filter(pk__in=list(keys)), scope)
    found = [_due(row, row.revision, scope.day) for row in rows if row.revision and row.revision.deadline]
    return sorted(found, key=lambda each: (each.days_left, each.target.pk))


def _due(target: Target, revision: TargetRevision, day: date) -> Due:
    assert revision.deadline is not None, "chosen by it"  # noqa: S101
    kept = getattr(target, "assessment", None)
    return Due(
        target=target,
        revision=revision,
        days_left=(revision.deadline - day).days,
        light=None if kept is None else member(Light, kept.light),
    )


def _named(targets: QuerySet[Target], scope: Scope) -> Iterable[Target]:
    needed = targets.select_related("plan", "assessment", *WITH_WHAT_A_READING_NEEDS)
    return needed.with_revision(scope.day, scope.known_at)  # type: ignore[attr-defined, no-any-return]


def plan_lines(scope: Scope) -> list[PlanLine]:
    """The plans changed last, those of the demonstration at the end, in two queries."""
    demo_last = Case(When(code__startswith=DEMO_PREFIX, then=Value(1)), default=Value(0))
    plans = list(scope.plans().with_counts().order_by(demo_last, "-changed_at", "pk")[:PLANS])
    counts: dict[int, Counter[str]] = {plan.pk: Counter() for plan in plans}
    rows = visible(Assessment.objects.filter(plan__in=plans), scope.user).order_by()
    for plan, light, count in rows.values_list("plan", "light").annotate(Count("pk")):
        counts[plan][light] = count
    return [PlanLine(plan=plan, lights={light: counts[plan.pk][light.value] for light in Light}) for plan in plans]


def has_plan_of_the_record(user: Person) -> bool:
    return visible(Plan.objects.real(), user).exists()


def has_demonstration(user: Person) -> bool:
    return visible(Plan.objects.demo(), user).exists()
