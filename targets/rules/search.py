"""How words typed into a search box are asked: the twin of `targets_search_words` in the database, which keeps them.

A text is kept as what begins at each of its characters: three characters from a Chinese one, twelve from the beginning
of a Latin word or a number. Beside it stand its pinyin initials, six from each, and of names the pinyin in full.
"""

import re
import unicodedata
from typing import Final

BETWEEN: Final = (
    "\u0001-\u0024\u0026-\u002c\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf"
    "\u2000-\u202f\u2031-\u206f\u3000-\u3004\u3008-\u3020\u3030-\u303f"
)
"""What separates words: spaces and punctuation, but for full stop, hyphen, per cent and per mille."""
SIGNS, LATIN, INITIALS, PINYIN = 3, 12, 6, 14
"""How long what is kept may be: from a Chinese character, from a Latin word, of initials, of pinyin in full."""
MOST_WORDS, LONGEST = 8, 60

_SEPARATORS = re.compile(f"[\x00{re.escape(BETWEEN[0])}{BETWEEN[1:]}\ud800-\udfff]+")
_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}


def words(text: str) -> list[str]:
    """The words of a text in the form in which they are kept: half-width, small, without punctuation around them."""
    plain = unicodedata.normalize("NFKC", text).translate(_SMALL)
    found = (word.lstrip(".-%")[:LONGEST] for word in _SEPARATORS.split(plain))
    return [word for word in dict.fromkeys(found) if word][:MOST_WORDS]


def asked(text: str) -> str:
    """The question to the database, in the language of its text search: every word is there; '' if there is no word."""
    return " & ".join(f"({_any_of(word)})" for word in words(text))


def _any_of(word: str) -> str:
    """The word itself, or what it may be the pinyin of."""
    ways = [_literally(word)]
    if re.fullmatch("[0-9a-z]{2,}", word):
        ways.append(_as_initials(word))
    if re.fullmatch("[a-z]{2,}", word):
        ways.append(_term("^" + word[:PINYIN], PINYIN + 1))
    return " | ".join(ways)


def _literally(word: str) -> str:
    terms = []
    for start in starts(word):
        length = LATIN if _kind(word[start]) else SIGNS
        terms.append(_term(word[start : start + length], length))
        if start + length >= len(word):
            break
    return " & ".join(terms)


def _as_initials(word: str) -> str:
    last = max(len(word) - INITIALS, 0)
    return " & ".join(_term("~" + word[at : at + INITIALS], INITIALS + 1) for at in range(last + 1))


def _term(kept: str, full_length: int) -> str:
    return f"'{kept}'" if len(kept) == full_length else f"'{kept}':*"


def starts(word: str) -> list[int]:
    """Where something begins: at the word's beginning, each Chinese character, each run of letters or digits."""
    kinds = [_kind(sign) for sign in word]
    return [
        place
        for place, sign in enumerate(word)
        if place == 0 or (sign not in ".%-" and not (kinds[place] and kinds[place] == kinds[place - 1]))
    ]


def _kind(sign: str) -> str:
    if "a" <= sign <= "z":
        return "letter"
    return "digit" if "0" <= sign <= "9" else ""
