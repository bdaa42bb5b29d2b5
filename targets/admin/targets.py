from typing import Any

from django.contrib import admin
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import visible
from targets.admin import lamps, need_filters, target_page
from targets.admin.ask import WithdrawForm
from targets.admin.batches.actions import Batching
from targets.admin.batches.deeds import OF_TARGETS
from targets.admin.demo import headed
from targets.admin.entry import draft, layout, live, proposing
from targets.admin.entry.extras import explain, lean
from targets.admin.entry.form import entry_form
from targets.admin.fields import is_key
from targets.admin.figures import due, promised
from targets.admin.keeping import actor, seen_version
from targets.admin.lists import (
    BaseFilter,
    DeadlineFilter,
    DemoFilter,
    MeasureFilter,
    ModalityFilter,
    RowFilter,
    SubtreeFilter,
    TargetFlagFilter,
    chips_brief,
    one_line,
)
from targets.admin.record import RecordAdmin
from targets.admin.rights import demand
from targets.admin.verdict_filters import AttainmentFilter, LightFilter, PaceFilter, PolicyFilter, TurnedFilter
from targets.models import Plan, Target
from targets.queries.days import now, today
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.services import targets
from targets.services.entry import enter

ASIDE = "targets/entry/aside.html"
PLACE = (
    (None, {"fields": ("plan", "task", "series")}),
    (_("Links to other targets"), {"fields": ("parent", "derived_from", "reference_series")}),
    (_("In the register"), {"fields": ("code", ("position", "weight"), "note")}),
)


