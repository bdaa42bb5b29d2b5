"""Who may see and change what: the only place that decides, for admin and API alike.

What a user may not see does not exist for them; what they see but may not do is refused.
A role holds in its organisation and in all below. Site administrators may do everything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.contrib.postgres.aggregates import BoolOr
from django.db import connection
from django.db.models import Case, Model, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from targets import models
from targets.access.belonging import OF_A_PLAN, WORKED_OUT, plan_of, to_plan
from targets.access.limits import NO_LIMITS, is_within_limits, limits_of, of_plans, writable
from targets.rules.terms import ObservationStatus, PlanStatus, Role

Person = models.User | AnonymousUser
Rows = TypeVar("Rows", bound=QuerySet[Any])


class Program(AnonymousUser):
    """The program itself as a reader, for its own commands: it sees everything and is nobody."""

    is_active = True  # type: ignore[assignment]
    is_superuser = True  # type: ignore[assignment]


PROGRAM = Program()

COMMON = (
    *(models.Organisation, models.Area, models.AreaPart, models.Indicator, models.Source, models.Citation),
    models.AssessmentRun,
)
"""What all plans share; there is nothing to hide in it."""
KEPT_BY_EDITORS = (models.Indicator, models.Series, models.Source, models.Citation)
WORKING = (Role.REPORTER, Role.REVIEWER, Role.EDITOR)
"""Roles that have something to do, and not only to look."""
NOTHING = Q(pk__in=())
"""The condition that no row meets: a search entry is asked by the search alone, which then looks at its rows."""


def visible(rows: Rows, user: Person) -> Rows:
    """The rows that the user may see. Every read of every door starts here."""
    opened = limits_of(user).plans
    if opened is not None:
        rows = rows.filter(of_plans(rows.model, opened))
    if _is_administrator(user):
        return rows
    if not (_is_signed_in(user) or settings.PUBLIC_READ):
        return rows.none()
    return rows.filter(_seen(rows.model, user))


def may(user: Person, verb: str, thing: Model | type[Model]) -> bool:
    """Whether the user may do it: `add`, `change`, `delete`, `publish`, `submit`, `verify` or, of a token, `revoke`.

    With a class instead of a row it says whether they may do so anywhere, which is what a menu asks.

    Whether the plan is archived is not asked here: services refuse that in words, so that nothing typed is lost.
    """
    if not is_within_limits(user, thing):
        return False
    return _is_administrator(user) or (_is_signed_in(user) and _may(user, verb, thing))


def _may(user: Person, verb: str, thing: Model | type[Model]) -> bool:
    model = thing if isinstance(thing, type) else type(thing)
    if model is models.Observation:
        return _may_observe(user, verb, thing)
    if model in KEPT_BY_EDITORS:
        return _may_keep(user, thing)
    if model is models.AssessmentPolicy:
        return _may_judge(user, thing)
    if model is models.Batch:
        return isinstance(thing, type) or getattr(thing, "by_id", None) == user.pk
    if model is models.SavedFilter:
        return _may_save_filters(user, thing)
    if model is models.Token:
        return isinstance(thing, type) or thing.owner_id in (None, user.pk)  # type: ignore[attr-defined]
    if model is models.Plan or model is models.Responsibility or model in OF_A_PLAN:
        return _may_edit(user, thing)
    return False


def may_enter_admin(user: Person) -> bool:
    """Whether the admin opens its door: to members of any organisation and to site administrators."""
    return user.is_active and (_is_administrator(user) or bool(reach(user)))


def reach(user: Person, *roles: Role) -> frozenset[int]:
    """The organisations in which the user has one of the roles (any role if none is named), subtrees included."""
    held = _held(user)
    return frozenset(organisation for organisation, role in held if not roles or role in roles)


def own(rows: Rows, user: Person) -> Rows:
    """Of plans, targets, verdicts or values, those that organisations keep or report in which the user has work to do.

    It narrows what is shown first and decides nothing: whether they are seen, `visible` says.
    """
    if rows.model is models.Observation:
        return rows.filter(_either(concerning(user, *WORKING)))
    path = "" if rows.model is models.Plan else f"{to_plan(rows.model)}__"
    return rows.filter(**{f"{path}owner__in": reach(user, *WORKING)})


def verifiable(values: Rows, user: Person) -> Rows:
    """Of the values that wait for review, those that the user may verify."""
    return values.filter(_either(verifying(user)), status=ObservationStatus.SUBMITTED)


def verifying(user: Person) -> tuple[Q, ...]:
    """The ways in which a value that waits may be the user's to verify."""
    return (Q(),) if _is_administrator(user) else concerning(user, Role.REVIEWER)


