from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from targets.models.base import Coded, Named, term_field, terms_hold, track_history
from targets.models.triggers import NoCycle
from targets.rules.terms import OrganisationLevel


@track_history
class Organisation(Named):
    """A body in a tree: a government, a department, an enterprise, a university."""

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("parent"),
        help_text=_("The body it belongs to. Roles given there hold here too."),
    )
    level = term_field(
        OrganisationLevel, _("level"), default=OrganisationLevel.UNSTATED, help_text=_("What kind of body it is.")
    )
    citation = models.ForeignKey(
        "Citation", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("citation")
    )

    class Meta(Coded.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering: ClassVar = ["sort_key", "id"]
        constraints: ClassVar = [*terms_hold("organisation", level=OrganisationLevel)]
        triggers = (*Coded.Meta.triggers, NoCycle(name="organisation_no_cycle", table="targets_organisation"))
