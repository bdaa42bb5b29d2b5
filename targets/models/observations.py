from datetime import date, datetime
from typing import ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    DEMO_PREFIX,
    Record,
    citation_field,
    flags_field,
    flags_hold,
    quantities_hold,
    quantity_field,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.triggers import Rule, Triggers, fixed, kept, no_stage
from targets.rules.quantities.writing import plain
from targets.rules.terms import Comparator, DateSource, ObservationStatus

VALUE_COLUMNS = [
    *("series_id", "period_start", "period_end", "period_source", "wording", "comparator", "value", "lower", "upper"),
    *("upper_excluded", "numerator", "denominator", "recorded_at", "recorded_by_id", "supersedes_id"),
]
EXACT = [Comparator.EQ, Comparator.BARE]
BOUNDS_FIT = (
    Q(comparator__in=EXACT, value__isnull=False, lower__isnull=True, upper__isnull=True)
    | Q(comparator__in=[Comparator.GE, Comparator.GT], value__isnull=True, lower__isnull=False)
    | Q(
        comparator__in=[Comparator.APPROX, Comparator.NEAR], value__isnull=True, lower__isnull=False, upper__isnull=True
    )
    | Q(comparator__in=[Comparator.LE, Comparator.LT], value__isnull=True, lower__isnull=True, upper__isnull=False)
    | Q(comparator=Comparator.BETWEEN, value__isnull=True, lower__isnull=False, upper__isnull=False)
) & (Q(lower__isnull=True) | Q(upper__isnull=True) | Q(lower__lte=F("upper")))
STEPS = "('submitted', 'verified'), ('submitted', 'returned'), ('verified', 'superseded')"
"""The only ways from one status to the next."""
STEP_BREACH = f"""
    CASE WHEN NEW.status = OLD.status
    THEN (OLD.verified_at, OLD.verified_by_id, OLD.returned_at, OLD.superseded_at)
        IS DISTINCT FROM (NEW.verified_at, NEW.verified_by_id, NEW.returned_at, NEW.superseded_at)
    ELSE (OLD.status, NEW.status) NOT IN ({STEPS})
        OR OLD.status = 'verified' AND (OLD.verified_at, OLD.verified_by_id)
            IS DISTINCT FROM (NEW.verified_at, NEW.verified_by_id)
    END"""


class ObservationQuerySet(models.QuerySet["Observation"]):
    """Reported values, asked by day and by what was known."""

    def known(self, day: date, known_at: datetime) -> Self:
        """Values for periods that ended by `day`, as known at `known_at`, each with its `status_then`."""
        then = Case(
            When(superseded_at__lte=known_at, then=Value(ObservationStatus.SUPERSEDED.value)),
            When(returned_at__lte=known_at, then=Value(ObservationStatus.RETURNED.value)),
            When(verified_at__lte=known_at, then=Value(ObservationStatus.VERIFIED.value)),
            default=Value(ObservationStatus.SUBMITTED.value),
        )
        return self.filter(period_end__lte=day, recorded_at__lte=known_at).annotate(status_then=then)

    def in_force(self, day: date, known_at: datetime) -> Self:
        """Verified values that held at `known_at` for periods that ended by `day`; at most one a period."""
        return self.known(day, known_at).filter(
            Q(superseded_at__isnull=True) | Q(superseded_at__gt=known_at), verified_at__lte=known_at
        )

    def seen_by_public(self) -> Self:
        """Values that were verified at some time; submissions and returned ones are the members' affair."""
        return self.filter(verified_at__isnull=False)


