"""The page of a target explains its verdict: chart, what it rests on, lights over time; also for another day or rule."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets import models
from targets.rules.terms import PlanStatus, Role
from targets.services import policies, targets
from tests import make
from tests.edges.judged import AHEAD, RED, YELLOW, make_judged, report

pytestmark = pytest.mark.django_db
HUGE = "9" * 5000


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def page_of(desk: Client, target: models.Target, **asked: str) -> str:
    answer = desk.get(reverse("admin:targets_target_change", args=[target.pk]), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def verdict_of(desk: Client, target: models.Target, **asked: str) -> str:
    page = page_of(desk, target, **asked)
    return page[page.index('id="verdict"') : page.index("</section>", page.index('id="verdict"'))]


def grounds_of(desk: Client, target: models.Target, **asked: str) -> dict[str, tuple[str, str]]:
    answer = desk.get(reverse("admin:targets_target_change", args=[target.pk]), asked)
    return {ground.name: (ground.said, ground.more) for ground in answer.context["grounds"]}


def test_the_verdict_says_light_pace_attainment_share_and_why(desk: Client) -> None:
    target = make_judged(YELLOW)
    english = verdict_of(desk, target)
    for words in ("yellow", "behind", "not met", "10% done", "27.48% expected", "17.48 points behind"):
        assert words in english, words
    desk.cookies["django_language"] = "zh-hans"
    chinese = verdict_of(desk, target)
    for words in ("黄灯", "滞后", "未达到", "截至2026年6月30日为10辆"):
        assert words in chinese, words


def test_what_it_rests_on_stands_line_by_line(desk: Client) -> None:
    target = make_judged(AHEAD, says={"deadline": date(2030, 12, 31)})
    report(target, 40, period_end=date(2025, 12, 31))
    found = grounds_of(desk, target, as_of="2026-01-31")
    assert found["Value"] == ("40 vehicles", "the end of 2025")
    assert found["Base"] == ("0 vehicles", "the end of 2020")
    assert found["Expected by then"] == ("50 vehicles", "")
    assert found["Share done"] == ("40%", "50% expected")
    assert found["Gap"] == ("10 points behind", "10 vehicles")
    assert found["Change so far"] == ("+8 vehicles a year", "")
    assert found["Change needed"] == ("+12 vehicles a year", "1.5 times the change so far")
    assert found["At the deadline if it goes on so"] == ("80 vehicles", "falls short")
    assert found["Age of the data"][0] == "31 days"


def test_a_rate_is_told_in_points_and_a_fall_with_its_sign(desk: Client) -> None:
    series = make.make_series(
        indicator=make.make_indicator(accumulation="ratio", unit="%", unit_en="%", direction="down")
    )
    says = {
        "comparator": "le",
        "lower": None,
        "upper": Decimal("0.10"),
        "scale": 1,
        "deadline": date(2035, 12, 31),
        "base_value": Decimal("0.30"),
        "base_date": date(2015, 12, 31),
        "base_source": "stated",
    }
    target = make.make_target(series=series, says=says)
    report(target, 0, period_end=date(2020, 12, 31))
    make.make_observation(series, value=Decimal("0.25"), period_start=None, period_end=date(2025, 12, 31))
    found = grounds_of(desk, target, as_of="2026-01-31")
    assert found["Value"][0] == "25%"
    assert found["Gap"] == ("25 points behind", "5 percentage points")
    assert found["Change so far"][0] == "−0.5 percentage points a year"


def test_what_is_promised_of_every_period_is_told_by_periods_and_not_by_a_path(desk: Client) -> None:
    target = make_judged(None, says={"quantifier": "every_period"})
    for year, value in ((2024, 120), (2025, 90)):
        report(target, value, period_end=date(year, 12, 31))
    found = grounds_of(desk, target)
    assert found["Periods kept"] == ("1 of 2", "")
    assert not {"Share done", "Gap", "Expected by then"} & set(found)


def test_a_change_names_the_level_it_is_counted_from(desk: Client) -> None:
    says = {"measure": "increment", "lower": Decimal(50), "base_value": Decimal(200)}
    target = make_judged(None, says=says)
    report(target, 230)
    found = grounds_of(desk, target)
    assert found["Base"] == ("200 vehicles", "the end of 2020")
    assert found["Value"][0] == "30 vehicles"


def test_what_is_not_known_is_not_listed_as_nothing(desk: Client) -> None:
    target = make_judged(None)
    assert grounds_of(desk, target)["Value"] == ("none that counts", "")
    assert not {"Gap", "Share done", "Change so far", "Age of the data"} & set(grounds_of(desk, target))
    assert "grey" in verdict_of(desk, target)


def test_the_chart_shows_value_path_and_goal_for_a_desk_and_for_a_telephone(desk: Client) -> None:
    target = make_judged(YELLOW)
    make.make_milestone(target, day=date(2030, 12, 31), value=Decimal(50))
    page = verdict_of(desk, target)
    assert len(re.findall(r'<svg xmlns="http://www.w3.org/2000/svg"', page)) == 2
    assert page.count("<desc>") == 2
    assert "Milestones: 50 vehicles" in page


def test_a_target_without_number_and_value_has_no_chart(desk: Client) -> None:
    target = make.make_target(says={"comparator": "", "lower": None, "measure": "reference"})
    page = verdict_of(desk, target)
    assert "<desc>" not in page
    assert "no number" in page


def test_a_name_is_written_into_the_chart_as_text(desk: Client) -> None:
    target = make_judged(YELLOW, indicator={"name": "<script>alert(1)</script>", "name_en": ""})
    page = page_of(desk, target, policy="<script>alert(2)</script>")
    assert "<script>alert" not in page
    assert "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>" in page


def test_a_value_waiting_for_review_is_drawn_hollow_and_does_not_count(desk: Client) -> None:
    target = make_judged(YELLOW)
    before = desk.get(reverse("admin:targets_target_change", args=[target.pk])).context["charts"][0]
    report(target, 90, period_end=date(2026, 7, 31), verified=False)
    answer = desk.get(reverse("admin:targets_target_change", args=[target.pk]))
    assert 'fill="#ffffff" stroke="#1d4f91"' not in before
    assert 'fill="#ffffff" stroke="#1d4f91"' in answer.context["charts"][0]
    assert "10% done" in answer.content.decode()
    stranger = Client()
    stranger.force_login(make.make_member(make.make_organisation(), Role.VIEWER))
    seen = stranger.get(reverse("admin:targets_target_change", args=[target.pk])).context["charts"][0]
    assert 'fill="#ffffff" stroke="#1d4f91"' not in seen


def test_lights_over_time_tell_from_what_to_what_and_why(desk: Client) -> None:
    target = make_judged(RED)
    report(target, 90, period_end=date(2026, 7, 31))
    changes = desk.get(reverse("admin:targets_target_change", args=[target.pk])).context["changes"]
    assert [change["reason"] for change in changes] == [
        "ahead of the path",
        "moving away from the target",
        "no observation",
    ]
    newest = changes[0]
    assert "red" in newest["before"]
    assert "green" in newest["after"]
    assert changes[-1]["before"] == ""


def test_another_day_is_judged_by_what_had_happened_by_then_and_labelled(desk: Client) -> None:
    target = make_judged(AHEAD)
    report(target, RED, period_end=date(2026, 1, 31))
    asked = verdict_of(desk, target, as_of="2026-02-28")
    assert "Not today's verdict." in asked
    assert "As of 28 February 2026." in asked
    assert "regressing" in asked
    assert "Not today" not in verdict_of(desk, target)


def test_another_knowledge_leaves_out_what_was_recorded_later(desk: Client) -> None:
    target = make_judged(RED)
    report(target, 90, period_end=date(2026, 7, 31), at=make.LONG_AGO.replace(month=9))
    then = verdict_of(desk, target, known_at="2026-08-31")
    assert "as known on 31 August 2026" in then
    assert "regressing" in then
    assert "ahead" in verdict_of(desk, target, known_at="2026-09-30")


def test_another_rule_is_named_and_judges_instead_of_the_targets_own(desk: Client) -> None:
    target = make_judged(YELLOW)
    make.make_policy(code="gentle", name="宽松规则", behind=Decimal(-60), on_track=Decimal(-50))
    asked = verdict_of(desk, target, policy="gentle")
    assert "By the rule: 宽松规则, version 1." in asked
    assert "on track" in asked
    assert "green" in asked
    assert '<option value="gentle" selected>宽松规则</option>' in asked
    assert "growth ratio 95/60/0" in verdict_of(desk, target, policy="cagr-95-60-0")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"as_of": "2026-02-30"}, "“2026-02-30” is no day of the calendar"),
        ({"as_of": "soon"}, "“soon” is no day of the calendar"),
        ({"as_of": "20260228"}, "is no day of the calendar"),
        ({"as_of": HUGE}, "is no day of the calendar"),
        ({"known_at": "2026-13-01"}, "“2026-13-01” is no day of the calendar"),
        ({"known_at": "0000-00-00"}, "is no day of the calendar"),
        ({"policy": "unheard-of"}, "No rule with this code was in force then."),
        ({"policy": "x" * 3000}, "at most 100 characters"),
    ],
)
def test_what_cannot_be_understood_is_said_at_its_field_and_today_is_shown(
    desk: Client, asked: dict[str, str], told: str
) -> None:
    page = verdict_of(desk, make_judged(YELLOW), **asked)
    assert told in page
    assert "Above stands the verdict of today." in page
    assert "Not today" not in page
    assert "10% done" in page


@pytest.mark.parametrize("asked", [{"as_of": "0001-01-01"}, {"as_of": "9999-12-31"}, {"known_at": "0001-01-01"}])
def test_days_at_the_ends_of_the_calendar_are_no_fault(desk: Client, asked: dict[str, str]) -> None:
    assert "verdict" in page_of(desk, make_judged(YELLOW), **asked)


def test_a_nul_character_in_the_address_is_no_fault(desk: Client) -> None:
    address = reverse("admin:targets_target_change", args=[make_judged(YELLOW).pk])
    for name in ("as_of", "known_at", "policy"):
        assert desk.get(f"{address}?{name}=%00").status_code in (200, 400)


def test_a_target_that_was_not_in_force_then_says_so(desk: Client) -> None:
    target = make_judged(YELLOW)
    assert "was not in force then" in verdict_of(desk, target, as_of="2020-01-01")
    targets.withdraw(target, reason="并入", effective_date=date(2026, 2, 1), by=None)
    assert "not in force, so it is not judged" in verdict_of(desk, target)
    assert "no data" in verdict_of(desk, target, as_of="2026-01-31")


def test_a_rule_that_the_reader_may_not_see_does_not_exist_for_them() -> None:
    body = make.make_organisation()
    draft = make.make_plan(status=PlanStatus.DRAFT, owner=body)
    make.make_policy(code="secret-rule", name="未公开规则", plan=draft)
    reader = Client()
    reader.force_login(make.make_member(make.make_organisation(), Role.VIEWER))
    reader.cookies["django_language"] = "en"
    page = page_of(reader, make_judged(YELLOW), policy="secret-rule")
    assert "未公开规则" not in page
    assert "No rule with this code was in force then." in page


def test_rules_of_other_plans_are_not_offered(desk: Client) -> None:
    target = make_judged(YELLOW)
    make.make_policy(code="of-this-plan", plan=target.plan)
    make.make_policy(code="of-another-plan", plan=make.make_plan())
    page = verdict_of(desk, target)
    assert '<option value="of-this-plan">' in page
    assert "of-another-plan" not in page


def test_a_kept_verdict_that_time_has_overtaken_is_told_apart(desk: Client) -> None:
    target = make_judged(YELLOW)
    assert "Lists still show" not in verdict_of(desk, target)
    models.Assessment.objects.filter(target=target).update(light="green", pace="on_track", judged_on=date(2026, 7, 1))
    page = verdict_of(desk, target)
    assert "Lists still show the verdict of 1 July 2026:" in page
    assert "yellow" in page


def test_a_target_may_be_given_a_rule_of_its_own_by_who_keeps_its_plan(desk: Client) -> None:
    target = make_judged(YELLOW, plan=make.make_plan(owner=make.make_organisation()))
    offer = f"{reverse('admin:targets_assessmentpolicy_add')}?target={target.pk}"
    assert offer in page_of(desk, target)
    stranger = Client()
    stranger.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    assert offer not in page_of(stranger, target)
    own = make.make_policy(target=target, name="专门规则")
    assert offer not in page_of(desk, target)
    last = policies.withdraw(own, reason="不再需要", effective_date=date(2026, 2, 1), by=None)
    assert reverse("admin:targets_assessmentpolicy_change", args=[last.pk]) in verdict_of(desk, target)


def test_the_weight_is_typed_with_the_place_and_shown(desk: Client) -> None:
    target = make_judged(YELLOW, weight=Decimal("2.5"))
    assert "weight" in desk.get(reverse("admin:targets_target_edit", args=[target.pk])).context["adminform"].form.fields
    assert "2.5" in page_of(desk, target)


def test_a_target_page_costs_as_many_queries_for_sixty_values_as_for_three(desk: Client) -> None:
    target = make_judged(RED)
    report(target, 5, period_end=date(2026, 7, 1), verified=False)

    def queries(day: Any) -> int:
        with CaptureQueriesContext(connection) as seen:
            page_of(desk, target, as_of=day)
        return len(seen)

    few = queries("2026-08-01")
    for month in range(1, 60):
        report(target, month, period_end=date(2021 + month // 12, month % 12 + 1, 15))
    assert queries("2026-08-01") == few
