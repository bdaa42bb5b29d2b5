"""Which measurement counts, and by which way it is found: the twin of _found in rules/verdicts/assessment.py.

Three ways lead there, and a question takes one:

- latest: before the deadline of anything but a flow, the latest value decides, and nothing else is read;
- ended: after it, the latest value until the deadline does, if it is the final one and meets the goal; else a few
  values around the deadline are looked at;
- gathered: sums, tests of every period, trends and counts of points need all values of the source.

What the latter two look up beyond one value they hand back in one piece, as JSON. A subquery is not run before its
value is asked for, whereas a join would be prepared for every question and take longer than all else.
"""

from typing import Final

from targets.models.expressions.ended import MAY_BE_DECIDED_EARLY, ended
from targets.models.expressions.evidence import NEEDS_TREND, is_kind
from targets.models.expressions.goals import holds
from targets.models.expressions.measurements import FIRST_DAY, GATHERED, LEVEL, STATED, derived, of, quantity
from targets.models.expressions.recurring import TESTED, recurring
from targets.models.expressions.trend import running
from targets.models.expressions.writing import code
from targets.rules.verdicts.measurements import Derivation
from targets.rules.verdicts.terms import Reason

LATEST_WAY, ENDED_WAY, GATHERED_WAY = 1, 2, 3

WAY: Final = f"""CASE
      WHEN q.obstacle IS NOT NULL THEN NULL
      WHEN q.is_flow OR q.is_every OR {is_kind(Derivation.YEARLY_GROWTH)} THEN {GATHERED_WAY}
      WHEN q.is_over THEN {ENDED_WAY}
      WHEN {NEEDS_TREND} OR q.min_points IS NOT NULL THEN {GATHERED_WAY}
      ELSE {LATEST_WAY} END"""

#: The columns of a measurement, and what else is handed back.
MEASUREMENT: Final = {
    "period_start": "date",
    "period_end": "date",
    "value": "numeric",
    "is_inexact": "boolean",
    "is_provisional": "boolean",
}
BESIDE: Final = {
    "reason": "text",
    "kept": "int",
    "tested": "int",
    "since": "int",
    "trend_value": "numeric",
    "trend_taken": "int",
    "trend_length": "int",
}


def latest() -> str:
    """The latest value, or the latest by the deadline once that is over: where an index keeps them, its first entry.

    One that is `void`, in force but without a number, sends the question the way of those that gather all.
    """
    until = f"CASE q.way WHEN {LATEST_WAY} THEN q.day WHEN {ENDED_WAY} THEN q.deadline END"
    return f"""LEFT JOIN LATERAL (
  SELECT {FIRST_DAY} AS period_start, o.period_end, {quantity(LEVEL)} AS value,
    {STATED} IS NULL AS is_inexact, o.is_provisional, {LEVEL} IS NULL AS is_void
  FROM given_observations AS o
  WHERE o.source = q.source AND o.period_end <= {until}
  ORDER BY o.period_end DESC, {FIRST_DAY}, o.id DESC
  LIMIT 1) AS l ON TRUE"""


LATEST: Final = {f"latest_{name}": f"l.{name}" for name in MEASUREMENT}


def more() -> str:
    """What the latest value does not tell, or nothing where it tells all.

    Past the deadline the final value decides alone if it meets the goal, or if no total may have decided before.
    """
    is_met = f"({holds('l.value')})"
    return f"""CASE
      WHEN q.way = {GATHERED_WAY} OR l.is_void THEN (SELECT to_jsonb(m) FROM ({_from_all()}) AS m)
      WHEN q.way = {ENDED_WAY} AND l.period_end = q.deadline AND ({is_met} OR NOT {MAY_BE_DECIDED_EARLY})
        THEN CASE WHEN NOT {is_met} THEN (SELECT to_jsonb(m) FROM ({_met_late()}) AS m) END
      WHEN q.way = {ENDED_WAY} THEN (SELECT to_jsonb(m) FROM ({_around_deadline()}) AS m) END"""


def _met_late() -> str:
    return f"""SELECT {code(Reason.MET_LATE)} AS reason, {of("k")} FROM ({derived()}) AS k
        WHERE k.period_end > q.deadline AND {holds("k.value")}
        ORDER BY k.period_end, k.period_start DESC LIMIT 1"""


def _around_deadline() -> str:
    by_then = f"SELECT {of('l')} WHERE l.period_end IS NOT NULL"
    return f"""WITH known AS NOT MATERIALIZED ({derived()}),
until AS NOT MATERIALIZED (SELECT {of("k")} FROM known AS k WHERE k.period_end <= q.deadline)
{ended(by_then)}"""


_LAST_UNTIL = f"SELECT {of('u')} FROM until AS u ORDER BY u.period_end DESC, u.period_start LIMIT 1"
_NO_PERIODS = "NULL::int AS kept, NULL::int AS tested"
_NO_POINTS = "NULL::int AS since, NULL::numeric AS trend_value, NULL::int AS trend_taken, NULL::int AS trend_length"


def _from_all() -> str:
    return f"""WITH RECURSIVE {GATHERED},{TESTED}
SELECT coalesce(g.reason, n.reason) AS reason, {of("g")}, g.kept, g.tested, g.since,
  g.trend_value, g.trend_taken, g.trend_length
FROM (SELECT) AS one
LEFT JOIN (
  SELECT e.reason, {of("e")}, e.kept, e.tested, {_NO_POINTS} FROM ({recurring()}) AS e WHERE q.is_every
  UNION ALL
  SELECT e.reason, {of("e")}, {_NO_PERIODS}, {_NO_POINTS} FROM ({ended(_LAST_UNTIL)}) AS e
  WHERE q.is_over AND NOT q.is_every
  UNION ALL
  SELECT NULL, {of("e")}, {_NO_PERIODS}, e.since, e.trend_value, e.trend_taken, e.trend_length
  FROM ({running()}) AS e WHERE NOT q.is_over AND NOT q.is_every) AS g ON TRUE
LEFT JOIN ({_lack()}) AS n ON g.period_end IS NULL"""


def _lack() -> str:
    """Why what is reported, if anything, gives no value yet."""
    return f"""SELECT CASE
    WHEN max(r.period_end) IS NULL THEN {code(Reason.NO_OBSERVATION)}
    WHEN q.is_every THEN {code(Reason.NO_COMPLETE_PERIOD)}
    WHEN q.is_total THEN {code(Reason.FIRST_PERIOD_MISSING)}
    WHEN max(r.period_end) <= q.base_day THEN {code(Reason.NOTHING_SINCE_BASE)}
    ELSE {code(Reason.NO_COMPLETE_PERIOD)} END AS reason
  FROM reported AS r"""


def _piece(name: str, kind: str) -> str:
    return f"(q.more ->> {code(name)})::{kind}"


#: What was found, whichever way.
FOUND: Final = {
    **{
        name: f"CASE WHEN q.more IS NULL THEN q.latest_{name} ELSE {_piece(name, kind)} END"
        for name, kind in MEASUREMENT.items()
    },
    **{name: _piece(name, kind) for name, kind in BESIDE.items() if name != "reason"},
    "found_reason": f"""CASE
      WHEN q.more IS NOT NULL THEN {_piece("reason", "text")}
      WHEN q.way = {ENDED_WAY} AND q.latest_period_end IS NOT NULL THEN
        CASE WHEN {holds("q.latest_value")} THEN {code(Reason.MET_ON_TIME)} ELSE {code(Reason.MISSED)} END END""",
}
