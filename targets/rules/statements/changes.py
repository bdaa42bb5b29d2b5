"""What a revision changes, in words: two statements of one target compared point by point."""

from collections.abc import Callable
from typing import Final, NamedTuple

from targets.rules import moments
from targets.rules.statements.amounts import amount, base_level, tolerance
from targets.rules.statements.statement import Statement
from targets.rules.terms import BaseSource, DateSource, Flag, Modality, Nature, Quantifier
from targets.rules.wording import Text, label

UNSTATED: Final = Text("未写明", "not stated")
NOTHING: Final = Text("无", "none")
#: The word that links a bare number to its indicator; a number that stands alone has none.
LINK: Final = "为"

Reader = Callable[[Statement], Text]


class Change(NamedTuple):
    """One point on which the new statement differs."""

    point: str
    name: Text
    before: Text
    after: Text


def changes(before: Statement, after: Statement) -> list[Change]:
    """The points that differ, the number first; empty where both say the same."""
    said = ((point, name, read(before), read(after)) for point, (name, read) in POINTS.items())
    return [Change(*each) for each in said if each[2] != each[3]]


def number(statement: Statement) -> Text:
    """The number with its comparator, as it stands alone."""
    said = amount(statement)
    return Text(said.zh.removeprefix(LINK), said.en)


def _deadline(statement: Statement) -> Text:
    if statement.deadline is None:
        return UNSTATED
    return moments.span(statement.deadline, statement.deadline_precision)


def _base(statement: Statement) -> Text:
    day = None if statement.base_date is None else moments.on_day(statement.base_date)
    if statement.base_value is None:
        return day or UNSTATED
    value = base_level(statement, statement.base_value)
    return value if day is None else Text("{}（{}）", "{} ({})").format(value, day)


def _flags(statement: Statement) -> Text:
    named = [label(Flag, flag) for flag in Flag if flag in statement.flags]
    if not named:
        return NOTHING
    return Text("、".join(each.zh for each in named), "; ".join(each.en for each in named))


POINTS: Final[dict[str, tuple[Text, Reader]]] = {
    "number": (Text("数值", "number"), number),
    "tolerance": (Text("容差", "tolerance"), lambda said: tolerance(said) or UNSTATED),
    "quantifier": (Text("适用时段", "holds"), lambda said: label(Quantifier, said.quantifier)),
    "deadline": (Text("完成时限", "deadline"), _deadline),
    "deadline_source": (
        Text("时限来源", "source of the deadline"),
        lambda said: label(DateSource, said.deadline_source),
    ),
    "base": (Text("基期", "base"), _base),
    "base_source": (Text("基期值来源", "source of the base"), lambda said: label(BaseSource, said.base_source)),
    "modality": (Text("承诺力度", "modality"), lambda said: label(Modality, said.modality)),
    "nature": (Text("性质", "nature"), lambda said: label(Nature, said.nature)),
    "flags": (Text("存疑标记", "flags"), _flags),
}
