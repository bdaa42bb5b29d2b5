"""Two versions that were both made from a third one: who changed what, and where two texts differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile

WORD = re.compile(r"\d[\d,.]*|[^\W\d_\u3400-\u9fff]+|\s+|.", re.DOTALL)
"""What is compared as one: a number, a word in letters, a gap; of Chinese each character."""
SENTENCE = re.compile(r"[^。；！？;!?\n]*[。；！？;!?\n]|[^。；！？;!?\n]+")
MOST_COMPARED = 400_000
"""Above so many pairs of words, sentences are compared, since the comparison would take seconds."""
SHORT_BRIDGE = 2
"""So short a piece that two changes share by chance is part of the change."""


class Changed(StrEnum):
    """Who made a field differ from what both had read."""

    NOBODY = "nobody"
    THEY = "they"
    I = "i"  # noqa: E741, the word of the page
    BOTH = "both"


class Piece(StrEnum):
    """What became of a piece of a text."""

    KEPT = "kept"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Part:
    """A piece of one text as seen from another."""

    kind: Piece
    text: str


def who_changed(*, by_them: bool, by_me: bool, is_alike: bool) -> Changed:
    """Who has to be asked about a field; nobody where both ended with the same."""
    if is_alike:
        return Changed.NOBODY
    if by_them and by_me:
        return Changed.BOTH
    return Changed.THEY if by_them else Changed.I


def parts(before: str, after: str) -> tuple[Part, ...]:
    """The later text, with what was added to the earlier one and what of it was dropped."""
    old, new = WORD.findall(before), WORD.findall(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    middle = _compared(old[head : len(old) - tail], new[head : len(new) - tail])
    kept = Part(Piece.KEPT, "".join(new[:head])), Part(Piece.KEPT, "".join(new[len(new) - tail :]))
    return _joined([kept[0], *middle, kept[1]])


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _compared(old: list[str], new: list[str]) -> list[Part]:
    if len(old) * len(new) > MOST_COMPARED:
        old, new = SENTENCE.findall("".join(old)), SENTENCE.findall("".join(new))
    if len(old) * len(new) > MOST_COMPARED:
        return [Part(Piece.DROPPED, "".join(old)), Part(Piece.ADDED, "".join(new))]
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Part(Piece.KEPT, "".join(old[a:b])))
        else:
            found += [Part(Piece.DROPPED, "".join(old[a:b])), Part(Piece.ADDED, "".join(new[c:d]))]
    return _bridged([part for part in found if part.text])


def _bridged(found: list[Part]) -> list[Part]:
    """Short pieces between two changes count as dropped and written again: that reads better than confetti."""
    steady: list[Part] = []
    for place, part in enumerate(found):
        is_inside = 0 < place < len(found) - 1
        if part.kind == Piece.KEPT and is_inside and len(part.text) <= SHORT_BRIDGE:
            steady += [Part(Piece.DROPPED, part.text), Part(Piece.ADDED, part.text)]
        else:
            steady.append(part)
    return steady


def _joined(found: list[Part]) -> tuple[Part, ...]:
    """Neighbours of one kind as one; within a change what was dropped stands before what was added."""
    joined: list[Part] = []
    dropped, added = "", ""
    for part in [*found, Part(Piece.KEPT, "")]:
        if part.kind == Piece.DROPPED:
            dropped += part.text
        elif part.kind == Piece.ADDED:
            added += part.text
        else:
            joined += [Part(Piece.DROPPED, dropped), Part(Piece.ADDED, added), part]
            dropped, added = "", ""
    return tuple(part for part in joined if part.text)
