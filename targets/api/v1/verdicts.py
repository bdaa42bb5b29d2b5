"""The verdict on a target: how it looks, and how lists are filtered by it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework import serializers

from targets.api.parameters import AnyOf, Filters
from targets.api.problems import Fault, Kind, Problem
from targets.api.times import Times
from targets.api.v1.shapes import OneOf, Quantity, SentenceSerializer, Shape
from targets.api.v1.values import Json
from targets.models import Target
from targets.queries.questions import judged
from targets.queries.verdicts import stored
from targets.rules.terms import Term
from targets.rules.verdicts.answer import answer
from targets.rules.verdicts.assessment import Assessment
from targets.rules.verdicts.terms import Attainment, Light, Method, Pace, Reason, VerdictFlag

SHARE = (
    "A share of the way from the base to the target: 0.25 is a quarter. It is not cut: above 1 the target is passed, "
)
SHARE += "below 0 the value has moved away. Null where there is no base or no way to go."
POINTS = "What the numbers mean depends on the method; those of the method's own are given where the policy sets none."


class PeriodsSerializer(Shape):
    """How many periods have a value, of those that should have one by now."""

    reported = serializers.IntegerField(help_text="Periods since the base date that have a value.")
    due = serializers.IntegerField(
        help_text="Periods since the base date that have ended, by the indicator's frequency."
    )


class ThresholdsSerializer(Shape):
    """Where one pace ends and the next begins. A threshold that the method does not know is left out.

    * Paths: gaps in points. Ahead from `ahead` up, on track above `on_track`, behind from there down to and including
      `behind`, far behind below; moving away at `far_behind` or lower is regressing.
    * Growth ratios: on track from `on_track` up, behind from `behind` up, far behind from `far_behind` up, else regressing.
    * Five-year trend: the part of the distance that may be missed, in per cent.
    """

    ahead = Quantity(required=False, help_text="Ahead from here up.")
    on_track = Quantity(required=False, help_text="On track above this gap, or from this ratio up.")
    behind = Quantity(required=False, help_text="Behind down to this gap, or from this ratio up.")
    far_behind = Quantity(required=False, help_text="Regressing at this gap or lower, or below this ratio.")


class PolicyVersionSerializer(Shape):
    """The version of a policy by which a verdict was found."""

    code = serializers.CharField(help_text="The code of the policy; see `assessment-policies/`.")
    version = serializers.IntegerField(help_text="Its version; 1 is the first.")


class AnswerSerializer(Shape):
    """What the rule says of a target. Numbers have at most ten decimals, and are null where a thing is not defined.

    Attainment and pace are two answers and never folded into one; the light is for the eye. docs/why-verdict.md gives
    the formulas with their sources.
    """

    attainment = OneOf(Attainment)
    pace = OneOf(Pace)
    light = OneOf(Light)
    reason = OneOf(Reason)
    value = Quantity(
        allow_null=True,
        help_text="The value that counts, of the target's own quantity and in its unit: of an increment the increase, "
        "of a growth the rate. Null while there is none.",
    )
    period_end = serializers.DateField(allow_null=True, help_text="The last day of the period of that value.")
    achieved_share = Quantity(allow_null=True, help_text=f"p = (value - base) / (target - base). {SHARE}")
    expected_share = Quantity(
        allow_null=True, help_text="τ: the share that the path expects on the day of the value. Null without a path."
    )
    expected_value = Quantity(allow_null=True, help_text="The value that the path expects on that day, in the unit.")
    gap_points = Quantity(
        allow_null=True,
        help_text="100 · (p - τ), in percentage points: positive is ahead of the path, negative behind.",
    )
    gap_value = Quantity(allow_null=True, help_text="The same in the unit of the target; positive is good.")
    required_annual_change = Quantity(
        allow_null=True,
        help_text="What each year from the value to the deadline must bring, in the unit: "
        "(target - value) / years left. Null once met.",
    )
    observed_annual_change = Quantity(
        allow_null=True,
        help_text="What each year since the base has brought, in the unit: (value - base) / years gone.",
    )
    required_to_observed = Quantity(
        allow_null=True, help_text="The required change over the observed one: 2 says that the pace must double."
    )
    forecast_value = Quantity(
        allow_null=True,
        help_text="The value at the deadline if each year brings what the years since the base brought.",
    )
    forecast_meets = serializers.BooleanField(allow_null=True, help_text="Whether that forecast meets the target.")
    data_age_days = serializers.IntegerField(
        allow_null=True, help_text="Days from the end of the value's period to the day judged."
    )
    coverage = PeriodsSerializer(
        allow_null=True, help_text="Null where the indicator has no frequency or there is no base date."
    )
    flags = serializers.ListField(child=OneOf(VerdictFlag), help_text="What was assumed, or what to mind.")
    method = OneOf(Method)
    thresholds = ThresholdsSerializer(help_text=f"The thresholds that were applied. {POINTS}")
    policy = PolicyVersionSerializer(help_text="By which version of which policy it was judged.")
    sentence = SentenceSerializer(
        help_text="The verdict in one or two sentences, with its inputs, method and boundary."
    )


class VerdictSerializer(AnswerSerializer):
    """The verdict on a target of the register, and the day it holds for."""

    judged_on = serializers.DateField(help_text="The day for which it was judged.")


def show_verdict(verdict: Assessment, judged_on: date) -> Json:
    return {**answer(verdict), "judged_on": judged_on.isoformat()}


def verdicts_on(rows: Iterable[Target], times: Times, *, is_now: bool) -> dict[int, Json]:
    """By target: the kept verdicts where it is asked for now, else those of the day asked for; a constant number of
    queries. The targets are loaded with plan, indicator and the revision in force then.
    """
    if is_now:
        return {key: show_verdict(each.verdict, each.judged_on) for key, each in stored(rows).items()}
    found = judged(Target.objects.filter(pk__in=[row.pk for row in rows]), day=times.day, known_at=times.known_at)
    return {each.target.pk: show_verdict(each.assessment, times.day) for each in found}


class OfVerdict(AnyOf):
    """One of these codes in the verdict."""

    def __init__(self, terms: type[Term], means: str) -> None:
        super().__init__(terms, f"{means} With `as_of` or `known_at` it needs `plan` or `organisation` beside it.")

    def filter(self, rows: QuerySet[Any], values: list[str]) -> QuerySet[Any]:
        return rows  # by `fitting`, once the times are known


BY_VERDICT = {
    "light": OfVerdict(Light, "Targets with this light."),
    "pace": OfVerdict(Pace, "Targets with this pace."),
    "attainment": OfVerdict(Attainment, "Targets that are so far."),
}
"""Parameters that speak about the verdict."""


def wanted_verdicts(filters: Filters) -> dict[str, list[str]]:
    """What the request wants of verdicts, by the name of the parameter."""
    return {name: filters.form.cleaned_data[name] for name in filters.given if name in BY_VERDICT}


def fitting(rows: QuerySet[Any], wanted: dict[str, list[str]], times: Times) -> QuerySet[Any]:
    """Those whose verdict for the times asked for is one of those wanted; each of them is judged."""
    found = judged(rows, day=times.day, known_at=times.known_at)
    keys = [
        each.target.pk
        for each in found
        if all(getattr(each.assessment, name) in values for name, values in wanted.items())
    ]
    return rows.filter(pk__in=keys)


def refuse_endless(wanted: Iterable[str], given: Iterable[str]) -> None:
    """Raises Problem unless a plan or an organisation bounds what would have to be judged."""
    if not {"plan", "organisation"}.isdisjoint(given):
        return
    message = _("For another day or moment, verdicts can be asked only of one plan or one organisation.")
    remedy = _("Add plan or organisation, or leave as_of and known_at out.")
    raise Problem(Kind.BAD_PARAMETER, faults=[Fault(f"query.{name}", "too_wide", message, remedy) for name in wanted])
