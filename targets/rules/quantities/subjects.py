"""The words that may name the indicator: before the number, else between verb and number, else behind it."""

from collections.abc import Sequence
from typing import Final

from targets.rules.quantities.clauses import Piece
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.wordlists import words

#: Words that say how or when, and are no part of a name.
ASIDE: Final = frozenset(
    (
        *(Kind.SPAN, Kind.TERM, Kind.MODALITY, Kind.NATURE, Kind.PART, Kind.YEARLY, Kind.AVERAGE, Kind.APART),
        *(Kind.TOGETHER, Kind.CUMULATIVE, Kind.NEW, Kind.NET, Kind.GROSS, Kind.TO, Kind.LIST, Kind.FROM, Kind.BASE),
        *(Kind.EACH, Kind.COMPARATOR, Kind.REACH, Kind.KEEP, Kind.HOLD, Kind.RISE, Kind.FALL, Kind.MEMBERS),
        *(Kind.GROWTH, Kind.DROP, Kind.PER, Kind.HELD),
    )
)
ASIDE_AT_END: Final = (Kind.SPAN, Kind.TO, Kind.TERM, Kind.MODALITY)
#: 居 and 使 are verbs, but not in these.
NO_VERBS: Final = words("居民 居住 使用 将军")
#: Among whom something is ranked, and the verbs before that.
FIELDS: Final = words(
    "全国同类城市 副省级城市 同类城市 全国 全省 全市 全区 全球 世界 国际 国内 省内 市内 中部地区 中部 西部 东部 长江经济带 同类"
)
RANKING: Final = words("进入 跻身 位居 位列 稳居 居于 处于 走在 保持在 保持 稳定在 居 列 进")
#: 排名上升 names what it moves.
RANKINGS: Final = ("排名", "位次")
VERBS: Final = words(
    "保持 稳定 维持 处于 居于 居 走在 进入 跻身 位居 位列 培育引进 引进培育 培育壮大 培育 引育 选育 引进 推出 举办 开展 组织 打造 建成 新建 完成"
    " 实现 形成 推动 推进 支持 使 将 把 让 全力 全年 集聚 聚集 招引 落地 实施 建立 带动 做到 拥有 培养 输送 发放 招聘"
)
#: Verbs that are as often part of a name (建设用地, 培训合格率): they stay before a rate.
DOINGS: Final = words("建设改造 建设 改造 培训 发展 推广 创建 认定 布局 投放 帮扶 种植 治理")
RATES: Final = words("率 比 比重 占比 比例 强度 指数 面积 用地 能力")
#: Verbs that stand for the thing itself where nothing else does: 培训5万人次.
ACTS: Final = words("培训 招聘 帮扶 服务 种植 治理 改造 推广 投放 发放 选派")
#: Words that may stand behind the name.
TAILS: Final = words("调整优化 优化调整 调整 优化 力争 实现双 实现 完成 累计 比例提高 进一步提高 双")
EDGES: Final = " 的了，,。、:;(){}\"'·\n约为到至在"
#: 在 and 到 stand before a name, but not in these.
NO_EDGES: Final = words("在校 在岗 在册 在园 在建 在线 在营 在研 在库 到场 到位 到账 到访 到港 到货 为民 为农 为老")
JOINERS: Final = ("和", "与", "及", "以及", "并")
LONGEST: Final = 60


def subject_of(text: str, piece: Piece, verb: Token | None) -> tuple[int, int]:
    """Where the name stands in a folded text; an empty place where none is printed."""
    first = min((token.start for token in piece.chain if token.start >= piece.start), default=piece.number.start)
    if any(token.kind == Kind.MEMBERS for token in piece.chain) and _behind(text, piece)[0] < _behind(text, piece)[1]:
        return _behind(text, piece)
    inner = [token for token in piece.lead if token.end <= first]
    start = _after_class(piece, first)
    after_base = piece.base.end if piece.base else start
    before = _before(text, start, first, inner, verb, after_base)
    if before[0] < before[1]:
        return before
    if text.startswith(RANKINGS, first):
        return first, first + 2
    behind = _behind(text, piece)
    if behind[0] < behind[1]:
        return behind
    start, end = _trimmed(text, _after_asides(text, piece.start, inner), first)
    return (start, end) if text[start:end] in ACTS else (end, end)


