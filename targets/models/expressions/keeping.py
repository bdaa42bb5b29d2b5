"""Stored verdicts: which ones no longer hold, and the statements that renew them, judged by the twin or by the rule."""

from collections.abc import Mapping
from typing import Final

from targets.models.expressions.register import TWINNED, Narrow, between, milestones, observations, register, these
from targets.models.expressions.verdict import verdicts
from targets.rules.verdicts.terms import VerdictFlag

#: Columns of a stored verdict that come from the twin under the same name, and those that come from the register.
JUDGED: Final = (
    *("light", "pace", "attainment", "reason", "ground", "method", "value", "period_start", "period_end"),
    *("achieved_share", "expected_share", "expected_value", "gap_points", "gap_value", "required_annual_change"),
    *("observed_annual_change", "required_to_observed", "forecast_value", "forecast_meets", "figure"),
    *("periods_kept", "periods_tested"),
)
COVERED: Final = ("coverage_reported", "coverage_due", "flags")
REGISTERED: Final = ("plan_id", "revision_id", "policy_code", "policy_number")
#: All of them but the target and the day.
KEPT: Final = (*JUDGED, *COVERED, *REGISTERED)
#: What a change of light or pace tells.
TOLD: Final = ("light", "pace", "attainment", "reason", "value", "period_end", "policy_code", "policy_number")


def stale() -> str:
    """The targets from %(first)s to %(last)s whose stored verdict is not the one of %(day)s, or is not there.

    To count the periods reported, every value ever reported would have to be read. It is not: the count changes when
    another period is due, which shows here, or by a write, which renewed it then. Verdicts by methods that the twin
    does not know are all given.
    """
    partial = f"array_remove(stored.flags::text[], '{VerdictFlag.PARTIAL_COVERAGE}')"
    new = (*(f"judged.{name}" for name in JUDGED), "judged.flags", "judged.coverage_due", *_registered())
    old = (*(f"stored.{name}" for name in JUDGED), partial, "stored.coverage_due", *_stored())
    return f"""WITH RECURSIVE {register(between)},
judged AS ({_judged(between, coverage=False)})
SELECT coalesce(register.key, stored.target_id)
FROM register
LEFT JOIN judged ON judged.key = register.key
FULL JOIN (SELECT * FROM targets_assessment WHERE {between("target_id")}) AS stored ON stored.target_id = register.key
WHERE register.key IS NULL OR stored.target_id IS NULL
  OR {TWINNED} AND ({", ".join(new)}) IS DISTINCT FROM ({", ".join(old)})
  OR NOT {TWINNED}"""


def renewed() -> str:
    """Judges the targets %(keys)s by the twin and keeps the verdicts; see `_kept`.

    Those that are judged by another method are left as they are.
    """
    return f"""WITH RECURSIVE {register(these)},
judged AS ({_judged(these, coverage=True)}),
fresh AS MATERIALIZED (
  SELECT judged.key AS target_id, {", ".join(f"judged.{name}" for name in (*JUDGED, *COVERED))}, {", ".join(_registered())}
  FROM judged JOIN register ON register.key = judged.key
),
{_kept("SELECT key FROM register")}"""


def written(types: Mapping[str, str]) -> str:
    """Keeps the verdicts in %(verdicts)s, a JSON list of rows, as those on the targets %(keys)s; see `_kept`.

    `types` are the columns of a stored verdict with their types.
    """
    columns = ", ".join(f"{name} {types[name]}" for name in ("target_id", *KEPT))
    return f"""WITH fresh AS MATERIALIZED (SELECT * FROM jsonb_to_recordset(%(verdicts)s::jsonb) AS given({columns})),
{_kept("SELECT target_id FROM fresh")}"""


def _kept(in_force: str) -> str:
    """Writes the verdicts in `fresh` that changed, as of %(day)s, and tells every change of light or pace.

    Verdicts of the targets %(keys)s that are no longer in force go. Answers how many changed.
    """
    told, new = ", ".join(TOLD), ", ".join(KEPT)
    return f"""stored AS MATERIALIZED (SELECT * FROM targets_assessment WHERE {these("target_id")}),
changed AS MATERIALIZED (
  SELECT fresh.*, coalesce(stored.light, '') AS light_before, coalesce(stored.pace, '') AS pace_before
  FROM fresh LEFT JOIN stored ON stored.target_id = fresh.target_id
  WHERE stored.target_id IS NULL OR ({_compared("fresh")}) IS DISTINCT FROM ({_compared("stored")})
),
gone AS (
  DELETE FROM targets_assessment WHERE {these("target_id")} AND target_id NOT IN ({in_force})
  RETURNING *
),
moved AS (
  INSERT INTO targets_assessmentchange (target_id, judged_on, light_before, pace_before, {told})
  SELECT target_id, %(day)s, light_before, pace_before, {told} FROM changed
  WHERE (light, pace) IS DISTINCT FROM (light_before, pace_before)
  UNION ALL
  SELECT target_id, %(day)s, light, pace, '', '', {", ".join(TOLD[2:])} FROM gone
),
kept AS (
  INSERT INTO targets_assessment (target_id, judged_on, {new}) SELECT target_id, %(day)s, {new} FROM changed
  ON CONFLICT (target_id) DO UPDATE
  SET judged_on = excluded.judged_on, {", ".join(f"{name} = excluded.{name}" for name in KEPT)}
  RETURNING target_id
)
SELECT (SELECT count(*) FROM kept) + (SELECT count(*) FROM gone)"""


def _compared(row: str) -> str:
    return ", ".join(f"{row}.{name}{'::text[]' if name == 'flags' else ''}" for name in KEPT)


def others() -> str:
    """Those of the targets %(keys)s that are judged by a method which the twin does not know."""
    return f"WITH RECURSIVE {register(these)} SELECT key FROM register WHERE NOT {TWINNED} ORDER BY key"


def _judged(narrow: Narrow, *, coverage: bool) -> str:
    questions = f"SELECT * FROM register WHERE {TWINNED}"
    return verdicts(questions, milestones(narrow), observations(), coverage=coverage)


def _registered() -> tuple[str, ...]:
    return tuple(f"register.{name}" for name in REGISTERED)


def _stored() -> tuple[str, ...]:
    return tuple(f"stored.{name}" for name in REGISTERED)
