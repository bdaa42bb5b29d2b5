"""What was typed into the cells of a sheet, as it arrives from the page."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from targets.admin.fields import is_key
from targets.rules.columns import Column, of_calendar
from targets.rules.times import read_day

NAME = re.compile(r"v\.(\d{1,18})\.(\d{4}-\d{2}-\d{2})\.(\d{4}-\d{2}-\d{2})\.(\d{1,18})", re.ASCII)
MOST_CELLS = 2000
LONGEST = 300
MORE = {"wording": 300, "note": 2000, "reported_by": 18, "citation": 18}
"""What may be said of a single value beside its figure, and how long it may be."""


@dataclass(frozen=True, kw_only=True)
class TypedCell:
    """One cell that was typed into; `column` is None, and `series` 0, where its name is that of no cell."""

    name: str
    text: str
    series: int = 0
    column: Column | None = None
    seen: int | None = None
    wording: str = ""
    note: str = ""
    reported_by: int | None = None
    citation: int | None = None

    @property
    def place(self) -> str:
        """The name without the value that was seen: the same cell after another value came in."""
        return place_of(self.name)

    @property
    def says_more(self) -> bool:
        """Whether something was said beside the figure."""
        return bool(self.wording or self.note or self.reported_by or self.citation)


def place_of(name: str) -> str:
    return name.rpartition(".")[0]


def read_cells(data: Any) -> list[TypedCell]:
    """The cells of a form: those in its field `cells` as JSON, else its inputs.

    Raises ValidationError where they are no cells at all, or too many.
    """
    if "cells" in data:
        found = [_from_program(each) for each in _parsed(data["cells"])]
    else:
        found = [_cell(name, {"text": data[name]}) for name in data if name.startswith("v.")]
    if len(found) > MOST_CELLS:
        raise ValidationError(_("At most %(most)d cells are saved at once.") % {"most": MOST_CELLS}, "many")
    return found


def _parsed(text: str) -> list[Any]:
    try:
        cells = json.loads(text)
    except (ValueError, RecursionError):
        cells = None
    if not isinstance(cells, list):
        raise ValidationError(_("The cells did not arrive whole. Nothing was saved; try again."), "cells")
    return cells


def _from_program(given: Any) -> TypedCell:
    told = given if isinstance(given, dict) else {}
    texts = {name: text if isinstance(text, str) else "" for name, text in told.items()}
    return _cell(texts.get("cell", ""), texts)


def _cell(name: str, told: dict[str, str]) -> TypedCell:
    text = told.get("text", "").strip()
    found = NAME.fullmatch(name)
    column = _column(found[2], found[3]) if found else None
    if found is None or column is None:
        return TypedCell(name=name[:100], text=text)
    return TypedCell(
        name=name,
        text=text,
        series=int(found[1]),
        column=column,
        seen=int(found[4]) or None,
        **dict(_more(told)),
    )


def _more(told: dict[str, str]) -> Iterator[tuple[str, Any]]:
    for name in ("wording", "note"):
        yield name, told.get(name, "").strip()
    for name in ("reported_by", "citation"):
        key = told.get(name, "")
        yield name, (int(key) if is_key(key) else None)


def _column(start: str, end: str) -> Column | None:
    """The period that a name gives, if it is one of the calendar."""
    try:
        first: date = read_day(start)
        return of_calendar(first, read_day(end))
    except ValueError:
        return None
