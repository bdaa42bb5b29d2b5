"""Parameters of a list: declared once, checked strictly, and told to the schema in the same words.

A parameter that is not known, stands twice, is empty, or holds what it cannot hold is an error, never passed over:
a filter that was silently dropped gives an answer that looks right.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.request import Request

from targets.access import visible
from targets.api.problems import Fault, Kind, Problem
from targets.api.schema import component_of
from targets.models.base import DEMO_PREFIX
from targets.rules.terms import Flag, Term
from targets.rules.times import read_day

LONGEST_TEXT = 200
NOT_UTF_8 = "\ufffd"


class Parameter(django_filters.Filter):  # type: ignore[misc]
    """A filter that can say for the schema what it takes, and for people what mends a wrong value."""

    many = False
    remedy: str | Promise = ""
    schema: Mapping[str, Any] = {"type": "string"}

    def __init__(self, means: str, **options: Any) -> None:
        self.means = means
        super().__init__(**options)


class TextField(forms.CharField):
    """Plain words, not endlessly many."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_TEXT, **options)


class Search(Parameter):
    """Words that must all stand somewhere in the named columns; works for two Chinese characters as for a word."""

    field_class = TextField
    schema: Mapping[str, Any] = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}
    remedy = gettext_lazy("Search for at most 200 characters.")

    def __init__(self, *columns: str, also: str = "") -> None:
        self.columns = columns
        super().__init__(f"Words that must all occur in {also or 'name, English name or code'}; case does not matter.")

    def filter(self, rows: QuerySet[Any], text: str) -> QuerySet[Any]:
        for word in (text or "").split():
            found = Q()
            for column in self.columns:
                found |= Q(**{f"{column}__icontains": word})
            rows = rows.filter(found)
        return rows


class Text(Parameter):
    """Exactly this text."""

    field_class = TextField
    schema: Mapping[str, Any] = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}
    remedy = gettext_lazy("Give the text as it stands in the answers, at most 200 characters.")


class ListField(forms.MultipleChoiceField):
    """Values of a parameter that may stand several times."""

    def valid_value(self, value: str) -> bool:
        return not self.choices or super().valid_value(value)


