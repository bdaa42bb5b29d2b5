"""An outline as it is printed or pasted, one node a line, read into a tree.

How deep a node stands follows from the style of its number, in the order of GB/T 9704: 一、 then （一） then 1. then
（1） then ①, and 3.2 below 3; then from its indentation, which alone tells where a line has no number. Nothing is
guessed in silence: a line that does not fit is refused by its number, with what to do.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from targets.rules.terms import TaskKind, Term

MOST_LINES: Final = 300
MOST_SIGNS: Final = 300
"""Signs of a name."""
DEEPEST: Final = 5
TAB: Final = 4
"""Columns of a tab; a full-width space takes two."""

NUMERAL: Final = "[〇零一二三四五六七八九十百]{1,7}"
STYLES: Final = tuple(
    (re.compile(pattern), rank)
    for pattern, rank in (
        (rf"(?P<n>第(?:{NUMERAL}|\d+)[编篇章])[、.．：:\s]*", 0),
        (rf"(?P<n>第(?:{NUMERAL}|\d+)节)[、.．：:\s]*", 1),
        (rf"(?P<n>{NUMERAL})(?:[、.．，,：:]|\s)\s*", 2),
        (rf"(?P<n>(?:专项)?行动(?:{NUMERAL}|\d+))[、.．：:\s]\s*", 2),
        (rf"(?P<n>[（(]{NUMERAL}[)）])[、.．]?\s*", 3),
        (rf"(?P<n>(?:任务|工程)(?:{NUMERAL}|\d+))[、.．：:\s]\s*", 3),
        (r"(?P<n>\d{1,3}(?:[.．]\d{1,3})+)(?:[、.．]|\s)\s*", 4),
        (r"(?P<n>\d{1,3})(?:[、，,：:)）]|[.．](?!\d))\s*", 4),
        (r"(?P<n>\d{1,2})\s+", 4),
        (r"(?P<n>[（(]\d{1,3}[)）])[、.．]?\s*", 5),
        (r"(?P<n>[①-⑳])[、.．]?\s*", 6),
        (r"(?P<n>)[-–—•·●○■□◆*]\s+", 7),
    )
)
"""How numbers are written, each with its place in the order; what is no number has the last place."""
UNNUMBERED: Final = 8
ONE_LEVEL: Final = (0, 1, 2, 3, 5, 6)
"""Styles that are printed at one level only, so that an indentation within them is but untidy."""
UNSPEAKABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
KINDS: Final = (TaskKind.ACTION, TaskKind.TASK, TaskKind.STEP)


class OutlineFault(Term):
    """Why a line of an outline was refused."""

    NAME_MISSING = "name_missing", "只有编号，没有名称。请补上名称", "There is a number and no name. Add the name"
    NAME_TOO_LONG = (
        "name_too_long",
        "名称超过300字，看来是正文。请只留标题",
        "The name is longer than 300 signs and looks like running text. Keep the heading only",
    )
    NUMBER_MISSING = (
        "number_missing",
        "没有编号，也没有缩进。若属上一行，请并入；若为下级，请缩进",
        "It has neither number nor indentation. Join it to the line above, or indent it as a node below",
    )
    NUMBER_TWICE = (
        "number_twice",
        "同级中编号重复。请改正编号",
        "A sibling has this number already. Mend one of the two",
    )
    TOO_DEEP = "too_deep", "超过五级。请减少层级", "It stands deeper than five levels. Use fewer"
    UNREADABLE = "unreadable", "含有无法保存的字符。请重新输入", "It holds a sign that cannot be kept. Type it anew"
    TOO_MANY = "too_many", "一次最多300行。请分次添加", "At most 300 lines at a time. Add the rest afterwards"


@dataclass(frozen=True, kw_only=True)
class Heading:
    """One node: the line it stands in, counted from 1, how deep, and number and name as printed."""

    line: int
    depth: int
    number: str
    name: str

    @property
    def kind(self) -> TaskKind:
        return KINDS[min(self.depth, len(KINDS) - 1)]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A line that was refused."""

    line: int
    reason: OutlineFault
    text: str


