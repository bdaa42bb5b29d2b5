"""A small report made by hand, with every kind of block, and what is found in its page."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

from targets.reports import html
from targets.reports.report import (
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Holds,
    Items,
    LightBar,
    Paragraph,
    Picture,
    Pictures,
    Report,
    Row,
    Section,
    SectionKind,
    Table,
    Width,
)
from targets.rules.verdicts.terms import Light, Pace
from targets.rules.wording import Lang, Text, label
from tests.reports.make import make_chart

RED: Text = label(Light, Light.RED)
BEHIND: Text = label(Pace, Pace.FAR_BEHIND)
COLUMNS = (
    Column(head=Text("序号", "No."), width=Width.TINY, holds=Holds.SERIAL),
    Column(head=Text("目标", "Target"), width=Width.WIDE, holds=Holds.NAME),
    Column(head=Text("研判", "Verdict")),
    Column(head=Text("已完成", "Done"), holds=Holds.NUMBER),
)


def make_target_row(number: int = 1, name: Text | None = None) -> Row:
    cells = (
        Cell(words=Text(str(number)), value=number),
        Cell(words=name or Text("整车产量", "Vehicle output"), details=(Text("“超200万辆”"),)),
        Cell(words=RED, light=Light.RED, details=(BEHIND,)),
        Cell(words=Text("12.5%"), value=Decimal("0.125")),
    )
    return Row(cells=cells, remarks=(Fact(Text("研判", "Verdict"), Text("落后。", "It is behind.")),), number=number)


def make_table(*rows: Row, **changes: Any) -> Table:
    heading = Heading(level=0, words=Text("一　行动", "1 Action"), details=(Text("红灯1", "1 red"),))
    values: dict[str, Any] = {
        "caption": Text("各项目标", "Targets"),
        "columns": COLUMNS,
        "lines": (heading, *(rows or (make_target_row(),))),
        "is_register": True,
    }
    return Table(**values | changes)


def make_counts() -> Table:
    columns = (
        Column(head=Text("部分", "Part"), holds=Holds.NAME),
        Column(head=Text("红灯", "Red"), width=Width.NARROW, holds=Holds.NUMBER),
    )
    one = Cell(words=Text("1"), value=1)
    return Table(
        caption=Text("各部分亮灯情况", "Lights by part"),
        columns=columns,
        lines=(Row(cells=(Cell(words=Text("行动", "Action")), one)),),
        total=Row(cells=(Cell(words=Text("合计", "Total")), one)),
        is_compact=True,
    )


def make_report(**changes: Any) -> Report:
    """One red target."""
    picture = Picture(number=1, trajectory=make_chart(), light=Light.RED, pace=BEHIND)
    summary = (
        Paragraph(words=Text("1项目标有数据。", "The one target has data.")),
        LightBar(counts=((Light.RED, 1),), total=1),
        make_counts(),
        Paragraph(words=Text("小标题", "Title"), is_title=True),
        Paragraph(words=Text("注", "Note"), is_note=True),
        Items(items=(Text("甲", "A"), Text("乙", "B"))),
        Items(items=(Text("某报", "Some paper"),), is_numbered=True),
    )
    values: dict[str, Any] = {
        "plan": "some-plan",
        "subject": Text("《某方案》", "Some plan"),
        "title": Text("目标进展报告", "Progress report"),
        "facts": Facts(facts=(Fact(Text("制发单位", "Issuer"), Text("某市政府", "Some City")),)),
        "day": date(2027, 6, 30),
        "known_at": datetime(2027, 6, 30, tzinfo=UTC),
        "data_date": date(2026, 12, 31),
        "targets": 1,
        "by_light": ((Light.RED, 1), (Light.GREEN, 0)),
        "by_pace": ((BEHIND, 1),),
        "reported": 1,
        "judged": 1,
        "score": Text("1项目标有数据。", "The one target has data."),
        "rule": Text("最差决定", "worst of all"),
        "deciding": 1,
        "sections": (
            Section(kind=SectionKind.SUMMARY, blocks=summary),
            Section(kind=SectionKind.ATTENTION, blocks=(make_table(is_register=False),)),
            Section(kind=SectionKind.TARGETS, blocks=(make_table(),)),
            Section(kind=SectionKind.CHARTS, blocks=(Pictures(pictures=(picture,)),)),
        ),
    }
    return Report(**values | changes)


def page_of(report: Report, lang: Lang = "zh") -> str:
    return html.render(report, lang).decode()


def tree_of(report: Report, lang: Lang = "zh") -> ElementTree.Element:
    """The page as a strict parser reads it; names of a drawing lose their namespace."""
    root = ElementTree.fromstring(page_of(report, lang))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def words_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext())
