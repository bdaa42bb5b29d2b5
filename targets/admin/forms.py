"""The form of a record: carries the version that was read, and shows what the services or the database refused."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from targets.access import COMMON
from targets.admin.fields import ExactField, ListField, Search, Ticks
from targets.admin.rights import RightsMixin
from targets.models.base import FlagsField

FIELD_OF_RULE = {
    "area_no_cycle": "parent",
    "organisation_no_cycle": "parent",
    "plan_no_cycle": "derived_from",
    "task_no_cycle": "parent",
    "task_plan_fixed": "plan",
    "task_parent_same_plan": "parent",
    "target_no_cycle": "parent",
    "target_derivation_no_cycle": "derived_from",
    "target_plan_fixed": "plan",
    "target_task_same_plan": "task",
}
"""At which field a rule of the database is told."""


@dataclass(frozen=True)
class Refusal:
    """What was refused while saving; `prefix` is that of the row's form, None for the page's own."""

    error: ValidationError
    prefix: str | None = None


class RefusedRow(Exception):
    """A row below the page's own could not be saved."""

    def __init__(self, error: ValidationError, prefix: str) -> None:
        self.refusal = Refusal(error, prefix)


class TellsRefusal(forms.BaseModelForm):
    """A form that keeps what was typed when saving is refused, and says why at the field it concerns."""

    refusal: Refusal | None = None
    data: Any

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]
        self.look_closer()
        if self.refusal and self.refusal.prefix == self.prefix:
            self._tell(self.refusal.error)
        elif self.refusal and self.prefix is None:
            # Said at the row too, unless that row was to be removed.
            self.add_error(
                None, _("A row below was not saved: %(why)s") % {"why": " ".join(self.refusal.error.messages)}
            )

    def look_closer(self) -> None:
        """Checks of a form's own, once the row is filled in."""

    def _tell(self, error: ValidationError) -> None:
        for field, messages in messages_by_field(error).items():
            for message in messages:
                self._add_once(field, message)

    def _add_once(self, field: str, message: str) -> None:
        """The form has often found the same fault by itself."""
        place = field if field in self.fields else NON_FIELD_ERRORS
        if message not in self.errors.get(place, []):
            self.add_error(None if place == NON_FIELD_ERRORS else place, message)


class RecordForm(TellsRefusal, forms.ModelForm):
    """The form of a record, with the version that was read."""

    seen_version = forms.IntegerField(
        required=False,
        label="",
        widget=forms.HiddenInput,
        error_messages={"invalid": gettext_lazy("Load the page again.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and hasattr(self.instance, "version"):
            self.initial["seen_version"] = self.instance.version
        for name, field in self.fields.items():
            _make_known(field, self.instance._state.fields_cache.get(name))

    def clean_seen_version(self) -> int | None:
        """Without the version that was read nobody could tell whether someone else was quicker."""
        seen: int | None = self.cleaned_data["seen_version"]
        if seen is None and self.instance.pk and hasattr(self.instance, "version"):
            raise ValidationError(_("Load the page again."), "invalid")
        return seen


def _make_known(field: Any, row: Any) -> None:
    """Tells a field that is filled in by typing what it shows, if the row was loaded; what all may see anyway."""
    widget = getattr(field.widget, "widget", field.widget)
    if row is not None and isinstance(widget, Search) and isinstance(row, COMMON):
        widget.known = str(row.pk), field.label_from_instance(row)


class FormMixin(RightsMixin):
    """Fields and form of a record, on a page of its own or within another."""

    form = RecordForm
    formfield_overrides: ClassVar[dict[Any, Any]] = {FlagsField: {"widget": Ticks}}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        # The browser's own number field would round, group and scroll numbers away.
        if isinstance(db_field, models.DecimalField):
            return db_field.formfield(form_class=ExactField, widget=self._line_of_text(), **kwargs)
        if isinstance(db_field, ArrayField) and not isinstance(db_field, FlagsField):
            return db_field.formfield(form_class=ListField, widget=self._line_of_text(), **kwargs)
        if isinstance(db_field, models.URLField):
            kwargs["assume_scheme"] = "https"
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if isinstance(db_field, FlagsField):
            field.label = capfirst(str(field.label))
        return field

    def _line_of_text(self) -> Any:
        """The widget with which the theme draws a line of text."""
        return self.formfield_overrides[models.CharField]["widget"]


def messages_by_field(error: ValidationError) -> dict[str, list[str]]:
    """The texts of an error by field."""
    if hasattr(error, "error_dict"):
        return {name: list(ValidationError(errors).messages) for name, errors in error.error_dict.items()}
    return {FIELD_OF_RULE.get(getattr(error, "rule", ""), NON_FIELD_ERRORS): list(error.messages)}
