"""A plan as its page shows it: what the document says of itself, and its tree with targets."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.access import may, visible
from targets.admin.demo import is_demo
from targets.admin.figures import say
from targets.admin.policy_words import named
from targets.admin.scores import panel
from targets.admin.trees import words as tree_words
from targets.admin.trees.branches import Grounds, branches, loose, words
from targets.models import AssessmentPolicy, Plan
from targets.queries.days import now, today
from targets.queries.paths import evidence_of
from targets.queries.rollups import PlanScores, plan_scores_now
from targets.queries.tree import shape, targets_of, tree
from targets.rules.moments import on_day
from targets.rules.terms import PlanStatus, TaskKind


def context(plan: Plan, user: Any) -> dict[str, Any]:
    """What the template shows."""
    day, known_at = today(), now()
    targets = targets_of(plan, user, day=day, known_at=known_at)
    found = tree(plan, user, day=day, known_at=known_at, targets=targets)
    scores = plan_scores_now(plan, targets, day=day, known_at=known_at)
    grounds = Grounds(scores=scores, evidence=evidence_of(targets, day=day, known_at=known_at))
    may_change, is_archived = may(user, "change", plan), plan.status == PlanStatus.ARCHIVED
    lines = [*found.loose, *(line for node in found.nodes for line in node.targets)]
    return {
        "plan": plan,
        "period": period(plan),
        "counts": counts(plan, {kind: found.extracted(kind) for kind in TaskKind}, len(lines)),
        "flags": words(plan.flags),
        "branches": branches(found, grounds),
        "loose": loose(found, grounds),
        "has_targets": bool(lines),
        "score": panel(scores),
        **_own_policy(scores, user),
        "derived_from": visible(Plan.objects.filter(derived_plans=plan), user).first(),
        "is_demo": is_demo(plan),
        "may_change": may_change,
        "is_archived": is_archived,
        "may_edit": may_change and not is_archived,
        "seen": shape(plan),
        **tree_words.context(),
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
    return {
        "wording": plan.stated_wording,
        "stated": _(", ").join(stated),
        "extracted": _(", ").join(held),
        "differ": _differ(plan, extracted),
    }


def _differ(plan: Plan, extracted: dict[TaskKind, int]) -> str:
    """Said where the two counts differ, so that nobody takes one for the other."""
    pairs = (plan.stated_action_count, extracted[TaskKind.ACTION]), (plan.stated_count, extracted[TaskKind.TASK])
    if all(stated is None or stated == held for stated, held in pairs):
        return ""
    return _("What the document counts and what is entered here differ. That may well be: both are kept as they are.")


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
