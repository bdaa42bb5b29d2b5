from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.forms import HiddenInput, model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may, visible
from targets.admin.base import ChoiceFilter
from targets.admin.closed import is_only_read
from targets.admin.conflicts.clash import Rival
from targets.admin.conflicts.versions import Deed
from targets.admin.demo import marked
from targets.admin.entry import layout, live, proposing, revising
from targets.admin.entry.extras import explain, lean
from targets.admin.entry.form import revising_form
from targets.admin.fields import is_key
from targets.admin.keeping import actor
from targets.admin.lists import RowFilter, demo_by
from targets.admin.promise import DECIDED, DECISION, NUMBERS, SAID
from targets.admin.record import RecordAdmin
from targets.admin.rights import demand
from targets.models import Target, TargetRevision
from targets.queries.days import now, today
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.services import targets
from targets.services.sources import cite

ASIDE = "targets/entry/revision.html"

COMPARED = tuple(name for name in SAID if name not in DECIDED)
"""What two revisions may differ in; the decision behind each is its own."""


@admin.register(TargetRevision)
class TargetRevisionAdmin(RecordAdmin):
    """What targets said over time. A revision is added, never altered."""

    add_form_template = "targets/entry.html"
    list_display = ("named", "number", "effective_date", "measure", "reason_start", "withdrawn", "recorded_by")
    list_filter = (
        ("target__plan", RowFilter),
        ("measure", ChoiceFilter),
        ("comparator", ChoiceFilter),
        "withdrawn",
        demo_by("target__code"),
    )
    list_select_related = ("target", "recorded_by")
    search_help_text = _("Target: wording, indicator, plan or code")
    search_fields = ("target__code",)
    found_by = {"target_id": "target"}
    ordering = ("-id",)
    fieldsets = (
        (None, {"fields": (("target", "number"), ("recorded_at", "recorded_by"), "withdrawn")}),
        *NUMBERS,
        DECISION,
    )
    add_fieldsets = layout.REVISION

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form with which a target is revised; it starts from the revision in force."""
        target = self._target(request)
        if target is None:
            self.message_user(request, gettext("Open the target first, then choose Revise."), messages.INFO)
            return HttpResponseRedirect(reverse("admin:targets_target_changelist"))
        if is_only_read(request, target):
            self.message_user(
                request, gettext("This plan is archived. Restore it first, then edit it."), messages.ERROR
            )
            return HttpResponseRedirect(self.url_of(target))
        revision = _current(target)
        context = {
            "title": gettext("Revise %(wording)s") % {"wording": revision.wording},
            "lead_template": "targets/revise_lead.html",
            "target": target,
            "current": revision,
            "aside": ASIDE,
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
            "draft": {"before": revising.before(target, revision)},
            "propose": reverse("admin:targets_targetrevision_propose"),
        }
        return super().add_view(request, form_url, context | (extra_context or {}))

    def _target(self, request: HttpRequest) -> Any:
        key = request.POST.get("target") or request.GET.get("target") or ""
        rows = visible(Target.objects.select_related("plan", *WITH_WHAT_A_READING_NEEDS), request.user)
        target = rows.filter(pk=key).with_revision(today(), now()).first() if is_key(key) else None
        return target if target and may(request.user, "change", target) else None

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is not None:
            return super().get_form(request, obj, change=change, **kwargs)
        kwargs["fields"] = [*SAID, "target"]
        kwargs["form"] = revising_form(lambda field, **options: self.formfield_for_dbfield(field, request, **options))
        form = super().get_form(request, obj, change=change, **kwargs)
        form.base_fields["target"].widget = HiddenInput()
        form.base_fields["reason"].required = True
        lean(form.base_fields["citation"])
        explain(form.base_fields)
        return form

    def get_urls(self) -> list[URLPattern]:
        propose = self.admin_site.admin_view(self.propose_view)
        return [path("propose/", propose, name="targets_targetrevision_propose"), *super().get_urls()]

    def propose_view(self, request: HttpRequest) -> JsonResponse:
        """What a revision would change as it stands in the form; nothing is written."""
        target = self._target(request)
        if refused := live.refused(request, target is not None):
            return refused
        current = _current(target)
        proposed = proposing.for_revision(request.POST, target, current)
        describe = partial(revising.of_revision, target=target, current=current)
        return live.answer(request, self.get_form(request), proposed, describe, ASIDE)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        if kwargs.get("add"):
            form = context["adminform"].form
            context["base"] = live.base(form, self.get_changeform_initial_data(request))
            if form.is_bound:
                target = self._target(request)
                context["draft"] = revising.of_revision(form, target, _current(target))
        return super().render_change_form(request, context, *args, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        target = self._target(request)
        current = _current(target)
        said = model_to_dict(current, fields=SAID)
        fresh = {"reason": "", "deciding_document": None, "effective_date": today()}
        fresh["place_source"] = current.citation.source_id if current.citation else None
        return said | fresh | {"target": target.pk, "based_on": target.revisions.count()}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        by, based_on = actor(request), form.cleaned_data.get("based_on")
        if form.place is not None:
            demand(by, "add", form.place)
            obj.citation = cite(form.place, by=by)
        targets.revise(form.cleaned_data["target"], obj, by=by, based_on=based_on)

    def rival(self, request: HttpRequest, form: Any, row: Any) -> Rival | None:
        """A revision that came in while this one was being written."""
        target, seen = self._target(request), request.POST.get("based_on", "")
        newest = target.revisions.select_related("recorded_by").order_by("number").last() if target else None
        if newest is None or not is_key(seen) or int(seen) == newest.number:
            return None
        deed = Deed(str(newest.recorded_by or "—"), newest.recorded_at, newest.reason)
        return Rival(_read_at(target, int(seen)), newest, newest.number, deed, "based_on", COMPARED)

    def lands_on(self, row: Any) -> Any:
        return row.target

    @admin.display(description=_("wording"), ordering="wording")
    def named(self, row: Any) -> Any:
        return marked(f"{row.wording} · {row.target.code}", row)

    @admin.display(description=_("reason"))
    def reason_start(self, row: Any) -> str:
        return row.reason[:60] or "—"


def _current(target: Any) -> TargetRevision:
    """The revision in force; if none is, the latest, from which a withdrawn target is taken up again."""
    return target.revision or target.revisions.order_by("-number").first()


def _read_at(target: Any, number: int) -> TargetRevision | None:
    """The revision from which a form started whose author knew of so many."""
    known = target.revisions.filter(number__lte=number)
    in_force = known.filter(effective_date__lte=today()).order_by("effective_date", "number").last()
    return in_force or known.order_by("number").last()