def _after_class(piece: Piece, first: int) -> int:
    """产值超百亿元企业10家: the condition has fields of its own, the name is what stands behind it."""
    return piece.klass.end if piece.klass and piece.klass.end <= first else piece.start


CUTS: Final = (Kind.YEARLY, Kind.CUMULATIVE, Kind.KEEP)
SELF_COMPARED: Final = ("同比", "环比", "相比")


def _before(text: str, start: int, end: int, inner: Sequence[Token], verb: Token | None, base: int) -> tuple[int, int]:
    start, end = _after_asides(text, start, inner), _before_asides(text, end, inner)
    later = [token for token in inner if token.start >= start]
    cut = next((token for token in later if token is verb or token.kind in CUTS), None)
    if cut:
        head = without_verb(text, *_trimmed(text, start, cut.start))
        if head[0] < head[1]:
            return head
        start = cut.end
    comparison = next(
        (token for token in later if _opens_comparison(text, token, later) or token.kind == Kind.FROM), None
    )
    if comparison:
        head = without_verb(text, *_trimmed(text, start, comparison.start))
        if head[0] < head[1]:
            return head
        start = max((token.end for token in later if token.kind in (Kind.SPAN, Kind.BASE)), default=start)
        start = max(start, base)
    return without_verb(text, *_trimmed(text, start, end))


def _opens_comparison(text: str, token: Token, tokens: Sequence[Token]) -> bool:
    """比2020年 compares; the 比 of 零整比 does not."""
    if text.startswith(SELF_COMPARED, token.start):
        return True
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


def _before_asides(text: str, end: int, tokens: Sequence[Token]) -> int:
    """占比到2027年达到30%: nor is the time at the end of a piece a part of the name."""
    for token in reversed(tokens):
        if text[token.end : end].strip(EDGES) or token.kind not in ASIDE_AT_END:
            break
        end = token.start
    return end


def trimmed(text: str, start: int, end: int, *, longest: int) -> tuple[int, int]:
    """Without the marks and small words around it; empty if it is too long for a name."""
    while start < end and text[start] in EDGES and not text.startswith(NO_EDGES, start):
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
    listed = VERBS if text.endswith(RATES, start, end) else (*VERBS, *DOINGS)
    verb = next((word for word in listed if text.startswith(word, start) and _leaves_name(start + len(word), end)), "")
    verb = "" if text.startswith(NO_VERBS, start) else verb
    tail = next((word for word in TAILS if text.endswith(word, start + len(verb), end)), "")
    return _trimmed(text, start + len(verb), end - len(tail))


def _leaves_name(start: int, end: int) -> bool:
    """完成率 is a name, for 率 alone is none."""
    return start == end or start + 1 < end


def without_field(text: str, start: int, end: int) -> tuple[int, int]:
    """经济总量进入全国前十: among whom it is ranked is no part of the name."""
    tail = next((word for word in (*FIELDS, *RANKING) if text.endswith(word, start, end)), "")
    while tail:
        start, end = _trimmed(text, start, end - len(tail))
        tail = next((word for word in (*FIELDS, *RANKING) if text.endswith(word, start, end)), "")
    return start, end


def _behind(text: str, piece: Piece) -> tuple[int, int]:
    """6家千亿级整车企业: the thing stands behind, up to the next mark."""
    end = piece.end
    if text.startswith(JOINERS, end):
        return end, end
    while end < len(text) and end - piece.end <= LONGEST and (text[end].isalpha() or text[end] in '"·+'):
        end += 1
    return _trimmed(text, piece.end, end)
