"""The twin of rules/verdicts/recurring.py: each complete period is tested by itself."""

from typing import Final

from targets.models.expressions.goals import holds
from targets.models.expressions.measurements import change, of
from targets.models.expressions.periods import year, year_end
from targets.models.expressions.writing import code, codes
from targets.rules.terms import Accumulation
from targets.rules.verdicts.measurements import TOTALS
from targets.rules.verdicts.terms import Method, Reason

#: Whether a change since the year before is tested, not a level, a flow of its year or a change that is reported.
_TESTS_CHANGES = f"""(q.is_change AND NOT (q.accumulation = {code(Accumulation.RATIO)} AND q.base_value IS NULL)
    AND NOT (q.is_flow AND q.measure IN {codes(TOTALS)}))"""
_BEFORE = f"""CASE
      WHEN q.base_value IS NOT NULL AND c.year - 1 = {year("q.base_day")} THEN q.base_value ELSE p.value END"""

#: Named relations from `levels`: the last level of each year that is over, its change since the year before (the base
#: serves for the first), and what is tested: periods wholly after the base day that begin by the deadline.
TESTED: Final = f"""
yearly AS (
  SELECT DISTINCT ON ({year("l.period_end")}) {year("l.period_end")} AS year, {of("l")}
  FROM levels AS l
  WHERE {_TESTS_CHANGES} AND {year_end(year("l.period_end"))} <= q.day
  ORDER BY {year("l.period_end")}, l.period_end DESC, l.period_start),
changes AS (
  SELECT c.period_start, c.period_end, {change("c.value", _BEFORE)} AS value, c.is_inexact, c.is_provisional
  FROM yearly AS c LEFT JOIN yearly AS p ON p.year = c.year - 1),
tested AS (
  SELECT {of("t")}, {holds("t.value")} AS is_good
  FROM (SELECT {of("l")} FROM levels AS l WHERE NOT {_TESTS_CHANGES}
        UNION ALL SELECT {of("c")} FROM changes AS c WHERE c.value IS NOT NULL) AS t
  WHERE q.is_every AND (q.base_day IS NULL OR t.period_start > q.base_day)
    AND (q.deadline IS NULL OR t.period_start <= q.deadline))"""

_REASON = f"""CASE
    WHEN q.deadline IS NULL THEN {code(Reason.DEADLINE_MISSING)}
    WHEN NOT q.is_over AND q.judged_by = {code(Method.DEADLINE_ONLY)} THEN {code(Reason.JUDGED_AT_DEADLINE)}
    WHEN c.kept < c.tested THEN {code(Reason.A_PERIOD_BROKEN)}
    WHEN NOT q.is_over THEN {code(Reason.EVERY_PERIOD_KEPT)}
    WHEN t.period_end >= q.deadline THEN {code(Reason.MET_ON_TIME)}
    ELSE {code(Reason.AWAITING_FINAL_VALUE)} END"""


def recurring() -> str:
    """The last period tested, with periods kept and tested."""
    return f"""
SELECT {_REASON} AS reason, {of("t")}, c.kept, c.tested
FROM (SELECT count(*) FILTER (WHERE t.is_good)::int AS kept, count(*)::int AS tested FROM tested AS t) AS c
CROSS JOIN (SELECT * FROM tested AS t ORDER BY t.period_end DESC, t.period_start LIMIT 1) AS t"""
