"""The page of phrases says what the reader does: every example on it is read."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest

from targets.rules.quantities.proposals import read
from targets.rules.quantities.writing import plain

PAGE: Final = Path(__file__).parents[2] / "docs" / "reference-phrases.md"
ROWS: Final = re.findall(r"^\| (?!printed)([^|`]+) \|(.*)\|$", PAGE.read_text("utf-8"), re.MULTILINE)
EXAMPLES: Final = [(wording.strip(), re.findall(r"`([^`]+)`", rest)) for wording, rest in ROWS]


def told(value: Any) -> str:
    """A field as the page writes it."""
    if isinstance(value, tuple):
        return "+".join(sorted(value))
    if isinstance(value, Decimal):
        return plain(value).replace(",", "")
    return "" if value is None else str(value)


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 55
    assert sum(not fields for _, fields in EXAMPLES) == 4


@pytest.mark.parametrize(("wording", "examples"), EXAMPLES, ids=[wording for wording, _ in EXAMPLES])
def test_an_example_is_read_as_the_page_says(wording: str, examples: list[str]) -> None:
    proposals = read(wording)
    assert len(proposals) == len(examples)
    for proposal, written in zip(proposals, examples, strict=True):
        for name, _, value in (pair.partition("=") for pair in written.split()):
            assert (name, told(getattr(proposal, name))) == (name, "+".join(sorted(value.split("+"))))
