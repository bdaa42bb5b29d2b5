"""Figures as English writes them, put into the signs that figures are read from: 1.3 million, at least 700."""

import re
from decimal import Decimal
from typing import Final

from targets.rules.quantities.writing import ENGLISH_STEPS, plain, shifted

SIGNS: Final = (
    ("at least|no less than|not less than", "≥"),
    ("at most|no more than|not more than|up to", "≤"),
    ("more than|over|above|exceeding", ">"),
    ("less than|fewer than|below|under", "<"),
    ("about|around|approximately|approx\\.?", "约"),
    ("nearly|almost", "近"),
)
STEPS: Final = {name: places for places, name in ENGLISH_STEPS} | {"thousand": 3, "mn": 6, "bn": 9, "tn": 12}
STEPPED: Final = re.compile(rf"([0-9][0-9,]*(?:\.[0-9]+)?)\s*({'|'.join(STEPS)})\b", re.IGNORECASE | re.ASCII)
SPAN: Final = re.compile(r"(?:between )?([0-9][0-9,.]*%?) (?:to|and|–) ([0-9][0-9,.]*%?)", re.IGNORECASE | re.ASCII)
MONEY: Final = re.compile(r"\b(?:CNY|RMB|yuan)\b", re.IGNORECASE)
MOST_DIGITS: Final = 30
"""More of them are no figure of a cell, and are left as they are."""


def in_signs(text: str, unit: str, unit_en: str) -> str:
    """The text with English words of amount put into signs and digits; without one it comes back as it is."""
    if not any("a" <= sign <= "z" for sign in text.lower()):
        return text
    said = _without_unit(text.strip(), unit, unit_en)
    for words, sign in SIGNS:
        said = re.sub(rf"^(?:{words})\s+", sign, said, flags=re.IGNORECASE)
    said = STEPPED.sub(_in_digits, said)
    return SPAN.sub(r"\1—\2", said)


def _without_unit(text: str, unit: str, unit_en: str) -> str:
    if unit == "元":
        return MONEY.sub("", text).strip()
    for name in (unit_en, unit_en.removesuffix("s")):
        if name and text.casefold().endswith(f" {name.casefold()}"):
            return text[: -len(name)].rstrip()
    return text


def _in_digits(found: re.Match[str]) -> str:
    if len(found[1]) > MOST_DIGITS:
        return found[0]
    return plain(shifted(Decimal(found[1].replace(",", "")), STEPS[found[2].lower()]))
