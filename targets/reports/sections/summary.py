"""How the plan stands as a whole: the sentence of the roll-up, counts by light and by pace, and both by action."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from targets.queries.tree import Node
from targets.reports.gathering import Line, Material
from targets.reports.phrases import capital, listed
from targets.reports.report import (
    Block,
    Cell,
    Column,
    Holds,
    LightBar,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Table,
    Width,
    adds_up,
)
from targets.rules.terms import Term
from targets.rules.verdicts.terms import Light, Pace
from targets.rules.wording import Text, label

SUM: Final = Text("合计", "Total")
WHOLE_PLAN: Final = Text("规划整体目标", "Targets of the plan as a whole")
#: Of counts, which need little room.
COUNT: Final = Column(head=Text("目标数", "Targets"), width=Width.NARROW, holds=Holds.NUMBER)
SHARE: Final = Column(head=Text("占比", "Share"), width=Width.NARROW, holds=Holds.NUMBER)


def summary(material: Material) -> Section:
    return Section(kind=SectionKind.SUMMARY, blocks=tuple(_blocks(material)))


def by_light(material: Material) -> tuple[tuple[Light, int], ...]:
    return tuple(material.whole.rollup.by_light.items())


def by_pace(material: Material) -> tuple[tuple[Pace, int], ...]:
    return tuple(material.whole.rollup.by_pace.items())


def title(node: Node) -> Text:
    """A task by its printed number and name."""
    task = node.task
    english = task.name_en or task.name
    return Text(f"{task.number}　{task.name}", f"{task.number} {english}") if task.number else Text(task.name, english)


def _blocks(material: Material) -> Iterator[Block]:
    yield Paragraph(words=material.whole.sentence)
    if not material.lines:
        return
    yield LightBar(counts=by_light(material), total=len(material.lines))
    yield _lights(material)
    yield _paces(material)
    parts = list(_parts(material))
    if len(parts) > 1:
        yield _actions(parts, len(material.lines))


def _lights(material: Material) -> Table:
    total = len(material.lines)
    both = Counter((line.verdict.light, line.verdict.pace) for line in material.lines)
    rows = tuple(
        Row(cells=(_lamp(light), _among(light, both), _number(count), _part_of(count, total)))
        for light, count in by_light(material)
    )
    columns = (
        Column(head=Text("灯色", "Light"), holds=Holds.NAME),
        Column(head=Text("其中", "Of these"), width=Width.WIDE),
        COUNT,
        SHARE,
    )
    sums = Row(cells=(Cell(words=SUM), Cell(words=Text("")), _number(total), Cell(words=Text("100%"))))
    caption = Text("各灯目标数", "Targets by light")
    return Table(caption=caption, columns=columns, lines=rows, total=sums, is_compact=True)


def _among(light: Light, both: Counter[tuple[Light, Pace]]) -> Cell:
    """The paces behind one light."""
    found = [(label(Pace, pace), both[light, pace]) for pace in Pace if both[light, pace]]
    return Cell(words=listed(Text(f"{named.zh}{count:,}", f"{count:,} {named.en}") for named, count in found))


def _paces(material: Material) -> Table:
    """In one line, those that occur, since there are eleven."""
    total = len(material.lines)
    found = [(pace, count) for pace, count in by_pace(material) if count]
    adds_up(total, (count for _, count in found), "paces")
    heads = (Column(head=_named(Pace, pace), width=Width.NARROW, holds=Holds.NUMBER) for pace, _ in found)
    columns = (
        Column(head=Text("进度", "Pace"), holds=Holds.NAME),
        *heads,
        Column(head=SUM, width=Width.NARROW, holds=Holds.NUMBER),
    )
    cells = (Cell(words=COUNT.head), *(_number(count) for _, count in found), _number(total))
    return Table(caption=Text("各进度目标数", "Targets by pace"), columns=columns, lines=(Row(cells=cells),))


def _parts(material: Material) -> Iterator[tuple[Text, Sequence[Line]]]:
    """The top of the tree, as far as there are targets below it."""
    if loose := material.below(None):
        yield WHOLE_PLAN, loose
    for node in material.tree.nodes:
        if node.depth == 0 and (lines := material.below(node)):
            yield title(node), lines


def _actions(parts: Sequence[tuple[Text, Sequence[Line]]], total: int) -> Table:
    rows = tuple(Row(cells=(Cell(words=words), *_counts(lines), _number(len(lines)))) for words, lines in parts)
    every = [line for _, lines in parts for line in lines]
    heads = (Column(head=_named(Light, light), width=Width.TINY, holds=Holds.NUMBER) for light in Light)
    columns = (Column(head=Text("部分", "Part"), width=Width.WIDE, holds=Holds.NAME), *heads, COUNT)
    sums = Row(cells=(Cell(words=SUM), *_counts(every), _number(total)))
    caption = Text("各部分亮灯情况", "Lights by part of the plan")
    return Table(caption=caption, columns=columns, lines=rows, total=sums, is_compact=True)


def _counts(lines: Sequence[Line]) -> list[Cell]:
    found = Counter(line.verdict.light for line in lines)
    return [_number(found[light]) for light in Light]


def _lamp(light: Light) -> Cell:
    return Cell(words=_named(Light, light), light=light)


def _number(count: int) -> Cell:
    return Cell(words=Text(f"{count:,}"), value=count)


def _part_of(count: int, total: int) -> Cell:
    return Cell(words=Text(f"{round(1000 * count / total) / 10:g}%"))


def _named(terms: type[Term], code: str) -> Text:
    return capital(label(terms, code))
