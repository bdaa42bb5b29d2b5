from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import visible
from targets.admin.fields import SearchMany
from targets.admin.keeping import actor
from targets.admin.record import RecordAdmin
from targets.admin.tokens.form import TokenForm
from targets.models import Plan, Token
from targets.services import tokens


@admin.register(Token)
class TokenAdmin(RecordAdmin):
    """Keys for programs: made here, shown once, and revoked at once. Everyone sees their own."""

    form = TokenForm  # type: ignore[assignment]
    page_template = "targets/token.html"
    list_display = ("called", "scope", "reach", "expires_at", "used", "state")
    list_filter = ("scope",)
    search_help_text = _("Name of the token, or its first characters")
    search_fields = ("name", "beginning")
    ordering = ("-id",)
    fieldsets = ((None, {"fields": ("name", "scope", "plans", "last_day")}),)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("owner")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # A token stays as it was made.

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # A token is revoked; what it was stays to be looked at.

    def verbs(self) -> list[tuple[str, Any]]:
        return [("revoke", self.revoke_view)]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        # The page after it shows the token this once, so nothing else may follow.
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        plans = form.base_fields["plans"]
        plans.queryset = visible(Plan.objects.order_by("sort_key", "id"), request.user)
        # Any column that points to a plan will do: it says which rows are offered while typing.
        plans.widget = SearchMany(Plan._meta.get_field("derived_from"), self.admin_site)
        plans.widget.choices = plans.choices
        return form

    def create(self, row: Any, by: Any, form: Any) -> None:
        row.secret = tokens.issue(row, by=by)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Shows the token in the answer itself: an address that shows it again must not exist."""
        context = {"secret": obj.secret, "title": gettext("The token is made"), **self.page_context(request, obj)}
        answer = self.show(request, obj, "targets/token_made.html", context)
        answer["Cache-Control"] = "no-store"
        return answer

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        keys = row.plan_ids
        plans = None if keys is None else visible(Plan.objects.filter(pk__in=keys), request.user).order_by("code")
        return {"token": row, "plans": plans, "state": self.state(row), "is_open": _ended(row) is None}

    def revoke_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ends the token at once."""
        token = self.row_or_404(request, object_id, "revoke")
        return self.act(
            request,
            token,
            lambda: tokens.revoke(token, by=actor(request)),
            gettext("The token opens nothing any more."),
        )

    @admin.display(description=_("name"))
    def called(self, row: Any) -> Any:
        return format_html('{} <span class="under">{}… · {}</span>', row.name, row.beginning, row.owner)

    @admin.display(description=_("plans"))
    def reach(self, row: Any) -> str:
        return gettext("all") if row.plan_ids is None else str(len(row.plan_ids))

    @admin.display(description=_("last used"))
    def used(self, row: Any) -> str:
        return timezone.localtime(row.used_at).strftime("%Y-%m-%d %H:%M") if row.used_at else gettext("never")

    @admin.display(description=_("state"))
    def state(self, row: Any) -> Any:
        ended = _ended(row)
        word, kind = (ended, "returned") if ended else (gettext("in use"), "verified")
        return format_html('<span class="chip chip-{}">{}</span>', kind, word)


def _ended(row: Any) -> str | None:
    """Why the token opens nothing, if it does not."""
    if row.revoked_at:
        return gettext("revoked")
    return gettext("expired") if row.expires_at <= timezone.now() else None
