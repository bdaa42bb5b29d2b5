"""What all records share: a code that people quote, a version that rises with every change, Chinese sort order."""

from typing import Any, Self, TypeVar

import pghistory
import pgtrigger
from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pypinyin import lazy_pinyin

from targets.models.triggers import BumpVersion
from targets.rules.terms import Flag, Term

Model = TypeVar("Model", bound=models.Model)

DEMO_PREFIX = "demo-"
"""Codes that begin so belong to the demonstration, never to the record."""

code_validator = RegexValidator(
    r"^[a-z0-9]+([-.][a-z0-9]+)*\Z",
    _("Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030."),
)


def track_history(model: type[Model]) -> type[Model]:
    """Records every insert, update and delete of the model in an event table that refuses change."""
    # The trackers are made anew for each model because they remember its fields. They work by statement,
    # because history by row makes a bulk load ten times as long.
    trackers = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
    return pghistory.track(*trackers, level=pgtrigger.Statement)(model)


def in_chinese() -> bool:
    """Whether the reader's language is Chinese; in commands without a language it is English."""
    return (get_language() or "en").startswith("zh")


def label(term: Term) -> str:
    """What people read for a code, in the reader's language."""
    return term.zh if in_chinese() else term.en


def choices(terms: type[Term]) -> list[tuple[str, Any]]:
    """A closed list for a field: codes, with labels in the reader's language."""
    lazy_label = lazy(label, str)
    return [(term.value, lazy_label(term)) for term in terms]


def term_field(terms: type[Term], verbose_name: Any, **options: Any) -> models.CharField:
    """A field that holds one code of a closed list."""
    return models.CharField(verbose_name, max_length=24, choices=choices(terms), **options)


def terms_hold(model: str, *, blank: tuple[str, ...] = (), **fields: type[Term]) -> list[models.CheckConstraint]:
    """Constraints that keep closed lists closed in the database too; fields named in `blank` may also be empty."""
    return [
        models.CheckConstraint(
            name=f"{model}_{field}_known",
            condition=Q(**{f"{field}__in": [term.value for term in terms] + ([""] if field in blank else [])}),
            violation_error_message=_("A code does not stand in its closed list; docs/words.md shows the lists."),
        )
        for field, terms in fields.items()
    ]


def quantity_field(verbose_name: Any, **options: Any) -> models.DecimalField:
    """An exact number; null means that none is stated, which is not zero."""
    return models.DecimalField(verbose_name, max_digits=38, decimal_places=10, null=True, blank=True, **options)


class FlagsField(ArrayField):
    """A set of flags, ticked in forms."""

    def formfield(self, **kwargs: Any) -> Any:
        return forms.MultipleChoiceField(
            choices=choices(Flag),
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=kwargs.get("widget") or forms.CheckboxSelectMultiple,
        )


def flags_field() -> FlagsField:
    """What the text leaves open."""
    return FlagsField(
        models.CharField(max_length=24, choices=choices(Flag)),
        verbose_name=_("flags"),
        default=list,
        blank=True,
        help_text=_("Tick what the text leaves open, so that nobody settles it in silence."),
    )


def flags_hold(model: str) -> models.CheckConstraint:
    """The constraint that goes with a flags field."""
    return models.CheckConstraint(
        name=f"{model}_flags_known",
        condition=Q(flags__contained_by=[flag.value for flag in Flag]),
        violation_error_message=_("A flag does not stand in the closed list; docs/words.md shows it."),
    )


class Record(models.Model):
    """An editable row: its version rises with every change, so that two editors cannot overwrite each other."""

    version = models.PositiveIntegerField(
        _("version"), default=1, editable=False, help_text=_("Rises by one with every change.")
    )
    changed_at = models.DateTimeField(
        _("changed at"), db_default=Now(), editable=False, help_text=_("When the row was last changed, in UTC.")
    )

    class Meta:
        abstract = True
        triggers = (BumpVersion(name="bump_version"),)


class CodedQuerySet(models.QuerySet[Any]):
    """Rows that people quote by their code."""

    def get_by_natural_key(self, code: str) -> Any:
        return self.get(code=code)

    def demo(self) -> Self:
        """Rows of the demonstration only."""
        return self.filter(code__startswith=DEMO_PREFIX)

    def real(self) -> Self:
        """Rows of the record, without the demonstration."""
        return self.exclude(code__startswith=DEMO_PREFIX)


class Coded(Record):
    """A record that people quote by its code."""

    code = models.CharField(
        _("code"),
        max_length=100,
        unique=True,
        validators=[code_validator],
        help_text=_("Short and lasting; programs and links use it. Small Latin letters, digits, hyphens, full stops."),
        error_messages={"unique": _("This code is taken. Choose another.")},
    )

    objects = CodedQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True

    def natural_key(self) -> tuple[str, ...]:
        return (self.code,)

    @property
    def is_demo(self) -> bool:
        """Whether the row belongs to the demonstration."""
        return self.code.startswith(DEMO_PREFIX)


class Named(Coded):
    """A coded record with a name in Chinese, and in English where there is one."""

    name = models.CharField(_("name"), max_length=300, help_text=_("As the document or the body itself writes it."))
    name_en = models.CharField(
        _("English name"), max_length=300, blank=True, help_text=_("Leave blank if there is none; Chinese stands in.")
    )
    sort_key = models.CharField(max_length=600, editable=False, default="", db_index=True)

    class Meta(Coded.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name if in_chinese() or not self.name_en else self.name_en

    def save(self, *args: Any, **kwargs: Any) -> None:
        # The schema names no Chinese collation, since not every PostgreSQL has one; pinyin sorts the same everywhere.
        self.sort_key = " ".join(lazy_pinyin(self.name))[:600].lower()
        super().save(*args, **kwargs)
