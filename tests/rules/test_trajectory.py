from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from targets.rules.verdicts.goals import Goal
from targets.rules.verdicts.trajectory import Corner, beside, line, step

CORNERS: list[Corner] = [
    (date(2020, 12, 31), Decimal(0)),
    (date(2025, 12, 31), Decimal(20)),
    (date(2030, 12, 31), Decimal(100)),
]


def test_a_line_runs_from_corner_to_corner() -> None:
    expected = {2020: 0, 2023: 12, 2025: 20, 2028: 68, 2030: 100}
    assert {year: line(CORNERS, date(year, 12, 31)) for year in expected} == expected


def test_a_line_is_flat_before_its_first_and_after_its_last_corner() -> None:
    assert line(CORNERS, date(2019, 1, 1)) == 0
    assert line(CORNERS, date(2040, 1, 1)) == 100


def test_a_step_is_the_last_corner_that_is_due() -> None:
    expected = {2019: 0, 2024: 0, 2025: 20, 2029: 20, 2030: 100, 2031: 100}
    assert {year: step(CORNERS, date(year, 12, 31)) for year in expected} == expected


def test_a_falling_value_below_its_line_has_a_positive_gap() -> None:
    progress = beside(Goal(high=Decimal(40)), Decimal(100), Decimal(79), Decimal(82))
    assert (progress.gap_value, progress.gap_points) == (3, 5)


def test_a_range_is_approached_from_the_side_of_the_base() -> None:
    goal = Goal(low=Decimal(5), high=Decimal(6), is_range=True)
    progress = beside(goal, Decimal(8), Decimal(7), Decimal(7))
    assert (progress.achieved_share, progress.expected_share, progress.gap_points) == (
        Decimal("0.5"),
        Decimal("0.5"),
        0,
    )


def test_without_an_expectation_only_the_achieved_share_is_told() -> None:
    progress = beside(Goal(low=Decimal(60)), Decimal(50), Decimal(57), None)
    assert progress.achieved_share == Decimal("0.7")
    assert progress.gap_points is None


@settings(deadline=None)
@given(st.dates(date(2020, 12, 31), date(2030, 12, 31)))
def test_a_value_on_the_line_has_no_gap(day: date) -> None:
    expected = line(CORNERS, day)
    assert beside(Goal(low=Decimal(100)), Decimal(0), expected, expected).gap_points == 0
