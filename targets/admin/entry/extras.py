"""Fields beyond a target's own: what is counted, where it is not in the register yet, and the place in a source."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django import forms
from django.db.models import Model
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from targets.models import Citation, Indicator, Series

FROM_REGISTER, NEW = "series", "new"
#: Where what is counted comes from.
WAYS: Final = (
    (FROM_REGISTER, _("a series of the register")),
    (NEW, _("a new indicator, added together with the target")),
)
OF_INDICATOR: Final = (
    *("name", "name_en", "unit", "unit_en", "accumulation", "direction", "frequency", "stages"),
    *("class_attribute", "class_comparator", "class_threshold", "class_unit"),
)
OF_SERIES: Final = ("indicator", "area", "organisation", "breakdown", "basis")
OF_PLACE: Final = ("source", *Citation.PLACE, "wording")
#: What is typed of a place itself; the source alone is only where to look.
SPOT: Final = tuple(f"place_{name}" for name in (*Citation.PLACE, "wording"))

LABELS: Final[dict[str, Any]] = {
    "new_name": _("Name of the indicator"),
    "new_indicator": _("Indicator of the register"),
}
HELP: Final[dict[str, Any]] = {
    "new_name": _(
        "What is counted, in the words before the number: 整车产量. Programs find it by a code made from it."
    ),
    "new_indicator": _(
        "If the indicator stands in the register and only this scope is new. Leave the name blank then."
    ),
    "new_area": _("Where it is counted. Blank is the plan's own area; tick “scope not stated” if the text is silent."),
    "new_organisation": _("Instead of an area, the body whose figure it is: 襄阳市产投集团."),
    "place_source": _("The document that prints the target. The plan's own is filled in."),
    "place_page": _(
        "As printed on the page: 12. Type page, paragraph or lines, and the place is added with the target."
    ),
    "place_wording": _("What stands there, if you may keep it. The place is enough."),
    "citation": _("A place that is in the register already, instead of page and paragraph."),
}

FormField = Callable[..., Any]


def counted_fields(formfield: FormField) -> dict[str, forms.Field]:
    """The choice between the register and a new indicator, and the fields of a new one."""
    way = forms.ChoiceField(
        choices=WAYS, widget=forms.RadioSelect, initial=FROM_REGISTER, required=False, label=_("What is counted")
    )
    new = _fields("new_", Indicator, OF_INDICATOR, formfield) | _fields("new_", Series, OF_SERIES, formfield)
    return {"counted": way, **new}


def place_fields(formfield: FormField) -> dict[str, forms.Field]:
    """The fields of a place in a source."""
    fields = _fields("place_", Citation, OF_PLACE, formfield)
    fields["place_wording"].widget.attrs["rows"] = 2
    return fields


def touched_field() -> forms.Field:
    """The names of fields in which the editor typed; the program proposes nothing there."""
    return forms.CharField(required=False, widget=forms.HiddenInput, label="", max_length=2000)


def lean(field: Any) -> Any:
    """The field without the buttons that open another window: what is missing is added in place."""
    inner = getattr(field.widget, "widget", None)
    if inner is not None:
        field.widget = inner
    return field


def _fields(prefix: str, model: type[Model], names: Iterable[str], formfield: FormField) -> dict[str, forms.Field]:
    found: dict[str, Any] = fields_for_model(model, list(names), formfield_callback=formfield)
    fields = {f"{prefix}{name}": field for name, field in found.items()}
    for name, field in fields.items():
        field.required = False
        field.label, field.help_text = LABELS.get(name, field.label), HELP.get(name, field.help_text)
    return {name: field if name == "place_source" else lean(field) for name, field in fields.items()}
