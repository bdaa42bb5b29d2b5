"""The register put to the SQL twin: its targets as questions, with the policy that judges each, and its values.

Every text takes the parameters %(day)s and %(known_at)s, as models/times.py tells them, and those of its `Narrow`.
"""

from collections.abc import Callable
from typing import Final

from targets.models.expressions.policies import LINEAR
from targets.models.expressions.writing import code, codes
from targets.rules.terms import ObservationStatus
from targets.rules.verdicts.policies import DEFAULT

#: Whether the twin knows the method; the others are judged in Python.
TWINNED: Final = f"(register.method IS NULL OR register.method IN {codes(LINEAR)})"
SETTINGS: Final = ("ahead", "on_track", "behind", "far_behind", "max_age_days", "min_points")
#: What a row of the register holds.
COLUMNS: Final = (
    *("key", "source", "measure", "comparator", "lower", "upper", "tolerance", "quantifier", "base_value", "base_date"),
    *("start", "deadline", "accumulation", "direction", "frequency", "method", *SETTINGS, "bare_as", "over_rule"),
    *("approx_tolerance", "revision_id", "plan_id", "policy_code", "policy_number"),
)
#: What a value holds.
VALUE: Final = (
    *("source", "period_start", "period_end", "value", "comparator", "lower", "upper", "numerator", "denominator"),
)
VALUES_MEANT: Final = "source = ANY(%(sources)s) AND period_end <= %(day)s"
#: Which targets are meant: from the name of a column to a condition on it.
Narrow = Callable[[str], str]


def these(column: str) -> str:
    """The targets in the parameter %(keys)s."""
    return f"{column} = ANY(%(keys)s)"


def between(column: str) -> str:
    """The targets from %(first)s to %(last)s."""
    return f"{column} BETWEEN %(first)s AND %(last)s"


def register(narrow: Narrow) -> str:
    """The CTEs that lead to `register`: every target in force, one row each, with the policy that judges it.

    Beside what the twin reads, a row has `revision_id`, `plan_id`, `policy_code` and `policy_number`. Only those for
    which TWINNED holds are questions for the twin.
    """
    return f"{_policies()},\n{_owners()},\n{_revisions(narrow)},\nregister AS (\n{_register(narrow)}\n)"


def _policies() -> str:
    """The version of each policy that is in force."""
    return """policies AS MATERIALIZED (
  SELECT * FROM (
    SELECT DISTINCT ON (code) * FROM targets_assessmentpolicy
    WHERE effective_date <= %(day)s AND recorded_at <= %(known_at)s
    ORDER BY code, effective_date DESC, recorded_at DESC
  ) AS latest WHERE NOT withdrawn
)"""


def _owners() -> str:
    """By organisation, the policy of the nearest one above it that has one, itself included."""
    return """owners(organisation_id, policy_id) AS (
  SELECT organisation_id, id FROM policies WHERE organisation_id IS NOT NULL
  UNION ALL
  SELECT below.id, owners.policy_id FROM owners
  JOIN targets_organisation AS below ON below.parent_id = owners.organisation_id
  WHERE NOT EXISTS (SELECT FROM policies WHERE policies.organisation_id = below.id)
)"""


def _revisions(narrow: Narrow) -> str:
    """The revision of each target that is in force."""
    return f"""revisions AS (
  SELECT * FROM (
    SELECT DISTINCT ON (target_id) * FROM targets_targetrevision
    WHERE effective_date <= %(day)s AND recorded_at <= %(known_at)s AND {narrow("target_id")}
    ORDER BY target_id, effective_date DESC, recorded_at DESC
  ) AS latest WHERE NOT withdrawn
)"""


def _register(narrow: Narrow) -> str:
    settings = "".join(f", policy.{name}" for name in SETTINGS)
    return f"""  SELECT target.id AS key, target.series_id AS source, %(day)s::date AS day,
    revision.measure, revision.comparator, revision.lower, revision.upper, revision.tolerance, revision.quantifier,
    revision.base_value, revision.base_date, plan.period_start AS start, revision.deadline,
    indicator.accumulation, indicator.direction, indicator.frequency,
    nullif(policy.method, '') AS method{settings},
    coalesce(policy.bare_as, {code(DEFAULT.bare_as)}) AS bare_as, nullif(policy.over, '') AS over_rule,
    coalesce(policy.approx_tolerance, {DEFAULT.approx_tolerance}) AS approx_tolerance,
    revision.id AS revision_id, target.plan_id,
    coalesce(policy.code, {code(DEFAULT.code)}) AS policy_code, coalesce(policy.number, {DEFAULT.version}) AS policy_number
  FROM targets_target AS target
  JOIN revisions AS revision ON revision.target_id = target.id
  JOIN targets_plan AS plan ON plan.id = target.plan_id
  JOIN targets_series AS series ON series.id = target.series_id
  JOIN targets_indicator AS indicator ON indicator.id = series.indicator_id
  LEFT JOIN owners ON owners.organisation_id = plan.owner_id
  LEFT JOIN policies AS of_target ON of_target.target_id = target.id
  LEFT JOIN policies AS of_plan ON of_plan.plan_id = plan.id
  LEFT JOIN policies AS general ON general.code = {code(DEFAULT.code)}
  LEFT JOIN policies AS policy
    ON policy.id = coalesce(of_target.id, of_plan.id, owners.policy_id, general.id)
  WHERE {narrow("target.id")}"""


def milestones(narrow: Narrow) -> str:
    """Milestones in force that have a number."""
    return f"""SELECT target_id AS key, day, value FROM (
    SELECT DISTINCT ON (target_id, day) * FROM targets_milestone
    WHERE effective_date <= %(day)s AND recorded_at <= %(known_at)s AND {narrow("target_id")}
    ORDER BY target_id, day, effective_date DESC, recorded_at DESC
  ) AS latest WHERE NOT withdrawn AND value IS NOT NULL"""


def observations() -> str:
    """Values that count at this moment; an index keeps them ready, the latest of a series first."""
    return f"""SELECT series_id AS source, id, period_start, period_end, value, comparator, lower, upper,
    numerator, denominator, FALSE AS is_provisional
  FROM targets_observation WHERE status = {code(ObservationStatus.VERIFIED)}"""


def plainly() -> str:
    """The register's own words on the targets %(keys)s, whatever method judges them."""
    return f"WITH RECURSIVE {register(these)} SELECT {', '.join(COLUMNS)} FROM register ORDER BY key"


def values() -> str:
    """Values that count now, of the series %(sources)s, by the day %(day)s; of two for one period the later comes last."""
    return f"SELECT {', '.join(VALUE)} FROM ({observations()}) AS o WHERE {VALUES_MEANT} ORDER BY id"
