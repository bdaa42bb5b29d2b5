"""The verdict as one statement: the twin of rules/assessment.py for sets of targets.

A row passes through steps as the rule does, and each step adds columns that the next ones use. Where the rule asks
first, so does the statement: pace follows from the reason, since each reason has one pace.
"""

from collections.abc import Iterator
from typing import Final

from targets.models.expressions.coverage import coverage as coverage_of
from targets.models.expressions.evidence import (
    ASKED,
    FIELDS,
    IS_RUNNING_CEILING,
    MEANT,
    NATURE,
    NEEDS_TREND,
    OBSTACLE,
)
from targets.models.expressions.findings import WAY, found
from targets.models.expressions.goals import BOUNDS, READING, bound, distance, holds
from targets.models.expressions.lights import ATTAINMENT, IS_STALE, LIGHT, REASON, USUAL_LIGHT, flags
from targets.models.expressions.numbers import close, told
from targets.models.expressions.outlook import OUTLOOK, TO_COME
from targets.models.expressions.periods import anniversary, length, year
from targets.models.expressions.running import CARRIED_ON, PACE, RULED
from targets.models.expressions.trajectory import (
    BESIDE,
    EXPECTED,
    EXPECTED_DISTANCE,
    HAS_PATH,
    HIDES_PROGRESS,
    waypoint,
)
from targets.models.expressions.writing import code, codes, columns, step
from targets.rules.verdict_terms import Reason


def verdicts(questions: str, milestones: str, observations: str, *, coverage: bool = True) -> str:
    """The text of one SELECT that judges every question; the arguments are texts of subqueries.

    Placeholders in them are kept. Questions are to be of the four linear methods; observations only those that count.
    Without `coverage` the periods reported, and the flag that some are missing, are left out, since to count them all
    values of a source must be read.
    """
    steps = ",\n".join(
        (
            f"given_questions AS NOT MATERIALIZED ({questions})",
            f"given_milestones AS NOT MATERIALIZED ({milestones})",
            f"given_observations AS NOT MATERIALIZED ({observations})",
            *_steps(coverage=coverage),
        )
    )
    return f"WITH {steps}\nSELECT\n    {columns(_answer(coverage=coverage))}\n  FROM lit AS q"


def _steps(*, coverage: bool) -> Iterator[str]:
    fields = {name: f"q.{name}" for name in FIELDS}
    yield f"asked AS (SELECT {columns(fields | ASKED)}\n  FROM given_questions AS q ORDER BY q.source)"
    yield step("meant", "asked", MEANT | READING)
    yield step("aimed", "meant", NATURE | BOUNDS)
    yield step("weighed", "aimed", WEIGHED)
    yield step("sent", "weighed", {"needs_trend": NEEDS_TREND, "way": WAY})
    yield step("found", "sent", FOUND, found())
    yield step("measured", "found", MEASURED)
    yield step("marked", "measured", MARKED)
    yield step("timed", "marked", TIMED)
    yield step("placed", "timed", {"expected_value": EXPECTED}, waypoint())
    yield step("seen", "placed", {"expected_distance": EXPECTED_DISTANCE, "carried_on": _CARRIED_ON})
    yield step("compared", "seen", BESIDE)
    yield step("ruled", "compared", {"ruled": RULED})
    yield step("paced", "ruled", {"pace": PACE, "attainment": ATTAINMENT})
    yield step("coloured", "paced", {"is_stale": IS_STALE, "usual_light": USUAL_LIGHT} | TO_COME)
    yield step("lit", "coloured", OUTLOOK | COVERED, coverage_of(counted=coverage))


WEIGHED: Final = {
    "whole": f"CASE WHEN q.origin IS NOT NULL THEN {distance('q.origin')} END",
    "aim": bound("q.origin"),
    "is_floor": "NOT q.is_range AND q.low IS NOT NULL",
    "is_running_ceiling": IS_RUNNING_CEILING,
    "is_summed": "q.is_total AND NOT q.is_every",
    "obstacle": OBSTACLE,
}
FOUND: Final = {
    "found_reason": "f.reason",
    **{name: f"f.{name}" for name in ("period_start", "period_end", "value", "is_inexact", "is_provisional")},
    **{name: f"f.{name}" for name in ("kept", "tested", "since", "trend_value", "trend_taken", "trend_length")},
}
MEASURED: Final = {
    "distance": f"CASE WHEN q.value IS NOT NULL THEN {distance('q.value')} END",
    "is_met": f"q.value IS NOT NULL AND {holds('q.value')}",
    "has_path": HAS_PATH,
    "base_year": year("q.base_day"),
    "end_year": year("q.period_end"),
    "deadline_year": year("q.deadline"),
}
MARKED: Final = {
    "gone_mark": anniversary("q.base_day", "q.end_year - q.base_year"),
    "whole_mark": anniversary("q.base_day", "q.deadline_year - q.base_year"),
    "left_mark": anniversary("q.period_end", "q.deadline_year - q.end_year"),
}
TIMED: Final = {
    "gone_length": length("q.base_day", "q.period_end", "q.gone_mark", "q.end_year - q.base_year"),
    "whole_length": length("q.base_day", "q.deadline", "q.whole_mark", "q.deadline_year - q.base_year"),
    "left_length": length("q.period_end", "q.deadline", "q.left_mark", "q.deadline_year - q.end_year"),
}
_CARRIED_ON = f"CASE WHEN q.needs_trend AND q.found_reason IS NULL AND q.period_end > q.base_day THEN {CARRIED_ON} END"
COVERED: Final = {"coverage_reported": "c.reported", "coverage_due": "c.due"}


def _answer(*, coverage: bool) -> dict[str, str]:
    plain = ("key", "attainment", "pace")
    progress = ("achieved_share", "expected_share", "expected_value", "gap_points", "gap_value")
    as_found = ("required_to_observed", "forecast_value")
    is_begun = f"q.ruled <> {code(Reason.NOT_STARTED)}"
    held = codes((Reason.HELD_SAFELY, Reason.HELD_AT_RISK))
    return {
        **{name: f"q.{name}" for name in plain},
        "light": LIGHT,
        "reason": REASON,
        "ground": "q.ruled",
        "method": "q.judged_by",
        "value": told(close("q.value")),
        "period_start": "q.period_start",
        "period_end": "q.period_end",
        **{name: f"CASE WHEN NOT {HIDES_PROGRESS} THEN {told(f'q.{name}')} END" for name in progress},
        "required_annual_change": told("q.required_annual_change"),
        "observed_annual_change": told("q.observed_annual_change"),
        **{name: f"q.{name}" for name in as_found},
        "forecast_meets": f"CASE WHEN q.forecast_value IS NOT NULL THEN {holds('q.forecast_value')} END",
        "figure": f"CASE WHEN q.ruled IN {held} THEN q.carried_on END",
        "periods_kept": f"CASE WHEN {is_begun} THEN q.kept END",
        "periods_tested": f"CASE WHEN {is_begun} THEN q.tested END",
        "coverage_reported": "q.coverage_reported",
        "coverage_due": "q.coverage_due",
        "flags": flags(coverage=coverage),
    }
