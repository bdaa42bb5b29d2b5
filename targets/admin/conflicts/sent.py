"""The fields of a form as a browser sends them: made from a stored row, compared, and put into words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from targets.models.base import in_chinese
from targets.rules.quantities.writing import plain

Sent = dict[str, list[str]]
"""What a browser sends for one field: each name with its values."""


def typed(form: Any, name: str) -> Any:
    """What was typed into a field, before anyone has judged it."""
    return form.fields[name].widget.value_from_datadict(form.data, form.files, form.add_prefix(name))


def sent(form: Any, name: str, value: Any) -> Sent:
    """What the browser would send if the field held this value of a row."""
    field, html_name = form.fields[name], form.add_prefix(name)
    if isinstance(field, forms.BooleanField):
        return {html_name: ["on"] if value else []}
    value = field.prepare_value(value)
    if isinstance(field, forms.MultipleChoiceField):
        return {html_name: [str(each) for each in value or []]}
    shown = "" if value is None else field.widget.format_value(value)
    return {html_name: [str(each) for each in shown] if isinstance(shown, list) else [str(shown or "")]}


def received(form: Any, name: str, data: Sent) -> Any:
    """What a field reads from what was sent."""
    return form.fields[name].widget.value_from_datadict(query(data), {}, form.add_prefix(name))


def query(data: Mapping[str, list[str]]) -> QueryDict:
    """Names and values as a request carries them."""
    found = QueryDict(mutable=True)
    for name, values in data.items():
        found.setlist(name, values)
    return found


def is_alike(form: Any, name: str, one: Any, other: Any) -> bool:
    """Whether two things sent for a field mean the same value."""
    if isinstance(one, str) and isinstance(other, str) and _even(one) == _even(other):
        return True
    try:
        return bool(_value(form, name, one) == _value(form, name, other))
    except ValidationError:
        return False


def words(form: Any, name: str, raw: Any) -> str:
    """What was sent, as people read it; what cannot be understood stands as it was typed."""
    field = form.fields[name]
    try:
        value = field.clean(raw)
    except ValidationError:
        value = None if isinstance(field, forms.ModelChoiceField) and not raw else raw
    if isinstance(field, forms.ModelChoiceField):
        return field.label_from_instance(value) if hasattr(value, "pk") else f"#{value}" if value else ""
    if isinstance(field, forms.BooleanField):
        return _("yes") if value else _("no")
    if isinstance(field, forms.ChoiceField):
        labels = {str(code): str(label) for code, label in _flat(field.choices)}
        return _listed([labels.get(str(each), str(each)) for each in (value if isinstance(value, list) else [value])])
    if isinstance(value, list):
        return _listed([str(each) for each in value])
    if isinstance(field, forms.DecimalField) and not isinstance(value, str):
        return "" if value is None else plain(value)
    return "" if value is None else str(value).strip()


def _value(form: Any, name: str, raw: Any) -> Any:
    """The value behind what was sent; choices are compared without asking the database."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        return str(raw or "")
    value = field.to_python(raw)
    return frozenset(value) if isinstance(field, forms.MultipleChoiceField) else value


def _even(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _flat(choices: Any) -> Any:
    for code, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield code, label


def _listed(found: list[str]) -> str:
    return ("、" if in_chinese() else ", ").join(each for each in found if each)
