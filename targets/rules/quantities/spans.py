"""Times as printed in a plan: 2030年底, 2026—2030年, “十五五”期末, 6月底, 三季度末, 今年年底."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from targets.rules.quantities.digits import ARABIC, DIGITS
from targets.rules.quantities.folding import blank_end
from targets.rules.quantities.wordlists import words
from targets.rules.terms import Precision

FIRST_YEAR, LAST_YEAR = 1949, 2149
#: Years counted from the plan's own year.
RELATIVE: Final = {
    "去年": -1,
    "上年": -1,
    "今年": 0,
    "本年度": 0,
    "本年": 0,
    "当年": 0,
    "明年": 1,
    "次年": 1,
    "后年": 2,
}
YEAR_ALONE: Final = words("年底 年末 岁末 年内 全年")
ENDS: Final = words("年底 年末 底 末 年内 全年 内")
EVENLY: Final = {"上半年": 6, "下半年": 12}
QUARTERS: Final = {name: number for number, pair in enumerate(("一1", "二2", "三3", "四4"), 1) for name in pair}
LINKS: Final = ("~~", "~", "--", "-", "至", "到")
LISTED: Final = "、,和及与"
#: What makes a five-year plan's name a stretch of time, and what makes it the end of one.
DURING: Final = words("期间 时期 规划期间 规划期 期")
AT_END: Final = words("期末 时期末 规划期末 末期 末 规划末 收官之年")
#: The fifteenth five-year plan began in 2026.
FIFTEENTH: Final = 2026
SINCE: Final = words("以来 起")
BEFORE: Final = words("以前 之前 前")


@dataclass(frozen=True)
class Span:
    """A stretch of time at a place of the text; its last day is the deadline."""

    start: int
    end: int
    first: date | None
    #: Null where the text prints no year and none is known.
    last: date | None
    precision: Precision
    #: 期间, 2026—2030年: the whole of it is meant, not its end.
    is_period: bool = False
    #: The year is not printed but taken from the plan (今年, 6月底).
    is_derived: bool = False
    #: 2026年以来, 2026年起: it is where the counting begins.
    is_since: bool = False
    #: 2030年前 may mean the end of 2030 or of 2029.
    is_open: bool = False

    @property
    def eve(self) -> date | None:
        """The day before it begins."""
        return self.first - timedelta(days=1) if self.first else None


def span_at(text: str, at: int, year: int | None) -> Span | None:
    """The time that begins at a place of a folded text; `year` is the plan's, for what is printed without one."""
    found = _five_years(text, at) or _period(text, at) or _in_year(text, at) or _relative(text, at, year)
    found = found or _without_year(text, at, year)
    return None if found is None else _before(text, found)


def _before(text: str, span: Span) -> Span:
    for word in SINCE:
        if text.startswith(word, span.end):
            return replace(span, end=span.end + len(word), is_since=True)
    for word in BEFORE:
        if text.startswith(word, span.end) and not span.is_period:
            is_plain = text[span.end - 1] in "底末内"
            return replace(span, end=span.end + len(word), is_open=not is_plain and span.precision != Precision.DAY)
    return span


def _five_years(text: str, at: int) -> Span | None:
    start = at + 1 if text[at] == '"' else at
    if text[start : start + 1] != "十" or text[start + 2 : start + 3] != "五":
        return None
    digit = DIGITS.get(text[start + 1], 0)
    end = start + 3
    if not digit or text[end : end + 1] in DIGITS:
        return None
    end += text[end : end + 1] == '"'
    first = FIFTEENTH + 5 * (digit - 5)
    suffix = next((word for word in (*AT_END, *DURING) if text.startswith(word, end)), "")
    if not suffix and text.startswith("规划", end):
        return None
    whole = date(first, 1, 1), date(first + 4, 12, 31)
    return Span(at, end + len(suffix), *whole, Precision.YEAR, is_period=suffix in DURING)


def year_at(text: str, at: int) -> tuple[int, int]:
    """The four digits of a year and where they end, without 年; (0, at) if there are none."""
    digits = text[at : at + 4]
    if len(digits) == 4 and all(sign in ARABIC for sign in digits) and text[at + 4 : at + 5] not in (*ARABIC, "."):
        year = int(digits)
    elif len(digits) == 4 and all(sign in DIGITS and sign != "两" for sign in digits):
        year = int("".join(str(DIGITS[sign]) for sign in digits))
    else:
        return 0, at
    return (year, at + 4) if FIRST_YEAR <= year <= LAST_YEAR else (0, at)


