"""The fields of a class condition: 产值10亿元以上 is at least, 10亿元, of 产值."""

from typing import Final

from targets.rules.quantities.draft import Draft
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.units import MONEY
from targets.rules.quantities.wordlists import words
from targets.rules.terms import Comparator

STRICT: Final = words("超 超过 过 突破 大于 高于 逾 破")
#: What a condition may measure, the longest first.
ATTRIBUTES: Final = words(
    "年主营业务收入 主营业务收入 年营业收入 年销售收入 营业收入 销售收入 年销售额 总投资额 年产值 总产值 年营收 总投资 投资额 销售额"
    " 年收入 产值 营收 投资 市值 收入 利润 估值 资产 规模"
)
LINKS: Final = frozenset("达到超过大于高破突不低在为")
MOST_LINKS: Final = 4


def set_condition(text: str, draft: Draft, token: Token) -> None:
    """Read from the amount that is the condition."""
    amount = token.amount
    if amount is None:
        return
    strict = text.endswith(STRICT, 0, token.start) and not text.endswith("不超过", 0, token.start)
    comparator = Comparator.GT if strict and not amount.after else amount.after or Comparator.GE
    draft.say("class_comparator", comparator, token.start, token.end)
    draft.say("class_threshold", amount.lower.value, token.start, token.end)
    draft.say("class_unit", amount.unit or MONEY[0], token.start, token.end)
    draft.say("class_scale", amount.scale, token.start, token.end)
    _attribute(text, draft, token)


def _attribute(text: str, draft: Draft, token: Token) -> None:
    end, first = token.start, max(0, token.start - MOST_LINKS)
    while end > first and text[end - 1] in LINKS:
        end -= 1
    name = next((word for word in ATTRIBUTES if text.endswith(word, 0, end)), "")
    if name:
        draft.say("class_attribute", name, end - len(name), end)
