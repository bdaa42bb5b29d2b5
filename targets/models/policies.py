from typing import Any, ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    CODE_FORM,
    CODE_MESSAGE,
    DEMO_PREFIX,
    code_validator,
    in_chinese,
    quantities_hold,
    quantity_field,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.times import Dated, DatedQuerySet
from targets.models.triggers import Rule, Triggers, kept, never_emptied
from targets.rules.verdicts.terms import BareAs, Method, Over, RollupRule

SCOPES = ("plan", "organisation", "target")
"""Where a policy may hold: at most one of these, else it serves wherever it is named."""


class AssessmentPolicyQuerySet(DatedQuerySet["AssessmentPolicy"]):
    """Versions of policies."""

    IDENTITY = ("code",)

    def get_by_natural_key(self, code: str, number: int) -> "AssessmentPolicy":
        return self.get(code=code, number=number)


@track_history()
class AssessmentPolicy(Dated):
    """One version of a rule by which targets are judged. A change is a new version; verdicts name theirs."""

    code = models.CharField(
        _("code"),
        max_length=100,
        validators=[code_validator],
        help_text=_("Short and lasting; all versions share it. “default” is the rule for everything without its own."),
    )
    number = models.PositiveIntegerField(_("version"), editable=False, help_text=_("1 is the first."))
    name = models.CharField(_("name"), max_length=100, help_text=_("What people call it: 银川式, 本单位通用规则."))
    name_en = models.CharField(
        _("English name"), max_length=100, blank=True, help_text=_("Leave blank if there is none; Chinese stands in.")
    )
    plan = models.ForeignKey(
        "Plan",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="policies",
        verbose_name=_("plan"),
        help_text=_("Judges the targets of this plan, whatever their organisation says."),
    )
    organisation = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="policies",
        verbose_name=_("organisation"),
        help_text=_("Judges the plans that this organisation and those below it keep."),
    )
    target = models.ForeignKey(
        "Target",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="policies",
        verbose_name=_("target"),
        help_text=_("Judges this one target, before all others."),
    )
    method = term_field(
        Method,
        _("method"),
        blank=True,
        default="",
        help_text=_("Blank: the milestone path where the target has milestones, else the straight line."),
    )
    ahead = quantity_field(_("ahead from"), help_text=_("Paths: the gap in points from which it is ahead; usually 5."))
    on_track = quantity_field(
        _("on track above"),
        help_text=_("Paths: the gap above which it is on track, usually -10. Growth: the least ratio, usually 0.95."),
    )
    behind = quantity_field(
        _("behind down to"),
        help_text=_("Paths: the gap down to which it is behind, usually -30. Growth: the least ratio, such as 0.6."),
    )
    far_behind = quantity_field(
        _("regressing from"),
        help_text=_(
            "Paths: the gap at which moving away is regressing, usually -10. Growth: the least ratio, such as 0."
        ),
    )
    bare_as = term_field(
        BareAs, _("bare numbers"), default=BareAs.FLOOR, help_text=_("How a number without a comparator is read.")
    )
    over = term_field(
        Over,
        _("past a range"),
        blank=True,
        default="",
        help_text=_("800 for 700个左右. Blank: it counts as met where the indicator has a good direction."),
    )
    approx_tolerance = models.DecimalField(
        _("tolerance of about"),
        max_digits=12,
        decimal_places=10,
        default="0.05",
        help_text=_("The share of the number that 左右 and 接近 allow where none is stated: 0.05 is five per cent."),
    )
    max_age_days = models.PositiveIntegerField(
        _("days until stale"),
        null=True,
        blank=True,
        help_text=_("Older data turn the light grey. Blank: by frequency, 92 days for months to 731 for years."),
    )
    min_points = models.PositiveIntegerField(
        _("least points"),
        null=True,
        blank=True,
        help_text=_("Values needed for a pace, the base included. Blank: as many as the method needs."),
    )
    rollup = term_field(
        RollupRule,
        _("score of a plan"),
        default=RollupRule.WORST_OF,
        help_text=_("How a task or plan is scored from its targets. The counts by light are always shown."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Where the numbers come from."))
    reason = models.TextField(_("reason"), blank=True, help_text=_("Why it changes. Needed from version 2 on."))

    objects = AssessmentPolicyQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("assessment policy")
        verbose_name_plural = _("assessment policies")
        ordering: ClassVar = ["code", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code", "number"],
                name="policy_number_unique",
                violation_error_message=_("Someone else has just changed this policy. Look at their version first."),
            ),
            models.UniqueConstraint(
                fields=["code", "effective_date", "recorded_at"],
                name="policy_one_in_force",
                violation_error_message=_("Two versions of a policy cannot be in force at the same time."),
            ),
            *(
                models.UniqueConstraint(
                    fields=[scope],
                    condition=Q(number=1, **{f"{scope}__isnull": False}),
                    name=f"policy_one_a_{scope}",
                    violation_error_message=_("A policy stands here already. Change that one: it gets a new version."),
                )
                for scope in SCOPES
            ),
            models.CheckConstraint(
                name="policy_one_scope",
                condition=Q(plan=None, organisation=None)
                | Q(plan=None, target=None)
                | Q(organisation=None, target=None),
                violation_error_message=_("Choose a plan, an organisation or a target, or none of them."),
            ),
            models.CheckConstraint(
                name="policy_default_everywhere",
                condition=~Q(code="default") | Q(plan=None, organisation=None, target=None),
                violation_error_message=_("The default serves everywhere; give a policy of its own another code."),
            ),
            models.CheckConstraint(
                name="policy_code_form", condition=Q(code__regex=CODE_FORM), violation_error_message=CODE_MESSAGE
            ),
            models.CheckConstraint(
                name="policy_tolerance_fits",
                condition=Q(approx_tolerance__gte=0, approx_tolerance__lt=1),
                violation_error_message=_("The tolerance is a share from 0 to below 1: 0.05 is five per cent."),
            ),
            models.CheckConstraint(
                name="policy_reason_given",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message=_("Say why the policy changes."),
            ),
            models.CheckConstraint(
                name="policy_first_stands",
                condition=Q(number__gt=1) | Q(number=1, withdrawn=False),
                violation_error_message=_("The first version says how to judge; withdraw it by a later one."),
            ),
            quantities_hold("policy", "ahead", "on_track", "behind", "far_behind"),
            *terms_hold(
                "policy", blank=("method", "over"), method=Method, bare_as=BareAs, over=Over, rollup=RollupRule
            ),
        ]
        triggers: ClassVar[Triggers] = (
            kept(
                "policy_append_only",
                _("A version of a policy stays as it is. Change the policy: it gets a new version."),
                removable=f"OLD.code LIKE '{DEMO_PREFIX}%'",
            ),
            never_emptied(),
            Rule(
                name="policy_keeps_its_place",
                operation=pgtrigger.Insert,
                condition=pgtrigger.Condition("NEW.number > 1"),
                breach="NOT EXISTS (SELECT FROM targets_assessmentpolicy AS first WHERE first.code = NEW.code"
                " AND first.number = 1 AND (first.plan_id, first.organisation_id, first.target_id)"
                " IS NOT DISTINCT FROM (NEW.plan_id, NEW.organisation_id, NEW.target_id))",
                message=_("All versions of a policy hold in the same place. Add another policy for another place."),
            ),
        )

    def __str__(self) -> str:
        name = self.name if in_chinese() or not self.name_en else self.name_en
        return f"{name} ({self.number})"

    def natural_key(self) -> tuple[Any, ...]:
        return (self.code, self.number)

    @property
    def scope(self) -> models.Model | None:
        """The target, plan or organisation that it is for; None where it serves wherever it is named."""
        return self.target or self.plan or self.organisation
