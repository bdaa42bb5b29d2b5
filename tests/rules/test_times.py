"""The two times as programs write them; what the API makes of them stands in its own tests."""

from datetime import UTC, date, datetime

import pytest

from targets.rules.times import moment, read_day, read_moment


def test_a_day_is_read_as_written() -> None:
    assert read_day("2026-12-31") == date(2026, 12, 31)


@pytest.mark.parametrize("text", ["", "2026-2-1", "2026-02-30", "20261231", "２０２６-12-31", "2026-12-31\n", "today"])
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011, the message is the door's affair
        read_day(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-06-30", datetime(2026, 6, 30, 15, 59, 59, 999999, tzinfo=UTC)),
        ("2026-06-30T08:00:00Z", datetime(2026, 6, 30, 8, tzinfo=UTC)),
        ("2026-06-30T08:00+08:00", datetime(2026, 6, 30, tzinfo=UTC)),
        ("2026-06-30T08:00:00.25 08:00", datetime(2026, 6, 30, 0, 0, 0, 250000, tzinfo=UTC)),
    ],
)
def test_a_moment_has_an_offset_and_a_day_means_its_end_in_shanghai(text: str, meant: datetime) -> None:
    assert read_moment(text) == meant


@pytest.mark.parametrize("text", ["2026-06-30T08:00:00", "08:00Z", "0001-01-01T00:00+12:00", "now"])
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        read_moment(text)


def test_a_moment_is_written_in_utc() -> None:
    assert moment(read_moment("2026-06-30T08:00+08:00")) == "2026-06-30T00:00:00Z"
