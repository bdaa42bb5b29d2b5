"""Names and days of the plan for the next period."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.successors import length, moved, renamed

FIRST, LAST = date(2026, 1, 1), date(2030, 12, 31)


@pytest.mark.parametrize(
    ("text", "years", "new"),
    [
        ("行动方案（2026—2030年）", 5, "行动方案（2031—2035年）"),
        ("corridor-2026-2030", 5, "corridor-2031-2035"),
        ("湖北省“十五五”规划", 5, "湖北省“十六五”规划"),
        ("湖北省“十五五”规划", 3, "湖北省“十五五”规划"),
        ("2028年中期，2025年基期，编号20262", 5, "2033年中期，2025年基期，编号20262"),
        ("春风行动", 1, "春风行动"),
    ],
)
def test_the_years_of_the_period_move_and_no_other_number_does(text, years, new):
    assert renamed(text, years, FIRST, LAST) == new


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (FIRST, LAST, 5),
        (FIRST, date(2026, 12, 31), 1),
        (date(2024, 3, 1), date(2026, 2, 28), 2),
        (date(2024, 3, 1), date(2026, 3, 1), 3),
        (None, LAST, 1),
    ],
)
def test_a_period_lasts_whole_years(start, end, years):
    assert length(start, end) == years


@given(st.dates(), st.dates(), st.text(max_size=20))
def test_any_period_and_any_name_can_be_moved_on(start, end, text):
    first, last = sorted((start, end))
    years = length(first, last)
    assert years >= 1
    assert moved(first, years) > first or moved(first, years) == date.max
    assert len(renamed(text, years, first, last)) >= len(text)
