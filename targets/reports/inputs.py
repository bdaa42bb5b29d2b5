"""What a chart is drawn from, in plain values, so that any door can fill it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from targets.rules.statements.statement import NO_UNIT
from targets.rules.terms import Measure
from targets.rules.wording import Text

#: A day and what is expected on it.
Corner = tuple[date, Decimal]


@dataclass(frozen=True, kw_only=True)
class Value:
    """A reported value at the end of its period."""

    day: date
    value: Decimal
    #: Not yet verified.
    is_provisional: bool = False
    #: Only a bound of it is known.
    is_inexact: bool = False


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A floor (low), a ceiling (high), or a range with both; equal bounds are a single number to be hit."""

    low: Decimal | None = None
    high: Decimal | None = None
    #: The bound itself is not enough.
    is_strict: bool = False
    #: As the document says it ("不低于200万辆"); else the bound is written with its sign.
    words: Text | None = None

    @property
    def bounds(self) -> tuple[Decimal, ...]:
        both = [bound for bound in (self.low, self.high) if bound is not None]
        return tuple(sorted(set(both)))


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """A target on its way. Numbers are the target's own quantity; rates are fractions (6% is 0.06).

    Raises ValueError when a number is not finite.
    """

    title: Text
    unit: Text = NO_UNIT
    unit_singular: str = ""
    #: Measure: how the numbers are written (per cent, ranks, stages).
    measure: str = Measure.LEVEL
    #: Factor of the printed form, for the description: 200万 has 10000.
    scale: Decimal = Decimal(1)
    #: Names of the stages in order; a value is a position in them, from 1.
    stages: tuple[Text, ...] = ()
    #: Base, milestones that the method heeds, goal; empty without a path.
    path: tuple[Corner, ...] = ()
    #: What is due changes at the corners only.
    is_stepped: bool = False
    values: tuple[Value, ...] = ()
    milestones: tuple[Corner, ...] = ()
    goal: Goal | None = None
    deadline: date | None = None
    #: Day of judgement.
    day: date | None = None
    #: At the deadline, if it goes on as before.
    forecast: Decimal | None = None

    def __post_init__(self) -> None:
        for number in self.numbers():
            if not number.is_finite():
                raise ValueError(f"not a finite number: {number}")

    def numbers(self) -> Iterator[Decimal]:
        """Every number that needs a place on the value axis."""
        yield from (value for _, value in (*self.path, *self.milestones))
        yield from (value.value for value in self.values)
        yield from self.goal.bounds if self.goal else ()
        if self.forecast is not None:
            yield self.forecast

    def days(self) -> Iterator[date]:
        """Every day that needs a place on the time axis."""
        yield from (day for day, _ in (*self.path, *self.milestones))
        yield from (value.day for value in self.values)
        yield from (day for day in (self.deadline, self.day) if day is not None)

    @property
    def is_running(self) -> bool:
        """Something is known, and the deadline still lies ahead of it: only then is there anything to forecast."""
        return (
            self.deadline is not None and bool(self.values) and max(value.day for value in self.values) < self.deadline
        )

    @property
    def is_ranked(self) -> bool:
        return self.measure == Measure.RANK

    @property
    def is_staged(self) -> bool:
        return self.measure == Measure.STAGE and bool(self.stages)
