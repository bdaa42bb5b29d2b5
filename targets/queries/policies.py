"""By which policy a target is judged: its own, its plan's, that of the nearest organisation above, else the default."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, QuerySet

from targets.access import Person, visible
from targets.models import AssessmentPolicy, Organisation, Plan, Target
from targets.queries.organisations import lines_up
from targets.rules.verdicts.policies import DEFAULT, Policy, Thresholds, named
from targets.rules.verdicts.terms import Method, member

THRESHOLDS = ("ahead", "on_track", "behind", "far_behind")


def as_rule(row: AssessmentPolicy) -> Policy:
    """A stored version in the shape the rule takes."""
    return Policy(
        code=row.code,
        version=row.number,
        method=member(Method, row.method) if row.method else None,
        thresholds=Thresholds(**{name: getattr(row, name) for name in THRESHOLDS}),
        bare_as=row.bare_as,
        over=row.over or None,
        approx_tolerance=row.approx_tolerance,
        max_age_days=row.max_age_days,
        min_points=row.min_points,
    )


@dataclass(frozen=True, kw_only=True)
class InForce:
    """The policies that hold on a day for some targets."""

    general: AssessmentPolicy | None
    of_target: Mapping[int, AssessmentPolicy] = field(default_factory=dict)
    of_plan: Mapping[int, AssessmentPolicy] = field(default_factory=dict)
    #: By the organisation that keeps a plan: the policy of the nearest one above it, itself included.
    of_owner: Mapping[int, AssessmentPolicy] = field(default_factory=dict)

    def row_for(self, target: Target) -> AssessmentPolicy | None:
        """The stored version that judges the target; None while not even a default is stored."""
        own = self.of_target.get(target.pk) or self.of_plan.get(target.plan_id)
        return own or self.row_of(target.plan.owner_id) or self.general

    def row_of(self, owner: int | None) -> AssessmentPolicy | None:
        return None if owner is None else self.of_owner.get(owner)

    def policy_for(self, target: Target) -> Policy:
        row = self.row_for(target)
        return DEFAULT if row is None else as_rule(row)


def policies_for(targets: Iterable[Target], day: date, known_at: datetime) -> InForce:
    """Two queries, however many targets; their plans must be loaded. The tree of organisations is today's."""
    rows = list(targets)
    owners = {row.plan.owner_id for row in rows if row.plan.owner_id is not None}
    lines = lines_up(owners)
    above = {body for line in lines.values() for body in line}
    wanted = Q(target__in=[row.pk for row in rows]) | Q(plan__in={row.plan_id for row in rows})
    wanted |= Q(organisation__in=above) | Q(code=DEFAULT.code)
    found = list(AssessmentPolicy.objects.in_force(day, known_at).filter(wanted))
    of_body = {row.organisation_id: row for row in found if row.organisation_id is not None}
    nearest = {owner: next((of_body[body] for body in line if body in of_body), None) for owner, line in lines.items()}
    return InForce(
        general=next((row for row in found if row.code == DEFAULT.code), None),
        of_target={row.target_id: row for row in found if row.target_id is not None},
        of_plan={row.plan_id: row for row in found if row.plan_id is not None},
        of_owner={owner: row for owner, row in nearest.items() if row is not None},
    )


def policy_of_plan(plan: Plan, day: date, known_at: datetime) -> AssessmentPolicy | None:
    """The version that judges what has no policy of its own in the plan; None while not even a default is stored."""
    nearest = lines_up([plan.owner_id] if plan.owner_id is not None else []).get(plan.owner_id or 0, [])
    return _nearest(Q(plan=plan), nearest, day, known_at)


def policy_of_organisation(body: Organisation, day: date, known_at: datetime) -> AssessmentPolicy | None:
    """The version that judges what the organisation keeps; None while not even a default is stored."""
    return _nearest(Q(), lines_up([body.pk])[body.pk], day, known_at)


def default_policy(day: date, known_at: datetime) -> AssessmentPolicy | None:
    return _nearest(Q(), [], day, known_at)


def _nearest(own: Q, above: list[int], day: date, known_at: datetime) -> AssessmentPolicy | None:
    """The one that is own, else that of the first organisation that has one, else the default."""
    wanted = own | Q(organisation__in=above) | Q(code=DEFAULT.code)
    found = list(AssessmentPolicy.objects.in_force(day, known_at).filter(wanted))
    return min(found, key=lambda row: _distance(row, above), default=None)


def _distance(row: AssessmentPolicy, above: list[int]) -> int:
    if row.plan_id is not None:
        return -1
    return len(above) if row.organisation_id is None else above.index(row.organisation_id)


def policy_named(code: str, user: Person, *, day: date, known_at: datetime) -> Policy:
    """The policy with this code as it was in force then, else the method of this name.

    Raises ValueError where the user sees neither.
    """
    row = visible(AssessmentPolicy.objects.in_force(day, known_at), user).filter(code=code).first()
    return named(code) if row is None else as_rule(row)


def offered(target: Target, day: date, known_at: datetime) -> QuerySet[AssessmentPolicy]:
    """Policies by which one may want to see the target judged: those that serve everywhere, and those above it."""
    owner = target.plan.owner_id
    above = lines_up([owner]).get(owner, []) if owner is not None else []
    everywhere = Q(plan=None, organisation=None, target=None)
    wanted = everywhere | Q(plan=target.plan_id) | Q(target=target.pk) | Q(organisation__in=above)
    return AssessmentPolicy.objects.in_force(day, known_at).filter(wanted)
