"""A file that is wrong is refused whole, and every place to mend is named."""

from pathlib import Path

import pytest
from django.utils import translation

from targets.exchange.fixtures.documents import MAX_BYTES
from targets.exchange.fixtures.loading import load
from targets.exchange.fixtures.problems import Refused
from targets.models import Area, Organisation, Plan, Source
from tests.exchange.files import SMALL, load_text, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _here_in_english(_plain_settings: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    translation.activate("en")


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        load_text(folder, text)
    assert not Plan.objects.exists()
    assert not Source.objects.exists()
    return [str(problem) for problem in refused.value.problems]


TARGET = "plans[0].tasks[0].targets[0]"
CHANGED = {
    "a field that is not known": (
        "        comparator: gt\n",
        "        comparatr: gt\n",
        f"small.yaml:36 {TARGET}.says.comparatr: unknown field; did you mean “comparator”?",
    ),
    "a number that is none": (
        "lower: 2_000_000",
        "lower: 200万",
        f"small.yaml:37 {TARGET}.says.lower: “200万” is not a number; write the digits out, such as 2_000_000 or 0.557",
    ),
    "a number with an exponent": (
        "lower: 2_000_000",
        "lower: 2e6",
        f"small.yaml:37 {TARGET}.says.lower: “2e6” is not a number; write the digits out, such as 2_000_000 or 0.557",
    ),
    "a number that is infinite": (
        "lower: 2_000_000",
        "lower: .inf",
        f"small.yaml:37 {TARGET}.says.lower: “.inf” is not a number; write the digits out, such as 2_000_000 or 0.557",
    ),
    "a number too exact to keep": (
        "lower: 2_000_000",
        "lower: 0.12345678901",
        f"small.yaml:37 {TARGET}.says.lower: the number has more than 28 digits, or more than 10 after the point",
    ),
    "a day that no calendar has": (
        "day: 2026-02-01",
        "day: 2026-02-30",
        "small.yaml:27 plans[0].tasks[0].updates[0].day: “2026-02-30” is no time; write it as 2030,",
    ),
    "a period that runs backwards": (
        "2026..2030",
        "2030..2026",
        "small.yaml:19 plans[0].period: the period ends before it begins",
    ),
    "a code with a space": (
        "code: scheme\n",
        "code: a scheme\n",
        "small.yaml:15 plans[0].code: “a scheme” is not a code. Use small Latin letters",
    ),
    "a code of no closed list": (
        "comparator: gt",
        "comparator: gte",
        f"small.yaml:36 {TARGET}.says.comparator: unknown code “gte”; did you mean “gt”?",
    ),
    "a name that nothing has": (
        "series: north-output\n",
        "series: nort-output\n",
        f"small.yaml:32 {TARGET}.series: unknown series “nort-output”; did you mean “north-output”?",
    ),
    "a missing field": (
        "  name: 某方案\n",
        "",
        "small.yaml:15 plans[0]: the field “name” is missing",
    ),
    "a list where a text belongs": (
        "name: 某方案",
        "name: [某方案]",
        "small.yaml:16 plans[0].name: a text is expected here",
    ),
    "a text where a list belongs": (
        "    responsibilities:\n    - {organisation: office, role: lead}\n",
        "    responsibilities: office\n",
        "small.yaml:24 plans[0].tasks[0].responsibilities: a list of rows is expected here, each beginning with “- ”",
    ),
    "a text where a row belongs": (
        "- {code: office, name: 办公室}",
        "- office",
        "small.yaml:9 organisations[0]: a row is expected here: fields with their values",
    ),
    "a code that stands twice": (
        "- {code: office, name: 办公室}\n",
        "- {code: office, name: 办公室}\n- {code: office, name: 另一个}\n",
        "small.yaml:10 organisations[1].code: this row stands already at small.yaml:9 organisations[0]",
    ),
    "a field that stands twice": (
        "  name: 某方案\n",
        "  name: 某方案\n  name: 某方案\n",
        "small.yaml:17 plans[0].name: the field stands here twice",
    ),
    "a circle": (
        "- {code: north, name: 北区}",
        "- {code: north, name: 北区, parent: whole}\n- {code: middle, name: 中区, parent: middle}",
        "small.yaml:7 areas[1]: a circle: middle → middle",
    ),
    "a place that is none": (
        "cite: S1 L4",
        "cite: somewhere in it",
        f"small.yaml:40 {TARGET}.says.cite: “somewhere in it” names no place; write it as S6 L138, L50,52 or p. 12",
    ),
    "a value for two times": (
        "period: 2025,",
        "period: 2025, as_of: 2025,",
        "small.yaml:44 observations[0]: give either “period” or “as_of”",
    ),
    "a row below one that names another": (
        "- {code: north-output, indicator: output, area: north}",
        "- {code: north-output, indicator: output, area: north, observations: [{series: other, period: 2024, value: 1}]}",
        "small.yaml:13 series[0].observations[0].series: leave this out: the row stands below another already",
    ),
    "a text that is too long": (
        "name: 某方案",
        f"name: {'长' * 301}",
        "small.yaml:16 plans[0].name: the text is longer than 300 characters",
    ),
    "an alias": (
        "name: 某方案",
        "name: &a 某方案\n  name_en: *a",
        "small.yaml:16 plans[0].name: anchors and aliases are not used here; write the value out",
    ),
    "a tag": (
        "name: 某方案",
        "name: !!python/object/apply:os.getcwd []",
        "small.yaml:16 plans[0].name: the tag tag:yaml.org,2002:python/object/apply:os.getcwd is not used here",
    ),
}


@pytest.mark.parametrize(("old", "new", "message"), CHANGED.values(), ids=CHANGED)
def test_the_place_of_a_fault_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in SMALL
    assert any(problem.startswith(message) for problem in problems(tmp_path, SMALL.replace(old, new, 1)))


def test_a_comparator_without_its_bound_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, SMALL.replace("        lower: 2_000_000\n", ""))
    assert problem.startswith(f"small.yaml:33 {TARGET}.says: ")
    assert "lower bound" in problem


