"""The twin of rules/numbers.py: wide divisions, rounded to nine decimals before they are compared."""

from typing import Final

from targets.rules.numbers import EXACT, NINE, ROOTS
from targets.rules.verdict_answer import TEN

#: Decimals of a quotient. PostgreSQL would choose fewer by itself; so many keep nine exact through all that follows.
WIDE: Final = 60
NINE_DECIMALS: Final = -int(NINE.as_tuple().exponent)
TEN_DECIMALS: Final = -int(TEN.as_tuple().exponent)


def divided(dividend: str, divisor: str, decimals: int = WIDE) -> str:
    return f"(round({dividend}, {decimals}) / ({divisor}))"


def ratio(numerator: str, denominator: str) -> str:
    """A reported ratio, as wide as Python keeps it; null where nothing can be divided."""
    return divided(numerator, f"nullif({denominator}, 0)", EXACT.prec)


def rounded(number: str) -> str:
    """To nine decimals, half away from zero, as round() does for numeric."""
    return f"round({number}, {NINE_DECIMALS})"


def told(number: str) -> str:
    """As it is written down."""
    return f"round({number}, {TEN_DECIMALS})"


def growth_factor(before: str, after: str, taken: str, length: str) -> str:
    """By what a level is multiplied in each year, the years being a fraction; roots have fifty digits at most."""
    return f"power({divided(after, before, ROOTS.prec)}, {divided(f'{length}::numeric', taken, ROOTS.prec)})"
