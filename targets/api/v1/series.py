from django.db.models import Q
from rest_framework import serializers

from targets.api.parameters import AnyFlag, Codes, Demo, Filters, Row, Search, Text
from targets.api.v1.reading import Query, RegisterView
from targets.api.v1.shapes import (
    CODE,
    FLAGS,
    NOTE,
    Address,
    FlagSerializer,
    NameSerializer,
    RecordSerializer,
    ReferenceSerializer,
    ScopeSerializer,
)
from targets.api.v1.values import Json, both, flags, identity, stated
from targets.models import Area, Indicator, Organisation, Plan, Series, Target


class SeriesSerializer(RecordSerializer):
    """One indicator for one scope, breakdown and basis. Values hang here, so that one value serves every plan."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address.")
    indicator = ReferenceSerializer(help_text="What is measured.")
    unit = NameSerializer(allow_null=True, help_text="The plain unit of every value of the series.")
    scope = ScopeSerializer(help_text="For whom or where. A target says for itself whether its scope is unclear.")
    breakdown = serializers.CharField(allow_null=True, help_text="Which part of the whole; null is the total.")
    basis = serializers.CharField(allow_null=True, help_text="口径 of the figures, such as 不变价; null if not stated.")
    flags = FlagSerializer(many=True, help_text=FLAGS)
    note = serializers.CharField(allow_null=True, help_text=NOTE)


class SeriesFilters(Filters):
    code = Codes()
    indicator = Row(Indicator, "Series of the indicator with this code.", field_name="indicator")
    area = Row(Area, "Series for the area with this code.", field_name="area")
    organisation = Row(Organisation, "Series for the organisation with this code.", field_name="organisation")
    plan = Row(Plan, "Series on which the plan with this code has targets.", of=lambda plan: aimed_at_by(plan))
    breakdown = Text("Series with exactly this breakdown.", field_name="breakdown")
    basis = Text("Series with exactly this basis.", field_name="basis")
    flag = AnyFlag()
    q = Search(
        *("indicator__name", "indicator__name_en", "code", "breakdown", "basis"),
        *("area__name", "area__name_en", "organisation__name", "organisation__name_en"),
        also="the names of indicator, area and organisation, breakdown, basis or code",
    )
    demo = Demo()


class SeriesView(RegisterView):
    """Series: what values and targets hang on."""

    shelf = "series"
    model = Series
    filters = SeriesFilters
    serializer_class = SeriesSerializer

    def detailed(self, rows: Query) -> Query:
        return rows.select_related("indicator", "area", "organisation")

    def show(self, row: Series) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "indicator": self.links.named("indicators", row.indicator),
            "unit": both(row.indicator.unit, row.indicator.unit_en),
            "scope": self.links.scope(row),
            "breakdown": stated(row.breakdown),
            "basis": stated(row.basis),
            "flags": flags(row.flags),
            "note": stated(row.note),
            **identity(row),
        }


def aimed_at_by(plan: Plan) -> Q:
    """The condition on series that the plan has targets on."""
    return Q(pk__in=Target.objects.filter(plan=plan).values("series"))
