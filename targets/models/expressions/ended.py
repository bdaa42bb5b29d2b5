"""The twin of rules/verdicts/ended.py: the value that decides once the deadline has passed."""

from typing import Final

from targets.models.expressions.goals import holds
from targets.models.expressions.measurements import of
from targets.models.expressions.writing import code
from targets.rules.verdicts.terms import Reason

_FIRST = "ORDER BY {0}.period_end, {0}.period_start DESC LIMIT 1"
_LAST = "ORDER BY {0}.period_end DESC, {0}.period_start LIMIT 1"


#: A total that grew past its floor stays there; a ceiling over the period that is once broken stays broken.
MAY_BE_DECIDED_EARLY: Final = "(q.accumulates AND q.is_floor OR q.is_running_ceiling)"


def ended(by_then: str) -> str:
    """The deciding measurement with its reason, from the relations `known` and `until`; nothing where all is silent.
    `by_then` is a subquery for the last of `until`.

    What comes first in the rule has the lower rank. The last measurement until the deadline is the final one if it
    ends with it; else the last that covers it is. Where the final one meets the goal nothing else is looked at.
    """
    return f"""
SELECT d.reason, {of("d")}
FROM (SELECT) AS nothing
LEFT JOIN ({by_then}) AS by_then ON TRUE
LEFT JOIN LATERAL (
  SELECT {of("by_then")} WHERE by_then.period_end = q.deadline
  UNION ALL
  (SELECT {of("k")} FROM known AS k
   WHERE by_then.period_end IS DISTINCT FROM q.deadline AND k.period_start <= q.deadline AND k.period_end >= q.deadline
   {_LAST.format("k")})) AS final ON TRUE
CROSS JOIN LATERAL (SELECT final.value IS NOT NULL AND {holds("final.value")} AS is_met OFFSET 0) AS final_value
CROSS JOIN LATERAL ({_candidates()}) AS d
ORDER BY d.rank LIMIT 1"""


def _candidates() -> str:
    return f"""
  SELECT 1 AS rank, {code(Reason.MET_ON_TIME)} AS reason, {of("final")} WHERE final_value.is_met
  UNION ALL
  {_decided_early()}
  UNION ALL
  {_later()}
  UNION ALL
  SELECT 4, {code(Reason.MISSED)}, {of("final")} WHERE final.period_end IS NOT NULL
  UNION ALL
  SELECT 6, {code(Reason.AWAITING_FINAL_VALUE)}, {of("by_then")} WHERE by_then.period_end IS NOT NULL"""


def _decided_early() -> str:
    return f"""(SELECT 2, CASE WHEN {holds("u.value")} THEN {code(Reason.MET_ON_TIME)} ELSE {code(Reason.MISSED)} END,
    {of("u")}
   FROM until AS u
   WHERE NOT final_value.is_met AND {MAY_BE_DECIDED_EARLY}
     AND CASE WHEN {holds("u.value")} THEN q.accumulates AND q.is_floor ELSE q.is_running_ceiling END
   {_FIRST.format("u")})"""


def _later() -> str:
    """The first later one that meets the goal; else the first, which has the last word where there is no final one."""
    return f"""(SELECT CASE WHEN {holds("k.value")} THEN 3 ELSE 5 END,
    CASE WHEN {holds("k.value")} THEN {code(Reason.MET_LATE)} ELSE {code(Reason.MISSED)} END, {of("k")}
   FROM known AS k
   WHERE NOT final_value.is_met AND k.period_end > q.deadline
   ORDER BY {holds("k.value")} DESC, k.period_end, k.period_start DESC LIMIT 1)"""
