from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    Coded,
    CodedQuerySet,
    Named,
    citation_field,
    code_holds,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.search import Searched
from targets.models.triggers import NoCycle, Triggers
from targets.rules.terms import OrganisationLevel


@track_history()
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
        OrganisationLevel,
        _("level"),
        default=OrganisationLevel.UNSTATED,
        help_text=_(
            "Where it stands: a province, a city, a county, a township, a department, an enterprise or a university."
        ),
    )
    citation = citation_field()

    objects = CodedQuerySet.as_manager()

    class Meta(Coded.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering: ClassVar = ["sort_key", "id"]
        constraints: ClassVar = [code_holds("organisation"), *terms_hold("organisation", level=OrganisationLevel)]
        triggers: ClassVar[Triggers] = (
            *Coded.Meta.triggers,
            NoCycle(name="organisation_no_cycle", table="targets_organisation"),
            Searched("organisation", "name", "name_en", "code"),
        )
