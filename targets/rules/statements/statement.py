"""What a target says, in plain values: the one thing that readings and checks of shape are about."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from targets.rules.terms import BaseSource, Comparator, DateSource, Direction, Measure, Modality, Nature, Quantifier
from targets.rules.wording import Text

NO_UNIT: Final = Text("")


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A target as stored. Codes are those of terms.py; an empty code or a null says that nothing is stated."""

    #: What is measured.
    indicator: Text
    #: Unit of the indicator, English in the plural ("vehicles"); "%" and "‰" hold fractions (0.06 is 6%).
    unit: Text = NO_UNIT
    #: English unit for exactly one, where it is known ("vehicle").
    unit_singular: str = ""
    #: Measure: what kind of quantity the number is.
    measure: str = Measure.LEVEL
    #: Comparator; empty when the target has no number.
    comparator: str = ""
    #: The number of bare, eq, ge, gt, approx and near, the first of between; changes carry their sign (a fall is < 0).
    lower: Decimal | None = None
    #: The number of le and lt, the second of between.
    upper: Decimal | None = None
    #: Absolute tolerance in the target's own unit.
    tolerance: Decimal | None = None
    #: Factor of the printed form: 200万 is stored as 2000000 with scale 10000.
    scale: Decimal = Decimal(1)
    #: Quantifier: at the deadline, in every period, over the whole period.
    quantifier: str = Quantifier.AT_DEADLINE
    #: Accumulation of the indicator; a yearly flow is read "in the year", all else "by the year".
    accumulation: str = ""
    #: Direction: which way is better.
    direction: str = Direction.NONE
    #: Value at the base date, a level in the indicator's unit.
    base_value: Decimal | None = None
    #: Day from which a change is counted.
    base_date: date | None = None
    #: BaseSource: stated, entered or none.
    base_source: str = BaseSource.NONE
    #: Last day by which it is due.
    deadline: date | None = None
    #: Precision with which the deadline is printed; empty without a deadline.
    deadline_precision: str = ""
    #: DateSource: stated, inherited, derived or none.
    deadline_source: str = DateSource.NONE
    #: Whom or where the number covers; null when the text does not say.
    scope: Text | None = None
    #: Flags: what the text leaves open.
    flags: tuple[str, ...] = ()
    #: Modality: how firmly it is promised.
    modality: str = Modality.UNSTATED
    #: Nature: binding or expected.
    nature: str = Nature.UNSTATED
    #: What the threshold of a class measures (output value); null when the text does not say.
    class_attribute: Text | None = None
    #: Comparator of the threshold.
    class_comparator: str = ""
    #: Threshold that each counted thing must pass; it is not the target.
    class_threshold: Decimal | None = None
    #: Unit of the threshold.
    class_unit: Text | None = None
    #: Factor of the threshold's printed form; null shows it in the largest step it fills (100000000000 → 1,000亿).
    class_scale: Decimal | None = None
    #: Names of the indicator's stages in order; a stage target's number is a position in them, from 1.
    stages: tuple[Text, ...] = ()
    #: The series that a target by reference follows; null when none is linked.
    reference: Text | None = None
    #: Indicator of the parent target of which this one is a part (其中).
    part_of: Text | None = None
    #: Whether numbers are written as short as is exact (200万) rather than in full; nothing else is said differently.
    is_brief: bool = False


class Shape(Protocol):
    """What a check of shape needs to know: a Statement, a row, or a form has it."""

    @property
    def measure(self) -> str: ...
    @property
    def comparator(self) -> str: ...
    @property
    def lower(self) -> Decimal | None: ...
    @property
    def upper(self) -> Decimal | None: ...
    @property
    def tolerance(self) -> Decimal | None: ...
    @property
    def scale(self) -> Decimal: ...
    @property
    def base_value(self) -> Decimal | None: ...
    @property
    def base_date(self) -> date | None: ...
    @property
    def base_source(self) -> str: ...
    @property
    def deadline(self) -> date | None: ...
    @property
    def deadline_precision(self) -> str: ...
    @property
    def deadline_source(self) -> str: ...
    @property
    def flags(self) -> Collection[str]: ...


#: Which of the two bounds hold the number of a comparator.
BOUNDS: Final[dict[str, tuple[str, ...]]] = {
    "": (),
    Comparator.BARE: ("lower",),
    Comparator.EQ: ("lower",),
    Comparator.GE: ("lower",),
    Comparator.GT: ("lower",),
    Comparator.LE: ("upper",),
    Comparator.LT: ("upper",),
    Comparator.APPROX: ("lower",),
    Comparator.NEAR: ("lower",),
    Comparator.BETWEEN: ("lower", "upper"),
}
