"""What a comparator demands of a value: bounds, the distance still to go, and which way leads there."""

from dataclasses import dataclass, replace
from decimal import Decimal

from targets.rules.terms import Comparator, Direction, Measure
from targets.rules.verdicts.inputs import Indicator, Target
from targets.rules.verdicts.policies import Policy
from targets.rules.verdicts.terms import BareAs, Over

ZERO = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A floor, a ceiling, or a range with one or both; distances are positive outside and never hidden by a mean."""

    low: Decimal | None = None
    high: Decimal | None = None
    #: The bound itself is not enough.
    strict: bool = False
    #: Meant as a range, even where the policy opens its good side; inside it no distance is left.
    is_range: bool = False
    #: The tolerance is the policy's, since none is stated.
    is_assumed: bool = False

    @property
    def is_floor(self) -> bool:
        return not self.is_range and self.low is not None

    @property
    def is_ceiling(self) -> bool:
        return not self.is_range and self.high is not None

    def holds(self, value: Decimal) -> bool:
        if self.strict:
            return self.distance(value) < 0
        return self.distance(value) <= 0

    def distance(self, value: Decimal) -> Decimal:
        """How far the value still is from the goal; a floor or ceiling that is passed leaves a negative one."""
        below = [] if self.low is None else [self.low - value]
        above = [] if self.high is None else [value - self.high]
        return max(below + above + ([ZERO] if self.is_range else []))

    def bound(self, value: Decimal) -> Decimal:
        """The bound that lies next to the value."""
        bounds = [bound for bound in (self.low, self.high) if bound is not None]
        return min(bounds, key=lambda bound: abs(bound - value))

    def toward(self, value: Decimal) -> int:
        """The sign of a movement that brings the value nearer."""
        if self.high is None or (self.low is not None and value < self.low):
            return 1
        return -1

    def crossed(self, origin: Decimal, value: Decimal) -> bool:
        """From one side of a range to beyond the other."""
        if self.low is None or self.high is None:
            return False
        return (origin < self.low and value > self.high) or (origin > self.high and value < self.low)


def goal_of(target: Target, indicator: Indicator, policy: Policy, origin: Decimal | None) -> Goal | None:
    """The goal that the comparator means under a policy; none for a target without its number."""
    match target.comparator:
        case Comparator.GE | Comparator.GT if target.lower is not None:
            return Goal(low=target.lower, strict=target.comparator == Comparator.GT)
        case Comparator.LE | Comparator.LT if target.upper is not None:
            return Goal(high=target.upper, strict=target.comparator == Comparator.LT)
        case Comparator.BETWEEN if target.lower is not None and target.upper is not None:
            margin = target.tolerance or ZERO
            stated = Goal(low=target.lower - margin, high=target.upper + margin, is_range=True)
            return _opened(stated, indicator, policy, less_is_better(target, indicator), origin)
    return None if target.lower is None else _single(target, target.lower, indicator, policy, origin)


def less_is_better(target: Target, indicator: Indicator) -> bool:
    """The first rank is the best, whatever the indicator says."""
    return target.measure == Measure.RANK or indicator.direction == Direction.DOWN


def _single(
    target: Target, number: Decimal, indicator: Indicator, policy: Policy, origin: Decimal | None
) -> Goal | None:
    """Comparators that keep one number in `lower` and say little about its sides."""
    is_less_better = less_is_better(target, indicator)
    match target.comparator:
        case Comparator.BARE if policy.bare_as == BareAs.FLOOR:
            return _one_sided(number, is_less_better)
        case Comparator.BARE | Comparator.EQ:
            return _around(number, target.tolerance or ZERO)
    margin, is_assumed = _margin(target, number, policy)
    match target.comparator:
        case Comparator.NEAR:
            nearest = number + margin if is_less_better else number - margin
            return replace(_one_sided(nearest, is_less_better), is_assumed=is_assumed)
        case Comparator.APPROX:
            stated = replace(_around(number, margin), is_assumed=is_assumed)
            return _opened(stated, indicator, policy, is_less_better, origin)
    return None


def _margin(target: Target, number: Decimal, policy: Policy) -> tuple[Decimal, bool]:
    if target.tolerance is not None:
        return target.tolerance, False
    return abs(number) * policy.approx_tolerance, True


def _one_sided(number: Decimal, is_less_better: bool) -> Goal:
    return Goal(high=number) if is_less_better else Goal(low=number)


def _around(number: Decimal, margin: Decimal) -> Goal:
    return Goal(low=number - margin, high=number + margin, is_range=True)


def _opened(goal: Goal, indicator: Indicator, policy: Policy, is_less_better: bool, origin: Decimal | None) -> Goal:
    """A range may be passed on its good side; where no side is better, on the side away from the base."""
    usual = Over.NOT_MET if indicator.direction == Direction.NONE else Over.MET
    if (policy.over or usual) == Over.NOT_MET:
        return goal
    is_from_above = origin is not None and goal.toward(origin) < 0 < goal.distance(origin)
    if is_less_better or (indicator.direction == Direction.NONE and is_from_above):
        return replace(goal, low=None)
    return replace(goal, high=None)
