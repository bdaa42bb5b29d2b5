"""All that is known of one cell: every value that was ever reported for it, and for periods within it."""

from typing import Any

from targets.access import visible
from targets.admin.figures import between, observed, promised, say
from targets.admin.grid.typed import NAME
from targets.admin.history import reasons_of_adding
from targets.models import Observation, Series, Target
from targets.queries.days import now, today
from targets.queries.grid import is_as_of
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.rules.columns import Column, of_calendar
from targets.rules.times import read_day

SHOWN = 40
NEEDS = ("citation__source", "reported_by", "recorded_by", "verified_by", "series__indicator")


def context(address: Any, user: Any) -> dict[str, Any] | None:
    """What the panel shows; None where there is no such cell for this user."""
    found = NAME.fullmatch(f"v.{address.get('series')}.{address.get('start')}.{address.get('end')}.0")
    column = _column(found[2], found[3]) if found else None
    if found is None or column is None:
        return None
    rows = Series.objects.select_related("indicator", "area", "organisation")
    series = visible(rows, user).filter(pk=int(found[1])).first()
    return None if series is None else _context(series, column, user)


def _context(series: Series, column: Column, user: Any) -> dict[str, Any]:
    within = Observation.objects.filter(series=series, period_end__gte=column.start, period_end__lte=column.end)
    values = list(visible(within, user).select_related(*NEEDS).order_by("-pk")[:SHOWN])
    targets = visible(Target.objects.filter(series=series), user).on_register(today(), now())
    served = targets.select_related("plan", *WITH_WHAT_A_READING_NEEDS).with_revision(today(), now())
    why = reasons_of_adding(values)
    return {
        "series": series,
        "period": say(column.name),
        "values": [_line(each, why) for each in values if _is_own(each, column)],
        "beside": [_line(each, why) for each in values if not _is_own(each, column)],
        "served": [(target, promised(target)) for target in served[:SHOWN]],
    }


def _line(value: Observation, why: dict[int, str]) -> tuple[Observation, str, str, str]:
    """The value with its figure, its period and why it was entered."""
    return value, observed(value), between(value.period_start, value.period_end), why.get(value.pk, "")


def _is_own(value: Observation, column: Column) -> bool:
    return (value.period_start, value.period_end) == (column.start, column.end) or is_as_of(value, column.end)


def _column(start: str, end: str) -> Column | None:
    try:
        return of_calendar(read_day(start), read_day(end))
    except ValueError:
        return None
