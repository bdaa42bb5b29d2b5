from typing import Any

from django.apps import apps
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may, visible
from targets.admin.keeping import actor
from targets.admin.record import RecordAdmin
from targets.models import Batch
from targets.services import batches

SHOWN = 200
"""So many of its rows a page names."""


@admin.register(Batch)
class BatchAdmin(RecordAdmin):
    """What one did to many rows at one stroke, each with the way back where there is one."""

    page_template = "targets/batch.html"
    list_display = ("deed", "of_list", "count", "done_at", "by", "undone_at")
    list_filter = ("verb",)
    ordering = ("-id",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("by")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def verbs(self) -> list[tuple[str, Any]]:
        return [("undo", self.undo_view)]

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        model = apps.get_model("targets", row.noun)
        other: Any = self.admin_site.get_model_admin(model)
        found = visible(model._default_manager.select_related(*other.label_needs), request.user)
        rows = found.filter(pk__in=row.rows[:SHOWN]).order_by("pk")
        return {
            "batch": row,
            "lines": [(other.url_of(each), other.label_of(each)) for each in rows],
            "beyond": max(len(row.rows) - SHOWN, 0),
            "list_name": capfirst(str(model._meta.verbose_name_plural)),
            "may_undo": row.verb in batches.REVERSIBLE and row.undone_at is None,
        }

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Puts back what stood before, if nobody changed one of the rows since."""
        batch = self.row_or_404(request, object_id, "undo")
        if request.method == "POST":
            try:
                _demand_rights(batch, actor(request))
                batches.undo(batch, by=actor(request))
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
            else:
                self.message_user(request, gettext("It is taken back: the rows are as they were."), messages.SUCCESS)
        return HttpResponseRedirect(self.url_of(batch))

    @admin.display(description=_("what was done"))
    def deed(self, row: Any) -> Any:
        return format_html("{}", row.get_verb_display())

    @admin.display(description=_("list"))
    def of_list(self, row: Any) -> str:
        return capfirst(str(apps.get_model("targets", row.noun)._meta.verbose_name_plural))

    @admin.display(description=_("rows"))
    def count(self, row: Any) -> int:
        return len(row.rows)


def _demand_rights(batch: Batch, user: Any) -> None:
    """Raises ValidationError, naming rows, if they are no longer the user's to change."""
    rows = apps.get_model("targets", batch.noun)._default_manager.filter(pk__in=batch.rows)
    needed = rows if batch.noun == "plan" else rows.select_related("plan")
    if lost := [str(row) for row in needed.order_by("pk") if not may(user, "change", row)]:
        names = "、".join(lost[: batches.NAMED]) + ("…" if len(lost) > batches.NAMED else "")
        message = gettext("You may no longer change these rows: %(names)s. Nothing was taken back.")
        raise ValidationError(message % {"names": names}, "refused")
