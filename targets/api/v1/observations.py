from datetime import datetime
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from rest_framework import serializers

from targets.access import visible
from targets.api.parameters import AnyFlag, AnyOf, Day, Demo, Filters, Row, Search
from targets.api.v1.reading import DatedView, Query
from targets.api.v1.shapes import (
    FLAGS,
    NOTE,
    Address,
    CitationSerializer,
    CodedReferenceSerializer,
    FlagSerializer,
    NameSerializer,
    OneOf,
    Quantity,
    ReferenceSerializer,
    RowReferenceSerializer,
    ScopeSerializer,
    Shape,
)
from targets.api.v1.values import Json, both, day, flags, instant, number, stated
from targets.models import Area, Indicator, Observation, Organisation, Plan, Series, Target
from targets.rules.terms import Comparator, DateSource, ObservationStatus


class ObservationPeriodSerializer(Shape):
    """The period a value is for; a figure as of a day has that day as its end."""

    start = serializers.DateField(allow_null=True, help_text="The first day; null where not stated.")
    end = serializers.DateField(help_text="The last day.")
    source: Any = OneOf(DateSource, help_text="Printed in the source, or worked out.")


class ObservationSerializer(Shape):
    """One reported value of a series for one period. It is never altered: a correction takes its place.

    A plain figure stands in `value`. An inexact one has `value` null and says by `comparator`, `lower` and `upper`
    what is known: 7000余 lies between 7000 and 8000, the latter excluded.
    """

    id = serializers.IntegerField(help_text="Its number in this installation.")
    url = Address(help_text="Its address.")
    series = CodedReferenceSerializer(help_text="The series it belongs to.")
    indicator = ReferenceSerializer(help_text="What is measured.")
    scope = ScopeSerializer(help_text="For whom or where.")
    period = ObservationPeriodSerializer()
    wording = serializers.CharField(allow_null=True, help_text="As printed: 7000余个.")
    comparator = OneOf(Comparator)
    value = Quantity(allow_null=True, help_text="The plain figure, in the unit given here; null for an inexact one.")
    lower = Quantity(allow_null=True, help_text="For an inexact figure: not below this.")
    upper = Quantity(allow_null=True, help_text="For an inexact figure: not above this.")
    upper_excluded = serializers.BooleanField(help_text="true where `upper` itself is not meant.")
    numerator = Quantity(allow_null=True, help_text="For a ratio, where it is given.")
    denominator = Quantity(allow_null=True, help_text="For a ratio, where it is given.")
    unit = NameSerializer(allow_null=True, help_text="The plain unit of the indicator.")
    flags = FlagSerializer(many=True, help_text=FLAGS)
    note = serializers.CharField(allow_null=True, help_text=NOTE)
    reported_by = ReferenceSerializer(allow_null=True, help_text="The body that gave the figure; null if not stated.")
    citation = CitationSerializer(allow_null=True, help_text="The place it rests on.")
    supersedes = RowReferenceSerializer(allow_null=True, help_text="The value it corrects.")
    status = OneOf(ObservationStatus, help_text="Where it stood at `known_at`.")
    return_reason = serializers.CharField(allow_null=True, help_text="Why it was returned, once it is.")
    recorded_at = serializers.DateTimeField(help_text="When the register learnt of it, in UTC.")
    verified_at = serializers.DateTimeField(allow_null=True, help_text="When it was verified, if it was by `known_at`.")
    returned_at = serializers.DateTimeField(allow_null=True, help_text="When it was returned, if it was by `known_at`.")
    superseded_at = serializers.DateTimeField(
        allow_null=True, help_text="When a correction took its place, if one had by `known_at`."
    )
    is_demo = serializers.BooleanField(help_text="true for rows of the demonstration.")
    version = serializers.IntegerField(help_text="Rises by one with every change of the row.")


