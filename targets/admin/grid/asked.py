"""Which part of a sheet an address asks for; what cannot be understood is left to the sheet."""

from typing import Any
from urllib.parse import urlencode

from targets.queries.grid import Grid, View
from targets.rules.columns import RHYTHMS, Column, running, shifted
from targets.rules.times import read_day

MOST_PAGES = 10_000


def view(address: Any) -> View:
    """`by` is the length of the columns, `last` the last day of the last one, `page` counts from 1."""
    rhythm = next((each for each in RHYTHMS if each == address.get("by")), None)
    return View(rhythm=rhythm, last=_last(rhythm, address.get("last", "")), page=_page(address.get("page", "")))


def _last(rhythm: str | None, text: str) -> Column | None:
    if rhythm is None:
        return None
    try:
        column = running(rhythm, read_day(text))
    except (ValueError, OverflowError):
        return None
    return shifted(rhythm, column, 0)


def _page(text: str) -> int:
    return min(int(text), MOST_PAGES) if text.isascii() and text.isdecimal() and len(text) < 9 else 1


def address(grid: Grid, **other: Any) -> str:
    """The address of this part of the sheet, or of another: `?by=year&last=2026-12-31&page=2`."""
    asked = {"by": grid.rhythm, "last": grid.columns[-1].end.isoformat(), "page": grid.page} | other
    return "?" + urlencode({name: value for name, value in asked.items() if value is not None})


def moved(grid: Grid, steps: int) -> str:
    """The address of the same rows with other columns; blank where there are none."""
    last = shifted(grid.rhythm, grid.columns[-1], steps)
    first = last and shifted(grid.rhythm, last, 1 - len(grid.columns))
    return address(grid, last=last.end.isoformat()) if last and first else ""
