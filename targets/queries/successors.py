"""What a plan for the next period would take over from the one before: rows drafted and not saved."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from targets.models import Milestone, Plan, Responsibility, Target, TargetRevision, Task
from targets.queries.questions import loaded
from targets.rules.successors import moved
from targets.rules.terms import (
    BaseSource,
    DateSource,
    Flag,
    Measure,
    Modality,
    Nature,
    Quantifier,
    ResponsibilityRule,
)
from targets.rules.verdicts.terms import VerdictFlag

LEVELS = (
    Measure.LEVEL,
    Measure.SHARE,
    Measure.RATIO,
    Measure.RANK,
    Measure.STAGE,
    Measure.COUNT_OF_CLASS,
    Measure.COMPOSITION,
)
"""Measures whose value is one of the indicator itself, so that the last one can be the next base."""
OF_THE_TEXT = {
    Flag.NAME_DIFFERS,
    Flag.HEADLINE_DIFFERS,
    Flag.IN_PROGRESS_UNDATED,
    Flag.AIM_BY_PARTICIPANT,
    Flag.MEMBERS_PARTIAL,
    Flag.SUMMARY_ONLY,
    Flag.TEXT_INCOMPLETE,
    Flag.TEXT_SUSPECT,
    Flag.COMPARATOR_READ,
    Flag.COMPARATOR_PARTIAL,
}
"""What was open in the old text alone; other flags go along with the number they are about."""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What is taken over; bases and milestones only with the numbers."""

    tree: bool = True
    responsibilities: bool = True
    targets: bool = True
    numbers: bool = True
    bases: bool = True
    milestones: bool = True


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A target as it would stand in the new plan."""

    of: Target
    target: Target
    revision: TargetRevision
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, kw_only=True)
class Successor:
    """All rows of the new plan; tasks and targets by the id of the one that each stands for, parents before children."""

    tasks: dict[int, Task]
    parents: dict[int, int | None]
    drafts: dict[int, Draft]
    responsibilities: tuple[tuple[Responsibility, Responsibility], ...]
    """Each with the one that it stands for."""

    @property
    def bases(self) -> int:
        return sum(draft.revision.base_value is not None for draft in self.drafts.values())

    @property
    def milestones(self) -> int:
        return sum(len(draft.milestones) for draft in self.drafts.values())


def successor(plan: Plan, new: Plan, parts: Parts, *, day: date, known_at: datetime) -> Successor:
    """Drafts the rows of `new`, in force from `day`; seven queries. Only targets that are in force are taken."""
    years = years_on(plan, new)
    nodes = list(Task.objects.filter(plan=plan).order_by("path", "id")) if parts.tree else []
    rows = _targets(plan, day, known_at) if parts.targets else []
    drafts = {row.pk: _draft(row, plan, new, parts, years, day) for row in rows}
    bodies = _responsibilities(nodes, rows) if parts.responsibilities else []
    return Successor(
        tasks={node.pk: _task(node, plan, new) for node in nodes},
        parents={node.pk: node.parent_id for node in nodes},
        drafts=drafts,
        responsibilities=tuple((row, _body(row)) for row in bodies),
    )


def years_on(plan: Plan, new: Plan) -> int:
    """By how many years all days move: as far as the period does."""
    pairs = (plan.period_start, new.period_start), (plan.period_end, new.period_end)
    return next((later.year - early.year for early, later in pairs if early and later), 0)


def _targets(plan: Plan, day: date, known_at: datetime) -> list[Target]:
    rows = loaded(Target.objects.filter(plan=plan).order_by("position", "id"), day, known_at)
    return [row for row in rows.select_related("assessment") if row.revision is not None]


def _responsibilities(nodes: Iterable[Task], rows: Iterable[Target]) -> list[Responsibility]:
    of_these = Q(task__in=[node.pk for node in nodes]) | Q(target__in=[row.pk for row in rows])
    return list(Responsibility.objects.filter(of_these).select_related("organisation"))


def _task(node: Task, plan: Plan, new: Plan) -> Task:
    """Place and name; what the text leaves open, its counts and its citation belong to the old document."""
    return Task(
        plan=new,
        code=_code(node.code, plan, new),
        **{name: getattr(node, name) for name in ("kind", "number", "group", "position", "path", "aim")},
        **{name: getattr(node, name) for name in ("name", "name_en", "sort_key")},
    )


def _code(code: str, plan: Plan, new: Plan) -> str:
    """The code within the new plan: my-plan-2026.3 becomes my-plan-2031.3."""
    tail = code.removeprefix(f"{plan.code}.")
    return f"{new.code}.{tail}" if tail != code else f"{new.code}.of.{code}"


def _body(row: Responsibility) -> Responsibility:
    return Responsibility(
        organisation=row.organisation, role=row.role, rule=ResponsibilityRule.ENTERED, position=row.position
    )


def _draft(row: Target, plan: Plan, new: Plan, parts: Parts, years: int, day: date) -> Draft:
    revision = row.revision
    assert revision is not None, "only targets in force are taken"  # noqa: S101
    target = Target(
        plan=new,
        series=row.series,
        reference_series=row.reference_series,
        position=row.position,
        weight=row.weight,
        code=_code(row.code, plan, new),
        note=_("Carried over from %(code)s; not printed in a document yet.") % {"code": row.code},
    )
    said = _with_numbers(row, revision, parts, years) if parts.numbers else _without_numbers(row, revision)
    if revision.deadline:
        said |= {
            "deadline": moved(revision.deadline, years),
            "deadline_precision": revision.deadline_precision,
            "deadline_source": DateSource.DERIVED,
        }
        said["flags"] = [*said["flags"], *({Flag.DATE_DERIVED} - set(said["flags"]))]
    milestones = row.milestones_in_force if parts.numbers and parts.milestones else ()
    return Draft(
        of=row,
        target=target,
        revision=TargetRevision(number=1, effective_date=day, **said),
        milestones=tuple(_milestone(each, years, day) for each in milestones if each.value is not None),
    )


def _with_numbers(row: Target, revision: TargetRevision, parts: Parts, years: int) -> dict[str, object]:
    kept = ("wording", "measure", "comparator", "lower", "upper", "tolerance", "scale", "quantifier")
    return {
        **{name: getattr(revision, name) for name in kept},
        "modality": Modality.UNSTATED,
        "nature": Nature.UNSTATED,
        "flags": [flag for flag in revision.flags if flag not in OF_THE_TEXT],
        **_base(row, revision, parts, years),
    }


def _without_numbers(row: Target, revision: TargetRevision) -> dict[str, object]:
    """Only what is measured: the wording names the indicator, since no number has been decided."""
    return {
        "wording": row.series.indicator.name,
        "measure": revision.measure,
        "scale": revision.scale,
        "quantifier": revision.quantifier,
        "flags": [Flag.QUALITATIVE],
    }


def _base(row: Target, revision: TargetRevision, parts: Parts, years: int) -> dict[str, object]:
    """The last value that counted, not the old target: a base is a fact. Else only the day, moved on."""
    kept = getattr(row, "assessment", None)
    is_level = revision.measure in LEVELS and revision.quantifier == Quantifier.AT_DEADLINE
    if parts.bases and is_level and kept is not None and kept.value is not None and kept.period_end:
        is_exact = VerdictFlag.INEXACT_VALUE not in kept.flags
        if is_exact and (revision.deadline is None or kept.period_end <= moved(revision.deadline, years)):
            return {"base_value": kept.value, "base_date": kept.period_end, "base_source": BaseSource.ENTERED}
    return {"base_date": moved(revision.base_date, years)} if revision.base_date and not is_level else {}


def _milestone(milestone: Milestone, years: int, day: date) -> Milestone:
    """Its number; the wording names a year that is over."""
    return Milestone(day=moved(milestone.day, years), value=milestone.value, effective_date=day)
