from collections.abc import Iterable
from typing import Any

from django.db.models import OuterRef, Prefetch, Q
from rest_framework import serializers

from targets.access import visible
from targets.api.parameters import AnyFlag, AnyOf, Codes, Day, Demo, Filters, Row, RowByIdOrCode, Search, id_or_code
from targets.api.v1.indicators import ClassConditionSerializer, show_class
from targets.api.v1.reading import DatedView, Query, Rows
from targets.api.v1.responsibilities import has_part, show_responsibilities
from targets.api.v1.shapes import (
    CODE,
    FLAGS,
    NOTE,
    Address,
    CitationSerializer,
    CodedReferenceSerializer,
    FlagSerializer,
    NameSerializer,
    OneOf,
    Quantity,
    RecordSerializer,
    ReferenceSerializer,
    ResponsibilitySerializer,
    ScopeSerializer,
    SentenceSerializer,
    Shape,
    TargetReferenceSerializer,
)
from targets.api.v1.tasks import in_subtree
from targets.api.v1.values import Json, both, day, flags, identity, instant, number, spoken, stated
from targets.api.v1.verdicts import (
    BY_VERDICT,
    VerdictSerializer,
    fitting,
    refuse_endless,
    verdicts_on,
    wanted_verdicts,
)
from targets.models import (
    Area,
    Indicator,
    Milestone,
    Organisation,
    Plan,
    Responsibility,
    Series,
    Target,
    TargetRevision,
    Task,
)
from targets.queries.readings import reading
from targets.rules.terms import (
    BaseSource,
    Comparator,
    DateSource,
    Flag,
    Measure,
    Modality,
    Nature,
    Precision,
    Quantifier,
)


class BaseSerializer(Shape):
    """What a change is counted from. Null is not zero."""

    value = Quantity(allow_null=True, help_text="In the unit of the target; null if none is given.")
    date = serializers.DateField(allow_null=True, help_text="The day the base is for; null if not stated.")
    source: Any = OneOf(BaseSource, help_text="Where the value comes from.")


class DeadlineSerializer(Shape):
    """By when the target is due."""

    date = serializers.DateField(allow_null=True, help_text="The last day of the span printed; null if none is stated.")
    precision = OneOf(Precision, allow_null=True, help_text="How exactly it is printed; null without a deadline.")
    source: Any = OneOf(DateSource, help_text="Printed with the target, inherited from the plan, or worked out.")


class TargetScopeSerializer(ScopeSerializer):
    """For whom or where the target is: an area or an organisation."""

    unclear = serializers.BooleanField(
        help_text="true where the document leaves it open; the plan's own area stands here for filing only."
    )


