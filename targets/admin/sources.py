from typing import Any

from django.contrib import admin
from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _

from targets.admin.base import ChoiceFilter
from targets.admin.demo import headed
from targets.admin.lists import DemoFilter, RowFilter, demo_by
from targets.admin.record import RecordAdmin
from targets.models import Citation, Source


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    """Documents that rows rest on."""

    list_display = ("named", "code", "kind", "publisher", "published_on", "cited")
    list_filter = (("kind", ChoiceFilter), DemoFilter)
    search_help_text = _("Title, publisher or code")
    search_fields = ("code",)
    found_by = {"pk": "source"}
    sortable_by = ("code",)
    ordering = ("code",)
    fieldsets = ((None, {"fields": ("title", "title_en", "code", "kind", "publisher", "published_on", "url", "note")}),)

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.annotate(citation_total=Count("citations"))

    def label_of(self, row: Any) -> str:
        return f"{row} ({row.code})"

    @admin.display(description=_("title"), ordering="title")
    def named(self, row: Any) -> Any:
        return headed(row, row)

    @admin.display(description=_("places cited"))
    def cited(self, row: Any) -> Any:
        return row.citation_total or "—"


@admin.register(Citation)
class CitationAdmin(RecordAdmin):
    """Places in documents."""

    list_display = ("named", "place", "wording_start")
    list_filter = (("source", RowFilter), demo_by("source__code"))
    list_select_related = ("source",)
    search_help_text = _("Source, place or wording")
    search_fields = ("wording",)
    found_by = {"pk": "citation"}
    ordering = ("source_id", "id")
    label_needs = ("source",)
    fieldsets = ((None, {"fields": ("source", "story", "lines", "page", "paragraph", "wording")}),)

    @admin.display(description=_("source"), ordering="source__code")
    def named(self, row: Any) -> Any:
        return headed(row.source, row)

    @admin.display(description=_("place"))
    def place(self, row: Any) -> str:
        return row.place or "—"

    @admin.display(description=_("wording"))
    def wording_start(self, row: Any) -> str:
        return row.wording[:80] or "—"
