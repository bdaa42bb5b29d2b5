"""Words that a list prints once and means for each of its numbers: verbs, comparisons after 分别, units."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from targets.rules.numbers import EXACT
from targets.rules.quantities.amounts import Amount
from targets.rules.quantities.clauses import Clause, Piece
from targets.rules.quantities.digits import tidy
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.measures import CHANGES, INFLOWS, REACHING
from targets.rules.quantities.printed import Printed
from targets.rules.quantities.readings import Reading
from targets.rules.quantities.subjects import EDGES
from targets.rules.quantities.tokens import Token

#: What a number may have of its own and still lack its verb.
LIGHT: Final = (Kind.LIST, Kind.SPAN, Kind.MODALITY, Kind.COMPARATOR, Kind.TO, Kind.EACH, Kind.NATURE)
#: What names something, or says that something else is meant.
NAMING: Final = (Kind.PLAIN, Kind.PART, Kind.NATURE, Kind.PER, Kind.STAGE, Kind.GRANT)
SUMS: Final = (*INFLOWS, Kind.CUMULATIVE, Kind.YEARLY, Kind.AVERAGE)
VERBS: Final = (*SUMS, *CHANGES, *REACHING, Kind.HOLD, Kind.KEEP, Kind.CLIMB)


def completed(text: str, clause: Clause, piece: Piece, previous: Reading | None, before: Sequence[Reading]) -> Piece:
    """The piece with the words that its list or its sentence has printed already."""
    amount = _lent(clause, piece)
    piece = replace(piece, number=replace(piece.number, amount=amount))
    if any(token.kind == Kind.PART for token in piece.lead) and before:
        return _as_part(piece, before[-1])
    if is_elliptical(text, piece):
        donor = previous or (before[-1] if before else None)
        borrowed = _borrowed(clause, piece, donor)
        return replace(piece, chain=[*borrowed, *piece.chain])
    if previous and previous.piece and _continues(piece):
        own = any(token.kind in VERBS for token in piece.lead)
        sums = [] if own else [token for token in _words(previous.piece) if token.kind in SUMS]
        return replace(piece, lead=[*sums, *piece.lead])
    return piece


def _as_part(piece: Piece, whole: Reading) -> Piece:
    """新增50万人，其中毕业生20万人: the part is newly come, as the whole is."""
    if whole.piece is None or whole.piece.number.amount is None or piece.number.amount is None:
        return piece
    if whole.piece.number.amount.unit != piece.number.amount.unit:
        return piece
    verbs = [token for token in _words(whole.piece) if token.kind in (*SUMS, *CHANGES)]
    return replace(piece, chain=[*verbs, *piece.chain])


def is_elliptical(text: str, piece: Piece) -> bool:
    """Whether the number has no name and no verb of its own (力争7%, 2030年50%)."""
    at = piece.start
    for token in (*piece.lead, piece.number):
        if text[at : token.start].strip(EDGES) or (token is not piece.number and token.kind not in LIGHT):
            return False
        at = token.end
    return True


def is_nameless(text: str, piece: Piece) -> bool:
    """Whether nothing but verbs and times stands before the number, so that it speaks of what the sentence named."""
    at = piece.start
    for token in (*piece.lead, piece.number):
        if text[at : token.start].strip(EDGES) or token.kind in NAMING:
            return False
        at = token.end
    return True


def _continues(piece: Piece) -> bool:
    return piece.is_listed and bool(piece.lead) and piece.lead[0].kind == Kind.LIST


def _words(piece: Piece) -> list[Token]:
    """The words of a piece, borrowed ones too, each once."""
    return [token for token in piece.lead if token not in piece.chain] + list(piece.chain)


def _borrowed(clause: Clause, piece: Piece, donor: Reading | None) -> list[Token]:
    """Verbs are meant for all; a comparison only where 分别 spreads it."""
    if donor is None or donor.piece is None:
        return []
    spreads = clause.has(Kind.APART) and not any(token.kind == Kind.COMPARATOR for token in piece.chain)
    kinds = (*VERBS, Kind.COMPARATOR) if spreads else VERBS
    chain = donor.piece.chain
    sums = [token for token in donor.piece.lead if token.kind in SUMS and token not in chain]
    return [*sums, *(token for token in chain if token.kind in kinds)]


def _lent(clause: Clause, piece: Piece) -> Amount | None:
    """The number with what stands only at the end of its list (分别达到200和150万辆, 分别增长6%、7%左右)."""
    amount, lender = piece.number.amount, clause.pieces[-1].number.amount
    if amount is None or lender is None or amount is lender or not clause.has(Kind.APART):
        return amount
    if piece.number.kind == Kind.RANK or amount.parts or amount.after:
        return amount
    compared = replace(amount, after=lender.after, after_start=lender.after_start, after_end=lender.after_end)
    return (
        compared if amount.unit or not lender.unit else replace(compared, lower=_with_unit(amount.lower, lender.last))
    )


def _with_unit(printed: Printed, lender: Printed) -> Printed:
    lent = replace(
        printed,
        unit=lender.unit,
        is_points=lender.is_points,
        unit_start=lender.unit_start,
        unit_end=lender.unit_end,
    )
    if printed.is_scaled:
        return lent
    return replace(lent, value=tidy(EXACT.multiply(printed.value, lender.scale)), scale=lender.scale)
