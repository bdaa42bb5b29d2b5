from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from targets.admin.base import ChoiceFilter
from targets.admin.demo import marked
from targets.admin.inlines import TableInline
from targets.admin.lists import DemoFilter, FlagFilter, RowFilter, chips_brief
from targets.admin.record import RecordAdmin
from targets.models import Area, AreaPart


class AreaPartInline(TableInline):
    """What a composed area is made of."""

    model = AreaPart
    fk_name = "whole"
    fields = ("part", "role", "position", "seen_version")


@admin.register(Area)
class AreaAdmin(RecordAdmin):
    """Territories, and what they are composed of."""

    list_display = ("named", "code", "kind", "parent", "part_count", "flag_chips")
    list_filter = (("kind", ChoiceFilter), FlagFilter, ("parent", RowFilter), DemoFilter)
    list_select_related = ("parent",)
    search_help_text = _("Name or code")
    search_fields = ("code",)
    found_by = {"pk": "area"}
    sortable_by = ("named", "code")
    inlines = (AreaPartInline,)
    fieldsets = (
        (None, {"fields": ("name", "name_en", "code", "kind", "parent")}),
        (_("What the text leaves open"), {"fields": ("flags", "note", "citation")}),
    )

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.annotate(part_total=Count("parts"))

    @admin.display(description=_("name"), ordering="sort_key")
    def named(self, row: Any) -> Any:
        return marked(row, row)

    @admin.display(description=_("parts"))
    def part_count(self, row: Any) -> Any:
        return row.part_total or "—"

    @admin.display(description=_("flags"))
    def flag_chips(self, row: Any) -> Any:
        return chips_brief(row.flags)
