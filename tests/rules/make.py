"""Plain factories for the tests of the rules."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from targets.rules.statements.statement import Statement
from targets.rules.wording import Text

TEXTS = ("indicator", "unit", "scope", "class_attribute", "class_unit", "reference", "part_of")
NUMBERS = ("lower", "upper", "tolerance", "scale", "base_value", "class_threshold", "class_scale")


def statement(says: Mapping[str, Any]) -> Statement:
    """A statement from the plain values of a table: "中文 | English" for texts, strings for numbers."""
    return Statement(**{field: _value(field, value) for field, value in says.items()})


def text(value: str) -> Text:
    zh, _, en = value.partition(" | ")
    return Text(zh, en)


def _value(field: str, value: Any) -> Any:
    if value is None:
        return None
    if field in TEXTS:
        return text(value)
    if field in NUMBERS:
        return Decimal(value)
    if field == "stages":
        return tuple(text(name) for name in value)
    return tuple(value) if field == "flags" else value
