"""What a verdict is made from, in plain values: a target, its indicator, and what was reported."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from targets.rules.periods import DAY
from targets.rules.statements.statement import NO_UNIT
from targets.rules.terms import Accumulation, Direction, Frequency, Measure, ObservationStatus, Quantifier
from targets.rules.wording import Text


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """What the target's own quantity should be on a day before the deadline."""

    date: date
    value: Decimal


@dataclass(frozen=True, kw_only=True)
class Target:
    """The promise. Numbers are in the indicator's unit; rates and percent changes are fractions (6% is 0.06)."""

    measure: str = Measure.LEVEL
    #: Empty when the target has no number.
    comparator: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    tolerance: Decimal | None = None
    quantifier: str = Quantifier.AT_DEADLINE
    #: A level, also where the target speaks of a change; null is not zero.
    base_value: Decimal | None = None
    base_date: date | None = None
    start: date | None = None
    deadline: date | None = None
    milestones: tuple[Milestone, ...] = ()

    @property
    def base_day(self) -> date | None:
        """The day from which time and change count: the base date, else the day before the start."""
        if self.base_date is not None or self.start is None:
            return self.base_date
        return self.start - DAY


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """What is measured. Unit, scale and stages serve the sentence only."""

    accumulation: str = Accumulation.STOCK
    direction: str = Direction.NONE
    frequency: str = Frequency.UNSTATED
    unit: Text = NO_UNIT
    unit_singular: str = ""
    scale: Decimal = Decimal(1)
    stages: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Observation:
    """A reported value of one period; a value that is not exact has a comparator with bounds instead."""

    period_end: date
    period_start: date | None = None
    value: Decimal | None = None
    comparator: str = ""
    lower: Decimal | None = None
    upper: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    status: str = ObservationStatus.VERIFIED
