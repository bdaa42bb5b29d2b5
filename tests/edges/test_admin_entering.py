"""A target of a printed page is entered without leaving its form: indicator, series and place come with it, or nothing does."""

from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import Role
from tests import make
from tests.edges.entering import ADD, asked, measured, promise
from tests.edges.test_admin_saving import errors, typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def plan() -> models.Plan:
    return make.make_plan(
        code="corridor", area=make.make_area(code="chegu", name="车谷"), citation=make.make_citation()
    )


def save(desk: Client, **data: Any) -> Any:
    return desk.post(reverse(ADD), data)


def nothing_is_written() -> bool:
    tables = models.Target, models.Series, models.Indicator
    return not any(table.objects.exists() for table in tables)


def test_indicator_series_and_target_are_added_together(desk: Client, plan: models.Plan) -> None:
    assert save(desk, **promise(plan=plan.pk, **measured())).status_code == 302
    target = models.Target.objects.get()
    series, indicator = target.series, target.series.indicator
    assert (indicator.code, indicator.name, indicator.unit) == ("zheng-che-chan-liang", "整车产量", "辆")
    assert (series.code, series.area) == ("zheng-che-chan-liang.chegu", plan.area)
    assert target.code == "corridor.t1"


def test_a_class_condition_is_kept_with_the_new_indicator(desk: Client, plan: models.Plan) -> None:
    condition = {"new_class_comparator": "ge", "new_class_threshold": "1,000,000,000", "new_class_unit": "元"}
    data = promise(
        plan=plan.pk, measure="count_of_class", **measured(new_name="核心零部件企业数", new_unit="家"), **condition
    )
    assert save(desk, **data).status_code == 302
    assert models.Indicator.objects.get().class_threshold == Decimal(1_000_000_000)


def test_codes_that_are_taken_get_a_number(desk: Client, plan: models.Plan) -> None:
    make.make_indicator(code="zheng-che-chan-liang", name="整车产量", unit="万元")
    assert save(desk, **promise(plan=plan.pk, **measured())).status_code == 302
    assert models.Target.objects.get().series.indicator.code == "zheng-che-chan-liang-2"


def test_what_the_demonstration_needs_goes_with_it(desk: Client) -> None:
    plan = make.make_plan(code="demo-x", area=make.make_area())
    assert save(desk, **promise(plan=plan.pk, **measured())).status_code == 302
    assert models.Series.objects.get().is_demo
    assert models.Indicator.objects.get().is_demo


def test_a_name_does_not_make_a_row_of_the_demonstration(desk: Client, plan: models.Plan) -> None:
    assert save(desk, **promise(plan=plan.pk, **measured(new_name="demo 项目"))).status_code == 302
    assert not models.Indicator.objects.get().is_demo


def test_a_series_that_stands_already_is_used(desk: Client, plan: models.Plan) -> None:
    series = make.make_series(area=plan.area)
    data = promise(plan=plan.pk, counted="new", new_indicator=series.indicator_id)
    assert save(desk, **data).status_code == 302
    assert models.Target.objects.get().series == series
    assert models.Series.objects.count() == 1


def test_the_scope_is_the_plans_area_unless_another_is_chosen(desk: Client, plan: models.Plan) -> None:
    body = make.make_organisation()
    assert save(desk, **promise(plan=plan.pk, **measured(new_organisation=body.pk))).status_code == 302
    series = models.Target.objects.get().series
    assert (series.area, series.organisation) == (None, body)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"new_name": ""}, "new_name"),
        ({"new_accumulation": ""}, "new_accumulation"),
        ({"new_accumulation": "stage"}, "new_stages"),
        ({"new_class_comparator": "ge"}, "new_class_threshold"),
        ({"new_unit": "辆" * 50}, "new_unit"),
        ({"new_area": "99999"}, "new_area"),
        ({"place_page": "3", "place_source": ""}, "place_source"),
        ({"place_lines": "x", "place_page": "3"}, "place_lines"),
        ({"lower": ""}, "lower"),
        ({"effective_date": ""}, "effective_date"),
        ({"code": "Not a code"}, "code"),
    ],
)
def test_a_refused_part_is_told_at_its_field_and_nothing_is_written(
    desk: Client, plan: models.Plan, given: dict[str, str], field: str
) -> None:
    data = {**promise(plan=plan.pk, **measured()), "place_source": make.make_source().pk, "place_page": "3", **given}
    answer = save(desk, **data)
    assert field in errors(answer)
    kept = typed(answer)
    assert {name: str(kept.get(name, "")) for name in data} == {name: str(value) for name, value in data.items()}
    assert nothing_is_written()
    assert models.Citation.objects.count() == 1


