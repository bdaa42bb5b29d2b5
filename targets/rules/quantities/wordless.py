"""Clauses without a number that still state a target."""

from typing import Final

from targets.rules.quantities.clauses import Clause
from targets.rules.quantities.context import Context
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.phrases import phrase_of
from targets.rules.quantities.pieces import Reading, held
from targets.rules.quantities.subjects import EDGES
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.words import Kind
from targets.rules.terms import Accumulation, Flag, Measure

HEAD: Final = (Kind.SPAN, Kind.MODALITY, Kind.NATURE, Kind.TO, Kind.PART, Kind.CLEAR)


def read_words(text: str, clause: Clause, context: Context) -> Reading | None:
    """A stage, a rank in words, full coverage …; nothing for a clause that only leads in."""
    for token in clause.tokens:
        context.hear(text, token)
    found = phrase_of(text, clause) or _class(clause)
    if found is None:
        return None
    draft, token = found
    _subject(text, clause, draft, token)
    held(draft, context, text, clause.end, clause)
    draft.start, draft.end = _stretch(text, clause)
    return Reading(draft)


def _class(clause: Clause) -> tuple[Draft, Token] | None:
    """千亿级产业集群: things of a class, and not how many."""
    token = clause.loose_class
    if token is None or token.amount is None:
        return None
    draft = Draft(clause.start, clause.end)
    draft.say("measure", Measure.COUNT_OF_CLASS, token.start, token.end)
    draft.imply("accumulation", Accumulation.STOCK)
    draft.flag(Flag.QUALITATIVE, Flag.CLASS_MEASURE_UNSTATED)
    return draft, token


def _subject(text: str, clause: Clause, draft: Draft, token: Token) -> None:
    start = clause.start
    for word in clause.tokens:
        if word.kind not in HEAD or word is token or text[start : word.start].strip(EDGES):
            break
        start = word.end
    for begin, end in ((start, token.start), (token.end, clause.end)):
        name = text[begin:end].strip(EDGES)
        if name and len(name) <= 60:
            place = text.index(name, begin)
            draft.say("subject", name, place, place + len(name))
            return


def _stretch(text: str, clause: Clause) -> tuple[int, int]:
    start, end = clause.start, clause.end
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    return (start, end) if start < end else (clause.start, clause.end)
