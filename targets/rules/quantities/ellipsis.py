"""Words that a list prints once and means for each of its numbers: verbs, comparisons after 分别, units."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from targets.rules.numbers import EXACT
from targets.rules.quantities.amounts import Amount
from targets.rules.quantities.clauses import Clause, Piece
from targets.rules.quantities.measures import CHANGES, INFLOWS, REACHING
from targets.rules.quantities.numerals import tidy
from targets.rules.quantities.readings import Reading
from targets.rules.quantities.subjects import EDGES
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.words import Kind

#: What a number may have of its own and still lack its verb.
LIGHT: Final = (Kind.LIST, Kind.SPAN, Kind.MODALITY, Kind.COMPARATOR, Kind.TO, Kind.EACH, Kind.NATURE)
SUMS: Final = (*INFLOWS, Kind.CUMULATIVE, Kind.YEARLY, Kind.AVERAGE)
VERBS: Final = (*SUMS, *CHANGES, *REACHING, Kind.HOLD, Kind.KEEP, Kind.CLIMB)


def completed(text: str, clause: Clause, piece: Piece, previous: Reading | None, before: Sequence[Reading]) -> Piece:
    """The piece with the words that its list or its sentence has printed already."""
    amount = _lent(clause, piece)
    piece = replace(piece, number=replace(piece.number, amount=amount))
    if is_elliptical(text, piece):
        donor = previous or (before[-1] if before else None)
        borrowed = _borrowed(clause, piece, donor)
        return replace(piece, chain=[*borrowed, *piece.chain])
    if previous and previous.piece and _continues(piece):
        own = any(token.kind in VERBS for token in piece.lead)
        sums = [] if own else [token for token in _words(previous.piece) if token.kind in SUMS]
        return replace(piece, lead=[*sums, *piece.lead])
    return piece


def is_elliptical(text: str, piece: Piece) -> bool:
    """Whether the number has no name and no verb of its own (力争7%, 2030年50%)."""
    at = piece.start
    for token in (*piece.lead, piece.number):
        if text[at : token.start].strip(EDGES) or (token is not piece.number and token.kind not in LIGHT):
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
    """The number with the unit that stands only at the end of its list (分别达到200和150万辆)."""
    amount, lender = piece.number.amount, clause.pieces[-1].number.amount
    if amount is None or lender is None or amount.unit or amount.parts or piece.number.kind == Kind.RANK:
        return amount
    if not clause.has(Kind.APART) or not lender.unit:
        return amount
    printed, last = amount.lower, lender.last
    lent = replace(printed, unit=last.unit, is_points=last.is_points)
    if printed.is_scaled:
        return replace(amount, lower=lent)
    scale = last.scale if last.scale != 0 else Decimal(1)
    return replace(amount, lower=replace(lent, value=tidy(EXACT.multiply(printed.value, scale)), scale=scale))
