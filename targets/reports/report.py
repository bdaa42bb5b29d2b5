"""What a report says, in plain values and in both languages; how it looks is the affair of those who render it.

A report is a list of sections, a section a list of blocks. Renderers know the few kinds of blocks and nothing of
sections, so that a new section needs no change in any of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from targets.reports.inputs import Trajectory
from targets.rules.terms import Term
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Text


class DoesNotAddUp(ValueError):
    """A total differs from the sum of its parts; such a report is not given to anybody."""


class SectionKind(Term):
    """What a section is about, with its heading."""

    SUMMARY = "summary", "总体情况", "Summary"
    ATTENTION = "attention", "需要重点关注的目标", "Targets that need attention"
    TARGETS = "targets", "各项目标进展", "Progress target by target"
    CHARTS = "charts", "进度图", "Charts"
    MISSING = "missing", "待补数据", "What is missing"
    SOURCES = "sources", "存疑与出处", "Open points and sources"
    METHOD = "method", "研判方法说明", "Method"


class Holds(Term):
    """What stands in a column."""

    WORDS = "words", "文字", "words"
    NAME = "name", "名称", "the name of the line"
    NUMBER = "number", "数值", "numbers"
    SERIAL = "serial", "序号", "the number by which a target is referred to"


class Width(Term):
    """How much room a column needs beside the others."""

    TINY = "tiny", "极窄", "tiny"
    NARROW = "narrow", "窄", "narrow"
    MEDIUM = "medium", "中", "medium"
    WIDE = "wide", "宽", "wide"


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Words that stand by themselves; a note is set smaller, a title stands above what follows it."""

    words: Text
    is_note: bool = False
    is_title: bool = False


@dataclass(frozen=True)
class Fact:
    """A name and what it is."""

    name: Text
    words: Text


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Names with their values, in order."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True)
class Items:
    """A list, each entry a sentence or two."""

    items: tuple[Text, ...]
    is_numbered: bool = False


@dataclass(frozen=True, kw_only=True)
class LightBar:
    """Counts by light as one bar. Raises DoesNotAddUp."""

    counts: tuple[tuple[Light, int], ...]
    total: int

    def __post_init__(self) -> None:
        adds_up(self.total, (count for _, count in self.counts), "lights")


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A target on its way; `light` and `pace` are said beside it."""

    number: int
    trajectory: Trajectory
    light: Light
    pace: Text


@dataclass(frozen=True, kw_only=True)
class Pictures:
    """Charts side by side where there is room."""

    pictures: tuple[Picture, ...]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One field of a table: words as people read them, and the plain value for programs that compute."""

    words: Text
    value: Decimal | int | date | None = None
    #: Shown with its sign, never by colour alone.
    light: Light | None = None
    #: Further lines under the words, set smaller.
    details: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Column:
    """The head of a column."""

    head: Text
    width: Width = Width.MEDIUM
    holds: Holds = Holds.WORDS


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A line across a table that names what follows; level 0 is the highest."""

    level: int
    words: Text
    details: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of a table; `remarks` are sentences that belong to it and need its whole width, each with its name."""

    cells: tuple[Cell, ...]
    remarks: tuple[Fact, ...] = ()
    #: The number of the target that the line is about; other places refer to it.
    number: int | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with its caption. Raises DoesNotAddUp when a cell of the last line is not the sum of those above."""

    caption: Text
    columns: tuple[Column, ...]
    lines: tuple[Heading | Row, ...]
    #: Sums, under the same columns.
    total: Row | None = None
    #: The targets of the report, each once; other places refer to its lines.
    is_register: bool = False
    #: Every cell is so short that the table fits on a telephone.
    is_compact: bool = False

    def __post_init__(self) -> None:
        for place, cell in enumerate(self.total.cells if self.total else ()):
            if isinstance(cell.value, int):
                adds_up(cell.value, (_count(row.cells[place]) for row in self.rows), self.columns[place].head.en)

    @property
    def rows(self) -> Iterator[Row]:
        return (line for line in self.lines if isinstance(line, Row))


Block = Paragraph | Facts | Items | LightBar | Pictures | Table


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of a report."""

    kind: SectionKind
    blocks: tuple[Block, ...]

    @property
    def title(self) -> Text:
        return Text(self.kind.zh, self.kind.en)


@dataclass(frozen=True, kw_only=True)
class Report:
    """A plan as it stood on a day, as far as the register knew at a moment. Raises DoesNotAddUp."""

    plan: str
    #: The name of the plan, and what is told of it.
    subject: Text
    title: Text
    #: What the document is and how much of it is in the register.
    facts: Facts
    day: date
    known_at: datetime
    #: The latest day that a value in use is for; none where nothing is reported.
    data_date: date | None
    targets: int
    by_light: tuple[tuple[Light, int], ...]
    by_pace: tuple[tuple[Text, int], ...]
    #: How many targets have a value, and how many could be judged.
    reported: int
    judged: int
    #: Coverage, counts, rule and the deciding target in a sentence.
    score: Text
    rule: Text
    deciding: int | None
    sections: tuple[Section, ...]

    def __post_init__(self) -> None:
        adds_up(self.targets, (count for _, count in self.by_light), "lights")
        adds_up(self.targets, (count for _, count in self.by_pace), "paces")
        for table in self._registers():
            adds_up(self.targets, (1 for _ in table.rows), "targets listed")
        if not 0 <= self.reported <= self.targets or not 0 <= self.judged <= self.targets:
            raise DoesNotAddUp("more targets are covered than there are")

    def _registers(self) -> Iterator[Table]:
        blocks = (block for section in self.sections for block in section.blocks)
        return (block for block in blocks if isinstance(block, Table) and block.is_register)


def adds_up(total: int, parts: Iterator[int], what: str) -> None:
    """Raises DoesNotAddUp unless the parts make the total."""
    found = sum(parts)
    if found != total:
        raise DoesNotAddUp(f"{what}: the total is {total}, its parts make {found}")


def _count(cell: Cell) -> int:
    return cell.value if isinstance(cell.value, int) else 0
