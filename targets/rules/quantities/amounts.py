"""An amount as printed: a number, a range, a ratio or a composition, with the comparison that follows it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import Final

from targets.rules.numbers import EXACT
from targets.rules.quantities.comparators import after_at
from targets.rules.quantities.digits import ARABIC, DECIMALS, fits, tidy
from targets.rules.quantities.folding import blank_end
from targets.rules.quantities.numerals import numeral_at
from targets.rules.quantities.printed import FRACTIONS, Printed, printed_at
from targets.rules.terms import Comparator

BETWEEN: Final = "之间"
LINKS: Final = ("~~", "~", "--", "-", "至", "到")
#: More members than these are no structure.
MOST_PARTS: Final = 6


@dataclass(frozen=True)
class Amount:
    """What stands at a place of the text; values in the plain unit, falls still without their sign."""

    lower: Printed
    #: The other end of a range.
    upper: Printed | None = None
    #: The members of a ratio (two) or a composition (three or more), as printed.
    parts: tuple[Decimal, ...] = ()
    #: The comparison that follows (以上).
    after: Comparator | None = None
    after_start: int = 0
    after_end: int = 0
    end: int = 0

    @property
    def start(self) -> int:
        return self.lower.start

    @property
    def last(self) -> Printed:
        """The number that bears unit and scale."""
        return self.upper or self.lower

    @property
    def unit(self) -> str:
        return self.last.unit

    @property
    def scale(self) -> Decimal:
        return self.last.scale


def amount_at(text: str, at: int, extra: str = "") -> Amount | None:
    """The amount that begins at a place of a folded text; `extra` is a unit to know besides the common ones."""
    first = printed_at(text, at, extra)
    if first is None:
        return None
    parts, end = _parts(text, first)
    if len(parts) > 1:
        whole = replace(first, unit="", is_points=False, end=end)
        return _compared(text, Amount(whole, parts=parts, end=end))
    return _compared(text, _ranged(text, first, extra))


def quotient(parts: tuple[Decimal, ...]) -> Decimal | None:
    """The value of a ratio, to ten decimals; nothing over zero."""
    if len(parts) != 2 or not parts[1]:
        return None
    value = EXACT.divide(parts[0], parts[1])
    return tidy(value if fits(value) else value.quantize(Decimal(1).scaleb(-DECIMALS), context=EXACT))


def _compared(text: str, amount: Amount) -> Amount:
    start = blank_end(text, amount.end)
    after, end = after_at(text, start)
    if after:
        return replace(amount, after=after, after_start=start, after_end=end, end=end)
    is_range = amount.upper is not None and text.startswith(BETWEEN, start)
    return replace(amount, end=start + len(BETWEEN)) if is_range else amount


def _parts(text: str, first: Printed) -> tuple[tuple[Decimal, ...], int]:
    parts, end = [first.value], first.end
    if first.unit or first.below is not None:
        return tuple(parts), end
    for value, last in islice(_members(text, end), MOST_PARTS):
        parts.append(value)
        end = last
    return tuple(parts), end


def _members(text: str, at: int) -> Iterator[tuple[Decimal, int]]:
    while text[at : at + 1] == ":":
        start = blank_end(text, at + 1)
        number = numeral_at(text, start) if text[start : start + 1] in ARABIC and start < len(text) else None
        if number is None or not number.fits:
            return
        yield number.value, number.end
        at = number.end


def _ranged(text: str, first: Printed, extra: str) -> Amount:
    for link in LINKS:
        start = blank_end(text, first.end)
        if not text.startswith(link, start):
            continue
        second = _end_of_range(text, blank_end(text, start + len(link)), first, extra)
        if second is None:
            break
        return Amount(_spread(first, second), upper=second, end=second.end)
    return Amount(first, end=first.end)


def _end_of_range(text: str, at: int, first: Printed, extra: str) -> Printed | None:
    """The second number of a range; nothing where it is no number or one of another unit."""
    is_number = text[at : at + 1] not in ("", "+", "-") or text[at : at + 3] in FRACTIONS
    second = printed_at(text, at, extra) if is_number else None
    if second is None or second.is_chinese != first.is_chinese:
        return None
    if first.unit and second.unit and (first.unit, first.is_points) != (second.unit, second.is_points):
        return None
    if first.unit and not second.unit:
        return None
    return second if _spread(first, second).value <= second.value else None


def _spread(first: Printed, second: Printed) -> Printed:
    """5—6% is 5%—6%, 150—200万辆 is 150万辆—200万辆: unit and step stand once, at the end."""
    if first.unit:
        return first
    shared = replace(first, unit=second.unit, is_points=second.is_points)
    if first.is_scaled:
        return shared
    value = EXACT.multiply(first.value, second.scale)
    return replace(shared, value=tidy(value), scale=second.scale) if value <= second.value else shared
