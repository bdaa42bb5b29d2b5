from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from targets.admin.base import ChoiceFilter
from targets.admin.demo import marked
from targets.admin.lists import DemoFilter, RowFilter
from targets.admin.record import RecordAdmin
from targets.models import Organisation


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    """Bodies in their tree."""

    list_display = ("named", "code", "level", "parent")
    list_filter = (("level", ChoiceFilter), ("parent", RowFilter), DemoFilter)
    list_select_related = ("parent",)
    search_help_text = _("Name or code")
    search_fields = ("code",)
    found_by = {"pk": "organisation"}
    sortable_by = ("named", "code")
    fieldsets = ((None, {"fields": ("name", "name_en", "code", "level", "parent", "citation")}),)

    @admin.display(description=_("name"), ordering="sort_key")
    def named(self, row: Any) -> Any:
        return marked(row, row)
