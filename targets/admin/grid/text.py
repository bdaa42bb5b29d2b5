"""A value as one would type it into a cell."""

from decimal import Decimal

from targets.admin.figures import observed, say
from targets.models import Indicator, Observation
from targets.models.base import in_chinese
from targets.rules.quantities.writing import CHINESE_STEPS, RATES, plain, shifted
from targets.rules.terms import Accumulation
from targets.rules.wording import Text


def cell_text(value: Observation, indicator: Indicator) -> str:
    """A plain number without its unit; a stage, a proportion or an inexact figure in the words it was reported in."""
    if value.value is None or value.numerator is not None:
        return value.wording or observed(value)
    if indicator.accumulation == Accumulation.STAGE:
        return observed(value)
    return number_text(value.value, indicator.unit)


def number_text(number: Decimal, unit: str) -> str:
    """30%, 2,000,000; in Chinese 200万, where that is not longer than the digits."""
    if unit in RATES:
        return f"{plain(shifted(number, RATES[unit]))}{unit}"
    return _in_steps(number) if in_chinese() else plain(number)


def _in_steps(number: Decimal) -> str:
    full = plain(number)
    for places, name in CHINESE_STEPS:
        if abs(number) >= Decimal(10) ** places:
            short = f"{plain(shifted(number, -places))}{name}"
            return short if len(short) < len(full) else full
    return full


def unit_text(indicator: Indicator) -> str:
    return say(Text(indicator.unit, indicator.unit_en))
