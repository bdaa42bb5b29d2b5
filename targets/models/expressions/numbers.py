"""The twin of rules/numbers.py: wide divisions, rounded to nine decimals before they are compared."""

from decimal import Decimal
from typing import Final

from targets.rules.numbers import CLOSE, EXACT, NINE, ROOTS
from targets.rules.verdicts.answer import TEN


def _decimals(step: Decimal) -> int:
    return -int(step.as_tuple().exponent)


#: Decimals of a quotient with which is reckoned on. PostgreSQL would choose fewer by itself.
WIDE: Final = 60
#: Decimals of what is rounded next; where the last place lay, no half is decided.
FEW: Final = _decimals(CLOSE)


def divided(dividend: str, divisor: str, decimals: int = WIDE) -> str:
    return f"(round({dividend}, {decimals}) / ({divisor}))"


def close(number: str) -> str:
    """Without what is left over from divisions that do not end."""
    return f"round({number}, {FEW})"


def ratio(numerator: str, denominator: str) -> str:
    """A reported ratio, as wide as Python keeps it; null where nothing can be divided."""
    return divided(numerator, f"nullif({denominator}, 0)", EXACT.prec)


def rounded(number: str) -> str:
    """To nine decimals, half away from zero, as round() does for numeric."""
    return f"round({number}, {_decimals(NINE)})"


def quotient(dividend: str, divisor: str) -> str:
    """Rounded to nine decimals, and half is still half."""
    return rounded(divided(dividend, divisor, FEW))


def told(number: str) -> str:
    """As it is written down."""
    return f"round({number}, {_decimals(TEN)})"


def growth_factor(before: str, after: str, taken: str, length: str) -> str:
    """By what a level is multiplied in each year, the years being a fraction; roots have fifty digits at most."""
    return f"power({divided(after, before, ROOTS.prec)}, {divided(f'{length}::numeric', taken, ROOTS.prec)})"
