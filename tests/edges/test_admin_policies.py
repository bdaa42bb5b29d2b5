"""Assessment policies in the admin: listed, added, changed by a new version, withdrawn; whom they judge, and who may."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets.models import Assessment, AssessmentPolicy, Organisation, Target
from targets.queries.days import today
from targets.rules.terms import PlanStatus, Role
from targets.rules.verdicts.terms import Method, RollupRule
from targets.services import policies
from tests import make
from tests.edges.judged import YELLOW, make_judged
from tests.edges.test_admin_saving import errors, typed

pytestmark = pytest.mark.django_db
ADD = "admin:targets_assessmentpolicy_add"
HUGE = "9" * 5000


def url(word: str, row: AssessmentPolicy | None = None) -> str:
    return reverse(f"admin:targets_assessmentpolicy_{word}", args=[row.pk] if row else [])


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def desk() -> Client:
    return signed_in(make.make_administrator(username="wang"))


@pytest.fixture
def body() -> Organisation:
    return make.make_organisation(name="我单位")


@pytest.fixture
def editor(body: Organisation) -> Client:
    return signed_in(make.make_member(body, Role.EDITOR))


def a_policy(**given: Any) -> dict[str, Any]:
    """A policy as an administrator types it."""
    how = {"ahead": "5", "on_track": "-5", "behind": "-20", "far_behind": "-5", "bare_as": "floor", "rollup": "counts"}
    return {
        "code": "own-rule",
        "name": "专门规则",
        "approx_tolerance": "0.05",
        "effective_date": "2026-01-01",
        **how,
        **given,
    }


def change(desk: Client, policy: AssessmentPolicy, **given: Any) -> Any:
    """Opens the form of a new version, and saves it as it stands but for what is given."""
    return desk.post(url("add"), typed(desk.get(url("add"), {"changes": policy.pk})) | given)


def light_of(target: Target) -> str:
    return Assessment.objects.get(target=target).light


def test_each_policy_has_one_line_with_its_version_scope_method_thresholds_and_state(desk: Client) -> None:
    plan = make.make_plan(name="走廊方案")
    first = make.make_policy(code="corridor-rule", name="走廊规则", plan=plan, on_track=Decimal(-10))
    policies.change(make.policy(code="corridor-rule", name="走廊规则", on_track=Decimal(-8), reason="收紧"), by=None)
    make.make_policy(code="later", name="以后的规则", effective_date=today() + timedelta(days=9), method=Method.UN_2022)
    page = desk.get(url("changelist"))
    lines = list(page.context["cl"].result_list)
    assert [(line.code, line.number) for line in lines] == [("corridor-rule", 2), ("later", 1)]
    text = page.content.decode()
    for words in ("走廊规则", "the plan 走廊方案", "on track -8", "in force", "growth ratio of the UN, 2022 edition"):
        assert words in text, words
    assert first.pk not in {line.pk for line in lines}


def test_an_added_policy_judges_its_plan_at_once(desk: Client) -> None:
    target = make_judged(YELLOW)
    assert light_of(target) == "yellow"
    answer = desk.post(url("add"), a_policy(plan=target.plan_id, on_track="-20", behind="-30"))
    policy = AssessmentPolicy.objects.get(code="own-rule")
    assert answer["Location"] == url("change", policy)
    assert (policy.number, policy.recorded_by.username, policy.plan) == (1, "wang", target.plan)
    assert light_of(target) == "green"
    page = desk.get(url("change", policy))
    assert page.context["targets"] == 1
    assert "the plan 某方案" in page.content.decode()


def test_a_rule_of_ones_own_starts_from_the_one_that_judged_so_far(desk: Client) -> None:
    plan = make.make_plan(owner=make.make_organisation(), code="corridor")
    make.make_policy(organisation=plan.owner, behind=Decimal(-25), rollup=RollupRule.COUNTS, name="上级规则")
    form = desk.get(url("add"), {"plan": plan.pk}).context["adminform"].form
    assert form["plan"].value() == str(plan.pk)
    assert form["code"].value() == "corridor.rule"
    assert (form["behind"].value(), form["rollup"].value()) == ("-25", RollupRule.COUNTS)
    assert not form["name"].value()
    target = make_judged(YELLOW, plan=plan)
    form = desk.get(url("add"), {"target": target.pk}).context["adminform"].form
    assert form["behind"].value() == "-25"


def test_a_change_starts_from_the_version_in_force_and_is_recorded_as_a_new_one(desk: Client) -> None:
    target = make_judged(YELLOW)
    policy = make.make_policy(plan=target.plan, name="走廊规则", behind=Decimal(-20))
    form = desk.get(url("add"), {"changes": policy.pk}).context["adminform"].form
    assert (form["name"].value(), form["behind"].value()) == ("走廊规则", "-20")
    assert not {"code", "plan", "organisation", "target"} & set(form.fields)
    assert "reason" in errors(change(desk, policy))
    answer = change(desk, policy, behind="-12", reason="按会议纪要收紧", effective_date="2026-02-01")
    new = AssessmentPolicy.objects.get(code=policy.code, number=2)
    assert answer["Location"] == url("change", new)
    assert (new.behind, new.reason, new.recorded_by.username, new.plan) == (-12, "按会议纪要收紧", "wang", target.plan)
    assert light_of(target) == "red"
    policy.refresh_from_db()
    assert policy.behind == -20


def test_the_page_tells_what_each_version_changed_and_which_one_holds(desk: Client) -> None:
    policy = make.make_policy(name="走廊规则", behind=Decimal(-20))
    change(desk, policy, behind="-12", max_age_days="62", reason="收紧", effective_date="2026-02-01")
    page = desk.get(url("change", policy))
    told = {each.field: (each.before, each.after) for each in page.context["versions"][0].differences}
    assert told == {"Behind down to": ("-20", "-12"), "Days until stale": ("blank", "62")}
    assert page.context["versions"][1].differences == ()
    text = page.content.decode()
    assert "Version 2 is in force." in text
    assert "superseded" in text
    assert "收紧" in text


def test_a_policy_is_withdrawn_with_day_and_reason_and_can_be_taken_up_again(desk: Client) -> None:
    target = make_judged(YELLOW)
    policy = make.make_policy(plan=target.plan, on_track=Decimal(-50), behind=Decimal(-60))
    assert light_of(target) == "green"
    ask = url("withdraw", policy)
    assert set(desk.post(ask, {"reason": ""}).context["form"].errors) == {"effective_date", "reason"}
    assert desk.post(ask, {"effective_date": "2026-02-01", "reason": "改按通用规则"}).status_code == 302
    assert light_of(target) == "yellow"
    last = AssessmentPolicy.objects.get(code=policy.code, number=2)
    page = desk.get(url("change", last)).content.decode()
    assert "withdrawn" in page
    assert url("withdraw", last) not in page
    assert desk.get(url("change", policy)).context["state"] == "withdrawn", "also on the page of an older version"
    assert change(desk, last, reason="恢复", effective_date="2026-03-01").status_code == 302
    assert light_of(target) == "green"


def test_versions_are_never_edited_or_removed(desk: Client) -> None:
    policy = make.make_policy()
    assert desk.post(url("change", policy), a_policy(name="改")).status_code == 403
    assert desk.get(url("delete", policy)).status_code == 403
    assert desk.post(url("delete", policy), {"post": "yes"}).status_code == 403
    policy.refresh_from_db()
    assert policy.name == "某规则"


def test_an_editor_sets_the_rule_for_what_their_organisation_keeps(editor: Client, body: Organisation) -> None:
    own = make.make_plan(owner=body)
    target = make_judged(YELLOW, plan=own)
    assert editor.post(url("add"), a_policy(code="plan-rule", plan=own.pk)).status_code == 302
    assert editor.post(url("add"), a_policy(code="body-rule", organisation=body.pk)).status_code == 302
    assert editor.post(url("add"), a_policy(code="target-rule", target=target.pk)).status_code == 302
    policy = AssessmentPolicy.objects.get(code="plan-rule")
    assert "?changes=" in editor.get(url("change", policy)).content.decode()
    assert change(editor, policy, reason="收紧").status_code == 302


def test_an_editor_sets_no_rule_for_others_nor_for_everybody(editor: Client) -> None:
    other = make.make_plan(owner=make.make_organisation())
    assert "plan" in errors(editor.post(url("add"), a_policy(plan=other.pk)))
    assert "organisation" in errors(editor.post(url("add"), a_policy(organisation=other.owner_id)))
    assert "target" in errors(editor.post(url("add"), a_policy(target=make_judged(YELLOW, plan=other).pk)))
    assert "for administrators" in str(errors(editor.post(url("add"), a_policy()))["plan"])
    assert not AssessmentPolicy.objects.exists()


def test_an_editor_reads_the_rules_of_others_and_finds_no_way_to_change_them(editor: Client) -> None:
    policy = make.make_policy(name="通用规则")
    page = editor.get(url("change", policy)).content.decode()
    assert "通用规则" in page
    assert "?changes=" not in page
    assert url("withdraw", policy) not in page
    assert editor.get(url("withdraw", policy)).status_code == 403
    data = a_policy(changes=policy.pk, based_on=1, reason="越权")
    assert editor.post(url("add"), data).status_code == 200
    assert AssessmentPolicy.objects.count() == 1


def test_a_viewer_adds_none(body: Organisation) -> None:
    viewer = signed_in(make.make_member(body, Role.VIEWER))
    assert viewer.get(url("changelist")).status_code == 200
    assert viewer.get(url("add")).status_code == 403


def test_the_rule_of_a_hidden_plan_does_not_exist_for_others(editor: Client) -> None:
    hidden = make.make_plan(status=PlanStatus.DRAFT, owner=make.make_organisation())
    policy = make.make_policy(name="未公开规则", plan=hidden)
    assert "未公开规则" not in editor.get(url("changelist")).content.decode()
    assert editor.get(url("change", policy)).status_code == 302
    assert editor.get(url("withdraw", policy)).status_code == 404
    assert "未公开规则" not in editor.get(url("add"), {"changes": policy.pk}).content.decode()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": "Not A Code"}, "code"),
        ({"name": ""}, "name"),
        ({"name": "长" * 5000}, "name"),
        ({"method": "by-eye"}, "method"),
        ({"ahead": "soon"}, "ahead"),
        ({"behind": "NaN"}, "behind"),
        ({"behind": "1e400"}, "behind"),
        ({"approx_tolerance": "-1"}, "__all__"),
        ({"approx_tolerance": "1"}, "__all__"),
        ({"max_age_days": "-1"}, "max_age_days"),
        ({"max_age_days": "99999999999999999999"}, "max_age_days"),
        ({"min_points": "二"}, "min_points"),
        ({"rollup": ""}, "rollup"),
        ({"effective_date": "2026-02-30"}, "effective_date"),
        ({"effective_date": ""}, "effective_date"),
        ({"note": "附\x00注"}, "note"),
        ({"plan": HUGE}, "plan"),
        ({"changes": HUGE}, "changes"),
        ({"code": "default", "plan": "own"}, "__all__"),
        ({"plan": "own", "organisation": "own"}, "__all__"),
    ],
)
def test_a_policy_that_does_not_fit_is_refused_in_words(desk: Client, given: dict[str, Any], field: str) -> None:
    body = make.make_organisation()
    own = {"plan": make.make_plan(owner=body).pk, "organisation": body.pk}
    data = a_policy(**{name: own[name] if value == "own" else value for name, value in given.items()})
    assert field in errors(desk.post(url("add"), data))
    assert not AssessmentPolicy.objects.exists()


def test_a_second_policy_for_one_plan_is_refused_in_words(desk: Client) -> None:
    plan = make.make_plan()
    make.make_policy(plan=plan)
    assert "stands here already" in str(errors(desk.post(url("add"), a_policy(plan=plan.pk))))


def test_nonsense_in_the_address_is_no_fault(desk: Client) -> None:
    for asked in ({"changes": "abc"}, {"changes": HUGE}, {"plan": HUGE}, {"target": "-1"}, {"ahead": "1e999"}):
        assert desk.get(url("add"), asked).status_code == 200, asked
    assert desk.get(f"/admin/targets/assessmentpolicy/{HUGE}/change/").status_code == 302


def test_pages_read_in_chinese(desk: Client) -> None:
    desk.cookies["django_language"] = "zh-hans"
    policy = make.make_policy(name="本单位规则")
    page = desk.get(url("change", policy)).content.decode()
    for words in ("本单位规则", "第1版", "现行有效", "差距不低于5个百分点为超前"):
        assert words in page, words
    assert "有节点的按节点路径" in desk.get(url("add")).content.decode()
