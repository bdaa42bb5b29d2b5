"""A plan with one target of every light, and what stands in its report."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from targets.access import PROGRAM, Person
from targets.models import Plan, Target, Task
from targets.reports.building import build
from targets.reports.report import Block, Cell, Report, Row, Section, SectionKind, Table
from targets.rules.terms import BaseSource, TaskKind
from tests.make import make_indicator, make_observation, make_plan, make_series, make_target, make_task

BASE = {"base_value": Decimal(1_200_000), "base_date": date(2025, 12, 31), "base_source": BaseSource.ENTERED}
DAY = date(2027, 6, 30)
KNOWN = datetime(2027, 6, 30, 8, tzinfo=UTC)


def make_line(plan: Plan, name: str, value: int | None = None, task: Task | None = None, **says: Any) -> Target:
    """More than 2,000,000 by the end of 2030, from 1,200,000 at the end of 2025; `value` is that of 2026."""
    series = make_series(indicator=make_indicator(name=name, name_en=name))
    if value is not None:
        make_observation(series, value=Decimal(value))
    position = Target.objects.filter(plan=plan).count() + 1
    return make_target(plan, task=task, series=series, position=position, says=BASE | says)


def make_full_plan(**fields: Any) -> Plan:
    """Red, yellow and green stand under two actions, blue and grey under none."""
    plan = make_plan(**{"name": "某方案", "name_en": "Some plan"} | fields)
    first = make_task(plan, kind=TaskKind.ACTION, name="行动一", number="一", position=1)
    second = make_task(plan, kind=TaskKind.ACTION, name="行动二", number="二", position=2)
    step = make_task(parent=second, kind=TaskKind.STEP, name="举措", position=1)
    make_task(plan, kind=TaskKind.ACTION, name="行动三", number="三", position=3)
    make_line(plan, "green", 1_300_000, first)
    make_line(plan, "yellow", 1_250_000, second)
    make_line(plan, "red", 1_100_000, step)
    make_line(plan, "blue", 2_100_000)
    make_line(plan, "grey", base_value=None, base_date=None, base_source=BaseSource.NONE)
    return plan


def report_of(plan: Plan, user: Person = PROGRAM, *, day: date = DAY, known_at: datetime = KNOWN) -> Report:
    return build(plan, user, day=day, known_at=known_at)


def section(report: Report, kind: SectionKind) -> Section:
    return next(section for section in report.sections if section.kind == kind)


def blocks(report: Report, kind: SectionKind, type_: type[Block]) -> list[Any]:
    return [block for block in section(report, kind).blocks if isinstance(block, type_)]


def table(report: Report, kind: SectionKind, place: int = 0) -> Table:
    found: Table = blocks(report, kind, Table)[place]
    return found


def said(row: Row) -> list[str]:
    """The Chinese of each cell."""
    return [cell.words.zh for cell in row.cells]


def column(found: Table, place: int) -> list[str]:
    return [row.cells[place].words.zh for row in found.rows]


def cells(report: Report) -> Iterator[Cell]:
    for part in report.sections:
        for block in part.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield from row.cells