class InterimSerializer(Shape):
    """A milestone as its target shows it."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    url = Address(help_text="Its address.")
    day = serializers.DateField(help_text="By when.")
    value = Quantity(allow_null=True, help_text="In the unit of the target; null for words alone.")
    wording = serializers.CharField(allow_null=True, help_text="As printed.")


class RevisionSerializer(Shape):
    """Which revision of the target this answer shows, and why it was made."""

    number = serializers.IntegerField(help_text="1 is what the plan first said.")
    reason = serializers.CharField(allow_null=True, help_text="Why it was revised; null for the first.")
    deciding_document = ReferenceSerializer(allow_null=True, help_text="The document that decided it.")
    effective_date = serializers.DateField(help_text="The day from which it holds.")
    recorded_at = serializers.DateTimeField(help_text="When the register learnt of it, in UTC.")


class TargetSerializer(RecordSerializer):
    """A commitment on a series: what a document says, how much, compared how, by when, who.

    Numbers are in the plain unit (200万辆 is 2000000 辆). The number of bare, eq, ge, gt, approx and near stands in
    `lower`, that of le and lt in `upper`, those of between in both. Null means that nothing is stated.
    """

    id = serializers.IntegerField(help_text="Its number in this installation; the address is made of it.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address.")
    plan = ReferenceSerializer(help_text="The plan that sets it.")
    task = ReferenceSerializer(
        allow_null=True, help_text="The action or task that sets it; null for the plan as a whole."
    )
    series = CodedReferenceSerializer(help_text="The series on which its values are reported.")
    indicator = ReferenceSerializer(help_text="What is measured.")
    wording = serializers.CharField(help_text="The phrase as printed: 超200万辆.")
    formal_reading = SentenceSerializer(
        help_text="What it means, in one plain sentence; what is open is said to be open."
    )
    measure = OneOf(Measure)
    comparator = OneOf(Comparator, allow_null=True, help_text="Null where there is no number.")
    lower = Quantity(allow_null=True, help_text="Lower bound, or the one number, in `unit`.")
    upper = Quantity(allow_null=True, help_text="Upper bound, in `unit`.")
    tolerance = Quantity(
        allow_null=True, help_text="How far about or close to may reach, in `unit`; null if not stated."
    )
    unit = NameSerializer(allow_null=True, help_text="The plain unit of the indicator: 辆, not 万辆.")
    scale = Quantity(help_text="What the printed number was multiplied with: 10000 for 万, 0.01 for %.")
    quantifier = OneOf(Quantifier)
    base = BaseSerializer()
    deadline = DeadlineSerializer()
    modality = OneOf(Modality)
    nature = OneOf(Nature)
    weight = Quantity(
        allow_null=True, help_text="Its part in a weighted score of the plan; null is not stated and counts as 1."
    )
    flags = FlagSerializer(many=True, help_text=FLAGS)
    verdict = VerdictSerializer(
        allow_null=True,
        help_text="For today the stored verdict; null while the revision in force was not yet judged. With `as_of` or "
        "`known_at` it is judged afresh for that day, as known then.",
    )
    note = serializers.CharField(allow_null=True, help_text=NOTE)
    class_condition = ClassConditionSerializer(allow_null=True, help_text="For a count of a class, the class.")
    scope = TargetScopeSerializer()
    breakdown = serializers.CharField(allow_null=True, help_text="Which part of the whole; null is the total.")
    basis = serializers.CharField(allow_null=True, help_text="口径 of the figures; null if not stated.")
    parent = TargetReferenceSerializer(allow_null=True, help_text="其中: the target that this one is a part of.")
    derived_from = TargetReferenceSerializer(
        allow_null=True, help_text="The target of a higher plan that was handed down to this one."
    )
    reference_series = CodedReferenceSerializer(
        allow_null=True, help_text="For 与经济增长同步 and the like: the series it is compared with."
    )
    milestones = InterimSerializer(many=True, help_text="Interim values in force, by day.")
    responsibilities = ResponsibilitySerializer(many=True, help_text="Who has which part in it, in printed order.")
    citation = CitationSerializer(allow_null=True, help_text="The place it rests on.")
    revision = RevisionSerializer()


class TargetFilters(Filters):
    ON_REVISION = (
        *("measure", "comparator", "quantifier", "modality", "nature", "flag"),
        *("deadline_before", "deadline_after", "q"),
    )

    code = Codes()
    plan = Row(Plan, "Targets of the plan with this code.", field_name="plan")
    task = Row(Task, "Targets of the task with this code and of all below it.", of=in_subtree)
    indicator = Row(Indicator, "Targets on the indicator with this code.", field_name="series__indicator")
    series = Row(Series, "Targets on the series with this code.", field_name="series")
    area = Row(
        Area,
        "Targets whose scope is the area with this code, unclear ones filed there included.",
        field_name="series__area",
    )
    organisation = Row(
        Organisation,
        "Targets that are for the organisation with this code, or in which it has a part, directly or by their task.",
        of=lambda body: _concerns(body),
    )
    parent = RowByIdOrCode(Target, "Targets that are parts of the target with this id or code.", field_name="parent")
    measure = AnyOf(Measure, "Targets of this kind of quantity.", field_name="measure")
    comparator = AnyOf(Comparator, "Targets with this comparator.", field_name="comparator")
    quantifier = AnyOf(Quantifier, "Targets promised for this time.", field_name="quantifier")
    modality = AnyOf(Modality, "Targets promised so firmly.", field_name="modality")
    nature = AnyOf(Nature, "Targets of this nature.", field_name="nature")
    flag = AnyFlag()
    light, pace, attainment = BY_VERDICT["light"], BY_VERDICT["pace"], BY_VERDICT["attainment"]
    deadline_before = Day("Due before this day.", field_name="deadline", lookup_expr="lt")
    deadline_after = Day("Due after this day.", field_name="deadline", lookup_expr="gt")
    q = Search(
        *("wording", "target__code", "target__series__indicator__name", "target__series__indicator__name_en"),
        *("target__task__name", "target__task__name_en"),
        also="wording, code, or the names of indicator and task",
    )
    demo = Demo()


class TargetView(DatedView):
    """Targets in force, plan by plan in printed order, each as the revision in force says it."""

    shelf = "targets"
    model = Target
    filters = TargetFilters
    serializer_class = TargetSerializer
    order = ("plan_id", "position", "id")
    key_means = "The id; the code is understood as well."

    def lookup(self, key: str) -> dict[str, Any]:
        return id_or_code(key)

    def at_times(self, rows: Query) -> Query:
        return rows.on_register(self.times.day, self.times.known_at)

    def among(self, filters: Filters) -> Query:
        revisions = TargetRevision.objects.in_force(self.times.day, self.times.known_at)
        rows = filters.qs
        if not (wanted := wanted_verdicts(filters)):
            return rows.filter(filters.saying(revisions))
        if self.is_now:
            # A verdict on another revision than the one shown is none.
            revisions = revisions.filter(pk=OuterRef("assessment__revision"))
            of_verdict = {f"assessment__{name}__in": values for name, values in wanted.items()}
            return rows.filter(filters.saying(revisions), **of_verdict)
        refuse_endless(wanted, filters.given)
        return fitting(rows.filter(filters.saying(revisions)), wanted, self.times)

    def load(self, keys: Iterable[int]) -> Rows:
        rows = super().load(keys)
        self.verdicts = verdicts_on(rows, self.times, is_now=self.is_now) if rows else {}
        return rows

    def detailed(self, rows: Query) -> Query:
        # What the reader may not see must not show through a reference, so these come through visible() too.
        others = visible(Target.objects.select_related("series__indicator"), self.reader)
        compared = visible(Series.objects.select_related("indicator"), self.reader)
        bodies = visible(Responsibility.objects.select_related("organisation"), self.reader)
        rows = rows.select_related("plan", "task", "series__indicator", "series__area", "series__organisation")
        return rows.with_revision(self.times.day, self.times.known_at).prefetch_related(
            Prefetch("parent", queryset=others),
            Prefetch("derived_from", queryset=others),
            Prefetch("reference_series", queryset=compared),
            Prefetch("responsibilities", queryset=bodies),
        )

    def show(self, row: Target) -> Json:
        says = row.revision
        assert says is not None, "the page was chosen among targets that have a revision in force"  # noqa: S101
        verdict = {"verdict": self.verdicts.get(row.pk)}
        return {**self._place(row), **_what(row, says), **verdict, **self._around(row, says), **identity(row)}

    def _place(self, row: Target) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.pk),
            "plan": self.links.named("plans", row.plan),
            "task": self.links.named("tasks", row.task),
            "series": self.links.coded("series", row.series),
            "indicator": self.links.named("indicators", row.series.indicator),
        }

    def _around(self, row: Target, says: TargetRevision) -> Json:
        unclear = Flag.SCOPE_UNCLEAR in says.flags
        return {
            "note": stated(row.note),
            "class_condition": show_class(row.series.indicator),
            "scope": self.links.scope(row.series) | {"unclear": unclear},
            "breakdown": stated(row.series.breakdown),
            "basis": stated(row.series.basis),
            "parent": self.links.target(row.parent),
            "derived_from": self.links.target(row.derived_from),
            "reference_series": self.links.coded("series", row.reference_series),
            "milestones": [self._interim(milestone) for milestone in row.milestones_in_force],
            "responsibilities": show_responsibilities(self.links, row.responsibilities.all()),
            "citation": self.links.citation(says.citation),
            "revision": {
                "number": says.number,
                "reason": stated(says.reason),
                "deciding_document": self.links.source(says.deciding_document),
                "effective_date": day(says.effective_date),
                "recorded_at": instant(says.recorded_at),
            },
        }

    def _interim(self, row: Milestone) -> Json:
        return {
            "id": row.pk,
            "url": self.links.to("milestones", row.pk),
            "day": day(row.day),
            "value": number(row.value),
            "wording": stated(row.wording),
        }


def _what(row: Target, says: TargetRevision) -> Json:
    """What the target says."""
    indicator = row.series.indicator
    return {
        "wording": says.wording,
        "formal_reading": spoken(reading(row, says)),
        "measure": says.measure,
        "comparator": stated(says.comparator),
        "lower": number(says.lower),
        "upper": number(says.upper),
        "tolerance": number(says.tolerance),
        "unit": both(indicator.unit, indicator.unit_en),
        "scale": number(says.scale),
        "quantifier": says.quantifier,
        "base": {"value": number(says.base_value), "date": day(says.base_date), "source": says.base_source},
        "deadline": {
            "date": day(says.deadline),
            "precision": stated(says.deadline_precision),
            "source": says.deadline_source,
        },
        "modality": says.modality,
        "nature": says.nature,
        "weight": number(row.weight),
        "flags": flags(says.flags),
    }


def _concerns(body: Organisation) -> Q:
    of_task = Responsibility.objects.filter(organisation=body, task__isnull=False).values("task")
    return Q(series__organisation=body) | has_part(body, "target") | Q(task__in=of_task)
