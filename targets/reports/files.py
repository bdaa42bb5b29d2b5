"""Reports as files: under one name for each plan, language and format, and always whole."""

import os
from collections.abc import Iterable
from pathlib import Path
from secrets import token_hex
from typing import Final

from targets.reports.formats import Format
from targets.reports.report import Report
from targets.rules.wording import Lang

#: Languages as files and commands name them.
LANGUAGES: Final[dict[str, Lang]] = {"zh-hans": "zh", "en": "en"}


def name_of(plan: str, language: str, form: Format) -> str:
    """The usual name of the file with the report of a plan, by its code."""
    return f"{plan}.{language}.{form.suffix}"


def keep(report: Report, folder: Path, form: Format, languages: Iterable[str]) -> list[Path]:
    """Write the report into the folder, which is made where it is missing. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [(language, folder / name_of(report.plan, language, form)) for language in languages]
    for language, path in paths:
        put(path, form.render(report, LANGUAGES[language]))
    return [path for _, path in paths]


def put(path: Path, content: bytes) -> None:
    """Write the file beside its place and move it there, so that a reader meets the old one or the new one.

    Raises OSError; the place is then as it was.
    """
    beside = path.with_name(f".{token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
