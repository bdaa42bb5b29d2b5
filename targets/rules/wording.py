"""The same words in Chinese and English, kept together so that neither is forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from targets.rules.terms import Term

Lang = Literal["zh", "en"]


@dataclass(frozen=True)
class Text:
    """One wording in both languages; English that was left empty is the Chinese."""

    zh: str
    en: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "en", self.en or self.zh)

    def say(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    def format(self, *parts: "Text") -> "Text":
        """Fill the `{}` of both languages with the parts, each in its language."""
        return Text(self.zh.format(*(part.zh for part in parts)), self.en.format(*(part.en for part in parts)))


def label(terms: type[Term], code: str) -> Text:
    """What people read for a code of a closed list."""
    for term in terms:
        if term == code:
            return Text(term.zh, term.en)
    raise ValueError(f"{code!r} is not a {terms.__name__}")


def semicolons(texts: Iterable[Text]) -> Text:
    listed = list(texts)
    return Text("；".join(text.zh for text in listed), "; ".join(text.en for text in listed))
