"""The twin of coverage in rules/verdicts/lights.py: periods reported of the calendar periods due since the base day."""

from typing import Final

from targets.models.expressions.measurements import REPORTED
from targets.models.expressions.periods import first_day, month_number, months

_MONTHS = months("q.frequency")
#: Periods are numbered from the year zero on: due are those from the first up to, but not including, what is beyond.
#: None without a rhythm or a base day.
DUE: Final = {
    "first_due": f"{month_number('q.base_day')} / {_MONTHS} + 1",
    "beyond_due": f"{month_number('(least(q.day, q.deadline) + 1)')} / {_MONTHS}",
}


def covered(counted: bool) -> dict[str, str]:
    """Periods reported, null unless they are to be counted, and periods due."""
    return {
        "coverage_reported": _reported() if counted else "NULL::int",
        "coverage_due": "CASE WHEN q.first_due IS NOT NULL THEN greatest(q.beyond_due - q.first_due, 0) END",
    }


def _reported() -> str:
    return f"""CASE
      WHEN q.first_due IS NULL THEN NULL
      WHEN q.beyond_due <= q.first_due THEN 0
      WHEN q.is_flow THEN ({_filled()})
      ELSE ({_hit()}) END"""


def _hit() -> str:
    """Periods in which a value ends."""
    first, beyond = _begin("q.first_due"), _begin("q.beyond_due")
    return f"""SELECT count(DISTINCT {month_number("r.period_end")} / {_MONTHS})::int
        FROM ({REPORTED}) AS r WHERE r.period_end >= {first} AND r.period_end < {beyond}"""


def _filled() -> str:
    """Periods of which every day is reported."""
    return f"""SELECT count(*)::int
        FROM (SELECT range_agg(daterange(r.period_start, r.period_end, '[]')) AS stretches FROM ({REPORTED}) AS r) AS s
        CROSS JOIN generate_series(q.first_due, q.beyond_due - 1) AS n
        WHERE s.stretches @> daterange({_begin("n")}, {_begin("n + 1")})"""


def _begin(period: str) -> str:
    """The first day of a period by its number."""
    return first_day(f"({period}) * {_MONTHS}")
