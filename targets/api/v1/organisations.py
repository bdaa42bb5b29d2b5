from rest_framework import serializers

from targets.api.parameters import AnyOf, Codes, Demo, Filters, Row, Search
from targets.api.v1.reading import Query, RegisterView
from targets.api.v1.shapes import (
    CODE,
    Address,
    CitationSerializer,
    NameSerializer,
    OneOf,
    RecordSerializer,
    ReferenceSerializer,
)
from targets.api.v1.values import Json, identity, name
from targets.models import Organisation
from targets.rules.terms import OrganisationLevel


class OrganisationSerializer(RecordSerializer):
    """A body in a tree: a government, a department, an enterprise, a university."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address.")
    name = NameSerializer(help_text="Its name.")
    parent = ReferenceSerializer(allow_null=True, help_text="The body it belongs to.")
    level = OneOf(OrganisationLevel)
    citation = CitationSerializer(allow_null=True, help_text="Where it is named.")


class OrganisationFilters(Filters):
    code = Codes()
    parent = Row(Organisation, "Bodies directly below the organisation with this code.", field_name="parent")
    level = AnyOf(OrganisationLevel, "Bodies of this kind.", field_name="level")
    q = Search("name", "name_en", "code")
    demo = Demo()


class OrganisationView(RegisterView):
    """Bodies: who issues plans, who answers for targets, who reports."""

    shelf = "organisations"
    model = Organisation
    filters = OrganisationFilters
    serializer_class = OrganisationSerializer

    def detailed(self, rows: Query) -> Query:
        return rows.select_related("parent", "citation__source")

    def show(self, row: Organisation) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "name": name(row),
            "parent": self.links.named("organisations", row.parent),
            "level": row.level,
            "citation": self.links.citation(row.citation),
            **identity(row),
        }
