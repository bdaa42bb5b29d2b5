"""How days and stretches of time are written in a file."""

from datetime import date

import pytest

from targets.exchange.fixtures.spans import period, span
from targets.rules.terms import Precision

WRITTEN = {
    "2030": (date(2030, 1, 1), date(2030, 12, 31), Precision.YEAR),
    "2028-02": (date(2028, 2, 1), date(2028, 2, 29), Precision.MONTH),
    "2026-Q2": (date(2026, 4, 1), date(2026, 6, 30), Precision.QUARTER),
    "2026-H2": (date(2026, 7, 1), date(2026, 12, 31), Precision.HALF_YEAR),
    "2026-02-24": (date(2026, 2, 24), date(2026, 2, 24), Precision.DAY),
}


@pytest.mark.parametrize(("text", "meant"), WRITTEN.items())
def test_a_stretch_has_both_its_ends_and_its_precision(text: str, meant: tuple[date, date, Precision]) -> None:
    assert span(text) == meant


@pytest.mark.parametrize("text", ["26", "2026-13", "2026-Q5", "2026-H3", "2026-02-30", "2026-2", "2026年", "0000"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        span(text)


def test_a_period_runs_from_the_first_day_of_one_to_the_last_of_the_other() -> None:
    assert period("2025-12..2026-03") == (date(2025, 12, 1), date(2026, 3, 31))
    assert period("2024") == (date(2024, 1, 1), date(2024, 12, 31))
