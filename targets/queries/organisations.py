"""The tree of organisations, upward and downward; it is today's, whatever day is asked for."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import Model, Q

from targets.access import Person, visible
from targets.models import Observation, Plan, Responsibility, Series, Target, Task


def lines_up(organisations: Iterable[int]) -> dict[int, list[int]]:
    """Each organisation with those above it, itself first and then the nearest."""
    if not (wanted := list(organisations)):
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_LINES_UP, [wanted])
        return dict(cursor.fetchall())


_LINES_UP = """
    WITH RECURSIVE line(organisation, body, steps) AS (
        SELECT id, id, 0 FROM targets_organisation WHERE id = ANY(%s)
        UNION ALL
        SELECT line.organisation, below.parent_id, line.steps + 1 FROM line
        JOIN targets_organisation AS below ON below.id = line.body WHERE below.parent_id IS NOT NULL
    ) SELECT organisation, array_agg(body ORDER BY steps) FROM line GROUP BY organisation
"""


def with_those_below(organisations: Iterable[int]) -> set[int]:
    """The organisations and every one below them."""
    if not (tops := list(organisations)):
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_BELOW, [tops])
        return {key for (key,) in cursor.fetchall()}


_BELOW = """
    WITH RECURSIVE below(id) AS (
        SELECT unnest(%s::bigint[])
        UNION
        SELECT child.id FROM targets_organisation AS child JOIN below ON child.parent_id = below.id
    ) SELECT id FROM below
"""


def concerning(model: type[Model], bodies: set[int], user: Person) -> Q:
    """The condition on plans, tasks, targets, series or values that one of the organisations has to do with.

    It issued or keeps the plan, answers for the task or target or has a part in it, or the figures are its own. What
    leads there is what the user sees.
    """
    plans = Plan.objects.filter(Q(owner__in=bodies) | Q(issuer__in=bodies)).values("pk")
    parts = Responsibility.objects.filter(organisation__in=bodies)
    tasks, targets = parts.exclude(task=None).values("task"), parts.exclude(target=None).values("target")
    series = Series.objects.filter(organisation__in=bodies).values("pk")
    of_targets = Q(plan__in=plans) | Q(task__in=tasks) | Q(pk__in=targets) | Q(series__in=series)
    conditions: dict[type[Model], Q] = {
        Plan: Q(pk__in=plans)
        | Q(pk__in=Task.objects.filter(pk__in=tasks).values("plan"))
        | Q(pk__in=Target.objects.filter(pk__in=targets).values("plan")),
        Task: Q(plan__in=plans) | Q(pk__in=tasks),
        Target: of_targets,
        Series: Q(organisation__in=bodies)
        | Q(pk__in=visible(Target.objects.filter(of_targets), user).values("series")),
        Observation: Q(series__organisation__in=bodies) | Q(reported_by__in=bodies),
    }
    return conditions[model]
