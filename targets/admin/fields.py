"""How values are typed: exact numbers without stray zeros, lists with commas, flags as ticks, rows by search."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.contrib.postgres.forms import SimpleArrayField
from django.urls import reverse

from targets.rules.quantities.writing import plain

GROUPED = re.compile(r"[+-]?\d{1,3}([,，]\d{3})+(\.\d+)?")


def is_key(text: str) -> bool:
    """Whether a text can be the id of a row: a whole number that the database can hold."""
    return text.isascii() and text.isdecimal() and len(text) < 19


class ExactField(forms.DecimalField):
    """A number shown and taken as people write it: 2000000 or 2,000,000, never 2000000.0000000000."""

    widget = forms.TextInput

    def prepare_value(self, value: Any) -> Any:
        return plain(value).replace(",", "") if isinstance(value, Decimal) and value.is_finite() else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and GROUPED.fullmatch(value.strip()):
            value = re.sub("[,，]", "", value)
        return super().to_python(value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {"inputmode": "decimal", "autocomplete": "off"}


class ListField(SimpleArrayField):
    """A list typed with commas, Chinese ones included; empty entries fall away."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = ",".join(part.strip() for part in re.split("[,，、;；\n]", value) if part.strip())
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(map(str, value)) if isinstance(value, list) else value


class Ticks(forms.CheckboxSelectMultiple):
    """Flags in a compact grid."""

    def __init__(self, attrs: dict[str, Any] | None = None, choices: Any = ()) -> None:
        super().__init__({"class": "ticks"} | (attrs or {}), choices)


class KeysOnly:
    """What is no number cannot be looked up; the field says so, and the page must still be shown."""

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> Any:
        return super().optgroups(name, [each for each in value if is_key(str(each))], attrs)  # type: ignore[misc]


class SearchMany(KeysOnly, AutocompleteSelectMultiple):
    """Several rows chosen by typing."""


class Search(KeysOnly, AutocompleteSelect):
    """A row chosen by typing. `within` narrows what is offered, such as to the tasks of one plan."""

    within: dict[str, Any] | None = None
    known: tuple[str, str] | None = None
    """The chosen row by id and in words, where it was loaded with the form; it is not looked up once more then."""

    def get_url(self) -> str:
        pairs = "&".join(f"{name}={value}" for name, value in (self.within or {}).items())
        return reverse(f"{self.admin_site.name}:autocomplete") + (f"?{pairs}" if pairs else "")

    def optgroups(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> Any:
        if self.known is None or [str(each) for each in value] != [self.known[0]]:
            return super().optgroups(name, value, attrs)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*blank, self.create_option(name, *self.known, True, len(blank))], 0)]