class Status(AnyOf):
    """Where values stood at the moment asked for."""

    def filter(self, rows: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return rows  # by ObservationView.among, once the moment is known


class ObservationFilters(Filters):
    series = Row(Series, "Values of the series with this code.", field_name="series")
    indicator = Row(Indicator, "Values of the indicator with this code.", field_name="series__indicator")
    area = Row(Area, "Values for the area with this code.", field_name="series__area")
    organisation = Row(Organisation, "Values for the organisation with this code.", field_name="series__organisation")
    reported_by = Row(Organisation, "Values that the organisation with this code gave.", field_name="reported_by")
    plan = Row(Plan, "Values of series on which the plan with this code has targets.", of=lambda plan: _for_plan(plan))
    status = Status(
        ObservationStatus,
        "Values that stood so at `known_at`. Left out: verified, that is, the values in force. Others are seen by those"
        " who report or review them.",
    )
    comparator = AnyOf(Comparator, "Values with this comparator.", field_name="comparator")
    period_from = Day("For periods that end on this day or later.", field_name="period_end", lookup_expr="gte")
    period_to = Day("For periods that end on this day or earlier.", field_name="period_end", lookup_expr="lte")
    flag = AnyFlag()
    q = Search(
        *("wording", "series__code", "series__indicator__name", "series__indicator__name_en"),
        also="wording, series code or the indicator's names",
    )
    demo = Demo("series__")


class ObservationView(DatedView):
    """Reported values, series by series, the latest period first. Without `status` those in force."""

    shelf = "observations"
    model = Observation
    filters = ObservationFilters
    serializer_class = ObservationSerializer
    order = ("series_id", "-period_end", "-id")

    def at_times(self, rows: Query) -> Query:
        return rows.known(self.times.day, self.times.known_at)

    def among(self, filters: Filters) -> Query:
        rows = filters.qs
        if "status" in filters.given:
            return self.at_times(rows).filter(status_then__in=filters.form.cleaned_data["status"])
        return rows.in_force(self.times.day, self.times.known_at)

    def detailed(self, rows: Query) -> Query:
        corrected = Prefetch("supersedes", queryset=visible(Observation.objects.all(), self.reader))
        scope = ("series__indicator", "series__area", "series__organisation")
        return self.at_times(rows).select_related(*scope, "reported_by", "citation__source").prefetch_related(corrected)

    def show(self, row: Any) -> Json:
        indicator = row.series.indicator
        return {
            "id": row.pk,
            "url": self.links.to(self.shelf, row.pk),
            "series": self.links.coded("series", row.series),
            "indicator": self.links.named("indicators", indicator),
            "scope": self.links.scope(row.series),
            "period": {"start": day(row.period_start), "end": day(row.period_end), "source": row.period_source},
            "wording": stated(row.wording),
            "comparator": row.comparator,
            "value": number(row.value),
            "lower": number(row.lower),
            "upper": number(row.upper),
            "upper_excluded": row.upper_excluded,
            "numerator": number(row.numerator),
            "denominator": number(row.denominator),
            "unit": both(indicator.unit, indicator.unit_en),
            "flags": flags(row.flags),
            "note": stated(row.note),
            "reported_by": self.links.named("organisations", row.reported_by),
            "citation": self.links.citation(row.citation),
            "supersedes": self._corrected(row.supersedes),
            "status": row.status_then,
            "return_reason": stated(row.return_reason) if row.status_then == ObservationStatus.RETURNED else None,
            "recorded_at": instant(row.recorded_at),
            **{
                moment: self._by_then(getattr(row, moment))
                for moment in ("verified_at", "returned_at", "superseded_at")
            },
            "is_demo": row.series.is_demo,
            "version": row.version,
        }

    def _corrected(self, row: Observation | None) -> Json | None:
        return None if row is None else {"id": row.pk, "url": self.links.to(self.shelf, row.pk)}

    def _by_then(self, at: datetime | None) -> str | None:
        """A moment, unless it lies after what the question is to know."""
        return None if at is None or at > self.times.known_at else instant(at)


def _for_plan(plan: Plan) -> Q:
    return Q(series__in=Target.objects.filter(plan=plan).values("series"))
