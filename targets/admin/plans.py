from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.admin import need_filters, plan_page
from targets.admin.base import ChoiceFilter
from targets.admin.batches.actions import Batching
from targets.admin.batches.deeds import OF_PLANS
from targets.admin.demo import headed
from targets.admin.grid.pages import GridPages
from targets.admin.guide.pages import Guide
from targets.admin.keeping import actor, seen_version
from targets.admin.lists import DemoFilter, FlagFilter, RowFilter, SubtreeFilter, chips_brief, one_line
from targets.admin.plan_copies import CopyPages
from targets.admin.plan_ends import EndPages
from targets.admin.record import RecordAdmin
from targets.admin.trees.answers import undo_of
from targets.admin.trees.moving import MovePages
from targets.admin.trees.nodes import NodePages
from targets.admin.trees.numbers import NumberPages
from targets.models import Plan
from targets.queries.grid import of_plan
from targets.services import plans


@admin.register(Plan)
class PlanAdmin(Batching, GridPages, MovePages, NodePages, NumberPages, CopyPages, EndPages, RecordAdmin):
    """Plans; one opens as its tree."""

    deeds = OF_PLANS
    batch_needs = ("owner",)

    sheet = staticmethod(of_plan)
    page_template = "targets/plan.html"
    list_before_template = "targets/plan_list_lead.html"
    list_display = (
        *("named", "status", "period", "issuer_and_area"),
        *("action_count", "task_count", "step_count", "target_count", "flag_chips"),
    )
    list_filter = (
        ("status", ChoiceFilter),
        ("area", RowFilter),
        ("issuer", RowFilter),
        ("owner", SubtreeFilter),
        FlagFilter,
        *need_filters.OF_PLANS,
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
        return plan_page.context(row, request.user) | {"undo": undo_of(request, row)}

    def get_urls(self) -> list[URLPattern]:
        return [*Guide(self).urls(), *super().get_urls()]

    def verbs(self) -> list[tuple[str, Any]]:
        return [*super().verbs(), ("publish", self.publish_view)]

    def publish_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Opens the plan to all readers."""
        plan = self.row_or_404(request, object_id, "publish")
        return self.act(
            request,
            plan,
            lambda: plans.publish(plan, by=actor(request), version=seen_version(request)),
            gettext("The plan is published."),
        )

    def label_of(self, row: Any) -> str:
        return f"{row} ({row.code})"

    @admin.display(description=_("name"), ordering="sort_key")
    def named(self, row: Any) -> Any:
        return headed(row, row)

    @admin.display(description=_("period"), ordering="period_end")
    def period(self, row: Any) -> str:
        return plan_page.period(row) or "—"

    @admin.display(description=_("issuer and area"), ordering="issuer")
    def issuer_and_area(self, row: Any) -> Any:
        issuer, area = row.issuer or gettext("not stated"), row.area or ""
        return format_html('{}<span class="under" title="{}">{}</span>', one_line(issuer), area, area)

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
        return chips_brief(row.flags)
