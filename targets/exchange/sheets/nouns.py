"""Which columns the list of each noun has in a file."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from targets.exchange.sheets.columns import Column, code, fields, term
from targets.models import (
    Assessment,
    Indicator,
    Observation,
    Organisation,
    Plan,
    Series,
    Source,
    Target,
    TargetRevision,
    Task,
)
from targets.models.base import in_chinese
from targets.queries.days import now, today
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS, reading
from targets.rules.terms import Measure
from targets.rules.verdicts.terms import Reason


@dataclass(frozen=True)
class Sheet:
    """The columns of a noun and what they read from other tables."""

    columns: tuple[Column, ...]
    needs: tuple[str, ...] = ()

    def load(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with all that the columns read."""
        loaded = rows.select_related(*self.needs) if self.needs else rows
        return loaded.with_revision(today(), now()) if rows.model is Target else loaded  # type: ignore[attr-defined]


def _reading(target: Any) -> str | None:
    if target.revision is None:
        return None
    text = reading(target, target.revision)
    return text.say("zh" if in_chinese() else "en")


def _reason(target: Any) -> str | None:
    kept = getattr(target, "assessment", None)
    return None if kept is None else term(Reason, kept.reason)


def _is_rate(row: Any) -> bool:
    """Whether the indicator of the row is counted in per cent."""
    return str(row.series.indicator.unit) == "%"


def _is_growth(target: Any) -> bool:
    """Whether the number that a target promises is a rate, of its own kind or by its unit."""
    growth = target.revision is not None and target.revision.measure in (Measure.PERCENT_CHANGE, Measure.ANNUAL_GROWTH)
    return growth or _is_rate(target)


CITED = "citation__source"
SCOPE = (
    code(_("code of the indicator"), "indicator"),
    *fields(Series, "indicator", "area", "organisation", "breakdown", "basis"),
    *fields(Indicator, "unit", "accumulation", within="indicator"),
)


def _of_series(*columns: Column) -> tuple[Column, ...]:
    """The same columns for rows that hang on a series."""
    return tuple(Column(each.heading, partial(_from_series, each)) for each in columns)


def _from_series(column: Column, row: Any) -> Any:
    return column.take(row.series)


SHEETS: dict[type[Model], Sheet] = {
    Plan: Sheet(
        (
            *fields(Plan, "code", "name", "name_en", "status", "document_number", "issuer", "owner", "area"),
            *fields(Plan, "period_start", "period_end", "period_source", "issued_on"),
            *fields(Plan, "stated_action_count", "stated_count", "stated_wording", "flags", "citation", "note"),
        ),
        ("issuer", "owner", "area", CITED),
    ),
    Task: Sheet(
        (
            code(_("code of the plan"), "plan"),
            *fields(Task, "plan", "code", "kind", "number", "name", "name_en", "group", "parent", "aim"),
            *fields(Task, "stated_count", "stated_wording", "flags", "citation", "note"),
        ),
        ("plan", "parent", CITED),
    ),
    Target: Sheet(
        (
            code(_("code of the plan"), "plan"),
            *fields(Target, "plan", "task", "code"),
            *_of_series(*SCOPE),
            *fields(TargetRevision, "wording", within="revision"),
            Column(_("formal reading"), _reading),
            *fields(TargetRevision, "measure", "comparator", within="revision"),
            *fields(TargetRevision, "lower", "upper", "tolerance", within="revision", percent=_is_growth),
            *fields(TargetRevision, "quantifier", "modality", "nature", within="revision"),
            *fields(TargetRevision, "base_value", within="revision", percent=_is_rate),
            *fields(TargetRevision, "base_date", "base_source", within="revision"),
            *fields(TargetRevision, "deadline", "deadline_precision", "deadline_source", within="revision"),
            *fields(Assessment, "light", "pace", "attainment", within="assessment"),
            *fields(Assessment, "value", within="assessment", percent=_is_growth),
            *fields(Assessment, "period_end", within="assessment"),
            *fields(Assessment, "achieved_share", "expected_share", within="assessment", percent=lambda row: True),
            *fields(Assessment, "gap_points", within="assessment"),
            Column(_("reason of the verdict"), _reason),
            *fields(Assessment, "policy_code", "judged_on", within="assessment"),
            *fields(TargetRevision, "flags", "citation", within="revision"),
            *fields(Target, "note"),
        ),
        ("plan", "task", "assessment", *WITH_WHAT_A_READING_NEEDS),
    ),
    Series: Sheet(
        (*fields(Series, "code"), *SCOPE, *fields(Series, "flags", "note")), ("indicator", "area", "organisation")
    ),
    Observation: Sheet(
        (
            code(_("code of the series"), "series"),
            *_of_series(*SCOPE),
            *fields(Observation, "period_start", "period_end", "period_source", "wording", "comparator"),
            *fields(Observation, "value", "lower", "upper", percent=_is_rate),
            *fields(Observation, "upper_excluded", "numerator", "denominator", "status"),
            *fields(Observation, "reported_by", "recorded_at", "verified_at", "returned_at", "return_reason"),
            *fields(Observation, "superseded_at", "flags", "citation", "note"),
        ),
        ("series__indicator", "series__area", "series__organisation", "reported_by", CITED),
    ),
    Indicator: Sheet(
        (
            *fields(Indicator, "code", "name", "name_en", "unit", "unit_en", "accumulation", "direction", "frequency"),
            *fields(Indicator, "definition", "class_attribute", "class_comparator", "class_threshold", "class_unit"),
            *fields(Indicator, "flags", "citation", "note"),
        ),
        (CITED,),
    ),
    Organisation: Sheet(
        (
            *fields(Organisation, "code", "name", "name_en", "level"),
            code(_("code of the parent"), "parent"),
            *fields(Organisation, "parent", "citation"),
        ),
        ("parent", CITED),
    ),
    Source: Sheet(fields(Source, "code", "title", "title_en", "kind", "publisher", "published_on", "url", "note")),
}
