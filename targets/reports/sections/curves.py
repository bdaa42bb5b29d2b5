"""A chart for every target that something is known of and that can be measured."""

from dataclasses import replace
from typing import Final

from targets.reports.gathering import Line, Material
from targets.reports.phrases import name
from targets.reports.pictures import trajectory_of
from targets.reports.report import Block, Paragraph, Picture, Pictures, Section, SectionKind
from targets.rules.verdicts.terms import Pace
from targets.rules.wording import Text, label

NONE: Final = Text(
    "各项目标尚无数据或未写明数值，无图可绘。",
    "No target has both a number to reach and a value, so there is nothing to draw.",
)
LEFT_OUT: Final = Text(
    "其余{}项目标没有数据或没有数值，未绘图。", "{} without a value, or without a number to reach, are not drawn."
)


def curves(material: Material) -> Section:
    drawn = [line for line in material.lines if _is_measurable(line)]
    if not drawn:
        return Section(kind=SectionKind.CHARTS, blocks=(Paragraph(words=NONE),))
    blocks: list[Block] = [Pictures(pictures=tuple(map(_picture, drawn)))]
    if left := len(material.lines) - len(drawn):
        blocks.append(Paragraph(words=LEFT_OUT.format(Text(str(left))), is_note=True))
    return Section(kind=SectionKind.CHARTS, blocks=tuple(blocks))


def _is_measurable(line: Line) -> bool:
    evidence = line.judged.judgement.evidence
    return evidence.goal is not None and bool(evidence.known)


def _picture(line: Line) -> Picture:
    verdict = line.verdict
    trajectory = replace(trajectory_of(line.judged), title=name(line.judged.target))
    return Picture(number=line.number, trajectory=trajectory, light=verdict.light, pace=label(Pace, verdict.pace))
