"""The small forms of the guide: what a plan is called, and its outline."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import may, reach, visible
from targets.models import Area, Organisation, Plan
from targets.rules.outline import MOST_SIGNS, Outline, read_outline
from targets.rules.terms import DateSource, Role

FIRST, LAST = 1949, 2200
MANY = 30
"""More organisations than these are found by typing."""
LONGEST = MOST_SIGNS * 400
"""Signs of an outline that are looked at."""


class PlanForm(forms.Form):
    """What stands on the first page of the document."""

    name = forms.CharField(
        label=_("Name"),
        max_length=300,
        widget=forms.TextInput({"autofocus": True}),
        help_text=_("As the document writes it: 车谷产业创新大走廊建设行动方案."),
    )
    first_year = forms.IntegerField(
        label=_("First year"),
        min_value=FIRST,
        max_value=LAST,
        required=False,
        help_text=_("Of the span the plan is for: 2026—2030年 begins with 2026. Leave blank if it states none."),
    )
    last_year = forms.IntegerField(
        label=_("Last year"), min_value=FIRST, max_value=LAST, required=False, help_text=_("2030, in this example.")
    )
    document_number = forms.CharField(
        label=_("Document number"),
        max_length=100,
        required=False,
        help_text=_("As printed, for example 鄂政发〔2026〕3号. Leave blank if there is none."),
    )
    area = forms.ModelChoiceField(
        Area.objects.none(),
        label=_("Area"),
        required=False,
        help_text=_("The territory the plan is for: 武汉市. Its targets are counted there unless they name another."),
    )
    owner = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Kept by"),
        required=False,
        help_text=_("The organisation whose editors keep this plan in the register; not who issued it."),
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, user: Any, plan: Plan | None, search: Callable[[str], forms.Widget]) -> None:
        self.plan = plan or Plan()
        super().__init__(data, initial=_initial(self.plan), label_suffix="")
        self._offer("area", visible(Area.objects.order_by("sort_key", "id"), user), search)
        owner = self._offer("owner", _owners(user), search)
        owner.required = not may(user, "add", Plan())
        if owner.required and not owner.initial and not data and not plan:
            self.initial["owner"] = owner.queryset.first()
        if not _in_whole_years(self.plan):
            del self.fields["first_year"], self.fields["last_year"]

    def _offer(self, name: str, rows: Any, search: Callable[[str], forms.Widget]) -> Any:
        """Lets a row be chosen: from a list, or by typing where there are many."""
        field: Any = self.fields[name]
        field.queryset = rows
        if rows[: MANY + 1].count() > MANY:
            field.widget = search(name)
            field.widget.choices = field.choices
        return field

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        first, last = answers.get("first_year"), answers.get("last_year")
        if first and last and last < first:
            raise ValidationError({"last_year": gettext("The last year is before the first. Mend one of the two.")})
        if self.plan.pk and answers.get("seen_version") is None:
            raise ValidationError(gettext("Load the page again."), "invalid")
        return answers

    def fill(self) -> Plan:
        """The plan with what was typed."""
        answers, plan = self.cleaned_data, self.plan
        plan.name, plan.document_number, plan.owner = answers["name"], answers["document_number"], answers["owner"]
        plan.area = answers["area"]
        if "first_year" in answers:
            first, last = answers["first_year"], answers["last_year"]
            plan.period_start = date(first, 1, 1) if first else None
            plan.period_end = date(last, 12, 31) if last else None
            plan.period_source = _source(plan) if first or last else DateSource.NONE
        return plan


def _initial(plan: Plan) -> dict[str, Any]:
    return {
        "name": plan.name,
        "document_number": plan.document_number,
        "owner": plan.owner_id,
        "area": plan.area_id,
        "first_year": plan.period_start and plan.period_start.year,
        "last_year": plan.period_end and plan.period_end.year,
        "seen_version": plan.version if plan.pk else None,
    }


def _owners(user: Any) -> Any:
    """Organisations in whose name the user may keep a plan."""
    rows = Organisation.objects.order_by("sort_key", "id")
    return rows if user.is_superuser else rows.filter(pk__in=reach(user, Role.EDITOR))


def _in_whole_years(plan: Plan) -> bool:
    start, end = plan.period_start, plan.period_end
    return (start is None or (start.month, start.day) == (1, 1)) and (end is None or (end.month, end.day) == (12, 31))


def _source(plan: Plan) -> str:
    """What was said of it before stays; a period typed here is read from the document."""
    return DateSource.STATED if plan.period_source == DateSource.NONE else plan.period_source


class OutlineForm(forms.Form):
    """Numbered lines, pasted or typed."""

    outline = forms.CharField(
        label=_("Outline"),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea({"rows": 14, "spellcheck": "false", "autofocus": True}),
        help_text=_("One node a line: 一、 for an action, （一） for a task, 1. for a step. Indentation counts too."),
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.fields["outline"].error_messages["required"] = gettext("Paste or type at least one line.")

    def clean_outline(self) -> Outline:
        found = read_outline(self.cleaned_data["outline"])
        if not found.headings and not found.faults:
            raise ValidationError(gettext("Paste or type at least one line."), "required")
        return found
