"""The tree of organisations, upward and downward; it is today's, whatever day is asked for."""

from collections.abc import Iterable

from django.db import connection


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
