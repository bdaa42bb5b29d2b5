"""A wording as a row of words, times and amounts, each at its place; what is none of these is left out."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from targets.rules.quantities.amounts import Amount, amount_at
from targets.rules.quantities.digits import ARABIC, CHINESE, DIGITS, run_end
from targets.rules.quantities.expressions import folds_at, per_at, place_at, term_at
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.spans import RELATIVE, YEAR_ALONE, span_at
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.units import LATIN, MONEY, PLACES
from targets.rules.quantities.words import FILLERS, LEXICON, word_at
from targets.rules.terms import Comparator

SPAN_STARTS: Final = frozenset(
    (*ARABIC, *DIGITS, "十", '"', "第", "上", "下", *(word[0] for word in (*RELATIVE, *YEAR_ALONE)))
)
#: What a number, a time or a word in quotation marks begins with.
BEGINNINGS: Final = SPAN_STARTS | CHINESE | frozenset("+-每前")
BEFORE_NUMBERS: Final = (Kind.COMPARATOR, Kind.REACH, Kind.TO, Kind.RISE, Kind.FALL, Kind.MEMBERS)
IN_NAMES: Final = LATIN | ARABIC | {"."}
NO_SIGN_AFTER: Final = ARABIC | {"%", ")", "-"}
#: 上万人 is at least so many; 线上 and 以上 are other words.
LARGE_STEPS: Final = ("百", "千", "万", "亿")
NO_UPPER: Final = ("以", "线", "网", "之", "车", "海")
CLASS_MARK: Final = "级"
#: From so much on a class without a unit counts money: 千万级, 百亿级.
MONEY_FROM: Final = Decimal(10) ** 7


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
    for reader in (place_at, folds_at, per_at, term_at):
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
