"""Digits and steps of numbers, Arabic and Chinese, and a number at its place."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from targets.rules.numbers import EXACT

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
