"""The twin of rules/verdicts/trend.py: one point a year, the base included, back from the value to the first year without one."""

from targets.models.expressions.measurements import of
from targets.models.expressions.periods import year, years_between
from targets.rules.verdicts.trend import FEWEST_POINTS, MOST_POINTS


def running() -> str:
    """The last measurement of `known`, points since the base day, and the point from which the last years' slope runs.

    With six years in a row the slope runs from the first of them, else with four from the first of those; with fewer
    it is null.
    """
    return f"""
SELECT {of("last")}, c.since, first.value AS trend_value, first.taken AS trend_taken, first.length AS trend_length
FROM (SELECT * FROM known AS k ORDER BY k.period_end DESC, k.period_start LIMIT 1) AS last
CROSS JOIN (SELECT count(*)::int AS since FROM known AS k WHERE q.base_day IS NULL OR k.period_end > q.base_day) AS c
LEFT JOIN LATERAL (
  SELECT p.value, y.taken, y.length
  FROM (SELECT p.*, count(*) OVER () AS points, count(*) FILTER (WHERE p.ago < {FEWEST_POINTS}) OVER () AS fewer
        FROM ({_points()}) AS p) AS p
  CROSS JOIN LATERAL ({years_between("p.period_end", "last.period_end")}) AS y
  WHERE p.ago = CASE
    WHEN p.points = {MOST_POINTS} THEN {MOST_POINTS - 1} WHEN p.fewer = {FEWEST_POINTS} THEN {FEWEST_POINTS - 1} END
) AS first ON q.needs_trend"""


def _points() -> str:
    """The last point of each of the last years, by how many years ago it was."""
    ago = f"{year('last.period_end')} - {year('p.period_end')}"
    return f"""
  SELECT DISTINCT ON ({ago}) {ago} AS ago, p.period_end, p.value
  FROM (SELECT q.base_day AS period_start, q.base_day AS period_end, q.origin AS value
        UNION ALL SELECT k.period_start, k.period_end, k.value FROM known AS k WHERE k.period_end > q.base_day) AS p
  WHERE q.needs_trend AND {ago} < {MOST_POINTS}
  ORDER BY {ago}, p.period_end DESC, p.period_start"""
