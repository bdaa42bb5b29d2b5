"""The files themselves. What a cell holds is never run: a text stays a text, whatever sign it begins with."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import IO, Any

import xlsxwriter
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.exchange.sheets.columns import Column, Percent, headings
from targets.exchange.sheets.nouns import Sheet
from targets.rules.quantities.writing import plain

AT_ONCE = 500
"""So many rows are in memory at the most."""
LONGEST = 32_767
"""Signs that a cell of a workbook can hold."""
EXACT = 15
"""Digits that the numbers of a workbook keep; longer ones are written as texts."""
WIDEST = 48
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs at which a spreadsheet that opens a text takes a cell for a formula."""


def cells(rows: QuerySet[Any], sheet: Sheet) -> Iterator[list[Any]]:
    """The rows in their order, cell by cell, a few hundred at a time."""
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        found = {row.pk: row for row in sheet.load(rows.model._default_manager.filter(pk__in=some))}
        for key in some:
            if row := found.get(key):
                yield [column.take(row) for column in sheet.columns]


def comma_lines(columns: Sequence[Column], rows: Iterable[list[Any]]) -> Iterator[bytes]:
    """Lines of a CSV file in UTF-8 with the mark by which offices know it."""
    yield "\ufeff".encode()
    yield _line(headings(tuple(columns)))
    for row in rows:
        yield _line([_harmless(cell) if isinstance(cell, str) else _text(cell) for cell in row])


def _line(texts: Iterable[str]) -> bytes:
    line = StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(list(texts))
    return line.getvalue().encode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(RUNS) else text


def _text(cell: Any) -> str:
    """A cell as a line of text says it."""
    match cell:
        case None:
            return ""
        case bool():
            return _("Yes") if cell else _("No")
        case Percent():
            return f"{plain(cell * 100).replace(',', '')}%"
        case Decimal():
            return plain(cell).replace(",", "")
        case datetime():
            return timezone.localtime(cell).strftime("%Y-%m-%d %H:%M")
        case date():
            return cell.isoformat()
    return str(cell)


def write_workbook(
    file: IO[bytes], name: str, columns: Sequence[Column], rows: Iterable[list[Any]], about: Sequence[tuple[str, str]]
) -> None:
    """A workbook of two sheets: the list with a head that stays in sight, and what it is a list of."""
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        formats = {
            "head": book.add_format(
                {"bold": True, "bg_color": "#EEF2F7", "bottom": 1, "text_wrap": True, "valign": "top"}
            ),
            "percent": book.add_format({"num_format": "0.##########%"}),
            "day": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
        }
        page = book.add_worksheet(name)
        titles = headings(tuple(columns))
        for place, title in enumerate(titles):
            page.set_column(place, place, min(max(2 * len(title), 12), WIDEST))
            page.write_string(0, place, title, formats["head"])
        last = 0
        for last, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                _write(page, last, place, cell, formats)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, last, len(titles) - 1)
        note = book.add_worksheet(_("About"))
        note.set_column(0, 0, 18)
        note.set_column(1, 1, 80)
        for place, (term, words) in enumerate([*about, (_("Rows"), str(last))]):
            note.write_string(place, 0, term, formats["head"])
            note.write_string(place, 1, words[:LONGEST])


def _write(page: Any, row: int, place: int, cell: Any, formats: dict[str, Any]) -> None:
    match cell:
        case None | "":
            pass
        case bool():
            page.write_string(row, place, _text(cell))
        case int():
            page.write_number(row, place, cell)
        case Decimal() if len(cell.normalize().as_tuple().digits) <= EXACT:
            page.write_number(row, place, float(cell), formats["percent"] if isinstance(cell, Percent) else None)
        case datetime():
            page.write_datetime(row, place, timezone.localtime(cell).replace(tzinfo=None), formats["moment"])
        case date() if cell.year >= 1900:
            page.write_datetime(row, place, cell, formats["day"])
        case _:
            page.write_string(row, place, _text(cell)[:LONGEST])
