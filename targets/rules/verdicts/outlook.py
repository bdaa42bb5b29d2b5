"""What lies ahead: the yearly change so far, the one that is needed, and where the first would lead."""

from dataclasses import dataclass
from decimal import Decimal

from targets.rules.numbers import rounded
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.goals import Goal
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.trend import base_slope, carried_on, years_left


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """Yearly changes from the day of the data on; null where there is no base, no time left or nothing to do."""

    observed: Decimal | None = None
    required: Decimal | None = None
    #: Required over observed change: 2 means that it must go twice as fast.
    ratio: Decimal | None = None
    forecast: Decimal | None = None
    forecast_meets: bool | None = None


def outlook(evidence: Evidence, last: Measurement, *, is_met: bool) -> Outlook:
    """Nothing for rates and for every period, which do not move along a line."""
    if evidence.goal is None or evidence.is_direct or evidence.is_every_period:
        return Outlook()
    observed = base_slope(evidence, last)
    required = None if is_met else _required(evidence, evidence.goal, last)
    forecast = None if observed is None else carried_on(evidence, last, observed)
    return Outlook(
        observed=observed,
        required=required,
        ratio=rounded(required / observed) if required is not None and observed else None,
        forecast=forecast,
        forecast_meets=None if forecast is None else evidence.goal.holds(forecast),
    )


def _required(evidence: Evidence, goal: Goal, last: Measurement) -> Decimal | None:
    left = years_left(evidence, last)
    return (goal.bound(last.value) - last.value) / left if left else None
