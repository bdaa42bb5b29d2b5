"""Every quantity of the source stands in the register as the source says it, and nothing else does."""

from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any

import pytest

from targets.models import Assessment, Citation, Indicator, Observation, Plan, Series, Target, TargetRevision, Task
from targets.queries.days import now
from targets.rules.terms import Flag, ObservationStatus, PlanStatus
from targets.rules.verdicts.terms import Light, Reason
from tests.inventory import INVENTORY, NOT_QUANTITIES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

OF_KIND = {kind: [row for row in INVENTORY if row["kind"] == kind] for kind in ("target", "observation", "count")}
AMBIGUITIES = set(Flag) - {Flag.TEXT_SUSPECT, Flag.TEXT_INCOMPLETE, Flag.SUMMARY_ONLY}


def number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def revision_of(row: dict[str, Any]) -> TargetRevision:
    return TargetRevision.objects.in_force(date(2026, 2, 24), now()).get(target__code=row["target"])


@pytest.mark.parametrize("row", OF_KIND["target"], ids=lambda row: row["id"])
def test_a_target_says_what_the_source_says(row: dict[str, Any]) -> None:
    said, target = revision_of(row), Target.objects.get(code=row["target"])

    assert (said.wording, said.measure, said.comparator) == (row["wording"], row["measure"], row["comparator"])
    assert (said.lower, said.upper) == (number(row["lower"]), number(row["upper"]))
    assert (said.scale, target.series.indicator.unit) == (Decimal(row["scale"]), row["unit"])
    assert (said.deadline, said.deadline_source) == (day(row["deadline"]), row["deadline_source"])
    assert target.series.scope.code == row["scope"]
    assert set(row["flags"]) <= set(said.flags)
    assert said.citation.place == row["cite"]
    assert target.plan.code == row["plan"]


@pytest.mark.parametrize("row", OF_KIND["target"], ids=lambda row: row["id"])
def test_what_the_source_leaves_unsaid_stays_unsaid(row: dict[str, Any]) -> None:
    said = revision_of(row)

    assert (said.base_value, said.base_date, said.base_source, said.tolerance) == (None, None, "none", None)
    assert (said.modality, said.nature, said.quantifier) == ("unstated", "unstated", "at_deadline")


@pytest.mark.parametrize(
    "row", [row for row in OF_KIND["target"] if "class_threshold" in row], ids=lambda row: row["id"]
)
def test_a_class_threshold_is_a_condition_and_not_the_target(row: dict[str, Any]) -> None:
    indicator = Target.objects.get(code=row["target"]).series.indicator

    assert indicator.class_threshold == Decimal(row["class_threshold"])
    for name in ("class_comparator", "class_unit", "class_attribute"):
        assert getattr(indicator, name) == row[name]


def test_new_energy_vehicles_are_a_part_of_all_vehicles() -> None:
    (row,) = (row for row in OF_KIND["target"] if "parent" in row)
    assert Target.objects.get(code=row["target"]).parent.code == row["parent"]


@pytest.mark.parametrize("row", OF_KIND["observation"], ids=lambda row: row["id"])
def test_an_observation_says_what_the_source_says(row: dict[str, Any]) -> None:
    seen = Observation.objects.get(series__code=row["series"])

    assert (seen.wording, seen.comparator) == (row["wording"], row["comparator"])
    assert (seen.value, seen.lower, seen.upper) == tuple(number(row[name]) for name in ("value", "lower", "upper"))
    assert seen.upper_excluded == row["upper_excluded"]
    assert (seen.period_start, seen.period_end) == (day(row["period_start"]), day(row["period_end"]))
    assert seen.period_source == row["period_source"]
    assert (seen.series.indicator.unit, seen.series.scope.code) == (row["unit"], row["scope"])
    assert set(row["flags"]) <= set(seen.flags)
    assert seen.citation.place == row["cite"]
    assert seen.status == ObservationStatus.VERIFIED


@pytest.mark.parametrize("row", OF_KIND["count"], ids=lambda row: row["id"])
def test_a_stated_count_stands_at_its_plan_or_task(row: dict[str, Any]) -> None:
    owner = Plan.objects.get(code=row["plan"]) if "plan" in row else Task.objects.get(code=row["task"])

    assert getattr(owner, row["field"]) == int(row["value"])
    assert row["wording"] in owner.stated_wording
    assert owner.citation.place == row["cite"]


def test_the_register_holds_these_targets_and_values_and_no_others() -> None:
    assert set(Target.objects.values_list("code", flat=True)) == {row["target"] for row in OF_KIND["target"]}
    seen = Observation.objects.values_list("series__code", flat=True)
    assert sorted(seen) == sorted(row["series"] for row in OF_KIND["observation"])


