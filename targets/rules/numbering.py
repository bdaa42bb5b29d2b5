"""Numbers of headings as documents print them: read, counted on and written in the style that the siblings have.

一、 （一） 1. 1） (2) ① 第三 任务三 3.2 and so on. What is no number of such a kind stays as it is.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

DIGITS: Final = "零一二三四五六七八九"
FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
HALF_WIDTH: Final = str.maketrans("０１２３４５６７８９", "0123456789")
ROUND: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
MOST: Final = 99
"""Chinese numerals of headings end here; no document counts further in them."""


@dataclass(frozen=True)
class Style:
    """How a number is written: what stands around it, and in which numerals."""

    before: str
    numerals: str
    after: str


@dataclass(frozen=True)
class Heading:
    """A node of a tree by key and depth, with the number it has."""

    key: int
    parent: int | None
    depth: int
    number: str


@dataclass(frozen=True)
class Counted:
    """A number read: its style and its place in the count."""

    style: Style
    place: int


def renumbered(tree: Sequence[Heading], levels: Collection[int], through: Collection[int] = ()) -> dict[int, str]:
    """By key, the new numbers of those that get another one. The tree comes in its printed order.

    Only nodes of these levels (depths from 0) are counted anew; those in `through` run on from parent to parent, all
    others start at the first below each.
    """
    new = {heading.key: heading.number for heading in tree}
    old = dict(new)
    for level in sorted(set(levels)):
        first = 1
        for parent, siblings in _families(tree, level):
            above = (old[parent], new[parent]) if parent in old else ("", "")
            found = renewed([each.number for each in siblings], first=first, above=above)
            new.update(zip((each.key for each in siblings), found, strict=True))
            first = first + count_of(found) if level in through else 1
    return {key: number for key, number in new.items() if number != old[key]}


def families(tree: Sequence[Heading], level: int) -> list[list[str]]:
    """The numbers of siblings at a level, family by family."""
    return [[each.number for each in siblings] for _, siblings in _families(tree, level)]


def _families(tree: Sequence[Heading], level: int) -> list[tuple[int | None, list[Heading]]]:
    found: dict[int | None, list[Heading]] = {}
    for heading in tree:
        if heading.depth == level:
            found.setdefault(heading.parent, []).append(heading)
    return list(found.items())


def read(number: str) -> Counted | None:
    """None for what is no number that could be counted on."""
    for numerals, (form, value) in READERS.items():
        found = re.fullmatch(rf"(?P<before>{BEFORE})(?P<sign>{form})(?P<after>{AFTER})", number)
        place = value(found["sign"]) if found else None
        if found and place:
            return Counted(Style(found["before"], numerals, found["after"]), place)
    return None


def write(style: Style, place: int) -> str:
    """The number of that place; beyond what the numerals can say, in digits."""
    return f"{style.before}{WRITERS[style.numerals](place)}{style.after}"


def renewed(numbers: Sequence[str], *, first: int = 1, above: tuple[str, str] = ("", "")) -> list[str]:
    """The numbers of siblings counted on from `first`, in the style that most of them have.

    Siblings without a number stay without, and what is no number stays as it is; neither counts. `above` is the number
    of the parent before and after: where siblings repeat it (3.2 below 3), they follow it.
    """
    old, new = (_stem(number) for number in above)
    counted = [read(number) for number in numbers]
    styles = Counter(each.style for each in counted if each)
    if not styles:
        return list(numbers)
    style, place, result = _prevailing(styles, counted), first, []
    for number, each in zip(numbers, counted, strict=True):
        if each is None:
            result.append(number)
            continue
        result.append(write(_below(style, old, new), place))
        place += 1
    return result


def runs_on(lists: Sequence[Sequence[str]]) -> bool:
    """Whether siblings of one level are counted through all their parents: 1–4 below the first, 5–9 below the next."""
    firsts = [next((each.place for number in numbers if (each := read(number))), None) for numbers in lists]
    known = [place for place in firsts if place is not None]
    return len(known) > 1 and all(before < after for before, after in pairwise(known))


def count_of(numbers: Sequence[str]) -> int:
    """How many of them are numbers that are counted."""
    return sum(read(number) is not None for number in numbers)


def _prevailing(styles: Counter[Style], counted: Sequence[Counted | None]) -> Style:
    """The commonest; of two as common, the one that comes first."""
    most = max(styles.values())
    return next(each.style for each in counted if each and styles[each.style] == most)


def _stem(number: str) -> str:
    """The bare digits of a parent's number, which decimal numbers below it repeat: 3 of 3. and of 3、."""
    found = re.search(r"\d+(?:[.．]\d+)*", number)
    return found[0] if found else ""


def _below(style: Style, old: str, new: str) -> Style:
    """The style with the parent's new number where it repeated the old one."""
    for dot in ".．":
        if old and new and style.before == f"{old}{dot}":
            return Style(f"{new}{dot}", style.numerals, style.after)
    return style


def _chinese(number: int) -> str:
    if number > MOST:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return f"{head}{DIGITS[ones] if ones else ''}"


def _of_chinese(sign: str) -> int:
    tens, ten, ones = sign.rpartition("十")
    if not ten:
        return DIGITS.index(sign) if len(sign) == 1 else 0
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)


def _of_digits(sign: str) -> int:
    return int(sign.translate(HALF_WIDTH))


def _of_round(sign: str) -> int:
    return ROUND.index(sign) + 1


def _round(place: int) -> str:
    return ROUND[place - 1] if place <= len(ROUND) else str(place)


BEFORE: Final = rf"(?:[（(]|(?:\d+[.．])+|[^\W\d_{DIGITS}十{ROUND}]{{1,6}})?"
AFTER: Final = r"(?:[、.．)）]|[章节条项])?"
READERS: Final[dict[str, tuple[str, Callable[[str], int]]]] = {
    "chinese": (r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]", _of_chinese),
    "digits": (r"[1-9][0-9]{0,3}", _of_digits),
    "full": (r"[１-９][０-９]{0,3}", _of_digits),
    "round": (f"[{ROUND}]", _of_round),
}
WRITERS: Final[dict[str, Callable[[int], str]]] = {
    "chinese": _chinese,
    "digits": str,
    "full": lambda place: str(place).translate(FULL_WIDTH),
    "round": _round,
}
