"""What happens to a plan as a whole."""

from pypinyin import Style, lazy_pinyin

from targets.models import Plan, User
from targets.rules.terms import PlanStatus
from targets.services import records
from targets.services.writing import writing

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
