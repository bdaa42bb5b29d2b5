"""The words that may name the indicator: before the number, else between verb and number, else behind it."""

from collections.abc import Sequence
from typing import Final

from targets.rules.quantities.clauses import Piece
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.wordlists import words
from targets.rules.quantities.words import Kind

#: Words that say how or when, and are no part of a name.
ASIDE: Final = frozenset(
    (
        *(Kind.SPAN, Kind.MODALITY, Kind.NATURE, Kind.PART, Kind.YEARLY, Kind.AVERAGE, Kind.APART, Kind.TOGETHER),
        *(Kind.CUMULATIVE, Kind.NEW, Kind.NET, Kind.GROSS, Kind.TO, Kind.LIST, Kind.FROM, Kind.BASE, Kind.EACH),
        *(
            Kind.COMPARATOR,
            Kind.REACH,
            Kind.KEEP,
            Kind.HOLD,
            Kind.RISE,
            Kind.FALL,
            Kind.MEMBERS,
            Kind.GROWTH,
            Kind.DROP,
        ),
    )
)
VERBS: Final = words(
    "进入 跻身 位居 位列 培育引进 引进培育 培育壮大 培育 引进 举办 开展 组织 打造 建设改造 建设 建成 新建 改造 完成 实现 形成 推动 推进 推广 培训 发展 支持 使 将 把 让 全力 全年"
    " 集聚 聚集 招引 落地 实施 创建 认定 布局 投放 建立 带动 全市 全省 全县 全区 做到 拥有 突破 帮扶 服务 输送 招聘 发放 种植 治理"
)
#: Verbs that stand for the thing itself where nothing else does: 培训5万人次.
ACTS: Final = words("培训 招聘 帮扶 服务 种植 治理 改造 推广 投放")
#: Verbs that may stand behind the name.
TAILS: Final = words("调整优化 优化调整 调整 优化 力争 实现 完成 累计 总数 比例提高 进一步提高")
EDGES: Final = " 的了，,。、:;(){}\"'·\n约为到至在总"
LONGEST: Final = 60


def subject_of(text: str, piece: Piece, verb: Token | None) -> tuple[int, int]:
    """Where the name stands in a folded text; an empty place where none is printed."""
    first = piece.chain[0].start if piece.chain else piece.number.start
    if any(token.kind == Kind.MEMBERS for token in piece.chain) and _behind(text, piece)[0] < _behind(text, piece)[1]:
        return _behind(text, piece)
    inner = [token for token in piece.lead if token.end <= first]
    before = _before(text, piece.start, first, inner, verb)
    if before[0] < before[1]:
        return before
    behind = _behind(text, piece)
    if behind[0] < behind[1]:
        return behind
    start, end = _trimmed(text, _after_asides(text, piece.start, inner), first)
    return (start, end) if text[start:end] in ACTS else (end, end)


def _before(text: str, start: int, end: int, inner: Sequence[Token], verb: Token | None) -> tuple[int, int]:
    start = _after_asides(text, start, inner)
    later = [token for token in inner if token.start >= start]
    cut = next((token for token in later if token is verb or token.kind in (Kind.YEARLY, Kind.CUMULATIVE)), None)
    if cut:
        head = without_verb(text, *_trimmed(text, start, cut.start))
        if head[0] < head[1]:
            return head
        start = cut.end
    comparison = next((token for token in later if _opens_comparison(token, later) or token.kind == Kind.FROM), None)
    if comparison:
        head = without_verb(text, *_trimmed(text, start, comparison.start))
        if head[0] < head[1]:
            return head
        start = max((token.end for token in later if token.kind in (Kind.SPAN, Kind.BASE)), default=start)
    return without_verb(text, *_trimmed(text, start, end))


def _opens_comparison(token: Token, tokens: Sequence[Token]) -> bool:
    """比2020年 compares; the 比 of 零整比 does not."""
    return token.kind == Kind.BASE and any(other.kind == Kind.SPAN and other.start == token.end for other in tokens)


def names_apart(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The names of a list: A、B和C."""
    names, begin = [], start
    for at in range(start, end + 1):
        if at == end or text[at] in "、和与及":
            names.append(_trimmed(text, begin, at))
            begin = at + 1
    return [name for name in names if name[0] < name[1]]


def _after_asides(text: str, start: int, tokens: Sequence[Token]) -> int:
    """Past times, modal words and the like at the head of a piece."""
    for token in tokens:
        if text[start : token.start].strip(EDGES) or token.kind not in ASIDE:
            break
        start = max(start, token.end)
    return start


def trimmed(text: str, start: int, end: int, *, longest: int) -> tuple[int, int]:
    """Without the marks and small words around it; empty if it is too long for a name."""
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES and not _closes(text, start, end):
        end -= 1
    return (start, end) if end - start <= longest else (end, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    return trimmed(text, start, end, longest=LONGEST)


def _closes(text: str, start: int, end: int) -> bool:
    """A bracket at the end belongs to the name if it opens within."""
    return text[end - 1] == ")" and "(" in text[start:end]


def without_verb(text: str, start: int, end: int) -> tuple[int, int]:
    """The thing without the verb that brings it about."""
    verb = next((word for word in VERBS if text.startswith(word, start) and start + len(word) <= end), "")
    tail = next((word for word in TAILS if text.endswith(word, start + len(verb), end)), "")
    return _trimmed(text, start + len(verb), end - len(tail))


def _behind(text: str, piece: Piece) -> tuple[int, int]:
    """6家千亿级整车企业: the thing stands behind, up to the next mark."""
    end = piece.end
    while end < len(text) and end - piece.end <= LONGEST and (text[end].isalpha() or text[end] in '"·+'):
        end += 1
    return _trimmed(text, piece.end, end)
