"""The plans on the first page, each with its targets by light."""

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from targets.access import may
from targets.admin import lamps
from targets.admin.demo import is_demo
from targets.admin.home.links import Figure, listed
from targets.models import Plan
from targets.models.base import in_chinese
from targets.queries import desk
from targets.queries.desk import Number, Scope
from targets.reports.bars import strip
from targets.rules.terms import PlanStatus, TaskKind
from targets.rules.verdicts.terms import Light

BAR = 150.0


@dataclass(frozen=True, kw_only=True)
class Row:
    """One plan."""

    plan: Plan
    is_demo: bool
    bar: SafeString
    lights: list[Figure]
    counts: list[Figure]
    may_go_on: bool


def rows(scope: Scope) -> list[Row]:
    return [_row(line, scope.user) for line in desk.plan_lines(scope)]


def _row(line: desk.PlanLine, user: Any) -> Row:
    return Row(
        plan=line.plan,
        is_demo=is_demo(line.plan),
        bar=SafeString(strip(line.lights, "zh" if in_chinese() else "en", BAR)),
        lights=[_light(line.plan, light, count) for light, count in line.lights.items() if count],
        may_go_on=line.plan.status == PlanStatus.DRAFT and may(user, "change", line.plan),
        counts=[*(_kind(line.plan, kind) for kind in TaskKind), _targets(line.plan)],
    )


def _light(plan: Plan, light: Light, count: int) -> Figure:
    url = listed("target", plan__id__exact=plan.pk, light=light.value)
    return Figure(light.value, Number(count), lamps.counted(light, count), url)


def _kind(plan: Plan, kind: TaskKind) -> Figure:
    count: int = getattr(plan, f"extracted_{kind}s")
    return Figure(kind.value, Number(count), "", listed("task", plan__id__exact=plan.pk, kind__exact=kind.value))


def _targets(plan: Plan) -> Figure:
    count: int = plan.extracted_targets  # type: ignore[attr-defined]
    return Figure("targets", Number(count), "", listed("target", plan__id__exact=plan.pk))
