"""What the token in use leaves of the rights of its owner."""

from collections.abc import Iterable

from django.contrib.auth.models import AnonymousUser
from django.db.models import Model, Q

from targets import models
from targets.access.belonging import OF_A_PLAN, WORKED_OUT, plan_of, to_plan
from targets.models.accounts import Limits

NO_LIMITS = Limits(may_write=True)


def limits_of(user: models.User | AnonymousUser) -> Limits:
    """What the token in use leaves of the user's rights; all of them without one."""
    return getattr(user, "limits", None) or NO_LIMITS


def is_within_limits(user: models.User | AnonymousUser, thing: Model | type[Model]) -> bool:
    """Whether the token in use, if any, leaves the right to write the row; no token gives out another."""
    limits = limits_of(user)
    if limits is NO_LIMITS:
        return True
    if not limits.may_write or models.Token in (thing, type(thing)):
        return False
    return limits.plans is None or isinstance(thing, type) or _belongs(thing, limits.plans)


def _belongs(thing: Model, plans: frozenset[int]) -> bool:
    """Whether the row, perhaps a half-filled one, belongs to one of the plans, or is a value of their targets."""
    if isinstance(thing, models.Observation):
        return models.Target.objects.filter(series=thing.series_id, plan__in=plans).exists()
    if isinstance(thing, models.AssessmentPolicy):
        plan = plan_of(thing.plan or thing.target)
    elif isinstance(thing, (models.Plan, models.Responsibility, *OF_A_PLAN)):
        plan = plan_of(thing)
    else:
        return False
    return plan is not None and plan.pk in plans


def of_plans(model: type[Model], plans: frozenset[int]) -> Q:
    """The condition on rows that belong to one of the plans, or serve all plans alike."""
    series = models.Target.objects.filter(plan__in=plans).order_by().values("series")
    if model in OF_A_PLAN or model in WORKED_OUT:
        return Q(**{f"{to_plan(model)}__in": plans})
    if model is models.Responsibility:
        return Q(task__plan__in=plans) | Q(target__plan__in=plans)
    if model is models.AssessmentPolicy:
        return (Q(plan=None) | Q(plan__in=plans)) & (Q(target=None) | Q(target__plan__in=plans))
    if model is models.Plan:
        return Q(pk__in=plans)
    return Q(**{TO_SERIES[model]: series}) if model in TO_SERIES else Q()


TO_SERIES: dict[type[Model], str] = {models.Series: "pk__in", models.Observation: "series__in"}


def writable(user: models.User | AnonymousUser, series: Iterable[int]) -> list[int]:
    """Those of the series on which the token in use, if any, leaves the right to write."""
    limits, wanted = limits_of(user), list(series)
    if not limits.may_write:
        return []
    if limits.plans is None:
        return wanted
    found = models.Target.objects.filter(series__in=wanted, plan__in=limits.plans)
    return list(found.order_by().values_list("series", flat=True).distinct())
