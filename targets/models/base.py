"""What all records share: a code that people quote, a version that rises with every change, Chinese sort order."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar, Self, TypeVar

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

from targets.models.triggers import BumpVersion, Rule, Triggers, never_emptied
from targets.rules.terms import Flag, Term

Model = TypeVar("Model", bound=models.Model)

DEMO_PREFIX = "demo-"
"""Codes that begin so belong to the demonstration, never to the record."""

CODE_FORM = r"^[a-z0-9]+([-.][a-z0-9]+)*\Z"
CODE_MESSAGE = _("Use small Latin letters, digits, hyphens and full stops, for example chegu-corridor-2026-2030.")

code_validator = RegexValidator(CODE_FORM, CODE_MESSAGE)

NOT_A_NUMBER = Decimal(10) ** 28
"""PostgreSQL sorts NaN above every number, and this one is above all that fit into a quantity."""


def track_history(*, without: tuple[str, ...] = ()) -> Callable[[type[Model]], type[Model]]:
    """Records every insert, update and delete of a model in an event table that refuses change.

    Columns named in `without` are worked out from others, or secret, and stay out of the history.
    """

    def tracked(model: type[Model]) -> type[Model]:
        # The trackers are made anew for each model because they remember its fields. They work by statement,
        # because history by row makes a bulk load ten times as long.
        trackers = pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()
        events = pghistory.track(
            *trackers, level=pgtrigger.Statement, exclude=list(without), meta={"triggers": [never_emptied()]}
        )
        return events(model)  # type: ignore[no-any-return]

    return tracked


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


def term_field(terms: type[Term], verbose_name: Any, **options: Any) -> "models.CharField[Any, Any]":
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


def quantity_field(verbose_name: Any, **options: Any) -> "models.DecimalField[Any, Any]":
    """An exact number; null means that none is stated, which is not zero."""
    return models.DecimalField(verbose_name, max_digits=38, decimal_places=10, null=True, blank=True, **options)


def quantities_hold(model: str, *fields: str) -> models.CheckConstraint:
    """The constraint that quantities are numbers; PostgreSQL would also keep “not a number”."""
    return models.CheckConstraint(
        name=f"{model}_quantities_are_numbers",
        condition=Q(**{f"{field}__lt": NOT_A_NUMBER for field in fields}),
        violation_error_message=_("A quantity is not a number. Write digits, or leave it blank if none is stated."),
    )


class FlagsField(ArrayField):  # type: ignore[type-arg]
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


def citation_field() -> "models.ForeignKey[Any, Any]":
    """The place that a row rests on."""
    return models.ForeignKey(
        "Citation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("citation"),
        help_text=_("The place in the source that this rests on."),
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
        triggers: ClassVar[Triggers] = (BumpVersion(name="bump_version"), never_emptied())


class CodedQuerySet(models.QuerySet[Model]):
    """Rows that people quote by their code."""

    def get_by_natural_key(self, code: str) -> Model:
        return self.get(code=code)

    def demo(self) -> Self:
        """Rows of the demonstration only."""
        return self.filter(code__startswith=DEMO_PREFIX)

    def real(self) -> Self:
        """Rows of the record, without the demonstration."""
        return self.exclude(code__startswith=DEMO_PREFIX)


def demo_stays_demo() -> Rule:
    """The rule that no row of the record becomes one of the demonstration, which can be dropped, nor the other way."""
    return Rule(
        name="demo_stays_demo",
        operation=pgtrigger.Update,
        breach=f"(OLD.code LIKE '{DEMO_PREFIX}%') IS DISTINCT FROM (NEW.code LIKE '{DEMO_PREFIX}%')",
        message=_("The prefix demo- marks the demonstration; it is neither given to a row nor taken away later."),
    )


def code_holds(model: str) -> models.CheckConstraint:
    """The constraint that goes with a code."""
    return models.CheckConstraint(
        name=f"{model}_code_form", condition=Q(code__regex=CODE_FORM), violation_error_message=CODE_MESSAGE
    )


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

    class Meta(Record.Meta):
        abstract = True
        triggers: ClassVar[Triggers] = (*Record.Meta.triggers, demo_stays_demo())

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
        if "name" in (kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = [*kwargs["update_fields"], "sort_key"]
        super().save(*args, **kwargs)
