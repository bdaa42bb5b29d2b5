"""A wording as a row of words, times and amounts, each at its place; what is none of these is left out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Final

from targets.rules.quantities.amounts import Amount, amount_at
from targets.rules.quantities.comparators import after_at
from targets.rules.quantities.folding import blank_end
from targets.rules.quantities.numerals import ARABIC, CHINESE, DIGITS, numeral_at, run_end
from targets.rules.quantities.printed import Printed
from targets.rules.quantities.spans import RELATIVE, YEAR_ALONE, Span, span_at
from targets.rules.quantities.units import LATIN, MONEY, PLACES
from targets.rules.quantities.words import FILLERS, LEXICON, Kind, word_at
from targets.rules.terms import Comparator

SPAN_STARTS: Final = frozenset(
    (*ARABIC, *DIGITS, "十", '"', "第", "上", "下", *(word[0] for word in (*RELATIVE, *YEAR_ALONE)))
)
#: What a number, a time or a word in quotation marks begins with.
BEGINNINGS: Final = SPAN_STARTS | CHINESE | frozenset("+-每前")
BEFORE_NUMBERS: Final = (Kind.COMPARATOR, Kind.REACH, Kind.TO, Kind.RISE, Kind.FALL, Kind.MEMBERS)
IN_NAMES: Final = LATIN | ARABIC | {"."}
NO_SIGN_AFTER: Final = ARABIC | {"%", ")", "-"}
ORDINALS: Final = ("位", "名")
#: 前三 is a place among others where this follows; 前三年 is not.
AFTER_PLACE: Final = frozenset(",。、;:!?) 和及与的以强行")
#: 上万人 is at least so many; 线上 and 以上 are other words.
LARGE_STEPS: Final = ("百", "千", "万", "亿")
NO_UPPER: Final = ("以", "线", "网", "之", "车", "海")
#: 五年内 gives a length of time, and no date.
TERMS: Final = ("左右时间", "时间", "之内", "内", "间")
MOST_YEARS: Final = 50
FOLDS: Final = "番"
CLASS_MARK: Final = "级"
#: From so much on a class without a unit counts money: 千万级, 百亿级.
MONEY_FROM: Final = Decimal(10) ** 7
LONGEST_PER: Final = 8


@dataclass(frozen=True)
class Token:
    """A stretch of the text that says something."""

    kind: Kind
    start: int
    end: int
    value: Any = None
    amount: Amount | None = None
    span: Span | None = None
    #: Stands in quotation marks: a name, not a statement.
    is_quoted: bool = False


def tokens(text: str, unit: str, year: int | None) -> Iterator[Token]:
    """The tokens of a folded text in order; `unit` and `year` are what is known besides the text."""
    at, is_quoted, context = 0, False, year
    while at < len(text):
        token = _token_at(text, at, unit, context)
        if token is None:
            is_quoted ^= text[at] == '"'
            at = _next(text, at)
            continue
        if token.span and token.span.last and not token.span.is_derived:
            context = token.span.last.year
        yield replace(token, is_quoted=is_quoted)
        at = token.end


def _next(text: str, at: int) -> int:
    """Past a sign that says nothing; digits that make no number are passed over as a whole."""
    if text[at] in ARABIC:
        return run_end(text, at, ARABIC)
    if text[at] in LATIN:
        return run_end(text, at, IN_NAMES)
    return run_end(text, at, CHINESE) if text[at] in CHINESE else at + 1


def _token_at(text: str, at: int, unit: str, year: int | None) -> Token | None:
    if text[at] in SPAN_STARTS:
        span = span_at(text, at, year)
        if span:
            return Token(Kind.SPAN, at, span.end, span=span)
    if text[at] == "上" and text[at + 1 : at + 2] in LARGE_STEPS and text[at - 1 : at] not in NO_UPPER:
        return Token(Kind.COMPARATOR, at, at + 1, Comparator.GE)
    for reader in (_place_at, _folds_at, _per_at, _term_at):
        token = reader(text, at)
        if token:
            return token
    word = word_at(text, at)
    if word and not _is_part_of_number(text, at, word) and not _is_part_of_word(text, at, word):
        return Token(LEXICON[word].kind, at, at + len(word), LEXICON[word].value)
    return _amount_token(text, at, unit)


def _is_part_of_number(text: str, at: int, word: str) -> bool:
    """A comma between digits, and 一 in 一百二十, are no words."""
    return word == "," and text[at + 1 : at + 2] in ARABIC and at > 0 and text[at - 1] in ARABIC and _is_group(text, at)


def _is_part_of_word(text: str, at: int, word: str) -> bool:
    """升学, 等候, 近视: one character speaks of a number only right before it, or before another such word."""
    after = at + 1
    if len(word) > 1 or LEXICON[word].kind not in BEFORE_NUMBERS or after >= len(text):
        return False
    return not (text[after] in BEGINNINGS or text[after : after + 1] in FILLERS or word_at(text, after))


def _is_group(text: str, at: int) -> bool:
    return run_end(text, at + 1, ARABIC) == at + 4


def _amount_token(text: str, at: int, unit: str) -> Token | None:
    is_start = text[at] in ARABIC or text[at] in CHINESE or text[at] in "+-"
    amount = amount_at(text, at, unit) if is_start else None
    if amount is None or _is_name(text, amount):
        return None
    if _is_class(text, amount):
        return Token(Kind.CLASS, at, amount.end + len(CLASS_MARK), amount=_class(amount))
    return Token(Kind.AMOUNT, at, amount.end, amount=amount)


def _is_name(text: str, amount: Amount) -> bool:
    """5G, 4A, 第3期, PM2.5: digits in a name; a sign after a digit is a dash."""
    before, after = text[amount.start - 1 : amount.start], text[amount.end : amount.end + 1]
    if amount.start and (before in LATIN or before in ("第", ".")):
        return before not in LATIN or amount.unit not in PLACES
    if text[amount.start] in "+-":
        return before in NO_SIGN_AFTER
    return bool(after) and after in LATIN and not amount.unit


def _is_class(text: str, amount: Amount) -> bool:
    if text[amount.end : amount.end + 1] != CLASS_MARK or amount.after or amount.parts:
        return False
    return amount.lower.value >= MONEY_FROM or bool(amount.unit and amount.lower.is_bare_step)


def _class(amount: Amount) -> Amount:
    return amount if amount.unit else replace(amount, lower=replace(amount.lower, unit=MONEY[0]))


def _place_at(text: str, at: int) -> Token | None:
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


def _term_at(text: str, at: int) -> Token | None:
    """五年内, 用3年时间: a stretch of time without a date."""
    if text[at] not in ARABIC and text[at] not in DIGITS and text[at] != "十":
        return None
    number = numeral_at(text, at)
    if number is None or number.value > MOST_YEARS or text[number.end : number.end + 1] != "年":
        return None
    end = next((number.end + 1 + len(word) for word in TERMS if text.startswith(word, number.end + 1)), 0)
    return Token(Kind.TERM, at, end) if end else None


def _folds_at(text: str, at: int) -> Token | None:
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


def _per_at(text: str, at: int) -> Token | None:
    """每千人口, 每万人: the unit below the line."""
    if text[at] != "每" or at + 1 >= len(text) or text[at + 1] not in (*ARABIC, *CHINESE):
        return None
    number = numeral_at(text, at + 1)
    if number is None or number.value < 10:
        return None
    for name in (
        "常住人口",
        "人口",
        "名儿童",
        "名老年人",
        "名老人",
        "老年人",
        "户籍人口",
        "人",
        "户",
        "名",
        "平方公里",
        "辆",
    ):
        if text.startswith(name, number.end):
            end = number.end + len(name)
            return Token(Kind.PER, at, end, text[at + 1 : end])
    return None
