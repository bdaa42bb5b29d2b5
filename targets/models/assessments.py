"""What the rule said of each target when it was last judged, and when its light or pace changed."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from targets.models.base import term_field, terms_hold
from targets.models.triggers import Triggers, never_emptied
from targets.rules.verdicts.terms import Attainment, Light, Method, Pace, Reason, VerdictFlag


def _number(verbose_name: Any) -> "models.DecimalField[Any, Any]":
    # Wider than what people enter: a forecast or a ratio of such numbers must fit as well.
    return models.DecimalField(verbose_name, max_digits=200, decimal_places=10, null=True, editable=False)


def _term(terms: Any, verbose_name: Any, **options: Any) -> "models.CharField[Any, Any]":
    return term_field(terms, verbose_name, editable=False, **options)


class Judged(models.Model):
    """What both tables say of a verdict."""

    judged_on = models.DateField(_("judged on"), editable=False)
    light = _term(Light, _("light"))
    pace = _term(Pace, _("pace"))
    attainment = _term(Attainment, _("attainment"))
    reason = _term(Reason, _("reason of the verdict"))
    value = _number(_("value"))
    period_end = models.DateField(_("last day"), null=True, editable=False)
    policy_code = models.CharField(_("assessment policy"), max_length=100, editable=False)
    policy_number = models.PositiveIntegerField(_("version"), editable=False)

    class Meta:
        abstract = True


def _known(model: str, **more: Any) -> list[models.CheckConstraint]:
    return terms_hold(model, attainment=Attainment, reason=Reason, **more)


class Assessment(Judged):
    """The verdict on a target in force, as of the day it was last judged. Worked out from other rows, never edited."""

    target = models.OneToOneField(
        "Target", models.CASCADE, primary_key=True, related_name="assessment", verbose_name=_("target"), editable=False
    )
    # A target never leaves its plan, so this cannot come to differ; lists and summaries are spared a join.
    plan = models.ForeignKey("Plan", models.CASCADE, related_name="+", verbose_name=_("plan"), editable=False)
    revision = models.ForeignKey(
        "TargetRevision", models.CASCADE, related_name="+", verbose_name=_("revision"), editable=False
    )
    method = _term(Method, _("method"))
    ground = _term(Reason, _("reason before age"))
    period_start = models.DateField(_("first day"), null=True, editable=False)
    achieved_share = _number(_("achieved share"))
    expected_share = _number(_("expected share"))
    expected_value = _number(_("expected value"))
    gap_points = _number(_("gap in points"))
    gap_value = _number(_("gap"))
    required_annual_change = _number(_("required yearly change"))
    observed_annual_change = _number(_("observed yearly change"))
    required_to_observed = _number(_("required to observed change"))
    forecast_value = _number(_("forecast"))
    forecast_meets = models.BooleanField(_("forecast meets"), null=True, editable=False)
    figure = _number(_("deciding figure"))
    periods_kept = models.PositiveIntegerField(_("periods kept"), null=True, editable=False)
    periods_tested = models.PositiveIntegerField(_("periods tested"), null=True, editable=False)
    coverage_reported = models.PositiveIntegerField(_("periods reported"), null=True, editable=False)
    coverage_due = models.PositiveIntegerField(_("periods due"), null=True, editable=False)
    flags = ArrayField(models.CharField(max_length=24), verbose_name=_("flags"), default=list, editable=False)

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering: ClassVar = ["target"]
        indexes: ClassVar = [
            models.Index(fields=["light", "target"], name="assessment_light"),
            models.Index(fields=["pace", "target"], name="assessment_pace"),
            models.Index(fields=["attainment", "target"], name="assessment_attainment"),
            models.Index(fields=["policy_code", "target"], name="assessment_policy"),
            models.Index(fields=["reason", "target"], name="assessment_reason"),
            models.Index(fields=["plan", "light"], name="assessment_of_plan"),
        ]
        constraints: ClassVar = [
            *_known("assessment", light=Light, pace=Pace, method=Method, ground=Reason),
            models.CheckConstraint(
                name="assessment_flags_known",
                condition=models.Q(flags__contained_by=[flag.value for flag in VerdictFlag]),
                violation_error_message=_("A flag does not stand in the closed list; docs/words.md shows it."),
            ),
        ]
        triggers: ClassVar[Triggers] = (never_emptied(),)

    def __str__(self) -> str:
        return f"{self.target_id} {self.light}"


class AssessmentChange(Judged):
    """One row whenever a target's light or pace changes; what came before stands in `light_before`, `pace_before`.

    Both are empty on the first verdict, `light` and `pace` where the target went out of force.
    """

    target = models.ForeignKey(
        "Target", models.CASCADE, related_name="assessment_changes", verbose_name=_("target"), editable=False
    )
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Now(), editable=False)
    light = _term(Light, _("light"), blank=True)
    pace = _term(Pace, _("pace"), blank=True)
    light_before = _term(Light, _("light before"), blank=True, default="")
    pace_before = _term(Pace, _("pace before"), blank=True, default="")

    class Meta:
        verbose_name = _("assessment change")
        verbose_name_plural = _("assessment changes")
        ordering: ClassVar = ["-recorded_at", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["target", "-recorded_at", "-id"], name="change_of_target"),
            models.Index(fields=["light", "judged_on"], name="change_to_light"),
        ]
        constraints: ClassVar = [
            *_known("change"),
            *terms_hold(
                "change",
                blank=("light", "pace", "light_before", "pace_before"),
                light=Light,
                pace=Pace,
                light_before=Light,
                pace_before=Pace,
            ),
            models.CheckConstraint(
                name="change_changes_something",
                condition=~models.Q(light=models.F("light_before"), pace=models.F("pace_before")),
                violation_error_message=_("Nothing changed, so there is nothing to record."),
            ),
        ]
        triggers: ClassVar[Triggers] = (never_emptied(),)

    def __str__(self) -> str:
        return f"{self.target_id} {self.light_before or '–'} → {self.light or '–'}"


class AssessmentRun(models.Model):
    """One judging of everything: from then on every verdict that it left alone is as of its day too."""

    judged_on = models.DateField(_("judged on"), editable=False)
    finished_at = models.DateTimeField(_("finished at"), db_default=Now(), editable=False)
    targets = models.PositiveIntegerField(_("targets"), editable=False)
    changed = models.PositiveIntegerField(_("verdicts changed"), editable=False)

    class Meta:
        verbose_name = _("assessment run")
        verbose_name_plural = _("assessment runs")
        ordering: ClassVar = ["-finished_at", "-id"]
        triggers: ClassVar[Triggers] = (never_emptied(),)

    def __str__(self) -> str:
        return f"{self.judged_on} ({self.targets})"
