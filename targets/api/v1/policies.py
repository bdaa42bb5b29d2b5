from typing import Any

from rest_framework import serializers

from targets.api.parameters import AnyOf, Codes, Demo, Filters, Row, RowByIdOrCode, Search
from targets.api.v1.reading import DatedView, Query
from targets.api.v1.shapes import (
    CODE,
    Address,
    NameSerializer,
    OneOf,
    Quantity,
    ReferenceSerializer,
    Shape,
    TargetReferenceSerializer,
)
from targets.api.v1.values import Json, both, day, instant, number, stated
from targets.models import AssessmentPolicy, Organisation, Plan, Target
from targets.models.base import DEMO_PREFIX
from targets.queries.policies import THRESHOLDS
from targets.rules.verdicts.terms import BareAs, Method, Over, RollupRule


class OwnThresholdsSerializer(Shape):
    """The thresholds that a policy sets itself; null leaves the method's own."""

    ahead = Quantity(allow_null=True, help_text="Paths: ahead from this gap in points up.")
    on_track = Quantity(
        allow_null=True,
        help_text="Paths: on track above this gap. Growth: from this ratio up. Five-year trend: below this per cent.",
    )
    behind = Quantity(
        allow_null=True,
        help_text="Paths: behind down to this gap. Growth: from this ratio up. Five-year trend: up to this per cent.",
    )
    far_behind = Quantity(
        allow_null=True,
        help_text="Paths: moving away at this gap or lower is regressing. Growth: regressing below this ratio.",
    )


class PolicySerializer(Shape):
    """A rule by which targets are judged, in the version in force.

    It judges one target, the targets of one plan, or the plans that one organisation and those below it keep. With none
    of the three it serves wherever it is named; the one with the code `default` judges all that has no rule of its own.
    A change is a new version, and every verdict names the one it used.
    """

    id = serializers.IntegerField(help_text="The number of this version in this installation.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address.")
    number = serializers.IntegerField(help_text="The version: 1 is the first. Verdicts name it as `version`.")
    name = NameSerializer(help_text="What people call it.")
    plan = ReferenceSerializer(allow_null=True, help_text="The plan whose targets it judges.")
    organisation = ReferenceSerializer(
        allow_null=True, help_text="The organisation whose plans, and those kept below it, it judges."
    )
    target = TargetReferenceSerializer(allow_null=True, help_text="The one target that it judges, before all others.")
    method = OneOf(
        Method,
        allow_null=True,
        help_text="Null: the milestone path where the target has milestones, else the straight line.",
    )
    thresholds = OwnThresholdsSerializer(help_text="Where one pace ends and the next begins.")
    bare_as = OneOf(BareAs)
    over = OneOf(
        Over, allow_null=True, help_text="Null: it counts as met where the indicator has a good direction, else not."
    )
    approx_tolerance = Quantity(
        help_text="The share of the number that about and close to allow where no tolerance is stated: 0.05 is 5 %."
    )
    max_age_days = serializers.IntegerField(
        allow_null=True,
        help_text="Data older than so many days turn the light grey; null: by the frequency of the indicator.",
    )
    min_points = serializers.IntegerField(
        allow_null=True, help_text="Values needed for a pace, the base included; null: as many as the method needs."
    )
    rollup = OneOf(RollupRule)
    note = serializers.CharField(allow_null=True, help_text="Where the numbers come from.")
    reason = serializers.CharField(allow_null=True, help_text="Why this version was made; null for the first.")
    effective_date = serializers.DateField(help_text="The day from which it holds.")
    recorded_at = serializers.DateTimeField(help_text="When the register learnt of it, in UTC.")
    is_demo = serializers.BooleanField(help_text="true for rows of the demonstration.")


class PolicyFilters(Filters):
    code = Codes()
    plan = Row(Plan, "The policy made for the plan with this code.", field_name="plan")
    organisation = Row(Organisation, "The policy made for the organisation with this code.", field_name="organisation")
    target = RowByIdOrCode(Target, "The policy made for the target with this id or code.", field_name="target")
    method = AnyOf(Method, "Policies that judge by this method.", field_name="method")
    rollup = AnyOf(RollupRule, "Policies that score many targets by this rule.", field_name="rollup")
    q = Search("name", "name_en", "code", "note", also="name, English name, code or note")
    demo = Demo()


class PolicyView(DatedView):
    """The rules by which targets are judged, each in the version in force."""

    shelf = "assessment-policies"
    model = AssessmentPolicy
    filters = PolicyFilters
    serializer_class = PolicySerializer
    order = ("code", "id")
    key_means = "The code."

    def lookup(self, key: str) -> dict[str, Any]:
        return {"code": key}

    def at_times(self, rows: Query) -> Query:
        return rows.in_force(self.times.day, self.times.known_at)

    def detailed(self, rows: Query) -> Query:
        return rows.select_related("plan", "organisation", "target")

    def show(self, row: AssessmentPolicy) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "number": row.number,
            "name": both(row.name, row.name_en),
            "plan": self.links.named("plans", row.plan),
            "organisation": self.links.named("organisations", row.organisation),
            "target": self.links.target(row.target),
            "method": stated(row.method),
            "thresholds": {each: number(getattr(row, each)) for each in THRESHOLDS},
            "bare_as": row.bare_as,
            "over": stated(row.over),
            "approx_tolerance": number(row.approx_tolerance),
            "max_age_days": row.max_age_days,
            "min_points": row.min_points,
            "rollup": row.rollup,
            "note": stated(row.note),
            "reason": stated(row.reason),
            "effective_date": day(row.effective_date),
            "recorded_at": instant(row.recorded_at),
            "is_demo": row.code.startswith(DEMO_PREFIX),
        }
