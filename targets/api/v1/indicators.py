from django.db.models import Q
from rest_framework import serializers

from targets.api.parameters import AnyFlag, AnyOf, Codes, Demo, Filters, Row, Search
from targets.api.v1.reading import Query, RegisterView
from targets.api.v1.shapes import (
    CODE,
    FLAGS,
    NOTE,
    Address,
    CitationSerializer,
    FlagSerializer,
    NameSerializer,
    OneOf,
    Quantity,
    RecordSerializer,
    ReferenceSerializer,
    Shape,
)
from targets.api.v1.values import Json, both, flags, identity, name, number, stated
from targets.models import Indicator, Plan, Target
from targets.rules.terms import Accumulation, Comparator, Direction, Frequency


class ClassConditionSerializer(Shape):
    """What each counted thing must pass to count at all. It is not the target: 6家千亿级 counts six."""

    attribute = NameSerializer(allow_null=True, help_text="What the threshold measures; null if not stated.")
    comparator = OneOf(Comparator)
    threshold = Quantity(help_text="In the unit given here.")
    unit = NameSerializer(help_text="The unit of the threshold.")


class IndicatorSerializer(RecordSerializer):
    """What is measured."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address.")
    name = NameSerializer(help_text="Its name.")
    unit = NameSerializer(
        allow_null=True, help_text="The plain unit of every value: 辆, not 万辆. Null for stages and bare ratios."
    )
    accumulation = OneOf(Accumulation)
    direction = OneOf(Direction)
    frequency = OneOf(Frequency)
    definition = serializers.CharField(allow_null=True, help_text="What counts and what does not; null if not stated.")
    stages = NameSerializer(
        many=True, help_text="For a stage indicator its stages in order; a value is a place, from 1."
    )
    class_condition = ClassConditionSerializer(allow_null=True, help_text="For a count of a class, the class.")
    numerator = ReferenceSerializer(allow_null=True, help_text="For a ratio, where it is named.")
    denominator = ReferenceSerializer(allow_null=True, help_text="For a ratio, where it is named.")
    flags = FlagSerializer(many=True, help_text=FLAGS)
    note = serializers.CharField(allow_null=True, help_text=NOTE)
    citation = CitationSerializer(allow_null=True, help_text="The place it rests on.")


class IndicatorFilters(Filters):
    code = Codes()
    plan = Row(Plan, "Indicators on which the plan with this code has targets.", of=lambda plan: _of_plan(plan))
    accumulation = AnyOf(Accumulation, "Indicators whose values add up so.", field_name="accumulation")
    direction = AnyOf(Direction, "Indicators where this way is better.", field_name="direction")
    frequency = AnyOf(Frequency, "Indicators reported so often.", field_name="frequency")
    flag = AnyFlag()
    q = Search("name", "name_en", "code")
    demo = Demo()


class IndicatorView(RegisterView):
    """What is measured: units, how values add up, which way is better."""

    shelf = "indicators"
    model = Indicator
    filters = IndicatorFilters
    serializer_class = IndicatorSerializer

    def detailed(self, rows: Query) -> Query:
        return rows.select_related("numerator", "denominator", "citation__source")

    def show(self, row: Indicator) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "name": name(row),
            "unit": both(row.unit, row.unit_en),
            "accumulation": row.accumulation,
            "direction": row.direction,
            "frequency": row.frequency,
            "definition": stated(row.definition),
            "stages": show_stages(row),
            "class_condition": show_class(row),
            "numerator": self.links.named("indicators", row.numerator),
            "denominator": self.links.named("indicators", row.denominator),
            "flags": flags(row.flags),
            "note": stated(row.note),
            "citation": self.links.citation(row.citation),
            **identity(row),
        }


def show_stages(row: Indicator) -> list[Json]:
    english = row.stages_en or [""] * len(row.stages)
    return [{"zh": zh, "en": en or None} for zh, en in zip(row.stages, english, strict=True)]


def show_class(row: Indicator) -> Json | None:
    """The class of things that the indicator counts, if it counts a class."""
    if not row.class_comparator:
        return None
    return {
        "attribute": both(row.class_attribute, row.class_attribute_en),
        "comparator": row.class_comparator,
        "threshold": number(row.class_threshold),
        "unit": both(row.class_unit, row.class_unit_en),
    }


def _of_plan(plan: Plan) -> Q:
    return Q(pk__in=Target.objects.filter(plan=plan).values("series__indicator"))
