"""A value as one would type it into a cell, so that what a cell shows can be read back."""

from decimal import Decimal

from targets.admin.figures import observed, say
from targets.admin.numerals import are_short
from targets.models import Indicator, Observation
from targets.models.base import in_chinese
from targets.rules.quantities.writing import LARGE, RATES, brief, plain, shifted
from targets.rules.terms import Accumulation, Comparator
from targets.rules.wording import Text

BEFORE: dict[str, Text] = {
    Comparator.GE: Text("≥"),
    Comparator.GT: Text(">"),
    Comparator.LE: Text("≤"),
    Comparator.LT: Text("<"),
    Comparator.APPROX: Text("约", "about "),
    Comparator.NEAR: Text("近", "nearly "),
}


def cell_text(value: Observation, indicator: Indicator) -> str:
    """A plain number without its unit; a proportion or an inexact figure in the words it was reported in."""
    if indicator.accumulation == Accumulation.STAGE:
        return value.wording or observed(value) if value.value is None else observed(value)
    if value.value is None:
        return value.wording or _bounds(value, indicator.unit)
    if value.numerator is not None and value.denominator is not None:
        return value.wording or f"{plain(value.numerator)}:{plain(value.denominator)}"
    return number_text(value.value, indicator.unit)


def number_text(number: Decimal, unit: str) -> str:
    """30%, 2,000,000; short, or from 亿 on in Chinese, with the name of a step: 200万, 2 million, 1.3万亿."""
    if unit in RATES:
        return f"{plain(shifted(number, RATES[unit]))}{unit}"
    if are_short() or (in_chinese() and abs(number) >= LARGE):
        return say(brief(number, Text("")))
    return plain(number)


def unit_text(indicator: Indicator) -> str:
    return say(Text(indicator.unit, indicator.unit_en))


def _bounds(value: Observation, unit: str) -> str:
    """≥7,000, a range, or two bounds beside each other where the upper one is not reached itself."""
    low, high = ("" if bound is None else number_text(bound, unit) for bound in (value.lower, value.upper))
    if not (low and high):
        sign = BEFORE.get(value.comparator)
        return f"{say(sign)}{low or high}" if sign else observed(value)
    return say(Text(f"≥{low}，<{high}", f"≥{low}, <{high}")) if value.upper_excluded else f"{low}—{high}"
