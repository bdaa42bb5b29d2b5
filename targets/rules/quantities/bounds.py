"""The comparison of a number and its bounds, with the sign of a fall."""

from decimal import Decimal
from typing import Final, NamedTuple

from targets.rules.numbers import EXACT
from targets.rules.quantities.amounts import Amount, quotient
from targets.rules.quantities.clauses import Piece
from targets.rules.quantities.kinds import Kind
from targets.rules.terms import Comparator

#: A fall of at least 18% is a change of at most −18%.
MIRRORED: Final = {
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
    Comparator.LE: Comparator.GE,
    Comparator.LT: Comparator.GT,
}
CEILINGS: Final = (Comparator.LE, Comparator.LT)
VAGUE: Final = (Comparator.APPROX, Comparator.NEAR)
DOWNWARD: Final = (Kind.FALL_TO, Kind.HOLD)
UPWARD: Final = (Kind.REACH, Kind.RISE_TO, Kind.TO)


class Comparison(NamedTuple):
    """A comparison with the characters that say it; it is read where a verb implies it (达到)."""

    comparator: Comparator
    start: int
    end: int
    is_read: bool = False


class Bounds(NamedTuple):
    comparator: Comparator
    lower: Decimal | None
    upper: Decimal | None


def comparison_of(piece: Piece, amount: Amount, *, is_lower_better: bool) -> Comparison:
    """How the number is compared, by the words before and after it; bare where there are none."""
    if amount.upper is not None:
        return Comparison(Comparator.BETWEEN, amount.lower.start, amount.upper.end)
    printed = _printed(piece, amount)
    if printed:
        return printed
    if amount.lower.below is not None:
        return Comparison(Comparator.BETWEEN, amount.lower.start, amount.lower.end, is_read=True)
    if amount.parts and len(amount.parts) > 2:
        return Comparison(Comparator.BARE, amount.start, amount.end)
    return _implied(piece, is_lower_better=is_lower_better) or Comparison(Comparator.BARE, amount.start, amount.end)


def _printed(piece: Piece, amount: Amount) -> Comparison | None:
    """A bound goes before a vague word: 约30%以上 is at least."""
    after = Comparison(amount.after, amount.after_start, amount.after_end) if amount.after else None
    words = [token for token in reversed(piece.chain) if token.kind == Kind.COMPARATOR]
    before = Comparison(words[0].value, words[0].start, words[0].end) if words else None
    if before and after and before.comparator in VAGUE:
        return after
    return before or after


def _implied(piece: Piece, *, is_lower_better: bool) -> Comparison | None:
    for token in reversed(piece.chain):
        if token.kind in DOWNWARD:
            return Comparison(Comparator.LE, token.start, token.end, is_read=True)
        if token.kind in UPWARD:
            comparator = Comparator.LE if is_lower_better else Comparator.GE
            return Comparison(comparator, token.start, token.end, is_read=True)
    return None


def bounds_of(amount: Amount, comparator: Comparator, *, is_fall: bool, added: int = 0) -> Bounds | None:
    """The bounds as stored; `added` is what 增长1倍 lacks to the multiple it means."""
    lower, upper = _numbers(amount)
    if lower is None:
        return None
    lower = EXACT.add(lower, Decimal(added))
    upper = None if upper is None else EXACT.add(upper, Decimal(added))
    if is_fall:
        lower, upper = (lower if upper is None else upper).copy_negate(), lower.copy_negate()
        comparator = MIRRORED.get(comparator, comparator)
    if comparator == Comparator.BETWEEN:
        return Bounds(comparator, lower, upper)
    return Bounds(comparator, None, lower) if comparator in CEILINGS else Bounds(comparator, lower, None)


def _numbers(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    if amount.parts:
        return quotient(amount.parts), None
    return amount.lower.value, amount.upper.value if amount.upper else amount.lower.below
