"""A verdict for whoever brings the numbers along: nothing is read, nothing is kept, nobody need sign in."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from targets.api.bodies import ExactParser, refuse_pieces
from targets.api.parameters import refuse_unknown
from targets.api.problems import Fault, Kind, Problem
from targets.api.schema import DescribesItself
from targets.api.v1.shapes import OneOf, Quantity, Shape
from targets.api.v1.values import Json
from targets.api.v1.verdicts import AnswerSerializer
from targets.models.base import in_chinese
from targets.rules.terms import (
    Accumulation,
    Comparator,
    Direction,
    Frequency,
    Measure,
    ObservationStatus,
    Quantifier,
)
from targets.rules.verdicts.answer import answer_of
from targets.rules.verdicts.fields import Refused
from targets.rules.verdicts.policies import DEFAULT
from targets.rules.verdicts.request import MOST_MILESTONES, MOST_OBSERVATIONS
from targets.rules.verdicts.terms import Method

SAID: Mapping[str, Promise] = {
    "bounds_reversed": gettext_lazy("The bounds stand in the wrong order."),
    "dates_reversed": gettext_lazy("Two days stand in the wrong order."),
    "missing": gettext_lazy("Something is missing here."),
    "negative": gettext_lazy("This number is below zero."),
    "not_a_date": gettext_lazy("This is not a day."),
    "not_a_number": gettext_lazy("This is not a number."),
    "number_too_long": gettext_lazy("This number is too long."),
    "too_long": gettext_lazy("This text is too long."),
    "too_many": gettext_lazy("These are too many."),
    "unknown_code": gettext_lazy("There is no such code."),
    "unknown_key": gettext_lazy("There is no such key."),
    "wrong_type": gettext_lazy("This is a value of another kind."),
}
"""What is wrong, by the code of a refusal; what would fit, the refusal says itself."""


class PolicyField(DescribesItself):
    """A policy by its name or by its settings."""

    component = "PreviewPolicy"

    def described(self) -> dict[str, Any]:
        names = {"type": "string", "enum": [DEFAULT.code, *(each.value for each in Method)]}
        return {
            "description": "The name of a method with its usual thresholds, `default` (the milestone path where there "
            "are milestones, else the straight line), or the settings that differ from the default.",
            "oneOf": [names | {"title": "By name"}, SETTINGS, {"type": "null"}],
        }


WHOLE: dict[str, Any] = {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\d+$"}
NUMBER: dict[str, Any] = {"$ref": "#/components/schemas/Quantity"}
SETTINGS: dict[str, Any] = {
    "title": "By settings",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "code": {"type": "string", "maxLength": 200, "default": "custom", "description": "Comes back in the answer."},
        "version": {**WHOLE, "default": 1, "description": "Comes back in the answer."},
        "method": {"$ref": "#/components/schemas/Method"},
        "thresholds": {
            "type": "object",
            "additionalProperties": False,
            "description": "Those that differ from the method's own; the meaning is that of `thresholds` in the answer.",
            "properties": {"ahead": NUMBER, "on_track": NUMBER, "behind": NUMBER, "far_behind": NUMBER},
        },
        "bare_as": {"$ref": "#/components/schemas/BareAs"},
        "over": {"$ref": "#/components/schemas/Over"},
        "approx_tolerance": {
            **NUMBER,
            "description": "The share of the number that about and close to allow where no tolerance is stated; 0.05 "
            "if left out.",
        },
        "max_age_days": {
            **WHOLE,
            "description": "Older data turn the light grey; by frequency if left out.",
        },
        "min_points": {
            **WHOLE,
            "description": "Values needed for a pace, the base included; as many as the method needs if left out.",
        },
        "include_provisional": {
            "type": "boolean",
            "default": False,
            "description": "Whether observations with the status `submitted` count too.",
        },
    },
}


class PreviewMilestoneSerializer(Shape):
    """What the target's own quantity should be on a day before the deadline."""

    date = serializers.DateField(help_text="The day.")
    value = Quantity(help_text="In the unit of the target.")


