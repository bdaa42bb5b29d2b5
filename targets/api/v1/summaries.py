"""Many verdicts as one: a plan with each of its tasks, an organisation, an area."""

from typing import Any

from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from targets.access import visible
from targets.api.v1.reading import TIME_PARAMETERS, DatedView
from targets.api.v1.shapes import (
    CodedReferenceSerializer,
    NameSerializer,
    OneOf,
    Quantity,
    ReferenceSerializer,
    SentenceSerializer,
    Shape,
    TargetReferenceSerializer,
)
from targets.api.v1.values import Json, Links, name, number, spoken, stated
from targets.models import Area, AssessmentPolicy, Organisation, Plan, Task
from targets.queries.policies import default_policy, policy_of_organisation
from targets.queries.rollups import Score, Told, area_score, organisation_score, plan_scores
from targets.rules.rollups.rollup import Weighing
from targets.rules.terms import TaskKind, Term
from targets.rules.verdicts.terms import Attainment, Light, Pace, RollupRule


def _counts(terms: type[Term], means: str) -> type[Shape]:
    """A shape with a number for each code of a closed list."""
    fields = {term.value: serializers.IntegerField(help_text=f"{term.zh}, {term.en}.") for term in terms}
    return type(f"{terms.__name__}CountsSerializer", (Shape,), {"__doc__": means, **fields})


LightCountsSerializer = _counts(Light, "How many targets have each light; they add up to the total.")
PaceCountsSerializer = _counts(Pace, "How many targets have each pace; they add up to the total.")
AttainmentCountsSerializer = _counts(Attainment, "How many targets are so far; they add up to the total.")


class TotalsSerializer(Shape):
    """How many targets there are, and of how many something is known."""

    total = serializers.IntegerField(help_text="Targets in force that have a verdict.")
    reported = serializers.IntegerField(help_text="Those that have a value.")
    judged = serializers.IntegerField(help_text="Those whose light is not grey; a score rests on these alone.")


class WeighingSerializer(Shape):
    """What a weighted mean rests on, so that nobody takes a part for the whole."""

    shares = serializers.IntegerField(help_text="Targets whose share is in the mean.")
    weight = Quantity(help_text="The sum of all weights; one that is not stated counts as 1.")
    part = Quantity(allow_null=True, help_text="The part of that sum on which the mean rests, 0 to 1; null if it is 0.")
    unstated = serializers.IntegerField(help_text="Targets whose weight is not stated.")
    weightless = serializers.IntegerField(help_text="Targets that a weight of 0 takes out of the mean.")
    missing = serializers.ListField(
        child=serializers.IntegerField(), help_text="The ids of targets that have a weight and no share that counts."
    )


class DecidingSerializer(Shape):
    """The target that decided the score, with its verdict in short."""

    target = TargetReferenceSerializer(help_text="The target.")
    name = NameSerializer(help_text="What it is about: its indicator.")
    light = OneOf(Light)
    pace = OneOf(Pace)
    attainment = OneOf(Attainment)
    sentence = SentenceSerializer(help_text="Its verdict in words.")
    judged_on = serializers.DateField(help_text="The day for which it was judged.")


class ScoreSerializer(Shape):
    """Counts always; a score only under the declared rule, only from targets that are judged."""

    coverage = TotalsSerializer(help_text="7 of 9 reported.")
    by_light = LightCountsSerializer()
    by_pace = PaceCountsSerializer()
    by_attainment = AttainmentCountsSerializer()
    rule = OneOf(RollupRule)
    light = OneOf(Light, allow_null=True, help_text="Under `worst_of` the light of the worst target; else null.")
    pace = OneOf(Pace, allow_null=True, help_text="Under `worst_of` the pace of the worst target; else null.")
    share = Quantity(
        allow_null=True,
        help_text="Under `weighted_mean` Σ w·p / Σ w, each share p cut to 0 … 1: 0.25 is a quarter; else null.",
    )
    good = serializers.IntegerField(
        allow_null=True, help_text="Under `counts` how many of the judged are blue or green; else null."
    )
    weighing = WeighingSerializer(allow_null=True, help_text="Under `weighted_mean` what the mean rests on; else null.")
    deciding = DecidingSerializer(
        allow_null=True,
        help_text="The worst target; under `weighted_mean` the one that costs the mean most. Null where none is judged.",
    )
    sentence = SentenceSerializer(help_text="All of that in a sentence.")


class PolicyReferenceSerializer(CodedReferenceSerializer):
    """Points to a version of a policy."""

    version = serializers.IntegerField(help_text="Its version; 1 is the first.")


POLICY = "The policy that declares the rule; null while not even a default is stored, then the worst decides."


class TaskScoreSerializer(ScoreSerializer):
    """The targets of a task and of all below it together."""

    task = ReferenceSerializer(help_text="The task.")
    kind = OneOf(TaskKind)
    number = serializers.CharField(allow_null=True, help_text="As printed; null if none is printed.")
    path = serializers.ListField(child=serializers.IntegerField(), help_text="Its place in the tree, from the top.")


