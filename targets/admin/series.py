from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from targets.access import visible
from targets.admin.demo import headed
from targets.admin.figures import between, observed, promised
from targets.admin.lists import DemoFilter, FlagFilter, RowFilter, SubtreeFilter, chips, chips_brief
from targets.admin.record import RecordAdmin
from targets.models import Observation, Series, Target
from targets.queries.days import now, today
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS

LATEST = 30
"""How many values the page of a series shows."""


@admin.register(Series)
class SeriesAdmin(RecordAdmin):
    """One indicator for one scope; its values serve every plan."""

    page_template = "targets/series.html"
    list_display = ("named", "code", "breakdown", "basis", "flag_chips")
    list_filter = (
        ("indicator", RowFilter),
        ("area", RowFilter),
        ("organisation", SubtreeFilter),
        FlagFilter,
        DemoFilter,
    )
    list_select_related = ("indicator", "area", "organisation")
    search_help_text = _("Indicator, scope or code")
    search_fields = ("code",)
    found_by = {"pk": "series"}
    sortable_by = ("code",)
    label_needs = ("indicator", "area", "organisation")
    fieldsets = (
        (None, {"fields": ("indicator", "area", "organisation", "breakdown", "basis", "code")}),
        (_("What the text leaves open"), {"fields": ("flags", "note")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*self.label_needs)

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        values = visible(Observation.objects.filter(series=row), request.user).select_related(
            "series__indicator", "citation__source"
        )
        targets = visible(Target.objects.filter(series=row), request.user).select_related(
            "plan", *WITH_WHAT_A_READING_NEEDS
        )
        return {
            "flags": chips(row.flags),
            "values": [
                (value, between(value.period_start, value.period_end), observed(value))
                for value in values.order_by("-period_end", "-id")[:LATEST]
            ],
            "targets": [(target, promised(target)) for target in targets.with_revision(today(), now())],
        }

    @admin.display(description=_("series"))
    def named(self, row: Any) -> Any:
        return headed(row, row)

    @admin.display(description=_("flags"))
    def flag_chips(self, row: Any) -> Any:
        return chips_brief(row.flags)
