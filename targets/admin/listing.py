"""The list of a noun: found, narrowed, turned page by page, kept as a saved filter, written as a file."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin import ShowFacets
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.db import DataError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from targets.admin.base import ModelAdmin
from targets.admin.filters.bar import bar
from targets.admin.rows import exporting
from targets.admin.rows.changelist import Rows
from targets.admin.rows.chips import ERROR_VAR, EXPORT_VAR, clean
from targets.admin.rows.paging import BoundedPaginator, counted
from targets.queries.search import found


class Listing(ModelAdmin):
    """What the list of a noun shows and offers."""

    found_by: Mapping[str, str] = {}
    """By which rows these are found: the path to them, and their noun in the search. Without any, by `search_fields`."""
    change_list_template = "targets/list.html"
    paginator = BoundedPaginator
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    list_filter_submit = True
    list_per_page = 50
    list_max_show_all = 0
    sortable_by: ClassVar[Any] = ()
    """Columns whose order an index keeps; others would have all rows sorted for each page."""

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Adds what the columns need."""
        return rows

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Rows

    def get_search_results(self, request: HttpRequest, queryset: QuerySet[Any], search_term: str) -> Any:
        if not self.found_by:
            return super().get_search_results(request, queryset, search_term)
        return found(queryset, search_term, self.found_by), False

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Patterns typed into an address would run in the database as they are."""
        return not lookup.endswith("regex") and super().lookup_allowed(lookup, value, request)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        asked = clean(request.GET)
        if request.method == "GET" and asked != request.GET:
            return HttpResponseRedirect(f"{request.path}?{asked.urlencode()}")
        if ERROR_VAR in asked:
            return self._not_understood(request)
        form = request.GET.get(EXPORT_VAR, "")
        if form in exporting.FORMATS and exporting.is_exported(self.model):
            return self._export(request, form)
        extra_context = {"can_export": exporting.is_exported(self.model), **(extra_context or {})}
        extra_context = {"saved": bar(request, str(self.opts.model_name)), **(extra_context or {})}
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except DataError:
            return self._not_understood(request)

    def _not_understood(self, request: HttpRequest) -> HttpResponse:
        told = _(
            "Something in this link narrows the list no more, or never did. The whole list is shown; filter it anew."
        )
        self.message_user(request, told, messages.ERROR)
        return HttpResponseRedirect(request.path)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        found: dict[str, Any] = super().get_actions(request)
        if not exporting.is_exported(self.model):
            return found
        return found | {"export_rows": (_exported, "export_rows", _("Export as a workbook"))}

    def _export(self, request: HttpRequest, form: str) -> Any:
        """The list as a file, narrowed and ordered as it is shown."""
        try:
            with transaction.atomic():
                shown = self.get_changelist_instance(request)
        except (IncorrectLookupParameters, DataError):
            return self._not_understood(request)
        answer = self.file_of(request, shown.queryset, form, exporting.about(request, shown))
        return answer or HttpResponseRedirect(shown.get_query_string(remove=[EXPORT_VAR]))

    def file_of(self, request: HttpRequest, rows: QuerySet[Any], form: str, about: list[tuple[str, str]]) -> Any:
        """The rows as a download; None, with a message, where they are too many."""
        if counted(rows, exporting.MOST) <= exporting.MOST:
            return exporting.file_of(rows, form, about)
        told = _("At most %(most)d rows are written into one file. Narrow the list first.")
        self.message_user(request, told % {"most": exporting.MOST}, messages.WARNING)
        return None


def _exported(admin: Listing, request: HttpRequest, chosen: QuerySet[Any]) -> Any:
    """The rows that were ticked, as a workbook."""
    told = [(_("Exported by"), str(request.user)), (_("Filter"), _("rows that were ticked"))]
    return admin.file_of(request, chosen, "xlsx", told)
