"""A target as its page shows it: what it promises now, how that came about, and what was reported."""

from decimal import Decimal
from typing import Any

from django.http import QueryDict

from targets.access import may, visible
from targets.access.belonging import is_closed
from targets.admin import verdict_page
from targets.admin.demo import is_demo
from targets.admin.figures import bare, between, due, figure, observed, promised, say
from targets.admin.plan_page import words
from targets.admin.timeline import timeline
from targets.models import Milestone, Observation, Plan, Target, TargetRevision
from targets.queries.days import now, today
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS, reading
from targets.rules.moments import on_day
from targets.rules.terms import DateSource, Precision

LATEST = 12
"""How many values the page shows."""


def context(row: Target, user: Any, address: QueryDict) -> dict[str, Any]:
    """What the template shows."""
    target = _loaded(row)
    revision = target.revision
    return {
        "target": target,
        "revision": revision,
        "reading": say(reading(target, revision)) if revision else "",
        "number": promised(target),
        "due": due(revision) if revision else "",
        "base": _base(target, revision) if revision else "",
        "flags": words(revision.flags) if revision else (),
        "timeline": timeline(target, _chain(target), today()),
        "today": today(),
        "milestones": [(each, say(on_day(each.day)), _value(target, each.value)) for each in _milestones(target)],
        "values": [
            (value, between(value.period_start, value.period_end), observed(value)) for value in _values(target, user)
        ],
        "parts": [(part, promised(part)) for part in _below(target, user)],
        "derived_from": visible(Target.objects.filter(derived_targets=target), user).first(),
        "weight": bare(target.weight),
        "is_demo": is_demo(target),
        "may_change": may(user, "change", target) and not is_closed(target),
        "may_submit": may(user, "add", Observation),
        **verdict_page.context(target, user, address),
    }


def defaults(plan: Plan) -> dict[str, Any]:
    """What a new target of the plan most likely has; each is shown and can be changed."""
    inherited = {}
    if plan.period_end:
        inherited = {
            "deadline": plan.period_end,
            "deadline_precision": Precision.YEAR
            if (plan.period_end.month, plan.period_end.day) == (12, 31)
            else Precision.DAY,
            "deadline_source": DateSource.INHERITED,
        }
    source = plan.citation.source_id if plan.citation else None
    return inherited | {"effective_date": plan.issued_on or plan.period_start, "place_source": source}


def _loaded(row: Target) -> Target:
    rows = Target.objects.select_related("plan", "task", "reference_series", *WITH_WHAT_A_READING_NEEDS)
    return rows.with_revision(today(), now()).get(pk=row.pk)


def _chain(target: Target) -> Any:
    needs = "citation__source", "deciding_document", "recorded_by"
    return TargetRevision.objects.filter(target=target).select_related(*needs)


def _milestones(target: Target) -> Any:
    in_force = Milestone.objects.filter(target=target).in_force(today(), now())
    return in_force.select_related("citation__source").order_by("day")


def _values(target: Target, user: Any) -> Any:
    values = visible(Observation.objects.filter(series=target.series_id), user)
    return values.select_related("series__indicator", "reported_by", "citation__source").order_by("-period_end", "-id")[
        :LATEST
    ]


def _below(target: Target, user: Any) -> Any:
    parts = visible(Target.objects.filter(parent=target), user).select_related(*WITH_WHAT_A_READING_NEEDS)
    return parts.with_revision(today(), now())


def _base(target: Target, revision: TargetRevision) -> str:
    if revision.base_value is None:
        return ""
    day = f" ({say(on_day(revision.base_date))})" if revision.base_date else ""
    return f"{_value(target, revision.base_value)}{day}"


def _value(target: Target, number: Decimal | None) -> str:
    return "—" if number is None else figure(target.series.indicator, number)
