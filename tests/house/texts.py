"""Every text that people read: found in the source, and in the Chinese catalogue."""

import ast
import gettext
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

from tests.house.project import ROOMS, ROOT, sources, tracked

ONE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
MANY = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
MANY_IN_CONTEXT = {"npgettext", "npgettext_lazy"}
CATALOGUES = ROOT / "targets" / "locale" / "zh_Hans" / "LC_MESSAGES"


class Text(NamedTuple):
    """What is to be translated, in its context where it has one."""

    words: str
    context: str = ""

    @property
    def key(self) -> str:
        return f"{self.context}\x04{self.words}" if self.context else self.words


@cache
def marked() -> dict[Text, str]:
    """Every text of the program with the file where it stands."""
    found: dict[Text, str] = {}
    for path in sources():
        for text in _in_python(path.read_text(encoding="utf-8")):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    for path in tracked("*.html", "*.txt", "*.md"):
        if path.relative_to(ROOT).parts[0] in ROOMS and "templates" in path.parts:
            for text in _in_template(path):
                found.setdefault(text, path.relative_to(ROOT).as_posix())
    return found


def _in_python(source: str) -> Iterator[Text]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            yield from _texts(name, words)


def _texts(name: str, words: list[str]) -> Iterator[Text]:
    if name in ONE | MANY and words:
        yield Text(words[0])
    if name in IN_CONTEXT | MANY_IN_CONTEXT and len(words) > 1:
        yield Text(words[1], words[0])


def _in_template(path: Path) -> Iterator[Text]:
    python = templatize(path.read_text(encoding="utf-8"))
    for name, arguments in re.findall(
        r"\b(n?p?gettext|_)\(((?:u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"),? *)+)", python
    ):
        yield from _texts(
            name,
            [ast.literal_eval(text) for text in re.findall(r"u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", arguments)],
        )


class Entry(NamedTuple):
    """One entry of a catalogue."""

    key: str
    translations: tuple[str, ...]
    plural: bool
    fuzzy: bool


def catalogue() -> list[Entry]:
    """The entries of the Chinese catalogue, its head left out."""
    blocks = re.split(r"\n\s*\n", (CATALOGUES / "django.po").read_text(encoding="utf-8"))
    entries = [_entry(block) for block in blocks if re.search(r"^msgid ", block, re.MULTILINE)]
    return [entry for entry in entries if entry.key]


def _entry(block: str) -> Entry:
    parts: dict[str, str] = {}
    for name, text in re.findall(r'^(msg\S+) ((?:"(?:[^"\\]|\\.)*"\s*)+)', block, re.MULTILINE):
        parts[name] = "".join(ast.literal_eval(piece) for piece in re.findall(r'"(?:[^"\\]|\\.)*"', text))
    text = Text(parts["msgid"], parts.get("msgctxt", ""))
    words = tuple(parts[name] for name in parts if name.startswith("msgstr"))
    return Entry(
        text.key, words, plural="msgid_plural" in parts, fuzzy=bool(re.search("^#,.*fuzzy", block, re.MULTILINE))
    )


@cache
def compiled() -> gettext.GNUTranslations:
    """The catalogue as the program reads it."""
    with (CATALOGUES / "django.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
