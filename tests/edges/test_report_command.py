"""`manage.py render_report`, as a person at a terminal meets it."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from targets.management.commands.render_report import longest_ago_first, order_of
from targets.models import Plan
from targets.reports.formats import FORMATS, Format
from targets.reports.report import DoesNotAddUp, Report
from targets.rules.terms import PlanStatus
from targets.rules.wording import Lang
from tests.make import make_plan
from tests.reports.plans import make_full_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    """Where reports go unless said otherwise."""
    settings.VAR_DIR = tmp_path / "var"
    return tmp_path / "var" / "reports"


def run(*arguments: object) -> str:
    said = io.StringIO()
    call_command("render_report", *map(str, arguments), stdout=said, stderr=said, no_color=True)
    return said.getvalue()


def refused(*arguments: object) -> str:
    with pytest.raises(CommandError) as told:
        run(*arguments)
    return str(told.value)


def test_a_report_goes_into_the_folder_of_reports_and_its_place_is_told(folder: Path) -> None:
    make_full_plan(code="some-plan")
    assert run("some-plan") == f"{folder / 'some-plan.zh-hans.html'}\n"
    page = (folder / "some-plan.zh-hans.html").read_text(encoding="utf-8")
    assert "《某方案》" in page
    assert 'lang="zh-Hans"' in page


def test_it_speaks_english_or_both(folder: Path) -> None:
    make_full_plan(code="some-plan")
    run("some-plan", "--language", "en")
    assert [path.name for path in folder.iterdir()] == ["some-plan.en.html"]
    said = run("some-plan", "--language", "en", "--language", "zh-hans", "--language", "en")
    assert [Path(line).name for line in said.splitlines()] == ["some-plan.en.html", "some-plan.zh-hans.html"]


def test_it_goes_where_it_is_wanted(tmp_path: Path, folder: Path) -> None:
    make_full_plan(code="some-plan")
    assert run("some-plan", "--output", tmp_path / "mine.html") == ""
    assert (tmp_path / "mine.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert not folder.exists()


def test_a_dash_is_standard_output(capsysbinary: Any, folder: Path) -> None:
    make_full_plan(code="some-plan")
    call_command("render_report", "some-plan", output="-")
    page = capsysbinary.readouterr().out
    assert page.startswith(b"<!DOCTYPE html>")
    assert page.endswith(b"</html>\n")
    assert not folder.exists()


def test_it_is_for_the_day_and_the_knowledge_asked_for(tmp_path: Path) -> None:
    make_full_plan(code="some-plan")
    times = ("--as-of", "2027-06-30", "--known-at", "2027-06-30")
    run("some-plan", *times, "--output", tmp_path / "one.html")
    run("some-plan", *times, "--output", tmp_path / "two.html")
    page = (tmp_path / "one.html").read_text(encoding="utf-8")
    assert "2027年6月30日24时（北京时间）" in page
    assert page == (tmp_path / "two.html").read_text(encoding="utf-8")
    run("some-plan", "--as-of", "2027-06-30", "--known-at", "2025-12-31T08:00:00Z", "--output", tmp_path / "old.html")
    assert "没有目标，无从汇总。" in (tmp_path / "old.html").read_text(encoding="utf-8")


def test_a_draft_has_its_report_too(folder: Path) -> None:
    make_full_plan(code="some-draft", status=PlanStatus.DRAFT)
    run("some-draft")
    assert 'id="t5"' in (folder / "some-draft.zh-hans.html").read_text(encoding="utf-8")


def test_an_unknown_plan_is_told_with_those_that_are_near() -> None:
    make_plan(code="some-plan")
    assert "somee-plan" in refused("somee-plan")
    assert "some-plan" in refused("somee-plan")
    Plan.objects.all().delete()
    assert "—" in refused("somee-plan")


@pytest.mark.parametrize(
    ("option", "text", "example"),
    [
        ("--as-of", "2027-02-30", "2026-12-31"),
        ("--as-of", "2027-06-30T08:00:00Z", "2026-12-31"),
        ("--known-at", "yesterday", "2026-12-31T08:00:00Z"),
        ("--known-at", "2027-06-30T08:00:00", "2026-12-31T08:00:00Z"),
    ],
)
def test_a_wrong_time_is_told_with_its_place_and_an_example(option: str, text: str, example: str) -> None:
    make_plan(code="some-plan")
    told = refused("some-plan", option, text)
    assert told.startswith(f"{option} {text}: ")
    assert example in told


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("some-plan", "--all"),
        ("--all", "--output", "-"),
        ("some-plan", "--output", "-", "--language", "en", "--language", "zh-hans"),
        ("some-plan", "--seconds", "1"),
    ],
)
def test_what_contradicts_itself_is_refused_with_the_remedy(arguments: tuple[str, ...]) -> None:
    make_plan(code="some-plan")
    assert refused(*arguments).endswith(("。", "."))


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    make_plan(code="some-plan")
    assert "'html'" in refused("some-plan", "--format", "doc")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    make_plan(code="some-plan")
    missing = tmp_path / "missing" / "report.html"
    told = refused("some-plan", "--output", missing)
    assert str(missing.parent) in told
    assert "--output" in told
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    make_plan(code="some-plan")
    folder.parent.write_text("a file where the folder should be", encoding="utf-8")
    assert str(folder) in refused("some-plan")
    assert str(folder) in refused("--all")


def test_all_plans_are_written_and_counted(folder: Path) -> None:
    make_full_plan(code="plan-one")
    make_plan(code="plan-two", status=PlanStatus.DRAFT)
    said = run("--all", "--language", "zh-hans", "--language", "en")
    assert sorted(path.name for path in folder.iterdir()) == [
        "plan-one.en.html",
        "plan-one.zh-hans.html",
        "plan-two.en.html",
        "plan-two.zh-hans.html",
    ]
    assert "2" in said
    assert str(folder) in said


def picky(report: Report, lang: Lang) -> bytes:
    """A format that cannot take one of the plans."""
    if report.plan == "plan-two":
        raise DoesNotAddUp("lights: the total is 2, its parts make 1")
    return lang.encode()


@pytest.fixture
def _picky_format(monkeypatch: pytest.MonkeyPatch) -> None:
    form = Format(code="picky", suffix="txt", media_type="text/plain", render=picky)
    monkeypatch.setitem(FORMATS, "picky", form)  # type: ignore[arg-type]


@pytest.mark.usefixtures("_picky_format")
def test_the_failure_of_one_plan_does_not_cost_the_others_theirs(
    folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for code in ("plan-one", "plan-two", "plan-three"):
        make_plan(code=code)
    assert "plan-two" in refused("--all", "--format", "picky")
    assert sorted(path.name for path in folder.iterdir()) == ["plan-one.zh-hans.txt", "plan-three.zh-hans.txt"]
    assert "its parts make 1" in caplog.text


@pytest.mark.usefixtures("_picky_format")
def test_a_report_that_does_not_add_up_is_not_written_and_the_difference_is_told(folder: Path) -> None:
    make_plan(code="plan-two")
    assert "its parts make 1" in refused("plan-two", "--format", "picky")
    assert list(folder.iterdir()) == []


def test_with_little_time_the_oldest_come_first_and_the_rest_is_told(folder: Path) -> None:
    for code in ("plan-one", "plan-two"):
        make_plan(code=code)
    run("plan-one")
    assert "2" in run("--all", "--seconds", "0").splitlines()[-1]
    assert [path.name for path in folder.iterdir()] == ["plan-one.zh-hans.html"]
    ordered = [plan.code for plan in longest_ago_first(order_of(OPTIONS))]
    assert ordered == ["plan-two", "plan-one"]


OPTIONS = {"as_of": None, "known_at": None, "format": "html", "language": None}
