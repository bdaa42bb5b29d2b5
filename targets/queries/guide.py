"""How far a plan has been typed: what the guide ticks off."""

from dataclasses import dataclass

from targets.access import Person, visible
from targets.models import Observation, Plan, Target, Task
from targets.queries.desk import Number, number


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How many nodes, targets and values a plan has, as far as the user sees them."""

    tasks: Number
    targets: Number
    values: Number


def standing(plan: Plan, user: Person) -> Standing:
    targets = visible(Target.objects.filter(plan=plan), user)
    series = targets.order_by().values("series")
    return Standing(
        tasks=number(visible(Task.objects.filter(plan=plan), user)),
        targets=number(targets),
        values=number(visible(Observation.objects.filter(series__in=series), user)),
    )


def example(user: Person) -> Plan | None:
    """A plan of the demonstration that one can look at: the one with most targets, if there is any."""
    plans = visible(Plan.objects.demo(), user).with_counts()  # type: ignore[attr-defined]
    found: Plan | None = plans.order_by("-extracted_tasks", "-extracted_targets", "pk").first()
    return found
