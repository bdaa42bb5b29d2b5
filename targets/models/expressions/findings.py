"""Which measurement counts, and by which way it is found: the twin of _found in rules/assessment.py.

A row has reason (null while the pace is still to be judged), the measurement, periods kept and tested, points since
the base day, and where the slope of the last years runs from. Three ways lead there, and a question takes one:

- latest: before the deadline of anything but a flow, the latest value decides, and nothing else is read;
- ended: after it, a few values around the deadline do;
- gathered: sums, tests of every period, trends and counts of points need all values of the source.
"""

from typing import Final

from targets.models.expressions.ended import ended
from targets.models.expressions.evidence import NEEDS_TREND, is_kind
from targets.models.expressions.measurements import GATHERED, REPORTED, of, quantity
from targets.models.expressions.recurring import TESTED, recurring
from targets.models.expressions.trend import running
from targets.models.expressions.writing import code
from targets.rules.measurements import Derivation
from targets.rules.verdict_terms import Reason

LATEST_WAY, ENDED_WAY, GATHERED_WAY = 1, 2, 3

WAY: Final = f"""CASE
      WHEN q.obstacle IS NOT NULL THEN NULL
      WHEN q.is_flow OR q.is_every OR {is_kind(Derivation.YEARLY_GROWTH)} THEN {GATHERED_WAY}
      WHEN q.is_over THEN {ENDED_WAY}
      WHEN {NEEDS_TREND} OR q.min_points IS NOT NULL THEN {GATHERED_WAY}
      ELSE {LATEST_WAY} END"""

_NO_PERIODS = "NULL::int AS kept, NULL::int AS tested"
_NO_POINTS = "NULL::int AS since, NULL::numeric AS trend_value, NULL::int AS trend_taken, NULL::int AS trend_length"
_DERIVED = f"""
SELECT r.period_start, r.period_end, {quantity("r.value", "r.period_end")} AS value, r.is_inexact, r.is_provisional
FROM ({REPORTED}) AS r"""


def found() -> str:
    return f"""LEFT JOIN LATERAL (
{_latest()}
UNION ALL
{_around_deadline()}
UNION ALL
{_from_all()}
OFFSET 0) AS f ON TRUE"""


def _latest() -> str:
    return f"""(SELECT NULL::text AS reason, {of("k")}, {_NO_PERIODS}, {_NO_POINTS}
FROM ({_DERIVED} WHERE q.way = {LATEST_WAY} ORDER BY r.period_end DESC, r.period_start LIMIT 1) AS k)"""


def _around_deadline() -> str:
    return f"""(SELECT e.reason, {of("e")}, {_NO_PERIODS}, {_NO_POINTS}
FROM (WITH known AS NOT MATERIALIZED ({_DERIVED}),
      until AS NOT MATERIALIZED (SELECT {of("k")} FROM known AS k WHERE k.period_end <= q.deadline)
      {ended()}) AS e
WHERE q.way = {ENDED_WAY})"""


def _from_all() -> str:
    return f"""(SELECT * FROM (
WITH RECURSIVE {GATHERED},{TESTED}
SELECT coalesce(g.reason, l.reason), {of("g")}, g.kept, g.tested, g.since, g.trend_value, g.trend_taken, g.trend_length
FROM (SELECT) AS nothing
LEFT JOIN (
  SELECT e.reason, {of("e")}, e.kept, e.tested, {_NO_POINTS} FROM ({recurring()}) AS e WHERE q.is_every
  UNION ALL
  SELECT e.reason, {of("e")}, {_NO_PERIODS}, {_NO_POINTS} FROM ({ended()}) AS e WHERE q.is_over AND NOT q.is_every
  UNION ALL
  SELECT NULL, {of("e")}, {_NO_PERIODS}, e.since, e.trend_value, e.trend_taken, e.trend_length
  FROM ({running()}) AS e WHERE NOT q.is_over AND NOT q.is_every) AS g ON TRUE
LEFT JOIN ({_lack()}) AS l ON g.period_end IS NULL
OFFSET 0) AS a WHERE q.way = {GATHERED_WAY})"""


def _lack() -> str:
    """Why what is reported, if anything, gives no value yet."""
    return f"""SELECT CASE
    WHEN max(r.period_end) IS NULL THEN {code(Reason.NO_OBSERVATION)}
    WHEN q.is_every THEN {code(Reason.NO_COMPLETE_PERIOD)}
    WHEN q.is_total THEN {code(Reason.FIRST_PERIOD_MISSING)}
    WHEN max(r.period_end) <= q.base_day THEN {code(Reason.NOTHING_SINCE_BASE)}
    ELSE {code(Reason.NO_COMPLETE_PERIOD)} END AS reason
  FROM reported AS r"""
