"""The verdict on one target, judged as it is asked for, beside what it rests on."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from targets.access import visible
from targets.api.problems import Fault, Kind, Problem
from targets.api.v1.reading import TIME_PARAMETERS, Rows
from targets.api.v1.shapes import NameSerializer, Quantity, Shape, TargetReferenceSerializer
from targets.api.v1.targets import InterimSerializer, TargetView
from targets.api.v1.values import Json, both, day
from targets.api.v1.verdicts import VerdictSerializer, show_verdict
from targets.models import Observation, Target
from targets.queries.policies import policy_named
from targets.queries.questions import Judged, judged
from targets.rules.verdicts.answer import written
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.policies import DEFAULT, Policy
from targets.rules.verdicts.terms import Method
from targets.rules.verdicts.trajectory import corners

PROVISIONAL = "provisional"


class CornerSerializer(Shape):
    """A corner of the path."""

    day = serializers.DateField(help_text="The day.")
    value = Quantity(help_text="What is expected on it, in `unit`.")


class SpanSerializer(Shape):
    """A span of days; a figure as of a day begins and ends on it."""

    start = serializers.DateField(help_text="The first day.")
    end = serializers.DateField(help_text="The last day.")


class PointSerializer(Shape):
    """The target's own quantity after a period: of an increment the increase, of a sum the total so far."""

    period = SpanSerializer(help_text="The period that was reported.")
    value = Quantity(help_text="In `unit`.")
    is_provisional = serializers.BooleanField(help_text="true where a value waits for review.")
    is_inexact = serializers.BooleanField(
        help_text="true where a value is known by its bounds; it counts by one of them."
    )


class TargetAssessmentSerializer(VerdictSerializer):
    """The verdict on a target with its inputs: enough to draw value against path."""

    target = TargetReferenceSerializer(help_text="The target.")
    revision = serializers.IntegerField(help_text="The number of the revision that was judged.")
    unit = NameSerializer(
        allow_null=True,
        help_text="The plain unit of the indicator. Rates, shares of change and multiples are numbers without one.",
    )
    path = CornerSerializer(
        many=True,
        help_text="The path from the base over the milestones that the method heeds to the target: straight between the "
        "corners, for `step-path` flat up to the next. Empty where there is none.",
    )
    points = PointSerializer(many=True, help_text="What is known by the day judged, in order of time.")
    milestones = InterimSerializer(many=True, help_text="All interim values in force, by day.")


class AssessmentView(TargetView):
    """The verdict on a target for any day, knowledge and policy, with what it rests on."""

    part = "assessment"
    serializer_class: Any = TargetAssessmentSerializer

    def retrieve(self, request: Request, key: str, *args: Any, **kwargs: Any) -> Response:
        self.check(request, dict.fromkeys((*TIME_PARAMETERS, "policy", "include"), False))
        wanted = Target.objects.filter(pk=self.standing(key))
        at, policy, provisional = self.times, self.policy(), self.provisional()
        found = judged(wanted, day=at.day, known_at=at.known_at, policy=policy, provisional=provisional)
        if not found:  # it was removed in this very moment
            raise Problem(Kind.NOT_FOUND)
        return Response(self.show(found[0]) | at.shown())

    def policy(self) -> Policy | None:
        """The policy asked for; None leaves it to the target. Raises Problem."""
        code = self.request.query_params.get("policy")
        if code is None:
            return None
        try:
            return policy_named(code, self.reader, day=self.times.day, known_at=self.times.known_at)
        except ValueError:
            message = _("No policy with this code was in force then, and no method has this name.")
            remedy = _("Look the code up in assessment-policies/, or name a method: %(codes)s.")
            known = {"codes": ", ".join([DEFAULT.code, *(each.value for each in Method)])}
            raise _refusal("policy", "unknown_code", message, remedy % known) from None

    def provisional(self) -> QuerySet[Observation] | None:
        """The values waiting for review that count too; None if none is to count. Raises Problem."""
        wish = self.request.query_params.get("include")
        if wish is None:
            return None
        if wish != PROVISIONAL:
            message = _("Nothing of this name can be included.")
            raise _refusal("include", "invalid_choice", message, _("Write provisional, or leave it out."))
        return visible(Observation.objects.all(), self.reader)

    def show(self, row: Any) -> Json:
        each: Judged = row
        target, indicator = each.target, each.target.series.indicator
        return {
            "target": self.links.target(target),
            "revision": each.revision.number,
            **show_verdict(each.assessment, self.times.day),
            "unit": both(indicator.unit, indicator.unit_en),
            "path": [{"day": day(at), "value": written(value)} for at, value in corners(each.judgement.evidence)],
            "points": [_point(measurement) for measurement in each.judgement.evidence.known],
            "milestones": [self._interim(milestone) for milestone in target.milestones_in_force],
        }

    @classmethod
    def described(cls, is_list: bool) -> Rows:
        return [*super().described(is_list), POLICY, INCLUDE]


def _point(measurement: Measurement) -> Json:
    return {
        "period": {"start": day(measurement.start), "end": day(measurement.end)},
        "value": written(measurement.value),
        "is_provisional": measurement.is_provisional,
        "is_inexact": measurement.is_inexact,
    }


def _refusal(name: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(Kind.BAD_PARAMETER, faults=[Fault(f"query.{name}", code, message, remedy)])


POLICY: Json = {
    "name": "policy",
    "in": "query",
    "required": False,
    "description": "The code of the policy to judge by: the version in force on that day as known then, else the method "
    "of this name with its usual thresholds. Left out: the target's own, its plan's, its organisation's, or the default.",
    "schema": {"type": "string", "examples": ["linear-path", "yinchuan-style"]},
}
INCLUDE: Json = {
    "name": "include",
    "in": "query",
    "required": False,
    "description": "`provisional` counts values that wait for review as well: those that you may see.",
    "schema": {"type": "string", "enum": [PROVISIONAL]},
}