def test_what_only_the_register_can_refuse_is_told_with_its_place(tmp_path: Path) -> None:
    bare = "- {series: north-output, period: 2024, comparator: gt, value: 5}\n"
    (problem,) = problems(tmp_path, SMALL + bare)
    assert problem.startswith("small.yaml:45 observations[1]")
    assert "A plain figure goes into value alone" in problem


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = SMALL.replace("comparator: gt", "comparatr: gt").replace("lower: 2_000_000", "lower: x")
    text = text.replace("kind: composed", "kind: compsed").replace("progress:", "progres:")
    lines = [problem.split(" ")[0] for problem in problems(tmp_path, text)]
    assert lines == ["small.yaml:7", "small.yaml:27", "small.yaml:36", "small.yaml:37"]


def test_a_fault_in_one_file_keeps_the_others_out(tmp_path: Path) -> None:
    good = write(tmp_path, "areas: [{code: good, name: 好}]", "a.yaml")
    bad = write(tmp_path, "areas: [{code: bad}]", "b.yaml")
    with pytest.raises(Refused):
        load([good, bad])
    assert not Area.objects.exists()


def test_a_refused_row_keeps_those_before_it_out(tmp_path: Path) -> None:
    text = "organisations: [{code: first, name: 甲}, {code: second, name: 乙}]\n"
    series = "indicators: [{code: i, name: 指标, accumulation: stage}]\n"
    with pytest.raises(Refused) as refused:
        load_text(tmp_path, text + series)
    assert "Name the stages, in order." in str(refused.value)
    assert not Organisation.objects.exists()


def test_two_files_may_not_describe_the_same_row(tmp_path: Path) -> None:
    files = [write(tmp_path, "areas: [{code: same, name: 同}]", name) for name in ("a.yaml", "b.yaml")]
    with pytest.raises(Refused, match="stands already at"):
        load(files)


FILES = {
    "nothing": (b"", "small.yaml:1: the file must be a mapping"),
    "a list": (b"- 1\n", "small.yaml:1: the file must be a mapping"),
    "no YAML": (b"plans: [\n", "small.yaml:2: this is not YAML"),
    "a NUL byte": (b"plans:\n- code: a\0b\n", "small.yaml:2: the line holds a NUL byte"),
    "another encoding": ("plans:\n# 规划\n".encode("gb18030"), "small.yaml:2: the file is not UTF-8"),
    "a control character": (b"plans: a\x07b\n", "this is not YAML"),
    "two documents": (b"plans: []\n---\nplans: []\n", "small.yaml:2: the file holds more than one document"),
    "too much": (b"#" * (MAX_BYTES + 1), f"the file is larger than {MAX_BYTES} bytes"),
    "too deep": (b"plans: " + b"[" * 1000, "this is nested too deeply"),
    "a name that is a list": (b"[a]: 1\n", "a field name must be a plain word"),
    "an unknown list": (b"plan: []\n", "small.yaml:1 plan: unknown field; did you mean “plans”?"),
    "no source": (b"areas: [{code: a, name: b, cite: L1}]\n", "areas[0].cite: name the source here"),
}


@pytest.mark.parametrize(("content", "message"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_fixture_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "small.yaml"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        load([path])
    assert message in str(refused.value)


def test_an_absent_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        load([tmp_path / "absent.yaml"])
