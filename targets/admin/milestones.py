from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from targets.admin.demo import marked
from targets.admin.figures import figure
from targets.admin.lists import RowFilter, demo_by
from targets.admin.record import RecordAdmin
from targets.models import Milestone
from targets.queries.days import today
from targets.services import targets


@admin.register(Milestone)
class MilestoneAdmin(RecordAdmin):
    """Interim values of targets. One is added, never altered; a later one for the same day takes its place."""

    list_display = ("named", "day", "number", "wording", "effective_date", "withdrawn")
    list_filter = (("target__plan", RowFilter), "withdrawn", demo_by("target__code"))
    list_select_related = ("target__series__indicator",)
    search_help_text = _("Target: wording, indicator, plan or code")
    search_fields = ("target__code",)
    found_by = {"target_id": "target"}
    ordering = ("target_id", "day", "effective_date", "recorded_at")
    fieldsets = (
        (None, {"fields": ("target", "day", "value", "wording", "citation")}),
        (_("Since when"), {"fields": ("effective_date", "withdrawn")}),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"effective_date": today()} | super().get_changeform_initial_data(request)

    @admin.display(description=_("target"), ordering="target")
    def named(self, row: Any) -> Any:
        return marked(f"{row.target.series.indicator} · {row.target.code}", row)

    @admin.display(description=_("value"), ordering="value")
    def number(self, row: Any) -> str:
        return "—" if row.value is None else figure(row.target.series.indicator, row.value)

    def create(self, row: Any, by: Any, form: Any) -> None:
        targets.set_milestone(row, by=by)

    def lands_on(self, row: Any) -> Any:
        return row.target
