"""Plain questions to the verdict: at least 60 by the end of 2030, from 50 at the end of 2020, and what is changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from targets.rules.verdicts.answer import answer_to

Plain = dict[str, Any]


def make_question(
    *values: tuple[str, str | None],
    as_of: str = "2026-01-31",
    policy: str | Mapping[str, Any] = "default",
    accumulation: str = "stock",
    direction: str = "up",
    frequency: str = "year",
    observations: Sequence[Mapping[str, Any]] = (),
    **target: Any,
) -> Plain:
    """A question; values are (period, value), a period being a day, a year, or "first..last"."""
    usual = {
        "measure": "level",
        "comparator": "ge",
        "lower": "60",
        "base_value": "50",
        "base_date": "2020-12-31",
        "deadline": "2030-12-31",
    }
    return {
        "target": usual | target,
        "indicator": {"accumulation": accumulation, "direction": direction, "frequency": frequency},
        "observations": [*(make_observation(period, value) for period, value in values), *observations],
        "as_of": as_of,
        "policy": policy,
    }


def make_observation(period: str, value: str | None) -> Plain:
    first, _, last = (f"{period}-01-01..{period}-12-31" if len(period) == 4 else period).partition("..")
    return {"period_start": first, "period_end": last or first, "value": value}


def ask(*values: tuple[str, str | None], **changes: Any) -> Plain:
    return answer_to(make_question(*values, **changes))
