"""The twin of rules/verdicts/running.py and of the paths and holdings in rules/methods.py: the reason, from which pace follows."""

from typing import Final

from targets.models.expressions.goals import IS_CROSSED, holds, toward
from targets.models.expressions.periods import Years
from targets.models.expressions.policies import threshold
from targets.models.expressions.trajectory import GONE, carried_on
from targets.models.expressions.writing import choice, code
from targets.rules.verdicts.terms import Method, Pace, Reason

#: Farther from the goal than the base was; a small early dip does not count.
_IS_MOVING_AWAY = f"q.achieved_share < 0 AND q.gap_points <= {threshold('far_behind')}"
#: A range that is crossed is never better than behind.
_BY_PATH = f"""CASE
        WHEN q.gap_points IS NULL THEN {code(Reason.STEPS_MISSING)}
        WHEN {_IS_MOVING_AWAY} THEN {code(Reason.MOVING_AWAY)}
        WHEN q.gap_points >= {threshold("ahead")} THEN
          CASE WHEN {IS_CROSSED} THEN {code(Reason.RANGE_CROSSED)} ELSE {code(Reason.AHEAD_OF_PATH)} END
        WHEN q.gap_points > {threshold("on_track")} THEN
          CASE WHEN {IS_CROSSED} THEN {code(Reason.RANGE_CROSSED)} ELSE {code(Reason.ON_PATH)} END
        WHEN q.gap_points >= {threshold("behind")} THEN {code(Reason.BEHIND_PATH)}
        ELSE {code(Reason.FAR_BEHIND_PATH)} END"""

_CHANGE = "(q.value - coalesce(q.trend_value, q.origin))"
_TAKEN = f"coalesce(q.trend_taken, {GONE.taken})"
_LENGTH = f"coalesce(q.trend_length, {GONE.length})"
#: Where the slope of the last years, else that since the base, leads until the deadline.
CARRIED_ON: Final = carried_on(_CHANGE, Years(_TAKEN, _LENGTH))
#: The constant rule, for what need only be kept.
_BY_HOLDING = f"""CASE
        WHEN q.is_met AND {holds("q.carried_on")} THEN {code(Reason.HELD_SAFELY)}
        WHEN q.is_met THEN {code(Reason.HELD_AT_RISK)}
        WHEN sign({_CHANGE}) = {toward("q.value")} THEN {code(Reason.LOST_BUT_CLOSING)}
        ELSE {code(Reason.LOST)} END"""
#: A rate that standing still already satisfies: a ceiling on growth is kept or broken, nothing between.
_BY_LIMIT = f"CASE WHEN q.is_met THEN {code(Reason.RATE_KEPT)} ELSE {code(Reason.RATE_BROKEN)} END"

#: The first thing that hinders a pace, else what the method says.
RULED: Final = f"""CASE
      WHEN q.is_not_begun THEN {code(Reason.NOT_STARTED)}
      WHEN q.obstacle IS NOT NULL THEN q.obstacle
      WHEN q.found_reason IS NOT NULL THEN q.found_reason
      WHEN q.period_end IS NULL THEN {code(Reason.NO_OBSERVATION)}
      WHEN q.deadline IS NULL THEN {code(Reason.DEADLINE_MISSING)}
      WHEN q.judged_by = {code(Method.DEADLINE_ONLY)} THEN {code(Reason.JUDGED_AT_DEADLINE)}
      WHEN q.origin IS NULL THEN {code(Reason.BASE_MISSING)}
      WHEN q.base_day IS NULL AND NOT q.is_direct THEN {code(Reason.BASE_DATE_MISSING)}
      WHEN q.period_end <= q.base_day THEN {code(Reason.NOTHING_SINCE_BASE)}
      WHEN q.base_day IS NOT NULL AND 1 + q.since < q.min_points THEN {code(Reason.TOO_FEW_POINTS)}
      WHEN q.whole > 0 THEN {_BY_PATH}
      WHEN q.is_direct THEN {_BY_LIMIT}
      ELSE {_BY_HOLDING} END"""

PACES: Final = {
    Reason.ON_PATH: Pace.ON_TRACK,
    Reason.AHEAD_OF_PATH: Pace.AHEAD,
    Reason.BEHIND_PATH: Pace.BEHIND,
    Reason.FAR_BEHIND_PATH: Pace.FAR_BEHIND,
    Reason.MOVING_AWAY: Pace.REGRESSING,
    Reason.MET_ON_TIME: Pace.MET_ON_TIME,
    Reason.MISSED: Pace.MISSED,
    Reason.MET_LATE: Pace.MET_LATE,
    Reason.RANGE_CROSSED: Pace.BEHIND,
    Reason.RATE_KEPT: Pace.ON_TRACK,
    Reason.RATE_BROKEN: Pace.FAR_BEHIND,
    Reason.HELD_SAFELY: Pace.ON_TRACK,
    Reason.HELD_AT_RISK: Pace.BEHIND,
    Reason.LOST_BUT_CLOSING: Pace.FAR_BEHIND,
    Reason.LOST: Pace.REGRESSING,
    Reason.EVERY_PERIOD_KEPT: Pace.ON_TRACK,
    Reason.NOT_STARTED: Pace.NOT_STARTED,
    Reason.NO_OBSERVATION: Pace.NO_DATA,
    Reason.NO_COMPLETE_PERIOD: Pace.NO_DATA,
    Reason.FIRST_PERIOD_MISSING: Pace.NO_DATA,
    Reason.NOTHING_SINCE_BASE: Pace.NO_DATA,
    Reason.AWAITING_FINAL_VALUE: Pace.NO_DATA,
}

#: Each reason has one pace, but for a broken period; what stands in no list cannot be assessed.
PACE: Final = f"""CASE
      WHEN q.ruled = {code(Reason.A_PERIOD_BROKEN)} AND q.is_over THEN {code(Pace.MISSED)}
      WHEN q.ruled = {code(Reason.A_PERIOD_BROKEN)} THEN {code(Pace.FAR_BEHIND)}
      ELSE coalesce({choice("q.ruled", {reason: code(pace) for reason, pace in PACES.items()})},
        {code(Pace.NOT_ASSESSABLE)}) END"""
