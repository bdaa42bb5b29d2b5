"""From the wording of a plan to what its targets say: the form proposes it, the editor decides."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from targets.rules.quantities.clauses import Clause, sentences
from targets.rules.quantities.context import Context
from targets.rules.quantities.draft import Draft, Part, Proposal
from targets.rules.quantities.folding import fold
from targets.rules.quantities.openings import partial
from targets.rules.quantities.pieces import read_piece
from targets.rules.quantities.readings import Reading
from targets.rules.quantities.scanning import tokens
from targets.rules.quantities.wordless import read_words

__all__ = ["Part", "Proposal", "read"]

LONGEST: Final = 20000
#: Words, numbers and marks that say something; a page of a plan has some hundreds.
MOST_TOKENS: Final = 4000


def read(wording: str, *, unit: str = "", year: int | None = None) -> tuple[Proposal, ...]:
    """The targets that a wording states, in the order printed; none where nothing can be read.

    `unit` is the indicator's plain unit where one is chosen, `year` the plan's own for 今年 and 6月底.
    Any text may be given; only the first 20,000 characters and 4,000 words of meaning are read.
    """
    wording = wording[:LONGEST]
    text = fold(wording)
    drafts: list[Draft] = []
    for sentence in sentences(text, islice(tokens(text, fold(unit), year), MOST_TOKENS)):
        drafts += _sentence(text, sentence, len(drafts))
    return tuple(draft.proposal(wording) for draft in drafts)


def _sentence(text: str, clauses: list[Clause], offset: int) -> list[Draft]:
    context, readings = Context(), list[Reading]()
    drafts: list[Draft] = []
    for clause in clauses:
        for reading in _clause(text, clause, context, readings):
            drafts += reading.drafts(offset + len(drafts))
            readings.append(reading)
    partial(text, [(reading.draft, reading.piece) for reading in readings if reading.piece])
    return drafts


def _clause(text: str, clause: Clause, context: Context, before: list[Reading]) -> Iterator[Reading]:
    if not clause.pieces:
        yield from read_words(text, clause, context)
    previous: Reading | None = None
    for index in range(len(clause.pieces)):
        previous = read_piece(text, clause, index, context, previous, before)
        if previous:
            yield previous
    for token in clause.tokens[clause.after(clause.pieces[-1].end) :] if clause.pieces else ():
        context.hear(text, token)
