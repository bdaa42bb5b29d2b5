"""Quantities as an office writes them: exact in both languages, with no exponent and no stray zero."""

from decimal import Decimal
from typing import Final

from targets.rules.wording import Lang, Text

# Decimal places by which a rate, kept as a fraction, is moved before it is shown.
RATES: Final = {"%": 2, "‰": 3}
CHINESE_STEPS: Final = ((12, "万亿"), (8, "亿"), (4, "万"))
ENGLISH_STEPS: Final = ((12, "trillion"), (9, "billion"), (6, "million"))
# From 亿 on nobody counts digits: Chinese keeps the printed form alone, English gives the digits beside the name.
LARGE: Final = Decimal(10) ** 8
PERCENT: Final = Text("%", "%")
PERCENT_POINTS: Final = Text("个百分点", "percentage points")
PER_MILLE_POINTS: Final = Text("个千分点", "per-mille points")


def plain(number: Decimal) -> str:
    """The number in full: thousands grouped, no exponent, no trailing zeros."""
    if not number.is_finite():
        raise ValueError(f"not a finite number: {number}")
    whole, _, fraction = format(number if number else Decimal(0), ",f").partition(".")
    fraction = fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def show(number: Decimal, unit: Text, scale: Decimal, lang: Lang, singular: str = "") -> str:
    """A quantity with its unit; `scale` is the factor it was printed with (200万 → 10000)."""
    if unit.zh in RATES:
        return f"{plain(shifted(number, RATES[unit.zh]))}{unit.zh}"
    if lang == "zh":
        return _chinese(number, unit.zh, scale)
    return _english(number, unit, scale, singular)


def shown(number: Decimal, unit: Text, scale: Decimal = Decimal(1), singular: str = "") -> Text:
    return Text(show(number, unit, scale, "zh"), show(number, unit, scale, "en", singular))


def brief(number: Decimal, unit: Text, singular: str = "") -> Text:
    """A quantity as short as it can be written exactly: 200万辆, 2 million vehicles; never rounded.

    A number that the name of a step would not make shorter keeps its digits: 1,234,567 rather than 123.4567万.
    """
    if unit.zh in RATES:
        return shown(number, unit)
    zh, en = _shortest(number, CHINESE_STEPS), _shortest(number, ENGLISH_STEPS, gap=" ")
    if _is_money(unit):
        return Text(f"{zh}{unit.zh}", f"CNY {en}")
    return Text(f"{zh}{unit.zh}", f"{en} {singular if singular and number == 1 else unit.en}".rstrip())


def points(number: Decimal, unit: Text) -> Text:
    """A difference of two rates: points, never per cent; other units keep their own name."""
    if unit.zh == "‰":
        return shown(shifted(number, 3), PER_MILLE_POINTS, singular="per-mille point")
    if unit.zh == "%":
        return shown(shifted(number, 2), PERCENT_POINTS, singular="percentage point")
    if unit.zh == "百分点":
        return shown(number, PERCENT_POINTS, singular="percentage point")
    return shown(number, unit if unit.zh else Text("个点", "points"))


def proportion(number: Decimal) -> Text:
    return Text(f"{plain(number)}:1")


def shifted(number: Decimal, places: int) -> Decimal:
    """Multiplied by a power of ten without the rounding of the decimal context."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise ValueError(f"not a finite number: {number}")
    return Decimal((sign, digits, exponent + places))


def _chinese(number: Decimal, unit: str, scale: Decimal) -> str:
    full = f"{plain(number)}{unit}"
    printed = _stepped(number, min(scale, abs(number)), CHINESE_STEPS)
    if not printed:
        return full
    if min(scale, abs(number)) >= LARGE:
        return f"{printed}{unit}"
    return f"{full}（{printed}{unit}）"


def _english(number: Decimal, unit: Text, scale: Decimal, singular: str) -> str:
    named = _stepped(number, abs(number), ENGLISH_STEPS, gap=" ") if scale >= LARGE else ""
    if _is_money(unit):
        return f"CNY {named} ({plain(number)} yuan)" if named else f"CNY {plain(number)}"
    name = singular if singular and number == 1 else unit.en
    if named:
        return f"{named} {name}".rstrip() + f" ({plain(number)})"
    return f"{plain(number)} {name}".rstrip()


def _stepped(number: Decimal, reach: Decimal, steps: tuple[tuple[int, str], ...], gap: str = "") -> str:
    """The number in its largest named step within reach, or nothing."""
    for places, name in steps:
        if reach >= Decimal(10) ** places:
            return f"{plain(shifted(number, -places))}{gap}{name}"
    return ""


def _shortest(number: Decimal, steps: tuple[tuple[int, str], ...], gap: str = "") -> str:
    full = plain(number)
    for places, name in steps:
        if abs(number) >= Decimal(10) ** places:
            short = plain(shifted(number, -places))
            return f"{short}{gap}{name}" if len(short) + 1 < len(full) else full
    return full


def _is_money(unit: Text) -> bool:
    return unit.zh in ("元", "CNY")
