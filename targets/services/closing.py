"""An archived plan is closed: with its tasks, targets, revisions and parts it is read, not written, until it is restored.

Values may still be reported on its series, which other plans share. The program itself may complete a closed plan: a
file that holds one is loaded as it stands.
"""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from targets.access.belonging import plan_of
from targets.models import Plan, Target, Task
from targets.rules.terms import PlanStatus


def demand_open(*things: Model) -> None:
    """Raises ValidationError, naming the remedy, where one of the rows belongs to a plan that is archived now."""
    keys = {key for thing in things if (key := _key(thing)) is not None}
    # The plan that a row carries along may have been read long ago.
    if keys and Plan.objects.filter(pk__in=keys, status=PlanStatus.ARCHIVED).exists():
        raise ValidationError(_("This plan is archived. Restore it first, then edit it."), "archived")


def _key(thing: Model) -> int | None:
    if isinstance(thing, Task | Target):
        return thing.plan_id  # Many at once would each load their plan.
    plan = plan_of(thing)
    return plan.pk if plan else None