class PreviewTargetSerializer(Shape):
    """The promise. All numbers are in one plain unit; rates and percent changes are fractions: 0.06 is 6 %."""

    measure = OneOf(Measure)
    comparator = OneOf(Comparator, required=False, allow_null=True, help_text="Left out only where there is no number.")
    lower = Quantity(required=False, allow_null=True, help_text="For bare, eq, ge, gt, approx, near and between.")
    upper = Quantity(required=False, allow_null=True, help_text="For le, lt and between.")
    tolerance = Quantity(
        required=False, allow_null=True, help_text="How far eq, about or close to may reach, in the unit; not negative."
    )
    quantifier = OneOf(Quantifier, required=False, allow_null=True, help_text="`at_deadline` if left out.")
    base_value = Quantity(
        required=False, allow_null=True, help_text="The level on the base date, also for a change. Null is not zero."
    )
    base_date = serializers.DateField(
        required=False,
        allow_null=True,
        help_text="The day from which time and change count; else the day before start.",
    )
    start = serializers.DateField(required=False, allow_null=True, help_text="The first day of the plan or target.")
    deadline = serializers.DateField(
        required=False, allow_null=True, help_text="The last day; it still counts as before."
    )
    milestones = PreviewMilestoneSerializer(
        many=True, required=False, allow_null=True, help_text=f"At most {MOST_MILESTONES}."
    )


class PreviewIndicatorSerializer(Shape):
    """What is measured."""

    accumulation = OneOf(Accumulation)
    direction = OneOf(Direction, required=False, allow_null=True, help_text="`none` if left out.")
    frequency = OneOf(Frequency, required=False, allow_null=True, help_text="`unstated` if left out.")


class PreviewObservationSerializer(Shape):
    """A reported value. Of two for one period the later in the list is in force."""

    period_start = serializers.DateField(
        required=False, allow_null=True, help_text="The first day; for a figure as of a day, that day. Flows need it."
    )
    period_end = serializers.DateField(help_text="The last day. Periods that end after `as_of` are not seen.")
    value = Quantity(required=False, allow_null=True, help_text="Left out for an inexact figure.")
    comparator = OneOf(Comparator, required=False, allow_null=True, help_text="For an inexact figure, with its bounds.")
    lower = Quantity(required=False, allow_null=True, help_text="For an inexact figure: not below this.")
    upper = Quantity(required=False, allow_null=True, help_text="For an inexact figure: not above this.")
    numerator = Quantity(required=False, allow_null=True, help_text="For a ratio, in place of the value.")
    denominator = Quantity(required=False, allow_null=True, help_text="For a ratio, in place of the value.")
    status = OneOf(ObservationStatus, required=False, allow_null=True, help_text="`verified` if left out.")


class PreviewSerializer(Shape):
    """A question that brings everything along that the verdict needs."""

    target = PreviewTargetSerializer(help_text="What is promised.")
    indicator = PreviewIndicatorSerializer(help_text="What is measured.")
    observations = PreviewObservationSerializer(
        many=True, required=False, allow_null=True, help_text=f"What is known; at most {MOST_OBSERVATIONS}."
    )
    as_of = serializers.DateField(help_text="The day to judge.")
    policy = PolicyField(required=False)


EXAMPLE: Json = {
    "target": {
        "measure": "level",
        "comparator": "gt",
        "lower": "2000000",
        "base_value": "1200000",
        "base_date": "2025-12-31",
        "start": "2026-01-01",
        "deadline": "2030-12-31",
        "milestones": [{"date": "2028-12-31", "value": "1600000"}],
    },
    "indicator": {"accumulation": "annual_flow", "direction": "up", "frequency": "year"},
    "observations": [{"period_start": "2026-01-01", "period_end": "2026-12-31", "value": "1300000"}],
    "as_of": "2027-06-30",
    "policy": "linear-path",
}


class PreviewView(APIView):
    """The verdict on a target that is told in the question, by the same rule as everywhere; the register is not asked."""

    http_method_names: ClassVar[list[str]] = ["post"]  # type: ignore[misc]
    authentication_classes: ClassVar[list[Any]] = []  # type: ignore[misc]
    permission_classes: ClassVar[list[Any]] = [AllowAny]  # type: ignore[misc]
    parser_classes: ClassVar[list[Any]] = [ExactParser]  # type: ignore[misc]
    serializer_class = AnswerSerializer
    request_class = PreviewSerializer
    request_example = EXAMPLE
    shelf, part = "assessments", "preview"

    def post(self, request: Request) -> Response:
        refuse_unknown(request, {})
        refuse_pieces(request)
        return Response(_fitting(answer_of, request.data))


def _fitting(read: Any, given: object) -> Any:
    """What comes of the body; raises Problem naming the first place that does not fit."""
    try:
        return read(given)
    except Refused as refused:
        path = f"body.{refused.path}" if refused.path else "body"
        remedy = refused.message.say("zh" if in_chinese() else "en")
        raise Problem(Kind.DOES_NOT_FIT, faults=[Fault(path, refused.code, str(SAID[refused.code]), remedy)]) from None
