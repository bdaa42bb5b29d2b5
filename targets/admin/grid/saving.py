"""What is said of all values of a save at once, and the answer that a page's script gets."""

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from targets.access import visible
from targets.admin.fields import Search
from targets.admin.grid.gathering import Defaults
from targets.admin.grid.text import cell_text
from targets.admin.grid.typed import NAME, place_of
from targets.models import Citation, Observation, Organisation, Series
from targets.services.recording import Fault

NEEDED = gettext_lazy("Say why verified values are replaced: the reason stays with them.")


class SaveForm(forms.Form):
    """Who reported the values, where they stand, and why verified ones are corrected."""

    reported_by = forms.ModelChoiceField(
        Organisation.objects.none(),
        required=False,
        label=gettext_lazy("Reported by"),
        help_text=gettext_lazy("The body that gave the figures. Blank if not stated."),
    )
    citation = forms.ModelChoiceField(
        Citation.objects.none(),
        required=False,
        label=gettext_lazy("Source"),
        help_text=gettext_lazy("The place where the figures stand. Blank if there is none."),
    )
    note = forms.CharField(
        required=False,
        max_length=2000,
        label=gettext_lazy("Note"),
        help_text=gettext_lazy("Your own words on the figures, kept with each of them."),
    )
    why = forms.CharField(
        required=False,
        max_length=2000,
        label=gettext_lazy("Why corrected"),
        help_text=gettext_lazy("Needed when a verified value gets another figure: 统计公报修订."),
    )
    at_once = forms.BooleanField(required=False, label=gettext_lazy("Verify at once what I may verify"))

    def __init__(self, data: Any, user: Any, **options: Any) -> None:
        super().__init__(data, label_suffix="", **options)
        _offer_rows(self, user)

    def defaults(self) -> Defaults:
        """What the form says of every value."""
        said = {name: self.cleaned_data[name] for name in ("reported_by", "citation", "note", "at_once")}
        return Defaults(**said)

    def demand_reason(self, corrects: bool) -> None:
        """Without a reason no verified value is corrected."""
        if corrects and not self.cleaned_data.get("why"):
            self.add_error("why", NEEDED)


class MoreForm(forms.Form):
    """What may be said of one value beside its figure."""

    wording = forms.CharField(required=False, max_length=300, label=gettext_lazy("As printed"))
    reported_by = forms.ModelChoiceField(Organisation.objects.none(), required=False, label=gettext_lazy("Reported by"))
    citation = forms.ModelChoiceField(Citation.objects.none(), required=False, label=gettext_lazy("Source"))
    note = forms.CharField(
        required=False, max_length=2000, label=gettext_lazy("Note"), widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, user: Any) -> None:
        super().__init__(label_suffix="", prefix="more")
        _offer_rows(self, user)


def _offer_rows(form: forms.Form, user: Any) -> None:
    """Organisations and places in sources are found by typing."""
    for name, model in (("reported_by", Organisation), ("citation", Citation)):
        chosen: Any = form.fields[name]
        chosen.queryset = visible(model._default_manager.select_related(*_needs(model)), user)
        chosen.widget = Search(Observation._meta.get_field(name), admin.site)
        chosen.widget.choices = chosen.choices


def _needs(model: Any) -> list[str]:
    return ["source"] if model is Citation else []


def told(faults: list[Fault], user: Any) -> list[dict[str, Any]]:
    """The faults for the page: the cell, the reason, and what stands there now if that is the reason and may be seen."""
    current = [fault.current.pk for fault in faults if fault.current]
    seen = visible(Observation.objects.select_related("series__indicator", "recorded_by"), user).in_bulk(current)
    return [_told(fault, seen.get(fault.current.pk) if fault.current else None) for fault in faults]


def _told(fault: Fault, current: Observation | None) -> dict[str, Any]:
    answer: dict[str, Any] = {"cell": fault.key, "reason": fault.message}
    if current:
        text = cell_text(current, current.series.indicator)
        answer["current"] = {"seen": current.pk, "text": text, "status": current.status}
        answer["reason"] = _("%(reason)s Now it is: %(text)s (%(who)s, %(when)s).") % {
            "reason": fault.message,
            "text": text,
            "who": current.recorded_by or "policytracker",
            "when": date_format(localtime(current.recorded_at), "Y-m-d H:i"),
        }
    return answer


def placed(faults: list[dict[str, Any]], user: Any) -> list[dict[str, Any]]:
    """The faults with the row and the period in words, for cells that are not on the page."""
    found = {fault["cell"]: NAME.fullmatch(fault["cell"]) for fault in faults}
    keys = {int(match[1]) for match in found.values() if match}
    series = visible(Series.objects.select_related("indicator", "area", "organisation"), user).in_bulk(keys)
    return [fault | {"place": _words(found[fault["cell"]], series), "at": place_of(fault["cell"])} for fault in faults]


def _words(match: Any, series: dict[int, Series]) -> str:
    if match is None or int(match[1]) not in series:
        return _("a cell that is not yours")
    return f"{series[int(match[1])]} · {match[2]} – {match[3]}"
