from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from targets.admin.base import ChoiceFilter
from targets.admin.demo import headed
from targets.admin.grid.pages import GridPages
from targets.admin.lists import DemoFilter, RowFilter
from targets.admin.record import RecordAdmin
from targets.models import Organisation
from targets.queries.grid import of_organisation


@admin.register(Organisation)
class OrganisationAdmin(GridPages, RecordAdmin):
    """Bodies in their tree."""

    sheet = staticmethod(of_organisation)
    list_display = ("named", "code", "level", "parent")
    list_filter = (("level", ChoiceFilter), ("parent", RowFilter), DemoFilter)
    list_select_related = ("parent",)
    search_help_text = _("Name or code")
    search_fields = ("code",)
    found_by = {"pk": "organisation"}
    sortable_by = ("named", "code")
    fieldsets = ((None, {"fields": ("name", "name_en", "code", "level", "parent", "citation")}),)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        lead = {"lead_template": "targets/grid/lead.html"}
        return super().change_view(request, object_id, form_url, lead | (extra_context or {}))

    @admin.display(description=_("name"), ordering="sort_key")
    def named(self, row: Any) -> Any:
        return headed(row, row)
