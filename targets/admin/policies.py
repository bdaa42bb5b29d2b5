from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import HiddenInput, model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may, visible
from targets.admin import policy_page
from targets.admin.ask import WithdrawPolicyForm
from targets.admin.base import ChoiceFilter
from targets.admin.conflicts.clash import Rival
from targets.admin.conflicts.versions import Deed
from targets.admin.demo import marked
from targets.admin.fields import is_key
from targets.admin.forms import RecordForm
from targets.admin.keeping import actor, seen_version
from targets.admin.lists import DemoFilter, RowFilter
from targets.admin.policy_words import boundaries_of, brief, called, method_name, named, scope_of
from targets.admin.record import RecordAdmin
from targets.models import AssessmentPolicy, Plan, Target
from targets.models.policies import SCOPES
from targets.queries.days import now, today
from targets.queries.policies import policies_for, policy_of_plan
from targets.services import policies

RULE = (
    (_("How pace is judged"), {"fields": ("method", ("ahead", "on_track"), ("behind", "far_behind"))}),
    (
        _("How doubtful things are read"),
        {"fields": (("bare_as", "over"), "approx_tolerance", ("max_age_days", "min_points"))},
    ),
    (_("How many verdicts become one"), {"fields": ("rollup",)}),
)
BLANK = {
    "method": _("milestone path where there are milestones, else straight line"),
    "over": _("met where the indicator has a good direction"),
}
NAME = ("name", "name_en")
NEW = (
    (None, {"fields": ("code", *NAME)}),
    (
        _("What it judges"),
        {
            "fields": SCOPES,
            "description": _(
                "One of the three, or none: then it serves whoever names it. A target's own rule goes "
                "first, then its plan's, then that of the nearest organisation, then the default."
            ),
        },
    ),
    *RULE,
    (_("Since when"), {"fields": ("effective_date", "note")}),
)
CHANGED = (
    (None, {"fields": NAME}),
    *RULE,
    (_("Since when, and why"), {"fields": ("effective_date", "reason", "note")}),
)


class PolicyForm(RecordForm):
    """A policy; a change knows which version its author saw."""

    changes = forms.ModelChoiceField(AssessmentPolicy.objects.none(), required=False, widget=HiddenInput, label="")
    based_on = forms.IntegerField(required=False, widget=HiddenInput, label="")


