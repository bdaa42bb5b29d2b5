"""The table of printed targets, and what a proposal becomes when it is entered."""

from dataclasses import MISSING, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from targets.rules.quantities.draft import Proposal
from targets.rules.statements.statement import Statement
from targets.rules.terms import BaseSource, DateSource, Measure
from targets.rules.wording import Text

NUMBERS: Final = ("lower", "upper", "scale", "base_value", "class_threshold", "class_scale")
DAYS: Final = ("deadline", "base_date")
#: Fields that follow from the wording as a whole, or are only suggested.
ASIDE: Final = ("text", "start", "end", "parts", "direction", "accumulation")
NO_UNIT: Final = (Measure.PERCENT_CHANGE, Measure.ANNUAL_GROWTH, Measure.MULTIPLE)


class Phrase(NamedTuple):
    """A wording of the table, with what is known besides, and the fields of each of its targets."""

    wording: str
    unit: str
    year: int | None
    says: list[dict[str, Any]]
    readings: list[str | None]


def table() -> list[dict[str, Any]]:
    """The groups of the table; every plain value is a string, so that numbers stay exact."""
    text = (Path(__file__).parent / "phrases.yaml").read_text("utf-8")
    groups: list[dict[str, Any]] = yaml.load(text, Loader=yaml.BaseLoader)
    return groups


def phrases() -> list[Phrase]:
    return [_phrase(group, wording, rows) for group in table() for wording, rows in group["phrases"].items()]


def said(proposal: Proposal) -> dict[str, Any]:
    """The fields of a proposal that are not at their default, apart from those that are only suggested."""
    named = [field for field in fields(Proposal) if field.name not in ASIDE]
    found = {field.name: (getattr(proposal, field.name), field.default) for field in named}
    return {name: value for name, (value, default) in found.items() if value != default and default is not MISSING}


def entered(proposal: Proposal) -> Statement:
    """The target as it stands once the form has taken the proposal as it is."""
    unit = "" if proposal.measure in NO_UNIT else proposal.unit
    is_based = proposal.base_value is not None
    return Statement(
        indicator=Text(proposal.subject),
        unit=Text(unit),
        measure=proposal.measure,
        comparator=proposal.comparator or "",
        lower=proposal.lower,
        upper=proposal.upper,
        tolerance=proposal.tolerance,
        scale=proposal.scale,
        quantifier=proposal.quantifier,
        accumulation=proposal.accumulation or "",
        direction=proposal.direction or "none",
        base_value=proposal.base_value,
        base_date=proposal.base_date,
        base_source=BaseSource.STATED if is_based else BaseSource.NONE,
        deadline=proposal.deadline,
        deadline_precision=proposal.deadline_precision or "",
        deadline_source=DateSource.STATED if proposal.deadline else DateSource.NONE,
        flags=proposal.flags,
        modality=proposal.modality,
        nature=proposal.nature,
        class_attribute=Text(proposal.class_attribute) if proposal.class_attribute else None,
        class_comparator=proposal.class_comparator or "",
        class_threshold=proposal.class_threshold,
        class_unit=Text(proposal.class_unit) if proposal.class_unit else None,
        class_scale=proposal.class_scale,
        stages=(Text(proposal.stage),) if proposal.stage else (),
        reference=Text(proposal.reference) if proposal.reference else None,
    )


def _phrase(group: dict[str, Any], wording: str, rows: Any) -> Phrase:
    listed: list[dict[str, Any]] = [rows] if isinstance(rows, dict) else rows
    year = int(group["year"]) if "year" in group else None
    readings = [row.get("zh") for row in listed]
    return Phrase(wording, group.get("unit", ""), year, [_says(row) for row in listed], readings)


def _says(row: dict[str, Any]) -> dict[str, Any]:
    says = {name: _value(name, value) for name, value in row.items() if name != "zh"}
    if "deadline" in says:
        says.setdefault("deadline_precision", "year")
    return says


def _value(name: str, value: Any) -> Any:
    if name in NUMBERS:
        return Decimal(value)
    if name in DAYS:
        return date.fromisoformat(value)
    if name == "flags":
        return frozenset(value)
    return int(value) if name == "parent" else value
