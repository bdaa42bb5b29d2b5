"""From a plan to its report: everything is asked once, and what is said is plain values from then on."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Final

from targets.access import Person
from targets.models import Plan
from targets.reports.gathering import Material, gather
from targets.reports.phrases import UNSTATED, capital, flags, listed, place
from targets.reports.report import Fact, Facts, Report, Section
from targets.reports.sections.attention import attention
from targets.reports.sections.curves import curves
from targets.reports.sections.listing import listing
from targets.reports.sections.method import method
from targets.reports.sections.missing import missing
from targets.reports.sections.rests import numbered, rests
from targets.reports.sections.summary import by_light, by_pace, summary
from targets.rules import moments
from targets.rules.terms import TaskKind
from targets.rules.verdicts.terms import Pace, RollupRule
from targets.rules.wording import Text, label

TITLE: Final = Text("目标进展报告", "Progress report on its targets")
#: The parts of a report, in their order.
SECTIONS: Final[tuple[Callable[[Material], Section], ...]] = (
    summary,
    attention,
    listing,
    curves,
    missing,
    rests,
    method,
)


def build(plan: Plan, user: Person, *, day: date, known_at: datetime) -> Report:
    """The report as `user` may see it, for the day and by what the register knew at the moment.

    Raises DoesNotAddUp when totals and parts differ.
    """
    material = gather(plan, user, day=day, known_at=known_at)
    rollup, deciding = material.whole.rollup, material.whole.deciding
    return Report(
        plan=plan.code,
        subject=Text(f"《{plan.name}》", plan.name_en or plan.name),
        title=TITLE,
        facts=Facts(facts=tuple(_facts(material))),
        day=day,
        known_at=known_at,
        data_date=max((end for line in material.lines if (end := line.verdict.period_end)), default=None),
        targets=len(material.lines),
        by_light=by_light(material),
        by_pace=tuple((label(Pace, pace), count) for pace, count in by_pace(material)),
        reported=rollup.reported,
        judged=rollup.judged,
        score=material.whole.sentence,
        rule=label(RollupRule, rollup.rule),
        deciding=None if deciding is None else material.number_of(deciding.target),
        sections=tuple(section(material) for section in SECTIONS),
    )


def _facts(material: Material) -> Iterator[Fact]:
    plan = material.plan
    yield Fact(
        Text("制发单位", "Issuer"), UNSTATED if plan.issuer is None else Text(plan.issuer.name, plan.issuer.name_en)
    )
    yield Fact(Text("规划期", "Period"), _period(plan))
    if plan.document_number:
        yield Fact(Text("文号", "Document number"), Text(plan.document_number))
    if plan.issued_on:
        yield Fact(Text("制发日期", "Issued on"), moments.span(plan.issued_on, ""))
    yield Fact(Text("文件所述", "The document states"), _stated(plan))
    yield Fact(Text("已登记", "In the register"), _held(material))
    if opened := flags(plan.flags):
        yield Fact(Text("存疑", "Left open"), capital(opened))
    if plan.citation is not None:
        source = plan.citation.source
        said = place(plan.citation, numbered(material)[source.pk])
        yield Fact(
            Text("出处", "Source"), Text(f"《{source.title}》{said.zh}", f"{source.title_en or source.title} {said.en}")
        )


def _period(plan: Plan) -> Text:
    start, end = plan.period_start, plan.period_end
    if start is not None and end is not None:
        return moments.period(start, end)
    if start is not None:
        return Text("自{}起", "from {}").format(moments.span(start, ""))
    return UNSTATED if end is None else Text("至{}", "until {}").format(moments.on_day(end))


def _stated(plan: Plan) -> Text:
    """What the document says of itself; the register need not agree."""
    counts = ((plan.stated_action_count, TaskKind.ACTION), (plan.stated_count, TaskKind.TASK))
    said = [_counted(number, kind) for number, kind in counts if number is not None]
    wording = [Text(f"“{plan.stated_wording}”")] if plan.stated_wording else []
    return listed([*said, *wording]) if said or wording else UNSTATED


def _held(material: Material) -> Text:
    kinds = [_counted(number, kind) for kind in TaskKind if (number := material.tree.extracted(kind))]
    targets = len(material.lines)
    return listed([*kinds, Text(f"{targets:,}项目标", f"{targets:,} target{'' if targets == 1 else 's'}")])


MEASURE_WORDS: Final = {TaskKind.ACTION: "个", TaskKind.TASK: "项", TaskKind.STEP: "项"}


def _counted(number: int, kind: TaskKind) -> Text:
    named = label(TaskKind, kind)
    return Text(f"{number:,}{MEASURE_WORDS[kind]}{named.zh}", f"{number:,} {named.en}{'' if number == 1 else 's'}")
