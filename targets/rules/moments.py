"""Days and deadlines as people write them, no finer than the text prints them."""

from datetime import date
from typing import Final

from targets.rules.terms import Precision
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