@dataclass(frozen=True, kw_only=True)
class Outline:
    """What was read, in order, and what was refused."""

    headings: tuple[Heading, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class _Line:
    """A line taken apart; style is the place of its number in the order, and how many dots that has."""

    line: int
    indent: int
    style: tuple[int, int]
    number: str
    name: str

    @property
    def is_numbered(self) -> bool:
        return self.style[0] < UNNUMBERED

    def stands_above(self, other: "_Line") -> bool:
        if self.is_numbered and other.is_numbered and self.style != other.style:
            return self.style < other.style
        if self.style == other.style and self.style[0] in ONE_LEVEL:
            return False
        return (self.indent, self.style) < (other.indent, other.style)


def read_outline(text: str) -> Outline:
    """Empty lines are passed over. Lines after a refused one are read as if it were not there."""
    lines = [_taken_apart(line, said) for line, said in enumerate(text.splitlines(), 1) if said.strip()]
    found: list[Heading | Fault] = list(_placed(lines[:MOST_LINES]))
    found += [Fault(line=each.line, reason=OutlineFault.TOO_MANY, text=_text(each)) for each in lines[MOST_LINES:][:1]]
    return Outline(
        headings=tuple(each for each in found if isinstance(each, Heading)),
        faults=tuple(each for each in found if isinstance(each, Fault)),
    )


def _taken_apart(line: int, said: str) -> _Line:
    body = said.strip()
    for pattern, rank in STYLES:
        if found := pattern.match(body):
            number = found["n"]
            return _Line(line, _indent(said), (rank, _dots(number)), number, _name(body[found.end() :]))
    # A number with nothing behind it has no space that would end it.
    for pattern, rank in STYLES:
        if (found := pattern.fullmatch(f"{body} ")) and found["n"]:
            return _Line(line, _indent(said), (rank, _dots(found["n"])), found["n"], "")
    return _Line(line, _indent(said), (UNNUMBERED, 0), "", _name(body))


def _indent(said: str) -> int:
    columns = {"\t": TAB, "\u3000": 2}
    space = said[: len(said) - len(said.lstrip())]
    return sum(columns.get(sign, 1) for sign in space)


def _dots(number: str) -> int:
    return len(re.findall("[.．]", number))


def _name(rest: str) -> str:
    """The stop that ends a printed heading is none of its name."""
    return rest.strip().rstrip("。；;").strip()


def _text(line: _Line) -> str:
    return UNSPEAKABLE.sub("", f"{line.number} {line.name}".strip())[:60]


def _placed(lines: Iterable[_Line]) -> Iterator[Heading | Fault]:
    above: list[_Line] = []
    taken: list[set[str]] = [set()]
    for line in lines:
        kept = _above(line, above)
        if reason := _fault(line, above, kept, taken):
            yield Fault(line=line.line, reason=reason, text=_text(line))
            continue
        above = [*kept, line]
        taken = [*taken[: len(kept) + 1], set()]
        taken[len(kept)].add(line.number)
        yield Heading(line=line.line, depth=len(kept), number=line.number, name=line.name)


def _above(line: _Line, chain: list[_Line]) -> list[_Line]:
    """What of the chain of nodes last read the line stands below."""
    kept = list(chain)
    while kept and not kept[-1].stands_above(line):
        kept.pop()
    return kept


def _fault(line: _Line, above: list[_Line], kept: list[_Line], taken: list[set[str]]) -> OutlineFault | None:
    if UNSPEAKABLE.search(line.name):
        return OutlineFault.UNREADABLE
    if not line.name:
        return OutlineFault.NAME_MISSING
    if len(line.name) > MOST_SIGNS:
        return OutlineFault.NAME_TOO_LONG
    if not line.is_numbered and _lacks_number(line, above, kept):
        return OutlineFault.NUMBER_MISSING
    if len(kept) >= DEEPEST:
        return OutlineFault.TOO_DEEP
    if line.number and line.number in taken[len(kept)]:
        return OutlineFault.NUMBER_TWICE
    return None


def _lacks_number(line: _Line, above: list[_Line], kept: list[_Line]) -> bool:
    """Whether it stands where its neighbours have numbers: it is the rest of a wrapped line, or its number got lost."""
    siblings = above[len(kept) : len(kept) + 1]
    return any(each.is_numbered and each.indent == line.indent for each in above) or any(
        each.is_numbered for each in siblings
    )
