from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from targets.admin.base import ChoiceFilter
from targets.admin.demo import headed
from targets.admin.lists import DemoFilter, FlagFilter, chips_brief
from targets.admin.record import RecordAdmin
from targets.models import Indicator


@admin.register(Indicator)
class IndicatorAdmin(RecordAdmin):
    """What is measured."""

    list_display = ("named", "code", "unit", "accumulation", "direction", "frequency", "series_count", "flag_chips")
    list_filter = (
        ("accumulation", ChoiceFilter),
        ("direction", ChoiceFilter),
        ("frequency", ChoiceFilter),
        FlagFilter,
        DemoFilter,
    )
    search_help_text = _("Name, unit or code")
    search_fields = ("code",)
    found_by = {"pk": "indicator"}
    sortable_by = ("named", "code")
    fieldsets = (
        (None, {"fields": ("name", "name_en", "code", "unit", "unit_en", "accumulation", "direction", "frequency")}),
        (_("Meaning"), {"fields": ("definition", "stages", "stages_en", "numerator", "denominator")}),
        (
            _("Class, for a count of those above a threshold"),
            {
                "fields": (
                    *("class_attribute", "class_attribute_en", "class_comparator"),
                    *("class_threshold", "class_unit", "class_unit_en"),
                )
            },
        ),
        (_("What the text leaves open"), {"fields": ("flags", "note", "citation")}),
    )

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.annotate(series_total=Count("series"))

    def label_of(self, row: Any) -> str:
        return f"{row} ({row.unit})" if row.unit else str(row)

    @admin.display(description=_("name"), ordering="sort_key")
    def named(self, row: Any) -> Any:
        return headed(row, row)

    @admin.display(description=_("series"))
    def series_count(self, row: Any) -> Any:
        return row.series_total or "—"

    @admin.display(description=_("flags"))
    def flag_chips(self, row: Any) -> Any:
        return chips_brief(row.flags)
