"""Numbers as printed, in Arabic or Chinese digits or both, with 万 and 亿: 1.3万亿, 两万五千, 3千万, 二百五."""

from decimal import Decimal

from targets.rules.numbers import EXACT
from targets.rules.quantities.chinese import chinese_at
from targets.rules.quantities.digits import ARABIC, CHINESE, Numeral, run_end, scale_at
from targets.rules.quantities.writing import shifted


def numeral_at(text: str, at: int) -> Numeral | None:
    """The number that begins at a place of a folded text, as far as it reaches; nothing if there is none."""
    if text[at] in "+-" and text[at + 1 : at + 2] in ARABIC:
        return _signed(text, at)
    if text[at] in ARABIC:
        return _arabic(text, at)
    return chinese_at(text, at) if text[at] in CHINESE else None


def _signed(text: str, at: int) -> Numeral | None:
    number = _arabic(text, at + 1)
    value = number.value.copy_negate() if text[at] == "-" else number.value
    return Numeral(value, number.scale, at, number.end)


def _arabic(text: str, at: int) -> Numeral:
    digits, end = _plain_digits(text, at)
    places, end = scale_at(text, end)
    value = shifted(Decimal(digits), places)
    if places >= 4 and text[end : end + 1] in ARABIC:
        return _continued(text, Numeral(value, Decimal(10) ** places, at, end), places)
    return Numeral(value, Decimal(10) ** places, at, end)


def _continued(text: str, first: Numeral, places: int) -> Numeral:
    """1亿2000万 is one number where the second step is the smaller one."""
    digits, end = _plain_digits(text, first.end)
    smaller, end = scale_at(text, end)
    rest = shifted(Decimal(digits), smaller)
    if not 0 < smaller < places or rest.adjusted() >= places:
        return first
    return Numeral(EXACT.add(first.value, rest), Decimal(1), first.start, end)


def _plain_digits(text: str, at: int) -> tuple[str, int]:
    """Digits with thousands separators and decimals, without the separators."""
    end = run_end(text, at, ARABIC)
    whole = text[at:end]
    while len(whole) and end - at < 60 and _is_group(text, at, end):
        whole += text[end + 1 : end + 4]
        end += 4
    if text[end : end + 1] == "." and text[end + 1 : end + 2] in ARABIC:
        last = run_end(text, end + 1, ARABIC)
        return f"{whole}.{text[end + 1 : last]}", last
    return whole, end


def _is_group(text: str, at: int, end: int) -> bool:
    """A comma and exactly three digits, after one to three digits or another group."""
    first = text.find(",", at, end)
    head = (end if first < 0 else first) - at
    group = text[end : end + 4]
    return (
        1 <= head <= 3
        and len(group) == 4
        and group[0] == ","
        and all(digit in ARABIC for digit in group[1:])
        and text[end + 4 : end + 5] not in ARABIC
    )
