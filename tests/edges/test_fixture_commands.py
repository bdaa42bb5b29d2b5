"""`manage.py load_fixtures` and `manage.py drop_demo`, as a person at a terminal meets them."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from targets.management.commands.load_fixtures import own_files
from targets.models import Area, Plan
from tests.make import make_plan, make_series, make_target

pytestmark = pytest.mark.django_db

AREA = "areas: [{code: north, name: 北区}]"
DEMO = "areas: [{code: demo-north, name: 演示北区}]"


def run(command: str, *arguments: object, **options: object) -> str:
    said = io.StringIO()
    call_command(command, *arguments, stdout=said, stderr=said, no_color=True, **options)
    return said.getvalue()


@pytest.fixture
def folder(tmp_path: Path, settings: object) -> Path:
    """A folder of fixtures in place of the project's own."""
    (tmp_path / "demo").mkdir()
    (tmp_path / "one.yaml").write_text(AREA, encoding="utf-8")
    (tmp_path / "demo" / "one.yaml").write_text(DEMO, encoding="utf-8")
    settings.FIXTURE_DIRS = [tmp_path]
    return tmp_path


def test_without_a_file_the_real_ones_are_loaded(folder: Path) -> None:
    run("load_fixtures")
    assert list(Area.objects.values_list("code", flat=True)) == ["north"]


def test_the_demonstration_is_asked_for_by_name(folder: Path) -> None:
    run("load_fixtures", demo=True)
    assert list(Area.objects.values_list("code", flat=True)) == ["demo-north"]


def test_the_command_counts_what_it_added_and_what_it_left_alone(folder: Path) -> None:
    kind = str(Area._meta.verbose_name_plural)
    first, second = run("load_fixtures"), run("load_fixtures")
    assert f"{kind} 1" in first
    assert f"{kind} 1" in second
    assert first != second
    assert len(second.splitlines()) == 1


def test_a_named_file_is_loaded_alone(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yml"
    other.write_text("areas: [{code: south, name: 南区}]", encoding="utf-8")
    run("load_fixtures", str(other))
    assert Area.objects.get().code == "south"


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    run("load_fixtures", dry_run=True)
    assert not Area.objects.exists()


def test_the_demonstration_that_was_dropped_comes_back_only_again(folder: Path) -> None:
    run("load_fixtures", demo=True)
    run("drop_demo")
    run("load_fixtures", demo=True)
    assert not Area.objects.exists()
    run("load_fixtures", demo=True, again=True)
    assert Area.objects.get().code == "demo-north"


def test_drop_says_which_row_is_in_the_way_and_removes_nothing() -> None:
    make_target(make_plan(code="demo-plan"), code="demo-target", series=make_series(code="demo-series"))
    make_target(make_plan(code="real-plan", derived_from=Plan.objects.get(code="demo-plan")))
    said = io.StringIO()

    with pytest.raises(CommandError):
        call_command("drop_demo", stderr=said)

    assert "real-plan" in said.getvalue()
    assert "demo-plan" in said.getvalue()
    assert Plan.objects.demo().exists()


def test_a_fault_is_one_plain_line_and_the_exit_code_is_one(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("areas: [{code: north, nam: 北区}]", encoding="utf-8")
    database = settings.DATABASES["default"]
    url = "postgresql://{USER}:{PASSWORD}@/{NAME}?host={HOST}&port={PORT}".format(**database)
    ended = subprocess.run(
        [sys.executable, str(settings.BASE_DIR / "manage.py"), "load_fixtures", "bad.yaml"],
        cwd=tmp_path,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    lines = ended.stderr.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["bad.yaml:1", "bad.yaml:1", "CommandError:"]
    assert "areas[0].nam" in ended.stderr


def test_the_project_has_real_files_and_demonstration_files() -> None:
    real, demo = own_files(demo=False), own_files(demo=True)
    assert len(real) == 6
    assert demo
    assert not set(real) & set(demo)


def test_a_clashing_fixture_is_told_and_keeps_nobody_from_being_served(
    folder: Path, tmp_path: Path, settings: object
) -> None:
    settings.STATIC_ROOT, settings.VAR_DIR = tmp_path / "static", tmp_path / "var"
    (folder / "one.yaml").write_text("areas: [{code: north, naem: 北区}]", encoding="utf-8")
    said = run("prepare")
    assert "one.yaml:1" in said
    assert "served as it is" in said
    assert list(Area.objects.values_list("code", flat=True)) == ["demo-north"]
