"""What the admin shows and allows, all of it as access.py decides."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from targets import access, models
from targets.admin.closed import is_only_read
from targets.admin.fields import Search

DECIDING_FIELD: dict[type[Model], str] = {
    models.Plan: "owner",
    models.Task: "plan",
    models.Target: "plan",
    models.TargetRevision: "target",
    models.Milestone: "target",
    models.Update: "task",
    models.Responsibility: "task",
    models.Observation: "reported_by",
}
"""The field by which a row belongs to the organisations of an editor."""


class RightsMixin:
    """Permissions and choices of a page or of rows within one."""

    model: type[Model]
    admin_site: Any

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return access.visible(super().get_queryset(request), request.user)  # type: ignore[misc]

    def has_module_permission(self, request: HttpRequest) -> bool:
        return access.may_enter_admin(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may_enter_admin(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may(request.user, "add", self.model)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may(request.user, "change", obj or self.model) and not is_only_read(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return access.may(request.user, "delete", obj or self.model) and not is_only_read(request, obj)

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        other = self.admin_site.get_model_admin(db_field.remote_field.model)
        rows = db_field.remote_field.model._default_manager.select_related(*other.label_needs)
        kwargs["queryset"] = access.visible(rows, request.user)
        kwargs.setdefault("widget", Search(db_field, self.admin_site))
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]
        field.label_from_instance = other.label_of
        return field


def demand(user: Any, verb: str, thing: Any) -> None:
    """Raises ValidationError at the deciding field unless the user may do this to the row as it is filled in."""
    if not access.may(user, verb, thing):
        message = _("You may not do this here: you edit other organisations' plans only to read them.")
        raise ValidationError({DECIDING_FIELD.get(type(thing), "__all__"): message})
