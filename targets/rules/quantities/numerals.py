"""Numbers as printed, in Arabic or Chinese digits or both, with 万 and 亿: 1.3万亿, 两万五千, 3千万, 二百五."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from targets.rules.numbers import EXACT
from targets.rules.quantities.writing import shifted

ARABIC: Final = frozenset("0123456789")
DIGITS: Final = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
#: Powers of ten that stand in Chinese numbers.
STEPS: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
CHINESE: Final = frozenset((*DIGITS, *STEPS))
#: What an Arabic number may be multiplied with, the longest first.
SCALES: Final = (
    *(("万亿", 12), ("千亿", 11), ("百亿", 10), ("十亿", 9), ("千万", 7), ("百万", 6), ("十万", 5)),
    *(("亿", 8), ("万", 4), ("千", 3), ("百", 2)),
)
#: 千瓦 and 百分点 are units; their first character is no part of the number.
NO_SCALE: Final = {"千": frozenset("瓦米克伏卡帕乏焦赫"), "百": frozenset("分帕")}
#: More digits are no figure of this register (38 digits, 10 of them decimals), and cost time.
WHOLE_DIGITS: Final = 28
DECIMALS: Final = 10


@dataclass(frozen=True)
class Numeral:
    """A number at a place in the text; `scale` is what its digits are multiplied with (200万: 10000)."""

    value: Decimal
    scale: Decimal
    start: int
    end: int
    #: Written with Chinese digits alone.
    is_chinese: bool = False
    #: A step without a digit: 百亿, 千.
    is_bare_step: bool = False

    @property
    def fits(self) -> bool:
        """Whether the register can hold it exactly."""
        return fits(self.value)


def fits(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return value.adjusted() < WHOLE_DIGITS and isinstance(exponent, int) and -exponent <= DECIMALS


def tidy(value: Decimal) -> Decimal:
    """The same value without exponent or stray zeros, as a person would write it."""
    return Decimal(format(EXACT.normalize(value), "f")) if value else Decimal(0)


def numeral_at(text: str, at: int) -> Numeral | None:
    """The number that begins at a place of a folded text, as far as it reaches; nothing if there is none."""
    if text[at] in "+-" and text[at + 1 : at + 2] in ARABIC:
        return _signed(text, at)
    if text[at] in ARABIC:
        return _arabic(text, at)
    return chinese_at(text, at) if text[at] in CHINESE else None


def scale_at(text: str, at: int) -> tuple[int, int]:
    """The power of ten named at a place, and where its name ends; (0, at) if there is none."""
    for name, places in SCALES:
        if text.startswith(name, at):
            end = at + len(name)
            if text[end : end + 1] not in NO_SCALE.get(name[-1], ()):
                return places, end
            if len(name) > 1:
                return scale_at(text[: end - 1], at)
    return 0, at


def run_end(text: str, at: int, kind: Iterable[str]) -> int:
    """Where a run of characters of a kind ends."""
    while at < len(text) and text[at] in kind:
        at += 1
    return at


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


def chinese_at(text: str, at: int) -> Numeral | None:
    """A number in Chinese digits alone; nothing where the characters make none (一二, 十百)."""
    end = run_end(text, at, CHINESE)
    while end > at and text[end - 1] in NO_SCALE and text[end : end + 1] in NO_SCALE[text[end - 1]]:
        end -= 1
    if end == at or end - at > 40:
        return None
    written = text[at:end]
    whole = _whole(written)
    if whole is None:
        return None
    decimals_end = run_end(text, end + 1, DIGITS) if text[end : end + 1] == "点" else end
    if decimals_end > end + 1 and not any(step in STEPS for step in written[-1:]):
        return _with_decimals(text, at, end, decimals_end, whole)
    bare = written[0] in "百千万亿"
    return Numeral(Decimal(whole), _chinese_scale(written), at, end, is_chinese=True, is_bare_step=bare)


def _with_decimals(text: str, at: int, point: int, end: int, whole: int) -> Numeral:
    digits = "".join(str(DIGITS[digit]) for digit in text[point + 1 : end])
    places, last = scale_at(text, end)
    value = shifted(Decimal(f"{whole}.{digits}"), places)
    return Numeral(value, Decimal(10) ** places, at, last, is_chinese=True)


def _chinese_scale(written: str) -> Decimal:
    """五十万 is counted in 万; 两万五千 in ones."""
    for name, places in (("万亿", 12), ("亿", 8), ("万", 4)):
        if written.endswith(name):
            return Decimal(10) ** places
    return Decimal(1)


def _whole(written: str) -> int | None:
    """The value of a whole Chinese number; nothing where it is malformed."""
    for name in ("亿", "万"):
        head, found, tail = written.rpartition(name)
        if found:
            return _around(head, tail, STEPS[name])
    return _section(written, 4)


def _around(head: str, tail: str, places: int) -> int | None:
    """The part before 万 or 亿 counts so many times, the part after it is added."""
    high = _whole(head) if head else 1
    low = _tail(tail, places)
    if high is None or low is None or high == 0 or low >= 10**places:
        return None
    return int(high * 10**places + low)


def _tail(tail: str, places: int) -> int | None:
    """一万二 is 12000: a single digit after a step counts the next smaller one."""
    if len(tail) == 1 and tail in DIGITS:
        return int(DIGITS[tail] * 10 ** (places - 1))
    return _whole(tail.lstrip("零") or "零") if tail else 0


def _section(written: str, limit: int) -> int | None:
    """A number below 万: digits and 千 百 十 in falling order."""
    total, digit, last = 0, None, limit
    for place, sign in enumerate(written):
        if sign in DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = DIGITS[sign]
            continue
        if STEPS[sign] >= last or (digit == 0 and sign != "十"):
            return None
        if digit is None and place and sign != "十":
            return None
        total += (digit or 1) * 10 ** STEPS[sign]
        digit, last = None, STEPS[sign]
    if digit is None:
        return total
    is_short = len(written) > 1 and written[-2] in ("百", "千")
    return int(total + digit * 10 ** (last - 1)) if is_short else total + digit
