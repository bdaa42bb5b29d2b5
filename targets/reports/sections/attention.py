"""What must be looked at first: red and yellow lights, the worst before the others."""

from typing import Final

from targets.reports.gathering import Line, Material
from targets.reports.phrases import SERIAL, bodies, due, lamp, name, points, serial, verdict, wording
from targets.reports.report import Cell, Column, Holds, Paragraph, Row, Section, SectionKind, Table, Width
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Text

CALLING: Final = (Light.RED, Light.YELLOW)
NONE: Final = Text("没有亮红灯或黄灯的目标。", "No light is red or yellow.")
OPENING: Final = Text(
    "亮红灯、黄灯的目标共{}项，按严重程度排列：先红灯后黄灯，同灯之中依次为到期未完成、倒退、严重滞后、滞后，同一进度之中落后多的在前。",
    "{} in red or yellow, the worst first: red before yellow, then missed, regressing, far behind and behind, and "
    "within one pace the larger gap first.",
)
COLUMNS: Final = (
    SERIAL,
    Column(head=Text("目标", "Target"), width=Width.WIDE, holds=Holds.NAME),
    Column(head=Text("研判", "Verdict")),
    Column(head=Text("差距（百分点）", "Gap (points)"), holds=Holds.NUMBER),
    Column(head=Text("时限", "Due"), width=Width.NARROW),
    Column(head=Text("责任单位", "Who"), width=Width.WIDE),
)


def attention(material: Material) -> Section:
    calling = material.worst_first([line for line in material.lines if line.verdict.light in CALLING])
    if not calling:
        return Section(kind=SectionKind.ATTENTION, blocks=(Paragraph(words=NONE),))
    opening = Paragraph(words=OPENING.format(Text(f"{len(calling):,}")))
    table = Table(
        caption=Text("亮红灯、黄灯的目标", "Targets in red or yellow"),
        columns=COLUMNS,
        lines=tuple(map(_row, calling)),
    )
    return Section(kind=SectionKind.ATTENTION, blocks=(opening, table))


def _row(line: Line) -> Row:
    judged = line.judged
    cells = (
        serial(line),
        Cell(words=name(judged.target), details=(wording(judged),)),
        lamp(line.verdict.light, line.verdict.pace),
        points(line.verdict.gap_points),
        due(judged),
        Cell(words=bodies(line.bodies)),
    )
    return Row(cells=cells, remarks=(verdict(line),), number=line.number)
