"""Growth methods: the even yearly rate so far beside the rate that is needed."""

from decimal import Decimal
from typing import Final

from targets.rules.numbers import ROOTS, growth_factor, rounded

LARGEST: Final = Decimal(10) ** 80


def is_defined(base: Decimal, value: Decimal, aim: Decimal) -> bool:
    """Rates exist only between numbers on one side of zero; zero is never replaced by something small."""
    return min(base, value, aim) > 0 or max(base, value, aim) < 0


def growth_ratio(base: Decimal, value: Decimal, aim: Decimal, gone: Decimal, whole: Decimal) -> Decimal:
    """Actual over required growth, positive toward the aim: R of cagr-95-60-0, CR of un-2022."""
    actual = growth_factor(base, value, gone) - 1
    required = growth_factor(base, aim, whole) - 1
    return _told(actual / required) if required else Decimal(0)


def projected_share(base: Decimal, value: Decimal, aim: Decimal, gone: Decimal, whole: Decimal) -> Decimal:
    """The share of the way that is reached at the deadline if growth goes on as before: q of un-2023."""
    factor = ROOTS.power(ROOTS.divide(value, base), ROOTS.divide(whole - gone, gone))
    return _told((value * factor - base) / (aim - base))


def _told(ratio: Decimal) -> Decimal:
    """Rounded, and kept to a size that can be written down: a day's leap, carried on for ages, has millions of digits."""
    return rounded(max(-LARGEST, min(LARGEST, ratio)))
