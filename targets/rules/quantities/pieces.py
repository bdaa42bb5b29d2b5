"""One number with its words, read into the fields of a target."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from targets.rules.numbers import EXACT
from targets.rules.quantities.amounts import Amount
from targets.rules.quantities.bounds import bounds_of, comparison_of
from targets.rules.quantities.clauses import Clause, Piece
from targets.rules.quantities.context import Context
from targets.rules.quantities.draft import Draft
from targets.rules.quantities.leanings import lean
from targets.rules.quantities.measures import FALLING, INFLOWS, measure_of, verb_of
from targets.rules.quantities.numerals import fits, tidy
from targets.rules.quantities.openings import BASED, open_points
from targets.rules.quantities.printed import TIMES
from targets.rules.quantities.subjects import subject_of
from targets.rules.quantities.tokens import FOLDS, Token
from targets.rules.quantities.units import EVENTS, MONEY, PLACES
from targets.rules.quantities.words import LOW_NOUNS, Kind
from targets.rules.terms import Comparator, Flag, Measure, Quantifier

#: Three shares are a structure if they make a whole, within what rounding leaves.
WHOLE: Final = (Decimal("99.5"), Decimal("100.5"))


@dataclass
class Reading:
    """What one piece, or one clause of words, was read to say."""

    draft: Draft
    piece: Piece | None = None
    verb: Token | None = None
    #: 其中: a part of what was said before.
    whole: "Reading | None" = None
    #: Shares of a composition.
    members: list[Draft] = field(default_factory=list)
    place: int = 0

    def drafts(self, place: int) -> list[Draft]:
        """All that is to be proposed, when the first of it gets this place in the answer."""
        self.place = place
        if self.whole:
            self.draft.imply("parent", self.whole.place)
        for member in self.members:
            member.imply("parent", place)
        return [self.draft, *self.members]


def read_piece(
    text: str, clause: Clause, piece: Piece, context: Context, previous: Reading | None, before: Sequence[Reading]
) -> Reading | None:
    """The target that a number states; nothing for a grant, a progress figure, or words that make no sense."""
    for token in piece.lead:
        context.hear(text, token)
    amount = _amount(clause, piece)
    if amount is None or _is_no_target(clause, piece, amount):
        return None
    piece = replace(piece, number=replace(piece.number, amount=amount))
    reading = Reading(Draft(piece.start, piece.end), piece, _verb(text, clause, piece, previous))
    return reading if _filled(text, clause, reading, context, previous, before) else None


def _filled(
    text: str, clause: Clause, reading: Reading, context: Context, previous: Reading | None, before: Sequence[Reading]
) -> bool:
    draft, piece, verb = reading.draft, reading.piece, reading.verb
    if piece is None or piece.number.amount is None:
        return False
    _name(text, clause, reading, previous, before)
    average = _marked(piece, previous, Kind.AVERAGE)
    measure = measure_of(piece, verb, str(draft.get("subject") or ""), is_average=average is not None)
    if measure is None or not _bounded(draft, piece, piece.number.amount, measure, verb):
        return False
    origin = verb or piece.number
    draft.say("measure", measure, origin.start, origin.end)
    _unit(draft, piece, piece.number.amount)
    _class(text, draft, piece)
    _base(draft, piece)
    held(draft, context, text, piece.end, clause)
    _quantify(text, draft, piece, previous, average)
    _from_period(draft, context)
    lean(draft, piece, verb)
    draft.flag(*open_points(text, piece, draft, verb))
    if average and measure != Measure.ANNUAL_GROWTH and draft.get("deadline") is None:
        draft.flag(Flag.PERIOD_UNSTATED)
    _compose(reading, piece.number.amount)
    _stretch(draft, piece)
    return True


def _amount(clause: Clause, piece: Piece) -> Amount | None:
    """The number with the unit that stands only at the end of its list (分别达到200和150万辆)."""
    amount = piece.number.amount
    if amount is None or amount.unit or amount.parts or piece.number.kind == Kind.RANK:
        return amount
    listed = any(token.kind == Kind.APART for other in clause.pieces for token in other.lead)
    last = next((other for other in reversed(clause.pieces) if other.number.amount and other.number.amount.unit), None)
    if not listed or last is None or last.number.amount is None:
        return amount
    return _lent(amount, last.number.amount)


def _lent(amount: Amount, lender: Amount) -> Amount:
    printed, last = amount.lower, lender.last
    scale = Decimal(1) if printed.is_scaled else last.scale
    value = tidy(EXACT.multiply(printed.value, scale))
    lent = replace(printed, value=value, unit=last.unit, is_points=last.is_points)
    return replace(amount, lower=lent if printed.is_scaled else replace(lent, scale=last.scale))


def _is_no_target(clause: Clause, piece: Piece, amount: Amount) -> bool:
    """Grants (每人1500元, 最高50%) and how far off something is (低于目标2个百分点)."""
    if any(token.kind in (Kind.PARAMETER, Kind.DEVIATION) for token in piece.chain):
        return True
    if any(token.kind == Kind.DEVIATION for token in piece.lead):
        return True
    is_grant = any(token.kind in (Kind.GRANT, Kind.PARAMETER) for token in clause.tokens)
    return is_grant and (amount.unit in MONEY or amount.unit in PLACES)


def _verb(text: str, clause: Clause, piece: Piece, previous: Reading | None) -> Token | None:
    """The verb of the piece, or that of the list it stands in (新增道路180公里、绿道130公里)."""
    verb = verb_of(piece, text)
    if verb or not _continues(text, piece) or previous is None or previous.verb is None:
        return verb
    is_bare_item = not text[piece.start : piece.number.start].strip("、和与及以 ")
    is_inflow = previous.verb.kind in (*INFLOWS, Kind.CUMULATIVE)
    return previous.verb if is_inflow or is_bare_item else None


def _continues(text: str, piece: Piece) -> bool:
    return piece.is_listed and bool(piece.lead) and piece.lead[0].kind == Kind.LIST and not piece.chain


def _marked(piece: Piece, previous: Reading | None, kind: Kind) -> Token | None:
    """A word like 每年 that stands anywhere before the number, or before the number it is listed with."""
    found = next((token for token in reversed(piece.lead) if token.kind == kind), None)
    if found or previous is None or previous.piece is None or not piece.is_listed or piece.chain:
        return found
    return _marked_alone(previous.piece, kind)


def _marked_alone(piece: Piece, kind: Kind) -> Token | None:
    return next((token for token in reversed(piece.lead) if token.kind == kind), None)


def _name(text: str, clause: Clause, reading: Reading, previous: Reading | None, before: Sequence[Reading]) -> None:
    piece = reading.piece
    if piece is None:
        return
    if any(token.kind == Kind.PART for token in piece.lead):
        reading.whole = next((other for other in reversed(before) if other.whole is None and other.piece), None)
    start, end = subject_of(text, piece, reading.verb)
    if start < end:
        reading.draft.say("subject", text[start:end], start, end)
        return
    earlier = previous or next((other for other in reversed(before) if other.piece), None)
    if earlier and earlier.draft.get("subject") and reading.whole is None:
        part = next(part for part in earlier.draft.parts if part.field == "subject")
        reading.draft.say("subject", earlier.draft.get("subject"), part.start, part.end)


def _bounded(draft: Draft, piece: Piece, amount: Amount, measure: Measure, verb: Token | None) -> bool:
    if measure == Measure.COMPOSITION:
        return True
    if measure == Measure.RANK:
        return _ranked(draft, piece, amount)
    is_lower_better = str(draft.get("subject") or "").endswith(LOW_NOUNS)
    comparison = comparison_of(piece, amount, is_lower_better=is_lower_better and verb is None)
    is_change = verb is not None and verb.kind in (Kind.RISE, Kind.GROWTH, Kind.NEW, Kind.NET)
    added = 1 if amount.unit == TIMES and is_change else 0
    bounds = bounds_of(amount, comparison.comparator, is_fall=verb is not None and verb.kind in FALLING, added=added)
    if bounds is None or not all(number is None or fits(number) for number in bounds[1:]):
        return False
    draft.say("comparator", bounds.comparator, comparison.start, comparison.end)
    if comparison.is_read:
        draft.flag(Flag.COMPARATOR_READ)
    for name, number in (("lower", bounds.lower), ("upper", bounds.upper)):
        draft.say(name, number, amount.start, amount.last.end) if number is not None else draft.imply(name, None)
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
        draft.say("unit", printed.unit, printed.unit_start, printed.end)
    if printed.scale != 1:
        draft.say("scale", printed.scale, printed.start, printed.end)


def _class(text: str, draft: Draft, piece: Piece) -> None:
    token = piece.klass
    if token is None or token.amount is None:
        return
    amount = token.amount
    inner = [word for word in (*piece.lead, *piece.chain) if word.kind == Kind.COMPARATOR and word.end == token.start]
    comparator = amount.after or (inner[-1].value if inner else _before_class(text, token))
    draft.say("class_comparator", comparator, token.start, token.end)
    draft.say("class_threshold", amount.lower.value, token.start, token.end)
    draft.say("class_unit", amount.unit or MONEY[0], token.start, token.end)
    draft.imply("class_scale", amount.scale)
    _attribute(text, draft, token)


def _before_class(text: str, token: Token) -> Comparator:
    return (
        Comparator.GT if text.endswith(("超", "超过", "过", "突破", "大于", "高于"), 0, token.start) else Comparator.GE
    )


ATTRIBUTES: Final = (
    *(
        "年营业收入",
        "年主营业务收入",
        "主营业务收入",
        "营业收入",
        "年销售收入",
        "销售收入",
        "年产值",
        "总产值",
        "产值",
        "年营收",
        "营收",
    ),
    *(
        "总投资额",
        "总投资",
        "投资额",
        "投资",
        "市值",
        "年销售额",
        "销售额",
        "年收入",
        "收入",
        "利润",
        "估值",
        "资产",
        "规模",
    ),
)


def _attribute(text: str, draft: Draft, token: Token) -> None:
    """产值10亿元以上: what the condition measures, where it stands right before it."""
    head = _trimmed_end(text, token.start)
    name = next((word for word in ATTRIBUTES if text.endswith(word, 0, head)), "")
    if name:
        draft.say("class_attribute", name, head - len(name), head)


def _trimmed_end(text: str, end: int) -> int:
    first = max(0, end - 4)
    while end > first and text[end - 1] in "达到超过大于高破突不低在为":
        end -= 1
    return end


def _base(draft: Draft, piece: Piece) -> None:
    token = piece.base
    if token and token.amount and fits(token.amount.lower.value):
        draft.say("base_value", token.amount.lower.value, token.start, token.end)


def held(draft: Draft, context: Context, text: str, end: int, clause: Clause) -> None:
    """Fields that the sentence has set for all its numbers, and what stands in brackets right behind."""
    if text[end : end + 1] == "(":
        first = bisect_left(clause.tokens, end, key=lambda token: token.start)
        for token in clause.tokens[first : first + 2]:
            if token.kind == Kind.NATURE or (token.kind == Kind.SPAN and context.deadline is None):
                context.hear(text, token)
    for name, token in (("modality", context.modality), ("nature", context.nature)):
        if token:
            draft.say(name, token.value, token.start, token.end)
    deadline, span = context.deadline, context.span
    if deadline and span and span.last:
        draft.say("deadline", span.last, deadline.start, deadline.end)
        draft.say("deadline_precision", span.precision, deadline.start, deadline.end)
        if span.is_derived or span.is_open:
            draft.flag(Flag.DATE_DERIVED)
    _base_date(draft, context)


def _base_date(draft: Draft, context: Context) -> None:
    token = context.base or context.since
    if token is None or token.span is None:
        return
    day = token.span.last if token is context.base else token.span.eve
    deadline = context.span.last if context.span else None
    if day and not (deadline and day > deadline):
        draft.say("base_date", day, token.start, token.end)


def _quantify(text: str, draft: Draft, piece: Piece, previous: Reading | None, average: Token | None) -> None:
    every = _marked(piece, previous, Kind.YEARLY)
    keep = next((token for token in piece.chain if token.kind == Kind.KEEP), None)
    mean = average if draft.get("measure") != Measure.ANNUAL_GROWTH else None
    token = every or keep or mean
    if token:
        draft.say("quantifier", Quantifier.EVERY_PERIOD, token.start, token.end)


def _from_period(draft: Draft, context: Context) -> None:
    """期间: changes count from its eve, and sums run over the whole of it."""
    token, span = context.deadline, context.span
    if token is None or span is None or not span.first:
        return
    measure, every = draft.get("measure"), draft.get("quantifier") == Quantifier.EVERY_PERIOD
    is_event = measure == Measure.CUMULATIVE and draft.get("unit") in EVENTS
    if (span.is_period and measure in BASED and not every) or (is_event and not every):
        if draft.get("base_date") is None:
            draft.say("base_date", span.eve, token.start, token.end)
        if span.is_period and measure in (Measure.INCREMENT, Measure.CUMULATIVE):
            draft.say("quantifier", Quantifier.OVER_PERIOD, token.start, token.end)


def _compose(reading: Reading, amount: Amount) -> None:
    """23:53:24 are three shares of one structure."""
    if len(amount.parts) < 3:
        return
    total = EXACT.add(Decimal(0), sum(amount.parts, Decimal(0)))
    if not WHOLE[0] <= total <= WHOLE[1]:
        reading.draft.flag(Flag.DEFINITION_UNCLEAR)
        return
    for part in amount.parts:
        member = Draft(reading.draft.start, reading.draft.end, dict(reading.draft.values), list(reading.draft.parts))
        for name, value in (("comparator", Comparator.BARE), ("lower", tidy(EXACT.divide(part, Decimal(100))))):
            member.say(name, value, amount.start, amount.end)
        member.imply("unit", "%")
        member.imply("scale", Decimal("0.01"))
        reading.members.append(member)


def _stretch(draft: Draft, piece: Piece) -> None:
    """From the first of its own words to the last."""
    own = [part for part in draft.parts if piece.start <= part.start]
    draft.start = min(piece.number.start, *(part.start for part in own), *(token.start for token in piece.chain))
    draft.end = max(piece.end, *(part.end for part in own if part.end <= piece.end + 80))
