"""The columns of a sheet: side by side, of one length, and none outside the years that a sheet knows."""

from datetime import date
from itertools import pairwise

import pytest

from targets.rules.columns import Column, ending, of_calendar, running, shifted, spread, usual
from targets.rules.periods import DAY
from targets.rules.terms import Frequency

DAY_IN_NOVEMBER = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("rhythm", "zh", "en"),
    [
        ("year", "2026年", "2026"),
        ("half_year", "2026年下半年", "H2 2026"),
        ("quarter", "2026年四季度", "Q4 2026"),
        ("month", "2026年11月", "2026-11"),
    ],
)
def test_a_day_lies_in_one_column_of_each_length(rhythm: str, zh: str, en: str) -> None:
    column = running(rhythm, DAY_IN_NOVEMBER)
    assert column.start <= DAY_IN_NOVEMBER <= column.end
    assert (column.name.zh, column.name.en) == (zh, en)


def test_the_columns_of_a_plan_begin_with_its_base_and_end_with_the_running_period() -> None:
    names = [column.name.en for column in spread("year", date(2021, 1, 1), DAY_IN_NOVEMBER)]
    assert names == ["2020", "2021", "2022", "2023", "2024", "2025", "2026"]


def test_a_young_plan_has_a_few_columns_and_an_old_one_no_more_than_fit() -> None:
    assert len(spread("year", date(2026, 1, 1), DAY_IN_NOVEMBER)) == 4
    assert len(spread("year", None, DAY_IN_NOVEMBER)) == 4
    assert len(spread("month", date(2011, 1, 1), DAY_IN_NOVEMBER)) == 12
    assert len(spread("year", date(2031, 1, 1), DAY_IN_NOVEMBER)) == 4


@pytest.mark.parametrize("rhythm", ["year", "half_year", "quarter", "month"])
def test_columns_lie_side_by_side_without_a_hole(rhythm: str) -> None:
    columns = ending(rhythm, running(rhythm, date(2024, 2, 29)), 12)
    assert len(columns) == 12
    for before, after in pairwise(columns):
        assert before.end + DAY == after.start


def test_columns_are_shifted_within_the_years_of_a_sheet_only() -> None:
    column = running("month", date(2026, 1, 31))
    assert shifted("month", column, -1) == Column(date(2025, 12, 1), date(2025, 12, 31))
    assert shifted("year", running("year", date(1901, 5, 5)), -2) is None
    assert shifted("year", running("year", date(2199, 5, 5)), 1) is None
    assert shifted("year", running("year", date(1, 5, 5)), 1) is None


@pytest.mark.parametrize(
    ("start", "end", "is_one"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), True),
        (date(2026, 7, 1), date(2026, 12, 31), True),
        (date(2026, 4, 1), date(2026, 6, 30), True),
        (date(2024, 2, 1), date(2024, 2, 29), True),
        (date(2026, 2, 1), date(2026, 4, 30), False),
        (date(2026, 1, 1), date(2027, 12, 31), False),
        (date(2026, 1, 1), date(2026, 1, 1), False),
        (date(1, 1, 1), date(1, 12, 31), False),
        (date(9999, 12, 1), date(9999, 12, 31), False),
    ],
)
def test_only_stretches_of_the_calendar_are_columns(start: date, end: date, is_one: bool) -> None:
    assert (of_calendar(start, end) == Column(start, end)) is is_one


def test_the_usual_rhythm_is_the_most_frequent_one_and_else_the_longest() -> None:
    assert usual(["month", "month", "year", "unstated"]) == Frequency.MONTH
    assert usual(["month", "quarter"]) == Frequency.QUARTER
    assert usual(["once", "unstated"]) == usual([]) == Frequency.YEAR
