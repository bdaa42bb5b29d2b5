from datetime import UTC, date, datetime

import pytest

from targets.rules.moments import at_day, at_moment, by, on_day, period, span, through
from targets.rules.times import read_moment
from targets.rules.wording import Text


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2025, 12, 31), "2025年底", "the end of 2025"),
        (date(2025, 12, 30), "2025年12月30日", "30 December 2025"),
        (date(2026, 3, 31), "2026年3月31日", "31 March 2026"),
    ],
)
def test_a_day_has_its_common_name(day: date, zh: str, en: str) -> None:
    assert on_day(day) == Text(zh, en)


def test_a_value_stands_on_a_day_or_at_the_end_of_a_year() -> None:
    assert at_day(date(2025, 6, 30)).en == "on 30 June 2025"
    assert at_day(date(2025, 12, 31)).en == "at the end of 2025"


@pytest.mark.parametrize(
    ("precision", "zh", "en"),
    [
        ("day", "到2027年6月30日", "by 30 June 2027"),
        ("", "到2027年6月30日", "by 30 June 2027"),
        ("month", "到2027年6月底", "by the end of June 2027"),
        ("quarter", "到2027年第二季度末", "by the end of the second quarter of 2027"),
        ("half_year", "到2027年上半年末", "by the end of the first half of 2027"),
        ("year", "到2027年", "by the year 2027"),
    ],
)
def test_a_deadline_is_no_finer_than_it_is_printed(precision: str, zh: str, en: str) -> None:
    assert by(date(2027, 6, 30), precision) == Text(zh, en)


def test_a_stretch_of_time_includes_its_deadline() -> None:
    assert through(date(2030, 12, 31), "year") == Text("至2030年", "through 2030")


@pytest.mark.parametrize(
    ("month", "quarter", "half"),
    [
        (1, "一", "上"),
        (3, "一", "上"),
        (4, "二", "上"),
        (6, "二", "上"),
        (7, "三", "下"),
        (9, "三", "下"),
        (10, "四", "下"),
        (12, "四", "下"),
    ],
)
def test_every_month_lies_in_its_quarter_and_half(month: int, quarter: str, half: str) -> None:
    assert span(date(2027, month, 1), "quarter").zh == f"2027年第{quarter}季度"
    assert span(date(2027, month, 1), "half_year").zh == f"2027年{half}半年"


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        (date(2025, 12, 31), date(2025, 12, 31), "2025年底", "the end of 2025"),
        (date(2025, 1, 1), date(2025, 12, 31), "2025年", "2025"),
        (date(2021, 1, 1), date(2025, 12, 31), "2021—2025年", "2021–2025"),
        (date(2026, 1, 1), date(2026, 6, 30), "2026年上半年", "the first half of 2026"),
        (date(2026, 4, 1), date(2026, 6, 30), "2026年第二季度", "the second quarter of 2026"),
        (date(2026, 2, 1), date(2026, 2, 28), "2026年2月", "February 2026"),
        (date(2026, 1, 1), date(2026, 8, 31), "2026年1—8月", "January–August 2026"),
        (date(2026, 2, 1), date(2026, 4, 30), "2026年2—4月", "February–April 2026"),
        (date(2025, 11, 1), date(2026, 1, 31), "2025年11月至2026年1月", "November 2025 – January 2026"),
        (date(2025, 7, 1), date(2026, 6, 30), "2025年7月至2026年6月", "July 2025 – June 2026"),
        (date(2026, 3, 5), date(2026, 12, 31), "2026年3月5日至2026年12月31日", "5 March 2026 – 31 December 2026"),
    ],
)
def test_a_period_goes_by_its_common_name(start: date, end: date, zh: str, en: str) -> None:
    assert period(start, end) == Text(zh, en)


def test_a_moment_is_told_by_the_clock_of_china() -> None:
    moment = datetime(2026, 6, 30, 23, 5, 9, 400, tzinfo=UTC)
    assert at_moment(moment) == Text("2026年7月1日7时05分09秒（北京时间）", "1 July 2026, 07:05:09 (Beijing time)")


def test_a_day_as_a_moment_is_its_end() -> None:
    assert at_moment(read_moment("2026-06-30")) == Text(
        "2026年6月30日24时（北京时间）", "the end of 30 June 2026 (Beijing time)"
    )
