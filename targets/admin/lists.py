"""Columns and filters that lists have in common."""

import re
from typing import Any

from django.contrib.admin.options import IncorrectLookupParameters
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import ExtractYear
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from targets.access import visible
from targets.admin.base import LongFilter, OwnFilter
from targets.admin.fields import is_key
from targets.models import TargetRevision
from targets.models.base import DEMO_PREFIX, choices, label
from targets.queries.days import now, today
from targets.queries.needs import NEAR, due
from targets.queries.organisations import concerning, with_those_below
from targets.rules.terms import Flag, Measure, Modality


class RowFilter(LongFilter):
    """Rows that belong to one of many others, found by typing; none is offered or named that the user may not see."""

    def choices(self, changelist: Any) -> Any:
        for choice in super().choices(changelist):
            for field in choice["form"].fields.values():
                offer(field, self.request.user, changelist)
            yield choice

    def spoken(self, changelist: Any) -> str:
        """The row that is asked for, in words."""
        return named(self.field.remote_field.model, self.value(), self.request.user, changelist)


def offer(field: Any, user: Any, changelist: Any) -> None:
    """Lets a field name only rows that the user may see, in words that tell them apart."""
    other = changelist.model_admin.admin_site.get_model_admin(field.queryset.model)
    field.queryset = visible(field.queryset.select_related(*other.label_needs), user)
    field.label_from_instance = other.label_of


def named(model: Any, key: Any, user: Any, changelist: Any) -> str:
    """A row in words; as the address says it where there is none that the user may see."""
    other = changelist.model_admin.admin_site.get_model_admin(model)
    rows = visible(model._default_manager.select_related(*other.label_needs), user)
    row = rows.filter(pk=key).first() if is_key(str(key)) else None
    return other.label_of(row) if row else str(key)


class DemoFilter(OwnFilter):
    """The record, or the demonstration."""

    title = gettext_lazy("demonstration")
    parameter_name = "demo"
    code = "code"
    """The path to the code that tells."""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", _("The record only")), ("yes", _("Demonstration only"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        begins = {f"{self.code}__startswith": DEMO_PREFIX}
        if self.value() == "yes":
            return queryset.filter(**begins)
        return queryset.exclude(**begins) if self.value() == "no" else queryset


def demo_by(path: str) -> type[DemoFilter]:
    """The filter for rows whose code stands elsewhere."""
    return type("DemoFilter", (DemoFilter,), {"code": path})


class FlagFilter(OwnFilter):
    """Rows on which the text leaves something open."""

    title = gettext_lazy("flag")
    parameter_name = "flag"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("any", _("Any flag")), *choices(Flag)]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        return self.flagged(
            queryset, {"flags__len__gt": 0} if self.value() == "any" else {"flags__contains": [self.value()]}
        )

    def flagged(self, queryset: QuerySet[Any], condition: dict[str, Any]) -> QuerySet[Any]:
        return queryset.filter(**condition)


class TargetFlagFilter(FlagFilter):
    """The same for targets, whose flags stand in the revision in force."""

    def flagged(self, queryset: QuerySet[Any], condition: dict[str, Any]) -> QuerySet[Any]:
        return saying(queryset, **condition)


class MeasureFilter(OwnFilter):
    """Targets by the kind of their number."""

    title = gettext_lazy("measure")
    parameter_name = "measure"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return choices(Measure)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return saying(queryset, measure=self.value()) if self.value() else queryset


class ModalityFilter(OwnFilter):
    """Targets by how firmly they are promised."""

    title = gettext_lazy("modality")
    parameter_name = "modality"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return choices(Modality)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return saying(queryset, modality=self.value()) if self.value() else queryset


class SubtreeFilter(RowFilter):
    """Rows that concern an organisation or one below it: which it issued, keeps, answers for, or whose figures they are."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.title = _("organisation, with those below it")

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() is None:
            return queryset
        key = str(self.value())
        if not is_key(key):
            raise IncorrectLookupParameters(key)
        return queryset.filter(concerning(queryset.model, with_those_below([int(key)]), request.user))


class DeadlineFilter(OwnFilter):
    """Targets by their deadline: near, passed, none, or by its year."""

    title = gettext_lazy("deadline")
    parameter_name = "deadline"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        dated = visible(TargetRevision.objects.filter(deadline__isnull=False), request.user)
        years = dated.order_by().annotate(year=ExtractYear("deadline")).values_list("year", flat=True).distinct()
        days = _("Within %(days)d days") % {"days": NEAR.days}
        fixed = [("near", days), ("passed", _("Passed")), ("none", _("No deadline"))]
        return [*fixed, *((str(year), str(year)) for year in sorted(years))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        match self.value():
            case "near":
                return due(queryset, today(), now())
            case "passed":
                return saying(queryset, deadline__lt=today())
            case "none":
                return saying(queryset, deadline__isnull=True)
        return saying(queryset, deadline__year=self.value()) if self.value() else queryset

    def understands(self, asked: str) -> bool:
        """A year in which nothing falls due is a question too."""
        return re.fullmatch(r"[1-9]\d{3}", asked) is not None


class BaseFilter(OwnFilter):
    """Targets with and without a base value."""

    title = gettext_lazy("base value")
    parameter_name = "base"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", _("With base")), ("no", _("Without base"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return saying(queryset, base_value__isnull=self.value() == "no") if self.value() else queryset


def saying(targets: QuerySet[Any], **condition: Any) -> QuerySet[Any]:
    """Targets whose revision in force today meets the condition."""
    in_force = TargetRevision.objects.in_force(today(), now()).filter(target=OuterRef("pk"), **condition)
    return targets.filter(Exists(in_force))


def chips(flags: Any) -> SafeString:
    """Flags in words."""
    words = [(label(flag),) for flag in Flag if flag in flags]
    return format_html_join(" ", '<span class="chip chip-flag">{}</span>', words)


def chips_brief(flags: Any) -> SafeString | str:
    """The first flag in words and how many more there are; all of them where the pointer rests, and on paper."""
    words = [label(flag) for flag in Flag if flag in flags]
    if not words:
        return ""
    more = f" +{len(words) - 1}" if len(words) > 1 else ""
    return format_html(
        '<span class="chip chip-flag on-screen" title="{}">{}{}</span><span class="on-paper">{}</span>',
        *("、".join(words), words[0], more, "、".join(words)),
    )


def one_line(text: Any) -> SafeString:
    """A text of which a narrow column shows the beginning; all of it where the pointer rests, and on paper."""
    return format_html('<span class="one-line" title="{}">{}</span>', text, text)


def place(citation: Any) -> Any:
    """Where in the source it stands, with a link there."""
    if citation is None:
        return "—"
    url = reverse("admin:targets_citation_change", args=[citation.pk])
    return format_html(
        '<a class="place" href="{}" title="{}">{}</a>', url, citation.source.title, citation.place or "—"
    )
