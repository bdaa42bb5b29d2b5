from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may
from targets.admin.base import OwnFilter
from targets.admin.filters.address import list_of, lists, name_of, question
from targets.admin.keeping import actor
from targets.admin.record import RecordAdmin
from targets.models import SavedFilter
from targets.services import filters


class ListFilter(OwnFilter):
    """Filters by the list that they narrow."""

    title = _("list")
    parameter_name = "noun"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return sorted((noun, name_of(noun)) for noun in lists())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(noun=self.value()) if self.value() else queryset


class OwnerFilter(OwnFilter):
    """One's own filters, or those of others."""

    title = _("owner")
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", gettext("My own")), ("others", gettext("Shared by others"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "mine":
                return queryset.filter(owner=request.user)
            case "others":
                return queryset.exclude(owner=request.user)
        return queryset


@admin.register(SavedFilter)
class SavedFilterAdmin(RecordAdmin):
    """Filters by name. Each has an address that stays, whatever it is called and whatever it asks by then."""

    list_display = ("called", "of_list", "sharing", "owner_name", "change_link")
    list_display_links = None
    list_before_template = "targets/saved_lead.html"
    list_filter = (ListFilter, OwnerFilter, "shared")
    search_help_text = _("Name of the filter")
    search_fields = ("name",)
    ordering = ("noun", "name", "id")
    fieldsets = ((None, {"fields": ("opens", "name", "shared")}),)
    readonly_fields = ("opens",)

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
        return name_of(row.noun)

    @admin.display(description=_("list"))
    def opens(self, row: Any) -> Any:
        """The list with what it is narrowed by, as the link shows it."""
        return format_html('<a href="{}">{}</a>', self.url_of(row, "open"), name_of(row.noun))

    @admin.display(description=_("shared"))
    def sharing(self, row: Any) -> str:
        return gettext("with everyone here") if row.shared else "—"

    @admin.display(description=_("owner"), ordering="owner")
    def owner_name(self, row: Any) -> str:
        return str(row.owner)

    @admin.display(description="")
    def change_link(self, row: Any) -> Any:
        return format_html('<a href="{}">{}</a>', self.url_of(row), gettext("Rename, share or remove"))
