"""What the offices owe before everything can be judged: values, bases, and what the document itself leaves out."""

from collections.abc import Iterator
from typing import Final

from targets.reports.gathering import Line, Material
from targets.reports.phrases import SERIAL, bodies, capital, due, listed, name, serial, wording
from targets.reports.report import Cell, Column, Holds, Paragraph, Row, Section, SectionKind, Table, Width
from targets.rules.terms import Term
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.terms import Method, Reason, VerdictFlag
from targets.rules.wording import Text, label


class Lack(Term):
    """What is missing of a target."""

    FINAL_VALUE = "final_value", "到期数据", "the value at the deadline"
    VALUE = "value", "数据", "any value"
    COMPLETE_PERIOD = "complete_period", "完整一期的数据", "a value for a complete period"
    FIRST_PERIOD = "first_period", "基期之后第一期的数据", "the value of the first period after the base date"
    SINCE_BASE = "since_base", "基期以来的数据", "a value since the base date"
    FRESH_VALUE = "fresh_value", "较新的数据（现有数据已过时效）", "a newer value (the present one is too old)"
    MORE_POINTS = "more_points", "更多期的数据", "values of more periods"
    SOME_PERIODS = "some_periods", "部分期的数据", "the values of some periods"
    BASE = "base", "基期值", "the base value"
    BASE_DATE = "base_date", "基期日期", "the base date"
    NUMBER = "number", "目标数值（文件未写明）", "the number (not stated in the document)"
    DEADLINE = "deadline", "时限（文件未写明）", "the deadline (not stated in the document)"
    STEPS = "steps", "节点", "the steps"


BY_REASON: Final[dict[Reason, Lack]] = {
    Reason.AWAITING_FINAL_VALUE: Lack.FINAL_VALUE,
    Reason.NO_OBSERVATION: Lack.VALUE,
    Reason.NO_COMPLETE_PERIOD: Lack.COMPLETE_PERIOD,
    Reason.FIRST_PERIOD_MISSING: Lack.FIRST_PERIOD,
    Reason.NOTHING_SINCE_BASE: Lack.SINCE_BASE,
    Reason.TOO_FEW_POINTS: Lack.MORE_POINTS,
    Reason.BASE_MISSING: Lack.BASE,
    Reason.BASE_DATE_MISSING: Lack.BASE_DATE,
    Reason.NUMBER_MISSING: Lack.NUMBER,
    Reason.DEADLINE_MISSING: Lack.DEADLINE,
    Reason.STEPS_MISSING: Lack.STEPS,
}
NONE: Final = Text("各项目标的数据、基期和时限齐全。", "Every target has its values, base and deadline.")
COLUMNS: Final = (
    SERIAL,
    Column(head=Text("目标", "Target"), width=Width.WIDE, holds=Holds.NAME),
    Column(head=Text("缺少", "Missing"), width=Width.WIDE),
    Column(head=Text("时限", "Due"), width=Width.NARROW),
    Column(head=Text("责任单位", "Who"), width=Width.WIDE),
)


def missing(material: Material) -> Section:
    rows = [_row(line, lacks) for line in material.lines if (lacks := sorted_lacks(line))]
    if not rows:
        return Section(kind=SectionKind.MISSING, blocks=(Paragraph(words=NONE),))
    caption = Text("缺少数据或要素的目标", "Targets that lack something")
    return Section(kind=SectionKind.MISSING, blocks=(Table(caption=caption, columns=COLUMNS, lines=tuple(rows)),))


def sorted_lacks(line: Line) -> list[Lack]:
    """Each thing once, in the order of the list."""
    found = set(_lacks(line))
    return [lack for lack in Lack if lack in found]


def _lacks(line: Line) -> Iterator[Lack]:
    verdict, evidence = line.verdict, line.judged.judgement.evidence
    if verdict.ground in BY_REASON:
        yield BY_REASON[verdict.ground]
    if evidence.goal is not None and not evidence.reported:
        yield Lack.VALUE
    if VerdictFlag.STALE in verdict.flags:
        yield Lack.FRESH_VALUE
    if VerdictFlag.PARTIAL_COVERAGE in verdict.flags and evidence.known:
        yield Lack.SOME_PERIODS
    if verdict.value is None:
        yield from _lacks_beside_values(evidence)


def _lacks_beside_values(evidence: Evidence) -> Iterator[Lack]:
    """What would still keep it from being judged once a value comes."""
    if evidence.target.deadline is None:
        yield Lack.DEADLINE
    if evidence.goal is None or evidence.is_every_period or evidence.method == Method.DEADLINE_ONLY:
        return
    if evidence.origin is None or evidence.derivation is None:
        yield Lack.BASE
    elif evidence.base_day is None:
        yield Lack.BASE_DATE


def _row(line: Line, lacks: list[Lack]) -> Row:
    cells = (
        serial(line),
        Cell(words=name(line.judged.target), details=(wording(line.judged),)),
        Cell(words=capital(listed(_named(line, lack) for lack in lacks))),
        due(line.judged),
        Cell(words=bodies(line.bodies)),
    )
    return Row(cells=cells, number=line.number)


def _named(line: Line, lack: Lack) -> Text:
    named, covered = label(Lack, lack), line.verdict.coverage
    if lack != Lack.SOME_PERIODS or covered is None:
        return named
    count = Text(
        f"（应报{covered.due}期，已报{covered.reported}期）", f" ({covered.reported} of {covered.due} reported)"
    )
    return Text(f"{named.zh}{count.zh}", f"{named.en}{count.en}")
