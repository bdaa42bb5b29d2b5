from typing import Any

from django.contrib import admin, messages
from django.forms import HiddenInput, model_to_dict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may, visible
from targets.admin.base import ChoiceFilter
from targets.admin.conflicts.clash import Rival
from targets.admin.conflicts.versions import Deed
from targets.admin.demo import marked
from targets.admin.fields import is_key
from targets.admin.figures import say
from targets.admin.keeping import actor
from targets.admin.lists import RowFilter, demo_by
from targets.admin.promise import DECIDED, DECISION, NUMBERS, SAID, RevisionForm
from targets.admin.record import RecordAdmin
from targets.models import Target, TargetRevision
from targets.queries.days import now, today
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS, reading
from targets.services import targets

COMPARED = tuple(name for name in SAID if name not in DECIDED)
"""What two revisions may differ in; the decision behind each is its own."""


@admin.register(TargetRevision)
class TargetRevisionAdmin(RecordAdmin):
    """What targets said over time. A revision is added, never altered."""

    form = RevisionForm
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
    add_fieldsets = (*NUMBERS, DECISION)

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
        revision = _current(target)
        context = {
            "title": gettext("Revise %(wording)s") % {"wording": revision.wording},
            "lead_template": "targets/revise_lead.html",
            "target": target,
            "current": revision,
            "reading": say(reading(target, revision)),
        }
        return super().add_view(request, form_url, context | (extra_context or {}))

    def _target(self, request: HttpRequest) -> Any:
        key = request.POST.get("target") or request.GET.get("target") or ""
        rows = visible(Target.objects.select_related("plan", *WITH_WHAT_A_READING_NEEDS), request.user)
        target = rows.filter(pk=key).with_revision(today(), now()).first() if is_key(key) else None
        return target if target and may(request.user, "change", target) else None

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["fields"] = [*SAID, "target"]
        form = super().get_form(request, obj, change=change, **kwargs)
        if "target" in form.base_fields:
            form.base_fields["target"].widget = HiddenInput()
        if "reason" in form.base_fields:
            form.base_fields["reason"].required = True
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        target = self._target(request)
        said = model_to_dict(_current(target), fields=SAID)
        fresh = {"reason": "", "deciding_document": None, "effective_date": today()}
        return said | fresh | {"target": target.pk, "based_on": target.revisions.count()}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        based_on = form.cleaned_data.get("based_on")
        targets.revise(form.cleaned_data["target"], obj, by=actor(request), based_on=based_on)

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
