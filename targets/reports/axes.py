"""Where a value axis begins and ends and where it is marked: at round numbers."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import Final, NamedTuple

from targets.rules.numbers import EXACT

ONE: Final = Decimal(1)
HALF: Final = Decimal("0.5")
#: Round steps within a power of ten.
ROUND: Final = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
#: An axis begins at zero when the least number is not more than this part of the greatest.
NEAR_ZERO: Final = Decimal("0.45")
#: Free space beyond the data, as a part of what they span.
MARGIN: Final = Decimal("0.04")


class ValueAxis(NamedTuple):
    """Round numbers from end to end; the ends lie on the first and the last."""

    ticks: tuple[Decimal, ...]
    low: Decimal
    high: Decimal


def value_axis(numbers: Iterable[Decimal], most: int = 7, *, whole: bool = False) -> ValueAxis:
    """Room for all numbers in at most so many round steps; `whole` for what is counted in ones, as ranks are."""
    with localcontext(EXACT):
        low, high = _ends([+number for number in numbers] or [Decimal(0)])
        step = round_step((high - low) / most)
        step = max(step, ONE) if whole else step
        if _count(low, high, step) > most:
            step = round_step(step * Decimal("1.1"))
        first = (low / step).to_integral_value(ROUND_FLOOR)
        ticks = tuple((first + place) * step for place in range(_count(low, high, step) + 1))
    return ValueAxis(ticks, ticks[0], ticks[-1])


def _count(low: Decimal, high: Decimal, step: Decimal) -> int:
    """Steps from the mark below to the mark above."""
    return int((high / step).to_integral_value(ROUND_CEILING) - (low / step).to_integral_value(ROUND_FLOOR))


def stage_axis(count: int, numbers: Iterable[Decimal], most: int = 10) -> ValueAxis:
    """A mark for each stage, or for every so many; half a stage is free at both ends."""
    with localcontext(EXACT):
        found = [Decimal(1), Decimal(count), *numbers]
        low, high = min(found) - HALF, max(found) + HALF
        step = ((high - low) / most).to_integral_value(ROUND_CEILING)
    every = int(min(step, Decimal(count)))
    return ValueAxis(tuple(Decimal(place) for place in range(1, count + 1, every)), low, high)


def round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5 times a power of ten that is not less."""
    power = ONE.scaleb(least.adjusted())
    return next(part * power for part in ROUND if part * power >= least)


def _ends(numbers: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    low, high = min(numbers), max(numbers)
    if low == high:
        apart = abs(low) / 2 or ONE
        return (low, high + apart) if low == 0 else (low - apart, high + apart)
    margin = (high - low) * MARGIN
    return _end(low, high, margin), -_end(-high, -low, margin)


def _end(low: Decimal, high: Decimal, margin: Decimal) -> Decimal:
    """The lower end: at zero when that is near, and never beyond zero for the margin's sake."""
    if low < 0:
        return low - margin
    return Decimal(0) if low <= NEAR_ZERO * high else max(low - margin, Decimal(0))
