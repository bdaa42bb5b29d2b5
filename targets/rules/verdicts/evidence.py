"""Everything that a verdict rests on, gathered once: the goal, where it started from, and what is known by the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from targets.rules.terms import Accumulation, Comparator, Measure, Quantifier
from targets.rules.verdicts.goals import Goal, goal_of, less_is_better
from targets.rules.verdicts.inputs import Indicator, Observation, Target
from targets.rules.verdicts.measurements import (
    Derivation,
    Measurement,
    derivation_of,
    history,
    in_force,
    is_change,
    reported,
)
from targets.rules.verdicts.policies import Policy, Thresholds, method_of, thresholds_of
from targets.rules.verdicts.terms import Method

ZERO: Final = Decimal(0)
#: Changes whose number is promised at all times and not approached along a path.
RATES: Final = (Measure.ANNUAL_GROWTH,)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What the rule looks at; every value in `known` is of the target's own quantity."""

    target: Target
    indicator: Indicator
    policy: Policy
    day: date
    method: Method
    thresholds: Thresholds
    derivation: Derivation | None
    #: Observations that count, as reported.
    reported: tuple[Measurement, ...]
    #: The target's quantity over time; for a sum, its total after each period.
    known: tuple[Measurement, ...]
    #: The target's quantity on the base day.
    origin: Decimal | None
    goal: Goal | None

    @property
    def base_day(self) -> date | None:
        return self.target.base_day

    @property
    def is_over(self) -> bool:
        """The deadline day itself still counts as before."""
        return self.target.deadline is not None and self.day > self.target.deadline

    @property
    def is_every_period(self) -> bool:
        return self.target.quantifier == Quantifier.EVERY_PERIOD

    @property
    def is_direct(self) -> bool:
        """Compared with the full number at all times: rates, and series that report the change itself."""
        as_reported = self.derivation is Derivation.AS_REPORTED
        return self.target.measure in RATES or (as_reported and is_change(self.target, self.indicator))

    @property
    def accumulates(self) -> bool:
        """The value grows with time by its nature: a sum, or an indicator that is a running total."""
        if self.derivation is Derivation.RUNNING_TOTAL:
            return True
        is_amount = self.target.measure in (Measure.LEVEL, Measure.INCREMENT, Measure.CUMULATIVE)
        return self.indicator.accumulation == Accumulation.CUMULATIVE and is_amount

    @property
    def is_running_ceiling(self) -> bool:
        """Not more than so much over a period: only its end can tell that it was kept."""
        runs = self.accumulates or self.target.quantifier == Quantifier.OVER_PERIOD
        return runs and self.goal is not None and self.goal.is_ceiling and not self.is_every_period

    @property
    def starts_at_zero(self) -> bool:
        """A sum, or a cumulative figure, that is taken to begin with nothing since no base is stated."""
        if self.target.base_value is not None or self.is_every_period:
            return False
        is_cumulative = self.target.measure == Measure.CUMULATIVE
        is_figure = is_cumulative and self.indicator.accumulation == Accumulation.CUMULATIVE
        return self.derivation is Derivation.RUNNING_TOTAL or is_figure

    @property
    def is_held(self) -> bool:
        """The base already meets the goal, or stands on its very bound: there is nothing to move toward."""
        return self.origin is not None and self.goal is not None and self.goal.distance(self.origin) <= 0


def gather(
    target: Target, indicator: Indicator, observations: Sequence[Observation], day: date, policy: Policy
) -> Evidence:
    counted = in_force(observations, day, provisional=policy.include_provisional)
    measurements = reported(counted, indicator, from_above=_is_from_above(target, indicator))
    method, origin = method_of(policy, target.milestones), _origin(target, indicator)
    return Evidence(
        target=target,
        indicator=indicator,
        policy=policy,
        day=day,
        method=method,
        thresholds=thresholds_of(policy, method),
        derivation=derivation_of(target, indicator),
        reported=tuple(measurements),
        known=tuple(history(measurements, target, indicator)),
        origin=origin,
        goal=goal_of(target, indicator, policy, origin),
    )


def _origin(target: Target, indicator: Indicator) -> Decimal | None:
    """A change starts at zero (a multiple at one), a sum too; a level starts at its base or is unknown."""
    derivation = derivation_of(target, indicator)
    if derivation in (None, Derivation.RUNNING_TOTAL) or is_change(target, indicator):
        return Decimal(1) if target.measure == Measure.MULTIPLE else ZERO
    if target.measure == Measure.CUMULATIVE and target.base_value is None:
        return ZERO
    return target.base_value


def _is_from_above(target: Target, indicator: Indicator) -> bool:
    if target.comparator in (Comparator.LE, Comparator.LT):
        return True
    return target.comparator not in (Comparator.GE, Comparator.GT) and less_is_better(target, indicator)
