"""How each kind of block looks on a page."""

from collections.abc import Iterator
from functools import singledispatch
from typing import Final

from targets.reports import charts
from targets.reports.markup import Markup, element
from targets.reports.palette import LIGHTS
from targets.reports.report import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Holds,
    Items,
    LightBar,
    Paragraph,
    Picture,
    Pictures,
    Row,
    Table,
    Width,
)
from targets.reports.signs import sign
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Lang, label

#: Parts of the width of a table.
WIDTHS: Final = {Width.TINY: 4, Width.NARROW: 6, Width.MEDIUM: 9, Width.WIDE: 17}
#: Charts are drawn for a telephone and stand in two columns on paper.
CHART_WIDTH: Final = 360.0
BAR_WIDTH: Final = 440.0


@singledispatch
def shown(block: Block, lang: Lang) -> Markup:
    """The block in one language. Raises TypeError for a kind that no page knows."""
    raise TypeError(f"a page cannot show a {type(block).__name__}")


@shown.register
def _paragraph(block: Paragraph, lang: Lang) -> Markup:
    if block.is_title:
        return element("h3", block.words.say(lang))
    return element("p", block.words.say(lang), class_="note" if block.is_note else None)


@shown.register
def _facts(block: Facts, lang: Lang) -> Markup:
    pairs = (
        element("div", element("dt", fact.name.say(lang)), element("dd", fact.words.say(lang))) for fact in block.facts
    )
    return element("dl", *pairs)


@shown.register
def _items(block: Items, lang: Lang) -> Markup:
    return element("ol" if block.is_numbered else "ul", *(element("li", item.say(lang)) for item in block.items))


@shown.register
def _light_bar(block: LightBar, lang: Lang) -> Markup:
    return element("figure", Markup(charts.lights(dict(block.counts), lang, BAR_WIDTH)), class_="bar")


@shown.register
def _pictures(block: Pictures, lang: Lang) -> Markup:
    return element("div", *(_picture(picture, lang) for picture in block.pictures), class_="pictures")


def _picture(picture: Picture, lang: Lang) -> Markup:
    caption = element(
        "figcaption",
        element("a", str(picture.number), href=f"#t{picture.number}"),
        element("span", picture.trajectory.title.say(lang), class_="name"),
        element(
            "span", _lamp(picture.light, label(Light, picture.light).say(lang)), picture.pace.say(lang), class_="pace"
        ),
    )
    drawn = Markup(charts.trajectory(picture.trajectory, lang, CHART_WIDTH))
    return element("figure", caption, drawn)


@shown.register
def _table(block: Table, lang: Lang) -> Markup:
    heads = (
        element("th", column.head.say(lang), scope="col", class_=_held(column), role="columnheader")
        for column in block.columns
    )
    return element(
        "table",
        element("caption", block.caption.say(lang)),
        *([] if _is_counted(block) else [element("colgroup", *_widths(block.columns))]),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        *(_line(line, block, lang) for line in block.lines),
        *([_total(block.total, block, lang)] if block.total else []),
        role="table",
        class_=" ".join(_styles(block)),
    )


def _is_counted(table: Table) -> bool:
    """Nothing but numbers under a name: the columns are as wide as their heads need."""
    return all(column.holds in (Holds.NAME, Holds.NUMBER) for column in table.columns)


def _styles(table: Table) -> Iterator[str]:
    yield "compact" if table.is_compact else "broad"
    if _is_counted(table):
        yield "counts"


def _widths(columns: tuple[Column, ...]) -> Iterator[Markup]:
    whole = sum(WIDTHS[column.width] for column in columns)
    for column in columns:
        yield element("col", style=f"width:{100 * WIDTHS[column.width] / whole:.2f}%")


def _line(line: Heading | Row, table: Table, lang: Lang) -> Markup:
    return _heading(line, table, lang) if isinstance(line, Heading) else _row(line, table, lang)


def _heading(heading: Heading, table: Table, lang: Lang) -> Markup:
    details = (element("span", detail.say(lang), class_="detail") for detail in heading.details)
    cell = element(
        "th", heading.words.say(lang), *details, colspan=len(table.columns), scope="colgroup", role="rowheader"
    )
    return element("tbody", element("tr", cell, role="row"), class_=f"heading level{heading.level}", role="rowgroup")


def _row(row: Row, table: Table, lang: Lang) -> Markup:
    """Two lines where there are remarks; they are kept together on paper."""
    anchor = f"t{row.number}" if table.is_register and row.number is not None else None
    lines = [element("tr", *_cells(row, table, lang), role="row")]
    if row.remarks:
        said = (element("p", element("b", fact.name.say(lang)), fact.words.say(lang)) for fact in row.remarks)
        remarks = element("td", *said, colspan=len(table.columns), role="cell")
        lines.append(element("tr", remarks, class_="remarks", role="row"))
    return element("tbody", *lines, id=anchor, role="rowgroup")


def _total(row: Row, table: Table, lang: Lang) -> Markup:
    return element("tfoot", element("tr", *_cells(row, table, lang), role="row"), role="rowgroup")


def _cells(row: Row, table: Table, lang: Lang) -> Iterator[Markup]:
    for cell, column in zip(row.cells, table.columns, strict=True):
        refers = row.number if column.holds == Holds.SERIAL and not table.is_register else None
        yield _cell(cell, column, lang, refers)


def _cell(cell: Cell, column: Column, lang: Lang, refers: int | None) -> Markup:
    words: str = cell.words.say(lang)
    if refers is not None:
        words = element("a", words, href=f"#t{refers}")
    if cell.light is not None:
        words = _lamp(cell.light, words)
    details = (element("span", detail.say(lang), class_="detail") for detail in cell.details)
    inside = element("div", words, *details)
    # On a narrow screen the heads are out of sight, and each cell says its own.
    shared = {"class_": " ".join(_kinds(cell, column)) or None, "data_head": column.head.say(lang)}
    if column.holds == Holds.NAME:
        return element("th", inside, scope="row", role="rowheader", **shared)
    return element("td", inside, role="cell", **shared)


def _held(column: Column) -> str | None:
    return column.holds if column.holds in (Holds.NUMBER, Holds.SERIAL) else None


def _kinds(cell: Cell, column: Column) -> Iterator[str]:
    """What a cell holds, for the style: figures are not torn apart."""
    if held := _held(column):
        yield held
    if cell.value is not None or cell.light is not None:
        yield "figure"


def _lamp(light: Light, words: str) -> Markup:
    # The colour of the word is that of its sign, dark enough on paper.
    paint = LIGHTS[light]
    return element("span", Markup(sign(light)), words, class_="lamp", style=f"color:{paint.on_paper}")