@admin.register(Target)
class TargetAdmin(Batching, RecordAdmin):
    """Targets: the place is edited here, the numbers are revised."""

    deeds = OF_TARGETS
    batch_needs = ("responsibilities__organisation",)

    page_template = "targets/target.html"
    add_form_template = "targets/entry.html"
    list_display = ("worded", "verdict", "number", "deadline", "plan_and_flags")
    list_filter = (
        *(LightFilter, PaceFilter, AttainmentFilter, TurnedFilter, PolicyFilter),
        *(("plan", RowFilter), ("plan__owner", SubtreeFilter), DeadlineFilter, TargetFlagFilter, MeasureFilter),
        *(ModalityFilter, BaseFilter, ("series__area", RowFilter), ("series__indicator", RowFilter)),
        *need_filters.OF_TARGETS,
        DemoFilter,
    )
    search_help_text = _("Wording, indicator, plan or code")
    search_fields = ("code",)
    found_by = {"pk": "target"}
    sortable_by = ("worded",)
    label_needs = ("series__indicator",)
    suggest_within = ("plan",)
    ordering = ("plan_id", "position", "id")
    fieldsets = PLACE
    add_fieldsets = layout.NEW_TARGET

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("plan", *WITH_WHAT_A_READING_NEEDS)

    def for_list(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return rows.select_related("assessment").with_revision(today(), now())  # type: ignore[attr-defined]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("plan",) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # A target is withdrawn; it stays in the register.

    def verbs(self) -> list[tuple[str, Any]]:
        return [*super().verbs(), ("withdraw", self.withdraw_view)]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["form"] = entry_form(lambda field, **options: self.formfield_for_dbfield(field, request, **options))
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is None:
            self._for_entry(form)
        self._within_plan(form, str(obj.plan_id if obj else request.GET.get("plan", "")))
        return form

    def _for_entry(self, form: Any) -> None:
        """What is missing in the register is added in place, so no field needs a window of its own."""
        form.base_fields["series"].required = False
        form.base_fields["code"].required = False
        form.base_fields["code"].help_text = _("Leave blank to get one from the plan's code.")
        explain(form.base_fields)
        for name in ("plan", "task", "series", "parent", "derived_from", "reference_series", "citation"):
            lean(form.base_fields[name])

    def _within_plan(self, form: Any, plan: str) -> None:
        """Offers only tasks and targets of the plan, once it is known."""
        for name in ("task", "parent"):
            if name in form.base_fields and is_key(plan):
                widget = form.base_fields[name].widget
                getattr(widget, "widget", widget).within = {"plan": plan}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        given = super().get_changeform_initial_data(request)
        key = str(given.get("plan", ""))
        plan = visible(Plan.objects.filter(pk=key), request.user).first() if is_key(key) else None
        return (target_page.defaults(plan) if plan else {}) | given

    def get_urls(self) -> list[URLPattern]:
        propose = self.admin_site.admin_view(self.propose_view)
        return [path("propose/", propose, name="targets_target_propose"), *super().get_urls()]

    def propose_view(self, request: HttpRequest) -> JsonResponse:
        """What a new target would mean as it stands in the form; nothing is written."""
        if refused := live.refused(request, self.has_add_permission(request)):
            return refused
        proposed = proposing.for_new(request.POST, request.GET.get("plan", ""), request.user)
        return live.answer(request, self.get_form(request), proposed, _described(request), ASIDE)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        if kwargs.get("add"):
            form = context["adminform"].form
            context |= {
                "aside": ASIDE,
                "draft": _described(request)(form) if form.is_bound else {},
                "base": live.base(form, self.get_changeform_initial_data(request)),
                "propose": reverse("admin:targets_target_propose"),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        """Of one target after another on a page, the next starts where the last one stood."""
        answer = super().response_add(request, obj, post_url_continue)
        if "_addanother" not in request.POST:
            return answer
        kept = {name: request.POST[name] for name in live.kept(request.POST)}
        return HttpResponseRedirect(f"{request.path}?{urlencode(kept)}")

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """A target that was begun in the tree of its plan leads back there."""
        if request.GET.get("back") == "tree":
            return HttpResponseRedirect(f"{self.url_of(obj.plan)}#target-{obj.pk}")
        return super().response_post_save_add(request, obj)

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        return target_page.context(row, request.user, request.GET)

    def label_of(self, row: Any) -> str:
        return f"{row.code} · {row.series.indicator}"

    @admin.display(description=_("wording"), ordering="code")
    def worded(self, row: Any) -> Any:
        wording = row.revision.wording if row.revision else gettext("not in force")
        under = f"{row.series.indicator} · {row.series.scope}"
        return format_html('{}<span class="under" title="{}">{}</span>', headed(wording, row), under, under)

    @admin.display(description=_("verdict"))
    def verdict(self, row: Any) -> Any:
        kept = getattr(row, "assessment", None)
        if kept is None:
            return "—"
        return format_html(
            '<span class="stacked">{}{}</span>',
            lamps.lit(kept.light, kept.pace),
            lamps.share_brief(kept.achieved_share, kept.expected_share),
        )

    @admin.display(description=_("Number"))
    def number(self, row: Any) -> str:
        return promised(row)

    @admin.display(description=_("deadline"))
    def deadline(self, row: Any) -> str:
        return due(row.revision) if row.revision else "—"

    @admin.display(description=_("plan and flags"), ordering="plan")
    def plan_and_flags(self, row: Any) -> Any:
        """Two narrow things one below the other leave the wording its room."""
        return format_html("{}{}", one_line(row.plan), chips_brief(row.revision.flags) if row.revision else "")

    def create(self, row: Any, by: Any, form: Any) -> None:
        for added in (form.series, form.place):
            if added is not None:
                demand(by, "add", added)
        enter(form.entry, by=by)

    def edit(self, row: Any, by: Any, version: int | None) -> None:
        targets.edit(row, by=by, version=version)

    def withdraw_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Ends the target from a day on, with the reason."""
        target = self.row_or_404(request, object_id, "change")

        def act(answer: dict[str, Any]) -> None:
            targets.withdraw(
                target,
                reason=answer["reason"],
                effective_date=answer["effective_date"],
                by=actor(request),
                based_on=seen_version(request),
            )

        newest = target.revisions.aggregate(number=Max("number"))["number"]

        title, done = gettext("Withdraw this target"), gettext("The target is withdrawn.")
        return self.ask(request, target, WithdrawForm, act, title, done, seen=newest)


def _described(request: HttpRequest) -> live.Describe:
    return lambda form: draft.of_entry(form, request.user)
