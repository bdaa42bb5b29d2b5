"""The twin of coverage in rules/lights.py: periods reported of the calendar periods due since the base day."""

from targets.models.expressions.measurements import REPORTED
from targets.models.expressions.periods import first_day, month_number, months


def coverage(*, counted: bool) -> str:
    """A row with `reported` and `due`; none without a rhythm or a base day. Unless `counted`, `reported` is null.

    Periods are numbered from the year zero on: due are those from `first` up to, but not including, `beyond`.
    """
    return f"""LEFT JOIN LATERAL (
  SELECT {_counted() if counted else "NULL::int"} AS reported,
    greatest(p.beyond - p.first, 0) AS due
  FROM (SELECT m.months, {month_number("q.base_day")} / m.months + 1 AS first,
          {month_number("(least(q.day, q.deadline) + 1)")} / m.months AS beyond
        FROM (SELECT {months("q.frequency")} AS months OFFSET 0) AS m
        WHERE q.base_day IS NOT NULL AND m.months IS NOT NULL OFFSET 0) AS p
  OFFSET 0) AS c ON TRUE"""


def _counted() -> str:
    return f"CASE WHEN p.beyond <= p.first THEN 0 WHEN q.is_flow THEN ({_filled()}) ELSE ({_hit()}) END"


def _hit() -> str:
    """Periods in which a value ends."""
    return f"""SELECT count(DISTINCT {month_number("r.period_end")} / p.months)::int
    FROM ({REPORTED}) AS r
    WHERE r.period_end >= {first_day("p.first * p.months")} AND r.period_end < {first_day("p.beyond * p.months")}"""


def _filled() -> str:
    """Periods of which every day is reported."""
    period = f"daterange({first_day('n * p.months')}, {first_day('(n + 1) * p.months')})"
    return f"""SELECT count(*)::int
    FROM (SELECT range_agg(daterange(r.period_start, r.period_end, '[]')) AS stretches FROM ({REPORTED}) AS r) AS s
    CROSS JOIN generate_series(p.first, p.beyond - 1) AS n
    WHERE s.stretches @> {period}"""
