"""A reported figure as people type or paste it in a cell: 200万, 7000余个, 55.7%, 2.3:1, ≥95%, 5%—6%."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from targets.rules.quantities.amounts import Amount, amount_at, quotient
from targets.rules.quantities.comparators import before_at
from targets.rules.quantities.digits import ARABIC, CHINESE, DECIMALS, WHOLE_DIGITS, fits, tidy
from targets.rules.quantities.folding import blank_end, fold
from targets.rules.quantities.printed import TIMES
from targets.rules.quantities.units import PLACES, POINTS, same
from targets.rules.quantities.writing import shifted
from targets.rules.terms import Comparator
from targets.rules.wording import Text

#: A cell is short; more is a sentence that was pasted by mistake.
LONGEST: Final = 300
AT_LEAST: Final = (Comparator.GE, Comparator.GT, Comparator.APPROX, Comparator.NEAR)
NO_NUMBER: Final = Text(
    "没有读到数字，请填写数字，例如 200万、55.7%。", "No number was found; type one, such as 200万 or 55.7%."
)
TOO_LONG: Final = Text(f"内容超过{LONGEST}字，只填一个数值。", f"More than {LONGEST} characters; type one figure only.")
TOO_LARGE: Final = Text(
    f"“{{}}”超出范围：整数部分至多{WHOLE_DIGITS}位，小数至多{DECIMALS}位。",
    f"“{{}}” is out of range: at most {WHOLE_DIGITS} digits before the point and {DECIMALS} after it.",
)
NO_DIVISOR: Final = Text("“{}”的后项为零，请改正。", "“{}” divides by zero; mend the second number.")
ONLY_TWO: Final = Text("“{}”多于两项，比值只写两项。", "“{}” has more than two members; a ratio has two.")
LEFT_OVER: Final = Text(
    "第{}个字起的“{}”没有读懂，请只填数值和单位。",
    "“{1}” at character {0} is not understood; type number and unit only.",
)
TWO_NUMBERS: Final = Text(
    "第{}个字起的“{}”是又一个数，一格只填一个数值。",
    "“{1}” at character {0} is a second number; one figure goes into a cell.",
)
OTHER_UNIT: Final = Text(
    "单位“{}”与指标的单位“{}”不同，请换算后填写。", "The unit “{}” is not the indicator's, “{}”; convert it first."
)
NO_UNIT_HERE: Final = Text("该指标没有单位，请去掉“{}”。", "This indicator has no unit; leave “{}” out.")
TWO_COMPARATORS: Final = Text("“{}”与“{}”矛盾，只留一个。", "“{}” and “{}” contradict each other; keep one.")
REVERSED_RANGE: Final = Text("“{}”不是从小到大的区间，请改正。", "“{}” is no range from low to high; mend it.")


class Unreadable(ValueError):
    """A text that is no figure for its column; the message names the place in the text and the remedy."""

    def __init__(self, message: Text) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True)
class Figure:
    """A reported value as an observation stores it: exact in `value`, or inexact in the bounds of its comparator."""

    #: As typed.
    text: str
    #: Comparator: equal for a plain figure.
    comparator: str
    #: Exact value in the plain unit (200万辆 is 2000000, 6% is 0.06, 1:1 is 1); null where the figure is inexact.
    value: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    #: 7000余 ends before 8000.
    upper_excluded: bool = False
    #: Both members of a ratio, where it was typed as one.
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def read_figure(text: str, unit: str = "") -> Figure:
    """The figure that was typed for an indicator with this plain unit ("" for none); raises Unreadable."""
    if len(text) > LONGEST:
        raise Unreadable(TOO_LONG)
    folded = fold(text).rstrip()
    start = blank_end(folded, 0)
    before, at = _comparison(folded, start)
    amount = _amount(text, folded, at, fold(unit))
    _whole(text, folded, amount)
    return _figure(text, before, folded[start:at].strip(), amount, _factor(amount, fold(unit)))


def _comparison(folded: str, start: int) -> tuple[Comparator | None, int]:
    before, at = before_at(folded, start)
    for word in () if before else ("达到", "达", "为"):
        if folded.startswith(word, start):
            before, at = before_at(folded, start + len(word))
            break
    return before, blank_end(folded, at)


def _amount(text: str, folded: str, at: int, unit: str) -> Amount:
    amount = amount_at(folded, at, unit) if at < len(folded) else None
    if amount is not None:
        return amount
    if folded[at : at + 1] and folded[at] in (*ARABIC, "+", "-") and any(sign in ARABIC for sign in folded):
        raise Unreadable(TOO_LARGE.format(Text(_short(text[at:]))))
    raise Unreadable(NO_NUMBER)


def _whole(text: str, folded: str, amount: Amount) -> None:
    """Nothing may be left over: a second number and a word each have a message of their own."""
    end = blank_end(folded, amount.end)
    if end >= len(folded):
        return
    rest = folded[end:].lstrip("、,;~- ")
    place, left = Text(str(end + 1)), Text(_short(text[end:]))
    if amount.upper is None and folded[end] in "~-" and rest[:1] in ARABIC and rest:
        raise Unreadable(REVERSED_RANGE.format(Text(_short(text.strip()))))
    is_number = rest[:1] in (*ARABIC, *CHINESE) and rest
    raise Unreadable(_placed(TWO_NUMBERS if is_number else LEFT_OVER, place, left))


def _placed(message: Text, place: Text, left: Text) -> Text:
    return message.format(place, left)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"


def _factor(amount: Amount, unit: str) -> int:
    """By how many decimal places the number goes into the plain unit; refuses another unit."""
    printed = amount.last
    if amount.parts:
        if unit in PLACES:
            return 0
        return _fits_unit(printed.unit, unit)
    if printed.is_points:
        return 0 if unit in (printed.unit, *_points_of(printed.unit)) else _fits_unit("百分点", unit)
    if printed.unit == "" and unit in PLACES:
        return -PLACES[unit]
    if printed.unit == TIMES and not unit:
        return 0
    return _fits_unit(printed.unit, unit)


def _points_of(rate: str) -> tuple[str, ...]:
    return tuple(name for name, of in POINTS.items() if of == rate)


def _fits_unit(printed: str, unit: str) -> int:
    if not printed or same(printed, unit):
        return 0
    if not unit:
        raise Unreadable(NO_UNIT_HERE.format(Text(printed)))
    raise Unreadable(OTHER_UNIT.format(Text(printed), Text(unit)))


def _figure(text: str, before: Comparator | None, word: str, amount: Amount, places: int) -> Figure:
    if amount.parts:
        return _ratio(text, before or amount.after, amount)
    lower, upper = tidy(shifted(amount.lower.value, places)), _upper(amount, places)
    for number in (lower, upper):
        if number is not None and not fits(number):
            raise Unreadable(TOO_LARGE.format(Text(_short(text.strip()))))
    comparator = before or amount.after
    if before and amount.after and before != amount.after:
        raise Unreadable(TWO_COMPARATORS.format(Text(word), Text(text[amount.after_start : amount.end])))
    return _compared(text, comparator, lower, upper, is_open=amount.lower.below is not None)


def _upper(amount: Amount, places: int) -> Decimal | None:
    number = amount.upper.value if amount.upper else amount.lower.below
    return None if number is None else tidy(shifted(number, places))


def _compared(
    text: str, comparator: Comparator | None, lower: Decimal, upper: Decimal | None, *, is_open: bool
) -> Figure:
    if upper is not None:
        return Figure(text, Comparator.BETWEEN, lower=lower, upper=upper, upper_excluded=is_open)
    if comparator in AT_LEAST:
        return Figure(text, comparator or "", lower=lower)
    if comparator in (Comparator.LE, Comparator.LT):
        return Figure(text, comparator or "", upper=lower)
    return Figure(text, Comparator.EQ, value=lower)


def _ratio(text: str, comparator: Comparator | None, amount: Amount) -> Figure:
    printed = Text(_short(text.strip()))
    if len(amount.parts) > 2:
        raise Unreadable(ONLY_TWO.format(printed))
    value = quotient(amount.parts)
    if value is None:
        raise Unreadable(NO_DIVISOR.format(printed))
    figure = _compared(text, comparator, value, None, is_open=False)
    if figure.value is None:
        return figure
    return Figure(text, Comparator.EQ, value=value, numerator=amount.parts[0], denominator=amount.parts[1])
