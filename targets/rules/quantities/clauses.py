"""Which words belong to which number: sentences, clauses, and in each clause the pieces around one amount."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from targets.rules.quantities.chains import chain_before, is_filler
from targets.rules.quantities.classes import classes_of
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.units import EVENTS, SPANS_OF_TIME
from targets.rules.quantities.wordlists import words

#: What follows a count of parts, not of things: 六个方面.
STRUCTURE: Final = words("方面 维度 区分 统筹 意识 自信 维护 层面 环节 坚持 着力 确保 走在前 字 阶段")
#: 形成一个 counts nothing, 新增一个 does.
DOINGS: Final = (Kind.STAGE, Kind.HELD)
SEPARATORS: Final = (Kind.CLAUSE, Kind.SENTENCE)


@dataclass
class Piece:
    """One number of a clause with the words before it, since the number before."""

    start: int
    end: int
    lead: Sequence[Token]
    #: The words right before the number, the last one last.
    chain: Sequence[Token]
    number: Token
    #: The condition that each counted thing meets.
    klass: Token | None = None
    #: The level that it starts from (从X提高到Y).
    base: Token | None = None
    #: Stands in a list with the number before, in the same clause.
    is_listed: bool = False

    @property
    def is_of_events(self) -> bool:
        """Whether happenings are counted, which add up over a time: 30场, 举办10个."""
        is_held = any(token.kind == Kind.HELD for token in self.lead)
        return is_held or (self.number.amount is not None and self.number.amount.unit in EVENTS)


@dataclass
class Clause:
    """What stands between two commas."""

    start: int
    end: int
    tokens: list[Token] = field(default_factory=list)
    kinds: set[Kind] = field(default_factory=set)
    pieces: list[Piece] = field(default_factory=list)
    #: A class that nothing is counted of: 千亿级产业集群.
    loose_class: Token | None = None

    def after(self, at: int) -> int:
        """The first token that begins at a place or later."""
        return bisect_left(self.tokens, at, key=lambda token: token.start)

    def has(self, *kinds: Kind) -> bool:
        """Whether a word of such a kind stands in the clause."""
        return not self.kinds.isdisjoint(kinds)


def sentences(text: str, tokens: Iterator[Token]) -> Iterator[list[Clause]]:
    """The clauses of each sentence, with their pieces."""
    clauses, clause = [], Clause(0, 0)
    for token in tokens:
        if token.kind not in SEPARATORS:
            clause.tokens.append(token)
            clause.kinds.add(token.kind)
            continue
        clause.end = token.start
        clauses.append(clause)
        clause = Clause(token.end, token.end)
        if token.kind == Kind.SENTENCE:
            yield _with_pieces(text, clauses)
            clauses = []
    clause.end = len(text)
    yield _with_pieces(text, [*clauses, clause])


def _with_pieces(text: str, clauses: list[Clause]) -> list[Clause]:
    for clause in clauses:
        _divide(text, clause)
    return clauses


def _divide(text: str, clause: Clause) -> None:
    tokens = clause.tokens
    numbers = [place for place in range(len(tokens)) if _counts(text, tokens, place)]
    classes = classes_of(text, tokens, numbers)
    counted = {count: tokens[klass] for klass, count in classes.items()}
    start, since, base = clause.start, 0, None
    for place in numbers:
        if place in classes:
            continue
        if place != numbers[-1] and _is_base(text, tokens, place):
            base = tokens[place]
            continue
        klass = counted.get(place)
        end = max(tokens[place].end, klass.end if klass else 0)
        lead, chain = tokens[since:place], chain_before(text, tokens, place)
        clause.pieces.append(Piece(start, end, lead, chain, tokens[place], klass, base, bool(clause.pieces)))
        base, start, since = None, end, max(clause.after(end), place + 1)
    loose = (tokens[klass] for klass, count in classes.items() if klass == count)
    clause.loose_class = next(loose, None)


def _counts(text: str, tokens: list[Token], place: int) -> bool:
    """Whether a token is a number that says something, and not a figure of speech or part of a name."""
    token = tokens[place]
    if token.kind in (Kind.RANK, Kind.CLASS):
        return True
    if token.kind != Kind.AMOUNT or token.amount is None:
        return False
    amount = token.amount
    chain = chain_before(text, tokens, place)
    is_told = amount.after is not None or any(word.kind not in DOINGS for word in chain)
    if text.startswith(STRUCTURE, token.end) and not is_told:
        return False
    if amount.unit in SPANS_OF_TIME:
        return is_told and amount.lower.value < 1000 and not amount.lower.is_bare_step
    if amount.lower.is_chinese:
        return _counts_in_chinese(text, token, is_told=is_told)
    return bool(amount.unit or amount.parts or is_told or _is_last(text, token))


def _counts_in_chinese(text: str, token: Token, *, is_told: bool) -> bool:
    amount = token.amount
    if amount is None or token.is_quoted or not (amount.unit or is_told):
        return False
    if amount.lower.is_bare_step or amount.lower.value == 1:
        return is_told
    return bool(amount.unit) or not text[token.end : token.end + 1].isalpha() or len(text) == token.end


def _is_last(text: str, token: Token) -> bool:
    """A bare number at the end of a clause or before a list sign."""
    after = text[token.end : token.end + 1]
    return not after or not after.isalnum()


def _is_base(text: str, tokens: list[Token], place: int) -> bool:
    """从 2020年的 30% 提高到 50%: the first number is where it starts."""
    at = tokens[place].start
    for index in range(place - 1, -1, -1):
        token = tokens[index]
        if token.kind not in (Kind.FROM, Kind.SPAN) or not is_filler(text, token.end, at):
            return False
        if token.kind == Kind.FROM:
            return True
        at = token.start
    return False
