"""The twin of rules/verdicts/evidence.py and of the questions that rules/measurements.py asks of a target: what it is about."""

from typing import Final

from targets.models.expressions.policies import METHOD
from targets.models.expressions.writing import choice, code, codes
from targets.rules.terms import Accumulation, Comparator, Direction, Measure, Quantifier
from targets.rules.verdicts.evidence import RATES
from targets.rules.verdicts.measurements import AMOUNTS, CHANGES, DERIVED, TOTALS, Derivation
from targets.rules.verdicts.terms import Method, Reason

AMOUNT_OF_FIGURE: Final = (Measure.LEVEL, Measure.INCREMENT, Measure.CUMULATIVE)
_OVER_PERIOD = f"q.quantifier = {code(Quantifier.OVER_PERIOD)}"
_CUMULATIVE_FIGURE = f"q.accumulation = {code(Accumulation.CUMULATIVE)}"
_FLOW = f"q.accumulation = {code(Accumulation.ANNUAL_FLOW)}"

ASKED: Final = {
    "base_day": "coalesce(q.base_date, q.start - 1)",
    "is_base_from_start": "q.base_date IS NULL AND q.start IS NOT NULL",
    "is_not_begun": "coalesce(q.day < coalesce(q.start, q.base_date), FALSE)",
    "is_over": "coalesce(q.day > q.deadline, FALSE)",
    "is_every": f"q.quantifier = {code(Quantifier.EVERY_PERIOD)}",
    "is_flow": _FLOW,
    "is_total": f"{_FLOW} AND (q.measure IN {codes(TOTALS)} OR q.measure IN {codes(AMOUNTS)} AND {_OVER_PERIOD})",
    "is_change": f"CASE q.measure WHEN {code(Measure.CUMULATIVE)} THEN NOT {_CUMULATIVE_FIGURE}"
    f" ELSE q.measure IN {codes(CHANGES)} END",
    "is_less_better": f"q.measure = {code(Measure.RANK)} OR q.direction = {code(Direction.DOWN)}",
    "judged_by": METHOD,
}


def kind(derivation: Derivation) -> str:
    """A derivation by its number."""
    return str(derivation.value)


def is_kind(*derivations: Derivation) -> str:
    return f"q.derivation IN ({', '.join(map(kind, derivations))})"


#: How the quantity comes from what is reported, null when a change cannot be told for want of a base; where it starts.
MEANT: Final = {
    "derivation": f"""CASE
      WHEN q.is_total THEN {kind(Derivation.RUNNING_TOTAL)}
      WHEN q.is_flow AND q.measure IN {codes(AMOUNTS)} THEN {kind(Derivation.YEARLY_TOTAL)}
      WHEN NOT q.is_change THEN
        CASE WHEN q.is_flow THEN {kind(Derivation.YEARLY_TOTAL)} ELSE {kind(Derivation.AS_REPORTED)} END
      WHEN q.base_value IS NOT NULL THEN {choice("q.measure", {name: kind(how) for name, how in DERIVED.items()})}
      WHEN q.accumulation = {code(Accumulation.RATIO)} THEN {kind(Derivation.AS_REPORTED)} END""",
    "origin": f"""CASE
      WHEN q.is_change OR q.is_total THEN CASE q.measure WHEN {code(Measure.MULTIPLE)} THEN 1 ELSE 0 END
      WHEN q.measure = {code(Measure.CUMULATIVE)} THEN coalesce(q.base_value, 0)
      ELSE q.base_value END""",
    "is_from_above": f"q.comparator IN {codes((Comparator.LE, Comparator.LT))}"
    f" OR q.comparator NOT IN {codes((Comparator.GE, Comparator.GT))} AND q.is_less_better",
}

#: What follows from the derivation: rates are compared with the full number, totals and figures grow by their nature.
NATURE: Final = {
    "is_direct": f"q.measure IN {codes(RATES)} OR q.is_change AND coalesce({is_kind(Derivation.AS_REPORTED)}, FALSE)",
    "accumulates": f"q.is_total OR {_CUMULATIVE_FIGURE} AND q.measure IN {codes(AMOUNT_OF_FIGURE)}",
    "starts_at_zero": f"q.base_value IS NULL AND NOT q.is_every"
    f" AND (q.is_total OR q.measure = {code(Measure.CUMULATIVE)} AND {_CUMULATIVE_FIGURE})",
}

#: What makes a target unmeasurable whatever is reported: the twin of _obstacle in rules/verdicts/assessment.py.
OBSTACLE: Final = f"""CASE
      WHEN q.low IS NULL AND q.high IS NULL THEN {code(Reason.NUMBER_MISSING)}
      WHEN q.is_every THEN NULL
      WHEN q.derivation IS NULL THEN {code(Reason.BASE_MISSING)}
      WHEN {is_kind(Derivation.RUNNING_TOTAL, Derivation.YEARLY_GROWTH)} AND q.base_day IS NULL
        THEN {code(Reason.BASE_DATE_MISSING)}
      WHEN {is_kind(Derivation.PERCENT, Derivation.TIMES)} AND q.base_value = 0 THEN {code(Reason.BASE_UNFIT)}
      WHEN {is_kind(Derivation.YEARLY_GROWTH)} AND q.base_value <= 0 THEN {code(Reason.BASE_UNFIT)} END"""

#: Not more than so much over a period: only its end can tell that it was kept.
IS_RUNNING_CEILING: Final = f"""(q.accumulates OR {_OVER_PERIOD})
      AND NOT q.is_every AND NOT q.is_range AND q.high IS NOT NULL"""

#: The constant rule looks at the years before.
NEEDS_TREND: Final = f"""NOT q.is_direct AND q.whole <= 0 AND q.base_day IS NOT NULL AND q.deadline IS NOT NULL
      AND q.judged_by <> {code(Method.DEADLINE_ONLY)}"""
