"""What happens to a plan as a whole."""

from targets.models import Plan, User
from targets.rules.terms import PlanStatus
from targets.services import records


def publish(plan: Plan, *, by: User | None, version: int | None = None) -> Plan:
    """Lets everybody with read access see the plan."""
    plan.status = PlanStatus.PUBLISHED
    return records.edit(plan, by=by, version=version, reason="publish")


def archive(plan: Plan, *, by: User | None, version: int | None = None) -> Plan:
    """Closes the plan. It stays readable; nothing is lost."""
    plan.status = PlanStatus.ARCHIVED
    return records.edit(plan, by=by, version=version, reason="archive")
