"""Which numbers, dates and codes belong together in a target; the database holds the same rules as constraints."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from targets.rules.statements.statement import BOUNDS, Shape
from targets.rules.terms import BaseSource, Comparator, DateSource, Flag, Measure, Precision, Term
from targets.rules.wording import Text, label

NUMBERLESS: Final = (Measure.RANK, Measure.STAGE, Measure.REFERENCE, Measure.COMPOSITION)
TOLERANT: Final = (Comparator.APPROX, Comparator.NEAR, Comparator.EQ, Comparator.BETWEEN)
BOUND_NAMES: Final = {"lower": Text("下限", "the lower bound"), "upper": Text("上限", "the upper bound")}
#: Fields that hold a code of a closed list, and whether they may be empty.
CODES: Final[dict[str, tuple[type[Term], bool]]] = {
    "measure": (Measure, False),
    "comparator": (Comparator, True),
    "deadline_precision": (Precision, True),
    "deadline_source": (DateSource, False),
    "base_source": (BaseSource, False),
}


class Problem(NamedTuple):
    """One thing that does not fit: a stable code, the field to mark, and what to tell the editor."""

    code: str
    field: str
    message: Text


def shape_problems(statement: Shape) -> list[Problem]:
    """Everything that does not fit, in the order of the form; empty when the target is well formed."""
    unknown = list(_codes(statement))
    if unknown:
        return unknown
    checks = (_bounds, _tolerance, _scale, _base, _deadline)
    return [problem for check in checks for problem in check(statement)]


def _codes(statement: Shape) -> Iterator[Problem]:
    for field, (terms, may_be_empty) in CODES.items():
        code = getattr(statement, field)
        if code not in list(terms) and not (may_be_empty and code == ""):
            yield Problem(
                "unknown_code", field, Text(f"代码“{code}”不在列表中。", f"The code “{code}” is not in the list.")
            )


def _bounds(statement: Shape) -> Iterator[Problem]:
    if statement.comparator == "":
        yield from _without_comparator(statement)
    elif not _is_open_reference(statement):
        yield from _with_comparator(statement)


def _without_comparator(statement: Shape) -> Iterator[Problem]:
    for field in BOUND_NAMES:
        if getattr(statement, field) is not None:
            message = Text("有数值的目标须选定比较方式。", "A target with a number needs a comparator; bare is one.")
            yield Problem("number_without_comparator", field, message)
    if statement.measure not in NUMBERLESS and Flag.QUALITATIVE not in statement.flags:
        message = Text(
            "没有数值的目标须为位次、阶段、参照或构成，或标记为定性表述。",
            "A target without a number must be a rank, stage, reference or composition, or be flagged as qualitative.",
        )
        yield Problem("number_missing", "comparator", message)


def _is_open_reference(statement: Shape) -> bool:
    """“Above the national average” has a comparator and, until the other series is known, no number."""
    return statement.measure == Measure.REFERENCE and statement.lower is None and statement.upper is None


def _with_comparator(statement: Shape) -> Iterator[Problem]:
    named = label(Comparator, statement.comparator)
    for field, bound in BOUND_NAMES.items():
        needed, present = field in BOUNDS[statement.comparator], getattr(statement, field) is not None
        if needed and not present:
            message = Text("“{}”须填写{}。", "“{}” needs {}.").format(named, bound)
            yield Problem("bound_missing", field, message)
        if present and not needed:
            message = Text("“{}”不使用{}，请留空。", "“{}” does not use {}; leave it empty.").format(named, bound)
            yield Problem("bound_unused", field, message)
    if statement.comparator == Comparator.BETWEEN and _is_reversed(statement):
        yield Problem(
            "bounds_reversed", "upper", Text("上限不得小于下限。", "The upper bound is below the lower bound.")
        )


def _scale(statement: Shape) -> Iterator[Problem]:
    if statement.scale <= 0:
        yield Problem("scale_not_positive", "scale", Text("印刷倍率须大于零。", "The printed scale is more than zero."))


def _is_reversed(statement: Shape) -> bool:
    return statement.lower is not None and statement.upper is not None and statement.upper < statement.lower


def _tolerance(statement: Shape) -> Iterator[Problem]:
    if statement.tolerance is None:
        return
    if statement.comparator not in TOLERANT:
        message = Text(
            "只有左右、接近、等于和区间可以有容差。", "Only about, close to, equal to and between take a tolerance."
        )
        yield Problem("tolerance_unused", "tolerance", message)
    if statement.tolerance < 0:
        yield Problem("tolerance_negative", "tolerance", Text("容差不得为负数。", "A tolerance is not negative."))


def _base(statement: Shape) -> Iterator[Problem]:
    has_source = statement.base_source != BaseSource.NONE
    if statement.base_value is not None and not has_source:
        message = Text("有基期值时须写明其来源。", "A base value needs its source.")
        yield Problem("base_source_missing", "base_source", message)
    if statement.base_value is not None and statement.base_date is None:
        message = Text("有基期值时须写明基期日期。", "A base value needs its date.")
        yield Problem("base_date_missing", "base_date", message)
    if statement.base_value is None and has_source:
        message = Text("没有基期值时，来源应为“未给出”。", "Without a base value its source is “not given”.")
        yield Problem("base_value_missing", "base_value", message)


def _deadline(statement: Shape) -> Iterator[Problem]:
    if statement.deadline is None:
        yield from _without_deadline(statement)
        return
    if statement.deadline_precision == "":
        message = Text("有时限时须写明其精度。", "A deadline needs its precision.")
        yield Problem("deadline_precision_missing", "deadline_precision", message)
    if statement.deadline_source == DateSource.NONE:
        message = Text("有时限时须写明其来源。", "A deadline needs its source.")
        yield Problem("deadline_source_missing", "deadline_source", message)
    if statement.base_date is not None and statement.deadline < statement.base_date:
        message = Text("时限不得早于基期日期。", "The deadline is before the base date.")
        yield Problem("deadline_before_base", "deadline", message)


def _without_deadline(statement: Shape) -> Iterator[Problem]:
    if statement.deadline_precision != "":
        message = Text("没有时限时，精度应留空。", "Without a deadline its precision is empty.")
        yield Problem("deadline_precision_unused", "deadline_precision", message)
    if statement.deadline_source != DateSource.NONE:
        message = Text("没有时限时，来源应为“未给出”。", "Without a deadline its source is “not given”.")
        yield Problem("deadline_source_unused", "deadline_source", message)
