"""The sheet as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from targets.admin.demo import is_demo
from targets.admin.figures import between, promised, say
from targets.admin.grid.asked import address, moved
from targets.admin.grid.text import cell_text, unit_text
from targets.admin.grid.typed import place_of
from targets.models import Observation
from targets.queries.grid import Cell, Grid, Row
from targets.rules.columns import RHYTHMS
from targets.rules.terms import Frequency
from targets.rules.wording import Text

RHYTHM_NAMES = {
    Frequency.YEAR: _("By year"),
    Frequency.HALF_YEAR: _("By half-year"),
    Frequency.QUARTER: _("By quarter"),
    Frequency.MONTH: _("By month"),
}


@dataclass(frozen=True)
class Typed:
    """What a refused save had in its cells, so that it is shown again; both by the place of the cell."""

    texts: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class ShownCell:
    """One cell; `name` is that of its input."""

    name: str
    place: str
    label: str
    text: str
    stored: str
    status: str
    standing: str
    returned: str
    beside: int
    pick: int | None
    details: str
    fault: str


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    """One series."""

    row: Row
    unit: str
    targets: list[tuple[Any, str]]
    is_demo: bool
    cells: list[ShownCell]


def context(grid: Grid, typed: Typed) -> dict[str, Any]:
    """What the template shows of the sheet itself."""
    return {
        "grid": grid,
        "columns": [say(column.name) for column in grid.columns],
        "rows": [_row(grid, row, typed) for row in grid.rows],
        "rhythms": [
            (RHYTHM_NAMES[each], address(grid, by=each, last=None, page=grid.page), each == grid.rhythm)
            for each in RHYTHMS
        ],
        "earlier": moved(grid, 1 - len(grid.columns)),
        "later": moved(grid, len(grid.columns) - 1),
        "here": address(grid),
        "pages": _pages(grid),
        "may_submit": any(row.may_submit for row in grid.rows),
        "may_verify": any(grid.verifying.anyhow(row.series.pk) for row in grid.rows if row.may_submit),
        "waiting": len(grid.waiting),
        "reviewable": sum(grid.verifying.allows(each.series_id, each.reported_by_id) for each in grid.waiting),
    }


def _pages(grid: Grid) -> list[tuple[int, str]]:
    """Number and address of the first and last page and of those around this one; no address where some are left out."""
    near = {1, grid.pages, *range(max(grid.page - 3, 1), min(grid.page + 3, grid.pages) + 1)}
    found: list[tuple[int, str]] = []
    for number in sorted(near):
        if found and number > found[-1][0] + 1:
            found.append((number - 1, ""))
        found.append((number, address(grid, page=number)))
    return found


def name_of(series: int, cell: Cell) -> str:
    """The name of an input: series, first and last day, and the value that is seen there."""
    seen = cell.seen.pk if cell.seen else 0
    return f"v.{series}.{cell.column.start}.{cell.column.end}.{seen}"


def _row(grid: Grid, row: Row, typed: Typed) -> ShownRow:
    return ShownRow(
        row=row,
        unit=unit_text(row.series.indicator),
        targets=[(target, promised(target)) for target in row.targets],
        is_demo=is_demo(row.series),
        cells=[_cell(grid, row, cell, typed) for cell in row.cells],
    )


def _cell(grid: Grid, row: Row, cell: Cell, typed: Typed) -> ShownCell:
    name, stored = name_of(row.series.pk, cell), _text(cell.seen, row)
    place = place_of(name)
    waiting = cell.waiting
    may_verify = waiting and grid.verifying.allows(row.series.pk, waiting.reported_by_id)
    asked = f"details/?series={row.series.pk}&start={cell.column.start}&end={cell.column.end}"
    return ShownCell(
        name=name,
        place=place,
        label=f"{row.series} {between(cell.column.start, cell.column.end)}",
        text=typed.texts.get(place, stored),
        stored=stored,
        status=cell.seen.status if cell.seen else "",
        standing=_text(cell.standing, row) if waiting else "",
        returned=_returned(cell.returned, row),
        beside=cell.beside,
        pick=waiting.pk if waiting and may_verify else None,
        details=asked,
        fault=typed.faults.get(place, ""),
    )


def _returned(value: Observation | None, row: Row) -> str:
    """What was sent back, and why."""
    return say(Text("{}：{}", "{}: {}").format(Text(_text(value, row)), Text(value.return_reason))) if value else ""


def _text(value: Observation | None, row: Row) -> str:
    if value is None:
        return ""
    value.series = row.series
    return cell_text(value, row.series.indicator)
