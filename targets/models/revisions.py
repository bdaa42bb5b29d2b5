from decimal import Decimal
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    citation_field,
    flags_field,
    flags_hold,
    quantities_hold,
    quantity_field,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.search import SearchedAbove
from targets.models.times import Dated, DatedQuerySet
from targets.models.triggers import Triggers, stages_hold
from targets.rules.statements.shape import NUMBERLESS, TOLERANT
from targets.rules.statements.statement import BOUNDS
from targets.rules.terms import (
    BaseSource,
    Comparator,
    DateSource,
    Flag,
    Measure,
    Modality,
    Nature,
    Precision,
    Quantifier,
)

NUMBER_IN_LOWER = [comparator for comparator, bounds in BOUNDS.items() if bounds == ("lower",)]
NUMBER_IN_UPPER = [comparator for comparator, bounds in BOUNDS.items() if bounds == ("upper",)]

BOUNDS_FIT = (
    Q(comparator__in=NUMBER_IN_LOWER, lower__isnull=False, upper__isnull=True)
    | Q(comparator__in=NUMBER_IN_UPPER, lower__isnull=True, upper__isnull=False)
    | Q(comparator=Comparator.BETWEEN, lower__isnull=False, upper__isnull=False, lower__lte=F("upper"))
    | Q(comparator="", lower__isnull=True, upper__isnull=True)
    # “Above the national average” has a comparator and, until the other series is known, no number.
    | Q(measure=Measure.REFERENCE, lower__isnull=True, upper__isnull=True)
)


class TargetRevisionQuerySet(DatedQuerySet["TargetRevision"]):
    """Revisions of targets."""

    IDENTITY = ("target",)

    def get_by_natural_key(self, target: str, number: int) -> "TargetRevision":
        return self.get(target__code=target, number=number)


