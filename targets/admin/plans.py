from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.admin import plan_page
from targets.admin.base import ChoiceFilter
from targets.admin.demo import marked
from targets.admin.keeping import actor
from targets.admin.lists import DemoFilter, FlagFilter, RowFilter, chips
from targets.admin.record import RecordAdmin
from targets.models import Plan
from targets.services import plans


@admin.register(Plan)
class PlanAdmin(RecordAdmin):
    """Plans; one opens as its tree."""

    page_template = "targets/plan.html"
    list_display = (
        *("named", "status", "period", "issuer_name", "area"),
        *("action_count", "task_count", "step_count", "target_count", "flag_chips"),
    )
    list_filter = (
        ("status", ChoiceFilter),
        ("area", RowFilter),
        ("issuer", RowFilter),
        ("owner", RowFilter),
        FlagFilter,
        DemoFilter,
    )
    list_select_related = ("area", "issuer")
    search_help_text = _("Name, code or document number")
    search_fields = ("code",)
    found_by = {"pk": "plan"}
    sortable_by = ("named",)
    fieldsets = (
        (None, {"fields": ("name", "name_en", "code", "status", "owner", "area")}),
        (
            _("Document"),
            {
                "fields": (
                    *("document_number", "issuer", "issued_on"),
                    *(("period_start", "period_end"), "period_source", "derived_from"),
                )
            },
        ),
        (_("What the document counts"), {"fields": (("stated_action_count", "stated_count"), "stated_wording")}),
        (_("What the text leaves open"), {"fields": ("flags", "note", "citation")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("area", "issuer", "owner", "citation__source")

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.with_counts()  # type: ignore[attr-defined]

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        return plan_page.context(row, request.user)

    def verbs(self) -> list[tuple[str, Any]]:
        return [*super().verbs(), ("publish", self.publish_view), ("archive", self.archive_view)]

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Opens the plan to all readers."""
        plan = self.row_or_404(request, object_id, "publish")
        return self.act(
            request, plan, lambda: plans.publish(plan, by=actor(request)), gettext("The plan is published.")
        )

    def archive_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Closes the plan; it stays readable."""
        plan = self.row_or_404(request, object_id, "publish")
        return self.act(request, plan, lambda: plans.archive(plan, by=actor(request)), gettext("The plan is archived."))

    def label_of(self, row: Any) -> str:
        return f"{row} ({row.code})"

    @admin.display(description=_("name"), ordering="sort_key")
    def named(self, row: Any) -> Any:
        return marked(row, row)

    @admin.display(description=_("period"), ordering="period_end")
    def period(self, row: Any) -> str:
        return plan_page.period(row) or "—"

    @admin.display(description=_("issuer"), ordering="issuer")
    def issuer_name(self, row: Any) -> str:
        return str(row.issuer) if row.issuer else gettext("not stated")

    @admin.display(description=_("actions"))
    def action_count(self, row: Any) -> int:
        return row.extracted_actions

    @admin.display(description=_("tasks"))
    def task_count(self, row: Any) -> int:
        return row.extracted_tasks

    @admin.display(description=_("steps"))
    def step_count(self, row: Any) -> int:
        return row.extracted_steps

    @admin.display(description=_("targets"))
    def target_count(self, row: Any) -> int:
        return row.extracted_targets

    @admin.display(description=_("flags"))
    def flag_chips(self, row: Any) -> Any:
        return chips(row.flags)
