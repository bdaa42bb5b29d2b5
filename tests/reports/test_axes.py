"""Axes begin, end and are marked where people would do it."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.reports.axes import round_step, stage_axis, value_axis
from targets.reports.lettering import width
from targets.reports.times import MOST_LABELS, end_of, time_axis
from targets.rules.wording import Lang


def ticks(*numbers: str, whole: bool = False) -> list[str]:
    return [f"{tick.normalize():f}" for tick in value_axis(map(Decimal, numbers), whole=whole).ticks]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (["0", "100"], ["0", "20", "40", "60", "80", "100", "120"]),
        (["3", "97"], ["0", "20", "40", "60", "80", "100", "120"]),
        (["85", "96"], ["84", "86", "88", "90", "92", "94", "96", "98"]),
        (["-180000", "100000"], ["-200000", "-150000", "-100000", "-50000", "0", "50000", "100000", "150000"]),
        (["-0.18", "0"], ["-0.2", "-0.15", "-0.1", "-0.05", "0"]),
        (["7"], ["2", "4", "6", "8", "10", "12"]),
        (["0"], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        ([], ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
    ],
)
def test_values_are_marked_at_round_numbers(numbers: list[str], expected: list[str]) -> None:
    assert ticks(*numbers) == expected


def test_what_is_counted_is_marked_in_ones() -> None:
    assert ticks("0", "2", whole=True) == ["0", "1", "2", "3"]


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False), max_size=6), st.booleans())
def test_every_number_has_its_place_between_few_round_marks(numbers: list[Decimal], whole: bool) -> None:
    axis = value_axis(numbers, whole=whole)
    assert 2 <= len(axis.ticks) <= 9
    assert axis.low == axis.ticks[0] < axis.ticks[-1] == axis.high
    for number in numbers:
        assert axis.low <= number <= axis.high or abs(number - axis.low) < abs(number) * Decimal("1e-20")


@pytest.mark.parametrize(
    ("least", "step"), [("1", "1"), ("1.1", "2"), ("2.1", "5"), ("5.1", "10"), ("0.003", "0.005"), ("700", "1000")]
)
def test_steps_are_one_two_or_five(least: str, step: str) -> None:
    assert round_step(Decimal(least)) == Decimal(step)


def test_stages_are_marked_one_by_one_while_there_is_room() -> None:
    assert stage_axis(4, [Decimal(2)]).ticks == (1, 2, 3, 4)
    assert stage_axis(30, []).ticks == (1, 4, 7, 10, 13, 16, 19, 22, 25, 28)
    assert stage_axis(4, [Decimal(1000)]).ticks == (1,)


def named(first: date, last: date, lang: Lang = "zh", pixels: float = 500) -> tuple[list[str], list[str]]:
    axis = time_axis([first, last], lang, pixels)
    return [mark.words for mark in axis.marks], [mark.words for mark in axis.years]


def test_a_five_year_plan_is_marked_by_years() -> None:
    assert named(date(2025, 12, 31), date(2030, 12, 31)) == (["2026年", "2027年", "2028年", "2029年", "2030年"], [])
    assert named(date(2025, 12, 31), date(2030, 12, 31), "en")[0] == ["2026", "2027", "2028", "2029", "2030"]


def test_long_spans_skip_years() -> None:
    five = [str(year) for year in range(2000, 2040, 5)]
    assert named(date(2000, 12, 31), date(2035, 12, 31), "en")[0] == five
    assert named(date(2020, 12, 31), date(2030, 12, 31), "zh", 200)[0] == ["2025年", "2030年"]


def test_one_year_is_marked_by_months_with_the_year_below() -> None:
    months = ["2月", "4月", "6月", "8月", "10月", "12月"]
    assert named(date(2025, 12, 31), date(2026, 12, 31)) == (months, ["2026年"])
    assert named(date(2025, 12, 31), date(2027, 12, 31), "en") == (["Mar", "Jun", "Sep", "Dec"] * 2, ["2026", "2027"])


def test_a_month_is_marked_by_days() -> None:
    days = ["5 Jun", "10 Jun", "15 Jun", "20 Jun", "25 Jun", "30 Jun"]
    assert named(date(2026, 6, 1), date(2026, 6, 30), "en") == (days, ["2026"])


def test_the_end_of_a_year_is_the_border_to_the_next() -> None:
    axis = time_axis([date(2025, 12, 31), date(2030, 12, 31)], "zh", 500)
    assert {end_of(date(year, 12, 31)) for year in range(2025, 2031)} == {*axis.borders}


@given(
    st.lists(st.dates(), max_size=4),
    st.sampled_from(["zh", "en"]),
    st.sampled_from([200, 300, 560]),
)
def test_names_of_times_are_few_apart_and_in_sight(days: list[date], lang: Lang, pixels: float) -> None:
    axis = time_axis(days, lang, pixels)
    scale = pixels / (axis.last - axis.first)
    assert 1 <= len(axis.marks) <= MOST_LABELS
    assert all(axis.first < end_of(day) < axis.last for day in days)
    for row in (axis.marks, axis.years):
        assert all(axis.first <= mark.at <= axis.last for mark in row)
        for before, after in pairwise(row):
            assert (after.at - before.at) * scale > (width(before.words) + width(after.words)) / 2
