"""What the words suggest for the indicator: which way is better, how its values add up."""

from typing import Final

from targets.rules.quantities.clauses import Piece
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.measures import FALLING, is_fall
from targets.rules.quantities.tokens import FOLDS, Token
from targets.rules.quantities.words import FLOWS, LOW_NOUNS, STOCKS
from targets.rules.terms import Accumulation, Comparator, Direction, Measure, Quantifier

BY_MEASURE: Final = {
    Measure.SHARE: Accumulation.RATIO,
    Measure.RATIO: Accumulation.RATIO,
    Measure.RANK: Accumulation.RANK,
    Measure.CUMULATIVE: Accumulation.CUMULATIVE,
    Measure.COMPOSITION: Accumulation.RATIO,
}
FLOORS: Final = (Comparator.GE, Comparator.GT)
CEILINGS: Final = (Comparator.LE, Comparator.LT)


def lean(draft: Draft, piece: Piece, verb: Token | None) -> None:
    """Both are left null where the words suggest nothing."""
    draft.imply("direction", _direction(draft, piece, verb))
    draft.imply("accumulation", Accumulation.RANK if _is_place(piece, verb) else _accumulation(draft, piece))


def _is_place(piece: Piece, verb: Token | None) -> bool:
    """上升5位 speaks of a ranking."""
    amount = piece.number.amount
    return verb is not None and amount is not None and verb.kind not in FALLING and is_fall(verb, amount)


def _direction(draft: Draft, piece: Piece, verb: Token | None) -> Direction | None:
    comparator = draft.get("comparator")
    if draft.get("measure") == Measure.RANK or draft.subject.endswith(LOW_NOUNS):
        return Direction.DOWN
    if _is_place(piece, verb):
        return Direction.DOWN
    if any(token.kind == Kind.HOLD for token in piece.chain) and not (verb and verb.kind in FALLING):
        return Direction.DOWN
    if verb and verb.kind in FALLING:
        return None if comparator in FLOORS else Direction.DOWN
    if comparator in CEILINGS or any(token.kind == Kind.FALL_TO for token in piece.chain):
        return Direction.DOWN
    if verb or comparator in FLOORS or (piece.number.amount and piece.number.amount.unit == FOLDS):
        return Direction.UP
    return None


def _accumulation(draft: Draft, piece: Piece) -> Accumulation | None:
    measure, subject = draft.get("measure"), draft.subject
    if isinstance(measure, Measure) and measure in BY_MEASURE:
        return BY_MEASURE[measure]
    if measure == Measure.LEVEL and draft.get("unit") in ("%", "‰"):
        return Accumulation.RATIO
    if measure == Measure.LEVEL and draft.get("quantifier") == Quantifier.EVERY_PERIOD and piece.is_of_events:
        return Accumulation.ANNUAL_FLOW
    if subject.endswith(FLOWS):
        return Accumulation.ANNUAL_FLOW
    if piece.is_of_events:
        return Accumulation.CUMULATIVE
    return Accumulation.STOCK if subject.endswith(STOCKS) or measure == Measure.COUNT_OF_CLASS else None
