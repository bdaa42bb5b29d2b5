"""From a plan to the one for the next period: names and days moved on by whole years."""

import re
from datetime import date, timedelta
from typing import Final

from targets.rules.numbering import DIGITS
from targets.rules.periods import anniversary

FIVE: Final = 5
FIVE_YEAR_PLAN: Final = re.compile(r"十([一二三四五六七八])五")


def length(start: date | None, end: date | None) -> int:
    """Whole years that a period lasts, begun ones included; one where it is not known."""
    if start is None or end is None:
        return 1
    after = min(end, date.max - timedelta(days=1)) + timedelta(days=1)
    years = after.year - start.year
    whole = years if moved(start, years) >= after else years + 1
    return max(whole, 1)


def moved(day: date, years: int) -> date:
    """The same day so many years on; the last day that there is, where the calendar ends."""
    return anniversary(day, years) if day.year + years <= date.max.year else date.max


def renamed(text: str, years: int, start: date | None, end: date | None) -> str:
    """A name or code with the years of its period moved on: 2026—2030年, and 十五五 for what lasts five years."""
    first, last = (start or end or date.max).year, (end or start or date.min).year

    def later(found: re.Match[str]) -> str:
        year = int(found[0])
        return f"{year + years:04}" if first <= year <= last else found[0]

    text = re.sub(r"(?<!\d)\d{4}(?!\d)", later, text)
    return FIVE_YEAR_PLAN.sub(_next_plan, text) if years == FIVE else text


def _next_plan(found: re.Match[str]) -> str:
    return f"十{DIGITS[DIGITS.index(found[1]) + 1]}五"
