"""Which value counts: observations in force, turned into the quantity that the target speaks of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import Final

from targets.rules.numbers import growth_factor, rounded
from targets.rules.periods import DAY, tiles, year_end, year_start, years_between
from targets.rules.terms import Accumulation, Comparator, Measure, ObservationStatus, Quantifier
from targets.rules.verdicts.inputs import Indicator, Observation, Target

CHANGES: Final = (
    Measure.INCREMENT,
    Measure.PERCENT_CHANGE,
    Measure.POINT_CHANGE,
    Measure.ANNUAL_GROWTH,
    Measure.MULTIPLE,
)
AMOUNTS: Final = (Measure.LEVEL, Measure.COUNT_OF_CLASS, Measure.INCREMENT, Measure.CUMULATIVE)
TOTALS: Final = (Measure.INCREMENT, Measure.CUMULATIVE)


class Derivation(Enum):
    """How the target's quantity comes from what is reported."""

    AS_REPORTED = auto()
    YEARLY_TOTAL = auto()
    RUNNING_TOTAL = auto()
    DIFFERENCE = auto()
    PERCENT = auto()
    TIMES = auto()
    YEARLY_GROWTH = auto()


DERIVED: Final[dict[str, Derivation]] = {
    Measure.INCREMENT: Derivation.DIFFERENCE,
    Measure.CUMULATIVE: Derivation.DIFFERENCE,
    Measure.POINT_CHANGE: Derivation.DIFFERENCE,
    Measure.PERCENT_CHANGE: Derivation.PERCENT,
    Measure.MULTIPLE: Derivation.TIMES,
    Measure.ANNUAL_GROWTH: Derivation.YEARLY_GROWTH,
}


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """A value for a period, both days included; a point in time begins and ends on the same day."""

    value: Decimal
    start: date
    end: date
    is_inexact: bool = False
    is_provisional: bool = False

    def covers(self, day: date) -> bool:
        return self.start <= day <= self.end


def in_force(observations: Iterable[Observation], day: date, *, provisional: bool) -> list[Observation]:
    """What counts on a day: verified (or open, on request), ended by then, and per period the later in the list."""
    counted = [ObservationStatus.VERIFIED, *([ObservationStatus.SUBMITTED] if provisional else [])]
    latest: dict[tuple[date, date], Observation] = {}
    for observation in observations:
        if observation.status in counted and observation.period_end <= day:
            latest[(observation.period_end, observation.period_start or observation.period_end)] = observation
    return list(latest.values())


def reported(observations: Iterable[Observation], indicator: Indicator, *, from_above: bool) -> list[Measurement]:
    """The numbers among the observations, in order of time; of two that end together the longer period comes last.

    A flow without the first day of its period cannot be added to anything and is left out.
    """
    is_flow = indicator.accumulation == Accumulation.ANNUAL_FLOW
    found = (_measured(item, from_above) for item in observations if item.period_start is not None or not is_flow)
    return sorted((item for item in found if item), key=lambda item: (item.end, item.end - item.start))


def _measured(observation: Observation, from_above: bool) -> Measurement | None:
    stated, bound = _stated(observation), _bound(observation, from_above)
    value = bound if stated is None else stated
    if value is None:
        return None
    return Measurement(
        value=value,
        start=observation.period_start or observation.period_end,
        end=observation.period_end,
        is_inexact=stated is None,
        is_provisional=observation.status != ObservationStatus.VERIFIED,
    )


def _stated(observation: Observation) -> Decimal | None:
    if observation.value is not None:
        return observation.value
    if observation.numerator is None or not observation.denominator:
        return None
    return observation.numerator / observation.denominator


def _bound(observation: Observation, from_above: bool) -> Decimal | None:
    """The stated bound of an inexact value; of two the less favourable one."""
    if observation.comparator == "":
        return None
    if observation.comparator == Comparator.BETWEEN and from_above:
        return observation.upper
    return observation.upper if observation.lower is None else observation.lower


