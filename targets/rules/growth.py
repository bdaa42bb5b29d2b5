"""Growth methods: the even yearly rate so far beside the rate that is needed."""

from decimal import Decimal

from targets.rules.numbers import ROOTS, growth_factor, rounded


def is_defined(base: Decimal, value: Decimal, aim: Decimal) -> bool:
    """Rates exist only between numbers on one side of zero; zero is never replaced by something small."""
    return min(base, value, aim) > 0 or max(base, value, aim) < 0


def growth_ratio(base: Decimal, value: Decimal, aim: Decimal, gone: Decimal, whole: Decimal) -> Decimal:
    """Actual over required growth, positive toward the aim: R of cagr-95-60-0, CR of un-2022."""
    actual = growth_factor(base, value, gone) - 1
    required = growth_factor(base, aim, whole) - 1
    return rounded(actual / required)


def projected_share(base: Decimal, value: Decimal, aim: Decimal, gone: Decimal, whole: Decimal) -> Decimal:
    """The share of the way that is reached at the deadline if growth goes on as before: q of un-2023."""
    factor = ROOTS.power(ROOTS.divide(value, base), ROOTS.divide(whole - gone, gone))
    return rounded((value * factor - base) / (aim - base))
