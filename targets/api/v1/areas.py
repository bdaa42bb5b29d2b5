from django.db.models import Prefetch
from rest_framework import serializers

from targets.access import visible
from targets.api.parameters import AnyFlag, AnyOf, Codes, Demo, Filters, Row, Search
from targets.api.v1.reading import Query, RegisterView
from targets.api.v1.shapes import (
    FLAGS,
    NOTE,
    Address,
    CitationSerializer,
    FlagSerializer,
    NameSerializer,
    OneOf,
    RecordSerializer,
    ReferenceSerializer,
    Shape,
)
from targets.api.v1.values import Json, flags, identity, name, stated
from targets.models import Area, AreaPart
from targets.rules.terms import AreaKind, AreaPartRole


class AreaPartSerializer(Shape):
    """One area as part of a composed one."""

    area = ReferenceSerializer(help_text="The part.")
    role = OneOf(AreaPartRole, help_text="Core, or linked to it, as the document says.")


class AreaSerializer(RecordSerializer):
    """A named territory."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    code = serializers.CharField(help_text="For an administrative division its code of GB/T 2260, such as 420100.")
    url = Address(help_text="Its address.")
    name = NameSerializer(help_text="Its name.")
    kind = OneOf(AreaKind)
    parent = ReferenceSerializer(
        allow_null=True, help_text="The division it lies in; null if it reaches across several."
    )
    parts = AreaPartSerializer(many=True, help_text="What it is composed of, in printed order; empty for others.")
    flags = FlagSerializer(many=True, help_text=FLAGS)
    note = serializers.CharField(allow_null=True, help_text=NOTE)
    citation = CitationSerializer(allow_null=True, help_text="Where it is named.")


class AreaFilters(Filters):
    code = Codes()
    parent = Row(Area, "Areas directly in the area with this code.", field_name="parent")
    kind = AnyOf(AreaKind, "Areas of this kind.", field_name="kind")
    flag = AnyFlag()
    q = Search("name", "name_en", "code")
    demo = Demo()


class AreaView(RegisterView):
    """Territories: administrative divisions, areas composed of others, and free ones."""

    shelf = "areas"
    model = Area
    filters = AreaFilters
    serializer_class = AreaSerializer

    def detailed(self, rows: Query) -> Query:
        parts = visible(AreaPart.objects.select_related("part").order_by("position", "id"), self.reader)
        return rows.select_related("parent", "citation__source").prefetch_related(Prefetch("parts", queryset=parts))

    def show(self, row: Area) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "name": name(row),
            "kind": row.kind,
            "parent": self.links.named("areas", row.parent),
            "parts": [{"area": self.links.named("areas", each.part), "role": each.role} for each in row.parts.all()],
            "flags": flags(row.flags),
            "note": stated(row.note),
            "citation": self.links.citation(row.citation),
            **identity(row),
        }
