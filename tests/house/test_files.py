"""Small files, no trace of the machine they were written on, one version."""

import re

from django.conf import settings

from tests.house.project import ROOT, sources, tracked

LONGEST = 400
LONGER = {"policytracker/localdb.py": "the whole manager of the embedded PostgreSQL, read in one go"}
"""Files beyond that length, each with the reason."""

OF_A_MACHINE = re.compile(r"(?<![\w/.])/(work|root|home|Users)/\w|C:\\Users")
BINARY = {".mo", ".png", ".ttf", ".woff2", ".ico", ".gz", ".pdf", ".docx", ".xlsx"}


def _name(path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_source_file_is_longer_than_four_hundred_lines():
    long = {_name(path) for path in sources() if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST}
    assert long == set(LONGER)


def test_no_tracked_file_names_a_path_of_a_machine():
    texts = [path for path in tracked() if path.suffix not in BINARY and path.name != "test_files.py"]
    found = [_name(path) for path in texts if OF_A_MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert found == []


def test_the_version_is_that_of_the_newest_heading_in_the_changelog():
    headings = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == settings.VERSION


def test_no_test_and_no_source_is_empty_of_sense():
    """A file without a line is a package mark and bears the name of one."""
    assert not [_name(path) for path in tracked("*.py") if not path.stat().st_size and path.name != "__init__.py"]
