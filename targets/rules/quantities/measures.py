"""What kind of quantity a number is, from its unit and the verb before it."""

from collections.abc import Sequence
from typing import Final

from targets.rules.quantities.amounts import Amount
from targets.rules.quantities.clauses import Piece
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.printed import TIMES
from targets.rules.quantities.tokens import FOLDS, Token
from targets.rules.quantities.units import PLACES
from targets.rules.quantities.words import SHARES, TRANSITIVE
from targets.rules.terms import Measure

INFLOWS: Final = (Kind.NEW, Kind.NET, Kind.GROSS)
CHANGES: Final = (Kind.RISE, Kind.FALL, Kind.GROWTH, Kind.DROP)
FALLING: Final = (Kind.FALL, Kind.DROP)
#: Units of places in a ranking: a rise of five places is a fall of the number.
PLACES_IN_RANK: Final = ("位", "名", "个位次", "个名次", "位次", "名次")
REACHING: Final = (Kind.REACH, Kind.TO, Kind.RISE_TO, Kind.FALL_TO)
#: 提升 without a number of change right behind it is an effort, not a change.
EFFORTS: Final = ("提升", "提高", "扩大")


def verb_of(piece: Piece, text: str) -> Token | None:
    """The verb that makes the number a change or a sum; nothing if it is a level."""
    for token in reversed(piece.chain):
        if token.kind in (Kind.RISE_TO, Kind.FALL_TO):
            return None
        if token.kind in (*INFLOWS, *CHANGES, Kind.CUMULATIVE, Kind.CLIMB):
            return token
    if any(token.kind in (*REACHING, Kind.HOLD) for token in piece.chain):
        return _sum_verb(piece.lead)
    return _sum_verb(piece.lead) or _transitive(piece, text)


def is_rise(verb: Token) -> bool:
    """Whether 一倍 more is meant: 增长1倍 is twice."""
    return verb.kind in (Kind.RISE, Kind.GROWTH, *INFLOWS)


def is_fall(verb: Token, amount: Amount) -> bool:
    """Whether the number goes down: 下降, or up in a ranking."""
    return verb.kind in (*FALLING, Kind.CLIMB) or (verb.kind == Kind.RISE and amount.unit in PLACES_IN_RANK)


def _sum_verb(lead: Sequence[Token]) -> Token | None:
    """新增…100家, 累计…100家: the thing may stand between."""
    return next((token for token in reversed(lead) if token.kind in (*INFLOWS, Kind.CUMULATIVE)), None)


def _transitive(piece: Piece, text: str) -> Token | None:
    """减少碳排放10万吨: verb, thing, number."""
    amount = piece.number.amount
    is_rate = amount is not None and (amount.unit in PLACES or amount.last.is_points)
    for token in reversed(piece.lead):
        word = text[token.start : token.end]
        if token.kind in CHANGES and word in TRANSITIVE and (is_rate or word not in EFFORTS):
            return token
        if token.kind in (*CHANGES, *REACHING):
            return None
    return None


def measure_of(text: str, piece: Piece, verb: Token | None, subject: str, *, is_average: bool) -> Measure | None:
    """The measure; nothing where verb and unit make no sense together (降低一倍)."""
    amount = piece.number.amount
    if piece.number.kind == Kind.RANK or amount is None:
        return Measure.RANK
    if len(amount.parts) > 2:
        return Measure.COMPOSITION
    if amount.parts:
        return Measure.RATIO
    if amount.unit in (TIMES, FOLDS):
        return None if verb and verb.kind in FALLING else Measure.MULTIPLE
    if amount.last.is_points:
        return Measure.POINT_CHANGE
    if amount.unit in PLACES:
        return _of_rate(verb, is_average=is_average, is_share=_is_share(text, piece, subject))
    return _of_number(piece, verb)


def _is_share(text: str, piece: Piece, subject: str) -> bool:
    return subject.endswith(SHARES) or "占" in subject or text.endswith("占", 0, piece.number.start)


def _of_rate(verb: Token | None, *, is_average: bool, is_share: bool) -> Measure:
    if verb and verb.kind in CHANGES:
        return Measure.ANNUAL_GROWTH if is_average else Measure.PERCENT_CHANGE
    return Measure.SHARE if is_share else Measure.LEVEL


def _of_number(piece: Piece, verb: Token | None) -> Measure:
    if verb and verb.kind in (*INFLOWS, *CHANGES, Kind.CLIMB):
        return Measure.INCREMENT
    is_yearly = any(token.kind == Kind.YEARLY for token in (*piece.lead, *piece.chain))
    if verb or (piece.is_of_events and not is_yearly):
        return Measure.CUMULATIVE
    return Measure.COUNT_OF_CLASS if piece.klass else Measure.LEVEL
