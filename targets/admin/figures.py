"""Numbers and dates of rows as people write them, in the reader's language."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from targets.admin.numerals import are_short
from targets.models import Indicator, Observation, Target
from targets.models.base import in_chinese
from targets.queries.readings import statement
from targets.rules import moments
from targets.rules.quantities.writing import brief, plain, shown
from targets.rules.statements import amounts
from targets.rules.terms import Accumulation, Comparator
from targets.rules.wording import Text


def say(text: Text) -> str:
    return text.say("zh" if in_chinese() else "en")


def figure(indicator: Indicator, number: Decimal) -> str:
    """One number of an indicator, with its unit, or the stage it stands for."""
    if indicator.accumulation == Accumulation.STAGE and 1 <= number <= len(indicator.stages):
        return _stage(indicator, int(number))
    unit = Text(indicator.unit, indicator.unit_en)
    if are_short():
        return say(brief(number, unit))
    # Round numbers are read faster in 万 and 亿; others are given in full.
    scale = abs(number) if number and number % 1000 == 0 else Decimal(1)
    return say(shown(number, unit, scale))


def observed(value: Observation) -> str:
    """What was reported: a plain figure, or bounds in words."""
    indicator = value.series.indicator
    if value.value is not None:
        return figure(indicator, value.value)
    words = [_bound(indicator, comparator, number) for comparator, number in _bounds(value) if number is not None]
    return say(Text("，", ", ")).join(words)


def promised(target: Target) -> str:
    """The number of the revision in force with its comparator; the target has been loaded with its revision."""
    if target.revision is None:
        return "—"
    said = replace(statement(target, target.revision), is_brief=are_short())
    # A cell has no verb before it, so the word that links a bare number to its indicator falls away.
    return say(amounts.amount(said)).removeprefix("为")


def due(revision: Any) -> str:
    """The deadline, no finer than it is printed."""
    return say(moments.span(revision.deadline, revision.deadline_precision)) if revision.deadline else "—"


def between(start: date | None, end: date) -> str:
    """A period in one short line, by its common name where it has one."""
    return say(moments.period(end if start is None else start, end))


def bare(number: Decimal | None) -> str:
    return "—" if number is None else plain(number)


def _bounds(value: Observation) -> list[tuple[str, Decimal | None]]:
    """Each bound with the comparator that tells on which side the value is, and whether the bound is meant."""
    below = Comparator.LT if value.upper_excluded or value.comparator == Comparator.LT else Comparator.LE
    above = Comparator.GE if value.comparator == Comparator.BETWEEN else value.comparator
    return [(above, value.lower), (below, value.upper)]


def _bound(indicator: Indicator, comparator: str, number: Decimal) -> str:
    return say(amounts.FOLLOWING[comparator].format(Text(figure(indicator, number))))


def _stage(indicator: Indicator, place: int) -> str:
    english = indicator.stages_en or indicator.stages
    return (indicator.stages if in_chinese() else english)[place - 1]
