"""Parameters: what each finds, and that a wrong one is named and never passed over."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from targets import models
from targets.rules.terms import Comparator, Flag, Measure, ResponsibilityRole, TaskKind
from targets.services import records
from tests import make
from tests.edges.api import SHELVES, codes, refusal, rows

pytestmark = pytest.mark.django_db


def found(client: Client, path: str, **query: Any) -> set[int]:
    return {row["id"] for row in rows(client, path, **query)}


@pytest.mark.parametrize("shelf", SHELVES)
def test_an_unknown_parameter_is_an_error(client: Client, shelf: str) -> None:
    [fault] = refusal(client, f"{shelf}/?colour=red")["errors"]
    assert (fault["path"], fault["code"]) == ("query.colour", "unknown_parameter")


def test_a_mistyped_parameter_names_the_nearest_one(client: Client) -> None:
    [fault] = refusal(client, "targets/?comparater=gt", **{"Accept-Language": "en"})["errors"]
    assert "comparator" in fault["remedy"]


def test_every_wrong_parameter_is_named_at_once(client: Client) -> None:
    faults = refusal(client, "targets/?deadline_before=soon&measure=weight&demo=maybe&plan=none")["errors"]
    assert {fault["path"] for fault in faults} == {"query.deadline_before", "query.measure", "query.demo", "query.plan"}


def test_a_parameter_that_stands_twice_is_an_error(client: Client) -> None:
    plan = make.make_plan()
    [fault] = refusal(client, f"targets/?plan={plan.code}&plan={plan.code}")["errors"]
    assert (fault["path"], fault["code"]) == ("query.plan", "repeated")


def test_codes_of_a_closed_list_may_stand_several_times(client: Client) -> None:
    wanted = {make.make_target(says={"comparator": sign}).pk for sign in (Comparator.GT, Comparator.GE)}
    make.make_target(says={"comparator": Comparator.BARE})
    assert found(client, "targets/", comparator=["gt", "ge"]) == wanted


@pytest.mark.parametrize("query", ["plan=", "q=", "q=%20", "page_size=", "as_of=", "measure="])
def test_a_parameter_without_value_is_an_error(client: Client, query: str) -> None:
    assert refusal(client, f"targets/?{query}")["errors"][0]["code"] == "empty"


def test_an_unknown_code_is_an_error_and_not_an_empty_list(client: Client) -> None:
    [fault] = refusal(client, "targets/?plan=chegu-coridor")["errors"]
    assert (fault["path"], fault["code"]) == ("query.plan", "unknown_code")


@pytest.mark.parametrize(
    "day",
    [
        "0000-01-01",
        "99999-01-01",
        "2026-13-01",
        "2026-02-30",
        "2026",
        "20260101",
        "2026-W01-1",
        "today",
        "１２３４-01-01",
    ],
)
def test_what_is_no_day_is_an_error(client: Client, day: str) -> None:
    assert refusal(client, "targets/", query={"deadline_before": day})["errors"][0]["path"] == "query.deadline_before"


def test_an_endless_text_is_an_error(client: Client) -> None:
    assert refusal(client, "targets/", query={"q": "长" * 201})["errors"][0]["path"] == "query.q"
    assert refusal(client, "targets/", query={"plan": "x" * 5000})["errors"][0]["path"] == "query.plan"


def test_two_chinese_characters_find_a_name(client: Client) -> None:
    make.make_plan(code="corridor", name="车谷产业创新大走廊建设行动方案")
    make.make_plan(code="scheme", name="干部素质提升年实施方案")
    assert codes(client, "plans/", q="车谷") == ["corridor"]
    assert codes(client, "plans/", q="方案 干部") == ["scheme"]
    assert codes(client, "plans/", q="CORRIDOR") == ["corridor"]


def test_signs_of_the_database_mean_themselves_in_a_search(client: Client) -> None:
    make.make_plan(code="half", name="完成50%")
    make.make_plan(code="other", name="完成500")
    assert codes(client, "plans/", q="50%") == ["half"]
    assert codes(client, "plans/", q="\\") == []


def test_targets_are_found_by_what_they_say(client: Client) -> None:
    wanted = make.make_target(
        says={"wording": "新增10款以上", "measure": Measure.INCREMENT, "deadline": date(2027, 12, 31)}
    )
    make.make_target()
    for query in (
        {"q": "10款"},
        {"measure": "increment"},
        {"deadline_before": "2028-01-01"},
        {"deadline_before": "2028-01-01", "measure": "increment", "deadline_after": "2027-01-01"},
    ):
        assert found(client, "targets/", **query) == {wanted.pk}


def test_conditions_on_what_a_target_says_hold_for_one_and_the_same_revision(client: Client) -> None:
    make.make_target(says={"measure": Measure.INCREMENT, "comparator": Comparator.BARE})
    make.make_target(says={"measure": Measure.LEVEL, "comparator": Comparator.GT})
    assert found(client, "targets/", measure="increment", comparator="gt") == set()


def test_a_deadline_bound_leaves_its_own_day_out(client: Client) -> None:
    make.make_target(says={"deadline": date(2030, 12, 31)})
    assert not found(client, "targets/", deadline_before="2030-12-31")
    assert not found(client, "targets/", deadline_after="2030-12-31")
    assert found(client, "targets/", deadline_after="2030-12-30", deadline_before="2031-01-01")


def test_targets_of_a_task_are_those_of_all_below_it(client: Client) -> None:
    action = make.make_task(kind=TaskKind.ACTION)
    step = make.make_task(parent=make.make_task(parent=action), kind=TaskKind.STEP)
    wanted = {make.make_target(task=action).pk, make.make_target(task=step).pk}
    make.make_target(task=make.make_task(action.plan))
    assert found(client, "targets/", task=action.code) == wanted


def test_targets_of_an_organisation_are_its_own_and_those_it_has_a_part_in(client: Client) -> None:
    body, task = make.make_organisation(code="bureau"), make.make_task()
    scoped = make.make_target(series=make.make_series(organisation=body))
    of_task, led = make.make_target(task=task), make.make_target()
    for part in ({"task": task}, {"target": led}):
        records.create(models.Responsibility(organisation=body, role=ResponsibilityRole.LEAD, **part), by=None)
    make.make_target()
    assert found(client, "targets/", organisation="bureau") == {scoped.pk, of_task.pk, led.pk}


def test_targets_are_found_by_flag_area_indicator_series_parent_and_code(client: Client) -> None:
    whole = make.make_target(code="some-plan.whole")
    part = make.make_target(whole.plan, parent=whole, code="some-plan.part", says={"flags": [Flag.NET_OR_GROSS]})
    make.make_target()
    series = part.series
    for query in (
        {"flag": "net_or_gross"},
        {"area": series.area.code},
        {"indicator": series.indicator.code},
        {"series": series.code},
        {"parent": whole.code},
        {"parent": whole.pk},
        {"code": "some-plan.part"},
    ):
        assert found(client, "targets/", **query) == {part.pk}, query


def test_plans_are_found_by_period_and_who_stands_behind_them(client: Client) -> None:
    body = make.make_organisation(code="office")
    period = {"period_start": date(2026, 1, 1), "period_end": date(2030, 12, 31), "period_source": "stated"}
    make.make_plan(code="issued", issuer=body, **period)
    make.make_plan(code="kept", owner=body)
    make.make_plan(code="other")
    assert codes(client, "plans/", issuer="office") == ["issued"]
    assert codes(client, "plans/", owner="office") == ["kept"]
    assert codes(client, "plans/", organisation="office") == ["issued", "kept"]
    assert codes(client, "plans/", period_from="2030-12-31", period_to="2026-01-01") == ["issued"]
    assert codes(client, "plans/", period_from="2031-01-01") == []


def test_observations_are_found_by_plan_period_and_scope(client: Client) -> None:
    target = make.make_target()
    early = make.make_observation(target.series, period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))
    make.make_observation()
    known = {"as_of": "2027-01-01"}
    assert found(client, "observations/", plan=target.plan.code, **known) == {early.pk}
    assert found(client, "observations/", period_to="2025-12-31", **known) == {early.pk}
    assert found(client, "observations/", period_from="2025-12-31", period_to="2026-01-01", **known) == {early.pk}
    assert found(client, "observations/", area=target.series.area.code, **known) == {early.pk}


def test_a_tree_is_walked_by_parent(client: Client) -> None:
    province = make.make_area(code="420000")
    make.make_area(code="420100", parent=province)
    assert codes(client, "areas/", parent="420000") == ["420100"]


def test_an_address_of_one_row_takes_no_filters(client: Client) -> None:
    plan = make.make_plan()
    assert refusal(client, f"plans/{plan.code}/?demo=true")["errors"][0]["code"] == "unknown_parameter"
    assert refusal(client, "?page_size=3")["errors"][0]["path"] == "query.page_size"
