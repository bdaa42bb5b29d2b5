"""What a target means, read from its row and its revision."""

from typing import Any

from targets.models import Indicator, Series, Target, TargetRevision
from targets.rules.statements.reading import formal_reading
from targets.rules.statements.statement import Statement
from targets.rules.terms import Flag
from targets.rules.wording import Text

WITH_WHAT_A_READING_NEEDS = (
    "series__indicator",
    "series__area",
    "series__organisation",
    "parent__series__indicator",
    "reference_series__indicator",
)
"""What to select_related on targets, so that reading many costs no query each."""


def reading(target: Target, revision: TargetRevision) -> Text:
    """The plain sentence, in Chinese and English, of what the target promises in this revision."""
    return formal_reading(statement(target, revision))


def statement(target: Target, revision: TargetRevision) -> Statement:
    """The target as plain values, for the rules."""
    series, indicator = target.series, target.series.indicator
    return Statement(
        indicator=_name(indicator),
        unit=Text(indicator.unit, indicator.unit_en),
        measure=revision.measure,
        comparator=revision.comparator,
        lower=revision.lower,
        upper=revision.upper,
        tolerance=revision.tolerance,
        scale=revision.scale,
        quantifier=revision.quantifier,
        accumulation=indicator.accumulation,
        direction=indicator.direction,
        base_value=revision.base_value,
        base_date=revision.base_date,
        base_source=revision.base_source,
        deadline=revision.deadline,
        deadline_precision=revision.deadline_precision,
        deadline_source=revision.deadline_source,
        scope=_scope(series, revision),
        flags=tuple(revision.flags),
        modality=revision.modality,
        nature=revision.nature,
        stages=_stages(indicator),
        reference=_name(target.reference_series.indicator) if target.reference_series else None,
        part_of=_name(target.parent.series.indicator) if target.parent else None,
        **_class(indicator),
    )


def _name(named: Any) -> Text:
    return Text(named.name, named.name_en)


def _scope(series: Series, revision: TargetRevision) -> Text | None:
    """The scope, unless the document leaves it open: then the series stands on the plan's own area only for filing."""
    return None if Flag.SCOPE_UNCLEAR in revision.flags or series.scope is None else _name(series.scope)


def _stages(indicator: Indicator) -> tuple[Text, ...]:
    english = indicator.stages_en or [""] * len(indicator.stages)
    return tuple(Text(zh, en) for zh, en in zip(indicator.stages, english, strict=True))


def _class(indicator: Indicator) -> dict[str, Any]:
    if not indicator.class_comparator:
        return {}
    attribute = Text(indicator.class_attribute, indicator.class_attribute_en) if indicator.class_attribute else None
    return {
        "class_attribute": attribute,
        "class_comparator": indicator.class_comparator,
        "class_threshold": indicator.class_threshold,
        "class_unit": Text(indicator.class_unit, indicator.class_unit_en),
    }
