"""For each rule of the database a row that breaks it, and nothing else, by the name of the rule."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.db.models.expressions import RawSQL

from targets.models import (
    Area,
    AreaPart,
    AssessmentPolicy,
    Citation,
    Indicator,
    Membership,
    Milestone,
    Observation,
    Organisation,
    Plan,
    Responsibility,
    Series,
    Source,
    Target,
    TargetRevision,
    Task,
    Update,
)
from targets.models.triggers import MESSAGES
from targets.rules.terms import (
    Accumulation,
    BaseSource,
    Comparator,
    DateSource,
    Measure,
    ObservationStatus,
    ResponsibilityRole,
    Role,
    TaskKind,
)
from targets.services import records
from tests.make import (
    make_area,
    make_citation,
    make_indicator,
    make_milestone,
    make_observation,
    make_organisation,
    make_plan,
    make_policy,
    make_series,
    make_source,
    make_target,
    make_task,
    make_user,
    observation,
    policy,
    revision,
)

NOW = datetime(2027, 1, 1, tzinfo=UTC)

UNSAVED: dict[type[Model], Callable[[], Any]] = {
    Membership: lambda: Membership(user=make_user(), organisation=make_organisation(), role=Role.VIEWER),
    Area: lambda: Area(code="a", name="甲"),
    AreaPart: lambda: AreaPart(whole=make_area(), part=make_area()),
    Indicator: lambda: Indicator(code="i", name="甲", accumulation=Accumulation.STOCK),
    Series: lambda: Series(code="s", indicator=make_indicator(), area=make_area()),
    Observation: lambda: observation(recorded_at=NOW),
    Organisation: lambda: Organisation(code="o", name="甲"),
    Plan: lambda: Plan(code="p", name="甲"),
    Source: lambda: Source(code="d", title="甲"),
    Citation: lambda: Citation(source=make_source()),
    Target: lambda: Target(code="t", plan=make_plan(), series=make_series()),
    TargetRevision: lambda: revision(target=make_target(), number=2, reason="调整", recorded_at=NOW),
    Milestone: lambda: Milestone(
        target=make_target(), day=date(2028, 1, 1), value=1, effective_date=date(2026, 1, 1), recorded_at=NOW
    ),
    Task: lambda: Task(code="k", plan=make_plan(), name="甲", kind=TaskKind.TASK),
    Update: lambda: Update(task=make_task(), day=date(2026, 1, 1), progress="甲", recorded_at=NOW),
    Responsibility: lambda: Responsibility(
        task=make_task(), organisation=make_organisation(), role=ResponsibilityRole.LEAD
    ),
    AssessmentPolicy: lambda: policy(number=1, recorded_at=NOW),
}
"""A row of each kind that breaks nothing."""


def but(model: type[Model], **fields: Any) -> Any:
    """A row that breaks nothing, but for these fields."""
    return changed(UNSAVED[model](), **fields)


def changed(row: Any, **fields: Any) -> Any:
    for name, value in fields.items():
        setattr(row, name, value)
    return row


def again(row: Any, **fields: Any) -> Any:
    """The same row once more, but for these fields."""
    copy = changed(type(row).objects.get(pk=row.pk), pk=None, **fields)
    copy._state.adding = True
    return copy


def circle(make: Callable[..., Any], link: str = "parent", **fields: Any) -> Any:
    """A row that is moved below its own grandchild."""
    top = make(**fields)
    middle = make(**fields | {link: top})
    return changed(top, **{link: make(**fields | {link: middle})})


def circle_of_parts() -> AreaPart:
    top, middle, bottom = make_area(), make_area(), make_area()
    for whole, part in ((top, middle), (middle, bottom)):
        records.create(AreaPart(whole=whole, part=part), by=None)
    return AreaPart(whole=bottom, part=top)


def circle_of_ratios() -> Indicator:
    plain, ratio = make_indicator(), make_indicator(accumulation=Accumulation.RATIO)
    higher = make_indicator(accumulation=Accumulation.RATIO, numerator=plain, denominator=ratio)
    return changed(ratio, numerator=plain, denominator=higher)


def circle_of_targets(link: str) -> Target:
    plan = make_plan()
    return circle(lambda **fields: make_target(plan, **fields), link)


def stages() -> Indicator:
    return make_indicator(accumulation=Accumulation.STAGE, stages=["开工", "竣工"])


def staged_target() -> Target:
    says = {"measure": Measure.STAGE, "comparator": Comparator.EQ, "lower": Decimal(2), "scale": 1}
    return make_target(series=make_series(indicator=stages()), says=says)


def reported(**fields: Any) -> Observation:
    """A value that was sent in, changed to what it may not become."""
    return changed(make_observation(verified=False), **fields)


def correction_elsewhere() -> Observation:
    return but(Observation, supersedes=make_observation())


def second_number() -> Task:
    first = make_task(number="五")
    return Task(code="k", plan=first.plan, name="乙", kind=TaskKind.TASK, number="五")


def elsewhere(model: type[Model], link: str, make: Callable[[], Any]) -> Any:
    """A row that points into another plan."""
    return but(model, **{link: make()})


BREACHES: dict[str, Callable[[], Any]] = {
    "membership_unique": lambda: again(records.create(UNSAVED[Membership](), by=None)),
    "area_no_cycle": lambda: circle(make_area),
    "areapart_unique": lambda: again(records.create(UNSAVED[AreaPart](), by=None)),
    "areapart_not_itself": lambda: AreaPart(whole=(area := make_area()), part=area),
    "areapart_no_cycle": circle_of_parts,
    "indicator_class_whole": lambda: but(Indicator, class_comparator=Comparator.GE),
    "indicator_stages_named": lambda: but(Indicator, accumulation=Accumulation.STAGE),
    "indicator_stages_en_match": lambda: but(Indicator, stages=["开工", "竣工"], stages_en=["begun"]),
    "indicator_ratio_whole": lambda: but(Indicator, accumulation=Accumulation.RATIO, numerator=make_indicator()),
    "indicator_no_cycle": circle_of_ratios,
    "indicator_stages_kept": lambda: changed(make_series(indicator=stages()).indicator, stages=["开工"]),
    "series_one_scope": lambda: but(Series, organisation=make_organisation()),
    "series_unique": lambda: again(make_series(), code="s"),
    "series_stays_itself": lambda: changed(make_observation().series, breakdown="女"),
    "observation_one_verified": lambda: again(make_observation()),
    "observation_one_submitted": lambda: again(make_observation(verified=False)),
    "observation_period_in_order": lambda: but(Observation, period_start=date(2027, 1, 1)),
    "observation_bounds_fit_comparator": lambda: but(Observation, comparator=Comparator.GE),
    "observation_ratio_whole": lambda: but(Observation, numerator=1, denominator=0),
    "observation_status_has_time": lambda: but(Observation, status=ObservationStatus.VERIFIED),
    "observation_times_in_order": lambda: but(
        Observation, status=ObservationStatus.VERIFIED, verified_at=NOW - timedelta(seconds=1)
    ),
    "observation_excluded_bound_there": lambda: but(Observation, upper_excluded=True),
    "observation_return_has_reason": lambda: but(Observation, status=ObservationStatus.RETURNED, returned_at=NOW),
    "observation_value_fixed": lambda: reported(value=Decimal(1)),
    "observation_steps": lambda: changed(
        make_observation(), status=ObservationStatus.SUBMITTED, verified_at=None, verified_by=None
    ),
    "observation_corrects_same_series": correction_elsewhere,
    "observation_is_a_stage": lambda: but(Observation, series=make_series(indicator=stages()), value=Decimal(3)),
    "organisation_no_cycle": lambda: circle(make_organisation),
    "plan_period_in_order": lambda: but(
        Plan, period_start=date(2027, 1, 1), period_end=date(2026, 1, 1), period_source=DateSource.STATED
    ),
    "plan_period_has_source": lambda: but(Plan, period_end=date(2026, 1, 1)),
    "plan_no_cycle": lambda: circle(make_plan, "derived_from"),
    "citation_place_unique": lambda: again(make_citation()),
    "target_no_cycle": lambda: circle_of_targets("parent"),
    "target_derivation_no_cycle": lambda: circle_of_targets("derived_from"),
    "target_plan_fixed": lambda: changed(make_target(), plan=make_plan()),
    "target_task_same_plan": lambda: elsewhere(Target, "task", make_task),
    "target_parent_same_plan": lambda: elsewhere(Target, "parent", make_target),
    "target_has_revision": lambda: UNSAVED[Target](),
    "revision_number_unique": lambda: but(TargetRevision, number=1),
    "revision_one_in_force": lambda: again(make_target().revisions.get(), number=2, reason="调整"),
    "revision_bounds_fit_comparator": lambda: but(TargetRevision, comparator=Comparator.LE),
    "revision_number_or_words": lambda: but(TargetRevision, comparator="", lower=None),
    "revision_tolerance_fits": lambda: but(TargetRevision, tolerance=Decimal(1)),
    "revision_deadline_whole": lambda: but(TargetRevision, deadline_precision=""),
    "revision_deadline_after_base": lambda: but(TargetRevision, base_date=date(2031, 1, 1)),
    "revision_base_whole": lambda: but(TargetRevision, base_value=Decimal(0)),
    "revision_scale_positive": lambda: but(TargetRevision, scale=Decimal(0)),
    "revision_reason_given": lambda: but(TargetRevision, reason=""),
    "revision_first_stands": lambda: but(TargetRevision, number=0),
    "revision_is_a_stage": lambda: again(
        staged_target().revisions.get(), number=2, reason="调整", recorded_at=NOW, lower=Decimal("1.5")
    ),
    "milestone_one_in_force": lambda: again(make_milestone(make_target())),
    "milestone_says_something": lambda: but(Milestone, value=None),
    "milestone_is_a_stage": lambda: but(Milestone, target=staged_target(), value=Decimal(0)),
    "append_only": lambda: changed(make_target().revisions.get(), lower=Decimal(1)),
    "task_number_unique_among_siblings": second_number,
    "task_no_cycle": lambda: circle(make_task, plan=make_plan()),
    "task_plan_fixed": lambda: changed(make_task(), plan=make_plan()),
    "task_parent_same_plan": lambda: elsewhere(Task, "parent", make_task),
    "update_says_something": lambda: but(Update, progress=""),
    "responsibility_for_one_thing": lambda: but(Responsibility, target=make_target()),
    "responsibility_unique": lambda: again(records.create(UNSAVED[Responsibility](), by=None)),
    "target_weight_not_negative": lambda: changed(make_target(), weight=Decimal(-1)),
    "policy_number_unique": lambda: again(make_policy(), effective_date=date(2021, 1, 1)),
    "policy_one_in_force": lambda: again(make_policy(), number=2, reason="调整"),
    "policy_one_a_plan": lambda: again(make_policy(plan=make_plan()), code="other"),
    "policy_one_a_organisation": lambda: again(make_policy(organisation=make_organisation()), code="other"),
    "policy_one_a_target": lambda: again(make_policy(target=make_target()), code="other"),
    "policy_one_scope": lambda: but(AssessmentPolicy, plan=make_plan(), organisation=make_organisation()),
    "policy_default_everywhere": lambda: but(AssessmentPolicy, code="default", plan=make_plan()),
    "policy_tolerance_fits": lambda: but(AssessmentPolicy, approx_tolerance=Decimal(1)),
    "policy_reason_given": lambda: again(make_policy(), number=2, recorded_at=NOW),
    "policy_first_stands": lambda: but(AssessmentPolicy, withdrawn=True),
    "policy_append_only": lambda: changed(make_policy(), name="另一规则"),
    "policy_keeps_its_place": lambda: again(make_policy(), number=2, reason="调整", recorded_at=NOW, plan=make_plan()),
    "demo_stays_demo": lambda: changed(make_plan(), code="demo-plan"),
}


FITTING: dict[str, dict[str, Any]] = {
    "class_threshold": {"class_comparator": Comparator.GE, "class_unit": "元"},
    "base_value": {"base_date": date(2025, 1, 1), "base_source": BaseSource.STATED},
    "lower": {"comparator": Comparator.GE, "value": None},
    "upper": {"comparator": Comparator.LE, "value": None, "lower": None},
    "tolerance": {"comparator": Comparator.APPROX},
}
"""What else has to be in the row, so that a number in the field breaks no other rule."""


def closed_lists() -> Iterator[tuple[str, type[Model], str, Any]]:
    """Rules that follow from the kind of a field: their name, the model, the field, and what it must not hold."""
    for model in UNSAVED:
        for constraint in model._meta.constraints:
            _, _, rest = constraint.name.partition("_")
            if rest == "flags_known":
                yield constraint.name, model, "flags", ["no-such-flag"]
            elif rest == "code_form":
                yield constraint.name, model, "code", "Not A Code"
            elif rest == "quantities_are_numbers":
                for field in constraint.condition.children:
                    yield constraint.name, model, field[0].partition("__")[0], RawSQL("'NaN'::numeric", [])
            elif rest.endswith("_known"):
                yield constraint.name, model, rest.removesuffix("_known"), "no-such-code"


def all_rules() -> set[str]:
    """The name of every constraint, and of every rule of a trigger."""
    constraints = {constraint.name for model in UNSAVED for constraint in model._meta.constraints}
    return constraints | set(MESSAGES)