@track_history()
class Observation(Record):
    """One reported value of a series for one period. It is never altered: a correction takes its place."""

    series = models.ForeignKey(
        "Series",
        models.PROTECT,
        related_name="observations",
        verbose_name=_("series"),
        help_text=_("What the value is of: one indicator for one scope."),
    )
    period_start = models.DateField(
        _("first day"), null=True, blank=True, help_text=_("Of the period the value is for. Blank if not stated.")
    )
    period_end = models.DateField(_("last day"), help_text=_("Of the period; for a figure as of a day, that day."))
    period_source = term_field(
        DateSource,
        _("source of the period"),
        default=DateSource.STATED,
        help_text=_("Whether the document prints it, or you worked it out from something else."),
    )
    wording = models.CharField(_("wording"), max_length=300, blank=True, help_text=_("As printed: 7000余个."))
    comparator = term_field(
        Comparator, _("comparator"), default=Comparator.EQ, help_text=_("Equal for a plain figure; 超 is more than.")
    )
    value = quantity_field(
        _("value"),
        # xgettext:no-python-format
        help_text=_("A plain figure, in the plain unit: 5.5% is 0.055."),
    )
    lower = quantity_field(_("lower bound"), help_text=_("For an inexact figure: 7000余 is from 7000 on."))
    upper = quantity_field(_("upper bound"), help_text=_("For an inexact figure: 7000余 ends below 8000."))
    upper_excluded = models.BooleanField(
        _("upper bound excluded"),
        default=False,
        help_text=_("Ticked for 余 and 多: the upper bound itself is not meant."),
    )
    numerator = quantity_field(_("numerator"), help_text=_("For a ratio, where it is given."))
    denominator = quantity_field(_("denominator"), help_text=_("For a ratio, where it is given; not zero."))
    flags = flags_field()
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("Your own words on the figure: what it covers, what was estimated, what differs from the source."),
    )
    reported_by = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="reported_observations",
        verbose_name=_("reported by"),
        help_text=_("The body that gave the figure, not who types it: 市统计局. Blank if not stated."),
    )
    citation = citation_field()
    supersedes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="corrections",
        verbose_name=_("supersedes"),
    )
    status = term_field(ObservationStatus, _("status"), default=ObservationStatus.SUBMITTED, editable=False)
    return_reason = models.TextField(_("reason for return"), blank=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), editable=False)
    recorded_by = models.ForeignKey(
        "User", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("recorded by")
    )
    verified_at = models.DateTimeField(_("verified at"), null=True, editable=False)
    verified_by = models.ForeignKey(
        "User", models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("verified by")
    )
    returned_at = models.DateTimeField(_("returned at"), null=True, editable=False)
    superseded_at = models.DateTimeField(_("superseded at"), null=True, editable=False)

    objects = ObservationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("observation")
        verbose_name_plural = _("observations")
        ordering: ClassVar = ["series", "-period_end", "-id"]
        indexes: ClassVar = [
            models.Index(fields=["series", "-period_end", "-id"], name="observation_latest"),
            # The few that lists are filtered by; most values are verified and unflagged.
            models.Index(
                fields=["status", "-id"], name="observation_open", condition=~Q(status=ObservationStatus.VERIFIED)
            ),
            models.Index(fields=["-id"], name="observation_flagged", condition=~Q(flags=[])),
            # All that a verdict reads of a series, the latest first: it never has to look at the rows themselves.
            models.Index(
                F("series"),
                F("period_end").desc(),
                Coalesce("period_start", "period_end"),
                F("id").desc(),
                name="observation_that_counts",
                condition=Q(status=ObservationStatus.VERIFIED),
                include=["period_start", "value", "comparator", "lower", "upper", "numerator", "denominator"],
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["series", "period_start", "period_end"],
                name="observation_one_verified",
                condition=Q(status=ObservationStatus.VERIFIED),
                nulls_distinct=False,
                violation_error_message=_(
                    "A verified value stands for this series and period. Submit the new one as its correction."
                ),
            ),
            models.UniqueConstraint(
                fields=["series", "period_start", "period_end"],
                name="observation_one_submitted",
                condition=Q(status=ObservationStatus.SUBMITTED),
                nulls_distinct=False,
                violation_error_message=_(
                    "A value for this series and period waits for review. Verify or return that one first."
                ),
            ),
            models.CheckConstraint(
                name="observation_period_in_order",
                condition=Q(period_start__isnull=True) | Q(period_end__gte=F("period_start")),
                violation_error_message=_("The period ends before it begins. Mend one of the two days."),
            ),
            models.CheckConstraint(
                name="observation_bounds_fit_comparator",
                condition=BOUNDS_FIT,
                violation_error_message=_(
                    "A plain figure goes into value alone; an inexact one into the bounds its comparator needs, in order."
                ),
            ),
            models.CheckConstraint(
                name="observation_ratio_whole",
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | (Q(numerator__isnull=False, denominator__isnull=False) & ~Q(denominator=0)),
                violation_error_message=_("Give numerator and denominator together; the denominator is not zero."),
            ),
            models.CheckConstraint(
                name="observation_status_has_time",
                condition=Q(status=ObservationStatus.SUBMITTED, verified_at=None, returned_at=None, superseded_at=None)
                | Q(status=ObservationStatus.VERIFIED, verified_at__isnull=False, returned_at=None, superseded_at=None)
                | Q(status=ObservationStatus.RETURNED, verified_at=None, returned_at__isnull=False, superseded_at=None)
                | Q(
                    status=ObservationStatus.SUPERSEDED,
                    verified_at__isnull=False,
                    returned_at=None,
                    superseded_at__isnull=False,
                ),
                violation_error_message=_("The status and its moments do not fit together."),
            ),
            models.CheckConstraint(
                name="observation_times_in_order",
                condition=(Q(verified_at=None) | Q(verified_at__gte=F("recorded_at")))
                & (Q(returned_at=None) | Q(returned_at__gte=F("recorded_at")))
                & (Q(superseded_at=None) | Q(superseded_at__gte=F("verified_at"))),
                violation_error_message=_("A value is recorded first, then verified or returned, then superseded."),
            ),
            models.CheckConstraint(
                name="observation_excluded_bound_there",
                condition=Q(upper_excluded=False) | Q(upper__isnull=False),
                violation_error_message=_(
                    "Without an upper bound there is none to exclude. Give it, or clear the tick."
                ),
            ),
            models.CheckConstraint(
                name="observation_return_has_reason",
                condition=~Q(status=ObservationStatus.RETURNED) | ~Q(return_reason=""),
                violation_error_message=_("Say why the value is returned."),
            ),
            quantities_hold("observation", "value", "lower", "upper", "numerator", "denominator"),
            *terms_hold("observation", period_source=DateSource, comparator=Comparator, status=ObservationStatus),
            flags_hold("observation"),
        ]
        triggers: ClassVar[Triggers] = (
            *Record.Meta.triggers,
            fixed(
                "observation_value_fixed", VALUE_COLUMNS, _("A reported value is never altered. Submit a correction.")
            ),
            kept(
                "observation_kept",
                _("A reported value is never removed. Return it, or submit a correction."),
                removable=f"EXISTS (SELECT FROM targets_series WHERE id = OLD.series_id AND code LIKE '{DEMO_PREFIX}%')",
                alterable=True,
            ),
            Rule(
                name="observation_steps",
                operation=pgtrigger.Update,
                breach=STEP_BREACH,
                message=_(
                    "A value is submitted, then verified or returned, and a verified one superseded; never back."
                ),
            ),
            Rule(
                name="observation_corrects_same_series",
                breach="(SELECT series_id FROM targets_observation WHERE id = NEW.supersedes_id)"
                " IS DISTINCT FROM NEW.series_id",
                condition=pgtrigger.Condition("NEW.supersedes_id IS NOT NULL"),
                message=_("A correction belongs to the series of the value it corrects."),
            ),
            Rule(
                name="observation_is_a_stage",
                operation=pgtrigger.Insert,
                breach="EXISTS (SELECT FROM targets_series AS series"
                " JOIN targets_indicator AS indicator ON indicator.id = series.indicator_id"
                f" WHERE series.id = NEW.series_id AND {no_stage('indicator', 'value', 'lower', 'upper')})",
                message=_("A stage is given by its place in the list of stages of the indicator: 1 is the first."),
            ),
        )

    def __str__(self) -> str:
        figures = [plain(number) for number in (self.value, self.lower, self.upper) if number is not None]
        return f"{self.period_end} · {self.wording or '–'.join(figures)}"

    @property
    def period(self) -> str:
        """The period in one short line."""
        if self.period_start is None or self.period_start == self.period_end:
            return self.period_end.isoformat()
        return f"{self.period_start} – {self.period_end}"
