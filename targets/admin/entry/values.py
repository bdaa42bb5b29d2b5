"""What the words of a target put into the fields of its form, and which words put it there."""

from decimal import Decimal
from itertools import pairwise
from typing import Any, Final

from targets.rules.quantities.draft import Proposal
from targets.rules.quantities.writing import plain
from targets.rules.terms import BaseSource, DateSource, Flag, Measure, Modality, Nature, Quantifier

Values = dict[str, Any]
#: Changes are printed in per cent whatever the indicator's own unit is.
UNITLESS: Final = (Measure.PERCENT_CHANGE, Measure.ANNUAL_GROWTH, Measure.POINT_CHANGE, Measure.MULTIPLE, Measure.STAGE)
NUMBER: Final = ("measure", "comparator", "lower", "upper", "tolerance", "scale")
UNSAID: Final = {
    "quantifier": Quantifier.AT_DEADLINE,
    "modality": Modality.UNSTATED,
    "nature": Nature.UNSTATED,
    "deadline": None,
    "deadline_precision": None,
    "base_date": None,
    "base_value": None,
}
#: Fields of a new indicator, by what the words say of it.
OF_NEW: Final = {
    "subject": "new_name",
    "unit": "new_unit",
    "accumulation": "new_accumulation",
    "direction": "new_direction",
    "stage": "new_stages",
    "class_attribute": "new_class_attribute",
    "class_comparator": "new_class_comparator",
    "class_threshold": "new_class_threshold",
    "class_unit": "new_class_unit",
}
#: Fields that the words of another one decide.
TOGETHER: Final = {"deadline": ("deadline_source",), "base_value": ("base_source",)}


def promised(proposal: Proposal, flags: tuple[str, ...] = ()) -> Values:
    """Fields of the promise that the words decide; what they are silent on is left as it is, `flags` included."""
    values: Values = {name: written(getattr(proposal, name)) for name in NUMBER}
    values |= {name: written(value) for name, unsaid in UNSAID.items() if (value := getattr(proposal, name)) != unsaid}
    if proposal.deadline is not None:
        values["deadline_source"] = DateSource.STATED.value
    if proposal.base_value is not None:
        values["base_source"] = BaseSource.STATED.value
    if proposal.flags:
        values["flags"] = [flag.value for flag in Flag if flag in (*flags, *proposal.flags)]
    return values


def measured(proposal: Proposal) -> Values:
    """Fields of a new indicator that the words decide."""
    said = {field: getattr(proposal, name) for name, field in OF_NEW.items()}
    if proposal.measure in UNITLESS:
        said["new_unit"] = ""
    return {field: written(value) for field, value in said.items() if value not in (None, "")}


def words(proposal: Proposal, wording: str) -> dict[str, str]:
    """By field, the words that decide it."""
    found: dict[str, str] = {}
    for part in proposal.parts:
        field, said = OF_NEW.get(part.field, part.field), wording[part.start : part.end]
        found |= dict.fromkeys((field, *TOGETHER.get(part.field, ())), said)
    return found


def runs(proposal: Proposal, wording: str) -> list[tuple[str, tuple[str, ...]]]:
    """The wording in stretches, each with the fields that it decides; none for words that decide nothing."""
    edges = sorted({0, len(wording), *(edge for part in proposal.parts for edge in (part.start, part.end))})
    return [(wording[start:end], _deciding(proposal, start, end)) for start, end in pairwise(edges)]


def written(value: Any) -> str:
    """A value as it is typed."""
    if isinstance(value, Decimal):
        return plain(value).replace(",", "")
    return "" if value is None else str(value)


def _deciding(proposal: Proposal, start: int, end: int) -> tuple[str, ...]:
    return tuple(part.field for part in proposal.parts if part.start <= start and end <= part.end)
