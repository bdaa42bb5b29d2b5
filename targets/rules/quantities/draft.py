"""What was read of one target while it is being read, and which characters gave which field."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from targets.rules.terms import (
    Accumulation,
    Comparator,
    Direction,
    Flag,
    Measure,
    Modality,
    Nature,
    Precision,
    Quantifier,
)


@dataclass(frozen=True)
class Part:
    """Which characters of the wording gave which field of a proposal."""

    field: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What the words of one target say. What they do not say is null, empty or unstated; nothing is guessed."""

    #: The stretch of the wording that this target rests on.
    text: str
    start: int
    end: int
    measure: Measure = Measure.LEVEL
    #: Null where no number is printed.
    comparator: Comparator | None = None
    #: Numbers in the plain unit: 200万 is 2000000, 6% is 0.06, a fall is negative.
    lower: Decimal | None = None
    upper: Decimal | None = None
    #: How far about and close to may reach; null unless printed.
    tolerance: Decimal | None = None
    #: Factor of the printed digits: 万 is 10000, % is 0.01.
    scale: Decimal = Decimal(1)
    quantifier: Quantifier = Quantifier.AT_DEADLINE
    modality: Modality = Modality.UNSTATED
    nature: Nature = Nature.UNSTATED
    #: Plain unit as printed, without 万 or 亿: that of the number, so % for 增长6%.
    unit: str = ""
    #: Condition that each counted thing meets; its comparator is null where there is none.
    class_comparator: Comparator | None = None
    class_threshold: Decimal | None = None
    class_unit: str = ""
    class_scale: Decimal | None = None
    #: What the condition measures (产值), if it is printed.
    class_attribute: str = ""
    #: Last day of the printed span.
    deadline: date | None = None
    deadline_precision: Precision | None = None
    base_date: date | None = None
    base_value: Decimal | None = None
    #: What the words suggest for the indicator; null if nothing.
    direction: Direction | None = None
    accumulation: Accumulation | None = None
    #: The words that may name the indicator.
    subject: str = ""
    #: The stage as printed (建成), for a target of stage.
    stage: str = ""
    #: Whom or what a target by reference follows, as printed (全国平均).
    reference: str = ""
    #: Place in the answer of the target that this is a part of (其中, or a member of a composition).
    parent: int | None = None
    #: What the text leaves open.
    flags: tuple[Flag, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass
class Draft:
    """The fields found so far; a field is set once with the characters that gave it."""

    start: int
    end: int
    values: dict[str, object] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    flags: set[Flag] = field(default_factory=set)

    def say(self, name: str, value: object, start: int, end: int) -> None:
        """A field that these characters give."""
        self.values[name] = value
        self.parts = [part for part in self.parts if part.field != name]
        self.parts.append(Part(name, start, end))

    def drop(self, name: str) -> None:
        """A field that was read too early."""
        self.values.pop(name, None)
        self.parts = [part for part in self.parts if part.field != name]

    def imply(self, name: str, value: object) -> None:
        """A field that follows from the others."""
        self.values.setdefault(name, value)

    def flag(self, *flags: Flag) -> None:
        self.flags.update(flags)

    def get(self, name: str) -> object:
        return self.values.get(name)

    def part(self, name: str) -> Part | None:
        """Where a field comes from."""
        return next((part for part in self.parts if part.field == name), None)

    @property
    def subject(self) -> str:
        return str(self.get("subject") or "")

    def proposal(self, text: str) -> Proposal:
        order: Iterable[Flag] = Flag
        return Proposal(
            text=text[self.start : self.end],
            start=self.start,
            end=self.end,
            flags=tuple(flag for flag in order if flag in self.flags),
            parts=tuple(sorted(self.parts, key=lambda part: (part.start, part.end, part.field))),
            **self.values,  # type: ignore[arg-type]
        )
