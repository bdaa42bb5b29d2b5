"""When a target is due, from when it counts, for which time it is promised, and how firmly."""

from targets.rules.quantities.clauses import Clause, Piece
from targets.rules.quantities.context import Context
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.openings import BASED
from targets.rules.quantities.tokens import Token
from targets.rules.terms import Flag, Measure, Quantifier


def set_context(text: str, draft: Draft, context: Context, clause: Clause, end: int) -> None:
    """What the sentence has set for all its numbers, and what stands in brackets right behind this one."""
    if text[end : end + 1] == "(":
        first = clause.after(end)
        for token in clause.tokens[first : first + 2]:
            if token.kind == Kind.NATURE or (token.kind == Kind.SPAN and context.deadline is None):
                context.hear(text, token)
    for name, said in (("modality", context.modality), ("nature", context.nature)):
        if said:
            draft.say(name, said.value, said.start, said.end)
    _deadline(draft, context)
    _base_date(draft, context)


def _deadline(draft: Draft, context: Context) -> None:
    token, span = context.deadline, context.span
    if token is None or span is None or span.last is None:
        return
    draft.say("deadline", span.last, token.start, token.end)
    draft.say("deadline_precision", span.precision, token.start, token.end)
    if span.is_derived or span.is_open:
        draft.flag(Flag.DATE_DERIVED)


def _base_date(draft: Draft, context: Context) -> None:
    token = context.base or context.since
    if token is None or token.span is None:
        return
    day = token.span.last if token is context.base else token.span.eve
    deadline = context.span.last if context.span else None
    if day and not (deadline and day > deadline):
        draft.say("base_date", day, token.start, token.end)
        draft.flag(*([Flag.DATE_DERIVED] if token.span.is_derived else []))


def set_quantifier(draft: Draft, piece: Piece, average: Token | None) -> None:
    """每年 and 保持 hold in every period; so does 年均 for all but a growth rate."""
    kept = piece.lead if draft.get("measure") == Measure.RANK else piece.chain
    every = _last(piece, Kind.YEARLY) or next((token for token in kept if token.kind == Kind.KEEP), None)
    mean = None if draft.get("measure") == Measure.ANNUAL_GROWTH else average
    token = every or mean
    if token:
        draft.say("quantifier", Quantifier.EVERY_PERIOD, token.start, token.end)
    if mean and not every and draft.get("deadline") is None:
        draft.flag(Flag.PERIOD_UNSTATED)


def average_of(piece: Piece) -> Token | None:
    return _last(piece, Kind.AVERAGE)


def _last(piece: Piece, kind: Kind) -> Token | None:
    return next((token for token in (*reversed(piece.chain), *reversed(piece.lead)) if token.kind == kind), None)


def set_period(draft: Draft, piece: Piece, context: Context) -> None:
    """Within 期间 changes count from its eve, and sums run over the whole of it."""
    token, span = context.deadline, context.span
    if token is None or span is None or not span.first or draft.get("quantifier") == Quantifier.EVERY_PERIOD:
        return
    measure = draft.get("measure")
    is_event = measure == Measure.CUMULATIVE and piece.is_of_events
    if not is_event and not (span.is_period and measure in BASED):
        return
    if draft.get("base_date") is None:
        draft.say("base_date", span.eve, token.start, token.end)
    if span.is_period and measure in (Measure.INCREMENT, Measure.CUMULATIVE):
        draft.say("quantifier", Quantifier.OVER_PERIOD, token.start, token.end)
