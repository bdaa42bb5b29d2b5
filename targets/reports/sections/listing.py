"""Every target in printed order, under its action and task: what is promised, what is reached, what follows."""

from collections.abc import Iterator
from typing import Final

from targets.queries.tree import Node
from targets.reports.gathering import Line, Material
from targets.reports.phrases import SERIAL, bodies, lamp, listed, name, serial, share, value, verdict, wording
from targets.reports.report import (
    Cell,
    Column,
    Fact,
    Heading,
    Holds,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Table,
    Width,
)
from targets.reports.sections.summary import WHOLE_PLAN, title
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Text, label

NONE: Final = Text("登记中尚无目标。", "The register holds no target yet.")
WITHOUT: Final = Text(
    "另有{}个行动、任务或举措在登记中没有目标，未列出。",
    "{} further actions, tasks or steps without targets are not listed.",
)
COLUMNS: Final = (
    SERIAL,
    Column(head=Text("目标", "Target"), width=Width.WIDE, holds=Holds.NAME),
    Column(head=Text("最新数据", "Latest value")),
    Column(head=Text("已完成", "Done"), width=Width.NARROW, holds=Holds.NUMBER),
    Column(head=Text("应完成", "Expected"), width=Width.NARROW, holds=Holds.NUMBER),
    Column(head=Text("研判", "Verdict")),
)


def listing(material: Material) -> Section:
    if not material.lines:
        return Section(kind=SectionKind.TARGETS, blocks=(Paragraph(words=NONE),))
    table = Table(
        caption=Text("各项目标进展", "Progress target by target"),
        columns=COLUMNS,
        lines=tuple(_lines(material)),
        is_register=True,
    )
    empty = sum(not material.below(node) for node in material.tree.nodes)
    note = [Paragraph(words=WITHOUT.format(Text(str(empty))), is_note=True)] if empty else []
    return Section(kind=SectionKind.TARGETS, blocks=(table, *note))


def _lines(material: Material) -> Iterator[Heading | Row]:
    """Headings of the tree as far as there are targets below them, each target under its own."""
    if loose := material.below(None):
        yield Heading(level=0, words=WHOLE_PLAN)
        yield from map(_row, loose)
    for node in material.tree.nodes:
        if below := material.below(node):
            yield _heading(node, below)
            yield from (_row(line) for line in below if line.under[-1] is node)


def _heading(node: Node, below: list[Line]) -> Heading:
    counts = listed(
        Text(f"{named.zh}{count}", f"{count} {named.en}")
        for light in Light
        if (count := sum(line.verdict.light == light for line in below))
        for named in [label(Light, light)]
    )
    details = [counts, *([bodies(node.responsibilities)] if node.responsibilities else [])]
    return Heading(level=node.depth, words=title(node), details=tuple(details))


def _row(line: Line) -> Row:
    judged, found = line.judged, line.verdict
    cells = (
        serial(line),
        Cell(words=name(judged.target), details=(wording(judged),)),
        value(judged),
        share(found.achieved_share),
        share(found.expected_share),
        lamp(found.light, found.pace),
    )
    means = Fact(Text("含义", "Meaning"), line.reading)
    return Row(cells=cells, remarks=(means, verdict(line)), number=line.number)
