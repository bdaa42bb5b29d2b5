"""The shapes that answers share, for the schema. The answers themselves are built by plain functions beside each view."""

import re
from decimal import Decimal
from typing import Any, Final

from django.db.models import Model
from django.utils.translation import gettext as _
from rest_framework import serializers

from targets.access import visible
from targets.api.schema import DescribesItself, component_of
from targets.rules.terms import DateSource, Flag, ResponsibilityRole, ResponsibilityRule, Term

EXACT_NUMBER: Final = re.compile(r"-?[0-9]{1,28}(\.[0-9]{1,10})?")


class Quantity(DescribesItself):
    """An exact number, as text so that no program rounds it."""

    component = "Quantity"

    def described(self) -> dict[str, Any]:
        return {
            "type": "string",
            "pattern": r"^-?\d+(\.\d+)?$",
            "description": "An exact decimal number in the plain unit, written out: no exponent, no trailing zeros. "
            "Rates and percent changes are fractions: 0.06 is 6 %.",
        }

    def to_internal_value(self, data: Any) -> Decimal:
        """From a text, or a bare number, which is read exactly too."""
        text = str(data) if isinstance(data, str | Decimal) else ""
        if not EXACT_NUMBER.fullmatch(text):
            raise serializers.ValidationError(_("Write an exact number, as text: “2000000”, “0.06”."), "not_a_number")
        return Decimal(text)


class OneOf(DescribesItself):
    """One code of a closed list."""

    def __init__(self, terms: type[Term], **options: Any) -> None:
        self.terms = terms
        self.component = component_of(terms)
        super().__init__(**options)

    def described(self) -> dict[str, Any]:
        lines = [f"* `{term.value}`: {term.zh}, {term.en}" for term in self.terms]
        meaning = (self.terms.__doc__ or "").strip()
        return {
            "type": "string",
            "enum": [term.value for term in self.terms],
            "description": "\n".join([meaning, "", *lines]),
        }

    def to_internal_value(self, data: Any) -> str:
        if data not in [term.value for term in self.terms]:
            codes = ", ".join(term.value for term in self.terms)
            raise serializers.ValidationError(_("Use one of: %(codes)s.") % {"codes": codes}, "unknown_code")
        return str(data)


class Address(DescribesItself):
    """An address of this API."""

    def described(self) -> dict[str, Any]:
        return {"type": "string", "format": "uri"}


class RowKey(DescribesItself):
    """In a body, a row by its code or by its id, among those that the sender may see."""

    def __init__(self, model: type[Model], **options: Any) -> None:
        self.model = model
        super().__init__(**options)

    def described(self) -> dict[str, Any]:
        """A code, or an id."""
        return {"anyOf": [{"type": "string", "maxLength": 100}, {"type": "integer", "minimum": 1}]}

    def to_internal_value(self, data: Any) -> Model:
        rows = visible(self.model._default_manager.all(), self.context["request"].user)
        row = rows.filter(**self._lookup(data)).first()
        if row is None:
            raise serializers.ValidationError(_("There is no such row that you may see."), "unknown_code")
        return row

    def _lookup(self, data: Any) -> dict[str, Any]:
        # Its size is looked at first: as a whole number, 1E+999999 would have a million digits.
        if isinstance(data, Decimal) and data.is_finite() and 0 < data < 2**63 and data == int(data):
            return {"pk": int(data)}
        has_code = any(field.name == "code" for field in self.model._meta.fields)
        if isinstance(data, str) and has_code and "\0" not in data:
            return {"code": data}
        raise serializers.ValidationError(_("A code as text, or an id as a number, is expected here."), "wrong_type")


Shape = serializers.Serializer[Any]


class NameSerializer(Shape):
    """A name or a unit in both languages."""

    zh = serializers.CharField(help_text="Chinese.")
    en = serializers.CharField(allow_null=True, help_text="English; null where there is none, Chinese stands in.")


class SentenceSerializer(Shape):
    """A sentence made by the tracker, in both languages."""

    zh = serializers.CharField(help_text="Chinese.")
    en = serializers.CharField(help_text="English.")


class CodedReferenceSerializer(Shape):
    """Points to a record by its code."""

    code = serializers.CharField(help_text="The code that people quote.")
    url = Address(help_text="Where the whole record is.")


class ReferenceSerializer(CodedReferenceSerializer):
    """Points to a record by its code, with its name of today."""

    name = NameSerializer(help_text="Its name today; for a source its title.")


class RowReferenceSerializer(Shape):
    """Points to a record by its id."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    url = Address(help_text="Where the whole record is.")


class TargetReferenceSerializer(RowReferenceSerializer):
    """Points to a target."""

    code = serializers.CharField(help_text="The code that people quote.")


class FlagSerializer(Shape):
    """Something that the text leaves open; it was recorded, not settled."""

    code = OneOf(Flag)
    zh = serializers.CharField(help_text="What people read for it, in Chinese.")
    en = serializers.CharField(help_text="What people read for it, in English.")


class CitationSerializer(Shape):
    """The place in a source that a row rests on. What the place does not have is null."""

    source: Any = ReferenceSerializer(help_text="The document.")
    story = serializers.CharField(allow_null=True, help_text="The article or section, such as S6.")
    lines = serializers.CharField(allow_null=True, help_text="Lines in the text of the source: 138, 138-140, or 50,52.")
    page = serializers.CharField(allow_null=True, help_text="The page.")
    paragraph = serializers.CharField(allow_null=True, help_text="The paragraph.")
    place = serializers.CharField(allow_blank=True, help_text="All of that in one short line: S6 L138.")
    wording = serializers.CharField(allow_null=True, help_text="What stands there, where it is kept.")


class ResponsibilitySerializer(Shape):
    """The part of an organisation in a task or a target."""

    organisation = ReferenceSerializer()
    role = OneOf(ResponsibilityRole)
    rule = OneOf(ResponsibilityRule, help_text="By which rule the part was read from the document.")


class PeriodSerializer(Shape):
    """A span of days, and where it comes from."""

    start = serializers.DateField(allow_null=True, help_text="The first day; null where not stated.")
    end = serializers.DateField(allow_null=True, help_text="The last day; null where not stated.")
    source: Any = OneOf(DateSource, help_text="Printed in the document, or worked out.")


class ScopeSerializer(Shape):
    """For whom or where figures are: exactly one of the two."""

    area = ReferenceSerializer(allow_null=True, help_text="A territory.")
    organisation = ReferenceSerializer(allow_null=True, help_text="A body.")


class RecordSerializer(Shape):
    """What every coded record says about itself."""

    is_demo = serializers.BooleanField(help_text="true for rows of the demonstration, which are no record of anything.")
    version = serializers.IntegerField(help_text="Rises by one with every change of the row.")
    changed_at = serializers.DateTimeField(help_text="When the row was last changed, in UTC.")


FLAGS = "What the text leaves open, in the order of the closed list; none is an empty list."
NOTE = "The editor's own words on what is unclear."
CODE = "The code that people quote; it does not change with the name."
