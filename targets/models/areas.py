from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    Coded,
    CodedQuerySet,
    Named,
    Record,
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
from targets.rules.terms import AreaKind, AreaPartRole


@track_history()
class Area(Named):
    """A named territory: a coded one (GB/T 2260), one composed of others, or a free one."""

    kind = term_field(
        AreaKind,
        _("kind"),
        default=AreaKind.FREE,
        help_text=_("Coded: an administrative division, its code is that of GB/T 2260. Composed: made of other areas."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
        help_text=_("The division it lies in. Leave blank if it reaches across several."),
    )
    flags = flags_field()
    note = models.TextField(_("note"), blank=True, help_text=_("Your own words on what is unclear."))
    citation = citation_field()

    objects = CodedQuerySet.as_manager()

    class Meta(Coded.Meta):
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering: ClassVar = ["sort_key", "id"]
        constraints: ClassVar = [code_holds("area"), *terms_hold("area", kind=AreaKind), flags_hold("area")]
        triggers: ClassVar[Triggers] = (
            *Coded.Meta.triggers,
            NoCycle(name="area_no_cycle", table="targets_area"),
            Searched("area", "name", "name_en", "code"),
        )


@track_history()
class AreaPart(Record):
    """One area as part of a composed one, such as a district on a corridor."""

    whole = models.ForeignKey(
        Area,
        models.CASCADE,
        related_name="parts",
        verbose_name=_("whole"),
        help_text=_("The composed area."),
    )
    part = models.ForeignKey(
        Area,
        models.PROTECT,
        related_name="part_of",
        verbose_name=_("part"),
        help_text=_("An area that belongs to the whole: for a corridor, each district on it."),
    )
    role = term_field(
        AreaPartRole, _("role"), default=AreaPartRole.PART, help_text=_("Core, or linked to it, as the document says.")
    )
    position = models.PositiveIntegerField(_("position"), default=0, help_text=_("Order as printed."))

    class Meta(Record.Meta):
        verbose_name = _("part of an area")
        verbose_name_plural = _("parts of an area")
        ordering: ClassVar = ["whole", "position", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["whole", "part"],
                name="areapart_unique",
                violation_error_message=_("This part stands there already."),
            ),
            models.CheckConstraint(
                name="areapart_not_itself",
                condition=~Q(whole=F("part")),
                violation_error_message=_("An area is not a part of itself. Choose another part."),
            ),
            *terms_hold("areapart", role=AreaPartRole),
        ]
        triggers: ClassVar[Triggers] = (
            *Record.Meta.triggers,
            NoCycle(
                name="areapart_no_cycle",
                table="targets_areapart",
                columns=("whole_id",),
                node="part_id",
                message=_("This would make a circle: an area cannot be a part of its own part. Choose another part."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.whole} · {self.part}"
