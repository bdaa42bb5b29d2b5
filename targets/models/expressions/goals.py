"""The twin of rules/verdicts/goals.py: a goal is its low and high bound, of which one or both may be null."""

from typing import Final

from targets.models.expressions.writing import code, codes
from targets.rules.terms import Comparator, Direction
from targets.rules.verdicts.terms import BareAs, Over

_ASSUMING = codes((Comparator.NEAR, Comparator.APPROX))
_OPENING = codes((Comparator.BETWEEN, Comparator.APPROX))
_BARE_FLOOR = f"q.comparator = {code(Comparator.BARE)} AND q.bare_as = {code(BareAs.FLOOR)}"
_IS_UNDIRECTED = f"q.direction = {code(Direction.NONE)}"

#: How the comparator is read, before it is known where the target started from.
READING: Final = {
    "is_range": f"q.comparator IN {codes((Comparator.BETWEEN, Comparator.APPROX, Comparator.EQ))}"
    f" OR q.comparator = {code(Comparator.BARE)} AND q.bare_as <> {code(BareAs.FLOOR)}",
    "is_strict": f"q.comparator IN {codes((Comparator.GT, Comparator.LT))}",
    "is_assumed": f"q.comparator IN {_ASSUMING} AND q.tolerance IS NULL AND q.lower IS NOT NULL",
    "margin": f"coalesce(q.tolerance, CASE WHEN q.comparator IN {_ASSUMING}"
    " THEN abs(q.lower) * q.approx_tolerance ELSE 0 END)",
    "may_be_passed": f"q.comparator IN {_OPENING} AND coalesce(q.over_rule, CASE WHEN {_IS_UNDIRECTED}"
    f" THEN {code(Over.NOT_MET)} ELSE {code(Over.MET)} END) <> {code(Over.NOT_MET)}",
}

_STATED_HIGH = f"CASE q.comparator WHEN {code(Comparator.BETWEEN)} THEN q.upper ELSE q.lower END + q.margin"
#: A range may be passed on its good side; where no side is better, on the side away from the base.
_IS_PASSED_BELOW = f"(q.is_less_better OR {_IS_UNDIRECTED} AND coalesce(q.origin > {_STATED_HIGH}, FALSE))"

BOUNDS: Final = {
    "low": f"""CASE
      WHEN q.comparator IN {codes((Comparator.GE, Comparator.GT))} THEN q.lower
      WHEN q.comparator = {code(Comparator.BETWEEN)} AND q.upper IS NULL THEN NULL
      WHEN q.may_be_passed AND {_IS_PASSED_BELOW} THEN NULL
      WHEN q.is_range THEN q.lower - q.margin
      WHEN q.is_less_better THEN NULL
      WHEN q.comparator = {code(Comparator.NEAR)} THEN q.lower - q.margin
      WHEN {_BARE_FLOOR} THEN q.lower END""",
    "high": f"""CASE
      WHEN q.comparator IN {codes((Comparator.LE, Comparator.LT))} THEN q.upper
      WHEN q.comparator = {code(Comparator.BETWEEN)} AND q.lower IS NULL THEN NULL
      WHEN q.may_be_passed AND NOT {_IS_PASSED_BELOW} THEN NULL
      WHEN q.is_range THEN {_STATED_HIGH}
      WHEN NOT q.is_less_better THEN NULL
      WHEN q.comparator = {code(Comparator.NEAR)} THEN q.lower + q.margin
      WHEN {_BARE_FLOOR} THEN q.lower END""",
}


def distance(value: str) -> str:
    """How far the value still is from the goal; in a range no distance is left. The value must not be null."""
    return f"greatest(q.low - {value}, {value} - q.high, CASE WHEN q.is_range THEN 0 END)"


def holds(value: str) -> str:
    """Whether the value meets the goal; the value must not be null."""
    within = f"({value} >= q.low) IS NOT FALSE AND ({value} <= q.high) IS NOT FALSE"
    return f"({within} AND NOT (q.is_strict AND {value} = coalesce(q.low, q.high)))"


def bound(value: str) -> str:
    """The bound that lies next to the value."""
    return f"""CASE
      WHEN q.low IS NULL THEN q.high
      WHEN q.high IS NULL OR abs(q.low - {value}) <= abs(q.high - {value}) THEN q.low
      ELSE q.high END"""


def toward(value: str) -> str:
    """The sign of a movement that brings the value nearer."""
    return f"CASE WHEN q.high IS NULL OR {value} < q.low THEN 1 ELSE -1 END"


#: From one side of a range to beyond the other.
IS_CROSSED: Final = "(q.origin < q.low AND q.value > q.high OR q.origin > q.high AND q.value < q.low)"
