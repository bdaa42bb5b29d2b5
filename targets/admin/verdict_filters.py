"""Filters of targets by their verdict: light, pace, attainment, the policy behind it, and what turned red of late."""

from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from targets.access import visible
from targets.admin.base import OwnFilter
from targets.admin.policy_words import called
from targets.models import AssessmentPolicy
from targets.models.base import choices
from targets.queries.days import now, today
from targets.queries.desk import RECENT
from targets.queries.needs import turned_red
from targets.rules.terms import Term
from targets.rules.verdicts.terms import Attainment, Light, Pace


class VerdictFilter(OwnFilter):
    """Targets whose stored verdict says so; a filter of one closed list."""

    terms: ClassVar[type[Term]]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return choices(self.terms)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        known = self.value() in [term.value for term in self.terms]
        return queryset.filter(**{f"assessment__{self.parameter_name}": self.value()}) if known else queryset


class LightFilter(VerdictFilter):
    """Targets by colour."""

    title = gettext_lazy("light")
    parameter_name = "light"
    terms = Light


class PaceFilter(VerdictFilter):
    """Targets by pace."""

    title = gettext_lazy("pace")
    parameter_name = "pace"
    terms = Pace


class AttainmentFilter(VerdictFilter):
    """Targets by whether their number is reached."""

    title = gettext_lazy("attainment")
    parameter_name = "attainment"
    terms = Attainment


class TurnedFilter(OwnFilter):
    """Targets that turned red of late and still are."""

    title = gettext_lazy("change of light")
    parameter_name = "turned"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("red", _("Turned red in the last seven days"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return turned_red(queryset, today() - RECENT) if self.value() == "red" else queryset


class PolicyFilter(OwnFilter):
    """Targets by the policy that judges them; offered are those that serve everywhere, and the one in the address."""

    title = gettext_lazy("assessment policy")
    parameter_name = "policy"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        everywhere = Q(plan=None, organisation=None, target=None)
        asked = request.GET.get(self.parameter_name or "", "")
        rows = AssessmentPolicy.objects.in_force(today(), now()).filter(everywhere | Q(code=asked.replace("\0", "")))
        return [(row.code, called(row)) for row in visible(rows, request.user).order_by("code")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        known = self.value() in [code for code, _name in self.lookup_choices]
        return queryset.filter(assessment__policy_code=self.value()) if known else queryset
