"""One printed number with its unit: 7000余个, 1.3万亿元, 百分之六, 七成五."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from targets.rules.numbers import EXACT
from targets.rules.quantities.comparators import INEXACT
from targets.rules.quantities.digits import ARABIC, CHINESE, DIGITS, Numeral, scale_at, tidy
from targets.rules.quantities.folding import blank_end
from targets.rules.quantities.numerals import numeral_at
from targets.rules.quantities.units import PER_MILLE, PERCENT, PLACES, POINTS, unit_at
from targets.rules.quantities.writing import shifted

FRACTIONS: Final = {"百分之": PERCENT, "千分之": PER_MILLE}
TIMES: Final = "倍"
TENTHS: Final = "成"
#: 三成 is 30%, but 三成立 and 一成员 are no numbers.
NOT_AFTER_TENTHS: Final = frozenset("立为果效员功长就都熟本品套交分绩团型")


@dataclass(frozen=True)
class Printed:
    """A number in the plain unit: rates and points are fractions, 万 and 亿 are multiplied out."""

    value: Decimal
    #: First value that an open count (余) no longer means; null where the number is exact.
    below: Decimal | None
    #: Factor of the printed digits.
    scale: Decimal
    #: Plain unit as printed; "" if none is.
    unit: str
    #: Whether it is a difference of rates (个百分点), whose unit is then the rate.
    is_points: bool
    start: int
    end: int
    #: Where the unit stands, which may be before the number (百分之六) or lent by another one.
    unit_start: int
    unit_end: int
    is_chinese: bool
    is_bare_step: bool
    #: Whether 万, 亿 or a unit of rates is part of this number itself, and not to be taken from its neighbour.
    is_scaled: bool


def printed_at(text: str, at: int, extra: str = "") -> Printed | None:
    """The number that begins at a place; nothing where there is none, or none that the register could hold."""
    prefix = next((name for name in FRACTIONS if text.startswith(name, at)), "")
    start = at + len(prefix)
    number = numeral_at(text, start) if start < len(text) else None
    if number is None or not number.fits:
        return None
    below, places, end = _opened(text, number)
    limit = None if below is None else shifted(below, places)
    found = _Found(shifted(number.value, places), limit, shifted(number.scale, places), at, end, number)
    if prefix:
        return replace(found.rate(FRACTIONS[prefix], at, start), end=end)
    return _with_unit(text, found, extra)


@dataclass(frozen=True)
class _Found:
    value: Decimal
    below: Decimal | None
    scale: Decimal
    start: int
    end: int
    number: Numeral

    def plain(self, unit: str, start: int, end: int) -> Printed:
        return self._made(unit, start, end, places=0)

    def rate(self, unit: str, start: int, end: int, *, is_points: bool = False) -> Printed:
        return self._made(unit, start, end, places=PLACES[unit], is_points=is_points)

    def _made(self, unit: str, start: int, end: int, *, places: int, is_points: bool = False) -> Printed:
        return Printed(
            value=tidy(shifted(self.value, -places)),
            below=None if self.below is None else tidy(shifted(self.below, -places)),
            scale=tidy(shifted(self.scale, -places)),
            unit=unit,
            is_points=is_points,
            start=self.start,
            end=end,
            unit_start=start,
            unit_end=end,
            is_chinese=self.number.is_chinese,
            is_bare_step=self.number.is_bare_step,
            is_scaled=places > 0 or self.scale != 1,
        )


def _opened(text: str, number: Numeral) -> tuple[Decimal | None, int, int]:
    """What 余 or 多 after a number leaves open, the step that may follow it (20余万), and where all that ends."""
    end = number.end
    if text[end : end + 1] not in INEXACT or not text[end : end + 1] or number.value <= 0:
        return None, 0, end
    places, last = scale_at(text, end + 1)
    return EXACT.add(number.value, _last_step(number.value)), places, last


def _last_step(value: Decimal) -> Decimal:
    """The place of the last digit that is not zero: 9600 is counted in hundreds."""
    exponent = EXACT.normalize(value).as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def _with_unit(text: str, found: _Found, extra: str) -> Printed:
    start = blank_end(text, found.end)
    tenths = _tenths(text, found, start)
    if tenths:
        return tenths
    if text.startswith(TIMES, start):
        return found.plain(TIMES, start, start + 1)
    end = unit_at(text, start, extra)
    unit = text[start:end]
    if unit in POINTS and unit != extra:
        return found.rate(POINTS[unit], start, end, is_points=True)
    if unit in PLACES:
        return found.rate(unit, start, end)
    return found.plain(unit, start if unit else found.end, end if unit else found.end)


def _tenths(text: str, found: _Found, at: int) -> Printed | None:
    """三成 is 30%, 七成五 is 75%, 三成半 is 35%."""
    after = text[at + 1 : at + 2]
    if text[at : at + 1] != TENTHS or (after in NOT_AFTER_TENTHS and after) or not 0 < found.value <= 10:
        return None
    hundredths = 5 if after == "半" else DIGITS.get(after, 0)
    is_last = text[at + 2 : at + 3] not in (*CHINESE, *ARABIC) or not text[at + 2 : at + 3]
    end = at + 2 if hundredths and is_last else at + 1
    value = EXACT.add(shifted(found.value, 1), Decimal(hundredths if end == at + 2 else 0))
    below = None if found.below is None else shifted(found.below, 1)
    return _Found(value, below, Decimal(10), found.start, end, found.number).rate(PERCENT, at, end)
