"""What editors keep for their own work at the desk: questions to lists, and what they did to many rows at once."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from targets.models.base import Record, term_field, terms_hold
from targets.models.triggers import Triggers, never_emptied
from targets.rules.terms import BatchVerb

LONGEST_QUERY = 2000


class SavedFilter(Record):
    """Filter, search and order of a list under a name; its link stays the same whatever it is called."""

    owner = models.ForeignKey(
        "User", models.CASCADE, editable=False, related_name="saved_filters", verbose_name=_("owner")
    )
    noun = models.CharField(_("list"), max_length=40, editable=False)
    name = models.CharField(
        _("name"), max_length=100, help_text=_("What the list shows: 红灯、2027年到期, for example.")
    )
    query = models.CharField(_("filter"), max_length=LONGEST_QUERY, blank=True, editable=False)
    shared = models.BooleanField(
        _("shared"),
        default=False,
        help_text=_("Everyone who works here may use it; each sees only the rows open to them."),
    )

    class Meta(Record.Meta):
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering: ClassVar = ["noun", "name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "noun", "name"],
                name="savedfilter_name_unique",
                violation_error_message=_("You have a saved filter of this name on this list. Choose another name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Batch(models.Model):
    """One change of many rows at one stroke: which rows, and what stood there before, so that it can be taken back."""

    verb = term_field(BatchVerb, _("what was done"), editable=False)
    noun = models.CharField(_("list"), max_length=40, editable=False)
    by = models.ForeignKey(
        "User", models.CASCADE, null=True, editable=False, related_name="batches", verbose_name=_("who")
    )
    done_at = models.DateTimeField(_("done at"), db_default=Now(), editable=False)
    rows = ArrayField(models.BigIntegerField(), verbose_name=_("rows"), default=list, editable=False)
    before = models.JSONField(_("before"), default=dict, editable=False)
    undone_at = models.DateTimeField(_("taken back at"), null=True, editable=False)

    class Meta:
        verbose_name = _("batch")
        verbose_name_plural = _("batches")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [*terms_hold("batch", verb=BatchVerb)]
        triggers: ClassVar[Triggers] = (never_emptied(),)

    def __str__(self) -> str:
        return f"{self.get_verb_display()} ({len(self.rows)})"
