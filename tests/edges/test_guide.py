"""The guide to a first plan: four steps, each saved at once or not at all, left and taken up again at any time."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from targets.models import Plan, Target, Task, User
from targets.rules.terms import PlanStatus, Role
from tests import make

pytestmark = pytest.mark.django_db
BEGIN = "admin:targets_plan_guide"
OUTLINE = "一、壮大主导产业。\n（一）建设整车基地\n1.引进企业\n（二）引育企业\n二、优化环境"


def sign_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def desk() -> Client:
    return sign_in(make.make_administrator())


def step(name: str, plan: Plan) -> str:
    return reverse(f"admin:targets_plan_guide_{name}", args=[plan.pk])


def begin(desk: Client, **typed: object) -> Plan:
    answer = desk.post(reverse(BEGIN), {"name": "长江新区行动方案", "first_year": 2026, "last_year": 2030, **typed})
    assert answer.status_code == 302, answer.context["form"].errors
    plan = Plan.objects.latest("pk")
    assert answer.url == step("tree", plan)
    return plan


def test_an_empty_register_shows_the_four_steps_and_the_way_in(desk: Client) -> None:
    make.make_plan(code="demo-plan", name="演示方案")
    page = desk.get(reverse("admin:index"))
    assert [each.name for each in page.context["steps"]] == ["plan", "tree", "targets", "values"]
    assert reverse(BEGIN) in page.content.decode()
    assert page.context["example"].name == "演示方案"
    make.make_plan()
    page = desk.get(reverse("admin:index"))
    assert "steps" not in page.context
    assert reverse(BEGIN) in page.content.decode()


def test_who_may_add_no_plan_is_not_sent_to_the_guide() -> None:
    reader = sign_in(make.make_member(make.make_organisation(), Role.VIEWER))
    assert reverse(BEGIN) not in reader.get(reverse("admin:index")).content.decode()
    assert reader.get(reverse(BEGIN)).status_code == 403
    assert reader.post(reverse(BEGIN), {"name": "方案"}).status_code == 403
    assert not Plan.objects.exists()


def test_the_first_step_saves_a_draft_with_period_and_code(desk: Client) -> None:
    plan = begin(desk, document_number="鄂政发〔2026〕3号")
    assert (plan.status, plan.code, plan.document_number) == ("draft", "cjxqxdfa-2026-2030", "鄂政发〔2026〕3号")
    assert (str(plan.period_start), str(plan.period_end), plan.period_source) == ("2026-01-01", "2030-12-31", "stated")
    assert begin(desk).code == "cjxqxdfa-2026-2030-2"
    blank = begin(desk, name="Demo", first_year="", last_year="")
    assert (blank.period_start, blank.period_source, blank.code) == (None, "none", "plan-demo")
    assert not blank.is_demo


def test_a_step_taken_again_changes_what_it_saved_and_no_more(desk: Client) -> None:
    plan = begin(desk, document_number="1号")
    page = desk.get(step("plan", plan))
    assert page.context["form"].initial["first_year"] == 2026
    typed = {"name": "新名称", "first_year": 2027, "last_year": 2030, "seen_version": plan.version}
    assert desk.post(step("plan", plan), typed).status_code == 302
    plan.refresh_from_db()
    assert (plan.name, plan.period_start.year, plan.document_number, plan.code) == (
        "新名称",
        2027,
        "",
        "cjxqxdfa-2026-2030",
    )
    stale = desk.post(step("plan", plan), typed | {"name": "另一名称"})
    assert stale.status_code == 200
    assert "另一名称" in stale.content.decode()
    assert desk.post(step("plan", plan), {"name": "无版本"}).status_code == 200
    plan.refresh_from_db()
    assert plan.name == "新名称"


def test_a_period_that_is_not_of_whole_years_is_left_alone(desk: Client) -> None:
    plan = make.make_plan(period_start="2026-03-01", period_end="2030-12-31", period_source="stated")
    assert desk.post(step("plan", plan), {"name": "名称", "first_year": 2000, "seen_version": 1}).status_code == 302
    plan.refresh_from_db()
    assert (plan.name, str(plan.period_start)) == ("名称", "2026-03-01")


def test_an_editor_keeps_plans_of_their_organisations_only() -> None:
    ours, theirs = make.make_organisation(), make.make_organisation()
    desk = sign_in(make.make_member(ours, Role.EDITOR))
    for owner in ("", theirs.pk, 10**30, "x"):
        assert desk.post(reverse(BEGIN), {"name": "方案", "owner": owner}).context["form"].errors["owner"]
    plan = begin(desk, owner=ours.pk)
    assert plan.owner == ours
    other = make.make_plan(owner=theirs)
    hidden = make.make_plan(owner=theirs, status=PlanStatus.DRAFT)
    for name in ("plan", "tree", "targets", "values"):
        assert desk.get(step(name, other)).status_code == 403
        assert desk.get(step(name, hidden)).status_code == 404
    desk.post(step("tree", other), {"outline": OUTLINE, "do": "add"})
    assert not Task.objects.exists()


def test_an_outline_is_looked_at_and_then_added_as_a_whole(desk: Client) -> None:
    plan = begin(desk)
    looked = desk.post(step("tree", plan), {"outline": OUTLINE, "do": "look"})
    assert [each["depth"] for each in looked.context["headings"]] == [0, 1, 2, 1, 0]
    assert "This becomes 5 nodes" in looked.content.decode()
    assert not Task.objects.exists()
    added = desk.post(step("tree", plan), {"outline": OUTLINE, "do": "add"}, follow=True)
    assert "5 nodes were added." in added.content.decode()
    found = Task.objects.filter(plan=plan).order_by("path").values_list("number", "name", "kind", "path")
    assert list(found) == [
        ("一", "壮大主导产业", "action", [1]),
        ("（一）", "建设整车基地", "task", [1, 1]),
        ("1", "引进企业", "step", [1, 1, 1]),
        ("（二）", "引育企业", "task", [1, 2]),
        ("二", "优化环境", "action", [2]),
    ]
    desk.post(step("tree", plan), {"outline": "三、扩大开放", "do": "add"})
    assert Task.objects.get(number="三").path == [3]


def test_of_an_outline_with_a_fault_nothing_is_added_and_nothing_typed_is_lost(desk: Client) -> None:
    plan = begin(desk)
    for outline, words in (
        (f"{OUTLINE}\n二、又一个", "Line 6"),
        (f"{OUTLINE}\n折行的文字", "Line 6"),
        ("", "at least one line"),
        (" \n\t\n", "at least one line"),
        ("一、" + "长" * 400, "Line 1"),
        ("一、甲\x00乙", "Null characters"),
        ("一、甲\x01乙", "Line 1"),
        ("甲\n" * 400, "Line 301"),
        ("字" * 200_000, "at most"),
    ):
        refused = desk.post(step("tree", plan), {"outline": outline, "do": "add"})
        assert refused.status_code == 200
        assert words in refused.content.decode(), words
        assert refused.context["form"]["outline"].value() == outline
    assert not Task.objects.exists()


def test_a_number_that_the_plan_has_already_is_refused_with_its_line(desk: Client) -> None:
    plan = begin(desk)
    desk.post(step("tree", plan), {"outline": OUTLINE, "do": "add"})
    again = desk.post(step("tree", plan), {"outline": "三、新的\n二、旧的", "do": "add"})
    assert "Line 2: “二”" in again.content.decode()
    assert Task.objects.count() == 5


def test_the_steps_lead_to_the_forms_of_targets_and_values_and_back(desk: Client) -> None:
    plan = begin(desk)
    task = make.make_task(plan, name="某任务")
    page = desk.get(step("targets", plan)).content.decode()
    address = f"{reverse('admin:targets_target_add')}?plan={plan.pk}&amp;task={task.pk}&amp;guide={plan.pk}"
    assert address in page
    target = make.make_target(plan, task=task)
    assert "超200万辆" in desk.get(step("targets", plan)).content.decode()
    form = f"{reverse('admin:targets_observation_add')}?series={target.series_id}&guide={plan.pk}"
    assert form.replace("&", "&amp;") in desk.get(step("values", plan)).content.decode()
    typed = {"series": target.series_id, "period_end": "2026-12-31", "period_source": "stated", "comparator": "eq"}
    saved = desk.post(form, typed | {"value": "5"})
    assert (saved.status_code, saved.url) == (302, step("values", plan))
    elsewhere = desk.post(
        form.replace(f"guide={plan.pk}", "guide=x"), typed | {"value": "5", "period_end": "2027-12-31"}
    )
    assert "guide" not in elsewhere.url
    assert [each.is_done for each in desk.get(step("plan", plan)).context["steps"]] == [True] * 4


def test_the_picture_of_progress_follows_what_is_there(desk: Client) -> None:
    assert [each.url for each in desk.get(reverse(BEGIN)).context["steps"]][1:] == ["", "", ""]
    plan = begin(desk)
    page = desk.get(step("targets", plan))
    assert [each.is_done for each in page.context["steps"]] == [True, False, False, False]
    assert page.context["step"].name == "targets"
    assert (page.context["back"], page.context["onward"]) == (step("tree", plan), step("values", plan))
    assert (
        f'href="{step("tree", plan)}"' in desk.get(reverse("admin:index")).content.decode()
    )  # drafts are gone on with


@pytest.mark.parametrize("name", ["plan", "tree", "targets", "values"])
def test_addresses_of_no_plan_are_not_found(desk: Client, name: str) -> None:
    for key in ("0", "x", "9" * 40, "_3B", "1/2"):
        address = f"/admin/targets/plan/{key}/guide/{name}/"
        assert desk.get(address).status_code in (404, 302)
        assert desk.post(address, {"name": "x", "outline": "一、甲", "do": "add"}).status_code in (404, 302, 400)


def test_bad_years_and_names_are_told_at_their_field(desk: Client) -> None:
    for typed, field in (
        ({"name": ""}, "name"),
        ({"name": "长" * 301}, "name"),
        ({"first_year": "x"}, "first_year"),
        ({"first_year": 10**30}, "first_year"),
        ({"first_year": 2030, "last_year": 2026}, "last_year"),
        ({"document_number": "x" * 101}, "document_number"),
    ):
        refused = desk.post(reverse(BEGIN), {"name": "方案"} | typed)
        assert refused.status_code == 200
        assert list(refused.context["form"].errors) == [field]
    assert not Plan.objects.exists()


def test_no_step_costs_more_queries_with_more_rows(desk: Client) -> None:
    plan = begin(desk)

    def queries() -> list[int]:
        counts = []
        for name in ("plan", "tree", "targets", "values"):
            with CaptureQueriesContext(connection) as seen:
                assert desk.get(step(name, plan)).status_code == 200
            counts.append(len(seen))
        return counts

    make.make_target(task=make.make_task(plan))
    few = queries()
    for _ in range(6):
        make.make_target(task=make.make_task(plan))
    assert queries() == few
    assert Target.objects.count() == 7
