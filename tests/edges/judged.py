"""Targets whose verdict is known beforehand, for tests of what the edges say of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from targets.models import Target
from targets.rules.terms import Accumulation, BaseSource
from tests import make

BLUE, AHEAD, ON_TRACK, YELLOW, RED = 100, 90, 28, 10, -10
"""Values at the middle of 2026, when the path is at 27.5, with the light or pace they give."""


def make_judged(value: int | None = None, **fields: Any) -> Target:
    """At least 100 by the end of 2040, from 0 at the end of 2020, and perhaps a value at the middle of 2026.

    Fields of the indicator go in `indicator`, those of the revision in `says`.
    """
    scope = {name: fields.pop(name) for name in ("area", "organisation") if name in fields}
    indicator = make.make_indicator(accumulation=Accumulation.STOCK, **fields.pop("indicator", {}))
    series = make.make_series(indicator=indicator, **scope)
    says = {
        "wording": "达到100辆",
        "comparator": "ge",
        "lower": Decimal(100),
        "scale": 1,
        "deadline": date(2040, 12, 31),
        "base_value": Decimal(0),
        "base_date": date(2020, 12, 31),
        "base_source": BaseSource.STATED,
    }
    target = make.make_target(series=series, says=says | fields.pop("says", {}), **fields)
    if value is not None:
        report(target, value)
    return target


def report(target: Target, value: int | None, **fields: Any) -> None:
    """A value as of the middle of 2026, if nothing else is said; an inexact one has None and its bounds."""
    days = {"period_start": None, "period_end": date(2026, 6, 30)}
    exact = None if value is None else Decimal(value)
    make.make_observation(target.series, value=exact, wording="", **days | fields)