def _period(text: str, at: int) -> Span | None:
    first, end = year_at(text, at)
    if not first:
        return None
    end += text[end : end + 1] == "年"
    for link in LINKS:
        start = blank_end(text, blank_end(text, end) + len(link))
        last, last_end = year_at(text, start) if text.startswith(link, blank_end(text, end)) else (0, 0)
        if last > first and text[last_end : last_end + 1] == "年":
            last_end += 1 + (2 if text.startswith("期间", last_end + 1) else 0)
            return Span(at, last_end, date(first, 1, 1), date(last, 12, 31), Precision.YEAR, is_period=True)
    return None


def _in_year(text: str, at: int) -> Span | None:
    year, end = year_at(text, at)
    if not year:
        return None
    if text[end : end + 1] == "年":
        return _within(text, at, end + 1, year)
    if text[end : end + 1] == "-":
        return _iso(text, at)
    after = blank_end(text, end)
    is_listed = text[after : after + 1] in LISTED and year_at(text, blank_end(text, after + 1))[0]
    return _whole_year(at, end, year) if is_listed else None


def _iso(text: str, at: int) -> Span | None:
    try:
        day = date.fromisoformat(text[at : at + 10])
    except ValueError:
        return None
    return Span(at, at + 10, day, day, Precision.DAY)


def _relative(text: str, at: int, year: int | None) -> Span | None:
    for word, offset in RELATIVE.items():
        if text.startswith(word, at):
            known = None if year is None or not FIRST_YEAR <= year + offset <= LAST_YEAR else year + offset
            return replace(_within(text, at, at + len(word), known), is_derived=known is not None)
    return None


def _without_year(text: str, at: int, year: int | None) -> Span | None:
    known = year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None
    for word in YEAR_ALONE:
        if text.startswith(word, at):
            return replace(_whole_year(at, at + len(word), known), is_derived=known is not None)
    found = _part_of_year(text, at, at, known)
    return replace(found, is_derived=known is not None) if found else None


def _within(text: str, at: int, end: int, year: int | None) -> Span:
    """A year, or the part of it that is printed behind it."""
    part = _part_of_year(text, at, end, year)
    if part:
        return part
    end = next((end + len(word) for word in ENDS if text.startswith(word, end)), end)
    return _whole_year(at, end, year)


def _whole_year(at: int, end: int, year: int | None) -> Span:
    if year is None:
        return Span(at, end, None, None, Precision.YEAR)
    return Span(at, end, date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def _part_of_year(text: str, at: int, start: int, year: int | None) -> Span | None:
    for name, month in EVENLY.items():
        if text.startswith(name, start):
            return _months(text, at, start + len(name), year, month, 6, Precision.HALF_YEAR)
    begin = start + (text[start : start + 1] == "第")
    if text[begin : begin + 1] in QUARTERS and text.startswith("季度", begin + 1):
        return _months(text, at, begin + 3, year, 3 * QUARTERS[text[begin]], 3, Precision.QUARTER)
    return _month(text, at, start, year)


def _month(text: str, at: int, start: int, year: int | None) -> Span | None:
    digits = next((text[start : start + size] for size in (2, 1) if _is_number(text, start, size, "月")), "")
    if not digits or not 1 <= int(digits) <= 12:
        return None
    month, end = int(digits), start + len(digits) + 1
    day = next((text[end : end + size] for size in (2, 1) if _is_number(text, end, size, "日")), "")
    if day and year and 1 <= int(day) <= monthrange(year, month)[1]:
        on = date(year, month, int(day))
        return Span(at, end + len(day) + 1, on, on, Precision.DAY)
    return _months(text, at, end, year, month, 1, Precision.MONTH)


def _is_number(text: str, at: int, size: int, follower: str) -> bool:
    digits = text[at : at + size]
    return (
        len(digits) == size and all(sign in ARABIC for sign in digits) and text[at + size : at + size + 1] == follower
    )


def _months(text: str, at: int, end: int, year: int | None, last: int, count: int, precision: Precision) -> Span:
    end += text[end : end + 1] in ("底", "末")
    if year is None:
        return Span(at, end, None, None, precision)
    first = date(year, last - count + 1, 1)
    return Span(at, end, first, date(year, last, monthrange(year, last)[1]), precision)
