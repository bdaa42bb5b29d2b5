"""A list as a file: all rows that its filter and search leave, in its order."""

from datetime import datetime
from tempfile import TemporaryFile
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from targets.exchange.sheets.files import cells, comma_lines, write_workbook
from targets.exchange.sheets.nouns import SHEETS
from targets.queries.days import now

FORMATS = ("xlsx", "csv")
MOST = 50_000
"""So many rows are written into one file at the most."""


def is_exported(model: Any) -> bool:
    return model in SHEETS


def file_of(rows: QuerySet[Any], form: str, about: list[tuple[str, str]]) -> FileResponse:
    """The rows as a download; `about` says what they are a list of."""
    sheet, name = SHEETS[rows.model], capfirst(str(rows.model._meta.verbose_name_plural))
    moment = timezone.localtime(now())
    called = f"{name}-{moment:%Y-%m-%d}.{form}"
    # Written to the end before the first byte goes out: a file that breaks off half-way would look like a whole one.
    file = TemporaryFile()  # noqa: SIM115, the answer closes it
    if form == "csv":
        file.writelines(comma_lines(sheet.columns, cells(rows, sheet)))
    else:
        write_workbook(file, name, sheet.columns, cells(rows, sheet), [*_head(name, moment), *about])
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=called)


def about(request: HttpRequest, changelist: Any) -> list[tuple[str, str]]:
    """Who exported the list, and what it was narrowed by, in words."""
    narrowed = [(chip.name, chip.value) for chip in changelist.chips]
    return [(_("Exported by"), str(request.user)), *(narrowed or [(_("Filter"), _("none: all rows that you see"))])]


def _head(name: str, moment: datetime) -> list[tuple[str, str]]:
    return [(_("List"), name), (_("Exported at"), f"{moment:%Y-%m-%d %H:%M}")]
