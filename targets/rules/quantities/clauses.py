"""Which words belong to which number: sentences, clauses, and in each clause the pieces around one amount."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from targets.rules.quantities.printed import TIMES
from targets.rules.quantities.tokens import FOLDS, Token
from targets.rules.quantities.units import COUNTED, MONEY, SPANS_OF_TIME
from targets.rules.quantities.wordlists import words
from targets.rules.quantities.words import Kind
from targets.rules.terms import Comparator

#: Small words that may stand between a verb and its number.
FILLERS: Final = frozenset(" 了的为是在于(")
MOST_FILLERS: Final = 4
#: Words that say something about the number they stand right before.
CHAINED: Final = frozenset(
    (
        *(Kind.COMPARATOR, Kind.REACH, Kind.TO, Kind.HOLD, Kind.KEEP, Kind.RISE, Kind.FALL, Kind.RISE_TO, Kind.FALL_TO),
        *(Kind.GROWTH, Kind.DROP, Kind.NEW, Kind.NET, Kind.GROSS, Kind.CUMULATIVE, Kind.YEARLY, Kind.AVERAGE),
        *(Kind.MODALITY, Kind.APART, Kind.EACH, Kind.TOGETHER, Kind.MEMBERS, Kind.PARAMETER, Kind.FROM),
    )
)
#: Things that a class is made of: 10亿元以上企业.
MEMBERS: Final = words(
    "企业 项目 集群 产业 园区 县 乡镇 平台 公司 单位 村 主体 基地 品牌 产品 工程 开发区 合作社 家庭 农户 户 镇 街区 商圈 市场 码头 泊位"
)
#: What follows a count of parts, not of things: 六个方面.
STRUCTURE: Final = words("方面 维度 区分 统筹 意识 自信 维护 层面 环节 坚持 着力 确保 走在前 字 阶段")
NUMBERS: Final = (Kind.AMOUNT, Kind.RANK)
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


@dataclass
class Clause:
    """What stands between two commas."""

    start: int
    end: int
    tokens: list[Token] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    #: A class that nothing is counted of: 千亿级产业集群.
    loose_class: Token | None = None


def sentences(text: str, tokens: Iterator[Token]) -> Iterator[list[Clause]]:
    """The clauses of each sentence, with their pieces."""
    clauses, clause = [], Clause(0, 0)
    for token in tokens:
        if token.kind not in SEPARATORS:
            clause.tokens.append(token)
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


def chain_before(text: str, tokens: Sequence[Token], at: int) -> list[Token]:
    """The words that stand right before a place, in order."""
    chain: list[Token] = []
    for token in reversed(tokens):
        gap = text[token.end : at]
        if token.kind not in CHAINED or len(gap) > MOST_FILLERS or not FILLERS.issuperset(gap):
            break
        chain.insert(0, token)
        at = token.start
    return chain


def _divide(text: str, clause: Clause) -> None:
    numbers = [place for place, token in enumerate(clause.tokens) if _counts(text, clause.tokens, place)]
    classes = _classes(text, clause, numbers)
    held, start, since = None, clause.start, 0
    base: Token | None = None
    for place in numbers:
        token = clause.tokens[place]
        if place in classes:
            continue
        if _is_base(text, clause.tokens, place, numbers):
            base = token
            continue
        lead = clause.tokens[since:place]
        held = Piece(start, token.end, lead, chain_before(text, lead, token.start), token, base=base)
        held.is_listed = bool(clause.pieces)
        held.klass = _class_of(classes, place, clause)
        held.end = max(held.end, held.klass.end if held.klass else 0)
        clause.pieces.append(held)
        base, start = None, held.end
        since = next(
            (later for later in range(place, len(clause.tokens)) if clause.tokens[later].start >= held.end), place + 1
        )
    taken = {id(piece.klass) for piece in clause.pieces}
    clause.loose_class = next(
        (token for token in clause.tokens if token.kind == Kind.CLASS and id(token) not in taken), None
    )


def _class_of(classes: dict[int, int], place: int, clause: Clause) -> Token | None:
    found = next((klass for klass, count in classes.items() if count == place), None)
    return None if found is None else clause.tokens[found]


def _counts(text: str, tokens: list[Token], place: int) -> bool:
    """Whether a token is a number that says something, and not a figure of speech or part of a name."""
    token = tokens[place]
    if token.kind in (Kind.RANK, Kind.CLASS):
        return True
    if token.kind != Kind.AMOUNT or token.amount is None:
        return False
    amount = token.amount
    is_told = bool(chain_before(text, tokens[:place], token.start)) or amount.after is not None
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


def _is_base(text: str, tokens: list[Token], place: int, numbers: list[int]) -> bool:
    """从 2020年的 30% 提高到 50%: the first number is where it starts."""
    if numbers[-1] == place:
        return False
    at = tokens[place].start
    for token in reversed(tokens[:place]):
        if not FILLERS.issuperset(text[token.end : at]):
            return False
        if token.kind == Kind.FROM:
            return True
        if token.kind != Kind.SPAN:
            return False
        at = token.start
    return False


def _classes(text: str, clause: Clause, numbers: list[int]) -> dict[int, int]:
    """For each amount that is a class, the count it belongs to; itself where it belongs to none."""
    found: dict[int, int] = {}
    for place in numbers:
        if not _may_be_class(text, clause.tokens, place):
            continue
        count = _count_beside(text, clause.tokens, place, numbers)
        if count is not None and count not in found.values():
            found[place] = count
        elif clause.tokens[place].kind == Kind.CLASS:
            found[place] = place
    return found


def _may_be_class(text: str, tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if token.kind == Kind.CLASS:
        return True
    amount = token.amount
    if token.kind != Kind.AMOUNT or amount is None or amount.unit in ("", *COUNTED, FOLDS, TIMES):
        return False
    chain = chain_before(text, tokens[:place], token.start)
    limits = (Comparator.GE, Comparator.GT)
    is_limit = amount.after in limits or any(word.value in limits for word in chain if word.kind == Kind.COMPARATOR)
    return is_limit and (amount.unit in MONEY or _names_members(text, token.end))


def _names_members(text: str, at: int) -> bool:
    near = text[at : at + 10]
    return any(name in near for name in MEMBERS)


def _count_beside(text: str, tokens: list[Token], place: int, numbers: list[int]) -> int | None:
    """The count right before a class (100家10亿元以上), or behind the things it names (10亿元以上企业100家)."""
    index = numbers.index(place)
    before = numbers[index - 1] if index else None
    if before is not None and _is_count(tokens[before]) and _is_close(text, tokens, before, place):
        return before
    after = numbers[index + 1] if index + 1 < len(numbers) else None
    if after is None or not _is_count(tokens[after]):
        return None
    gap = text[tokens[place].end : tokens[after].start]
    is_linked = any(token.kind == Kind.LIST and token.end <= tokens[after].start for token in tokens[place + 1 : after])
    return after if any(name in gap for name in MEMBERS) and len(gap) <= 24 and not is_linked else None


def _is_close(text: str, tokens: list[Token], before: int, place: int) -> bool:
    gap = text[tokens[before].end : tokens[place].start]
    between = tokens[before + 1 : place]
    return len(gap) <= 10 and all(token.kind in (Kind.COMPARATOR, Kind.REACH, Kind.PLAIN) for token in between)


def _is_count(token: Token) -> bool:
    amount = token.amount
    return token.kind == Kind.AMOUNT and amount is not None and amount.unit in COUNTED and not amount.parts
