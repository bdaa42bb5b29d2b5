"""Reports on disk: under their names, and always whole."""

from pathlib import Path

import pytest

from targets.reports.files import keep, name_of, put
from targets.reports.formats import FORMATS
from tests.reports.reports import make_report

HTML = FORMATS["html"]


def test_the_registry_knows_each_format_by_its_code() -> None:
    assert {code: form.code for code, form in FORMATS.items()} == {code: code for code in FORMATS}
    assert (HTML.suffix, HTML.media_type) == ("html", "text/html; charset=utf-8")
    assert HTML.render(make_report(), "zh").startswith(b"<!DOCTYPE html>")


def test_a_report_is_kept_under_plan_language_and_format(tmp_path: Path) -> None:
    paths = keep(make_report(), tmp_path / "new" / "folder", HTML, ["zh-hans", "en"])
    assert [path.name for path in paths] == ["some-plan.zh-hans.html", "some-plan.en.html"]
    assert name_of("some-plan", "en", HTML) == "some-plan.en.html"
    assert 'lang="zh-Hans"' in paths[0].read_text(encoding="utf-8")
    assert 'lang="en"' in paths[1].read_text(encoding="utf-8")


def test_a_newer_one_takes_the_place_of_the_older(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    put(path, b"old")
    put(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_put_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "a-folder"
    (place / "with-a-file").mkdir(parents=True)
    with pytest.raises(OSError, match="a-folder"):
        put(place, b"report")
    assert list(tmp_path.iterdir()) == [place]
    assert (place / "with-a-file").is_dir()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "missing" / "report.html", b"report")
