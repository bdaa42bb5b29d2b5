"""Which words name what a number counts: its own, one of a list, or those that the sentence named before."""

from collections.abc import Sequence

from targets.rules.quantities.clauses import Clause, Piece
from targets.rules.quantities.ellipsis import is_nameless
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.readings import Reading
from targets.rules.quantities.subjects import names_apart, subject_of, without_field
from targets.rules.terms import Flag


def set_name(text: str, clause: Clause, index: int, reading: Reading, piece: Piece, before: Sequence[Reading]) -> None:
    """Say the subject of a reading, and the whole that it is a part of."""
    if any(token.kind == Kind.PART for token in piece.lead) and before:
        reading.whole = before[-1].whole or before[-1]
    elif piece.is_listed and before:
        reading.whole = before[-1].whole
    start, end = _place(text, clause, index, reading, piece, before)
    earlier = before[-1].draft.part("subject") if before and is_nameless(text, piece) else None
    if start >= end and earlier:
        start, end = earlier.start, earlier.end
    if start < end:
        reading.draft.say("subject", text[start:end], start, end)
    if reading.whole and Flag.ANNUAL_OR_CUMULATIVE in reading.whole.draft.flags:
        reading.draft.flag(Flag.ANNUAL_OR_CUMULATIVE)


def _place(
    text: str, clause: Clause, index: int, reading: Reading, piece: Piece, before: Sequence[Reading]
) -> tuple[int, int]:
    """Of its own, or the one of as many names as there are numbers (A、B分别…)."""
    if clause.has(Kind.APART):
        names = names_apart(text, *_common(text, clause, before))
        if len(names) == len(clause.pieces):
            return names[index]
    found = subject_of(text, piece, reading.verb)
    return without_field(text, *found) if piece.number.kind == Kind.RANK else found


def _common(text: str, clause: Clause, before: Sequence[Reading]) -> tuple[int, int]:
    """The names before 分别; where the clause has none, those of what was said before."""
    start, end = subject_of(text, clause.pieces[0], None)
    earlier = next((reading.draft.part("subject") for reading in before if reading.piece is None), None)
    return (earlier.start, earlier.end) if start >= end and earlier else (start, end)
