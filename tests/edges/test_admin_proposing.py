"""The wording proposes values for the fields that nobody touched; what the editor typed stands, with a hint beside it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.quantities.choice import chosen
from targets.rules.quantities.proposals import read
from targets.rules.terms import Role
from tests import make
from tests.edges.entering import ADD, ASK, asked, promise
from tests.edges.test_admin_saving import typed

pytestmark = pytest.mark.django_db
BLANK = {"measure": "level", "scale": "1", "quantifier": "at_deadline", "counted": "series"}


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def told(desk: Client, wording: str, **typed: Any) -> dict[str, Any]:
    return asked(desk, BLANK | {"wording": wording} | typed)


@pytest.mark.parametrize(
    ("wording", "values"),
    [
        ("超200万辆", {"comparator": "gt", "lower": "2000000", "scale": "10000", "measure": "level"}),
        ("年均增长6%左右", {"comparator": "approx", "lower": "0.06", "measure": "annual_growth"}),
        ("控制在5.5%以内", {"comparator": "le", "lower": "", "upper": "0.055"}),
        ("到2027年达到30%", {"deadline": "2027-12-31", "deadline_precision": "year", "deadline_source": "stated"}),
        (
            "新增100家10亿元以上企业",
            {
                "measure": "increment",
                "new_unit": "家",
                "new_class_comparator": "ge",
                "new_class_threshold": "1000000000",
                "new_class_unit": "元",
            },
        ),
        ("确保整车产量达到200万辆", {"modality": "firm", "new_name": "整车产量", "new_unit": "辆", "counted": "new"}),
    ],
)
def test_the_words_decide_the_fields(desk: Client, wording: str, values: dict[str, str]) -> None:
    proposed = told(desk, wording)["values"]
    assert {name: proposed.get(name) for name in values} == values


def test_what_the_words_do_not_say_is_not_proposed(desk: Client) -> None:
    proposed = told(desk, "超200万辆")["values"]
    assert not {"modality", "nature", "quantifier", "deadline", "base_value", "flags", "new_name"} & set(proposed)


def test_what_the_text_leaves_open_is_ticked(desk: Client) -> None:
    answer = told(desk, "年均增长6%左右")
    assert answer["values"]["flags"] == ["base_date_unstated", "tolerance_unstated"]
    assert "tolerance not stated" in answer["aside"]


def test_the_words_that_decide_are_marked_and_named_at_the_field(desk: Client) -> None:
    answer = told(desk, "超200万辆")
    assert '<mark title="Comparator">超</mark>' in answer["wording"]
    assert answer["notes"]["comparator"] == "From the text: 超"


def test_a_touched_field_keeps_what_was_typed_and_tells_what_the_text_says(desk: Client) -> None:
    answer = told(desk, "超200万辆", comparator="ge", lower="1,500,000", touched="comparator,lower")
    assert "at least 1,500,000" in answer["aside"]
    assert answer["hints"] == {
        "comparator": {"words": "The text says: more than", "value": "gt"},
        "lower": {"words": "The text says: 2000000", "value": "2000000"},
    }


def test_the_same_number_written_otherwise_is_no_difference(desk: Client) -> None:
    assert told(desk, "超200万辆", lower="2,000,000.0", touched="lower")["hints"] == {}


def test_a_series_that_the_words_name_is_proposed_for_the_plans_area(desk: Client) -> None:
    series = make.make_series()
    plan = make.make_plan(area=series.area)
    answer = told(desk, "整车产量超200万辆", plan=plan.pk)
    assert (answer["values"]["counted"], answer["values"]["series"]) == ("series", str(series.pk))
    assert answer["labels"]["series"] == str(series)
    assert "more than 2,000,000 vehicles" in answer["aside"]


def test_an_indicator_that_the_words_name_is_proposed_where_only_the_scope_is_new(desk: Client) -> None:
    indicator = make.make_indicator()
    answer = told(desk, "整车产量超200万辆", plan=make.make_plan(area=make.make_area()).pk)
    assert (answer["values"]["counted"], answer["values"]["new_indicator"]) == ("new", str(indicator.pk))


def test_an_indicator_of_another_unit_is_only_offered(desk: Client) -> None:
    make.make_indicator(unit="亿元")
    answer = told(desk, "整车产量超200万辆", plan=make.make_plan(area=make.make_area()).pk)
    assert "new_indicator" not in answer["values"]
    assert "data-pick" in answer["wording"]


def test_a_series_of_a_hidden_plan_is_not_offered(client: Client) -> None:
    body = make.make_organisation()
    client.force_login(make.make_member(body, Role.EDITOR))
    hidden = make.make_target(make.make_plan(status="draft", owner=make.make_organisation()))
    answer = told(client, "整车产量超200万辆", plan=make.make_plan(owner=body, area=hidden.series.area).pk)
    assert "series" not in answer["values"]
    assert f'"series": "{hidden.series_id}"' not in answer["wording"]


def test_a_plan_chosen_in_the_form_gives_what_its_targets_inherit(desk: Client) -> None:
    plan = make.make_plan(period_start=date(2026, 1, 1), period_end=date(2030, 12, 31), period_source="stated")
    assert told(desk, "超200万辆", plan=plan.pk)["defaults"]["deadline"] == "2030-12-31"
    known = desk.post(f"{reverse(ASK)}?plan={plan.pk}", BLANK | {"wording": "超200万辆", "plan": plan.pk}).json()
    assert known["defaults"] == {}


LADDER = "整车产量：2027年150万辆，2030年200万辆"


def test_of_a_ladder_the_last_rung_is_taken_and_the_others_are_offered_as_milestones(desk: Client) -> None:
    answer = told(desk, LADDER)
    assert (answer["values"]["lower"], answer["values"]["deadline"]) == ("2000000", "2030-12-31")
    assert 'name="also" value="2027-12-31"' in answer["wording"]


def test_a_ticked_rung_becomes_a_milestone_with_the_target(desk: Client) -> None:
    data = promise(
        wording=LADDER, plan=make.make_plan().pk, series=make.make_series().pk, also=["2027-12-31", "1999-12-31"]
    )
    assert desk.post(reverse(ADD), data).status_code == 302
    milestone = models.Milestone.objects.get()
    assert (milestone.day, milestone.value) == (date(2027, 12, 31), Decimal(1_500_000))
    assert milestone.target == models.Target.objects.get()


def test_several_targets_are_offered_in_forms_of_their_own(desk: Client) -> None:
    plan = make.make_plan()
    answer = told(desk, "发明专利、实用新型分别达到100件和300件", plan=plan.pk)
    assert answer["values"]["lower"] == "100"
    assert f"?plan={plan.pk}&amp;wording=" in answer["wording"]


def test_a_revision_takes_from_new_words_what_they_say_and_keeps_the_rest(desk: Client) -> None:
    target = make.make_target(says={"flags": ["scope_unclear"]})
    data = typed(desk.get(reverse("admin:targets_targetrevision_add"), {"target": target.pk}))
    ask = reverse("admin:targets_targetrevision_propose")
    assert desk.post(ask, data).json()["values"] == {}
    proposed = desk.post(ask, data | {"wording": "达到250万辆左右"}).json()["values"]
    assert (proposed["lower"], proposed["comparator"]) == ("2500000", "approx")
    assert "scope_unclear" in proposed["flags"]
    assert "deadline" not in proposed


def test_targets_of_one_kind_without_days_are_no_ladder() -> None:
    choice = chosen(read("新建甲厂3家、乙厂5家"))
    assert choice is not None
    assert choice.steps == ()
    assert chosen(()) is None
