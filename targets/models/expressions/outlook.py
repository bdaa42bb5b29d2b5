"""The twin of rules/verdicts/outlook.py: yearly changes from the day of the data on, and where they lead."""

from typing import Final

from targets.models.expressions.goals import bound
from targets.models.expressions.numbers import FEW, close, divided, rounded
from targets.models.expressions.trajectory import GONE, LEFT, carried_on
from targets.models.expressions.writing import code
from targets.rules.verdicts.terms import Attainment

#: Nothing for rates and for every period, which do not move along a line.
_LOOKS_AHEAD = "NOT q.is_not_begun AND NOT q.is_direct AND NOT q.is_every"
_HAS_TIME = "q.period_end <= q.deadline"

#: Both by the same years, so that one division gives their ratio.
_REQUIRED = f"q.missing * ({LEFT.length} * {GONE.taken})"
_OBSERVED = f"nullif(q.changed, 0) * ({LEFT.taken} * {GONE.length})"

#: What has changed since the base day, and what must change until the deadline; null where either is not defined.
TO_COME: Final = {
    "changed": f"CASE WHEN {_LOOKS_AHEAD} AND q.period_end > q.base_day THEN q.value - q.origin END",
    "missing": f"""CASE WHEN {_LOOKS_AHEAD} AND q.period_end < q.deadline AND q.attainment <> {code(Attainment.MET)}
      THEN {bound("q.value")} - q.value END""",
}

OUTLOOK: Final = {
    "observed_annual_change": divided(f"q.changed * {GONE.length}", GONE.taken, FEW),
    "required_annual_change": divided(f"q.missing * {LEFT.length}", LEFT.taken, FEW),
    "required_to_observed": rounded(close(divided(_REQUIRED, _OBSERVED))),
    "forecast_value": f"CASE WHEN {_HAS_TIME} THEN {carried_on('q.changed', GONE)} END",
}
