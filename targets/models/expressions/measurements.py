"""The twin of rules/verdicts/measurements.py: what is reported of a source, and the quantity that the target speaks of.

Each is the text of a subquery beside the row q of a question.
"""

from typing import Final

from targets.models.expressions.evidence import is_kind, kind
from targets.models.expressions.numbers import divided, growth_factor, ratio, rounded
from targets.models.expressions.periods import year, year_end, years_between
from targets.models.expressions.writing import code, codes
from targets.rules.terms import Comparator, Measure
from targets.rules.verdicts.measurements import DERIVED, Derivation

#: What a measurement consists of.
MEASUREMENT: Final = "{0}.period_start, {0}.period_end, {0}.value, {0}.is_inexact, {0}.is_provisional"

STATED: Final = f"coalesce(o.value, {ratio('o.numerator', 'o.denominator')})"
_BOUND = f"""CASE
    WHEN o.comparator = '' THEN NULL
    WHEN o.comparator = {code(Comparator.BETWEEN)} AND q.is_from_above THEN o.upper
    ELSE coalesce(o.lower, o.upper) END"""
LEVEL: Final = f"coalesce({STATED}, {_BOUND})"
FIRST_DAY: Final = "coalesce(o.period_start, o.period_end)"


def of(alias: str) -> str:
    """The columns of a measurement."""
    return MEASUREMENT.format(alias)


#: The numbers that count, the latest first, of two that end together the longer one first. Of two for the same period
#: the one with the higher number is in force, even where it has no value.
REPORTED: Final = f"""
SELECT {of("i")}
FROM (SELECT DISTINCT ON (o.period_end, {FIRST_DAY})
        o.period_end, {FIRST_DAY} AS period_start, o.period_start IS NULL AS is_open,
        {LEVEL} AS value, {STATED} IS NULL AS is_inexact, o.is_provisional
      FROM given_observations AS o
      WHERE o.source = q.source AND o.period_end <= q.day
      ORDER BY o.period_end DESC, {FIRST_DAY}, o.id DESC) AS i
WHERE i.value IS NOT NULL AND NOT (q.is_flow AND i.is_open)"""


def quantity(level: str) -> str:
    """The target's own quantity from a level, but for yearly growth; null where it cannot be told."""
    times = divided(level, "nullif(q.base_value, 0)")
    return f"""CASE q.derivation
    WHEN {kind(Derivation.DIFFERENCE)} THEN {level} - q.base_value
    WHEN {kind(Derivation.PERCENT)} THEN {times} - 1
    WHEN {kind(Derivation.TIMES)} THEN {times}
    ELSE {level} END"""


def derived() -> str:
    """Every value as the target's own quantity; without yearly growth."""
    return f"""
SELECT r.period_start, r.period_end, {quantity("r.value")} AS value, r.is_inexact, r.is_provisional
FROM ({REPORTED}) AS r"""


def _growth(level: str, end: str) -> str:
    """The even yearly rate that leads from the base to a level; only between levels above zero."""
    growth = rounded(f"{growth_factor('q.base_value', level, 'y.taken', 'y.length')} - 1")
    return f"""CASE WHEN q.base_value > 0 AND {level} >= 0 AND {end} > q.base_day
      THEN (SELECT {growth} FROM ({years_between("q.base_day", end)}) AS y) END"""


def change(value: str, before: str) -> str:
    """From the level of one year to that of the next, in the way of the measure."""
    differing = [measure for measure, how in DERIVED.items() if how is Derivation.DIFFERENCE]
    times = divided(value, f"nullif({before}, 0)")
    return f"""CASE
    WHEN q.measure IN {codes(differing)} THEN {value} - {before}
    WHEN q.measure = {code(Measure.MULTIPLE)} THEN {times}
    ELSE {times} - 1 END"""


def _longest(first: str, last: str) -> str:
    return f"""(SELECT * FROM reported AS r WHERE r.period_start = {first} AND r.period_end <= {last}
      ORDER BY r.period_end DESC LIMIT 1)"""


#: Named relations for a question that needs more than its latest value; `reported` to `until` are those of the rule.
#: - sums: where adding begins and by which day it ends: each year of a flow, all since the base day, all of that until
#:   the deadline;
#: - laid: periods side by side, at each place the longest that begins there, up to the first hole, with their totals;
#: - levels: complete years of a flow, running totals, else as reported; known: the target's own quantity;
#: - until: what was known of the time up to the deadline; a sum then takes no period that reaches beyond it.
GATHERED: Final = f"""
reported AS MATERIALIZED ({REPORTED}),
sums AS (
  SELECT make_date(y.year, 1, 1) AS first, {year_end("y.year")} AS last
  FROM (SELECT DISTINCT {year("r.period_end")} AS year FROM reported AS r) AS y
  WHERE q.is_flow AND NOT q.is_summed
  UNION ALL SELECT q.base_day + 1, q.day WHERE q.is_summed
  UNION ALL SELECT q.base_day + 1, q.deadline WHERE q.is_summed AND q.is_over),
laid AS (
  SELECT s.first, s.last, {of("t")}
  FROM sums AS s CROSS JOIN LATERAL {_longest("s.first", "s.last")} AS t
  UNION ALL
  SELECT l.first, l.last, t.period_start, t.period_end,
    l.value + t.value, l.is_inexact OR t.is_inexact, l.is_provisional OR t.is_provisional
  FROM laid AS l CROSS JOIN LATERAL {_longest("l.period_end + 1", "l.last")} AS t),
levels AS MATERIALIZED (
  SELECT {of("r")} FROM reported AS r WHERE NOT q.is_flow
  UNION ALL
  SELECT l.first, l.last, l.value, l.is_inexact, l.is_provisional
  FROM laid AS l WHERE q.is_flow AND NOT q.is_summed AND l.period_end = l.last
  UNION ALL
  SELECT {of("l")} FROM laid AS l WHERE q.is_summed AND l.last = q.day),
known AS MATERIALIZED (
  SELECT {of("k")} FROM (
    SELECT l.period_start, l.period_end, CASE WHEN {is_kind(Derivation.YEARLY_GROWTH)}
      THEN {_growth("l.value", "l.period_end")} ELSE {quantity("l.value")} END AS value, l.is_inexact, l.is_provisional
    FROM levels AS l) AS k
  WHERE k.value IS NOT NULL),
until AS (
  SELECT {of("k")} FROM known AS k WHERE NOT q.is_summed AND k.period_end <= q.deadline
  UNION ALL
  SELECT {of("l")} FROM laid AS l WHERE q.is_summed AND q.is_over AND l.last = q.deadline)"""
