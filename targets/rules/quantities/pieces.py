"""One number with its words, read into the fields of a target."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from targets.rules.numbers import EXACT
from targets.rules.quantities.amounts import Amount
from targets.rules.quantities.bounds import bounds_of, comparison_of
from targets.rules.quantities.clauses import Clause, Piece
from targets.rules.quantities.conditions import set_condition
from targets.rules.quantities.context import Context
from targets.rules.quantities.digits import fits, tidy
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.ellipsis import completed
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.leanings import lean
from targets.rules.quantities.measures import is_fall, is_rise, measure_of, verb_of
from targets.rules.quantities.naming import set_name
from targets.rules.quantities.openings import open_points
from targets.rules.quantities.printed import TIMES
from targets.rules.quantities.readings import Reading
from targets.rules.quantities.timing import average_of, set_context, set_period, set_quantifier
from targets.rules.quantities.tokens import FOLDS
from targets.rules.quantities.units import MONEY, PLACES
from targets.rules.quantities.wordless import read_words
from targets.rules.quantities.words import LOW_NOUNS
from targets.rules.terms import Comparator, Flag, Measure

#: Shares are a structure if they make a whole, within what rounding leaves.
WHOLE: Final = (Decimal("99.5"), Decimal("100.5"))


def read_piece(
    text: str, clause: Clause, index: int, context: Context, previous: Reading | None, before: Sequence[Reading]
) -> Reading | None:
    """The target that a number states; nothing for a grant, a progress figure, or words that make no sense."""
    piece = clause.pieces[index]
    due = context.deadline
    for token in piece.lead:
        context.hear(text, token)
    if _is_multiple_of(text, piece, context):
        context.base, context.deadline = context.deadline, due
    if any(token.kind == Kind.REFERENCE for token in piece.lead):
        return _by_reference(text, clause, context)
    if clause.has(Kind.APART):
        context.choose(index, len(clause.pieces))
    piece = completed(text, clause, piece, previous, before)
    if piece.number.amount is None or _is_no_target(clause, piece, piece.number.amount):
        return None
    reading = Reading(Draft(piece.start, piece.end), piece, verb_of(piece, text))
    set_name(text, clause, index, reading, piece, before)
    return reading if _filled(text, clause, reading, piece, context) else None


def _is_multiple_of(text: str, piece: Piece, context: Context) -> bool:
    """达到2025年的3倍: the year is the base, not the deadline."""
    amount, token = piece.number.amount, context.deadline
    if amount is None or amount.unit != TIMES or token is None:
        return False
    return text[token.end : piece.number.start] in ("的", "")


def _by_reference(text: str, clause: Clause, context: Context) -> Reading | None:
    """高于全国平均2个百分点: how far above is printed, but no field can hold it."""
    reading = next(read_words(text, clause, context), None)
    if reading:
        reading.draft.flag(Flag.DEFINITION_UNCLEAR)
    return reading


def _is_no_target(clause: Clause, piece: Piece, amount: Amount) -> bool:
    """Grants (每人1500元, 最高50%) and how far off something is (低于目标2个百分点)."""
    if any(token.kind in (Kind.PARAMETER, Kind.DEVIATION) for token in (*piece.chain, *piece.lead)):
        return True
    return clause.has(Kind.GRANT, Kind.PARAMETER) and (amount.unit in MONEY or amount.unit in PLACES)


def _filled(text: str, clause: Clause, reading: Reading, piece: Piece, context: Context) -> bool:
    draft, verb, amount = reading.draft, reading.verb, piece.number.amount
    average = average_of(piece)
    measure = measure_of(text, piece, verb, draft.subject, is_average=average is not None)
    if measure is None or amount is None or not _bounded(reading, piece, amount, measure):
        return False
    origin = verb or piece.number
    draft.say("measure", measure, origin.start, origin.end)
    _unit(draft, piece, amount)
    if piece.klass:
        set_condition(text, draft, piece.klass)
    if piece.base and piece.base.amount:
        draft.say("base_value", piece.base.amount.lower.value, piece.base.start, piece.base.end)
    set_context(text, draft, context, clause, piece.end)
    set_quantifier(draft, piece, average)
    set_period(draft, piece, context)
    lean(draft, piece, verb)
    draft.flag(*open_points(text, piece, draft, verb))
    _compose(reading, amount)
    _stretch(draft, piece)
    return True


def _bounded(reading: Reading, piece: Piece, amount: Amount, measure: Measure) -> bool:
    draft, verb = reading.draft, reading.verb
    if measure == Measure.COMPOSITION:
        return True
    if measure == Measure.RANK:
        return _ranked(draft, piece, amount)
    is_lower_better = verb is None and draft.subject.endswith(LOW_NOUNS)
    comparison = comparison_of(piece, amount, is_lower_better=is_lower_better)
    added = 1 if amount.unit == TIMES and verb and is_rise(verb) else 0
    fall = verb is not None and is_fall(verb, amount)
    bounds = bounds_of(amount, comparison.comparator, is_fall=fall, added=added)
    if bounds is None or not all(number is None or fits(number) for number in bounds[1:]):
        return False
    draft.say("comparator", bounds.comparator, comparison.start, comparison.end)
    if comparison.is_read:
        draft.flag(Flag.COMPARATOR_READ)
    for name, number in (("lower", bounds.lower), ("upper", bounds.upper)):
        if number is not None:
            draft.say(name, number, amount.start, amount.last.end)
    return True


def _ranked(draft: Draft, piece: Piece, amount: Amount) -> bool:
    """前三 is the third place or a better one; 第5位 stays bare."""
    token = piece.number
    printed = next((word.value for word in reversed(piece.chain) if word.kind == Kind.COMPARATOR), None)
    comparator = Comparator.LE if token.value else printed or Comparator.BARE
    name = "upper" if comparator in (Comparator.LE, Comparator.LT) else "lower"
    draft.say("comparator", comparator, token.start, token.end)
    draft.say(name, amount.lower.value, token.start, token.end)
    return True


def _unit(draft: Draft, piece: Piece, amount: Amount) -> None:
    printed = amount.last
    per = next((token for token in reversed(piece.lead) if token.kind == Kind.PER), None)
    if per:
        draft.say("unit", f"{printed.unit}/{per.value}", per.start, per.end)
    elif printed.unit and printed.unit not in (TIMES, FOLDS):
        draft.say("unit", printed.unit, printed.unit_start, printed.unit_end)
    if printed.scale != 1:
        draft.say("scale", printed.scale, printed.start, printed.end)


def _compose(reading: Reading, amount: Amount) -> None:
    """23:53:24 are three shares of one structure."""
    if len(amount.parts) < 3:
        return
    if not WHOLE[0] <= sum(amount.parts, Decimal(0)) <= WHOLE[1]:
        reading.draft.flag(Flag.DEFINITION_UNCLEAR)
        return
    for part in amount.parts:
        member = Draft(reading.draft.start, reading.draft.end, dict(reading.draft.values), list(reading.draft.parts))
        member.say("comparator", Comparator.BARE, amount.start, amount.end)
        member.say("lower", tidy(EXACT.divide(part, Decimal(100))), amount.start, amount.end)
        member.imply("unit", "%")
        member.imply("scale", Decimal("0.01"))
        reading.members.append(member)


#: 到2027年, 比2020年: the small word belongs to the time.
OPENERS: Final = (Kind.TO, Kind.BASE, Kind.FROM, Kind.PART)
OWN: Final = ("subject", "base_value", "base_date", "quantifier", "measure", "unit")


def _stretch(draft: Draft, piece: Piece) -> None:
    """From the first of its own words to the last."""
    own = [part for part in draft.parts if part.start >= piece.start]
    chained = [token.start for token in piece.chain if token.start >= piece.start]
    draft.start = min([piece.number.start, *chained, *(part.start for part in own)])
    opening = next((token for token in piece.lead if token.end == draft.start and token.kind in OPENERS), None)
    if opening and opening.start >= piece.start:
        draft.start = opening.start
    draft.end = max([piece.end, *(part.end for part in own if part.field in OWN)])