class AnyOf(Parameter):
    """One of these codes; standing several times it means any of them."""

    many = True
    field_class = ListField

    def __init__(self, terms: type[Term], means: str, **options: Any) -> None:
        self.terms = terms
        codes = [term.value for term in terms]
        self.schema = {"type": "array", "items": {"$ref": f"#/components/schemas/{component_of(terms)}"}}
        super().__init__(f"{means} May be repeated: any of them.", choices=[(code, code) for code in codes], **options)

    @property
    def remedy(self) -> str:  # type: ignore[override]
        return _("Use one of: %(codes)s.") % {"codes": ", ".join(term.value for term in self.terms)}

    def filter(self, rows: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return rows.filter(**{f"{self.field_name}__in": values}) if values else rows


class AnyFlag(AnyOf):
    """Rows that carry any of these flags."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Flag, "Rows with this flag: what the text leaves open.", field_name="flags", **options)

    def filter(self, rows: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return rows.filter(flags__overlap=values) if values else rows


class CodesField(ListField):
    def validate(self, value: list[str]) -> None:
        if any(len(code) > LONGEST_TEXT for code in value):
            raise forms.ValidationError(_("A code has at most 100 characters."), "max_length")


class Codes(Parameter):
    """The rows with these codes."""

    many = True
    field_class = CodesField
    schema: Mapping[str, Any] = {"type": "array", "items": {"type": "string", "maxLength": 100}}

    def __init__(self, field_name: str = "code") -> None:
        super().__init__("The row with this code. May be repeated: any of them.", field_name=field_name)

    def filter(self, rows: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return rows.filter(**{f"{self.field_name}__in": values}) if values else rows


class DayField(forms.Field):
    def to_python(self, value: str | None) -> date | None:
        if value in (None, ""):
            return None
        try:
            return read_day(value)
        except ValueError:
            raise forms.ValidationError(_("This is not a day."), "invalid") from None


class Day(Parameter):
    """A bound on a date."""

    field_class = DayField
    schema: Mapping[str, Any] = {"type": "string", "format": "date"}
    remedy = gettext_lazy("Write a day of the calendar as 2026-12-31.")


class YesNoField(forms.Field):
    def to_python(self, value: str | None) -> bool | None:
        if value in (None, ""):
            return None
        if value not in ("true", "false"):
            raise forms.ValidationError(_("This is neither true nor false."), "invalid")
        return value == "true"


class Demo(Parameter):
    """With or without the demonstration; `through` leads to the row whose code tells."""

    field_class = YesNoField
    schema: Mapping[str, Any] = {"type": "boolean"}
    remedy = gettext_lazy("Write true or false.")

    def __init__(self, through: str = "") -> None:
        super().__init__("true: rows of the demonstration only; false: without them.", field_name=f"{through}code")

    def filter(self, rows: QuerySet[Any], wanted: bool | None) -> QuerySet[Any]:
        if wanted is None:
            return rows
        is_demo = Q(**{f"{self.field_name}__startswith": DEMO_PREFIX})
        return rows.filter(is_demo if wanted else ~is_demo)


class RowField(django_filters.fields.ModelChoiceField):  # type: ignore[misc]
    """A row by its code, among those that the reader may see."""

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            return self.queryset.get(**self.lookup(value))
        except self.queryset.model.DoesNotExist:
            raise forms.ValidationError(_("There is no such row that you may see."), "unknown_code") from None

    def lookup(self, value: str) -> dict[str, Any]:
        return {"code": value}


class Row(django_filters.filters.QuerySetRequestMixin, Parameter):  # type: ignore[misc]
    """Rows that belong to the row with this code."""

    field_class = RowField
    remedy = gettext_lazy("Look the code up in its list; a mistyped code would have found nothing.")
    schema: Mapping[str, Any] = {"type": "string", "maxLength": 100}

    def __init__(self, model: type[Model], means: str, *, of: Callable[[Any], Q] | None = None, **options: Any) -> None:
        self.of = of
        options.setdefault("empty_label", None)
        super().__init__(means, queryset=lambda request: visible(model._default_manager.all(), request.user), **options)

    def filter(self, rows: QuerySet[Any], row: Model | None) -> QuerySet[Any]:
        if row is None:
            return rows
        return rows.filter(self.of(row) if self.of else Q(**{self.field_name: row}))


class RowByIdOrCodeField(RowField):
    def lookup(self, value: str) -> dict[str, Any]:
        return id_or_code(value)


class RowByIdOrCode(Row):
    """The same for rows that are addressed by id and have a code as well."""

    field_class = RowByIdOrCodeField


def id_or_code(value: str) -> dict[str, Any]:
    """The lookup for an address: digits alone are an id."""
    return {"pk": int(value)} if value.isascii() and value.isdigit() and len(value) < 19 else {"code": value}


class Filters(django_filters.FilterSet):  # type: ignore[misc]
    """The parameters of one list. Those named in `ON_REVISION` speak about what a target says, not about its row."""

    ON_REVISION: ClassVar[tuple[str, ...]] = ()

    @property
    def qs(self) -> Any:
        """The rows that the parameters leave; raises Problem naming every parameter that is wrong."""
        faults = [
            self._fault(name, error) for name, errors in self.form.errors.get_json_data().items() for error in errors
        ]
        if faults:
            raise Problem(Kind.BAD_PARAMETER, faults=faults)
        rows = self.queryset
        for name in self.given:
            if name not in self.ON_REVISION:
                rows = self.filters[name].filter(rows, self.form.cleaned_data[name])
        return rows

    @property
    def given(self) -> list[str]:
        """The parameters that the request names, of those declared here."""
        return [name for name in self.filters if name in self.data]

    def saying(self, revisions: QuerySet[Any]) -> Exists:
        """The condition on targets that one of these revisions says what the parameters ask for."""
        for name in self.given:
            if name in self.ON_REVISION:
                revisions = self.filters[name].filter(revisions, self.form.cleaned_data[name])
        return Exists(revisions.filter(target=OuterRef("pk")))

    def _fault(self, name: str, error: Mapping[str, str]) -> Fault:
        return Fault(f"query.{name}", error["code"] or "invalid", error["message"], str(self.filters[name].remedy))

    @classmethod
    def known(cls) -> dict[str, bool]:
        """The names that are declared, and whether each may stand several times."""
        return {name: filter_.many for name, filter_ in cls.base_filters.items()}

    @classmethod
    def described(cls) -> list[dict[str, Any]]:
        """The parameters as OpenAPI has them."""
        return [
            {"name": name, "in": "query", "required": False, "description": each.means, "schema": dict(each.schema)}
            for name, each in cls.base_filters.items()
        ]


def refuse_unknown(request: Request, known: Mapping[str, bool]) -> None:
    """Raises Problem for each parameter that is not known, empty, not UTF-8, or repeated where it cannot be."""
    faults = list(_faults(request.query_params, known))
    if faults:
        raise Problem(Kind.BAD_PARAMETER, faults=faults)


def _faults(given: QueryDict, known: Mapping[str, bool]) -> Iterable[Fault]:
    for name, values in given.lists():
        path = f"query.{name[:LONGEST_TEXT]}"
        if name not in known:
            yield Fault(path, "unknown_parameter", _("This list has no such parameter."), _nearest(name, known))
        elif len(values) > 1 and not known[name]:
            yield Fault(path, "repeated", _("This parameter stands more than once."), _("Give it once."))
        elif any(not value.strip() for value in values):
            yield Fault(path, "empty", _("This parameter has no value."), _("Give a value, or leave it out."))
        elif any(NOT_UTF_8 in value for value in values):
            yield Fault(
                path, "encoding", _("This value is not UTF-8."), _("Encode it as UTF-8, then escape it with %.")
            )


def _nearest(name: str, known: Mapping[str, bool]) -> str:
    if not known:
        return _("Leave it out: this address takes no parameters.")
    near = get_close_matches(name[:40], known, n=1, cutoff=0.6)
    if near:
        return _("Did you mean %(name)s?") % {"name": near[0]}
    return _("Known here are: %(names)s.") % {"names": ", ".join(sorted(known))}
