"""Arithmetic that Python and SQL do alike: exact Decimals, rounded to nine decimals before they are compared."""

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation
from typing import Final

#: Wide enough that sums and products of any accepted number (40 digits, exponent 30) are exact.
EXACT: Final = Context(
    prec=160, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[InvalidOperation, DivisionByZero]
)
#: Roots and powers are taken to so many digits.
ROOTS: Final = Context(
    prec=50, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[InvalidOperation, DivisionByZero]
)
NINE: Final = Decimal("1e-9")
#: What lies beyond these decimals is left over from divisions that do not end; it must not decide about a half.
CLOSE: Final = Decimal("1e-40")


def rounded(number: Decimal, step: Decimal = NINE) -> Decimal:
    """To nine decimals, half away from zero; a number too large to have decimals stays as it is."""
    if number.adjusted() > EXACT.prec - 20:
        return number
    if number.adjusted() < EXACT.prec // 2:
        number = number.quantize(CLOSE, context=EXACT)
    return number.quantize(step, context=EXACT)


def growth_factor(before: Decimal, after: Decimal, years: Decimal) -> Decimal:
    """By what a level is multiplied in each of so many years; both levels on one side of zero."""
    return ROOTS.power(ROOTS.divide(after, before), ROOTS.divide(Decimal(1), years))
