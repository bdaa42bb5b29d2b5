"""Filters by what waits for somebody, so that every number on the first page has its list."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from targets.access import own, verifiable
from targets.admin.base import OwnFilter
from targets.queries import needs
from targets.queries.days import now, today
from targets.rules.terms import PlanStatus


class WhoseFilter(OwnFilter):
    """Rows of organisations in which the user has work to do."""

    title = gettext_lazy("whose")
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", _("Kept or reported by my organisations"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return own(queryset, request.user) if self.value() == "mine" else queryset


class ArchivedFilter(OwnFilter):
    """Targets without those of archived plans, or those alone."""

    title = gettext_lazy("archived plans")
    parameter_name = "archived"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", _("Without archived plans")), ("yes", _("Of archived plans only"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "yes":
            return queryset.filter(plan__status=PlanStatus.ARCHIVED)
        return needs.in_open_plans(queryset) if self.value() == "no" else queryset


class MissingFilter(OwnFilter):
    """Targets that lack something a verdict rests on."""

    title = gettext_lazy("missing")
    parameter_name = "missing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("base", _("No base value")),
            ("value", _("No data")),
            ("verified", _("A value waits for review")),
            ("stale", _("Data too old")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "base":
                return needs.without_base(queryset, today(), now())
            case "value":
                return needs.without_data(queryset)
            case "verified":
                return needs.with_unverified_values(queryset)
            case "stale":
                return needs.with_stale_data(queryset)
        return queryset


class ReviewFilter(OwnFilter):
    """Values by what the user has to do with them."""

    title = gettext_lazy("review")
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("mine", _("I may verify them")), ("returned", _("Returned to me, not yet sent in anew"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "mine":
                return verifiable(queryset, request.user)
            case "returned":
                return needs.returned_to(queryset, request.user)
        return queryset


OF_TARGETS = (MissingFilter, WhoseFilter, ArchivedFilter)
OF_VALUES = (ReviewFilter, WhoseFilter)
OF_PLANS = (WhoseFilter,)