def derivation_of(target: Target, indicator: Indicator) -> Derivation | None:
    """None when a change cannot be told for want of a base."""
    is_flow = indicator.accumulation == Accumulation.ANNUAL_FLOW
    if is_flow and target.measure in TOTALS + AMOUNTS:
        is_total = target.measure in TOTALS or target.quantifier == Quantifier.OVER_PERIOD
        return Derivation.RUNNING_TOTAL if is_total else Derivation.YEARLY_TOTAL
    if not is_change(target, indicator):
        return Derivation.YEARLY_TOTAL if is_flow else Derivation.AS_REPORTED
    if target.base_value is not None:
        return DERIVED[target.measure]
    return Derivation.AS_REPORTED if indicator.accumulation == Accumulation.RATIO else None


def is_change(target: Target, indicator: Indicator) -> bool:
    """A cumulative target is a change too, unless the indicator itself accumulates."""
    if target.measure == Measure.CUMULATIVE:
        return indicator.accumulation != Accumulation.CUMULATIVE
    return target.measure in CHANGES


def history(measurements: Sequence[Measurement], target: Target, indicator: Indicator) -> list[Measurement]:
    """The target's own quantity over time."""
    match derivation_of(target, indicator):
        case None:
            return []
        case Derivation.RUNNING_TOTAL:
            return [] if target.base_day is None else list(running_totals(measurements, target.base_day))
        case Derivation.YEARLY_TOTAL | Derivation.AS_REPORTED:
            return list(levels_of(measurements, indicator))
    derived = ((item, _derived(item, target)) for item in levels_of(measurements, indicator))
    return [replace(item, value=value) for item, value in derived if value is not None]


def levels_of(measurements: Sequence[Measurement], indicator: Indicator) -> Iterator[Measurement]:
    """Levels as reported; those of a yearly flow are its complete calendar years."""
    if indicator.accumulation == Accumulation.ANNUAL_FLOW:
        return yearly_totals(measurements)
    return iter(measurements)


def yearly_totals(parts: Sequence[Measurement]) -> Iterator[Measurement]:
    """Calendar years reported as one, or in parts that lie side by side; a part of a year is never scaled up."""
    by_year: dict[int, list[Measurement]] = {}
    for part in parts:
        if part.start.year == part.end.year:
            by_year.setdefault(part.end.year, []).append(part)
    for year, within in by_year.items():
        laid = tiles(within, year_start(year))
        if laid and laid[-1].end == year_end(year):
            yield replace(list(totals(laid))[-1], start=year_start(year))


def running_totals(parts: Sequence[Measurement], base_day: date) -> Iterator[Measurement]:
    """The sum since the base day after each period, up to the first hole."""
    return totals(tiles(parts, base_day + DAY))


def totals(parts: Iterable[Measurement]) -> Iterator[Measurement]:
    total, is_inexact, is_provisional = Decimal(0), False, False
    for part in parts:
        total += part.value
        is_inexact, is_provisional = is_inexact or part.is_inexact, is_provisional or part.is_provisional
        yield replace(part, value=total, is_inexact=is_inexact, is_provisional=is_provisional)


def _derived(item: Measurement, target: Target) -> Decimal | None:
    base_value, base_day = target.base_value, target.base_day
    if base_value is None:
        return None
    if target.measure != Measure.ANNUAL_GROWTH:
        return change(item.value, base_value, target.measure)
    if base_day is None or item.end <= base_day:
        return None
    return yearly_growth(base_value, item.value, years_between(base_day, item.end))


def change(value: Decimal, before: Decimal, measure: str) -> Decimal | None:
    """From one level to another, in the way of the measure; none where nothing can be divided."""
    if DERIVED[measure] is Derivation.DIFFERENCE:
        return value - before
    if before == 0:
        return None
    return value / before if measure == Measure.MULTIPLE else value / before - 1


def yearly_growth(before: Decimal, value: Decimal, years: Decimal) -> Decimal | None:
    """The even yearly rate that leads from one level to another; only between levels above zero."""
    if before <= 0 or value < 0:
        return None
    return rounded(growth_factor(before, value, years) - 1)
