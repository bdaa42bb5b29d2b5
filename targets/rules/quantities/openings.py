"""What the words of one target leave open, so that nobody settles it in silence."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from targets.rules.quantities.clauses import Piece
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.units import COUNTED, PLACES
from targets.rules.quantities.words import FLOWS
from targets.rules.terms import Comparator, Flag, Measure, Quantifier

#: Measures that mean nothing exact without the day they count from.
BASED: Final = (
    Measure.INCREMENT,
    Measure.CUMULATIVE,
    Measure.PERCENT_CHANGE,
    Measure.POINT_CHANGE,
    Measure.ANNUAL_GROWTH,
    Measure.MULTIPLE,
)
#: 实现1000家 may be a stock at the end or all that were done.
DONE: Final = ("实现", "完成")
JOINERS: Final = ("和", "与", "及", "、", "以及")


def open_points(text: str, piece: Piece, draft: Draft, verb: Token | None) -> Iterator[Flag]:
    """The flags of one number, from its own words."""
    if draft.get("comparator") in (Comparator.APPROX, Comparator.NEAR):
        yield Flag.TOLERANCE_UNSTATED
    yield from _of_inflow(piece, verb)
    yield from _of_time(text, piece, draft)
    if any(token.kind == Kind.TERM for token in piece.lead) and draft.get("deadline") is None:
        yield Flag.PERIOD_UNSTATED
    if piece.klass and not draft.get("class_attribute"):
        yield Flag.CLASS_MEASURE_UNSTATED
    if any(token.kind == Kind.MEMBERS for token in piece.chain):
        yield Flag.MEMBERS_PARTIAL
    if _is_shared(text, piece, draft):
        yield Flag.JOINT_OR_EACH
    if draft.get("measure") == Measure.LEVEL and text.endswith(DONE, 0, piece.number.start):
        yield Flag.STOCK_OR_CUMULATIVE


def _of_inflow(piece: Piece, verb: Token | None) -> Iterator[Flag]:
    if verb is None or verb.kind != Kind.NEW:
        return
    yield Flag.NET_OR_GROSS
    if piece.klass:
        yield Flag.NEW_OR_CROSSING


def _of_time(text: str, piece: Piece, draft: Draft) -> Iterator[Flag]:
    measure, every = draft.get("measure"), draft.get("quantifier") == Quantifier.EVERY_PERIOD
    is_event = measure == Measure.CUMULATIVE and piece.is_of_events
    if is_event and not every and draft.get("deadline") is None:
        yield Flag.PERIOD_UNSTATED
    elif measure in BASED and not every and draft.get("base_date") is None:
        yield Flag.BASE_DATE_UNSTATED
    if draft.get("base_value") is not None and draft.get("base_date") is None:
        yield Flag.BASE_DATE_UNSTATED
    is_flow = (
        not _names_year(text, draft)
        and draft.subject.endswith(FLOWS)
        and "年" not in draft.subject
        and draft.get("unit") not in PLACES
    )
    if measure == Measure.LEVEL and not every and is_flow:
        yield Flag.ANNUAL_OR_CUMULATIVE


def _names_year(text: str, draft: Draft) -> bool:
    """2030年产量 is that of the year; 到2030年，产量 does not say so."""
    subject, deadline = draft.part("subject"), draft.part("deadline")
    if subject is None or deadline is None or deadline.end != subject.start:
        return False
    return text[max(0, deadline.start - 1) : deadline.start] not in ("到", "至")


def _is_shared(text: str, piece: Piece, draft: Draft) -> bool:
    """Chips and software, 10 models: together or each?"""
    if draft.get("unit") not in COUNTED or any(
        token.kind in (Kind.EACH, Kind.APART, Kind.TOGETHER, Kind.MEMBERS) for token in piece.lead
    ):
        return False
    return any(token.kind == Kind.LIST for token in piece.lead) and any(joiner in draft.subject for joiner in JOINERS)


def partial(text: str, drafts: Sequence[tuple[Draft, Piece]]) -> None:
    """A bare number beside one with a comparison: the word belongs to its neighbour only."""
    for (left, before), (right, after) in pairwise(drafts):
        is_near = text.count(",", before.end, after.start) <= 1
        if is_near and _has_after(before) and _is_bare(right):
            right.flag(Flag.COMPARATOR_PARTIAL)
        elif after.is_listed and _is_bare(left) and _has_after(after):
            left.flag(Flag.COMPARATOR_PARTIAL)


def _has_after(piece: Piece) -> bool:
    return piece.number.amount is not None and piece.number.amount.after is not None


def _is_bare(draft: Draft) -> bool:
    return draft.get("comparator") == Comparator.BARE
