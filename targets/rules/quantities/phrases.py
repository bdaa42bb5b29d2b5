"""Targets in words alone: a stage, a rank without a place, full coverage, nothing left, as others do."""

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from targets.rules.quantities.clauses import Clause
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.words import Kind
from targets.rules.terms import Accumulation, Comparator, Direction, Flag, Measure, Quantifier

ONE, ZERO, HALF, HUNDREDTH = Decimal(1), Decimal(0), Decimal("0.5"), Decimal("0.01")
#: 零发生 holds all the time, 动态清零 too.
LASTING: Final = ("动态清零",)
UNIT_OF_FIRST: Final = {
    "首个": "个",
    "首家": "家",
    "首台(套)": "台(套)",
    "首台": "台",
    "首套": "套",
    "首条": "条",
    "首座": "座",
    "首款": "款",
}


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
    draft.imply("unit", UNIT_OF_FIRST.get(word, ""))
    draft.imply("direction", Direction.UP)
    draft.flag(Flag.COMPARATOR_READ)


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


def _vague(draft: Draft, token: Token, word: str) -> None:
    draft.flag(Flag.QUALITATIVE)


#: The kinds of phrase, the more telling first.
PHRASES: Final[dict[Kind, Callable[[Draft, Token, str], None]]] = {
    Kind.REFERENCE: _reference,
    Kind.COVER: _cover,
    Kind.CLEAR: _none_left,
    Kind.NEVER: _none_left,
    Kind.FIRST: _first,
    Kind.CLIMB: _front,
    Kind.FRONT: _front,
    Kind.SLOGAN: _vague,
    Kind.STAGE: _stage,
    Kind.OPEN: _vague,
    Kind.VAGUE: _vague,
}


def phrase_of(text: str, clause: Clause) -> tuple[Draft, Token] | None:
    """What a clause without a number says; nothing where it says nothing that can be kept."""
    for kind, say in PHRASES.items():
        token = next((token for token in clause.tokens if token.kind == kind), None)
        if token:
            draft = Draft(clause.start, clause.end)
            say(draft, token, text[token.start : token.end])
            return draft, token
    return None
