from typing import ClassVar

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    Coded,
    CodedQuerySet,
    Named,
    citation_field,
    code_holds,
    flags_field,
    flags_hold,
    quantities_hold,
    quantity_field,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.search import Searched
from targets.models.triggers import NoCycle, Rule, Triggers, fixed
from targets.rules.terms import Accumulation, Comparator, Direction, Frequency

NO_CLASS = Q(class_comparator="", class_threshold=None, class_unit="")
WHOLE_CLASS = ~Q(class_comparator="") & Q(class_threshold__isnull=False) & ~Q(class_unit="")


@track_history()
class Indicator(Named):
    """What is measured: its unit, how its values add up, which way is better."""

    unit = models.CharField(
        _("unit"),
        max_length=40,
        blank=True,
        help_text=_("The plain unit, without 万 or 亿: 辆, 元, 人次. Rates: %. Blank for stages and bare ratios."),
    )
    unit_en = models.CharField(
        _("English unit"), max_length=60, blank=True, help_text=_("In the plural: vehicles, yuan, person-times.")
    )
    accumulation = term_field(
        Accumulation,
        _("accumulation"),
        help_text=_("Stock: as of a day. Annual flow: within a year. Cumulative: since a start. Ratio, rank, stage."),
    )
    direction = term_field(
        Direction,
        _("direction"),
        default=Direction.UP,
        help_text=_("Which way is better: up for output, down for energy use, none if a figure is to be hit."),
    )
    frequency = term_field(
        Frequency,
        _("frequency"),
        default=Frequency.UNSTATED,
        help_text=_("How often a value is due: a yearly one once a year. Data older than that are marked as stale."),
    )
    definition = models.TextField(
        _("definition"), blank=True, help_text=_("What counts and what does not. Leave blank if not stated.")
    )
    stages = ArrayField(
        models.CharField(max_length=60),
        verbose_name=_("stages"),
        default=list,
        blank=True,
        help_text=_("For a stage indicator, in order, separated by commas: 前期,开工,主体完工,竣工,投产."),
    )
    stages_en = ArrayField(
        models.CharField(max_length=60),
        verbose_name=_("English stages"),
        default=list,
        blank=True,
        help_text=_("As many as there are stages, or none."),
    )
    class_attribute = models.CharField(
        _("class attribute"),
        max_length=100,
        blank=True,
        help_text=_("For a count of a class: what the threshold measures, 产值 for example. Blank if not stated."),
    )
    class_attribute_en = models.CharField(
        _("English class attribute"), max_length=100, blank=True, help_text=_("The same in English: output value.")
    )
    class_comparator = term_field(
        Comparator,
        _("class comparator"),
        blank=True,
        help_text=_("For 10亿元以上 it is at least. Blank if nothing is counted by class."),
    )
    class_threshold = quantity_field(
        _("class threshold"), help_text=_("In the plain unit: 千亿级 is 100000000000 元. It is not the target.")
    )
    class_unit = models.CharField(
        _("class unit"),
        max_length=40,
        blank=True,
        help_text=_("The unit of the threshold, not of the indicator: for 产值超1000亿元的企业 it is 元."),
    )
    class_unit_en = models.CharField(
        _("English class unit"), max_length=60, blank=True, help_text=_("The same in English: yuan.")
    )
    numerator = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("numerator"),
        help_text=_("For a ratio of two indicators: the one above the line."),
    )
    denominator = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("denominator"),
        help_text=_("For a ratio of two indicators: the one below the line."),
    )
    flags = flags_field()
    note = models.TextField(_("note"), blank=True, help_text=_("Your own words on what is unclear."))
    citation = citation_field()

    objects = CodedQuerySet.as_manager()

    class Meta(Coded.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering: ClassVar = ["sort_key", "id"]
        indexes: ClassVar = [GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="indicator_name_trgm")]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="indicator_class_whole",
                condition=NO_CLASS | WHOLE_CLASS,
                violation_error_message=_("A class needs comparator, threshold and unit together, or none of them."),
            ),
            models.CheckConstraint(
                name="indicator_stages_named",
                condition=~Q(accumulation=Accumulation.STAGE) | Q(stages__len__gt=0),
                violation_error_message=_("Name the stages, in order."),
            ),
            models.CheckConstraint(
                name="indicator_stages_en_match",
                condition=Q(stages_en__len=0) | Q(stages_en__len=F("stages__len")),
                violation_error_message=_("Give as many English stages as Chinese ones, or none."),
            ),
            models.CheckConstraint(
                name="indicator_ratio_whole",
                condition=Q(numerator=None, denominator=None)
                | Q(accumulation=Accumulation.RATIO, numerator__isnull=False, denominator__isnull=False),
                violation_error_message=_("Only a ratio has numerator and denominator: give both, or neither."),
            ),
            quantities_hold("indicator", "class_threshold"),
            code_holds("indicator"),
            *terms_hold(
                "indicator",
                blank=("class_comparator",),
                accumulation=Accumulation,
                direction=Direction,
                frequency=Frequency,
                class_comparator=Comparator,
            ),
            flags_hold("indicator"),
        ]
        triggers: ClassVar[Triggers] = (
            *Coded.Meta.triggers,
            NoCycle(
                name="indicator_no_cycle",
                table="targets_indicator",
                columns=("numerator_id", "denominator_id"),
                message=_("This would make a circle: a ratio cannot be worked out from itself. Choose another part."),
            ),
            Rule(
                name="indicator_stages_kept",
                operation=pgtrigger.Update,
                breach="cardinality(NEW.stages) < cardinality(OLD.stages)"
                " AND EXISTS (SELECT FROM targets_series WHERE indicator_id = NEW.id)",
                message=_("Targets and values may stand on these stages. Rename them or add some, but drop none."),
            ),
            Searched("indicator", "name", "name_en", "code", "unit", "class_attribute", "definition"),
        )


