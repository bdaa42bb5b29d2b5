"""How wide words are, without a font at hand: close enough to keep labels apart, and rather too wide than too narrow."""

from typing import Final
from unicodedata import combining, east_asian_width

FAMILY: Final = "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
#: Height of the usual letters, in the units of the drawing.
SIZE: Final = 12.0
#: From one line of words to the next.
LEADING: Final = 16.0
#: Parts of the height; what is in no row is as wide as a small letter.
WIDTHS: Final = {
    sign: width
    for signs, width in (
        ("iljI|!.,:;'`", 0.32),
        (" ()[]ft-r/", 0.38),
        ("mwMW@%‰", 0.95),
        ("ABCDEFGHJKLNOPQRSTUVXYZ&+=<>×", 0.68),
    )
    for sign in signs
}
SMALL: Final = 0.6


def width(words: str, size: float = SIZE) -> float:
    return size * sum(map(_part, words))


def shortened(words: str, room: float, size: float = SIZE) -> str:
    """As much of the words as the room holds, with an ellipsis where something is left out."""
    if width(words, size) <= room:
        return words
    kept = words
    while kept and width(f"{kept.rstrip()}…", size) > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _part(sign: str) -> float:
    if combining(sign):
        return 0.0
    if sign in WIDTHS:
        return WIDTHS[sign]
    return 1.0 if east_asian_width(sign) in "WFA" else SMALL