def concerning(user: Person, *roles: Role) -> tuple[Q, ...]:
    """The ways in which a value concerns organisations where the user has one of the roles; each has its own index."""
    bodies = reach(user, *roles)
    kept = models.Target.objects.filter(plan__owner__in=bodies).values("series")
    return Q(series__in=kept), Q(reported_by__in=bodies)


def _either(ways: tuple[Q, ...]) -> Q:
    return reduce(or_, ways)


def _is_administrator(user: Person) -> bool:
    return user.is_active and user.is_superuser


def _is_signed_in(user: Person) -> bool:
    """Whether it is somebody; a user who was locked out is nobody."""
    return user.is_authenticated and user.is_active


def _held(user: Person) -> frozenset[tuple[int, str]]:
    """Organisation and role, with every organisation below; read once for each user object, that is, each request."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if user.held_roles is None:
        with connection.cursor() as cursor:
            cursor.execute(_HELD, [user.pk])
            user.held_roles = frozenset(cursor.fetchall())
    return user.held_roles


_HELD = """
    WITH RECURSIVE held(organisation_id, role) AS (
        SELECT organisation_id, role FROM targets_membership WHERE user_id = %s
        UNION
        SELECT below.id, held.role FROM targets_organisation AS below
        JOIN held ON below.parent_id = held.organisation_id
    ) SELECT organisation_id, role FROM held
"""


def _seen(model: type[Model], user: Person) -> Q:
    """The condition on rows of the model that a user who is no administrator may see."""
    if model in COMMON:
        return Q()
    if model in OF_A_PLAN or model in WORKED_OUT:
        return Q(**{f"{to_plan(model)}__in": _plans(user)})
    return _SEEN[model](user)


def _plans(user: Person) -> QuerySet[models.Plan]:
    return models.Plan.objects.filter(_plan_seen(user))


def _plan_seen(user: Person, plan: str = "") -> Q:
    """The condition on plans, or on rows that lead to a plan by the path `plan`.

    What was once published stays readable when it is archived; a draft that is archived stays what it was.
    """
    published = Q(**{f"{plan}status": PlanStatus.PUBLISHED})
    archived = Q(**{f"{plan}status": PlanStatus.ARCHIVED}) & ~Q(**{f"{plan}pk__in": _only_drafts()})
    return published | archived | Q(**{f"{plan}owner__in": reach(user)})


def _only_drafts() -> QuerySet[Any]:
    """The plans that were drafts and never published, as history knows them."""
    events = apps.get_model("targets", "PlanEvent")._default_manager.filter(pgh_obj__isnull=False)
    published = events.filter(status=PlanStatus.PUBLISHED).values("pgh_obj")
    found: QuerySet[Any] = events.filter(status=PlanStatus.DRAFT).exclude(pgh_obj__in=published).values("pgh_obj")
    return found


def _responsibility_seen(user: Person) -> Q:
    plans = _plans(user)
    return Q(task__plan__in=plans) | Q(target__plan__in=plans)


def _policy_seen(user: Person) -> Q:
    """A rule made for a hidden plan, or for a target of one, is hidden with it."""
    plans = _plans(user)
    return (Q(plan=None) | Q(plan__in=plans)) & (Q(target=None) | Q(target__plan__in=plans))


def _series_seen(user: Person, series: str = "pk") -> Q:
    """A series that only hidden plans speak of stays hidden with them; `series` is the column that names it."""
    shown = Case(When(_plan_seen(user, "plan__"), then=True), default=False)
    of_series = models.Target.objects.filter(series=OuterRef(series)).order_by().values("series")
    # An aggregate is asked for each series of a page; two EXISTS would be answered from a scan of all targets.
    return Q(Coalesce(Subquery(of_series.annotate(shown=BoolOr(shown)).values("shown")), True))


def _observation_seen(user: Person) -> Q:
    """Values once verified are for all who see the series; what waits for review is the reporting side's affair."""
    # Asked of each value on the way and not joined: a page needs fifty of them, and there are a hundred thousand series.
    series = _series_seen(user, "series_id")
    if not _is_signed_in(user):
        return series & Q(verified_at__isnull=False)
    theirs = _either(concerning(user, *WORKING)) | Q(recorded_by=user.pk)
    return series & (Q(verified_at__isnull=False) | theirs)


_SEEN: dict[type[Model], Callable[[Person], Q]] = {
    models.Plan: _plan_seen,
    models.Responsibility: _responsibility_seen,
    models.AssessmentPolicy: _policy_seen,
    models.Series: _series_seen,
    models.Observation: _observation_seen,
    models.Membership: lambda user: Q(user=user.pk),
    models.User: lambda user: Q(pk=user.pk),
    models.SavedFilter: lambda user: _filter_seen(user),
    models.Batch: lambda user: Q(by=user.pk),
    models.Token: lambda user: Q(owner=user.pk),
    models.SearchEntry: lambda user: NOTHING,
}


