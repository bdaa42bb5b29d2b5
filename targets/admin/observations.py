from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may, visible
from targets.admin import need_filters
from targets.admin.ask import ReturnForm
from targets.admin.base import ChoiceFilter
from targets.admin.batches.actions import Batching
from targets.admin.batches.deeds import OF_VALUES
from targets.admin.demo import headed
from targets.admin.fields import is_key
from targets.admin.figures import bare, between, observed
from targets.admin.forms import RecordForm
from targets.admin.keeping import actor
from targets.admin.lists import FlagFilter, RowFilter, SubtreeFilter, chips_brief, demo_by
from targets.admin.plan_page import words
from targets.admin.record import RecordAdmin
from targets.models import Observation
from targets.rules.terms import ObservationStatus
from targets.services import observations

PERIOD = (("period_start", "period_end"), "period_source")
FIGURE = (
    *("wording", ("comparator", "value"), ("lower", "upper"), "upper_excluded", ("numerator", "denominator")),
    *("reported_by", "citation"),
)
OPEN = (_("What is left open"), {"fields": ("flags", "note")})
COPIED = [
    *("period_start", "period_end", "period_source", "comparator", "value", "lower", "upper", "upper_excluded"),
    *("numerator", "denominator", "reported_by", "flags"),
]


class ValueForm(RecordForm):
    """A reported value; a correction knows the value whose place it takes."""

    corrects = forms.ModelChoiceField(Observation.objects.none(), required=False, widget=forms.HiddenInput, label="")


@admin.register(Observation)
class ObservationAdmin(Batching, RecordAdmin):
    """Reported values: submitted, then verified or returned; corrected, never altered."""

    deeds = OF_VALUES

    form = ValueForm
    page_template = "targets/observation.html"
    list_display = ("named", "period", "figure", "state", "reported_by", "recorded_at")
    list_filter = (
        *(
            ("status", ChoiceFilter),
            ("series__targets__plan", RowFilter),
            ("series__indicator", RowFilter),
            ("series__area", RowFilter),
        ),
        *(
            ("series__organisation", SubtreeFilter),
            ("reported_by", RowFilter),
            FlagFilter,
            *need_filters.OF_VALUES,
            demo_by("series__code"),
        ),
    )
    search_help_text = _("Indicator, scope or code of the series")
    search_fields = ("series__code",)
    found_by = {"series_id": "series"}
    ordering = ("-id",)
    fieldsets = ((_("What it is for"), {"fields": ("series", *PERIOD)}), (_("Figure"), {"fields": FIGURE}), OPEN)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        needs = "series__indicator", "series__area", "series__organisation", "reported_by"
        return super().get_queryset(request).select_related(*needs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def verbs(self) -> list[tuple[str, Any]]:
        return [("verify", self.verify_view), ("return", self.return_view)]

    # Submitting and correcting

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None and self._corrected(request):
            return ((_("What it is for"), {"fields": PERIOD}), *self.fieldsets[1:])
        return super().get_fieldsets(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.base_fields["corrects"].queryset = visible(Observation.objects.all(), request.user)
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        old = self._corrected(request)
        if old is None:
            return super().get_changeform_initial_data(request)
        return model_to_dict(old, fields=COPIED) | {"corrects": old.pk}

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if old := self._corrected(request):
            lead = {
                "lead_template": "targets/correct_lead.html",
                "old": old,
                "figure": observed(old),
                "period": between(old.period_start, old.period_end),
            }
            extra_context = {"title": gettext("Correct a value"), **lead, **(extra_context or {})}
        return super().add_view(request, form_url, extra_context)

    def _corrected(self, request: HttpRequest) -> Any:
        """The value to be corrected, if that is what the page is for."""
        key = request.POST.get("corrects") or request.GET.get("corrects") or ""
        return self.get_queryset(request).filter(pk=key).first() if is_key(key) else None

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if old := form.cleaned_data.get("corrects"):
            obj.series = old.series
        super().save_model(request, obj, form, change)

    def create(self, row: Any, by: Any, form: Any) -> None:
        old = form.cleaned_data.get("corrects")
        if old:
            observations.correct(old, row, by=by)
        else:
            observations.submit(row, by=by)

    def lands_on(self, row: Any) -> Any:
        return row

    # Reviewing

    def page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        open_to_review = row.status == ObservationStatus.SUBMITTED and may(request.user, "verify", row)
        correctable = row.status == ObservationStatus.VERIFIED and may(request.user, "submit", row)
        near = visible(Observation.objects.filter(series=row.series), request.user).select_related("series__indicator")
        return {
            "value": row,
            "figure": observed(row),
            "ratio": f"{bare(row.numerator)} / {bare(row.denominator)}",
            "period": between(row.period_start, row.period_end),
            "flags": words(row.flags),
            "may_review": open_to_review,
            "may_correct": correctable,
            "others": [
                (each, between(each.period_start, each.period_end), observed(each))
                for each in near.exclude(pk=row.pk).order_by("-period_end", "-id")[:8]
            ],
        }

    def verify_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Accepts the value."""
        value = self.row_or_404(request, object_id, "verify")
        return self.act(
            request, value, lambda: observations.verify(value, by=actor(request)), gettext("The value is verified.")
        )

    def return_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Sends the value back, with the reason."""
        value = self.row_or_404(request, object_id, "verify")

        def act(answer: dict[str, Any]) -> None:
            observations.send_back(value, reason=answer["return_reason"], by=actor(request))

        return self.ask(
            request, value, ReturnForm, act, gettext("Return this value"), gettext("The value is returned.")
        )

    # Columns

    @admin.display(description=_("series"), ordering="series")
    def named(self, row: Any) -> Any:
        return headed(row.series, row)

    @admin.display(description=_("period"), ordering="period_end")
    def period(self, row: Any) -> str:
        return between(row.period_start, row.period_end)

    @admin.display(description=_("value"))
    def figure(self, row: Any) -> str:
        return observed(row)

    @admin.display(description=_("status"), ordering="status")
    def state(self, row: Any) -> Any:
        return format_html('<span class="chip chip-{}">{}</span>', row.status, row.get_status_display())

    @admin.display(description=_("flags"))
    def flag_chips(self, row: Any) -> Any:
        return chips_brief(row.flags)
