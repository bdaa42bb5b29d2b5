"""The condition that each counted thing meets, told apart from the count: 100家10亿元以上, 6家千亿级."""

from typing import Final

from targets.rules.quantities.chains import chain_before
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.printed import TIMES
from targets.rules.quantities.tokens import FOLDS, Token
from targets.rules.quantities.units import COUNTED, MONEY
from targets.rules.quantities.wordlists import words
from targets.rules.terms import Comparator

#: Things that a class is made of: 10亿元以上企业.
MEMBERS: Final = words(
    "企业 项目 集群 产业 园区 县 乡镇 平台 公司 单位 村 主体 基地 品牌 产品 工程 开发区 合作社 家庭 农户 户 镇 街区 商圈 市场 码头 泊位"
)
LIMITS: Final = (Comparator.GE, Comparator.GT)
#: How far apart the two may stand.
NEAR, FAR = 10, 24


def classes_of(text: str, tokens: list[Token], numbers: list[int]) -> dict[int, int]:
    """For each amount that is a condition, the count it belongs to; itself where nothing is counted."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for index, place in enumerate(numbers):
        if not _may_be_class(text, tokens, place):
            continue
        count = _count_beside(text, tokens, numbers, index)
        if count is not None and count not in taken:
            found[place] = count
            taken.add(count)
        elif tokens[place].kind == Kind.CLASS:
            found[place] = place
    return found


def _may_be_class(text: str, tokens: list[Token], place: int) -> bool:
    token = tokens[place]
    if token.kind == Kind.CLASS:
        return True
    amount = token.amount
    if token.kind != Kind.AMOUNT or amount is None or amount.unit in ("", *COUNTED, FOLDS, TIMES):
        return False
    words_before = chain_before(text, tokens, place)
    is_limit = amount.after in LIMITS or any(word.value in LIMITS for word in words_before)
    return is_limit and (amount.unit in MONEY or _names_members(text[token.end : token.end + NEAR]))


def _names_members(text: str) -> bool:
    return any(name in text for name in MEMBERS)


def _count_beside(text: str, tokens: list[Token], numbers: list[int], index: int) -> int | None:
    """The count right before a condition, or behind the things it names (10亿元以上企业100家)."""
    place = numbers[index]
    before = numbers[index - 1] if index else None
    if before is not None and _is_count(tokens[before]) and _is_close(tokens, before, place):
        return before
    after = numbers[index + 1] if index + 1 < len(numbers) else None
    if after is None or not _is_count(tokens[after]) or tokens[after].start - tokens[place].end > FAR:
        return None
    is_linked = any(token.kind == Kind.LIST for token in tokens[place + 1 : after])
    return after if _names_members(text[tokens[place].end : tokens[after].start]) and not is_linked else None


def _is_close(tokens: list[Token], before: int, place: int) -> bool:
    gap = tokens[place].start - tokens[before].end
    between = tokens[before + 1 : place] if gap <= NEAR else []
    return gap <= NEAR and all(token.kind in (Kind.COMPARATOR, Kind.REACH, Kind.PLAIN) for token in between)


def _is_count(token: Token) -> bool:
    amount = token.amount
    return token.kind == Kind.AMOUNT and amount is not None and amount.unit in COUNTED and not amount.parts
