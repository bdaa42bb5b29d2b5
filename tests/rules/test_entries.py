"""What is typed into a cell is a figure of its indicator, or a stage by name or place."""

from decimal import Decimal

import pytest

from targets.rules.entries import read_entry, same_figure
from targets.rules.quantities.values import Unreadable

STAGES, ENGLISH = ["前期", "开工", "竣工"], ["preparation", "Under way", "completed"]


@pytest.mark.parametrize("text", ["开工", " 开工 ", "under WAY", "2"])
def test_a_stage_is_typed_by_its_name_in_either_language_or_its_place(text: str) -> None:
    assert read_entry(text, "", "stage", STAGES, ENGLISH).value == 2


@pytest.mark.parametrize("text", ["投产", "0", "4", "1.5", ""])
def test_what_is_no_stage_is_told_which_there_are(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_entry(text, "", "stage", STAGES, ENGLISH)
    assert "前期、开工、竣工" in refused.value.message.zh
    assert "preparation, Under way, completed" in refused.value.message.en


def test_other_indicators_read_figures() -> None:
    assert read_entry("200万", "辆", "annual_flow", []).value == Decimal(2_000_000)
    assert read_entry("7000余", "个", "stock", []).upper_excluded


def test_figures_are_the_same_whatever_their_wording() -> None:
    printed, plain = read_entry("200万辆", "辆", "stock", []), read_entry("2,000,000", "辆", "stock", [])
    assert same_figure(printed, plain)
    assert not same_figure(printed, read_entry("超200万", "辆", "stock", []))