@track_history()
class TargetRevision(Dated):
    """What a target says from a day on. Numbers are never edited: a new revision takes the old one's place."""

    target = models.ForeignKey(
        "Target",
        models.PROTECT,
        related_name="revisions",
        verbose_name=_("target"),
        help_text=_("The target that this is a revision of."),
    )
    number = models.PositiveIntegerField(_("revision"), editable=False, help_text=_("1 is the first."))
    wording = models.CharField(
        _("wording"), max_length=300, help_text=_("The phrase as printed: 超200万辆, 达到1:1, 新增100家10亿元以上.")
    )
    measure = term_field(
        Measure,
        _("measure"),
        help_text=_(
            "What kind of quantity the number is: 达到200万辆 is a level, 新增50万辆 an increment, 年均增长6% annual growth."
        ),
    )
    comparator = term_field(
        Comparator,
        _("comparator"),
        blank=True,
        help_text=_("As printed. No word at all is “no comparator printed”. Blank only where there is no number."),
    )
    lower = quantity_field(
        _("lower bound"),
        # xgettext:no-python-format
        help_text=_("In the plain unit: 200万辆 is 2000000; 6% is 0.06. A number without comparator stands here too."),
    )
    upper = quantity_field(_("upper bound"), help_text=_("For at most, less than, and the end of a range."))
    tolerance = quantity_field(
        _("tolerance"), help_text=_("How far about or close to may reach, in the plain unit. Blank if not stated.")
    )
    scale = models.DecimalField(
        _("printed scale"),
        max_digits=38,
        decimal_places=10,
        default=Decimal(1),
        # xgettext:no-python-format
        help_text=_("What the printed number is multiplied with: 万 is 10000, 亿 is 100000000, % is 0.01."),
    )
    quantifier = term_field(
        Quantifier,
        _("holds"),
        default=Quantifier.AT_DEADLINE,
        help_text=_("At the deadline, in every period (每年, 保持), or over the whole period."),
    )
    modality = term_field(
        Modality, _("modality"), default=Modality.UNSTATED, help_text=_("确保 is firm, 力争 is stretch. Never guess.")
    )
    nature = term_field(
        Nature, _("nature"), default=Nature.UNSTATED, help_text=_("约束性 or 预期性, if the document says so.")
    )
    base_value = quantity_field(_("base value"), help_text=_("Blank if none is given; blank is not zero."))
    base_date = models.DateField(
        _("base date"),
        null=True,
        blank=True,
        help_text=_("The day the base is for: of 2025年 it is 2025-12-31. The path begins there."),
    )
    base_source = term_field(
        BaseSource,
        _("source of the base"),
        default=BaseSource.NONE,
        help_text=_("Printed with the target, or entered from elsewhere?"),
    )
    deadline = models.DateField(
        _("deadline"), null=True, blank=True, help_text=_("The last day of the span printed: 2030年 is 2030-12-31.")
    )
    deadline_precision = term_field(
        Precision,
        _("precision of the deadline"),
        blank=True,
        default="",
        help_text=_("How exactly it is printed: 2030年 is a year. Blank without a deadline."),
    )
    deadline_source = term_field(
        DateSource,
        _("source of the deadline"),
        default=DateSource.NONE,
        help_text=_("Printed with the target, inherited from the plan's period, or worked out."),
    )
    flags = flags_field()
    reason = models.TextField(_("reason"), blank=True, help_text=_("Why the numbers change. Needed for each revision."))
    deciding_document = models.ForeignKey(
        "Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deciding document"),
        help_text=_(
            "The document that decided the change, such as a notice of adjustment. Leave blank if there is none."
        ),
    )
    citation = citation_field()

    objects = TargetRevisionQuerySet.as_manager()

    class Meta(Dated.Meta):
        abstract = False
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering: ClassVar = ["target", "number"]
        indexes: ClassVar = [
            models.Index(fields=["target", "-effective_date", "-recorded_at"], name="revision_in_force"),
            models.Index(fields=["deadline"], name="revision_deadline"),
            # What lists are filtered by and few targets have.
            models.Index(fields=["measure", "target"], name="revision_measure"),
            models.Index(fields=["modality", "target"], name="revision_modality"),
            models.Index(fields=["target"], name="revision_flagged", condition=~Q(flags=[])),
            models.Index(fields=["target"], name="revision_without_base", condition=Q(base_value=None)),
            models.Index(fields=["target"], name="revision_without_deadline", condition=Q(deadline=None)),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["target", "number"],
                name="revision_number_unique",
                violation_error_message=_("Someone else has just revised this target. Look at their revision first."),
            ),
            # Effective date and moment order the revisions of a target without ties, so one is in force at a time.
            models.UniqueConstraint(
                fields=["target", "effective_date", "recorded_at"],
                name="revision_one_in_force",
                violation_error_message=_("Two revisions cannot be in force at the same time."),
            ),
            models.CheckConstraint(
                name="revision_bounds_fit_comparator",
                condition=BOUNDS_FIT,
                violation_error_message=_(
                    "The bounds do not fit the comparator: at most and less than need the upper bound, between needs"
                    " both in order, all others the lower one alone."
                ),
            ),
            models.CheckConstraint(
                name="revision_number_or_words",
                condition=~Q(comparator="") | Q(measure__in=NUMBERLESS) | Q(flags__contains=[Flag.QUALITATIVE]),
                violation_error_message=_("Give the number, or tick the flag “qualitative”."),
            ),
            models.CheckConstraint(
                name="revision_tolerance_fits",
                condition=Q(tolerance__isnull=True) | Q(tolerance__gte=0, comparator__in=TOLERANT),
                violation_error_message=_(
                    "A tolerance is not negative and goes with about, close to, equal or between."
                ),
            ),
            models.CheckConstraint(
                name="revision_deadline_whole",
                condition=Q(deadline__isnull=True, deadline_precision="", deadline_source=DateSource.NONE)
                | (Q(deadline__isnull=False) & ~Q(deadline_precision="") & ~Q(deadline_source=DateSource.NONE)),
                violation_error_message=_("Deadline, precision and source go together: give all three or none."),
            ),
            models.CheckConstraint(
                name="revision_deadline_after_base",
                condition=Q(base_date__isnull=True) | Q(deadline__isnull=True) | Q(deadline__gte=F("base_date")),
                violation_error_message=_("The deadline is before the base date. Mend one of the two days."),
            ),
            models.CheckConstraint(
                name="revision_base_whole",
                condition=Q(base_value__isnull=True, base_source=BaseSource.NONE)
                | (Q(base_value__isnull=False, base_date__isnull=False) & ~Q(base_source=BaseSource.NONE)),
                violation_error_message=_(
                    "A base value needs its date and source; without a value the source is none."
                ),
            ),
            models.CheckConstraint(
                name="revision_scale_positive",
                condition=Q(scale__gt=0),
                violation_error_message=_("The printed scale is more than zero: 1 if the number is printed plain."),
            ),
            models.CheckConstraint(
                name="revision_reason_given",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message=_("Say why the target is revised."),
            ),
            models.CheckConstraint(
                name="revision_first_stands",
                condition=Q(number__gt=1) | Q(number=1, withdrawn=False),
                violation_error_message=_(
                    "The first revision says what the target promises; withdraw it by a later one."
                ),
            ),
            quantities_hold("revision", "lower", "upper", "tolerance", "scale", "base_value"),
            *terms_hold(
                "revision",
                blank=("comparator", "deadline_precision"),
                measure=Measure,
                comparator=Comparator,
                quantifier=Quantifier,
                modality=Modality,
                nature=Nature,
                base_source=BaseSource,
                deadline_precision=Precision,
                deadline_source=DateSource,
            ),
            flags_hold("revision"),
        ]
        triggers: ClassVar[Triggers] = (
            *Dated.Meta.triggers,
            stages_hold("revision_is_a_stage", "lower", "upper"),
            SearchedAbove("target"),
        )

    def __str__(self) -> str:
        return f"{self.wording} ({self.number})"

    def natural_key(self) -> tuple[Any, ...]:
        return (self.target.code, self.number)
