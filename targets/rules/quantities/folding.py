"""One form for the many forms of a sign, place by place, so that a place in the folded text is one in the text."""

from typing import Final

#: Dashes that join the ends of a range; a sign of a number stays a hyphen.
JOINING: Final = "–—―~～〜∼〰"
SIGNS: Final = "−－﹣‐‑‒"
SPACES: Final = "\u3000\u00a0\u2002\u2003\u2009\u202f\t"
COLONS: Final = "：∶︰"
QUOTES: Final = "“”„‟「」『』"
FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
FORMAL_DIGITS: Final = {"壹": "一", "贰": "二", "叁": "三", "肆": "四", "柒": "七", "捌": "八", "玖": "九"}
FORMAL_STEPS: Final = {"佰": "百", "仟": "千", "萬": "万", "億": "亿", "兩": "两", "〇": "零", "○": "零"}
ALIKE: Final = {
    "﹪": "%",
    "≧": "≥",
    "⩾": "≥",
    "≦": "≤",
    "⩽": "≤",
    "〔": "[",
    "〕": "]",
    "【": "[",
    "】": "]",
    "㎡": "㎡",
}
TABLE: Final[dict[int, int | str]] = {
    **FULL_WIDTH,
    **{ord(mark): "~" for mark in JOINING},
    **{ord(mark): "-" for mark in SIGNS},
    **{ord(mark): " " for mark in SPACES},
    **{ord(mark): ":" for mark in COLONS},
    **{ord(mark): '"' for mark in QUOTES},
    **{ord(mark): plain for mark, plain in (FORMAL_DIGITS | FORMAL_STEPS | ALIKE).items()},
}


def fold(text: str) -> str:
    """The text with every sign in its plain form; as long as it was."""
    return text.translate(TABLE)


def blank_end(text: str, at: int) -> int:
    """Where the blanks from a place on end."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at
