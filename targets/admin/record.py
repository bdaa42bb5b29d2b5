"""The pages of a noun: lists, forms whose saving goes through services, and refusals shown where they belong."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote as quote_url

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from targets import access
from targets.admin import history
from targets.admin.ask import tell
from targets.admin.closed import closed, is_only_read
from targets.admin.conflicts.case import Case, rival_of
from targets.admin.conflicts.clash import Rival
from targets.admin.demo import is_demo
from targets.admin.forms import FormMixin, Refusal, RefusedRow, messages_by_field
from targets.admin.guide.steps import way_back
from targets.admin.inlines import save_rows
from targets.admin.keeping import Keeping, actor, seen_version
from targets.admin.listing import Listing
from targets.admin.readonly import readable
from targets.admin.removing import what_goes
from targets.admin.rights import demand
from targets.services.writing import writing


class RecordAdmin(FormMixin, Keeping, Listing):
    """The pages of one noun. Subclasses name the services that write it, where it is no plain record."""

    change_form_template = "targets/form.html"
    object_history_template = "targets/history.html"
    page_template = ""
    """Where set, the row opens as this page, and the form stands behind `edit/`."""
    label_needs: tuple[str, ...] = ()
    """What `label_of` reads from other tables."""
    suggest_within: tuple[str, ...] = ()
    """Fields that narrow the rows offered while typing."""

    # What people see

    def label_of(self, row: Any) -> str:
        """The row in one line that tells it from others."""
        return str(row)

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page of the row shows."""
        return {}

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        view = self.admin_site.admin_view
        return [
            *(path(f"<path:object_id>/{word}/", view(verb), name=f"{name}_{word}") for word, verb in self.verbs()),
            *super().get_urls(),
        ]

    def verbs(self) -> list[tuple[str, Any]]:
        """Further pages of one row, each a word in its address."""
        return [("edit", self.edit_view)] if self.page_template else []

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.page_template or request.method == "POST" or IS_POPUP_VAR in request.GET:
            return super().change_view(request, object_id, form_url, extra_context)
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        return self.show(request, row, self.page_template, {"subtitle": str(row), **self.page_context(request, row)})

    def edit_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The form of a row that opens as a page."""
        return super().change_view(request, object_id, "", {"is_edit_page": True})

    def show(self, request: HttpRequest, row: Any, template: str, context: dict[str, Any]) -> TemplateResponse:
        """A page of our own within the admin."""
        request.current_app = self.admin_site.name
        frame = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": row,
            "title": self.opts.verbose_name,
            "is_demo": is_demo(row),
            "closed": closed(row, request.user),
            "may_change": self.has_change_permission(request, row),
            "media": self.media,
        }
        return TemplateResponse(request, template, frame | context)

    def row_or_404(self, request: HttpRequest, object_id: str, verb: str) -> Any:
        """The row, if the user sees it and may do this to it."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not access.may(request.user, verb, row):
            raise PermissionDenied
        return row

    def act(self, request: HttpRequest, row: Any, deed: Any, done: str) -> HttpResponse:
        """Does one thing to a row at the press of a button, and shows its page with the outcome."""
        if request.method == "POST":
            try:
                deed()
            except ValidationError as error:
                self.message_user(request, " ".join(error.messages), messages.ERROR)
            else:
                self.message_user(request, done, messages.SUCCESS)
        return HttpResponseRedirect(self.url_of(row))

    def ask(
        self,
        request: HttpRequest,
        row: Any,
        form_class: Any,
        deed: Any,
        title: str,
        done: str,
        *,
        seen: int | None = None,
    ) -> HttpResponse:
        """Does one thing to a row after a short form; `deed` gets the answers.

        `seen` says what the row was when the form was shown: it comes back as `seen_version`.
        """
        if is_only_read(request, row):
            self.message_user(request, _("This plan is archived. Restore it first, then edit it."), messages.ERROR)
            return HttpResponseRedirect(self.url_of(row))
        form = form_class(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                deed(form.cleaned_data)
            except ValidationError as error:
                tell(form, messages_by_field(error))
            else:
                self.message_user(request, done, messages.SUCCESS)
                return HttpResponseRedirect(self.url_of(row))
        context = {
            "title": title,
            "form": form,
            "back": self.url_of(row),
            "seen": seen,
            "media": self.media + form.media,
        }
        return self.show(request, row, "targets/ask.html", context)

    def lands_on(self, row: Any) -> Any:
        """The row whose page follows after saving; None for the list."""
        return row if self.page_template else None

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if back := way_back(request, obj):
            return HttpResponseRedirect(back)
        return self._landed(obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._landed(obj) or super().response_post_save_change(request, obj)

    def _landed(self, row: Any) -> HttpResponse | None:
        place = self.lands_on(row)
        return HttpResponseRedirect(self.url_of(place)) if place else None

    def url_of(self, row: Any, word: str = "change") -> str:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{word}", args=[quote(row.pk)])

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        row = kwargs.get("obj")
        context |= {"is_demo": bool(row) and is_demo(row), "closed": closed(row, request.user)}
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        context = {"changes": history.of(row, request.user), "subtitle": str(row), "title": _("History")} | (
            extra_context or {}
        )
        return self.show(request, row, self.object_history_template, context)

    # What they write

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        found = super().get_fieldsets(request, obj)
        return found if obj is None or self.has_change_permission(request, obj) else readable(found, obj, request.user)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.refusal = getattr(request, "refusal", None)
        return form

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        def answer() -> Any:
            return super(RecordAdmin, self).changeform_view(request, object_id, form_url, extra_context)

        return answer() if request.method != "POST" else self._saved(request, object_id, answer)

    def _saved(self, request: HttpRequest, object_id: str | None, answer: Callable[[], Any]) -> Any:
        """Saves what was sent; where someone else was quicker, both versions are shown instead."""
        case = Case(self, request, unquote(object_id) if object_id else None)
        if page := case.answered():
            return page
        for is_last in (False, True):
            refusal, reply = self._tried(request, answer)
            if refusal is None:
                return case.lost_rows(reply) or _told(reply, request)
            if is_last or not case.is_late(refusal) or not case.is_harmless():
                break
        if case.is_late(refusal) and (page := case.shown()):
            return page
        # Nothing was written. The same form again: it now finds the refusal among its faults, and is shown with it.
        request.refusal = refusal  # type: ignore[attr-defined]
        return answer()

    def _tried(self, request: HttpRequest, answer: Callable[[], Any]) -> tuple[Refusal | None, Any]:
        """One attempt to save: why it was refused, or the reply."""
        try:
            with writing(actor(request)):
                return None, answer()
        except RefusedRow as refused:
            return refused.refusal, None
        except ValidationError as error:
            return Refusal(error), None

    def rival(self, request: HttpRequest, form: Any, row: Any) -> Rival | None:
        """Against what a form that was sent stands, if someone else was quicker."""
        return rival_of(form, row)

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts: Any, object_id: str) -> HttpResponse:
        if request.method == "POST" and (page := Case(self, request, object_id).gone()):
            return page
        return super()._get_obj_does_not_exist_redirect(request, opts, object_id)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        demand(request.user, "change" if change else "add", obj)
        if change:
            self.edit(obj, actor(request), form.cleaned_data.get("seen_version"))
        else:
            self.create(obj, actor(request), form)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        save_rows(formset, actor(request))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.remove(obj, actor(request), seen_version(request))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        try:
            with writing(actor(request)):
                return super().delete_view(request, object_id, extra_context)
        except ValidationError as error:
            self.message_user(request, " ".join(error.messages), messages.ERROR)
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[object_id]))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        return what_goes(objs, request.user, self.admin_site)


def _told(reply: HttpResponse, request: HttpRequest) -> HttpResponse:
    """The reply; after saving it lets the browser know which page needs its draft no longer."""
    if reply.status_code == 302:
        page = quote_url(f"{request.user.pk}|{request.get_full_path()}", safe="")
        reply.set_cookie("pt_saved", page, max_age=60, path=reverse("admin:index"), samesite="Lax")
    return reply
