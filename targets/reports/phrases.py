"""Short words that several sections share."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from targets.models import Citation, Responsibility, Target
from targets.queries.questions import Judged
from targets.queries.readings import statement
from targets.queries.rollups import name_of
from targets.reports.gathering import Line
from targets.reports.report import Cell, Column, Fact, Holds, Width
from targets.rules import moments
from targets.rules.quantities.writing import plain
from targets.rules.statements.amounts import base_level, figure_of
from targets.rules.terms import Flag, Measure, ResponsibilityRole
from targets.rules.verdicts.sentences import readable, shortened
from targets.rules.verdicts.terms import Light, Pace
from targets.rules.wording import Text, label, semicolons

NOTHING: Final = Text("—")
SERIAL: Final = Column(head=Text("序号", "No."), width=Width.TINY, holds=Holds.SERIAL)
UNSTATED: Final = Text("未写明", "not stated")


def name(target: Target) -> Text:
    """The indicator, with the part and the basis where the series names them."""
    series, whole = target.series, name_of(target)
    parts = [part for part in (series.breakdown, series.basis) if part]
    return Text(f"{whole.zh}（{'，'.join(parts)}）", f"{whole.en} ({', '.join(parts)})") if parts else whole


def listed(texts: Iterable[Text]) -> Text:
    """Side by side with the sign that each language uses for it."""
    found = list(texts)
    return Text("、".join(text.zh for text in found), ", ".join(text.en for text in found))


def capital(text: Text) -> Text:
    """To begin a cell or a line; Chinese has no capitals."""
    return Text(text.zh, text.en[:1].upper() + text.en[1:])


def figure(judged: Judged, number: Decimal) -> Text:
    """A number of the target's own quantity, without its verb."""
    says = statement(judged.target, judged.revision)
    said = base_level if says.measure == Measure.RANK else lambda *_: figure_of(says)(readable(number))
    return said(says, readable(number))


def value(judged: Judged) -> Cell:
    """The value that counts, with its period."""
    measurement = judged.judgement.finding.measurement
    if measurement is None:
        return Cell(words=NOTHING)
    period = moments.period(measurement.start, measurement.end)
    return Cell(words=figure(judged, measurement.value), value=measurement.value, details=(period,))


def share(number: Decimal | None) -> Cell:
    """A share in per cent, with as many digits as the sentence beside it."""
    if number is None:
        return Cell(words=NOTHING)
    return Cell(words=Text(f"{plain(shortened(100 * number))}%"), value=number)


def points(number: Decimal | None) -> Cell:
    """A gap in percentage points with its sign."""
    if number is None:
        return Cell(words=NOTHING)
    shown = plain(shortened(abs(number)))
    sign = "" if not number else "+" if number > 0 else "−"
    return Cell(words=Text(f"{sign}{shown}"), value=number)


def lamp(light: Light, pace: Pace) -> Cell:
    return Cell(words=capital(label(Light, light)), light=light, details=(label(Pace, pace),))


def serial(line: Line) -> Cell:
    return Cell(words=Text(str(line.number)), value=line.number)


def wording(judged: Judged) -> Text:
    """The phrase as printed."""
    return Text(f"“{judged.revision.wording}”")


def verdict(line: Line) -> Fact:
    return Fact(Text("研判", "Verdict"), line.verdict.sentence)


def due(judged: Judged) -> Cell:
    revision = judged.revision
    if revision.deadline is None:
        return Cell(words=UNSTATED)
    return Cell(words=moments.span(revision.deadline, revision.deadline_precision), value=revision.deadline)


def bodies(parts: Sequence[Responsibility]) -> Text:
    """Who leads, who answers for it, who helps."""
    said = []
    for role in ResponsibilityRole:
        names = [Text(each.organisation.name, each.organisation.name_en) for each in parts if each.role == role]
        if names:
            said.append(Text("{}：{}", "{}: {}").format(capital(label(ResponsibilityRole, role)), listed(names)))
    return semicolons(said) if said else UNSTATED


def flags(codes: Iterable[str]) -> Text | None:
    """In the order of the closed list; nothing where the text leaves nothing open."""
    raised = set(codes)
    return listed(label(Flag, flag) for flag in Flag if flag in raised) if raised else None


def place(citation: Citation | None, number: int | None) -> Text:
    """The source by its number in the list of the report, and where it says so."""
    if citation is None or number is None:
        return NOTHING
    return Text(f"[{number}] {citation.place}".rstrip())
