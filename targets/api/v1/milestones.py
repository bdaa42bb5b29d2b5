from rest_framework import serializers

from targets.access import visible
from targets.api.parameters import Day, Demo, Filters, Row, RowByIdOrCode, Search
from targets.api.v1.reading import DatedView, Query
from targets.api.v1.shapes import (
    Address,
    CitationSerializer,
    NameSerializer,
    Quantity,
    Shape,
    TargetReferenceSerializer,
)
from targets.api.v1.values import Json, both, day, instant, number, stated
from targets.models import Milestone, Plan, Target


class MilestoneSerializer(Shape):
    """A dated interim value or stage of a target."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    url = Address(help_text="Its address.")
    target = TargetReferenceSerializer(help_text="The target on whose way it lies.")
    day = serializers.DateField(help_text="By when.")
    value = Quantity(
        allow_null=True, help_text="In the unit given here; for a stage its place in the list of stages, from 1."
    )
    unit = NameSerializer(allow_null=True, help_text="The plain unit of the indicator.")
    wording = serializers.CharField(allow_null=True, help_text="As printed.")
    effective_date = serializers.DateField(help_text="The day from which it holds.")
    recorded_at = serializers.DateTimeField(help_text="When the register learnt of it, in UTC.")
    citation = CitationSerializer(allow_null=True, help_text="The place it rests on.")
    is_demo = serializers.BooleanField(help_text="true for rows of the demonstration.")


class MilestoneFilters(Filters):
    target = RowByIdOrCode(Target, "Milestones of the target with this id or code.", field_name="target")
    plan = Row(Plan, "Milestones of targets of the plan with this code.", field_name="target__plan")
    day_from = Day("Due on this day or later.", field_name="day", lookup_expr="gte")
    day_to = Day("Due on this day or earlier.", field_name="day", lookup_expr="lte")
    q = Search(
        "wording", "target__code", "target__series__indicator__name", also="wording, target code or indicator name"
    )
    demo = Demo("target__")


class MilestoneView(DatedView):
    """Milestones in force, of targets that are in force."""

    shelf = "milestones"
    model = Milestone
    filters = MilestoneFilters
    serializer_class = MilestoneSerializer
    order = ("target_id", "day", "id")

    def at_times(self, rows: Query) -> Query:
        at = self.times.day, self.times.known_at
        standing = visible(Target.objects.all(), self.reader).on_register(*at)
        return rows.in_force(*at).filter(target__in=standing)

    def detailed(self, rows: Query) -> Query:
        return rows.select_related("target__series__indicator", "citation__source")

    def show(self, row: Milestone) -> Json:
        indicator = row.target.series.indicator
        return {
            "id": row.pk,
            "url": self.links.to(self.shelf, row.pk),
            "target": self.links.target(row.target),
            "day": day(row.day),
            "value": number(row.value),
            "unit": both(indicator.unit, indicator.unit_en),
            "wording": stated(row.wording),
            "effective_date": day(row.effective_date),
            "recorded_at": instant(row.recorded_at),
            "citation": self.links.citation(row.citation),
            "is_demo": row.target.is_demo,
        }
