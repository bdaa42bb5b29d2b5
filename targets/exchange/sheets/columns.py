"""A column: what stands above it, and how its cells are taken from a row."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.utils.text import capfirst

from targets.models.base import label
from targets.rules.terms import Flag, Term


class Percent(Decimal):
    """A fraction that people read as so many per cent: 0.055 is 5.5%."""


@dataclass(frozen=True)
class Column:
    """`take` gives a text, a Decimal, a whole number, a day, a moment, a truth value, or None for a blank cell."""

    heading: Any
    take: Callable[[Any], Any]


def fields(
    model: type[Model], *names: str, within: str = "", percent: Callable[[Any], bool] = lambda row: False
) -> tuple[Column, ...]:
    """Columns for fields of a model under their own names; `within` leads from the row to where they stand.

    `percent` says of a row whether its numbers are fractions that people read as per cent.
    """
    return tuple(_field(model, name, within, percent) for name in names)


def _field(model: type[Model], name: str, within: str, percent: Callable[[Any], bool]) -> Column:
    field: Any = model._meta.get_field(name)
    show = _shown(field)

    def take(row: Any) -> Any:
        at = reach(row, within)
        cell = None if at is None else show(getattr(at, name), at)
        return Percent(cell) if isinstance(cell, Decimal) and percent(row) else cell

    return Column(field.verbose_name, take)


def _shown(field: Any) -> Callable[[Any, Any], Any]:
    """What stands in a cell for a value of the field: codes and rows in words, lists in one line."""
    if field.name == "flags":
        return lambda value, row: "、".join(label(flag) for flag in Flag if flag in value)
    if field.choices:
        return lambda value, row: getattr(row, f"get_{field.name}_display")()
    if field.is_relation:
        return lambda value, row: None if value is None else str(value)
    return lambda value, row: value


def reach(row: Any, path: str) -> Any:
    """The row at the end of a path of attributes; None where one of them leads nowhere."""
    for name in path.split(".") if path else ():
        row = getattr(row, name, None)
        if row is None:
            return None
    return row


def code(heading: Any, path: str) -> Column:
    """The code of a row elsewhere, by which programs know it."""
    return Column(heading, lambda row: getattr(reach(row, path), "code", None))


def term(terms: type[Term], value: str) -> str:
    """A code of a closed list in words; nothing for none."""
    return next((label(each) for each in terms if each == value), "")


def headings(columns: tuple[Column, ...]) -> list[str]:
    return [capfirst(str(column.heading)) for column in columns]
