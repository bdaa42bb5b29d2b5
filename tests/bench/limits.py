"""What the machine can do at best: the bare statements that the program's own work is measured against."""

LATEST_AND_LINE = """
SELECT count(*), sum(share), sum(expected) FROM (
  SELECT (latest.value - says.base_value) / nullif(coalesce(says.lower, says.upper) - says.base_value, 0) AS share,
    says.base_value + (coalesce(says.lower, says.upper) - says.base_value)
      * (least(%(day)s, says.deadline) - says.base_date) / (says.deadline - says.base_date) AS expected
  FROM targets_target AS target
  JOIN targets_targetrevision AS says ON says.target_id = target.id
  LEFT JOIN (
    SELECT series.id AS series_id, one.* FROM targets_series AS series
    CROSS JOIN LATERAL (
      SELECT period_end, value FROM targets_observation
      WHERE series_id = series.id AND status = 'verified' AND period_end <= %(day)s
      ORDER BY period_end DESC LIMIT 1
    ) AS one OFFSET 0
  ) AS latest ON latest.series_id = target.series_id
) AS each
"""
"""The latest verified value of each series once, joined to the targets, and the straight line: one SELECT, no writing."""
