from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    Coded,
    CodedQuerySet,
    code_holds,
    quantities_hold,
    quantity_field,
    track_history,
)
from targets.models.milestones import Milestone
from targets.models.revisions import TargetRevision
from targets.models.search import Searched
from targets.models.triggers import NoCycle, Rule, Triggers, fixed


class TargetQuerySet(CodedQuerySet["Target"]):
    """Targets; what they say is in their revisions."""

    def on_register(self, day: date, known_at: datetime) -> Self:
        """Targets that have a revision in force on `day`, as known at `known_at`."""
        last = TargetRevision.objects.recorded_by_then(day, known_at).filter(target=models.OuterRef("pk"))
        ended = last.order_by("-effective_date", "-recorded_at").values("withdrawn")[:1]
        # A limit is asked for each target of a page; an EXISTS would be joined with the revisions of all before it.
        return self.alias(ended=models.Subquery(ended)).filter(ended=False)

    def with_revision(self, day: date, known_at: datetime) -> Self:
        """Loads `revision` and `milestones_in_force` of each target with two queries, however many there are."""
        revisions = TargetRevision.objects.in_force(day, known_at).select_related(
            "citation__source", "deciding_document"
        )
        milestones = Milestone.objects.in_force(day, known_at).select_related("citation__source").order_by("day")
        return self.prefetch_related(
            Prefetch("revisions", queryset=revisions, to_attr="revisions_in_force")
        ).prefetch_related(
            Prefetch("milestones", queryset=milestones, to_attr="milestones_in_force"),
        )


@track_history()
class Target(Coded):
    """A commitment on a series. Its identity and place are here; what it says is in its revisions."""

    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        related_name="targets",
        verbose_name=_("plan"),
        help_text=_("The plan whose document prints the target. It cannot be changed later."),
    )
    task = models.ForeignKey(
        "Task",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="targets",
        verbose_name=_("task"),
        help_text=_("The action or task that sets it. Leave blank for a target of the plan as a whole."),
    )
    series = models.ForeignKey(
        "Series",
        models.PROTECT,
        related_name="targets",
        verbose_name=_("series"),
        help_text=_("What is counted, and for whom or where: 整车产量 · 武汉市. Several plans may aim at one series."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("其中: the target that this one is a part of."),
    )
    derived_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="derived_targets",
        verbose_name=_("derived from"),
        help_text=_("The target of a higher plan that was handed down to this one."),
    )
    reference_series = models.ForeignKey(
        "Series",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("reference series"),
        help_text=_("For 与经济增长同步 and the like: the series that it is compared with."),
    )
    position = models.PositiveIntegerField(_("position"), default=0, help_text=_("Order as printed. 0 puts it last."))
    weight = quantity_field(
        _("weight"), help_text=_("Its part in a weighted score of the plan, if the plan states one. Blank counts as 1.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Your own words on what is unclear."))

    objects = TargetQuerySet.as_manager()

    revisions_in_force: Sequence["TargetRevision"]
    milestones_in_force: Sequence["Milestone"]

    class Meta(Coded.Meta):
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering: ClassVar = ["plan", "position", "id"]
        indexes: ClassVar = [models.Index(fields=["plan", "position", "id"], name="target_of_plan")]
        constraints: ClassVar = [
            code_holds("target"),
            models.CheckConstraint(
                name="target_weight_not_negative",
                condition=models.Q(weight__isnull=True) | models.Q(weight__gte=0),
                violation_error_message=_("A weight is not negative; 0 leaves the target out of the score."),
            ),
            quantities_hold("target", "weight"),
        ]
        triggers: ClassVar[Triggers] = (
            *Coded.Meta.triggers,
            NoCycle(name="target_no_cycle", table="targets_target"),
            NoCycle(name="target_derivation_no_cycle", table="targets_target", columns=("derived_from_id",)),
            fixed("target_plan_fixed", ["plan_id"], _("A target stays in its plan. Add a new one in the other plan.")),
            Rule(
                name="target_task_same_plan",
                breach="(SELECT plan_id FROM targets_task WHERE id = NEW.task_id) IS DISTINCT FROM NEW.plan_id",
                condition=pgtrigger.Condition("NEW.task_id IS NOT NULL"),
                message=_("The task belongs to another plan. Choose one of this plan."),
            ),
            Rule(
                name="target_parent_same_plan",
                breach="(SELECT plan_id FROM targets_target WHERE id = NEW.parent_id) IS DISTINCT FROM NEW.plan_id",
                condition=pgtrigger.Condition("NEW.parent_id IS NOT NULL"),
                message=_("That target belongs to another plan. Choose one of this plan, or use “derived from”."),
            ),
            Rule(
                name="target_has_revision",
                breach="NOT EXISTS (SELECT FROM targets_targetrevision WHERE target_id = NEW.id)",
                operation=pgtrigger.Insert,
                # At commit, since the revision can only be written after the target it belongs to.
                timing=pgtrigger.Deferred,
                message=_("A target needs a first revision: say what it promises."),
            ),
            # Its first revision, which always follows, makes the entry.
            Searched("target", "code", "note", "series_id", "task_id", new=False),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def revision(self) -> "TargetRevision | None":
        """The revision in force that `with_revision` loaded; None where none is."""
        return self.revisions_in_force[0] if self.revisions_in_force else None
