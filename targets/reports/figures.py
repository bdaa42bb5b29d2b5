"""Numbers and days beside a chart: short enough for a label, in the steps in which people read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from targets.reports.inputs import Goal, Trajectory
from targets.rules.moments import MONTHS
from targets.rules.numbers import rounded
from targets.rules.quantities.writing import CHINESE_STEPS, ENGLISH_STEPS, RATES, plain, shifted
from targets.rules.statements.amounts import RATE_MEASURES, base_level, figure_of, is_named_stage
from targets.rules.statements.statement import Statement
from targets.rules.terms import Measure
from targets.rules.wording import Lang, Text

#: A single number with more digits is rounded to the second of these.
MOST_DIGITS: Final = 7
FEWER_DIGITS: Final = Context(prec=5, rounding=ROUND_HALF_UP)
#: Between two stages nothing finer has a meaning.
TENTH: Final = Decimal("0.1")
#: A named step needs at least so many times its size: 12,000 is easier than 1.2万, 1.2亿 easier than 12,000万.
ENOUGH: Final = {4: 10}
#: Decimals that a row of labels may have within a named step.
MOST_DECIMALS: Final = 2
#: More signs than these in a plain number, and powers of ten are easier.
MOST_SIGNS: Final = 14
RAISED: Final = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
POINTS: Final[dict[str, Text]] = {
    "%": Text("个百分点", "percentage points"),
    "‰": Text("个千分点", "per-mille points"),
}
UNITS: Final[dict[str, Text]] = {
    Measure.RANK: Text("位次", "rank"),
    Measure.STAGE: Text("阶段", "stage"),
    Measure.MULTIPLE: Text("基期值的倍数", "times the base value"),
    Measure.RATIO: Text("比值（以1为单位）", "ratio to 1"),
}
#: The best rank is the least, and a stage is reached: no sign says that as people do.
RANKED: Final = Text("前{}位", "top {}")


@dataclass(frozen=True)
class Figures:
    """The numbers of one chart in one language."""

    chart: Trajectory
    lang: Lang

    @property
    def rate(self) -> str:
        """The sign of a rate, whose numbers are kept as fractions; empty for all else."""
        unit = self.chart.unit.zh
        if unit in RATES:
            return unit if self.chart.measure not in UNITS or self.chart.measure == Measure.RATIO else ""
        return "%" if self.chart.measure in RATE_MEASURES else ""

    @property
    def unit(self) -> str:
        """What stands once above the axis; nothing where every label says it."""
        measure = self.chart.measure
        if self.rate:
            return POINTS[self.rate].say(self.lang) if measure == Measure.POINT_CHANGE else ""
        if measure in UNITS and (measure != Measure.STAGE or not self.chart.stages):
            return UNITS[measure].say(self.lang)
        return "" if measure == Measure.STAGE else self.chart.unit.say(self.lang)

    def row(self, numbers: Sequence[Decimal]) -> list[str]:
        """Labels of an axis: all in one step, so that they compare at a glance."""
        if self.chart.is_staged:
            return [self._stage(number) for number in numbers]
        moved = [self._moved(number) for number in numbers]
        places, name = self._step(moved)
        return [self._label(number, places, name) for number in moved]

    def short(self, value: Decimal) -> str:
        """One number, without the unit that stands above the axis."""
        if self.chart.is_staged:
            return self._stage(value)
        moved = self._moved(value)
        if len(moved.normalize().as_tuple().digits) > MOST_DIGITS:
            moved = FEWER_DIGITS.plus(moved)
        places, name = self._large(moved)
        said = self._label(moved, places, name)
        return f"{said}:1" if self.chart.measure == Measure.RATIO and not self.rate else said

    def exact(self, number: Decimal) -> str:
        """In full, with its unit, as in a sentence."""
        chart = self.chart
        statement = Statement(
            indicator=Text(""),
            unit=chart.unit,
            unit_singular=chart.unit_singular,
            measure=chart.measure,
            scale=chart.scale,
            stages=chart.stages,
        )
        said = base_level if chart.is_ranked else _level
        return said(statement, number).say(self.lang)

    def goal(self, goal: Goal) -> str:
        if goal.words is not None:
            return goal.words.say(self.lang)
        sign, numbers = sign_of(goal), [self.short(bound) for bound in goal.bounds]
        if self.chart.is_ranked and sign == "≤":
            return RANKED.say(self.lang).format(*numbers)
        return f"{'' if self.chart.is_staged and sign == '≥' else sign}{'–'.join(numbers)}"

    def goal_in_full(self, goal: Goal) -> str:
        if goal.words is not None:
            return goal.words.say(self.lang)
        return f"{sign_of(goal)}{'–'.join(self.exact(bound) for bound in goal.bounds)}"

    def day(self, day: date) -> str:
        if (day.month, day.day) == (12, 31):
            return f"{day.year}年底" if self.lang == "zh" else f"end of {day.year}"
        if self.lang == "zh":
            return f"{day.year}年{day.month}月{day.day}日"
        return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"

    def _stage(self, number: Decimal) -> str:
        statement = Statement(indicator=Text(""), measure=Measure.STAGE, stages=self.chart.stages)
        if is_named_stage(statement, number):
            return self.chart.stages[int(number) - 1].say(self.lang)
        return plain(rounded(number, TENTH))

    def _moved(self, number: Decimal) -> Decimal:
        return shifted(number, RATES[self.rate]) if self.rate else number

    @property
    def _steps(self) -> tuple[tuple[int, str], ...]:
        if self.rate:
            return ()
        return CHINESE_STEPS if self.lang == "zh" else tuple((places, f" {name}") for places, name in ENGLISH_STEPS)

    def _large(self, number: Decimal) -> tuple[int, str]:
        fitting = ((places, name) for places, name in self._steps if _reaches(number, places))
        return next(fitting, (0, ""))

    def _step(self, numbers: Sequence[Decimal]) -> tuple[int, str]:
        """The largest named step in which the whole row needs few decimals."""
        largest = max(map(abs, numbers), default=Decimal(0))
        finest = min((_exponent(number) for number in numbers), default=0)
        for places, name in self._steps:
            if _reaches(largest, places) and finest >= places - MOST_DECIMALS:
                return places, name
        return 0, ""

    def _label(self, number: Decimal, places: int, name: str) -> str:
        moved = shifted(number, -places)
        sign = self.rate if self.chart.measure != Measure.POINT_CHANGE else ""
        said = plain(moved) if abs(moved.adjusted()) < MOST_SIGNS else ""
        if not said or len(said) > MOST_SIGNS:
            return f"{_power(number)}{sign}"
        return f"{said}{name if moved else ''}{sign}"


def sign_of(goal: Goal) -> str:
    """How a goal with one bound is written."""
    if goal.low is not None and goal.high is not None:
        return ""
    if goal.low is not None:
        return ">" if goal.is_strict else "≥"
    return "<" if goal.is_strict else "≤"


def _level(statement: Statement, number: Decimal) -> Text:
    return figure_of(statement)(number)


def _reaches(number: Decimal, places: int) -> bool:
    return abs(number) >= ENOUGH.get(places, 1) * Decimal(10) ** places


def _exponent(number: Decimal) -> int:
    """Power of ten of the last digit that is not zero."""
    exponent = number.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) and number else 10**6


def _power(number: Decimal) -> str:
    """5 × 10³⁰, with the digits that fit."""
    if not number:
        return "0"
    size = number.adjusted()
    digits = plain(Context(prec=9).plus(shifted(number, -size)))
    return f"{digits}×10{str(size).translate(RAISED)}"
