"""How the place of a citation is written in a file."""

import pytest

from targets.exchange.fixtures.places import Cited, cited

WRITTEN = {
    "S6 L138": Cited("", "S6", "138", "", ""),
    "S2 L50,52": Cited("", "S2", "50,52", "", ""),
    "S2 L50,L52": Cited("", "S2", "50,52", "", ""),
    "S1 L18-24": Cited("", "S1", "18-24", "", ""),
    "S6b": Cited("", "S6b", "", "", ""),
    "L7": Cited("", "", "7", "", ""),
    "p. 12": Cited("", "", "", "12", ""),
    "p.12 ¶ 3": Cited("", "", "", "12", "3"),
    "yearbook-2025 p. 12": Cited("yearbook-2025", "", "", "12", ""),
    "paper S1 L4": Cited("paper", "S1", "4", "", ""),
}


@pytest.mark.parametrize(("text", "place"), WRITTEN.items())
def test_a_citation_names_a_place(text: str, place: Cited) -> None:
    assert cited(text) == place


@pytest.mark.parametrize("text", ["", "somewhere in it", "S6 L", "L138–140", "第138行"])
def test_what_names_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        cited(text)
