"""A plan as its page shows it: what the document says of itself, and its tree with targets."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.access import may, visible
from targets.admin.demo import is_demo
from targets.admin.figures import due, figure, say
from targets.admin.policy_words import named
from targets.admin.scores import Beside, beside, panel
from targets.admin.verdicts import Shown, shown
from targets.models import (
    AssessmentPolicy,
    Indicator,
    Milestone,
    Plan,
    Responsibility,
    Target,
    TargetRevision,
    Task,
)
from targets.models.base import label
from targets.queries.days import now, today
from targets.queries.rollups import PlanScores, plan_scores
from targets.queries.tree import Node, TargetLine, tree
from targets.rules.moments import on_day
from targets.rules.terms import Flag, TaskKind


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
    def folds(self) -> bool:
        return bool(self.children or self.promises)


def context(plan: Plan, user: Any) -> dict[str, Any]:
    """What the template shows."""
    day, known_at = today(), now()
    found = tree(plan, user, day=day, known_at=known_at)
    scores = plan_scores(plan, user, day=day, known_at=known_at, is_now=True)
    lines = [*found.loose, *(line for node in found.nodes for line in node.targets)]
    return {
        "plan": plan,
        "period": period(plan),
        "counts": counts(plan, {kind: found.extracted(kind) for kind in TaskKind}, len(lines)),
        "flags": words(plan.flags),
        "branches": _grown(found.nodes, scores),
        "loose": [_promise(line, scores) for line in found.loose],
        "has_targets": bool(lines),
        "score": panel(scores),
        **_own_policy(scores, user),
        "derived_from": visible(Plan.objects.filter(derived_plans=plan), user).first(),
        "is_demo": is_demo(plan),
        "may_change": may(user, "change", plan),
        "day": say(on_day(found.day)),
    }


def period(plan: Plan) -> str:
    """From when to when, in years where the days are those of whole years."""
    start, end = plan.period_start, plan.period_end
    if start is None or end is None:
        one = start or end
        return "" if one is None else say(on_day(one))
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    return f"{say(on_day(start))} – {say(on_day(end))}"


def counts(plan: Plan, extracted: dict[TaskKind, int], targets: int) -> dict[str, Any]:
    """What the document says of itself beside what the register holds; the two need not agree."""
    stated = [
        ngettext("%d action", "%d actions", number) % number
        for number in [plan.stated_action_count]
        if number is not None
    ] + [ngettext("%d task", "%d tasks", number) % number for number in [plan.stated_count] if number is not None]
    held = [
        ngettext("%d action", "%d actions", extracted[TaskKind.ACTION]) % extracted[TaskKind.ACTION],
        ngettext("%d task", "%d tasks", extracted[TaskKind.TASK]) % extracted[TaskKind.TASK],
        ngettext("%d step", "%d steps", extracted[TaskKind.STEP]) % extracted[TaskKind.STEP],
        ngettext("%d target", "%d targets", targets) % targets,
    ]
    return {"wording": plan.stated_wording, "stated": _(", ").join(stated), "extracted": _(", ").join(held)}


def words(flags: Any) -> tuple[str, ...]:
    """Flags in the reader's language, in the order of their list."""
    return tuple(label(flag) for flag in Flag if flag in flags)


def _own_policy(scores: PlanScores, user: Any) -> dict[str, Any]:
    """The rule by which the plan is judged, and whether it may be given one of its own."""
    policy = scores.policy
    is_own = policy is not None and policy.plan_id == scores.plan.pk
    own = AssessmentPolicy(plan=scores.plan)
    return {
        "policy": policy,
        "policy_name": named(policy) if policy else "",
        "may_have_own_policy": not is_own and may(user, "add", own),
    }


def _grown(nodes: tuple[Node, ...], scores: PlanScores) -> list[Branch]:
    """The flat list of nodes as branches of branches."""
    top: list[Branch] = []
    path: list[Branch] = []
    for node in nodes:
        branch = _branch(node, scores)
        del path[node.depth :]
        (path[-1].children if path else top).append(branch)
        path.append(branch)
        for above in path:
            above.total += len(branch.promises)
    return top


def _branch(node: Node, scores: PlanScores) -> Branch:
    return Branch(
        task=node.task,
        opens_group=node.opens_group,
        promises=[_promise(line, scores) for line in node.targets],
        bodies=node.responsibilities,
        flags=words(node.task.flags),
        score=beside(scores.by_task.get(node.task.pk)),
    )


def _promise(line: TargetLine, scores: PlanScores) -> Promise:
    told = scores.lines.get(line.target.pk)
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
    )


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
