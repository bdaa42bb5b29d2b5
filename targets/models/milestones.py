from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from targets.models.base import citation_field, quantities_hold, quantity_field, track_history
from targets.models.times import Dated, DatedQuerySet
from targets.models.triggers import Triggers, stages_hold


class MilestoneQuerySet(DatedQuerySet["Milestone"]):
    """Interim values of targets."""

    IDENTITY = ("target", "day")


@track_history()
class Milestone(Dated):
    """A dated interim value or stage of a target; a later row for the same day takes its place."""

    target = models.ForeignKey(
        "Target",
        models.PROTECT,
        related_name="milestones",
        verbose_name=_("target"),
        help_text=_("The target that this is a step towards. Type a part of its indicator or code."),
    )
    day = models.DateField(
        _("day"),
        help_text=_(
            "The day by which it is to be reached; a year printed alone is its last day: 2028年 is 2028-12-31."
        ),
    )
    value = quantity_field(_("value"), help_text=_("In the plain unit; for a stage, its place in the list of stages."))
    wording = models.CharField(
        _("wording"),
        max_length=300,
        blank=True,
        help_text=_("The words as printed: 到2028年达到160万辆. Leave blank if only the number is given."),
    )
    citation = citation_field()

    objects = MilestoneQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering: ClassVar = ["target", "day", "effective_date", "recorded_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["target", "day", "effective_date", "recorded_at"],
                name="milestone_one_in_force",
                violation_error_message=_("Two milestones for one day cannot be in force at the same time."),
            ),
            models.CheckConstraint(
                name="milestone_says_something",
                condition=Q(withdrawn=True) | Q(value__isnull=False) | ~Q(wording=""),
                violation_error_message=_("Give the value or the words of the milestone."),
            ),
            quantities_hold("milestone", "value"),
        ]
        triggers: ClassVar[Triggers] = (*Dated.Meta.triggers, stages_hold("milestone_is_a_stage", "value"))

    def __str__(self) -> str:
        return f"{self.day} {self.wording}".strip()