@track_history()
class Series(Coded):
    """One indicator for one scope, breakdown and basis; reported values hang here and serve every plan."""

    indicator = models.ForeignKey(
        Indicator,
        models.PROTECT,
        related_name="series",
        verbose_name=_("indicator"),
        help_text=_("What the values measure: 整车产量. Add the indicator first if it is not there yet."),
    )
    area = models.ForeignKey(
        "Area",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="series",
        verbose_name=_("area"),
        help_text=_("The scope, if it is a territory. Scope unclear: the plan's own area, and a flag on the target."),
    )
    organisation = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="series",
        verbose_name=_("organisation"),
        help_text=_("Whom the figures are for, if it is a body: 某集团. Leave it blank if they are for an area."),
    )
    breakdown = models.CharField(
        _("breakdown"), max_length=100, blank=True, help_text=_("Which part of the whole. Blank is the total.")
    )
    basis = models.CharField(
        _("basis"), max_length=100, blank=True, help_text=_("口径 of the figures, such as 不变价. Blank if not stated.")
    )
    flags = flags_field()
    note = models.TextField(_("note"), blank=True, help_text=_("Your own words on what is unclear."))

    objects = CodedQuerySet.as_manager()

    class Meta(Coded.Meta):
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="series_one_scope",
                condition=Q(area__isnull=True, organisation__isnull=False)
                | Q(area__isnull=False, organisation__isnull=True),
                violation_error_message=_("Choose either an area or an organisation as the scope."),
            ),
            models.UniqueConstraint(
                fields=["indicator", "area", "organisation", "breakdown", "basis"],
                name="series_unique",
                nulls_distinct=False,
                violation_error_message=_("This series stands already; use it, so that its values serve every plan."),
            ),
            code_holds("series"),
            flags_hold("series"),
        ]
        triggers: ClassVar[Triggers] = (
            *Coded.Meta.triggers,
            fixed(
                "series_stays_itself",
                ["indicator_id", "area_id", "organisation_id", "breakdown", "basis"],
                _("Values were reported for this series, so it stays what it is. Add another series instead."),
                unless="NOT EXISTS (SELECT FROM targets_observation WHERE series_id = NEW.id)",
            ),
            Searched("series", "code", "breakdown", "basis", "indicator_id", "area_id", "organisation_id"),
        )

    def __str__(self) -> str:
        parts = [str(self.indicator), str(self.scope), self.breakdown, self.basis]
        return " · ".join(part for part in parts if part)

    @property
    def scope(self) -> models.Model | None:
        """The area or the organisation that the figures are for."""
        return self.area or self.organisation
