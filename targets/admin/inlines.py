"""Rows within the page of another row: parts of an area, updates of a task."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.http import HttpRequest

from targets import access
from targets.admin.base import StackedInline, TabularInline
from targets.admin.closed import is_only_read
from targets.admin.forms import FormMixin, RefusedRow
from targets.admin.keeping import Keeping


class InlineMixin(FormMixin, Keeping):
    """Who may change the row of the page may change the rows within."""

    extra = 0
    model: type[Model]
    parent_model: type[Model]

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the rows that the lines point to, so that a hundred lines cost no more questions than one."""
        own = [field for field in self.model._meta.concrete_fields if field.is_relation]
        needs = {f"{field.name}__{need}" for field in own for need in self._label_needs(field)}
        rows = super().get_queryset(request)
        return rows.select_related(*(field.name for field in own), *needs)

    def _label_needs(self, field: Any) -> tuple[str, ...]:
        needs: tuple[str, ...] = self.admin_site.get_model_admin(field.remote_field.model).label_needs
        return needs

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]
        formset.form.refusal = getattr(request, "refusal", None)
        formset.keeper = self
        return formset

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_change(request, obj)

    def _may_change(self, request: HttpRequest, obj: Any) -> bool:
        return access.may(request.user, "change", obj or self.parent_model) and not is_only_read(request, obj)


class TableInline(InlineMixin, TabularInline):
    """One line a row."""


class BlockInline(InlineMixin, StackedInline):
    """One block a row, for long texts."""


def save_rows(formset: Any, by: Any) -> None:
    """Writes what was changed among the rows of one formset; raises RefusedRow naming the row that was refused."""
    formset.save(commit=False)
    for form in formset.deleted_forms:
        if form.instance.pk:
            _remove_row(formset.keeper, form, by)
    for form in formset.forms:
        if form.has_changed() and form not in formset.deleted_forms:
            _save_row(formset.keeper, form, by)


def _remove_row(keeper: Keeping, form: Any, by: Any) -> None:
    try:
        keeper.remove(form.instance, by, form.cleaned_data.get("seen_version"))
    except ValidationError as error:
        raise RefusedRow(error, form.prefix) from error


def _save_row(keeper: Keeping, form: Any, by: Any) -> None:
    try:
        if form.instance.pk:
            keeper.edit(form.instance, by, form.cleaned_data.get("seen_version"))
        else:
            keeper.create(form.instance, by, form)
    except ValidationError as error:
        raise RefusedRow(error, form.prefix) from error
