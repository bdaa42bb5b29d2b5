"""What waits for somebody: the numbers, and by name what comes first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.access import may, reach
from targets.admin import lamps
from targets.admin.demo import is_demo
from targets.admin.figures import between, due, observed
from targets.admin.home import links
from targets.admin.home.links import Figure
from targets.models import Observation, Target
from targets.models.base import label
from targets.queries import desk, needs
from targets.queries.desk import Number, Scope
from targets.rules.terms import PlanStatus, Role
from targets.rules.verdicts.terms import Light

Numbers = dict[str, Number]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A target or value by name."""

    when: str
    row: Any
    name: str
    under: str
    says: str | SafeString
    why: str = ""
    is_demo: bool = False

    @property
    def url(self) -> str:
        return reverse(f"admin:targets_{self.row._meta.model_name}_change", args=[self.row.pk])


@dataclass(frozen=True, kw_only=True)
class Block:
    """A list of what comes first, with the number of all; what is said when there is nothing."""

    name: str
    title: str
    all: Figure
    lines: list[Line]
    nothing: str


def is_reviewer(scope: Scope) -> bool:
    return bool(reach(scope.user, Role.REVIEWER))


def blocks(scope: Scope, numbers: Numbers) -> list[Block]:
    """By name, in the order in which they concern the user: a reviewer's values come first."""
    found = [_turned(scope, numbers), _due(scope, numbers)]
    review = _review(scope, numbers) if may(scope.user, "verify", Observation) else None
    back = _returned(scope, numbers) if numbers["returned"].count else None
    mine = [each for each in (back, review) if each]
    return [*mine, *found] if is_reviewer(scope) or back else [*found, *mine]


def _turned(scope: Scope, numbers: Numbers) -> Block:
    return Block(
        name="turned",
        title=_("Turned red in the last seven days"),
        all=Figure("turned", numbers["turned"], "", links.of_targets(scope, turned="red")),
        lines=[_turned_line(each) for each in desk.turned(scope)],
        nothing=_("No target has turned red in the last seven days."),
    )


def _turned_line(each: desk.Turned) -> Line:
    before, after = lamps.lit(*each.before), lamps.lit(*each.after)
    arrow = SafeString(' <span aria-hidden="true">→</span> ')
    return Line(
        when=f"{each.day:%m-%d}",
        row=each.target,
        name=_wording(each.target),
        under=_place(each.target),
        says=before + arrow + after,
        why=label(each.reason),
        is_demo=is_demo(each.target),
    )


def _due(scope: Scope, numbers: Numbers) -> Block:
    return Block(
        name="due",
        title=_("Deadlines within %(days)d days") % {"days": needs.NEAR.days},
        all=Figure("due", numbers["due"], "", links.of_targets(scope, deadline="near")),
        lines=[_due_line(each) for each in desk.nearest_deadlines(scope)],
        nothing=_("No deadline falls within the next %(days)d days.") % {"days": needs.NEAR.days},
    )


def _due_line(each: desk.Due) -> Line:
    left = ngettext("in %d day", "in %d days", each.days_left) % each.days_left if each.days_left else _("today")
    return Line(
        when=due(each.revision),
        row=each.target,
        name=each.revision.wording,
        under=_place(each.target),
        says=lamps.lamp(each.light) if each.light else "",
        why=left,
    )


def _review(scope: Scope, numbers: Numbers) -> Block:
    return Block(
        name="reviewable",
        title=_("Values to verify"),
        all=Figure("reviewable", numbers["reviewable"], "", links.to_review()),
        lines=[_value_line(each, each.recorded_at, each.recorded_by) for each in desk.longest_waiting(scope)],
        nothing=_("No value waits for your review."),
    )


def _returned(scope: Scope, numbers: Numbers) -> Block:
    lines = [_value_line(each, each.returned_at, None, each.return_reason) for each in desk.latest_returned(scope)]
    return Block(
        name="returned",
        title=_("Returned to you"),
        all=Figure("returned", numbers["returned"], "", links.sent_back()),
        lines=lines,
        nothing="",
    )


def _value_line(value: Observation, at: Any, by: Any, why: str = "") -> Line:
    whose = value.reported_by or by
    return Line(
        when=f"{at:%m-%d}" if at else "",
        row=value,
        name=f"{between(value.period_start, value.period_end)} {observed(value)}",
        under=" · ".join(str(each) for each in (value.series, whose) if each),
        says="",
        why=why,
    )


def _wording(target: Target) -> str:
    return target.revision.wording if target.revision else target.code


def _place(target: Target) -> str:
    return f"{target.series.indicator} · {target.plan}"


def figures(scope: Scope, numbers: Numbers) -> list[Figure]:
    """The numbers in the order in which they concern the user; those of others' work last."""
    found = [Figure(name, numbers[name], words, url) for name, words, url in (*_of_values(scope), *_of_targets(scope))]
    return [each for each in found if each.number.count or each.name not in ("reviewable", "returned")]


def _of_values(scope: Scope) -> Iterator[tuple[str, str, str]]:
    yield "returned", _("values returned to me"), links.sent_back()
    if may(scope.user, "verify", Observation) and not scope.user.is_superuser:
        yield "reviewable", _("values I may verify"), links.to_review()
    yield "waiting", _("values not yet verified"), links.of_values(scope)
    yield "drafts", _("drafts not yet published"), links.of_plans(scope, PlanStatus.DRAFT)


def _of_targets(scope: Scope) -> Iterable[tuple[str, str, str]]:
    return (
        ("turned", _("turned red in the last seven days"), links.of_targets(scope, turned="red")),
        (
            "due",
            _("due within %(days)d days") % {"days": needs.NEAR.days},
            links.of_targets(scope, deadline="near"),
        ),
        ("data", _("targets without data"), links.of_targets(scope, missing="value")),
        ("stale", _("targets with data too old"), links.of_targets(scope, missing="stale")),
        ("base", _("targets without base value"), links.of_targets(scope, missing="base")),
        ("undated", _("targets without deadline"), links.of_targets(scope, deadline="none")),
        ("flagged", _("targets with something left open"), links.of_targets(scope, flag="any")),
    )


def held(scope: Scope, numbers: Numbers, counts: dict[Light, int]) -> list[Figure]:
    """What the register holds: plans, targets, and targets by light."""
    by_light = [
        Figure(light.value, Number(count), lamps.lamp(light), links.of_targets(scope, light=light.value))
        for light, count in counts.items()
    ]
    plans = links.of_plans(scope, PlanStatus.PUBLISHED)
    return [
        Figure("plans", numbers["plans"], _("published plans"), plans),
        Figure("targets", numbers["targets"], _("targets"), links.of_targets(scope)),
        *by_light,
    ]
