"""Numbers within a word of their own: a place (第5位, 前三), a doubling (翻两番), a term (五年内), 每万人."""

from decimal import Decimal
from typing import Final

from targets.rules.quantities.amounts import Amount
from targets.rules.quantities.comparators import after_at
from targets.rules.quantities.digits import ARABIC, CHINESE, DIGITS
from targets.rules.quantities.folding import blank_end
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.numerals import numeral_at
from targets.rules.quantities.printed import Printed
from targets.rules.quantities.tokens import FOLDS, Token
from targets.rules.quantities.wordlists import words

ORDINALS: Final = ("位", "名")
#: 前三 is a place among others where this follows; 前三年 is not.
AFTER_PLACE: Final = frozenset(",。、;:!?) 和及与的以强行")
#: 五年内 gives a length of time, and no date.
TERMS: Final = ("左右时间", "时间", "之内", "内", "间")
MOST_YEARS: Final = 50
#: Of whom there is something each, the longest first.
BELOW: Final = words("常住人口 户籍人口 平方公里 名老年人 名儿童 名老人 老年人 人口 人 户 名 辆")


def place_at(text: str, at: int) -> Token | None:
    """第5位, 前三, 前40位: a place among others; the value is whether it is a limit."""
    is_limit = text[at] == "前"
    if not is_limit and text[at] != "第":
        return None
    number = numeral_at(text, at + 1) if at + 1 < len(text) and text[at + 1] not in "+-" else None
    if number is None or number.value < 1 or not number.fits or number.value != number.value.to_integral_value():
        return None
    end = number.end
    ordinal = text[end : end + 1] if text[end : end + 1] in ORDINALS else ""
    follower = text[end + len(ordinal) : end + len(ordinal) + 1]
    if not ordinal and ((follower and follower not in AFTER_PLACE) or (not is_limit and not _is_ranked(text, at))):
        return None
    lower = _printed(number.value, ordinal, at, end, end + len(ordinal))
    return Token(Kind.RANK, at, lower.end, is_limit, amount=Amount(lower, end=lower.end))


def _is_ranked(text: str, at: int) -> bool:
    """居全省第一, 位列第三: without 位 only these words make it a place."""
    return text[max(0, at - 2) : at] in ("全国", "全省", "全市", "位列", "位居", "排名", "中部", "全球", "世界") or (
        text[max(0, at - 1) : at] in ("居", "列")
    )


def _printed(value: Decimal, unit: str, start: int, number_end: int, end: int) -> Printed:
    """A whole number in the plain unit, which stands right behind it."""
    return Printed(
        value=value,
        below=None,
        scale=Decimal(1),
        unit=unit,
        is_points=False,
        start=start,
        end=end,
        unit_start=number_end,
        unit_end=end,
        is_chinese=False,
        is_bare_step=False,
        is_scaled=False,
    )


def term_at(text: str, at: int) -> Token | None:
    """五年内, 用3年时间: a stretch of time without a date."""
    if text[at] not in ARABIC and text[at] not in DIGITS and text[at] != "十":
        return None
    number = numeral_at(text, at)
    if number is None or number.value > MOST_YEARS or text[number.end : number.end + 1] != "年":
        return None
    end = next((number.end + 1 + len(word) for word in TERMS if text.startswith(word, number.end + 1)), 0)
    return Token(Kind.TERM, at, end) if end else None


def folds_at(text: str, at: int) -> Token | None:
    """翻一番 is twice, 翻两番 four times the base."""
    if text[at] != "翻":
        return None
    start = at + 1 + (text[at + 1 : at + 2] == "了")
    number = numeral_at(text, start) if start < len(text) and text[start] in (*ARABIC, *DIGITS) else None
    if number is None or text[number.end : number.end + 1] != FOLDS or not 1 <= number.value <= 10:
        return None
    if number.value != number.value.to_integral_value():
        return None
    printed = _printed(Decimal(2) ** int(number.value), FOLDS, at, number.end, number.end + 1)
    after, end = after_at(text, blank_end(text, printed.end))
    amount = Amount(printed, after=after, after_start=printed.end, after_end=end, end=end if after else printed.end)
    return Token(Kind.AMOUNT, at, amount.end, amount=amount)


def per_at(text: str, at: int) -> Token | None:
    """每千人口, 每万人: the unit below the line."""
    if text[at] != "每" or at + 1 >= len(text) or text[at + 1] not in (*ARABIC, *CHINESE):
        return None
    number = numeral_at(text, at + 1)
    if number is None or number.value < 10:
        return None
    for name in BELOW:
        if text.startswith(name, number.end):
            end = number.end + len(name)
            return Token(Kind.PER, at, end, text[at + 1 : end])
    return None