def _filter_seen(user: Person) -> Q:
    """One's own, and those that others share with all who work here."""
    return Q(owner=user.pk) | Q(shared=True) if may_enter_admin(user) else NOTHING


def _may_save_filters(user: Person, thing: Any) -> bool:
    """Everyone who works here, each their own; what is shared stays its owner's to change."""
    return may_enter_admin(user) and (isinstance(thing, type) or thing.owner_id in (None, user.pk))


def _may_edit(user: Person, thing: Any) -> bool:
    """Editors keep the plans of their organisations."""
    editable = reach(user, Role.EDITOR)
    if isinstance(thing, type):
        return bool(editable)
    plan = plan_of(thing)
    return plan is not None and plan.owner_id in editable


def _may_judge(user: Person, thing: Any) -> bool:
    """Editors set the rule for their own plans, their targets and their organisations; what serves all is not theirs."""
    editable = reach(user, Role.EDITOR)
    if isinstance(thing, type):
        return bool(editable)
    if thing.organisation_id is not None:
        return thing.organisation_id in editable
    plan = plan_of(thing.plan or thing.target)
    return plan is not None and plan.owner_id in editable


def _may_keep(user: Person, thing: Any) -> bool:
    """Editors keep what plans share; an indicator or series that another's plan rests on is no longer theirs alone."""
    editable = reach(user, Role.EDITOR)
    if not editable or isinstance(thing, type) or thing.pk is None:
        return bool(editable)
    if isinstance(thing, models.Indicator | models.Series):
        path = "series" if isinstance(thing, models.Series) else "series__indicator"
        return not models.Target.objects.filter(**{path: thing}).exclude(plan__owner__in=editable).exists()
    return True


def _may_observe(user: Person, verb: str, thing: Any) -> bool:
    """Reporters and editors submit, reviewers verify: on series of the plans they keep, and what is their own body's.

    In the name of their body they report only where it has a part. Nobody alters or removes a value.
    """
    organisations = reach(user, *OBSERVING[verb]) if verb in OBSERVING else frozenset()
    if not organisations or isinstance(thing, type):
        return bool(organisations)
    return observing(user, verb, [thing.series_id]).allows(thing.series_id, thing.reported_by_id)


OBSERVING = {
    "add": (Role.REPORTER, Role.EDITOR),
    "submit": (Role.REPORTER, Role.EDITOR),
    "verify": (Role.REVIEWER,),
}
"""The roles that report values, and those that review them."""


@dataclass(frozen=True, kw_only=True)
class Observing:
    """On which of some series a user may `submit` or `verify` values, and in whose name."""

    everywhere: bool = False
    kept: frozenset[int] = frozenset()
    """Series of the plans they keep: there they may do it in any name."""
    shared: frozenset[int] = frozenset()
    """Series on which they may do it in the name of their own bodies."""
    bodies: frozenset[int] = frozenset()

    def allows(self, series: int, reported_by: int | None) -> bool:
        """Whether they may do it to a value of the series that the organisation, if any, reported."""
        own = reported_by in self.bodies and series in self.shared
        return self.everywhere or series in self.kept or own

    def anyhow(self, series: int) -> bool:
        """Whether they may do it in some name or other."""
        return self.everywhere or series in self.kept or (bool(self.bodies) and series in self.shared)


def observing(user: Person, verb: str, series: Iterable[int]) -> Observing:
    """What `may` says of values, for many series at once."""
    wanted = writable(user, series)
    if _is_administrator(user):
        return Observing(everywhere=limits_of(user) is NO_LIMITS, kept=frozenset(wanted))
    bodies = reach(user, *OBSERVING[verb])
    if not bodies or not wanted:
        return Observing()
    rows = models.Series.objects.filter(pk__in=wanted)
    kept = rows.filter(targets__plan__owner__in=bodies).values_list("pk", flat=True)
    if verb == "verify":
        return Observing(kept=frozenset(kept), shared=frozenset(wanted), bodies=bodies)
    part = rows.filter(_has_part(bodies)).values_list("pk", flat=True)
    return Observing(kept=frozenset(kept), shared=frozenset(part), bodies=bodies)


def _has_part(organisations: frozenset[int]) -> Q:
    """Series that are figures of the organisations, or on which a target stands that they have a part in."""
    return (
        Q(organisation__in=organisations)
        | Q(targets__responsibilities__organisation__in=organisations)
        | Q(targets__task__responsibilities__organisation__in=organisations)
    )
