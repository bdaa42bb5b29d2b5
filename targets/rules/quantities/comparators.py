"""Words and signs of comparison, before a number (超, 不低于, ≥) and after it (以上, 左右)."""

from typing import Final

from targets.rules.quantities.wordlists import words
from targets.rules.terms import Comparator

BEFORE: Final[dict[str, Comparator]] = {
    **dict.fromkeys(
        words("超 超过 超出 超越 突破 跨越 跨过 越过 迈过 冲破 高于 大于 多于 过 破 逾 优于 好于 长于 >"),
        Comparator.GT,
    ),
    **dict.fromkeys(
        words("不低于 不少于 不小于 不短于 不下于 不亚于 至少 起码 大于等于 大于或等于 达到或超过 达到或者超过 ≥"),
        Comparator.GE,
    ),
    **dict.fromkeys(
        words("不超过 不超 不高于 不大于 不多于 不长于 不突破 至多 最多 小于等于 小于或等于 ≤"), Comparator.LE
    ),
    **dict.fromkeys(words("低于 小于 少于 短于 不足 不满 未满 不到 <"), Comparator.LT),
    **dict.fromkeys(words("约 大约 约为 约占 大概 大致 ≈"), Comparator.APPROX),
    **dict.fromkeys(words("近 接近 将近 逼近 趋近"), Comparator.NEAR),
    **dict.fromkeys(words("等于 恰好 正好 ="), Comparator.EQ),
}
#: 以上, 以下 and 以内 include the number itself; 以外 does not.
AFTER: Final[dict[str, Comparator]] = {
    **dict.fromkeys(words("以上 及以上 或以上 (含)以上 (及以上) (含以上) (以上)"), Comparator.GE),
    **dict.fromkeys(words("以下 及以下 以内 之内 (含)以下 (以下) (以内)"), Comparator.LE),
    **dict.fromkeys(words("以外"), Comparator.GT),
    **dict.fromkeys(words("左右 上下 (左右)"), Comparator.APPROX),
}
#: Marks of an open count: 7000余 is from 7000 up to, but without, 8000.
INEXACT: Final = ("余", "多", "来")
LONGEST_AFTER: Final = max(map(len, AFTER))
LONGEST_BEFORE: Final = max(map(len, BEFORE))


def after_at(text: str, at: int) -> tuple[Comparator | None, int]:
    """The comparison that follows a number, and where it ends."""
    return _longest(AFTER, LONGEST_AFTER, text, at)


def before_at(text: str, at: int) -> tuple[Comparator | None, int]:
    """The comparison that begins at a place before a number, and where it ends."""
    return _longest(BEFORE, LONGEST_BEFORE, text, at)


def _longest(words: dict[str, Comparator], longest: int, text: str, at: int) -> tuple[Comparator | None, int]:
    for length in range(min(longest, len(text) - at), 0, -1):
        found = words.get(text[at : at + length])
        if found:
            return found, at + length
    return None, at
