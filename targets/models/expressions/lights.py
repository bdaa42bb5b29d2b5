"""The twin of rules/verdicts/lights.py: attainment, colour, and how old the data are."""

from typing import Final

from targets.models.expressions.policies import AGE_LIMIT
from targets.models.expressions.running import PACES
from targets.models.expressions.writing import choice, code, codes
from targets.rules.verdicts.findings import ADVERSE
from targets.rules.verdicts.lights import COLOURS, FINAL
from targets.rules.verdicts.terms import Attainment, Light, Reason, VerdictFlag

#: Met or not on the value; a ceiling over a period that still runs can so far only be broken.
ATTAINMENT: Final = f"""CASE
      WHEN q.period_end IS NULL THEN {code(Attainment.NOT_MEASURABLE)}
      WHEN q.is_every THEN
        CASE WHEN q.kept = q.tested THEN {code(Attainment.MET)} ELSE {code(Attainment.NOT_MET)} END
      WHEN q.found_reason IN {codes((Reason.MET_ON_TIME, Reason.MET_LATE))} THEN {code(Attainment.MET)}
      WHEN NOT q.is_met THEN {code(Attainment.NOT_MET)}
      WHEN q.is_running_ceiling AND (q.period_end < q.deadline) IS NOT FALSE THEN {code(Attainment.NOT_MEASURABLE)}
      ELSE {code(Attainment.MET)} END"""

_FINAL_REASONS: Final = [reason for reason, pace in PACES.items() if pace in FINAL]
_ADVERSE_REASONS: Final = [reason for reason, pace in PACES.items() if pace in ADVERSE]
_LIGHTS: Final = {reason: COLOURS[pace] for reason, pace in PACES.items() if pace in COLOURS}

#: Older than the policy allows; a final verdict never goes stale.
IS_STALE: Final = f"""coalesce(q.day - q.period_end > {AGE_LIMIT}, FALSE) AND NOT (q.ruled IN {codes(_FINAL_REASONS)}
      OR q.ruled = {code(Reason.A_PERIOD_BROKEN)} AND q.is_over)"""

#: Blue is met and not at risk; met but at risk is yellow; all without a pace are grey.
USUAL_LIGHT: Final = f"""CASE
      WHEN q.ruled = {code(Reason.AWAITING_FINAL_VALUE)} THEN {code(Light.GREY)}
      WHEN q.attainment = {code(Attainment.MET)} THEN
        CASE WHEN q.ruled IN {codes(_ADVERSE_REASONS)} THEN {code(Light.YELLOW)} ELSE {code(Light.BLUE)} END
      WHEN q.ruled = {code(Reason.A_PERIOD_BROKEN)} THEN {code(Light.RED)}
      ELSE coalesce({choice("q.ruled", {reason: code(light) for reason, light in _LIGHTS.items()})},
        {code(Light.GREY)}) END"""

LIGHT: Final = f"CASE WHEN q.is_stale THEN {code(Light.GREY)} ELSE q.usual_light END"
REASON: Final = f"""CASE
      WHEN q.is_stale AND q.usual_light <> {code(Light.GREY)} THEN {code(Reason.STALE)} ELSE q.ruled END"""

#: In the order of the list.
_RAISED: Final = {
    VerdictFlag.ASSUMED_TOLERANCE: "q.is_assumed",
    VerdictFlag.ZERO_BASE: "q.starts_at_zero",
    VerdictFlag.BASE_FROM_START: "q.is_base_from_start",
    VerdictFlag.INEXACT_VALUE: "q.is_inexact",
    VerdictFlag.PROVISIONAL_VALUE: "q.is_provisional",
    VerdictFlag.PARTIAL_COVERAGE: "q.coverage_reported < q.coverage_due",
    VerdictFlag.STALE: "q.is_stale",
}


def flags(*, coverage: bool) -> str:
    """Mostly there are none, and then no list is put together."""
    raised = {flag: when for flag, when in _RAISED.items() if coverage or flag != VerdictFlag.PARTIAL_COVERAGE}
    items = ", ".join(f"CASE WHEN {when} THEN {code(flag)} END" for flag, when in raised.items())
    return f"""CASE WHEN {" OR ".join(raised.values())}
      THEN array_remove(ARRAY[{items}]::text[], NULL) ELSE '{{}}'::text[] END"""
