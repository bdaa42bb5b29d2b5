"""The lights on the first page: how many of each, on which plans, and what turned red of late."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Count
from django.utils.safestring import SafeString

from targets.access import visible
from targets.admin import lamps
from targets.admin.demo import is_demo
from targets.admin.verdict_filters import RECENT, changes_to_red, turned_red
from targets.models import Assessment, Plan, Target
from targets.models.base import DEMO_PREFIX
from targets.queries.days import now, today
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.rules.verdicts.terms import Light, member

LISTED = 8
"""How many of those that turned red are named."""


class Figure(NamedTuple):
    """One light and how many targets have it."""

    code: str
    targets: int
    lamp: SafeString


class Turned(NamedTuple):
    """A target that turned red."""

    day: date
    target: Target
    wording: str
    before: SafeString
    after: SafeString
    is_demo: bool


def figures(user: Any) -> dict[str, Any]:
    """Numbers of the record alone."""
    rows = visible(Assessment.objects.exclude(target__code__startswith=DEMO_PREFIX), user)
    counts = dict(rows.order_by().values_list("light").annotate(Count("pk")))
    red = turned_red(visible(Target.objects.real(), user), today() - RECENT)
    return {
        "by_light": [Figure(light.value, counts.get(light.value, 0), lamps.lamp(light)) for light in Light],
        "turned": red.count(),
    }


def by_plan(plans: Iterable[Plan], user: Any) -> dict[int, SafeString]:
    """Counts by light of each plan, in one query."""
    rows = visible(Assessment.objects.filter(plan__in=list(plans)), user).order_by()
    found: dict[int, dict[Light, int]] = defaultdict(lambda: dict.fromkeys(Light, 0))
    for plan, light, count in rows.values_list("plan", "light").annotate(Count("pk")):
        found[plan][member(Light, light)] = count
    return {plan: lamps.tally(counts) for plan, counts in found.items()}


def turned(user: Any) -> list[Turned]:
    """Those that turned red of late and still are, the latest first."""
    since = today() - RECENT
    rows = turned_red(visible(Target.objects.all(), user), since)
    changes = changes_to_red(since).filter(target__in=rows).order_by("-judged_on", "-id")[: 2 * LISTED]
    latest = {change.target_id: change for change in reversed(changes)}
    needs = "plan", "assessment", *WITH_WHAT_A_READING_NEEDS
    named = Target.objects.filter(pk__in=latest).select_related(*needs).with_revision(today(), now())
    found = [_turned(row, latest[row.pk]) for row in named]
    return sorted(found, key=lambda each: (each.day, each.target.pk), reverse=True)[:LISTED]


def _turned(target: Target, change: Any) -> Turned:
    return Turned(
        day=change.judged_on,
        target=target,
        wording=target.revision.wording if target.revision else target.code,
        before=lamps.lit(change.light_before, change.pace_before),
        after=lamps.lit(target.assessment.light, target.assessment.pace),
        is_demo=is_demo(target),
    )
