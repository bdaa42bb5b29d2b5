"""What the text leaves open, and the places that everything rests on."""

from collections.abc import Iterable, Iterator
from typing import Final

from targets.models import Citation, Source
from targets.reports.gathering import Line, Material
from targets.reports.phrases import NOTHING, SERIAL, capital, flags, name, place, serial
from targets.reports.report import (
    Block,
    Cell,
    Column,
    Heading,
    Holds,
    Items,
    Paragraph,
    Row,
    Section,
    SectionKind,
    Table,
    Width,
)
from targets.reports.sections.summary import title
from targets.rules import moments
from targets.rules.wording import Text, semicolons

NONE: Final = Text("文件未留下存疑之处，亦未登记出处。", "The text leaves nothing open, and no source is recorded.")
COLUMNS: Final = (
    SERIAL,
    Column(head=Text("对象", "What"), width=Width.WIDE, holds=Holds.NAME),
    Column(head=Text("存疑标记", "Left open"), width=Width.WIDE),
    Column(head=Text("出处", "Source")),
)


def rests(material: Material) -> Section:
    sources = numbered(material)
    rows = [*_of_plan(material, sources), *(_row(line, sources) for line in material.lines)]
    blocks: list[Block] = [
        Table(caption=Text("存疑标记与出处", "Open points and sources"), columns=COLUMNS, lines=tuple(rows))
    ]
    if sources:
        blocks.append(Paragraph(words=Text("来源文件", "Sources"), is_title=True))
        blocks.append(Items(items=tuple(map(_source, _cited(material))), is_numbered=True))
    return Section(kind=SectionKind.SOURCES, blocks=tuple(blocks))


def numbered(material: Material) -> dict[int, int]:
    """The sources by their number in the list of the report, in order of appearance."""
    return {source.pk: number for number, source in enumerate(_cited(material), 1)}


def _cited(material: Material) -> list[Source]:
    found = {citation.source.pk: citation.source for citation in _citations(material) if citation is not None}
    return list(found.values())


def _citations(material: Material) -> Iterator[Citation | None]:
    yield material.plan.citation
    yield from (node.task.citation for node in material.tree.nodes)
    yield from (line.judged.revision.citation for line in material.lines)


def _of_plan(material: Material, sources: dict[int, int]) -> Iterator[Heading | Row]:
    """The plan, and those of its tasks of which something is open."""
    plan = material.plan
    yield _open(Text(plan.name, plan.name_en), plan.flags, plan.citation, sources)
    for node in material.tree.nodes:
        if node.task.flags:
            yield _open(title(node), node.task.flags, node.task.citation, sources)


def _open(words: Text, codes: Iterable[str], citation: Citation | None, sources: dict[int, int]) -> Row:
    return Row(cells=(Cell(words=Text("")), Cell(words=words), _flags(codes), _place(citation, sources)))


def _row(line: Line, sources: dict[int, int]) -> Row:
    revision = line.judged.revision
    what = Cell(words=name(line.judged.target))
    cells = (serial(line), what, _flags(revision.flags), _place(revision.citation, sources))
    return Row(cells=cells, number=line.number)


def _flags(codes: Iterable[str]) -> Cell:
    said = flags(codes)
    return Cell(words=NOTHING if said is None else capital(said))


def _place(citation: Citation | None, sources: dict[int, int]) -> Cell:
    return Cell(words=place(citation, None if citation is None else sources[citation.source.pk]))


def _source(source: Source) -> Text:
    day = moments.on_day(source.published_on) if source.published_on else None
    parts = [
        Text(f"《{source.title}》", source.title_en or source.title),
        Text(source.publisher),
        day,
        Text(source.url),
    ]
    return semicolons(part for part in parts if part and part.zh)
