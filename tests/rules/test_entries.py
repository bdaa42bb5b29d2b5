"""What is typed into a cell is a figure of its indicator, or a stage by name or place."""

from decimal import Decimal
from types import SimpleNamespace

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


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.08 million", 1_080_000),
        ("1.08 Million vehicles", 1_080_000),
        ("2bn", 2_000_000_000),
        ("1 234 567", 1_234_567),
        ("2,000,000辆（200万辆）", 2_000_000),
        ("2 million (2,000,000)", 2_000_000),
        ("12 vehicles", 12),
    ],
)
def test_figures_are_read_as_english_writes_them_and_as_pages_show_them(text: str, value: int) -> None:
    assert read_entry(text, "辆", "stock", [], unit_en="vehicles").value == value


@pytest.mark.parametrize(
    ("text", "comparator", "lower", "upper"),
    [
        ("at least 7,000", "ge", 7000, None),
        ("more than 2 million", "gt", 2_000_000, None),
        ("up to 5", "le", None, 5),
        ("fewer than 5", "lt", None, 5),
        ("about 800", "approx", 800, None),
        ("7,000 to 8,000", "between", 7000, 8000),
        ("≥7,000，<8,000", "between", 7000, 8000),
        ("at least 7,000, less than 8,000", "between", 7000, 8000),
    ],
)
def test_bounds_are_read_in_english_and_side_by_side(
    text: str, comparator: str, lower: int | None, upper: int | None
) -> None:
    figure = read_entry(text, "家", "stock", [], unit_en="enterprises")
    assert (figure.comparator, figure.value, figure.lower, figure.upper) == (comparator, None, lower, upper)
    assert figure.upper_excluded == ("8,000" in text and "to" not in text)


@pytest.mark.parametrize(
    "text",
    ["5e3", "2,000辆（300辆）", "≥8,000，<7,000", "12 34", "1,2,3 million million", "9" * 40 + " million", "(500)"],
)
def test_what_could_mean_two_things_is_not_guessed(text: str) -> None:
    with pytest.raises(Unreadable):
        read_entry(text, "辆", "stock", [], unit_en="vehicles")


def test_money_is_read_with_its_english_name() -> None:
    text = "more than CNY 1.3 trillion (1,300,000,000,000 yuan)"
    assert read_entry(text, "元", "stock", [], unit_en="yuan").lower == 1_300_000_000_000


def test_a_number_stored_without_a_comparator_is_the_same_number() -> None:
    stored = SimpleNamespace(comparator="bare", value=Decimal(5), lower=None, upper=None, upper_excluded=False)
    assert same_figure(stored, read_entry("5", "", "stock", []))
