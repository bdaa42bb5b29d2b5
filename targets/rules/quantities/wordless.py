"""Clauses without a number that still state a target."""

from collections.abc import Iterator
from typing import Final

from targets.rules.quantities.clauses import Clause
from targets.rules.quantities.conditions import set_condition
from targets.rules.quantities.context import Context
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.phrases import phrases_of
from targets.rules.quantities.readings import Reading
from targets.rules.quantities.subjects import EDGES, LONGEST, trimmed, without_field, without_verb
from targets.rules.quantities.timing import set_context
from targets.rules.quantities.tokens import Token
from targets.rules.terms import Accumulation, Flag, Measure, Quantifier

HEAD: Final = (Kind.SPAN, Kind.MODALITY, Kind.NATURE, Kind.TO, Kind.PART, Kind.LIST, Kind.TERM, Kind.YEARLY)
#: What may be held, at a place or within a range.
PLACED: Final = (Kind.FRONT, Kind.CLIMB, Kind.OPEN)
#: What stands behind these is no name.
ALONE: Final = (Kind.REFERENCE, Kind.OPEN)
#: What joins a target to what it follows: 与经济增长同步.
JOINS: Final = ("与", "和", "同", "跟")


def read_words(text: str, clause: Clause, context: Context) -> Iterator[Reading]:
    """Stages, ranks in words, full coverage …; nothing for a clause that only leads in."""
    for token in clause.tokens:
        context.hear(text, token)
    for draft, token in (*phrases_of(text, clause), *_class(text, clause)):
        _subject(text, clause, draft, token)
        if token.kind == Kind.REFERENCE:
            _reference(text, clause, draft, token)
        set_context(text, draft, context, clause, clause.end)
        if draft.get("deadline") is None and clause.has(Kind.TERM):
            draft.flag(Flag.PERIOD_UNSTATED)
        keeping = next((word for word in clause.tokens if word.kind == Kind.KEEP), None)
        if keeping and token.kind in PLACED:
            draft.say("quantifier", Quantifier.EVERY_PERIOD, keeping.start, keeping.end)
        draft.start, draft.end = trimmed(text, draft.start, draft.end, longest=draft.end)
        yield Reading(draft)


def _class(text: str, clause: Clause) -> Iterator[tuple[Draft, Token]]:
    """千亿级产业集群: things of a class, and not how many."""
    token = clause.loose_class
    if token is None or token.amount is None:
        return
    draft = Draft(clause.start, clause.end)
    draft.say("measure", Measure.COUNT_OF_CLASS, token.start, token.end)
    draft.imply("accumulation", Accumulation.STOCK)
    draft.flag(Flag.QUALITATIVE)
    set_condition(text, draft, token)
    if not draft.get("class_attribute"):
        draft.flag(Flag.CLASS_MEASURE_UNSTATED)
    yield draft, token


def _subject(text: str, clause: Clause, draft: Draft, token: Token) -> None:
    start = draft.start
    for index in range(clause.after(start), len(clause.tokens)):
        word = clause.tokens[index]
        if word.kind not in HEAD or word is token or text[start : word.start].strip(EDGES):
            break
        start = word.end
    behind = () if token.kind in ALONE else ((token.end, draft.end),)
    for begin, end in () if token.kind == Kind.SLOGAN else ((start, token.start), *behind):
        name = without_verb(text, *trimmed(text, begin, end, longest=LONGEST))
        name = without_field(text, *name) if token.kind in PLACED else name
        if name[0] < name[1]:
            draft.say("subject", text[name[0] : name[1]], *name)
            return


def _reference(text: str, clause: Clause, draft: Draft, token: Token) -> None:
    """What the target follows: the words before 同步, those after 高于, those between 比 and 高."""
    if token.value is None and text.startswith(("同步", "基本同步", "保持同步", "持平", "相当"), token.start):
        join = max(text.rfind(word, draft.start, token.start) for word in JOINS)
        if join >= 0:
            _split(text, draft, join, token)
        return
    if text.startswith("比", token.start):
        draft.say("reference", text[token.start + 1 : token.end - 1], token.start + 1, token.end - 1)
        return
    # 高于全国 ends with the first two characters of the name.
    start = token.end - 2 if token.value else token.start
    number = next((other.start for other in clause.tokens if other.kind == Kind.AMOUNT and other.start > start), None)
    first, last = trimmed(text, start, number or clause.end, longest=LONGEST)
    if first < last:
        draft.say("reference", text[first:last], first, last)


def _split(text: str, draft: Draft, join: int, token: Token) -> None:
    reference = trimmed(text, join + 1, token.start, longest=LONGEST)
    subject = trimmed(text, draft.start, join, longest=LONGEST)
    if reference[0] < reference[1]:
        draft.say("reference", text[reference[0] : reference[1]], *reference)
    draft.drop("subject")
    if subject[0] < subject[1]:
        draft.say("subject", text[subject[0] : subject[1]], *subject)
