from typing import Any, ClassVar, Self

from django.apps import apps
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    Coded,
    CodedQuerySet,
    Named,
    citation_field,
    code_holds,
    flags_field,
    flags_hold,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.search import Searched
from targets.models.triggers import NoCycle, Triggers
from targets.rules.terms import DateSource, PlanStatus, TaskKind


class PlanQuerySet(CodedQuerySet["Plan"]):
    """Plans, with what is counted in them."""

    def published(self) -> Self:
        """Plans that the public may read, archived ones included: what was published stays readable."""
        return self.filter(status__in=[PlanStatus.PUBLISHED, PlanStatus.ARCHIVED])

    def with_counts(self) -> Self:
        """Adds what was extracted beside what the document states: actions, tasks, steps and targets."""
        tasks, targets = apps.get_model("targets.Task"), apps.get_model("targets.Target")
        return self.annotate(
            **{f"extracted_{kind}s": _count(tasks.objects.filter(kind=kind)) for kind in TaskKind},
            extracted_targets=_count(targets.objects.all()),
        )


def _count(rows: models.QuerySet[Any]) -> Coalesce:
    # A subquery for each count: joining two of them would multiply one with the other.
    of_plan = rows.filter(plan=models.OuterRef("pk")).order_by().values("plan").annotate(n=models.Count("pk"))
    return Coalesce(models.Subquery(of_plan.values("n")), 0)


@track_history()
class Plan(Named):
    """A programme that rests on a document, with a period, an issuer and a status."""

    document_number = models.CharField(
        _("document number"), max_length=100, blank=True, help_text=_("As printed, for example 鄂政发〔2026〕3号.")
    )
    issuer = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="issued_plans",
        verbose_name=_("issuer"),
        help_text=_("The body that issued it. Leave blank if the document does not name it."),
    )
    owner = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_plans",
        verbose_name=_("kept by"),
        help_text=_("Whose editors keep this plan in the register; this says nothing about who issued it."),
    )
    area = models.ForeignKey(
        "Area",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="plans",
        verbose_name=_("area"),
        help_text=_("The territory the plan is for. A target whose scope is unclear is filed here, with a flag."),
    )
    period_start = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Of the span the plan is for. Leave blank if not stated.")
    )
    period_end = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Of that span: 2026—2030年 ends on 2030-12-31.")
    )
    period_source = term_field(
        DateSource,
        _("source of the period"),
        default=DateSource.NONE,
        help_text=_("Whether the document prints it, or you worked it out from something else."),
    )
    issued_on = models.DateField(
        _("issued on"), null=True, blank=True, help_text=_("The day it was put out. Leave blank if not stated.")
    )
    status = term_field(
        PlanStatus, _("status"), default=PlanStatus.DRAFT, help_text=_("Drafts are seen by members only.")
    )
    stated_action_count = models.PositiveIntegerField(
        _("actions stated"),
        null=True,
        blank=True,
        help_text=_("How many actions the document says it has: 六大行动 is 6."),
    )
    stated_count = models.PositiveIntegerField(
        _("tasks stated"), null=True, blank=True, help_text=_("How many tasks it says it has: 25项具体任务 is 25.")
    )
    stated_wording = models.CharField(
        _("wording of the counts"), max_length=200, blank=True, help_text=_("As printed: 六个方面25项具体任务.")
    )
    derived_from = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="derived_plans",
        verbose_name=_("derived from"),
        help_text=_("The higher plan that this one carries out."),
    )
    flags = flags_field()
    note = models.TextField(_("note"), blank=True, help_text=_("Your own words on what is unclear."))
    citation = citation_field()

    objects = PlanQuerySet.as_manager()

    class Meta(Coded.Meta):
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering: ClassVar = ["sort_key", "id"]
        indexes: ClassVar = [
            models.Index(fields=["status", "id"], name="plan_status"),
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="plan_name_trgm"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plan_period_in_order",
                condition=Q(period_end__gte=F("period_start")),
                violation_error_message=_("The period ends before it begins. Mend one of the two days."),
            ),
            models.CheckConstraint(
                name="plan_period_has_source",
                condition=Q(period_start=None, period_end=None, period_source=DateSource.NONE)
                | (~Q(period_source=DateSource.NONE) & (Q(period_start__isnull=False) | Q(period_end__isnull=False))),
                violation_error_message=_("Say where the period comes from, or leave both days and the source empty."),
            ),
            code_holds("plan"),
            *terms_hold("plan", period_source=DateSource, status=PlanStatus),
            flags_hold("plan"),
        ]
        triggers: ClassVar[Triggers] = (
            *Coded.Meta.triggers,
            NoCycle(name="plan_no_cycle", table="targets_plan", columns=("derived_from_id",)),
            Searched("plan", "name", "name_en", "code", "document_number"),
        )
