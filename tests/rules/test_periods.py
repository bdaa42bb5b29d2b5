from datetime import date, timedelta
from decimal import Decimal, localcontext

from hypothesis import given, settings
from hypothesis import strategies as st

from targets.rules.numbers import EXACT
from targets.rules.periods import anniversary, due_periods, tiles, years_between
from targets.rules.verdicts.measurements import Measurement

days = st.dates(date(1949, 10, 1), date(2100, 12, 31))


def span(first: str, last: str, value: int = 1) -> Measurement:
    return Measurement(value=Decimal(value), start=date.fromisoformat(first), end=date.fromisoformat(last))


def test_whole_years_are_whole_numbers() -> None:
    assert years_between(date(2025, 12, 31), date(2030, 12, 31)) == 5


def test_days_count_over_the_length_of_the_running_year() -> None:
    assert years_between(date(2025, 12, 31), date(2026, 6, 30)) == Decimal(181) / 365
    assert years_between(date(2027, 12, 31), date(2028, 6, 30)) == Decimal(182) / 366


def test_the_anniversary_of_a_leap_day_is_28_february() -> None:
    assert anniversary(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert anniversary(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_years_run_backwards_too() -> None:
    assert years_between(date(2025, 12, 31), date(2024, 12, 31)) == -1


@settings(deadline=None)
@given(days, days, days)
def test_a_later_day_is_never_fewer_years_away(first: date, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert years_between(first, earlier) <= years_between(first, later)


@settings(deadline=None)
@given(days, st.integers(0, 150))
def test_every_anniversary_is_a_whole_year(day: date, years: int) -> None:
    assert years_between(day, anniversary(day, years)) == years


@settings(deadline=None)
@given(days, st.integers(1, 365))
def test_less_than_a_year_stays_below_one(day: date, count: int) -> None:
    with localcontext(EXACT):
        assert 0 < years_between(day, day + timedelta(days=count)) <= 1


def test_tiles_lie_side_by_side_up_to_the_first_hole() -> None:
    laid = tiles([span("2026-01-01", "2026-03-31"), span("2026-07-01", "2026-09-30")], date(2026, 1, 1))
    assert [tile.end for tile in laid] == [date(2026, 3, 31)]


def test_the_longest_period_is_laid_first_even_where_shorter_ones_would_reach_further() -> None:
    january, rest, half = (
        span("2026-01-01", "2026-01-31"),
        span("2026-02-01", "2026-12-31"),
        span("2026-01-01", "2026-06-30"),
    )
    assert tiles([january, rest, half], date(2026, 1, 1)) == [half]
    assert tiles([january, rest], date(2026, 1, 1)) == [january, rest]


def test_due_periods_lie_wholly_after_the_base_day() -> None:
    quarters = list(due_periods("quarter", date(2025, 12, 31), date(2026, 7, 31)))
    assert quarters == [(date(2026, 1, 1), date(2026, 3, 31)), (date(2026, 4, 1), date(2026, 6, 30))]
    assert list(due_periods("year", date(2026, 6, 30), date(2028, 1, 1))) == [(date(2027, 1, 1), date(2027, 12, 31))]


def test_what_comes_once_has_no_due_periods() -> None:
    assert list(due_periods("once", date(2025, 12, 31), date(2030, 12, 31))) == []


def test_the_last_year_of_the_calendar_has_its_length() -> None:
    assert years_between(date(1, 1, 1), date(9999, 12, 31)) == 9998 + Decimal(364) / 365
    assert (
        years_between(date(4, 2, 29), date(9999, 12, 31))
        == 9995 + Decimal((date(9999, 12, 31) - date(9999, 2, 28)).days) / 366
    )
