"""What a sentence has said so far that holds for the numbers after it: time, base, how firmly, of what nature."""

from dataclasses import dataclass, field
from typing import Final

from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.spans import Span
from targets.rules.quantities.tokens import Token
from targets.rules.quantities.wordlists import words

AS_BASE: Final = words("基础上 的基础上 为基数 为基期 为基准 相比 基数 水平上 水平的基础上")


@dataclass
class Context:
    """The words in force at a place of the sentence."""

    modality: Token | None = None
    nature: Token | None = None
    deadline: Token | None = None
    base: Token | None = None
    #: 2026年以来: what is counted begins with that time.
    since: Token | None = None

    #: Times in one list: 2025、2027、2030年.
    listed: list[Token] = field(default_factory=list)

    def choose(self, index: int, count: int) -> None:
        """Where there are as many times as numbers, each number has its own (分别)."""
        if count > 1 and len(self.listed) == count:
            self.deadline = self.listed[index]

    def hear(self, text: str, token: Token) -> None:
        """Take in one word."""
        if token.kind == Kind.MODALITY:
            self.modality = token
        elif token.kind == Kind.NATURE:
            self.nature = token
        elif token.kind == Kind.SPAN:
            self._time(text, token)

    def _time(self, text: str, token: Token) -> None:
        is_since = token.span is not None and token.span.is_since
        if is_since or text[max(0, token.start - 1) : token.start] == "自":
            self.since = token
        elif is_base(text, token):
            self.base = token
        else:
            is_next = bool(self.listed) and 0 < token.start - self.listed[-1].end <= 2
            self.listed = [*self.listed, token] if is_next else [token]
            self.deadline = token

    @property
    def span(self) -> Span | None:
        return self.deadline.span if self.deadline else None


def is_base(text: str, token: Token) -> bool:
    """Whether a time is what a change is compared with: 比2020年, 2020年的基础上."""
    before = text[max(0, token.start - 1) : token.start]
    return before in ("比", "较", "从", "由") or text.startswith(AS_BASE, token.end)
