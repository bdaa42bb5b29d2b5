"""Targets in words alone: a stage, a rank without a place, full coverage, nothing left, as others do."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from targets.rules.quantities.clauses import Clause
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.tokens import Token
from targets.rules.terms import Accumulation, Comparator, Direction, Flag, Measure, Quantifier

ZERO, HALF, ONE, TWO, HUNDREDTH = Decimal(0), Decimal("0.5"), Decimal(1), Decimal(2), Decimal("0.01")
#: 零发生 holds all the time, 动态清零 too.
LASTING: Final = ("动态清零",)
#: 翻番 is a doubling, 倍增 a motto of one.
MOTTO: Final = "倍增"


def _reference(draft: Draft, token: Token, word: str) -> None:
    draft.say("measure", Measure.REFERENCE, token.start, token.end)
    if token.value:
        draft.say("comparator", token.value, token.start, token.end)


def _cover(draft: Draft, token: Token, word: str) -> None:
    """Everything that may be covered is; which everything, the words do not say."""
    draft.say("measure", Measure.SHARE, token.start, token.end)
    draft.say("comparator", token.value or Comparator.EQ, token.start, token.end)
    draft.say("lower", HALF if token.value else ONE, token.start, token.end)
    draft.imply("unit", "%")
    draft.imply("scale", HUNDREDTH)
    draft.imply("direction", Direction.UP)
    draft.imply("accumulation", Accumulation.RATIO)
    draft.flag(Flag.DEFINITION_UNCLEAR)


def _none_left(draft: Draft, token: Token, word: str) -> None:
    draft.say("comparator", Comparator.EQ, token.start, token.end)
    draft.say("lower", ZERO, token.start, token.end)
    draft.imply("direction", Direction.DOWN)
    if token.kind == Kind.NEVER or word in LASTING:
        draft.say("quantifier", Quantifier.EVERY_PERIOD, token.start, token.end)


def _first(draft: Draft, token: Token, word: str) -> None:
    """From nothing to at least one."""
    draft.say("comparator", Comparator.GE, token.start, token.end)
    draft.say("lower", ONE, token.start, token.end)
    draft.imply("unit", word[1:] if word.startswith("首") else "")
    draft.imply("direction", Direction.UP)
    draft.flag(Flag.COMPARATOR_READ)


def _doubled(draft: Draft, token: Token, word: str) -> None:
    draft.say("measure", Measure.MULTIPLE, token.start, token.end)
    draft.say("comparator", Comparator.BARE, token.start, token.end)
    draft.say("lower", TWO, token.start, token.end)
    draft.imply("direction", Direction.UP)
    draft.flag(Flag.BASE_DATE_UNSTATED, *([Flag.DEFINITION_UNCLEAR] if word == MOTTO else []))


def _front(draft: Draft, token: Token, word: str) -> None:
    draft.say("measure", Measure.RANK, token.start, token.end)
    draft.imply("direction", Direction.DOWN)
    draft.imply("accumulation", Accumulation.RANK)
    draft.flag(Flag.QUALITATIVE)


def _stage(draft: Draft, token: Token, word: str) -> None:
    draft.say("measure", Measure.STAGE, token.start, token.end)
    draft.say("stage", word, token.start, token.end)
    draft.imply("direction", Direction.UP)
    draft.imply("accumulation", Accumulation.STAGE)


def _slogan(draft: Draft, token: Token, word: str) -> None:
    """三年上台阶: a stage some years on, and from when is not said."""
    _stage(draft, token, word)
    draft.say("stage", word, draft.start, token.end)
    draft.flag(Flag.QUALITATIVE, Flag.PERIOD_UNSTATED)


def _vague(draft: Draft, token: Token, word: str) -> None:
    draft.say("measure", Measure.LEVEL, token.start, token.end)
    draft.flag(Flag.QUALITATIVE)


#: The kinds of phrase, the more telling first.
PHRASES: Final[dict[Kind, Callable[[Draft, Token, str], None]]] = {
    Kind.REFERENCE: _reference,
    Kind.COVER: _cover,
    Kind.CLEAR: _none_left,
    Kind.NEVER: _none_left,
    Kind.FIRST: _first,
    Kind.DOUBLED: _doubled,
    Kind.CLIMB: _front,
    Kind.FRONT: _front,
    Kind.SLOGAN: _slogan,
    Kind.STAGE: _stage,
    Kind.OPEN: _vague,
    Kind.VAGUE: _vague,
}


def phrases_of(text: str, clause: Clause) -> Iterator[tuple[Draft, Token]]:
    """What a clause without a number says: its most telling phrase, or each slogan of a row of them."""
    kind = next((kind for kind in PHRASES if clause.has(kind)), None)
    if kind is None:
        return
    found = [token for token in clause.tokens if token.kind == kind]
    start = clause.start
    for token in found if kind == Kind.SLOGAN else found[:1]:
        end = token.end if kind == Kind.SLOGAN else clause.end
        draft = Draft(start + (text[start] in "、和"), end)
        PHRASES[kind](draft, token, text[token.start : token.end])
        yield draft, token
        start = end
