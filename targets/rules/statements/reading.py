"""The formal reading: one plain sentence of what a target means, and then what its text leaves open.

It never guesses: what the text does not state is said to be not stated, and no bare number becomes a floor.
"""

from collections.abc import Iterator
from typing import Final

from targets.rules import moments
from targets.rules.statements.amounts import base_level, is_named_stage, leftovers, numbers, tolerance
from targets.rules.statements.sentences import SINCE, chinese, english, is_counted_from_base
from targets.rules.statements.shape import Problem, shape_problems
from targets.rules.statements.statement import Statement
from targets.rules.terms import BaseSource, Comparator, Flag, Measure, Quantifier
from targets.rules.wording import Text, label, semicolons

__all__ = ["Problem", "Statement", "formal_reading", "open_points", "shape_problems"]

NO_DEADLINE: Final = Text("时限未写明", "no deadline stated")
NO_NUMBER: Final = Text("数值未写明", "number not stated")
NO_PLACE: Final = Text("名次未写明", "place not stated")
NO_STAGE: Final = Text("阶段未写明", "stage not stated")
NO_STAGE_NAME: Final = Text("阶段名称未登记", "stage name not recorded")
NO_REFERENCE: Final = Text("参照对象未写明", "reference not named")
NO_THRESHOLD: Final = Text("达标门槛未写明", "class threshold not stated")
IN_PARTS: Final = Text("数值见各分项", "its parts give the numbers")
#: Measures that mean nothing exact without the date they count from.
BASED: Final = (*SINCE, Measure.MULTIPLE)
FLAG_ORDER: Final = {str(flag): place for place, flag in enumerate(Flag)}


def formal_reading(statement: Statement) -> Text:
    """What the target means, in Chinese and in English, for a person to read."""
    main = Text(chinese(statement), english(statement))
    return semicolons([main, *_details(statement), *open_points(statement)])


def open_points(statement: Statement) -> list[Text]:
    """What the text leaves open, each thing once: first what the number lacks, then the flags in their order."""
    flags = {*statement.flags, *_implied_flags(statement)}
    ordered = sorted(flags, key=lambda code: (FLAG_ORDER.get(code, len(FLAG_ORDER)), code))
    return [*_unstated(statement), *(_flag(statement, code) for code in ordered)]


def _details(statement: Statement) -> Iterator[Text]:
    if statement.measure == Measure.COMPOSITION and not statement.comparator:
        yield IN_PARTS
    if within := tolerance(statement):
        yield within
    if statement.reference and (statement.measure != Measure.REFERENCE or numbers(statement)):
        yield Text("参照“{}”", "reference: “{}”").format(statement.reference)
    if base := _base(statement):
        yield base
    yield from leftovers(statement)


def _base(statement: Statement) -> Text | None:
    """The base value, and its date unless the main clause has it."""
    day = None if statement.base_date is None or is_counted_from_base(statement) else statement.base_date
    if statement.base_value is None:
        return Text("基期为{}", "base date {}").format(moments.on_day(day)) if day else None
    value = base_level(statement, statement.base_value)
    source = Text("，另行录入", ", entered separately") if statement.base_source == BaseSource.ENTERED else Text("")
    if day is None:
        return Text("基期值为{}{}", "base value {}{}").format(value, source)
    at = moments.at_day(day)
    return Text(f"{at.zh}基期值为{value.zh}{source.zh}", f"base value {value.en} {at.en}{source.en}")


def _unstated(statement: Statement) -> Iterator[Text]:
    if statement.comparator == Comparator.BARE and statement.measure != Measure.STAGE:
        yield label(Comparator, Comparator.BARE)
    if not statement.comparator and Flag.QUALITATIVE not in statement.flags:
        yield from _missing_number(statement)
    if statement.measure == Measure.REFERENCE and statement.reference is None:
        yield NO_REFERENCE
    if statement.measure == Measure.STAGE and not all(is_named_stage(statement, n) for n in numbers(statement)):
        yield NO_STAGE_NAME
    if statement.class_threshold is None and (statement.class_attribute or statement.measure == Measure.COUNT_OF_CLASS):
        yield NO_THRESHOLD
    if statement.deadline is None:
        yield NO_DEADLINE


def _missing_number(statement: Statement) -> Iterator[Text]:
    match statement.measure:
        case Measure.REFERENCE | Measure.COMPOSITION:
            return
        case Measure.RANK:
            yield NO_PLACE
        case Measure.STAGE:
            yield NO_STAGE
        case _:
            yield NO_NUMBER


def _implied_flags(statement: Statement) -> Iterator[Flag]:
    """What a null says by itself, in the words of the flag, so that the two are never said twice."""
    if statement.scope is None:
        yield Flag.SCOPE_UNCLEAR
    if statement.base_date is None and _needs_base_date(statement):
        yield Flag.BASE_DATE_UNSTATED
    if statement.class_threshold is not None and statement.class_attribute is None:
        yield Flag.CLASS_MEASURE_UNSTATED
    if statement.comparator in (Comparator.APPROX, Comparator.NEAR) and statement.tolerance is None:
        yield Flag.TOLERANCE_UNSTATED


def _needs_base_date(statement: Statement) -> bool:
    if statement.base_value is not None:
        return True
    every = statement.quantifier == Quantifier.EVERY_PERIOD
    return bool(statement.comparator) and statement.measure in BASED and not every


def _flag(statement: Statement, code: str) -> Text:
    if code not in FLAG_ORDER:
        return Text(code)
    named = label(Flag, code)
    if code == Flag.SCOPE_UNCLEAR and statement.scope:
        return Text("{}（暂记为{}）", "{} (recorded under {})").format(named, statement.scope)
    return named