def test_both_scopes_at_once_are_refused(desk: Client, plan: models.Plan) -> None:
    both = measured(new_area=plan.area_id, new_organisation=make.make_organisation().pk)
    assert "new_organisation" in errors(save(desk, **promise(plan=plan.pk, **both)))


def test_a_plan_without_area_asks_for_the_scope(desk: Client) -> None:
    assert "new_area" in errors(save(desk, **promise(plan=make.make_plan().pk, **measured())))


def test_what_the_database_refuses_takes_everything_with_it(desk: Client, plan: models.Plan) -> None:
    stranger = make.make_task()
    answer = save(
        desk,
        **promise(plan=plan.pk, task=stranger.pk, place_source=make.make_source().pk, place_page="3", **measured()),
    )
    assert "another plan" in str(errors(answer)["task"])
    assert nothing_is_written()
    assert models.Citation.objects.count() == 1


def test_a_second_indicator_of_the_same_name_and_unit_is_not_made_unawares(desk: Client, plan: models.Plan) -> None:
    make.make_indicator()
    assert "stands in the register" in str(errors(save(desk, **promise(plan=plan.pk, **measured())))["new_name"])
    other = measured(new_accumulation="cumulative")
    assert save(desk, **promise(plan=plan.pk, **other)).status_code == 302


def test_a_place_is_added_with_the_target_and_a_known_one_is_used(desk: Client, plan: models.Plan) -> None:
    source = make.make_source()
    place = {"place_source": source.pk, "place_page": "3", "place_paragraph": "2"}
    for _time in range(2):
        assert save(desk, **promise(plan=plan.pk, series=make.make_series().pk, **place)).status_code == 302
    citations = {target.revisions.get().citation for target in models.Target.objects.all()}
    assert [(each.source, each.place) for each in citations] == [(source, "p. 3 ¶ 2")]


def test_a_chosen_place_and_a_typed_one_do_not_go_together(desk: Client, plan: models.Plan) -> None:
    both = {"citation": plan.citation_id, "place_source": make.make_source().pk, "place_page": "3"}
    assert "citation" in errors(save(desk, **promise(plan=plan.pk, series=make.make_series().pk, **both)))


def test_the_source_starts_as_the_plans_own(desk: Client, plan: models.Plan) -> None:
    form = desk.get(reverse(ADD), {"plan": plan.pk}).context["adminform"].form
    assert form["place_source"].value() == plan.citation.source_id


def test_the_next_target_starts_where_the_last_one_stood(desk: Client, plan: models.Plan) -> None:
    task, source = make.make_task(plan), make.make_source()
    data = promise(plan=plan.pk, task=task.pk, place_source=source.pk, deadline="2027-12-31", **measured())
    answer = save(desk, **data, _addanother="1")
    address = urlsplit(answer["Location"])
    assert address.path == reverse(ADD)
    assert parse_qs(address.query)["task"] == [str(task.pk)]
    form = desk.get(answer["Location"]).context["adminform"].form
    kept = {name: form[name].value() for name in ("plan", "task", "place_source", "counted")}
    assert kept == {
        "plan": str(plan.pk),
        "task": str(task.pk),
        "place_source": str(source.pk),
        "counted": "new",
    }
    assert form["wording"].value() is None


def test_an_editor_adds_what_their_plan_needs_and_nothing_to_a_strangers(client: Client) -> None:
    body = make.make_organisation()
    client.force_login(make.make_member(body, Role.EDITOR))
    own, other = (make.make_plan(owner=owner, area=make.make_area()) for owner in (body, make.make_organisation()))
    assert "plan" in errors(save(client, **promise(plan=other.pk, **measured())))
    assert nothing_is_written()
    assert save(client, **promise(plan=own.pk, **measured())).status_code == 302


def test_a_series_of_a_hidden_plan_is_not_taken(client: Client) -> None:
    body = make.make_organisation()
    client.force_login(make.make_member(body, Role.EDITOR))
    client.cookies["django_language"] = "en"
    hidden = make.make_target(make.make_plan(status="draft", owner=make.make_organisation()))
    plan = make.make_plan(owner=body, area=hidden.series.area)
    data = promise(plan=plan.pk, counted="new", new_indicator=hidden.series.indicator_id)
    assert "may not see" in str(errors(save(client, **data)))
    assert models.Target.objects.count() == 1


def test_a_draft_with_a_known_series_is_judged_by_its_values(desk: Client, plan: models.Plan) -> None:
    series = make.make_series(area=plan.area)
    period = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    make.make_observation(series, value=Decimal(1_300_000), **period)
    told = asked(desk, promise(plan=plan.pk, counted="new", new_indicator=series.indicator_id))
    assert "1,300,000" in told["aside"]
