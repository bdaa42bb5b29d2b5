"""Days and deadlines as people write them, no finer than the text prints them."""

from calendar import monthrange
from datetime import date, datetime, time
from typing import Final

from targets.rules.terms import Precision
from targets.rules.times import SHANGHAI
from targets.rules.wording import Text

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
HALVES: Final = (Text("上半年", "first"), Text("下半年", "second"))
QUARTERS: Final = (Text("一", "first"), Text("二", "second"), Text("三", "third"), Text("四", "fourth"))


def on_day(day: date) -> Text:
    """A single day; the last of a year by its common name."""
    if (day.month, day.day) == (12, 31):
        return Text(f"{day.year}年底", f"the end of {day.year}")
    return Text(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {MONTHS[day.month - 1]} {day.year}")


def at_day(day: date) -> Text:
    """A single day as the time of a value: on a day, but at the end of a year."""
    named = on_day(day)
    return Text(named.zh, f"at {named.en}" if named.en.startswith("the end") else f"on {named.en}")


def span(day: date, precision: str) -> Text:
    """The stretch of time that a deadline names and whose last day is stored."""
    year = day.year
    match precision:
        case Precision.YEAR:
            return Text(f"{year}年", f"{year}")
        case Precision.HALF_YEAR:
            half = HALVES[(day.month - 1) // 6]
            return Text(f"{year}年{half.zh}", f"the {half.en} half of {year}")
        case Precision.QUARTER:
            quarter = QUARTERS[(day.month - 1) // 3]
            return Text(f"{year}年第{quarter.zh}季度", f"the {quarter.en} quarter of {year}")
        case Precision.MONTH:
            return Text(f"{year}年{day.month}月", f"{MONTHS[day.month - 1]} {year}")
    return Text(f"{year}年{day.month}月{day.day}日", f"{day.day} {MONTHS[day.month - 1]} {year}")


def by(day: date, precision: str) -> Text:
    """Not later than the deadline."""
    named = span(day, precision)
    match precision:
        case Precision.YEAR:
            return Text(f"到{named.zh}", f"by the year {named.en}")
        case Precision.MONTH:
            return Text(f"到{named.zh}底", f"by the end of {named.en}")
        case Precision.QUARTER | Precision.HALF_YEAR:
            return Text(f"到{named.zh}末", f"by the end of {named.en}")
    return Text(f"到{named.zh}", f"by {named.en}")


def through(day: date, precision: str) -> Text:
    """Up to the deadline and including it."""
    return Text("至{}", "through {}").format(span(day, precision))


#: Stretches of the calendar that have a name, by their length in months.
NAMED_SPANS: Final = {12: Precision.YEAR, 6: Precision.HALF_YEAR, 3: Precision.QUARTER, 1: Precision.MONTH}


def period(start: date, end: date) -> Text:
    """The time that a value is for: a day, a named stretch of the calendar, whole months or years, else two days."""
    if start == end:
        return on_day(end)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _whole_months(start, end)
    first, last = span(start, Precision.DAY), span(end, Precision.DAY)
    return Text(f"{first.zh}至{last.zh}", f"{first.en} – {last.en}")


def _whole_months(start: date, end: date) -> Text:
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    if length in NAMED_SPANS and end.month % length == 0:
        return span(end, NAMED_SPANS[length])
    if start.month == 1 and end.month == 12:
        return Text(f"{start.year}—{end.year}年", f"{start.year}–{end.year}")
    if start.year == end.year:
        months = f"{MONTHS[start.month - 1]}–{MONTHS[end.month - 1]}"
        return Text(f"{end.year}年{start.month}—{end.month}月", f"{months} {end.year}")
    first, last = span(start, Precision.MONTH), span(end, Precision.MONTH)
    return Text(f"{first.zh}至{last.zh}", f"{first.en} – {last.en}")


def at_moment(moment: datetime) -> Text:
    """A moment by the clock of China, to the second; the last one of a day is its end."""
    local = moment.astimezone(SHANGHAI)
    day = span(local.date(), Precision.DAY)
    if local.time() == time.max:
        return Text(f"{day.zh}24时（北京时间）", f"the end of {day.en} (Beijing time)")
    return Text(
        f"{day.zh}{local.hour}时{local:%M}分{local:%S}秒（北京时间）", f"{day.en}, {local:%H:%M:%S} (Beijing time)"
    )
