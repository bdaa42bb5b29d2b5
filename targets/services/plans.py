"""What happens to a plan as a whole."""

from collections.abc import Collection
from datetime import date, datetime

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from pypinyin import Style, lazy_pinyin

from targets.models import Plan, Target, Task, User
from targets.models.base import DEMO_PREFIX
from targets.queries.successors import Parts, successor
from targets.rules.terms import DateSource, PlanStatus
from targets.rules.verdicts.terms import member
from targets.services import records, successors
from targets.services.writing import lock_unchanged, save_checked, writing

LONGEST_STEM = 40


def add(plan: Plan, *, by: User | None) -> Plan:
    """Adds a plan. Without a code it gets one from the initials of its name and the years of its period."""
    with writing(by):
        plan.code = plan.code or _code_from_name(plan)
        records.create(plan, by=by)
    return plan


def publish(plan: Plan, *, by: User | None, version: int | None = None) -> Plan:
    """Lets everybody with read access see the plan."""
    plan.status = PlanStatus.PUBLISHED
    return records.edit(plan, by=by, version=version, reason="publish")


def archive(plan: Plan, *, by: User | None, version: int | None = None) -> Plan:
    """Closes the plan. It stays readable; nothing is lost."""
    plan.status = PlanStatus.ARCHIVED
    return records.edit(plan, by=by, version=version, reason="archive")


def restore(plan: Plan, *, by: User | None, version: int | None = None) -> Plan:
    """Opens an archived plan again, as the draft or the published plan that it was."""
    with writing(by, "restore"):
        if lock_unchanged(plan, version).status != PlanStatus.ARCHIVED:
            raise ValidationError(_("This plan is not archived."), "refused")
        plan.status = statuses_before([plan.pk])[plan.pk]
        # Nothing else about a closed plan is written, so this is no edit.
        plan.save(update_fields=["status"])
        plan.refresh_from_db(fields=["version", "changed_at"])
    return plan


def remove(plan: Plan, *, by: User | None, version: int | None = None) -> None:
    """Removes an empty draft. Raises ValidationError for any other plan: that is archived."""
    with writing(by):
        if why := why_kept(lock_unchanged(plan, version)):
            raise ValidationError(why, "in_use")
        records.remove(plan, by=by)


def why_kept(plan: Plan) -> str:
    """Why the plan is not removed; empty where it may be."""
    if plan.status != PlanStatus.DRAFT:
        return _("It was published: others may have read and quoted it.")
    if Task.objects.filter(plan=plan).exists() or Target.objects.filter(plan=plan).exists():
        return _("It holds tasks or targets.")
    return ""


def duplicate(
    plan: Plan,
    new: Plan,
    parts: Parts,
    *,
    by: User | None,
    day: date,
    at: datetime | None = None,
    version: int | None = None,
) -> Plan:
    """Adds `new`, a draft for the next period, with parts of the plan, in force from `day`; the plan itself stays.

    Days move on with the period by whole years. Nothing is printed yet: the copy cites nothing, and says so.
    """
    with writing(by, "duplicate"):
        lock_unchanged(plan, version)
        if plan.is_demo and not new.code.startswith(DEMO_PREFIX):
            message = _("A copy of the demonstration stays demonstration: let its code begin with demo-.")
            raise ValidationError({"code": message})
        new.owner, new.area, new.status = plan.owner, plan.area, PlanStatus.DRAFT
        new.period_source = DateSource.DERIVED if new.period_start or new.period_end else DateSource.NONE
        new.note = _("Taken over from %(code)s for the next period; not printed in a document yet.") % {
            "code": plan.code
        }
        save_checked(new)
        moment = at or timezone.now()
        successors.save(successor(plan, new, parts, day=day, known_at=moment), by=by, at=moment)
    return new


def statuses_before(plans: Collection[int]) -> dict[int, PlanStatus]:
    """What each of the archived plans was before, as history knows it; published where it does not."""
    events = apps.get_model("targets", "PlanEvent")._default_manager.filter(pgh_obj__in=plans)
    last = events.exclude(status=PlanStatus.ARCHIVED).order_by("pgh_obj", "-pgh_id").distinct("pgh_obj")
    known = dict(last.values_list("pgh_obj", "status"))
    return {key: member(PlanStatus, known.get(key, PlanStatus.PUBLISHED)) for key in plans}


def _code_from_name(plan: Plan) -> str:
    """Such as `cgcycxdzl-2026-2030`, moved on while it is taken."""
    initials = "".join(lazy_pinyin(plan.name, style=Style.FIRST_LETTER)).lower()
    stem = "".join(sign for sign in initials if sign.isascii() and sign.isalnum())[:LONGEST_STEM] or "plan"
    # The prefix marks the demonstration.
    stem = f"plan-{stem}" if stem == "demo" else stem
    years = [str(day.year) for day in (plan.period_start, plan.period_end) if day]
    code = stem = "-".join([stem, *dict.fromkeys(years)])
    number = 1
    while Plan.objects.filter(code=code).exists():
        number += 1
        code = f"{stem}-{number}"
    return code
