"""The two times: the day a row speaks for, and the moment the register knew it.

In force at (D, K) is the latest effective date up to day D among the rows recorded up to moment K.
"""

from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from targets.models.base import DEMO_PREFIX, Model
from targets.models.triggers import Triggers, kept, never_emptied


class DatedQuerySet(models.QuerySet[Model]):
    """Rows that take each other's place over time, among those that share the `IDENTITY` fields."""

    IDENTITY: ClassVar[tuple[str, ...]] = ()

    def recorded_by_then(self, day: date, known_at: datetime) -> Self:
        """Rows that had taken effect by `day`, as far as the register knew at `known_at`."""
        return self.filter(effective_date__lte=day, recorded_at__lte=known_at)

    def in_force(self, day: date, known_at: datetime) -> Self:
        """The one row for each identity that held on `day`, as known at `known_at`; withdrawn ones are left out."""
        later = Q(effective_date__gt=OuterRef("effective_date")) | Q(
            effective_date=OuterRef("effective_date"), recorded_at__gt=OuterRef("recorded_at")
        )
        rivals = (
            type(self)(self.model)
            .recorded_by_then(day, known_at)
            .filter(later, **{field: OuterRef(field) for field in self.IDENTITY})
        )
        return self.recorded_by_then(day, known_at).filter(~Exists(rivals), withdrawn=False)


class Dated(models.Model):
    """A row that holds from a day on, until another takes its place."""

    effective_date = models.DateField(
        _("effective from"), help_text=_("The day from which this holds: that of the plan, or of the decision.")
    )
    recorded_at = models.DateTimeField(
        _("recorded at"), editable=False, help_text=_("When the register learnt of it, in UTC.")
    )
    recorded_by = models.ForeignKey(
        "targets.User", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("recorded by")
    )
    withdrawn = models.BooleanField(
        _("withdrawn"), default=False, help_text=_("From that day on it is no longer in force.")
    )

    class Meta:
        abstract = True
        get_latest_by: ClassVar = ["effective_date", "recorded_at"]
        triggers: ClassVar[Triggers] = (
            kept(
                "append_only",
                _("Recorded rows stay as they are. Record a new one that takes its place."),
                removable=f"EXISTS (SELECT FROM targets_target WHERE id = OLD.target_id AND code LIKE '{DEMO_PREFIX}%')",
            ),
            never_emptied(),
        )
