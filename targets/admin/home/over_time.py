"""Lights over time on the first page: the chart for both widths, and the same as a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.admin import lamps
from targets.admin.figures import say
from targets.models.base import in_chinese
from targets.queries.desk import Scope
from targets.queries.light_history import LightHistory, Moment, light_history
from targets.reports.columns import Column, columns
from targets.rules.moments import on_day
from targets.rules.periods import Step
from targets.rules.verdicts.terms import Light

WIDE, NARROW = 760, 330
"""Widths for which the chart is drawn: a desk, and a telephone."""


@dataclass(frozen=True, kw_only=True)
class OverTime:
    """The chart, its table with the latest moment first, and the other step by which it may be told."""

    charts: tuple[SafeString, SafeString]
    lamps: list[SafeString]
    rows: list[tuple[str, list[int], int]]
    step: str
    steps: list[tuple[str, str]]
    is_young: bool


def over_time(scope: Scope, counts: Mapping[Light, int], asked: str) -> OverTime:
    """`asked` is the step by which it is to be told; anything unknown leaves the choice to the register."""
    found = light_history(scope, counts, Step(asked) if asked in list(Step) else None)
    told = [_column(moment, found.step, scope.day) for moment in found.moments]
    lang = "zh" if in_chinese() else "en"
    wide, narrow = (SafeString(columns(told, lang, width)) for width in (WIDE, NARROW))
    return OverTime(
        charts=(wide, narrow),
        lamps=[lamps.lamp(light) for light in Light],
        rows=_rows(found),
        step=found.step.value,
        steps=[(Step.WEEK.value, _("by week")), (Step.MONTH.value, _("by month"))],
        is_young=len(found.moments) < 3,
    )


def _rows(found: LightHistory) -> list[tuple[str, list[int], int]]:
    return [
        (say(on_day(moment.day)), list(moment.counts.values()), sum(moment.counts.values()))
        for moment in reversed(found.moments)
    ]


def _column(moment: Moment, step: Step, today: date) -> Column:
    return Column(name=_name(moment.day, step, today), said=say(on_day(moment.day)), counts=moment.counts)


def _name(day: date, step: Step, today: date) -> str:
    """Short, for under a column: the month, with its year where that begins; of a week, its last day."""
    if day == today:
        return _("now")
    return f"{day:%Y-%m}" if step == Step.MONTH else f"{day:%m-%d}"
