"""A policy as its page shows it: what it says, whom it judges, and how its versions differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.admin.utils import display_for_field
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from targets.access import may, visible
from targets.admin.figures import bare, say
from targets.admin.history import Difference
from targets.admin.lamps import percent
from targets.admin.policy_words import boundaries_of, called, method_name, named, scope_of
from targets.models import Assessment, AssessmentPolicy
from targets.queries.days import now, today
from targets.rules.moments import on_day

SETTINGS = (
    *("name", "name_en", "method", "ahead", "on_track", "behind", "far_behind", "bare_as", "over"),
    *("approx_tolerance", "max_age_days", "min_points", "rollup", "note"),
)
"""What a version may set anew; code and place stay."""


@dataclass(frozen=True)
class Version:
    """One version beside the one before it."""

    policy: AssessmentPolicy
    is_in_force: bool
    name: str
    differences: tuple[Difference, ...]


def context(policy: AssessmentPolicy, user: Any) -> dict[str, Any]:
    """What the template shows."""
    versions = list(versions_of(policy.code))
    held = _in_force(policy.code)
    in_force = next((row for row in versions if row.pk == held), None)
    scope, judged = scope_of(policy)
    return {
        "subtitle": named(policy),
        "policy": policy,
        "name": called(policy),
        "scope": scope,
        "scope_url": "" if judged is None else _address(judged),
        "method": method_name(policy),
        "boundaries": boundaries_of(policy),
        "tolerance": percent(policy.approx_tolerance),
        "is_in_force": policy == in_force,
        "state": state_of(policy if in_force else versions[-1], is_in_force=policy == in_force),
        "in_force": in_force,
        "versions": _told(versions, in_force),
        "targets": visible(Assessment.objects.filter(policy_code=policy.code), user).count(),
        "may_change": may(user, "change", policy),
        "may_withdraw": may(user, "change", policy) and not versions[-1].withdrawn,
    }


def versions_of(code: str) -> Any:
    needs = "plan", "organisation", "target", "recorded_by"
    return AssessmentPolicy.objects.filter(code=code).select_related(*needs).order_by("number")


def current(code: str) -> AssessmentPolicy:
    """The version in force, else the newest, from which a withdrawn policy is taken up again."""
    versions = versions_of(code)
    return versions.filter(pk=_in_force(code)).first() or versions.last()


def state_of(policy: AssessmentPolicy, *, is_in_force: bool) -> str:
    """Whether a version holds today."""
    if is_in_force:
        return _("in force")
    day = say(on_day(policy.effective_date))
    if policy.effective_date > today():
        return (_("ends %(day)s") if policy.withdrawn else _("from %(day)s")) % {"day": day}
    return _("withdrawn") if policy.withdrawn else _("superseded")


def _address(row: Any) -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def _in_force(code: str) -> int | None:
    return AssessmentPolicy.objects.in_force(today(), now()).filter(code=code).values_list("pk", flat=True).first()


def _told(versions: Sequence[AssessmentPolicy], in_force: AssessmentPolicy | None) -> list[Version]:
    """Newest first, each with what it changed."""
    return [
        Version(row, row == in_force, called(row), () if before is None else tuple(_differences(before, row)))
        for before, row in reversed(list(pairwise([None, *versions])))
        if row is not None
    ]


def _differences(old: AssessmentPolicy, new: AssessmentPolicy) -> Iterator[Difference]:
    for field in old._meta.concrete_fields:
        if field.name not in SETTINGS:
            continue
        before, after = (_shown(row, field) for row in (old, new))
        if before != after:
            yield Difference(capfirst(str(field.verbose_name)), before, after)


def _shown(policy: AssessmentPolicy, field: Any) -> str:
    value = getattr(policy, field.attname)
    if value is None or value == "":
        return _("blank")
    return bare(value) if field.get_internal_type() == "DecimalField" else str(display_for_field(value, field, "—"))
