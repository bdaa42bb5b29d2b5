"""The admin as a whole: who comes in, what a browser may run there, and its home page."""

from typing import Any

from csp.decorators import csp_update
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from targets import access
from targets.admin.base import AdminSite, AuthenticationForm
from targets.admin.fields import is_key
from targets.admin.home import page

# The theme builds its menus from expressions in attributes, and sets widths in style attributes. Nothing outside
# the admin may do so.
relaxed = csp_update({"script-src": ["'unsafe-eval'"], "style-src": ["'unsafe-inline'"]})


class SignIn(AuthenticationForm):
    """Lets in whom access.py lets in."""

    def confirm_login_allowed(self, user: Any) -> None:
        if not access.may_enter_admin(user):
            raise ValidationError(
                _("This account belongs to no organisation yet. Ask an administrator for a membership."), "no_entry"
            )


class Suggestions(AutocompleteJsonView):
    """Rows offered while typing: those that the user may see, in words that tell them apart."""

    model_admin: Any

    def get_queryset(self) -> QuerySet[Any]:
        rows = super().get_queryset().select_related(*self.model_admin.label_needs)
        for name in self.model_admin.suggest_within:
            if is_key(key := self.request.GET.get(name, "")):
                rows = rows.filter(**{name: key})
        return rows

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        return {"id": str(getattr(obj, to_field_name)), "text": self.model_admin.label_of(obj)}


class Desk(AdminSite):
    """The editors' admin."""

    login_form = SignIn
    index_template = "targets/home.html"
    login_template = "targets/login.html"
    enable_nav_sidebar = True

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")  # It would remove rows behind the services' backs.

    def has_permission(self, request: HttpRequest) -> bool:
        return access.may_enter_admin(request.user)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        return relaxed(super().admin_view(view, cacheable))

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return relaxed(super().login)(request, extra_context)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        answer = super().index(request, {"title": _("Home"), **page.overview(request), **(extra_context or {})})
        return page.remember(request, answer)  # type: ignore[return-value]

    def autocomplete_view(self, request: HttpRequest) -> Any:
        return Suggestions.as_view(admin_site=self)(request)
