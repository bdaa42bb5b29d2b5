"""Since when a plan is archived, as history knows it."""

from datetime import datetime

from django.apps import apps
from django.db.models import Max
from django.db.models.functions import Coalesce

from targets.models import Plan
from targets.rules.terms import PlanStatus


def archived_at(plan: Plan) -> datetime | None:
    """The moment of the first change after which it has been archived without a break; None if it is not."""
    events = apps.get_model("targets", "PlanEvent")._default_manager.filter(pgh_obj=plan.pk)
    open_last = events.exclude(status=PlanStatus.ARCHIVED).aggregate(last=Coalesce(Max("pgh_id"), 0))["last"]
    closed = events.filter(status=PlanStatus.ARCHIVED, pgh_id__gt=open_last).order_by("pgh_id")
    first: datetime | None = closed.values_list("pgh_created_at", flat=True).first()
    return first
