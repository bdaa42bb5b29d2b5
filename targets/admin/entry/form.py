"""The form with which a target is entered, and what it makes of it: the entry that the service writes."""

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms.models import fields_for_model
from django.utils.translation import gettext as _

from targets.admin.entry.extras import NEW, OF_INDICATOR, SPOT, counted_fields, place_fields, touched_field
from targets.admin.promise import SAID, NewTargetForm, RevisionForm
from targets.models import Citation, Indicator, Series, TargetRevision
from targets.services.entry import Entry

#: At which field a rule of a new row is told.
FIELD_OF_RULE: Final = {
    "indicator_class_whole": "class_threshold",
    "indicator_stages_named": "stages",
    "series_one_scope": "organisation",
}
#: What two indicators share that are one.
IDENTITY: Final = ("name", "unit", "accumulation", "class_comparator", "class_threshold", "class_unit")


class CitesInPlace:
    """A form that takes a place in a source as it is typed, instead of one from the register."""

    place: Citation | None = None
    cleaned_data: dict[str, Any]

    def look_for_place(self) -> None:
        """Makes the unsaved citation, or says what is missing for it."""
        typed = {name: self.cleaned_data.get(name) or "" for name in SPOT}
        if not any(typed.values()):
            return
        if self.cleaned_data.get("citation"):
            message = _("Choose a place of the register or type a new one, not both.")
            self.add_error("citation", ValidationError(message, "both"))  # type: ignore[attr-defined]
        if not (source := self.cleaned_data.get("place_source")):
            message = _("Name the document in which that place is.")
            self.add_error("place_source", ValidationError(message, "source_missing"))  # type: ignore[attr-defined]
            return
        self.place = Citation(source=source, **{name.removeprefix("place_"): said for name, said in typed.items()})


class EntryForm(CitesInPlace, NewTargetForm):
    """A target, its first revision, and what the register lacks for it."""

    series: Series | None = None

    def look_closer(self) -> None:
        super().look_closer()
        if self.cleaned_data.get("counted") == NEW:
            self.errors.pop("series", None)
            self.series = self._new_series()
        elif "series" not in self.errors and not self.cleaned_data.get("series"):
            self.add_error("series", ValidationError(_("Choose what is counted."), "required"))
        self.look_for_place()

    @property
    def entry(self) -> Entry:
        """What is to be written, once the form is valid."""
        return Entry(target=self.instance, first=self.promise, series=self.series, place=self.place)

    def _new_series(self) -> Series:
        said = self.cleaned_data
        indicator = said.get("new_indicator") or self._new_indicator()
        series = Series(indicator=indicator, area=said.get("new_area"), organisation=said.get("new_organisation"))
        series.breakdown, series.basis = said.get("new_breakdown") or "", said.get("new_basis") or ""
        if series.scope is None and (plan := said.get("plan")):
            series.area = plan.area
        if series.scope is None and not {"new_area", "new_organisation", "plan"} & set(self.errors):
            message = _("The plan has no area of its own. Choose an area or an organisation.")
            self.add_error("new_area", ValidationError(message, "required"))
        elif series.scope is not None:
            self._tell_new(series, {"indicator", "code"})
        return series

    def _new_indicator(self) -> Indicator:
        said = {name: self.cleaned_data.get(f"new_{name}") for name in OF_INDICATOR}
        indicator = Indicator(**{name: value for name, value in said.items() if value is not None})
        self._tell_new(indicator, {"code"})
        twin = _twin(indicator)
        if twin is not None and "new_name" not in self.errors:
            message = _(
                "“%(name)s” stands in the register with this unit. Choose it there, or say what sets yours apart."
            )
            self.add_error("new_name", ValidationError(message, "standing", {"name": str(twin)}))
        return indicator

    def _tell_new(self, row: Indicator | Series, exclude: set[str]) -> None:
        """Tells what is wrong with an unsaved row at the fields it was typed in."""
        for name, errors in _faults(row, exclude).items():
            if (place := f"new_{name}") not in self.errors:
                self.add_error(place, errors)


class RevisingForm(CitesInPlace, RevisionForm):
    """A further revision, with its place in a source."""

    def look_closer(self) -> None:
        super().look_closer()
        self.look_for_place()


def entry_form(formfield: Any) -> type[EntryForm]:
    """The form with all fields of a new target; `formfield` makes a field as the admin shows it."""
    promise = fields_for_model(TargetRevision, SAID, formfield_callback=formfield)
    fields = {**promise, **counted_fields(formfield), **place_fields(formfield), "touched": touched_field()}
    return type("EntryForm", (EntryForm,), fields)


def revising_form(formfield: Any) -> type[RevisingForm]:
    """The form with which a target is revised."""
    return type("RevisingForm", (RevisingForm,), {**place_fields(formfield), "touched": touched_field()})


def _faults(row: Model, exclude: set[str]) -> dict[str, Any]:
    """What is wrong with an unsaved row, by its own fields."""
    found: dict[str, Any] = {}
    try:
        row.clean_fields(exclude=exclude)
    except ValidationError as error:
        found = error.update_error_dict(found)
    for constraint in row._meta.constraints:
        if (name := FIELD_OF_RULE.get(constraint.name)) and name not in found:
            try:
                constraint.validate(type(row), row)
            except ValidationError as error:
                found[name] = error
    return found


def _twin(indicator: Indicator) -> Indicator | None:
    """The indicator of the register that is the same as this unsaved one."""
    return Indicator.objects.filter(**{name: getattr(indicator, name) for name in IDENTITY}).first()
