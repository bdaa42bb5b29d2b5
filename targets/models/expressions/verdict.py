"""The verdict as one statement: the twin of rules/verdicts/assessment.py for sets of targets.

A row passes through steps as the rule does, and each step adds columns that the next ones use. Where the rule asks
first, so does the statement: pace follows from the reason, since each reason has one pace.
"""

from collections.abc import Sequence
from typing import Final

from targets.models.expressions.coverage import DUE, covered
from targets.models.expressions.evidence import (
    ASKED,
    IS_RUNNING_CEILING,
    MEANT,
    NATURE,
    NEEDS_TREND,
    OBSTACLE,
)
from targets.models.expressions.findings import FOUND, LATEST, WAY, latest, more
from targets.models.expressions.goals import BOUNDS, READING, bound, distance, holds
from targets.models.expressions.lights import ATTAINMENT, IS_STALE, LIGHT, REASON, USUAL_LIGHT, flags
from targets.models.expressions.numbers import close, told
from targets.models.expressions.outlook import OUTLOOK, TO_COME
from targets.models.expressions.periods import anniversary, length, year
from targets.models.expressions.running import CARRIED_ON, PACE, RULED
from targets.models.expressions.trajectory import EXPECTED, EXPECTED_DISTANCE, HAS_PATH, SHARES, SPAN
from targets.models.expressions.writing import Step, codes, pipeline
from targets.rules.verdicts.terms import Reason


def verdicts(questions: str, milestones: str, observations: str, *, coverage: bool = True) -> str:
    """The text of one SELECT that judges every question; the arguments are texts of subqueries.

    Placeholders in them are kept. Questions are to be of the four linear methods; observations only those that count.
    Without `coverage` the periods reported, and the flag that some are missing, are left out, since to count them all
    values of a source must be read.
    """
    given = (
        f"given_questions AS NOT MATERIALIZED ({questions})",
        f"given_milestones AS NOT MATERIALIZED ({milestones})",
        f"given_observations AS NOT MATERIALIZED ({observations})",
        # In the order of their sources, so that one after another reads from the same place.
        "sorted_questions AS (SELECT * FROM given_questions AS q ORDER BY q.source)",
    )
    steps = pipeline("sorted_questions", _steps(coverage=coverage), _answer(coverage=coverage))
    return f"WITH {', '.join(given)}, {steps}"


def _steps(*, coverage: bool) -> Sequence[Step]:
    return (
        Step("asked", ASKED),
        Step("meant", MEANT | READING),
        Step("aimed", NATURE | BOUNDS),
        Step("weighed", WEIGHED),
        Step("sent", SENT),
        Step("searched", LATEST | {"more": more()}, latest()),
        Step("found", FOUND),
        Step("measured", MEASURED),
        Step("marked", MARKED),
        Step("timed", TIMED | TO_COME),
        Step("placed", {"expected_value": EXPECTED, "carried_on": _CARRIED_ON} | OUTLOOK),
        Step("seen", {"expected_distance": EXPECTED_DISTANCE}),
        Step("compared", SHARES),
        Step("ruled", {"ruled": RULED} | DUE),
        Step("lit", {"pace": PACE, "is_stale": IS_STALE, "usual_light": USUAL_LIGHT} | covered(coverage)),
    )


WEIGHED: Final = {
    "whole": f"CASE WHEN q.origin IS NOT NULL THEN {distance('q.origin')} END",
    "aim": bound("q.origin"),
    "is_floor": "NOT q.is_range AND q.low IS NOT NULL",
    "is_running_ceiling": IS_RUNNING_CEILING,
    "is_summed": "q.is_total AND NOT q.is_every",
    "obstacle": OBSTACLE,
    "base_year": year("q.base_day"),
    "deadline_year": year("q.deadline"),
}
SENT: Final = {
    "needs_trend": NEEDS_TREND,
    "way": WAY,
    "has_path": HAS_PATH,
    "whole_mark": anniversary("q.base_day", "q.deadline_year - q.base_year"),
}
MEASURED: Final = {
    "distance": f"CASE WHEN q.value IS NOT NULL THEN {distance('q.value')} END",
    "is_met": f"q.value IS NOT NULL AND {holds('q.value')}",
    "span": SPAN,
    "end_year": year("q.period_end"),
}
MARKED: Final = {
    "attainment": ATTAINMENT,
    "gone_mark": anniversary("q.base_day", "q.end_year - q.base_year"),
    "left_mark": anniversary("q.period_end", "q.deadline_year - q.end_year"),
}
TIMED: Final = {
    "gone_length": length("q.base_day", "q.period_end", "q.gone_mark", "q.end_year - q.base_year"),
    "whole_length": length("q.base_day", "q.deadline", "q.whole_mark", "q.deadline_year - q.base_year"),
    "left_length": length("q.period_end", "q.deadline", "q.left_mark", "q.deadline_year - q.end_year"),
}
_CARRIED_ON = f"CASE WHEN q.needs_trend AND q.found_reason IS NULL AND q.period_end > q.base_day THEN {CARRIED_ON} END"


def _answer(*, coverage: bool) -> dict[str, str]:
    held = codes((Reason.HELD_SAFELY, Reason.HELD_AT_RISK))
    return {
        **{name: f"q.{name}" for name in ("key", "attainment", "pace")},
        "light": LIGHT,
        "reason": REASON,
        "ground": "q.ruled",
        "method": "q.judged_by",
        "value": told(close("q.value")),
        **{name: f"q.{name}" for name in ("period_start", "period_end", "achieved_share", "expected_share")},
        "expected_value": told("q.expected_value"),
        **{name: f"q.{name}" for name in ("gap_points", "gap_value")},
        "required_annual_change": told("q.required_annual_change"),
        "observed_annual_change": told("q.observed_annual_change"),
        **{name: f"q.{name}" for name in ("required_to_observed", "forecast_value")},
        "forecast_meets": f"CASE WHEN q.forecast_value IS NOT NULL THEN {holds('q.forecast_value')} END",
        "figure": f"CASE WHEN q.ruled IN {held} THEN q.carried_on END",
        "periods_kept": "CASE WHEN NOT q.is_not_begun THEN q.kept END",
        "periods_tested": "CASE WHEN NOT q.is_not_begun THEN q.tested END",
        **{name: f"q.{name}" for name in ("coverage_reported", "coverage_due")},
        "flags": flags(coverage=coverage),
    }
