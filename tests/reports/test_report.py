"""What a report says of a plan."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from targets.models import Plan, Responsibility
from targets.reports.report import Heading, Items, LightBar, Pictures, SectionKind
from targets.rules.terms import BaseSource, DateSource, Flag, PlanStatus, ResponsibilityRole
from targets.rules.verdicts.terms import Light, RollupRule
from targets.services import records
from tests.make import (
    make_citation,
    make_milestone,
    make_observation,
    make_organisation,
    make_plan,
    make_policy,
    make_series,
    make_source,
    make_target,
)
from tests.reports.plans import (
    blocks,
    cells,
    column,
    make_full_plan,
    make_line,
    report_of,
    said,
    section,
    table,
)

pytestmark = pytest.mark.django_db


def test_it_says_what_the_document_is_and_what_it_counts_itself() -> None:
    plan = make_plan(
        name="某方案",
        document_number="鄂政发〔2026〕3号",
        issuer=make_organisation(name="某市政府", name_en="Some City"),
        period_start=date(2026, 1, 1),
        period_end=date(2030, 12, 31),
        period_source=DateSource.STATED,
        stated_action_count=10,
        stated_count=25,
        stated_wording="十大行动25项任务",
        flags=[Flag.SUMMARY_ONLY],
        citation=make_citation(source=make_source(title="某报")),
    )
    report = report_of(plan)
    assert report.subject.zh == "《某方案》"
    assert {fact.name.zh: fact.words.zh for fact in report.facts.facts} == {
        "制发单位": "某市政府",
        "规划期": "2026—2030年",
        "文号": "鄂政发〔2026〕3号",
        "文件所述": "10个行动、25项任务、“十大行动25项任务”",
        "已登记": "0项目标",
        "存疑": "仅见摘要，未见全文",
        "出处": "《某报》[1] S1 L1",
    }


def test_what_the_document_does_not_say_is_said_to_be_unstated() -> None:
    facts = {fact.name.en: fact.words.en for fact in report_of(make_plan()).facts.facts}
    assert facts["Issuer"] == facts["Period"] == facts["The document states"] == "not stated"


def test_counts_by_light_and_pace_add_up_to_the_targets() -> None:
    report = report_of(make_full_plan())
    assert report.targets == 5
    assert dict(report.by_light) == dict.fromkeys(Light, 1)
    assert {pace.zh: count for pace, count in report.by_pace if count} == {
        "正常": 1,
        "滞后": 1,
        "倒退": 1,
        "超前": 1,
        "无数据": 1,
    }
    assert (report.reported, report.judged) == (4, 4)
    lights, paces, parts = blocks(report, SectionKind.SUMMARY, type(table(report, SectionKind.SUMMARY)))
    assert column(lights, 1) == ["超前1", "正常1", "滞后1", "倒退1", "无数据1"]
    assert said(lights.total) == ["合计", "", "5", "100%"]
    assert said(next(paces.rows)) == ["目标数", "1", "1", "1", "1", "1", "5"]
    assert [said(row) for row in parts.rows] == [
        ["规划整体目标", "1", "0", "0", "0", "1", "2"],
        ["一　行动一", "0", "1", "0", "0", "0", "1"],
        ["二　行动二", "0", "0", "1", "1", "0", "2"],
    ]
    assert said(parts.total) == ["合计", "1", "1", "1", "1", "1", "5"]
    assert [bar.total for bar in blocks(report, SectionKind.SUMMARY, LightBar)] == [5]


def test_the_score_names_its_rule_and_the_target_that_decides() -> None:
    plan = make_full_plan()
    report = report_of(plan)
    assert report.rule.zh == "最差决定"
    assert report.deciding == 5
    assert (
        report.score.zh
        == "5项目标中4项有数据：蓝灯1、绿灯1、黄灯1、红灯1、灰灯1；按“最差决定”，由“red”定为红灯（倒退）。"
    )
    make_policy(plan=plan, rollup=RollupRule.COUNTS)
    assert report_of(plan).rule.zh == "计数"


def test_the_data_date_is_the_latest_day_that_a_value_in_use_is_for() -> None:
    plan = make_full_plan()
    assert report_of(plan).data_date == date(2026, 12, 31)
    make_observation(make_series(), period_start=date(2027, 1, 1), period_end=date(2027, 3, 31))
    assert report_of(plan).data_date == date(2026, 12, 31)
    assert report_of(make_plan()).data_date is None


def test_red_and_yellow_come_first_the_worst_before_the_others() -> None:
    plan = make_full_plan()
    make_line(plan, "far behind", 1_201_000, deadline=date(2027, 12, 31))
    found = table(report_of(plan), SectionKind.ATTENTION)
    assert column(found, 1) == ["red", "far behind", "yellow"]
    assert column(found, 2) == ["红灯", "红灯", "黄灯"]
    first = next(found.rows)
    assert first.cells[3].words.zh == "−32.5"
    (verdict,) = first.remarks
    assert verdict.words.zh.startswith("2026年为1,100,000辆（110万辆），尚未达到目标")
    assert verdict.words.zh.endswith("落后32.5个百分点，且比基期更远离目标；差距不高于-10个百分点为倒退。")


def test_who_answers_for_a_target_is_its_own_body_or_that_of_the_nearest_task() -> None:
    plan = make_full_plan()
    red, yellow = (plan.targets.get(series__indicator__name=name) for name in ("red", "yellow"))
    city, bureau = make_organisation(name="市政府"), make_organisation(name="统计局")
    records.create(Responsibility(organisation=city, task=yellow.task, role=ResponsibilityRole.LEAD), by=None)
    records.create(Responsibility(organisation=bureau, target=yellow, role=ResponsibilityRole.COOPERATING), by=None)
    found = table(report_of(plan), SectionKind.ATTENTION)
    assert dict(zip(column(found, 1), column(found, 5), strict=True)) == {
        "red": "牵头：市政府",
        "yellow": "配合：统计局",
    }
    assert red.task.parent == yellow.task


def test_every_target_is_listed_once_in_printed_order_under_its_action_and_task() -> None:
    report = report_of(make_full_plan())
    found = table(report, SectionKind.TARGETS)
    lines = [line.words.zh if isinstance(line, Heading) else line.cells[1].words.zh for line in found.lines]
    assert lines == ["规划整体目标", "blue", "grey", "一　行动一", "green", "二　行动二", "yellow", "举措", "red"]
    assert [row.number for row in found.rows] == [1, 2, 3, 4, 5]
    headings = [line for line in found.lines if isinstance(line, Heading)]
    assert [(heading.level, heading.details[0].zh) for heading in headings[1:]] == [
        (0, "绿灯1"),
        (0, "黄灯1、红灯1"),
        (1, "红灯1"),
    ]
    note = section(report, SectionKind.TARGETS).blocks[1]
    assert note.words.zh == "另有1个行动、任务或举措在登记中没有目标，未列出。"


def test_a_line_says_what_is_printed_what_it_means_what_is_reached_and_what_follows() -> None:
    (row,) = (row for row in table(report_of(make_full_plan()), SectionKind.TARGETS).rows if row.number == 3)
    assert said(row) == ["3", "green", "1,300,000辆（130万辆）", "12.5%", "20%", "绿灯"]
    assert [detail.zh for cell in row.cells for detail in cell.details] == ["“超200万辆”", "2026年", "正常"]
    assert [cell.value for cell in row.cells] == [3, None, Decimal(1_300_000), Decimal("0.125"), Decimal("0.2"), None]
    assert [fact.name.zh for fact in row.remarks] == ["含义", "研判"]
    assert row.remarks[0].words.zh.startswith("2030年")


def test_there_is_a_chart_for_each_target_with_a_number_and_a_value() -> None:
    report = report_of(make_full_plan())
    (pictures,) = blocks(report, SectionKind.CHARTS, Pictures)
    assert [(picture.number, picture.trajectory.title.zh) for picture in pictures.pictures] == [
        (1, "blue"),
        (3, "green"),
        (4, "yellow"),
        (5, "red"),
    ]
    assert section(report, SectionKind.CHARTS).blocks[1].words.zh == "其余1项目标没有数据或没有数值，未绘图。"


def test_what_is_missing_is_listed_each_thing_once() -> None:
    plan = make_full_plan()
    make_line(plan, "awaiting", 1_300_000, deadline=date(2027, 3, 31))
    make_line(plan, "no number", 1_300_000, comparator="", lower=None, flags=[Flag.QUALITATIVE])
    make_line(plan, "open", deadline=None, deadline_precision="", deadline_source=DateSource.NONE)
    make_line(plan, "no base", 1_300_000, base_value=None, base_date=None, base_source=BaseSource.NONE)
    make_policy(target=make_line(plan, "stale", 1_300_000), max_age_days=30)
    found = table(report_of(plan), SectionKind.MISSING)
    assert dict(zip(column(found, 1), column(found, 2), strict=True)) == {
        "grey": "数据、基期值",
        "awaiting": "到期数据",
        "no number": "目标数值（文件未写明）",
        "open": "数据、时限（文件未写明）",
        "no base": "基期值",
        "stale": "较新的数据（现有数据已过时效）",
    }


def test_a_plan_that_lacks_nothing_says_so() -> None:
    plan = make_plan()
    make_line(plan, "green", 1_300_000)
    (words,) = section(report_of(plan), SectionKind.MISSING).blocks
    assert words.words.zh == "各项目标的数据、基期和时限齐全。"


def test_open_points_and_sources_are_told_and_numbered() -> None:
    plan = make_plan(citation=make_citation(source=make_source(title="甲文件")))
    other = make_citation(
        source=make_source(title="乙文件", publisher="某社", published_on=date(2026, 2, 3)), lines="138"
    )
    make_line(plan, "green", 1_300_000, citation=other, flags=[Flag.SCOPE_UNCLEAR, Flag.NET_OR_GROSS])
    report = report_of(plan)
    assert [said(row)[2:] for row in table(report, SectionKind.SOURCES).rows] == [
        ["—", "[1] S1 L1"],
        ["范围未写明、未写明净增还是毛增", "[2] S1 L138"],
    ]
    (sources,) = blocks(report, SectionKind.SOURCES, Items)
    assert [item.zh for item in sources.items] == ["《甲文件》", "《乙文件》；某社；2026年2月3日"]


def test_the_method_names_every_version_used_and_its_own_boundaries() -> None:
    plan = make_full_plan()
    green = plan.targets.get(series__indicator__name="green")
    make_policy(target=green, code="own-rule", name="本单位规则", ahead=Decimal(3), max_age_days=400)
    make_milestone(plan.targets.get(series__indicator__name="yellow"))
    report = report_of(plan)
    used = table(report, SectionKind.METHOD, 1)
    assert [said(row) for row in used.rows] == [
        ["内置规则", "1", "直线路径（序时进度）", "3"],
        ["内置规则", "1", "节点路径", "1"],
        ["本单位规则", "1", "直线路径（序时进度）", "1"],
    ]
    assert used.total is not None
    assert used.total.cells[-1].value == 5
    methods, readings = blocks(report, SectionKind.METHOD, Items)
    assert [item.zh.split("：")[0] for item in methods.items] == [
        "default（第1版）",
        "own-rule（第1版）",
        "节点路径",
    ]
    assert "差距不低于3个百分点为超前" in methods.items[1].zh
    assert "own-rule（第1版）：数据距研判日超过400天即亮灰灯。" in [item.zh for item in readings.items]


def test_the_method_tells_the_day_judged_and_the_moment_of_knowledge() -> None:
    words = section(report_of(make_full_plan()), SectionKind.METHOD).blocks[0].words
    assert "以2027年6月30日为研判日" in words.zh
    assert "2027年6月30日16时00分00秒（北京时间）" in words.zh


def test_a_plan_without_targets_has_a_report_too() -> None:
    report = report_of(make_plan())
    assert report.targets == 0
    assert report.score.zh == "没有目标，无从汇总。"
    assert [part.kind for part in report.sections] == list(SectionKind)
    assert all(part.blocks for part in report.sections)


def test_everything_is_said_in_both_languages() -> None:
    report = report_of(make_full_plan())
    words = [cell.words for cell in cells(report)] + [part.title for part in report.sections] + [report.score]
    assert [text for text in words if bool(text.zh) != bool(text.en)] == []
    assert not any("{" in text.zh + text.en for text in words)


def test_a_reader_finds_only_what_they_may_see() -> None:
    plan = make_full_plan(status=PlanStatus.DRAFT)
    assert report_of(plan).targets == 5
    assert report_of(plan, AnonymousUser()).targets == 0


def test_a_target_without_a_revision_in_force_is_no_part_of_it() -> None:
    plan = make_full_plan()
    make_target(plan, says={"effective_date": date(2027, 7, 1)})
    assert report_of(plan).targets == 5
    assert report_of(plan, day=date(2027, 7, 1)).targets == 6
    assert report_of(plan, day=date(2025, 12, 31)).targets == 0


def test_before_its_targets_were_recorded_nothing_is_known_of_them() -> None:
    plan = make_full_plan()
    assert report_of(plan, known_at=datetime(2025, 12, 31, tzinfo=UTC)).targets == 0


def count_queries(plan: Plan) -> int:
    with CaptureQueriesContext(connection) as asked:
        report_of(Plan.objects.select_related("issuer", "citation__source").get(pk=plan.pk))
    return len(asked)


def test_the_number_of_questions_to_the_database_does_not_grow_with_the_plan() -> None:
    plan = make_full_plan()
    few = count_queries(plan)
    for number in range(4):
        make_line(plan, f"more {number}", 1_300_000, plan.tasks.get(number="三"))
    assert count_queries(plan) == few