class PlanSummarySerializer(ScoreSerializer):
    """The verdicts of a plan's targets together, and those of each of its tasks."""

    plan = ReferenceSerializer(help_text="The plan.")
    policy = PolicyReferenceSerializer(allow_null=True, help_text=POLICY)
    tasks = TaskScoreSerializer(many=True, help_text="Every task in printed order, with all targets below it.")


class OrganisationSummarySerializer(ScoreSerializer):
    """The verdicts of all targets that are for the organisation or one below it, or in which they have a part."""

    organisation = ReferenceSerializer(help_text="The organisation.")
    policy = PolicyReferenceSerializer(allow_null=True, help_text=POLICY)


class AreaSummarySerializer(ScoreSerializer):
    """The verdicts of all targets whose scope is the area, or one that it is composed of."""

    area = ReferenceSerializer(help_text="The area.")
    policy = PolicyReferenceSerializer(allow_null=True, help_text=POLICY)


class SummaryView(DatedView):
    """What stands below the address of a record that has many targets."""

    part = "summary"
    key_means = "The code."

    def lookup(self, key: str) -> dict[str, Any]:
        return {"code": key}

    def retrieve(self, request: Request, key: str, *args: Any, **kwargs: Any) -> Response:
        self.check(request, dict.fromkeys(TIME_PARAMETERS, False))
        row = self.model._default_manager.get(pk=self.standing(key))
        return Response(self.show(row) | self.times.shown())

    @property
    def question(self) -> dict[str, Any]:
        return {"day": self.times.day, "known_at": self.times.known_at, "is_now": self.is_now}

    def policy(self, row: AssessmentPolicy | None) -> Json | None:
        if row is None:
            return None
        return {"code": row.code, "url": self.links.to("assessment-policies", row.code), "version": row.number}


class PlanSummaryView(SummaryView):
    """The verdicts of a plan's targets together, for the plan and each of its tasks."""

    shelf = "plans"
    model = Plan
    serializer_class = PlanSummarySerializer

    def show(self, row: Plan) -> Json:
        scores = plan_scores(row, self.reader, **self.question)
        tasks = visible(Task.objects.filter(plan=row), self.reader).order_by("path", "id")
        return {
            "plan": self.links.named("plans", row),
            "policy": self.policy(scores.policy),
            **show_score(self.links, scores.whole),
            "tasks": [self._task(task, scores.by_task[task.pk]) for task in tasks if task.pk in scores.by_task],
        }

    def _task(self, row: Task, score: Score) -> Json:
        place = {"kind": row.kind, "number": stated(row.number), "path": row.path}
        return {"task": self.links.named("tasks", row), **place, **show_score(self.links, score)}


class OrganisationSummaryView(SummaryView):
    """The verdicts of all targets that an organisation, or one below it, has to do with, together."""

    shelf = "organisations"
    model = Organisation
    serializer_class = OrganisationSummarySerializer

    def show(self, row: Organisation) -> Json:
        policy = policy_of_organisation(row, self.times.day, self.times.known_at)
        score = organisation_score(row, self.reader, **self.question)
        reference = {"organisation": self.links.named("organisations", row), "policy": self.policy(policy)}
        return reference | show_score(self.links, score)


class AreaSummaryView(SummaryView):
    """The verdicts of all targets for an area, or for one that it is composed of, together."""

    shelf = "areas"
    model = Area
    serializer_class = AreaSummarySerializer

    def show(self, row: Area) -> Json:
        policy = default_policy(self.times.day, self.times.known_at)
        score = area_score(row, self.reader, **self.question)
        reference = {"area": self.links.named("areas", row), "policy": self.policy(policy)}
        return reference | show_score(self.links, score)


def show_score(links: Links, score: Score) -> Json:
    rollup = score.rollup
    return {
        "coverage": {"total": rollup.total, "reported": rollup.reported, "judged": rollup.judged},
        "by_light": {term.value: count for term, count in rollup.by_light.items()},
        "by_pace": {term.value: count for term, count in rollup.by_pace.items()},
        "by_attainment": {term.value: count for term, count in rollup.by_attainment.items()},
        "rule": rollup.rule.value,
        "light": rollup.light and rollup.light.value,
        "pace": rollup.pace and rollup.pace.value,
        "share": number(rollup.share),
        "good": rollup.good,
        "weighing": rollup.weighing and _weighing(rollup.weighing),
        "deciding": score.deciding and _deciding(links, score.deciding),
        "sentence": spoken(score.sentence),
    }


def _weighing(weighing: Weighing) -> Json:
    return {
        "shares": weighing.shares,
        "weight": number(weighing.weight),
        "part": number(weighing.part),
        "unstated": weighing.unstated,
        "weightless": weighing.weightless,
        "missing": list(weighing.missing),
    }


def _deciding(links: Links, line: Told) -> Json:
    verdict = line.verdict
    return {
        "target": links.target(line.target),
        "name": name(line.target.series.indicator),
        "light": verdict.light.value,
        "pace": verdict.pace.value,
        "attainment": verdict.attainment.value,
        "sentence": spoken(verdict.sentence),
        "judged_on": line.judged_on.isoformat(),
    }
