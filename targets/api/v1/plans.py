from typing import Any

from django.db.models import Prefetch, Q
from rest_framework import serializers

from targets.access import visible
from targets.api.parameters import AnyFlag, AnyOf, Codes, Day, Demo, Filters, Row, Search
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
    PeriodSerializer,
    RecordSerializer,
    ReferenceSerializer,
    Shape,
)
from targets.api.v1.values import Json, day, flags, identity, name, stated
from targets.models import Area, Organisation, Plan
from targets.rules.terms import PlanStatus


class ExtractedSerializer(Shape):
    """What the register holds of a plan. It stands beside what the document states and never claims to be complete."""

    action = serializers.IntegerField(help_text="Actions 行动.")
    task = serializers.IntegerField(help_text="Tasks 任务.")
    step = serializers.IntegerField(help_text="Steps 举措.")
    targets = serializers.IntegerField(help_text="Targets 目标.")


class PlanSerializer(RecordSerializer):
    """A programme that rests on a document."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address.")
    name = NameSerializer(help_text="As the document writes it.")
    document_number = serializers.CharField(allow_null=True, help_text="As printed; null if none is known.")
    issuer = ReferenceSerializer(allow_null=True, help_text="Who issued it; null if the document does not name them.")
    owner = ReferenceSerializer(allow_null=True, help_text="Whose editors keep it in this register.")
    area = ReferenceSerializer(allow_null=True, help_text="The territory it is for.")
    period = PeriodSerializer(help_text="From when to when it runs.")
    issued_on = serializers.DateField(allow_null=True, help_text="The day it was issued; null if not stated.")
    status = OneOf(PlanStatus)
    stated_action_count = serializers.IntegerField(
        allow_null=True, help_text="How many actions the document says it has."
    )
    stated_count = serializers.IntegerField(allow_null=True, help_text="How many tasks the document says it has.")
    stated_wording = serializers.CharField(allow_null=True, help_text="How it says so, as printed.")
    extracted = ExtractedSerializer(help_text="How many of each the register holds.")
    derived_from = ReferenceSerializer(allow_null=True, help_text="The higher plan that this one carries out.")
    flags = FlagSerializer(many=True, help_text=FLAGS)
    note = serializers.CharField(allow_null=True, help_text=NOTE)
    citation = CitationSerializer(allow_null=True, help_text="The place it rests on.")


class PlanFilters(Filters):
    code = Codes()
    status = AnyOf(PlanStatus, "Plans of this status.", field_name="status")
    issuer = Row(Organisation, "Plans issued by the organisation with this code.", field_name="issuer")
    owner = Row(Organisation, "Plans kept by the organisation with this code.", field_name="owner")
    organisation = Row(
        Organisation,
        "Plans that the organisation with this code issued or keeps, or in which it has a part.",
        of=lambda body: _concerns(body),
    )
    area = Row(Area, "Plans for the area with this code.", field_name="area")
    period_from = Day("Plans that still run on this day or later.", field_name="period_end", lookup_expr="gte")
    period_to = Day("Plans that had begun by this day.", field_name="period_start", lookup_expr="lte")
    flag = AnyFlag()
    q = Search("name", "name_en", "code", "document_number", also="name, English name, code or document number")
    demo = Demo()


class PlanView(RegisterView):
    """Plans, each with what its document says of its size beside what was extracted."""

    shelf = "plans"
    model = Plan
    filters = PlanFilters
    serializer_class = PlanSerializer

    def detailed(self, rows: Query) -> Query:
        higher = Prefetch("derived_from", queryset=visible(Plan.objects.all(), self.reader))
        rows = rows.select_related("issuer", "owner", "area", "citation__source").prefetch_related(higher)
        return rows.with_counts()

    def show(self, row: Any) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "name": name(row),
            "document_number": stated(row.document_number),
            "issuer": self.links.named("organisations", row.issuer),
            "owner": self.links.named("organisations", row.owner),
            "area": self.links.named("areas", row.area),
            "period": {"start": day(row.period_start), "end": day(row.period_end), "source": row.period_source},
            "issued_on": day(row.issued_on),
            "status": row.status,
            "stated_action_count": row.stated_action_count,
            "stated_count": row.stated_count,
            "stated_wording": stated(row.stated_wording),
            "extracted": {
                "action": row.extracted_actions,
                "task": row.extracted_tasks,
                "step": row.extracted_steps,
                "targets": row.extracted_targets,
            },
            "derived_from": self.links.named("plans", row.derived_from),
            "flags": flags(row.flags),
            "note": stated(row.note),
            "citation": self.links.citation(row.citation),
            **identity(row),
        }


def _concerns(body: Organisation) -> Q:
    has_part = Q(pk__in=Plan.objects.filter(tasks__responsibilities__organisation=body).values("pk")) | Q(
        pk__in=Plan.objects.filter(targets__responsibilities__organisation=body).values("pk")
    )
    return Q(issuer=body) | Q(owner=body) | has_part
