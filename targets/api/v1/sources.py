from typing import Any

from rest_framework import serializers

from targets.api.parameters import AnyOf, Codes, Day, Demo, Filters, Row, Search, Text
from targets.api.v1.reading import Query, RegisterView, by_id
from targets.api.v1.shapes import CODE, Address, CitationSerializer, NameSerializer, OneOf, RecordSerializer
from targets.api.v1.values import Json, both, day, identity, instant, stated
from targets.models import Citation, Source
from targets.rules.terms import SourceKind


class SourceSerializer(RecordSerializer):
    """A document that rows rest on: a plan's text, a news page, a yearbook."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address in this API.")
    title = NameSerializer(help_text="As printed on the document.")
    kind = OneOf(SourceKind)
    publisher = serializers.CharField(allow_null=True, help_text="Who put it out; null if not stated.")
    published_on = serializers.DateField(allow_null=True, help_text="Null if the document does not say.")
    web_address = serializers.CharField(allow_null=True, help_text="Where it can be read on the web.")
    note = serializers.CharField(allow_null=True, help_text="For example, that pages are missing.")


class SourceFilters(Filters):
    code = Codes()
    kind = AnyOf(SourceKind, "Sources of this kind.", field_name="kind")
    published_from = Day("Published on this day or later.", field_name="published_on", lookup_expr="gte")
    published_to = Day("Published on this day or earlier.", field_name="published_on", lookup_expr="lte")
    q = Search("title", "title_en", "publisher", "code", also="title, English title, publisher or code")
    demo = Demo()


class SourceView(RegisterView):
    """Documents that rows of the register rest on."""

    shelf = "sources"
    model = Source
    filters = SourceFilters
    serializer_class = SourceSerializer

    def show(self, row: Source) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "title": both(row.title, row.title_en),
            "kind": row.kind,
            "publisher": stated(row.publisher),
            "published_on": day(row.published_on),
            "web_address": stated(row.url),
            "note": stated(row.note),
            **identity(row),
        }


class CitedPlaceSerializer(CitationSerializer):
    """A place in a source, as a row of its own."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    url = Address(help_text="Its address.")
    version = serializers.IntegerField(help_text="Rises by one with every change of the row.")
    changed_at = serializers.DateTimeField(help_text="When the row was last changed, in UTC.")


class CitationFilters(Filters):
    source = Row(Source, "Places in the source with this code.", field_name="source")
    story = Text("Places in this story, such as S6.", field_name="story")
    demo = Demo("source__")


class CitationView(RegisterView):
    """Places in sources. Every row of the register that rests on one shows it too, as its `citation`."""

    shelf = "citations"
    model = Citation
    filters = CitationFilters
    serializer_class = CitedPlaceSerializer
    order = ("source_id", "id")
    key_means = "The id."

    def lookup(self, key: str) -> dict[str, Any]:
        return by_id(key)

    def detailed(self, rows: Query) -> Query:
        return rows.select_related("source")

    def show(self, row: Citation) -> Json:
        return {
            "id": row.pk,
            "url": self.links.to(self.shelf, row.pk),
            **(self.links.citation(row) or {}),
            "version": row.version,
            "changed_at": instant(row.changed_at),
        }
