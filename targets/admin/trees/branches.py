"""The tree of a plan as branches of branches, each target with its verdict and a small chart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.admin.figures import between, due, figure, say
from targets.admin.scores import Beside, beside
from targets.admin.verdicts import Shown, shown
from targets.models import Indicator, Milestone, Responsibility, Target, TargetRevision, Task
from targets.models.base import in_chinese, label
from targets.queries.rollups import PlanScores
from targets.queries.tree import Node, TargetLine, Tree
from targets.reports.charts import sparkline
from targets.reports.pictures import trajectory_from
from targets.rules.moments import on_day
from targets.rules.terms import Flag
from targets.rules.verdicts.evidence import Evidence


@dataclass(frozen=True)
class Promise:
    """A target within the tree."""

    target: Target
    revision: TargetRevision
    reading: str
    facts: tuple[str, ...]
    flags: tuple[str, ...]
    milestones: tuple[str, ...]
    verdict: Shown | None
    period: str
    """What the value used is for."""
    spark: SafeString | str
    """Value against path; empty where there is neither."""


@dataclass
class Branch:
    """A node of the tree with what stands below it."""

    task: Task
    opens_group: bool
    promises: list[Promise]
    bodies: tuple[Responsibility, ...]
    flags: tuple[str, ...]
    children: list["Branch"] = field(default_factory=list)
    score: Beside | None = None
    total: int = 0
    """Targets here and below."""

    @property
    def label(self) -> str:
        """Number and name, as one speaks of the node."""
        return f"{self.task.number} {self.task}".strip()

    @property
    def folds(self) -> bool:
        return bool(self.children or self.promises)


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What a tree is shown with beside its nodes."""

    scores: PlanScores
    evidence: Mapping[int, Evidence]


def branches(found: Tree, grounds: Grounds) -> list[Branch]:
    """The flat list of nodes as branches of branches."""
    top: list[Branch] = []
    path: list[Branch] = []
    for node in found.nodes:
        branch = _branch(node, grounds)
        del path[node.depth :]
        (path[-1].children if path else top).append(branch)
        path.append(branch)
        for above in path:
            above.total += len(branch.promises)
    return top


def loose(found: Tree, grounds: Grounds) -> list[Promise]:
    """The targets of the plan as a whole."""
    return [_promise(line, grounds) for line in found.loose]


def words(flags: Any) -> tuple[str, ...]:
    """Flags in the reader's language, in the order of their list."""
    return tuple(label(flag) for flag in Flag if flag in flags)


def _branch(node: Node, grounds: Grounds) -> Branch:
    return Branch(
        task=node.task,
        opens_group=node.opens_group,
        promises=[_promise(line, grounds) for line in node.targets],
        bodies=node.responsibilities,
        flags=words(node.task.flags),
        score=beside(grounds.scores.by_task.get(node.task.pk)),
    )


def _promise(line: TargetLine, grounds: Grounds) -> Promise:
    told, evidence = grounds.scores.lines.get(line.target.pk), grounds.evidence[line.target.pk]
    verdict = None if told is None else told.verdict
    return Promise(
        target=line.target,
        revision=line.revision,
        reading=say(line.reading),
        facts=tuple(_facts(line)),
        flags=words(line.revision.flags),
        milestones=tuple(
            milestone_words(each, line.target.series.indicator) for each in line.target.milestones_in_force
        ),
        verdict=None if told is None else shown(told),
        period="" if verdict is None else _period(evidence, verdict.period_end),
        spark=_spark(line.target, evidence, None if verdict is None else verdict.forecast_value),
    )


def _period(evidence: Evidence, end: date | None) -> str:
    """The period of the value that counts, by its common name."""
    used = next((each for each in evidence.known if each.end == end), None)
    return "" if end is None else between(used.start if used else None, end)


def _spark(target: Target, evidence: Evidence, forecast: Decimal | None) -> SafeString | str:
    chart = trajectory_from(target, evidence, forecast)
    if not chart.values and not chart.path:
        return ""
    # What is drawn is our own text, escaped where it was made.
    return SafeString(sparkline(chart, "zh" if in_chinese() else "en"))


def _facts(line: TargetLine) -> list[str]:
    """What the reading leaves to a glance: base and deadline."""
    facts, revision = [], line.revision
    if revision.base_value is not None and revision.base_date:
        facts.append(
            _("base %(value)s (%(day)s)")
            % {
                "value": figure(line.target.series.indicator, revision.base_value),
                "day": say(on_day(revision.base_date)),
            }
        )
    facts.append(_("by %(deadline)s") % {"deadline": due(revision)} if revision.deadline else _("no deadline stated"))
    return facts


def milestone_words(milestone: Milestone, indicator: Indicator) -> str:
    """A milestone in a few words: as printed, else its number; with its day, unless the wording names the year."""
    number = "" if milestone.value is None else figure(indicator, milestone.value)
    words = milestone.wording or number
    return words if str(milestone.day.year) in words else f"{say(on_day(milestone.day))} {words}"