def test_numerals_that_measure_nothing_are_no_targets() -> None:
    said = chain(
        TargetRevision.objects.values_list("wording", flat=True),
        Observation.objects.values_list("wording", flat=True),
        Indicator.objects.values_list("name", flat=True),
    )
    assert not [text for text in said if any(numeral in text for numeral in NOT_QUANTITIES)]


def test_every_ambiguity_of_the_source_is_flagged_somewhere() -> None:
    flagged: set[str] = set()
    for model in (TargetRevision, Observation, Indicator, Series, Plan, Task):
        flagged |= set(chain.from_iterable(model.objects.values_list("flags", flat=True)))
    assert flagged >= AMBIGUITIES


def test_every_row_that_rests_on_the_source_cites_its_place() -> None:
    for model in (Plan, Task, TargetRevision, Observation, Indicator):
        assert not model.objects.filter(citation=None).exists(), model
    assert not Citation.objects.filter(lines="").exists()
    assert not Citation.objects.exclude(wording="").exists()


def test_all_four_plans_are_published_and_name_no_issuer() -> None:
    plans = Plan.objects.all()
    assert {plan.code for plan in plans} == {
        "hubei-cadre-quality-2026",
        "chegu-corridor-2026-2030",
        "hubei-fulcrum-2026",
        "xiangzhou-spring-2026",
    }
    assert {plan.status for plan in plans} == {PlanStatus.PUBLISHED}
    assert all(plan.issuer is None and plan.owner is not None for plan in plans)


def test_the_scheme_shows_what_was_extracted_beside_what_is_stated() -> None:
    scheme = Plan.objects.with_counts().get(code="hubei-cadre-quality-2026")

    assert (scheme.stated_action_count, scheme.stated_count) == (6, 25)
    assert (scheme.extracted_actions, scheme.extracted_tasks, scheme.extracted_steps) == (6, 16, 43)
    groups = [action.children.count() for action in scheme.tasks.filter(kind="action")]
    assert groups == [3, 3, 6, 4, 0, 0]


def test_the_ten_actions_of_the_corridor_stand_in_their_groups_without_numbers() -> None:
    actions = Task.objects.filter(plan__code="chegu-corridor-2026-2030")

    assert [(action.group, action.name) for action in actions] == [
        ("锻造企业矩阵与产业链", "整车能级跃升"),
        ("锻造企业矩阵与产业链", "合资品牌焕新"),
        ("锻造企业矩阵与产业链", "汽车整零协同"),
        ("筑牢未来根基", "强芯铸魂提智"),
        ("筑牢未来根基", "产业多元聚合"),
        ("筑牢未来根基", "产业创新策源"),
        ("雨林生态", "四链深度融合"),
        ("雨林生态", "产业空间扩容"),
        ("双向开放、宜居宜业", "汽车加速出海"),
        ("双向开放、宜居宜业", "产城融合发展"),
    ]
    assert {action.number for action in actions} == {""}


def test_the_corridor_is_composed_of_its_core_and_what_is_linked() -> None:
    corridor = Plan.objects.get(code="chegu-corridor-2026-2030").area

    assert [(each.role, each.part.code) for each in corridor.parts.all()] == [
        ("core", "wuhan-etdz"),
        ("linked", "optics-valley-corridor"),
        *(("linked", code) for code in ("420114", "420115", "420105", "420111", "421083", "420984")),
    ]


def test_targets_stand_in_the_order_of_the_document() -> None:
    for plan in ("hubei-cadre-quality-2026", "chegu-corridor-2026-2030"):
        printed = [row["target"] for row in OF_KIND["target"] if row["plan"] == plan]
        asides = [code for code in printed if code.endswith("supply-circle")]
        assert list(Target.objects.filter(plan__code=plan).values_list("code", flat=True)) == [
            *(code for code in printed if code not in asides),
            *asides,
        ]


def test_items_five_to_seven_keep_their_printed_numbers() -> None:
    items = Task.objects.filter(plan__code="hubei-fulcrum-2026", parent=None)
    assert [item.number for item in items] == ["", "五", "六", "七"]


def test_every_name_has_an_english_one() -> None:
    for model in (Plan, Task, Indicator):
        assert not model.objects.filter(name_en="").exists(), model
    assert not Indicator.objects.filter(unit_en="").exclude(unit="").exists()


def test_the_real_plans_are_grey_since_their_source_gives_neither_base_nor_figures() -> None:
    found = Assessment.objects.values_list("light", "reason", "value")

    assert len(found) == Target.objects.count() == 14
    assert {light for light, _, _ in found} == {Light.GREY}
    assert {value for _, _, value in found} == {None}
    lacks = {Reason.NO_OBSERVATION, Reason.BASE_MISSING, Reason.BASE_DATE_MISSING, Reason.NUMBER_MISSING}
    assert {reason for _, reason, _ in found} == lacks
