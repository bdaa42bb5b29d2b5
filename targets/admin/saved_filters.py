from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may
from targets.admin.filters.address import list_of, lists, question
from targets.admin.keeping import actor
from targets.admin.record import RecordAdmin
from targets.models import SavedFilter
from targets.services import filters


@admin.register(SavedFilter)
class SavedFilterAdmin(RecordAdmin):
    """Filters by name. Each has an address that stays, whatever it is called and whatever it asks by then."""

    list_display = ("called", "of_list", "shared", "owner_name", "change_link")
    list_display_links = None
    list_filter = ("shared",)
    search_help_text = _("Name of the filter")
    search_fields = ("name",)
    ordering = ("noun", "name", "id")
    fieldsets = ((None, {"fields": ("name", "shared")}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("owner")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # It is saved above the list that it narrows.

    def get_urls(self) -> list[URLPattern]:
        keep = self.admin_site.admin_view(self.keep_view)
        return [path("keep/", keep, name="targets_savedfilter_keep"), *super().get_urls()]

    def verbs(self) -> list[tuple[str, Any]]:
        return [("open", self.open_view)]

    def open_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Leads to the list, narrowed as the filter says today."""
        saved = self.get_object(request, object_id)
        if saved is None or saved.noun not in lists():
            raise Http404
        address = list_of(saved)
        mark = "&" if "?" in address else "?"
        return HttpResponseRedirect(f"{address}{mark}saved={saved.pk}")

    def keep_view(self, request: HttpRequest) -> HttpResponse:
        """Saves what the list in hand is narrowed by, under the name that was typed, and leads back there."""
        noun = request.POST.get("noun", "")
        if request.method != "POST" or noun not in lists():
            raise Http404
        saved = SavedFilter(
            noun=noun,
            name=request.POST.get("name", "").strip(),
            shared="shared" in request.POST,
            query=question(QueryDict(request.POST.get("query", ""))),
        )
        back = list_of(saved)
        if not may(request.user, "add", saved):
            raise Http404
        try:
            saved = filters.save(saved, by=actor(request))
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return HttpResponseRedirect(back)
        self.message_user(request, gettext("The filter is saved. Its link stays the same."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:targets_savedfilter_open", args=[saved.pk]))

    @admin.display(description=_("name"), ordering="name")
    def called(self, row: Any) -> Any:
        return format_html('<a href="{}">{}</a>', self.url_of(row, "open"), row.name)

    @admin.display(description=_("list"))
    def of_list(self, row: Any) -> str:
        model = lists().get(row.noun)
        return capfirst(str(model._meta.verbose_name_plural)) if model else row.noun

    @admin.display(description=_("owner"), ordering="owner")
    def owner_name(self, row: Any) -> str:
        return str(row.owner)

    @admin.display(description="")
    def change_link(self, row: Any) -> Any:
        return format_html('<a href="{}">{}</a>', self.url_of(row), gettext("Rename, share or remove"))