@admin.register(AssessmentPolicy)
class AssessmentPolicyAdmin(RecordAdmin):
    """Rules by which targets are judged. A version is added, never altered."""

    form = PolicyForm
    page_template = "targets/policy.html"
    list_display = ("named", "version", "code", "scope", "method_words", "thresholds", "state")
    list_filter = (("method", ChoiceFilter), ("plan", RowFilter), ("organisation", RowFilter), DemoFilter)
    list_select_related = SCOPES
    search_help_text = _("Name, code or plan")
    search_fields = ("name", "name_en", "code", "plan__name", "organisation__name", "target__code")
    ordering = ("code", "number")
    sortable_by = ()
    fieldsets = NEW

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related(*SCOPES)

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """One line for each policy: its version in force, else its newest."""
        in_force = AssessmentPolicy.objects.in_force(today(), now())
        later = AssessmentPolicy.objects.filter(code=OuterRef("code"), number__gt=OuterRef("number"))
        held = rows.annotate(is_in_force=Exists(in_force.filter(pk=OuterRef("pk"))))
        newest = ~Exists(in_force.filter(code=OuterRef("code"))) & ~Exists(later)
        return held.filter(Q(is_in_force=True) | newest)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def verbs(self) -> list[tuple[str, Any]]:
        return [("withdraw", self.withdraw_view)]

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        return policy_page.context(row, request.user)

    def label_of(self, row: Any) -> str:
        return f"{named(row)} ({row.code})"

    # Adding and changing

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form of a new policy, or of a new version; that one starts from the version in force."""
        if old := self._changed(request):
            lead = {
                "title": gettext("Change %(name)s") % {"name": called(old)},
                "lead_template": "targets/policy_lead.html",
                "old": old,
                "old_name": named(old),
                "boundaries": boundaries_of(old),
            }
            extra_context = lead | (extra_context or {})
        return super().add_view(request, form_url, extra_context)

    def _changed(self, request: HttpRequest) -> AssessmentPolicy | None:
        """The policy to be changed as it is in force, if that is what the page is for."""
        key = request.POST.get("changes") or request.GET.get("changes") or ""
        row = self.get_queryset(request).filter(pk=key).first() if is_key(key) else None
        return policy_page.current(row.code) if row and may(request.user, "change", row) else None

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None and self._changed(request):
            return CHANGED
        return super().get_fieldsets(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.base_fields["changes"].queryset = self.get_queryset(request)
        if "reason" in form.base_fields:
            form.base_fields["reason"].required = self._changed(request) is not None
        return form

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """What is left blank says what it means."""
        if blank := BLANK.get(db_field.name):
            kwargs["choices"] = [("", blank), *db_field.choices]
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        if old := self._changed(request):
            newest = policy_page.versions_of(old.code).last().number
            said = model_to_dict(old, fields=policy_page.SETTINGS)
            return said | {"effective_date": today(), "changes": old.pk, "based_on": newest}
        given = super().get_changeform_initial_data(request)
        return {"effective_date": today()} | self._pattern(request, given) | given

    def _pattern(self, request: HttpRequest, given: dict[str, Any]) -> dict[str, Any]:
        """A rule of one's own starts from the one that judges the plan or target so far."""
        found = _asked(Plan, given.get("plan"), request) or _asked(Target, given.get("target"), request)
        if found is None:
            return {}
        so_far = _judging(found)
        said = model_to_dict(so_far, fields=policy_page.SETTINGS) if so_far else {}
        return said | {"code": f"{found.code}.rule", "name": "", "name_en": "", "note": ""}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        old = form.cleaned_data.get("changes")
        if old is None:
            _demand(request.user, "add", obj)
            policies.add(obj, by=actor(request))
            return
        obj.code = old.code
        _demand(request.user, "change", old)
        policies.change(obj, by=actor(request), based_on=form.cleaned_data.get("based_on"))

    def rival(self, request: HttpRequest, form: Any, row: Any) -> Rival | None:
        """A version that came in while this one was being written."""
        old = self._changed(request)
        versions = list(policy_page.versions_of(old.code)) if old else []
        seen = request.POST.get("based_on", "")
        if old is None or not is_key(seen) or int(seen) == versions[-1].number:
            return None
        read = next((each for each in versions if each.number == int(seen)), None)
        newest = versions[-1]
        deed = Deed(str(newest.recorded_by or "—"), newest.recorded_at, newest.reason)
        return Rival(read, newest, newest.number, deed, "based_on", policy_page.SETTINGS)

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ends the policy from a day on, with the reason."""
        policy = self.row_or_404(request, object_id, "change")

        def act(answer: dict[str, Any]) -> None:
            policies.withdraw(
                policy,
                reason=answer["reason"],
                effective_date=answer["effective_date"],
                by=actor(request),
                based_on=seen_version(request),
            )

        title, done = gettext("Withdraw this policy"), gettext("The policy is withdrawn.")
        return self.ask(
            request,
            policy,
            WithdrawPolicyForm,
            act,
            title,
            done,
            seen=policy_page.versions_of(policy.code).last().number,
        )

    # Columns

    @admin.display(description=_("name"))
    def named(self, row: Any) -> Any:
        return marked(called(row), row)

    @admin.display(description=_("version"))
    def version(self, row: Any) -> int:
        return row.number

    @admin.display(description=_("judges"))
    def scope(self, row: Any) -> str:
        return scope_of(row)[0]

    @admin.display(description=_("method"))
    def method_words(self, row: Any) -> str:
        return method_name(row)

    @admin.display(description=_("thresholds"))
    def thresholds(self, row: Any) -> Any:
        return format_html('<span title="{}">{}</span>', boundaries_of(row), brief(row))

    @admin.display(description=_("state"))
    def state(self, row: Any) -> str:
        return policy_page.state_of(row, is_in_force=row.is_in_force)


def _asked(model: Any, key: Any, request: HttpRequest) -> Any:
    return visible(model.objects.filter(pk=key), request.user).first() if is_key(str(key or "")) else None


def _judging(row: Plan | Target) -> AssessmentPolicy | None:
    if isinstance(row, Plan):
        return policy_of_plan(row, today(), now())
    return policies_for([row], today(), now()).row_for(row)


def _demand(user: Any, verb: str, policy: AssessmentPolicy) -> None:
    """Raises ValidationError at the place that is not the user's to judge."""
    if may(user, verb, policy):
        return
    place = next((scope for scope in SCOPES if getattr(policy, f"{scope}_id") is not None), None)
    if place is None:
        message = gettext(
            "A rule that serves everywhere is for administrators. Choose your plan, organisation or target."
        )
        raise ValidationError({"plan": message})
    raise ValidationError({place: gettext("You may not set a rule here: it is kept by another organisation.")})
