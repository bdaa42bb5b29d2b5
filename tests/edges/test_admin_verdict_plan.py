"""The page of a plan shows a verdict on every target, what they come to for each task, and for the plan as a whole."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets import models
from targets.rules.terms import Role
from targets.rules.verdicts.terms import RollupRule
from tests import make
from tests.edges.judged import AHEAD, BLUE, RED, YELLOW, make_judged

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    return client


def page_of(desk: Client, plan: models.Plan, language: str = "zh-hans") -> str:
    desk.cookies["django_language"] = language
    answer = desk.get(reverse("admin:targets_plan_change", args=[plan.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def url(noun: str, word: str, row: models.Target | models.AssessmentPolicy) -> str:
    return reverse(f"admin:targets_{noun}_{word}", args=[row.pk])


def test_each_target_shows_light_pace_share_value_and_sentence_in_both_languages(desk: Client) -> None:
    target = make_judged(YELLOW)
    page = page_of(desk, target.plan)
    for words in ("黄灯", "滞后", "10%", "10辆", "2026年6月30日", "已完成全程的10%"):
        assert words in page, words
    english = page_of(desk, target.plan, "en")
    for words in ("yellow", "behind", "10% done", "27.48% expected", "10 vehicles", "10% of the way is done"):
        assert words in english, words


def test_a_light_is_never_told_by_its_colour_alone(desk: Client) -> None:
    plan = make.make_plan()
    for value in (BLUE, AHEAD, YELLOW, RED, None):
        make_judged(value, plan=plan)
    page = page_of(desk, plan)
    for word in ("蓝灯", "绿灯", "黄灯", "红灯", "灰灯"):
        assert f"<span>{word}</span>" in page
    shapes = re.findall(r'<svg class="lamp-shape"[^>]*>(.*?)</svg>', page)
    assert len({re.sub("#[0-9a-f]{6}", "", shape) for shape in shapes}) == 5


def test_the_plan_as_a_whole_names_counts_coverage_score_rule_and_the_target_that_decides(desk: Client) -> None:
    plan = make.make_plan()
    make_judged(AHEAD, plan=plan)
    worst = make_judged(RED, plan=plan, indicator={"name": "投资额"})
    make_judged(None, plan=plan)
    page = page_of(desk, plan)
    head = page[page.index('<section class="score"') : page.index("</section>")]
    for words in ("3项目标中2项有数据", "绿灯1", "红灯1", "灰灯1", "“投资额”", "最差决定", "倒退"):
        assert words in head, words
    assert url("target", "change", worst) in head
    assert "<svg" in head


def test_a_task_shows_all_targets_below_it_under_the_rule_of_the_plan(desk: Client) -> None:
    plan = make.make_plan()
    action = make.make_task(plan, kind="action", name="一项行动")
    make_judged(AHEAD, plan=plan, task=make.make_task(parent=action))
    make_judged(RED, plan=plan, task=action)
    make.make_policy(plan=plan, rollup=RollupRule.COUNTS)
    branch = desk.get(reverse("admin:targets_plan_change", args=[plan.pk])).context["branches"][0]
    assert "可判定的2项中1项为蓝灯或绿灯" in branch.score.sentence
    assert branch.score.tally.count('class="count"') == 2
    assert branch.children[0].score.tally.count('class="count"') == 1
    make.make_task(plan, name="没有目标的任务")
    bare = desk.get(reverse("admin:targets_plan_change", args=[plan.pk])).context["branches"][1]
    assert bare.score is None


def test_a_weighted_mean_shows_its_number(desk: Client) -> None:
    plan = make.make_plan()
    make_judged(80, plan=plan, weight=3)
    make_judged(YELLOW, plan=plan, weight=1)
    make.make_policy(plan=plan, rollup=RollupRule.WEIGHTED_MEAN)
    assert "62.5% done on average" in page_of(desk, plan, "en")


def test_the_policy_is_named_with_its_version_and_linked(desk: Client) -> None:
    target = make_judged(YELLOW)
    policy = make.make_policy(plan=target.plan, name="本方案规则")
    page = page_of(desk, target.plan, "en")
    assert "本方案规则, version 1" in page
    assert url("assessmentpolicy", "change", policy) in page
    assert "assessmentpolicy/add/?plan=" not in page


def test_who_keeps_the_plan_may_give_it_a_rule_of_its_own_and_others_may_not(desk: Client) -> None:
    plan = make_judged(YELLOW, plan=make.make_plan(owner=make.make_organisation())).plan
    offer = f"{reverse('admin:targets_assessmentpolicy_add')}?plan={plan.pk}"
    assert offer in page_of(desk, plan)
    editor, stranger = Client(), Client()
    editor.force_login(make.make_member(plan.owner, Role.EDITOR))
    stranger.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    assert offer in page_of(editor, plan)
    assert offer not in page_of(stranger, plan)


def test_a_plan_without_targets_and_one_that_was_never_judged_say_so(desk: Client) -> None:
    task = make.make_task()
    assert "nothing to judge" in page_of(desk, task.plan, "en")
    target = make_judged(YELLOW)
    models.Assessment.objects.filter(target=target).delete()
    page = page_of(desk, target.plan, "en")
    assert page.count("Not judged yet.") == 2


def test_a_plan_page_costs_as_many_queries_for_thirty_judged_targets_as_for_three(desk: Client) -> None:
    plan = make.make_plan(owner=make.make_organisation(parent=make.make_organisation()))

    def queries(count: int) -> int:
        for number in range(count):
            target = make_judged(number + 1, plan=plan, task=make.make_task(plan))
            make.make_policy(target=target)
        with CaptureQueriesContext(connection) as seen:
            page_of(desk, plan)
        return len(seen)

    queries(3)
    assert queries(0) == queries(27)
