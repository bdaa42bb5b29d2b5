"""From attainment and pace to a colour, and how old and how complete the data behind it are."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from targets.rules.periods import DAY, due_periods
from targets.rules.terms import Accumulation, Frequency
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.findings import ADVERSE, Finding
from targets.rules.verdicts.measurements import Derivation, Measurement
from targets.rules.verdicts.policies import MAX_AGE_DAYS
from targets.rules.verdicts.terms import Attainment, Light, Pace, Reason

FINAL: Final = (Pace.MET_ON_TIME, Pace.MET_LATE, Pace.MISSED)
COLOURS: Final[dict[Pace, Light]] = {
    Pace.AHEAD: Light.GREEN,
    Pace.ON_TRACK: Light.GREEN,
    Pace.BEHIND: Light.YELLOW,
    Pace.FAR_BEHIND: Light.RED,
    Pace.REGRESSING: Light.RED,
    Pace.MISSED: Light.RED,
}

#: First and last day.
Period = tuple[date, date]


def light_of(finding: Finding, *, is_stale: bool) -> Light:
    """Blue is met and not at risk; met but at risk is yellow; stale data and all without a pace are grey."""
    if is_stale or finding.ruling.reason == Reason.AWAITING_FINAL_VALUE:
        return Light.GREY
    if finding.attainment == Attainment.MET:
        return Light.YELLOW if finding.ruling.pace in ADVERSE else Light.BLUE
    return COLOURS.get(finding.ruling.pace, Light.GREY)


def age_in_days(evidence: Evidence, measurement: Measurement | None) -> int | None:
    return None if measurement is None else (evidence.day - measurement.end).days


def is_stale(evidence: Evidence, finding: Finding) -> bool:
    """Older than the policy allows; a final verdict never goes stale."""
    age, limit = age_in_days(evidence, finding.measurement), greatest_age(evidence)
    if age is None or limit is None or finding.ruling.pace in FINAL:
        return False
    return age > limit


def greatest_age(evidence: Evidence) -> int | None:
    """By the policy, else by frequency; a yearly total ages by the year however often its parts come."""
    if evidence.policy.max_age_days is not None:
        return evidence.policy.max_age_days
    is_flow = evidence.indicator.accumulation == Accumulation.ANNUAL_FLOW
    if is_flow and (evidence.derivation is not Derivation.RUNNING_TOTAL or evidence.is_every_period):
        return MAX_AGE_DAYS[Frequency.YEAR]
    return MAX_AGE_DAYS.get(evidence.indicator.frequency)


def coverage(evidence: Evidence) -> tuple[int, int] | None:
    """Periods reported and periods due since the base day; none without a rhythm or a base day."""
    if evidence.base_day is None or evidence.indicator.frequency not in MAX_AGE_DAYS:
        return None
    until = min(evidence.day, evidence.target.deadline or evidence.day)
    due = list(due_periods(evidence.indicator.frequency, evidence.base_day, until))
    is_flow = evidence.indicator.accumulation == Accumulation.ANNUAL_FLOW
    return (_filled if is_flow else _hit)(evidence.reported, due), len(due)


def _hit(reported: Sequence[Measurement], due: Sequence[Period]) -> int:
    """Periods in which a value ends."""
    ends = sorted(item.end for item in reported)
    firsts = ((bisect_left(ends, start), end) for start, end in due)
    return sum(place < len(ends) and ends[place] <= end for place, end in firsts)


def _filled(reported: Sequence[Measurement], due: Sequence[Period]) -> int:
    """Periods of which every day is reported."""
    stretches = _stretches(reported)
    begins = [first for first, _ in stretches]
    lasts = ((bisect_right(begins, start) - 1, end) for start, end in due)
    return sum(place >= 0 and stretches[place][1] >= end for place, end in lasts)


def _stretches(reported: Sequence[Measurement]) -> list[Period]:
    """The stretches of time that are reported without a hole."""
    merged: list[Period] = []
    for item in sorted(reported, key=lambda item: item.start):
        if merged and item.start <= merged[-1][1] + DAY:
            merged[-1] = (merged[-1][0], max(merged[-1][1], item.end))
        else:
            merged.append((item.start, item.end))
    return merged
