"""The list itself."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest

from targets.admin.rows.chips import EXPORT_VAR, SAVED_VAR, chips
from targets.admin.rows.paging import turned_to


class Rows(ChangeList):
    """A list; what its columns need beyond the rows themselves is loaded for the page shown and no more."""

    model_admin: Any

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        found: dict[str, Any] = super().get_filters_params(params)
        for name in (SAVED_VAR, EXPORT_VAR):
            found.pop(name, None)
        return found

    def get_filters(self, request: HttpRequest) -> Any:
        """The filters; a value that one of them has no meaning for is refused, lest a list look narrowed and is not."""
        found = super().get_filters(request)
        if not all(_understands(spec) for spec in found[0]):
            raise IncorrectLookupParameters
        return found

    def get_results(self, request: HttpRequest) -> None:
        self.page = turned_to(self.queryset, self.page_num, self.list_per_page)
        self.page_num = self.page.number
        some = self.root_queryset.filter(pk__in=self.page.keys).order_by()
        needed = some if some.query.select_related else self.apply_select_related(some)
        rows = {row.pk: row for row in self.model_admin.for_list(needed)}
        # A row that went between the two questions is left out.
        self.result_list = [rows[key] for key in self.page.keys if key in rows]
        self.result_count = self.page.total
        self.full_result_count = None
        self.show_full_result_count = False
        self.show_admin_actions = bool(self.page.keys)
        self.can_show_all, self.multi_page = False, self.page.total > self.list_per_page
        self.paginator = self.model_admin.get_paginator(request, self.result_list, self.list_per_page)
        self.chips = chips(self, request.GET)
        self.pages = [(number, self.get_query_string({"p": number})) for number in self.page.numbers]
        self.previous_page = self.get_query_string({"p": self.page.number - 1}) if self.page.number > 1 else ""
        beyond = self.page.has_next and not self.page.is_at_the_end
        self.next_page = self.get_query_string({"p": self.page.number + 1}) if beyond else ""
        self.as_workbook = self.get_query_string({EXPORT_VAR: "xlsx"}, [SAVED_VAR])
        self.as_commas = self.get_query_string({EXPORT_VAR: "csv"}, [SAVED_VAR])
        self.without_last = self.chips[-1].without if self.chips else ""
        self.last_chip = f"{self.chips[-1].name}: {self.chips[-1].value}" if self.chips else ""


def _understands(spec: Any) -> bool:
    """Whether the filter offers what is asked of it, or knows it without offering it (`understands`)."""
    if not isinstance(spec, SimpleListFilter) or spec.value() is None:
        return True
    asked = str(spec.value())
    return asked in [str(value) for value, _name in spec.lookup_choices] or (
        hasattr(spec, "understands") and bool(spec.understands(asked))
    )
