"""The twin of rules/verdicts/trajectory.py: where the path is on the day of the value, and the value beside it."""

from typing import Final

from targets.models.expressions.goals import distance
from targets.models.expressions.numbers import close, divided, quotient, rounded
from targets.models.expressions.periods import Years, years, years_between
from targets.models.expressions.writing import code
from targets.rules.verdicts.terms import Method

#: Years from the base day to the value, from the base day to the deadline, and from the value to the deadline.
GONE: Final = years("q.end_year - q.base_year", "q.period_end", "q.gone_mark", "q.gone_length")
WHOLE: Final = years("q.deadline_year - q.base_year", "q.deadline", "q.whole_mark", "q.whole_length")
LEFT: Final = years("q.deadline_year - q.end_year", "q.deadline", "q.left_mark", "q.left_length")

#: A path leads from the base day to a later deadline.
HAS_PATH: Final = f"""coalesce(q.whole > 0 AND NOT q.is_direct AND q.base_day < q.deadline, FALSE)
      AND q.judged_by <> {code(Method.DEADLINE_ONLY)}"""


def along(start: str, end: str, gone: Years, whole: Years) -> str:
    """The value between two corners, after so much of the time between them; one division, so that it is exact."""
    return (
        f"{start} + {divided(f'({end} - {start}) * ({gone.taken} * {whole.length})', f'{gone.length} * {whole.taken}')}"
    )


def carried_on(change: str, during: Years) -> str:
    """The value at the deadline if it goes on to change so much in so many years."""
    whole = f"{LEFT.length} * {during.taken}"
    return quotient(f"q.value * ({whole}) + {change} * ({LEFT.taken} * {during.length})", whole)


def _waypoint() -> str:
    """The value expected by what milestones on the way have to do with the day of the value."""
    return f"""(SELECT {_by_steps_or_line()}
      FROM ({_corners()}) AS c
      CROSS JOIN LATERAL ({years_between("c.start", "q.period_end")}) AS gone
      CROSS JOIN LATERAL ({years_between("c.start", "c.finish")}) AS whole)"""


def _by_steps_or_line() -> str:
    line = along(
        "c.start_value", "c.finish_value", Years("gone.taken", "gone.length"), Years("whole.taken", "whole.length")
    )
    return f"""CASE WHEN q.judged_by = {code(Method.STEP_PATH)} THEN
      CASE WHEN c.count = 0 THEN NULL WHEN q.period_end >= q.deadline THEN q.aim ELSE c.due_value END
    ELSE {line} END"""


def _corners() -> str:
    """The corners on either side of the value's day, and the value of the last step that is due."""
    return f"""
    SELECT count(*) AS count,
      coalesce(max(m.day) FILTER (WHERE m.day < q.period_end), q.base_day) AS start,
      coalesce(min(m.day) FILTER (WHERE m.day >= q.period_end), q.deadline) AS finish,
      coalesce({_first("m.day < q.period_end", "DESC")}, q.origin) AS start_value,
      coalesce({_first("m.day >= q.period_end", "ASC")}, q.aim) AS finish_value,
      coalesce({_first("m.day <= q.period_end", "DESC")}, q.origin) AS due_value
    FROM given_milestones AS m WHERE m.key = q.key AND m.day > q.base_day AND m.day < q.deadline"""


def _first(condition: str, order: str) -> str:
    return f"(array_agg(m.value ORDER BY m.day {order}) FILTER (WHERE {condition}))[1]"


#: A verdict that is without a pace for want of time or data shows no progress: the reasons are not started, and nothing
#: since the base.
_SHOWS_PROGRESS = f"""q.period_end IS NOT NULL AND NOT q.is_not_begun AND NOT coalesce(
        q.found_reason IS NULL AND q.period_end <= q.base_day AND q.deadline IS NOT NULL
        AND q.judged_by <> {code(Method.DEADLINE_ONLY)}, FALSE)"""

#: The whole distance from the base to the goal where there is one; a range that is held, or a tested period, has none.
SPAN: Final = f"CASE WHEN q.whole > 0 AND NOT q.is_every AND {_SHOWS_PROGRESS} THEN q.whole END"

#: What the method expects on the day of the value; nothing where there is no path to expect it from.
EXPECTED: Final = f"""CASE
      WHEN q.span IS NULL THEN NULL
      WHEN q.is_direct THEN q.aim
      WHEN NOT q.has_path THEN NULL
      WHEN q.judged_by = {code(Method.STEP_PATH)} THEN {_waypoint()}
      WHEN q.period_end <= q.base_day THEN q.origin
      WHEN q.period_end >= q.deadline THEN q.aim
      WHEN q.judged_by = {code(Method.MILESTONE_PATH)} THEN {_waypoint()}
      ELSE {along("q.origin", "q.aim", GONE, WHOLE)} END"""
EXPECTED_DISTANCE: Final = f"CASE WHEN q.expected_value IS NOT NULL THEN {distance('q.expected_value')} END"

_COUNTS_PERIODS = "q.is_every AND NOT q.is_not_begun"
#: Shares of the way from the base to the goal; of a target of every period, of the periods.
SHARES: Final = {
    "achieved_share": f"""CASE
      WHEN {_COUNTS_PERIODS} THEN {quotient("q.kept", "q.tested")}
      ELSE {quotient("q.span - q.distance", "q.span")} END""",
    "expected_share": f"""CASE
      WHEN {_COUNTS_PERIODS} THEN CASE WHEN q.tested > 0 THEN 1 END
      ELSE {quotient("q.span - q.expected_distance", "q.span")} END""",
    "gap_points": f"""CASE
      WHEN {_COUNTS_PERIODS} THEN {quotient("100 * (q.kept - q.tested)", "q.tested")}
      ELSE {quotient("100 * (q.expected_distance - q.distance)", "q.span")} END""",
    "gap_value": rounded(close("q.expected_distance - q.distance")),
}
