"""Two people at one row: both versions are shown, each field can be taken from either, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import PlanStatus, ResponsibilityRole
from targets.services import plans, policies, records, targets, tasks
from tests import make
from tests.edges.test_admin_saving import errors, typed, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator(username="wang"))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def other() -> models.User:
    return make.make_administrator(username="li")


def clashes(answer: Any) -> list[Any]:
    assert answer.status_code == 200
    assert answer.context["is_conflict"]
    return answer.context["clashes"]


def choice(answer: Any, do: str = "save", **takes: str) -> dict[str, Any]:
    """What the browser sends from the page of a conflict; `takes` names fields and the side each is taken from."""
    data: dict[str, Any] = {"conflict-do": do}
    for name, value in answer.context["kept"]:
        data.setdefault(name, []).append(value)
    for clash in answer.context["clashes"]:
        data[clash.version_key] = clash.version
        if clash.is_whole and clash.take:
            data[clash.key] = clash.take
        data |= {f"conflict-take:{each.name}": each.take for each in clash.questions if each.take}
    return data | {f"conflict-take:{name}": side for name, side in takes.items()}


def address(row: Model) -> str:
    admin_of = {"plan", "target", "series"}
    noun = str(row._meta.model_name)
    return url(noun, "edit" if noun in admin_of else "change", row)


def task_with(**fields: Any) -> models.Task:
    return tasks.add(models.Task(plan=make.make_plan(), kind="task", **fields), by=None)


NOUNS: dict[str, tuple[Callable[[], Any], dict[str, tuple[Any, Any]]]] = {
    "plan": (
        lambda: make.make_plan(note="原注", flags=["summary_only"], stated_count=25),
        {"name": ("他的名", "我的名"), "note": ("他注\n二", "我注"), "stated_count": (26, 27), "flags": ([], ["summary_only", "scope_unclear"])},
    ),
    "task": (lambda: task_with(name="任务"), {"name": ("他的", "我的"), "aim": ("他的目的", "我的目的"), "kind": ("step", "action")}),
    "target": (lambda: make.make_target(note="原"), {"note": ("他", "我"), "weight": ("2", "3")}),
    "indicator": (make.make_indicator, {"name": ("产量", "销量"), "unit": ("台", "艘"), "definition": ("甲", "乙")}),
    "series": (make.make_series, {"basis": ("甲口径", "乙口径"), "breakdown": ("甲", "乙")}),
    "organisation": (make.make_organisation, {"name": ("甲局", "乙局"), "level": ("city", "county")}),
    "area": (make.make_area, {"name": ("甲地", "乙地"), "note": ("甲", "乙")}),
    "source": (
        lambda: records.create(models.Source(title="文", code="wen"), by=None),
        {"title": ("甲文", "乙文"), "published_on": ("2026-01-02", "2026-03-04"), "url": ("https://a.example/", "https://b.example/")},
    ),
    "citation": (
        lambda: models.Citation.objects.create(source=models.Source.objects.create(title="文", code="wen"), lines="1"),
        {"lines": ("2", "3-4"), "page": ("5", "6")},
    ),
    "update": (
        lambda: tasks.tell(models.Update(task=make.make_task(), day="2026-05-01", progress="开工"), by=None),
        {"progress": ("完工", "停工"), "day": ("2026-05-02", "2026-05-03")},
    ),
    "responsibility": (
        lambda: records.create(
            models.Responsibility(organisation=make.make_organisation(), task=make.make_task(), role="lead"), by=None
        ),
        {"role": ("responsible", "cooperating"), "position": (3, 4)},
    ),
    "membership": (
        lambda: records.create(
            models.Membership(user=make.make_user(), organisation=make.make_organisation(), role="viewer"), by=None
        ),
        {"role": ("editor", "reviewer")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("parity", [0, 1])
@pytest.mark.parametrize("noun", NOUNS)
def test_the_row_becomes_exactly_what_was_chosen_field_by_field(desk: Client, noun: str, parity: int) -> None:
    build, both = NOUNS[noun]
    row = build()
    first = typed(desk.get(address(row)))
    assert desk.post(address(row), first | {name: pair[0] for name, pair in both.items()}).status_code == 302
    theirs = type(row).objects.values().get(pk=row.pk)
    answer = desk.post(address(row), first | {name: pair[1] for name, pair in both.items()})
    [clash] = clashes(answer)
    assert {each.name: each.changed for each in clash.questions} == dict.fromkeys(both, "both")
    assert type(row).objects.values().get(pk=row.pk) == theirs
    takes = {name: ("mine", "theirs")[(place + parity) % 2] for place, name in enumerate(both)}
    assert desk.post(address(row), choice(answer, **takes)).status_code == 302
    now = typed(desk.get(address(row)))
    expected = {name: pair[0] if takes[name] == "theirs" else pair[1] for name, pair in both.items()}
    assert {name: _plain(now.get(name, "")) for name in both} == {
        name: _plain(value) for name, value in expected.items()
    }
    kept = {name: value for name, value in first.items() if name not in both and "version" not in name}
    assert {name: now.get(name) for name in kept} == kept


def _plain(value: Any) -> Any:
    return sorted(value) or "" if isinstance(value, list) else str(value).replace("\r\n", "\n")


def test_what_only_one_of_us_changed_is_chosen_already_and_merged(desk: Client, other: models.User) -> None:
    plan = make.make_plan(name="原名", note="原注")
    data = typed(desk.get(url("plan", "edit", plan))) | {"note": "我写了很久的话"}
    plan.name = "别人的名"
    records.edit(plan, by=other, version=plan.version)
    answer = desk.post(url("plan", "edit", plan), data)
    [clash] = clashes(answer)
    assert {each.name: (each.changed, each.take) for each in clash.questions} == {
        "name": ("they", "theirs"),
        "note": ("i", "mine"),
    }
    assert clash.deed.by == "li"
    assert [each.read for each in clash.questions] == ["原名", "原注"]
    page = answer.content.decode()
    assert "Changed by li" in page
    assert "我写了很久的话" in page
    assert desk.post(url("plan", "edit", plan), choice(answer)).status_code == 302
    saved = models.Plan.objects.get()
    assert (saved.name, saved.note) == ("别人的名", "我写了很久的话")


def test_a_field_that_both_changed_must_be_chosen(desk: Client) -> None:
    answer, plan = _stale_plan(desk)
    again = desk.post(url("plan", "edit", plan), choice(answer))
    assert "Choose for each field" in again.context["notice"]
    assert models.Plan.objects.get().name == "别人的名"
    assert dict(again.context["kept"])["name"] == "我的名"


@pytest.mark.parametrize(("side", "name"), [("theirs", "别人的名"), ("mine", "我的名")])
def test_one_side_is_taken_throughout_without_scripts(desk: Client, side: str, name: str) -> None:
    answer, plan = _stale_plan(desk)
    chosen = desk.post(url("plan", "edit", plan), choice(answer, do=side))
    assert {each.take for clash in clashes(chosen) for each in clash.questions} == {side}
    assert models.Plan.objects.get().name == "别人的名"
    assert desk.post(url("plan", "edit", plan), choice(chosen)).status_code == 302
    assert models.Plan.objects.get().name == name


def test_a_third_version_in_between_is_refused_again_with_the_newest(desk: Client, other: models.User) -> None:
    answer, plan = _stale_plan(desk)
    data = choice(answer, name="mine")
    row = models.Plan.objects.get()
    row.name = "第三个名"
    records.edit(row, by=other, version=row.version)
    again = desk.post(url("plan", "edit", plan), data)
    [clash] = clashes(again)
    assert "li has changed it once more" in again.context["notice"]
    assert [(each.stored, each.typed, each.take) for each in clash.questions] == [("第三个名", "我的名", "")]
    assert models.Plan.objects.get().name == "第三个名"
    assert desk.post(url("plan", "edit", plan), choice(again, name="mine")).status_code == 302
    assert models.Plan.objects.get().name == "我的名"


def test_the_choice_can_be_taken_back_into_the_form(desk: Client) -> None:
    answer, plan = _stale_plan(desk)
    form = desk.post(url("plan", "edit", plan), choice(answer, do="form", name="mine"))
    assert "Nothing is saved yet" in errors(form)["__all__"][0]
    assert models.Plan.objects.get().name == "别人的名"
    assert desk.post(url("plan", "edit", plan), typed(form) | {"name": "第三种写法"}).status_code == 302
    assert models.Plan.objects.get().name == "第三种写法"


def test_the_choice_is_checked_like_any_form(desk: Client) -> None:
    plan = make.make_plan(period_start="2026-01-01", period_end="2030-12-31", period_source="stated")
    data = typed(desk.get(url("plan", "edit", plan))) | {"period_start": "2030-06-01"}
    plan.period_end = "2029-12-31"
    records.edit(plan, by=None, version=plan.version)
    answer = desk.post(url("plan", "edit", plan), data)
    form = desk.post(url("plan", "edit", plan), choice(answer))
    assert "ends before it begins" in errors(form)["__all__"][0]
    assert form.context["adminform"].form["period_start"].value() == "2030-06-01"
    assert form.context["adminform"].form["period_end"].value() == "2029-12-31"


def test_what_is_stored_is_told_in_words(desk: Client) -> None:
    area = make.make_area(name="某走廊")
    plan = make.make_plan()
    data = typed(desk.get(url("plan", "edit", plan))) | {"flags": ["summary_only"], "status": "archived"}
    plan.area, plan.flags, plan.status = area, ["scope_unclear"], PlanStatus.PUBLISHED
    records.edit(plan, by=None, version=plan.version)
    [clash] = clashes(desk.post(url("plan", "edit", plan), data))
    words = {each.name: (each.stored, each.typed) for each in clash.questions}
    assert words["area"] == ("某走廊", "")
    assert words["status"] == ("published", "archived")
    assert "_" not in "".join(words["flags"])


def test_publishing_while_someone_types_clashes_with_their_form_only_in_the_status(desk: Client) -> None:
    plan = make.make_plan(status=PlanStatus.DRAFT)
    data = typed(desk.get(url("plan", "edit", plan))) | {"note": "我的"}
    plans.publish(plan, by=None)
    answer = desk.post(url("plan", "edit", plan), data)
    assert desk.post(url("plan", "edit", plan), choice(answer)).status_code == 302
    saved = models.Plan.objects.get()
    assert (saved.status, saved.note) == (PlanStatus.PUBLISHED, "我的")


def test_a_change_that_the_form_does_not_show_stops_nobody(desk: Client) -> None:
    plan = make.make_plan()
    data = typed(desk.get(url("plan", "edit", plan))) | {"note": "我的"}
    models.Plan.objects.update(sort_key="renewed")
    assert models.Plan.objects.get().version > plan.version
    assert desk.post(url("plan", "edit", plan), data).status_code == 302
    assert models.Plan.objects.get().note == "我的"


def test_a_value_that_cannot_be_read_back_stands_as_it_was_typed(desk: Client) -> None:
    """A form with a fault of its own tells the fault first; the conflict waits."""
    answer, plan = _stale_plan(desk, note="x", issued_on="2026-02-30")
    assert "issued_on" in errors(answer)
    again = desk.post(url("plan", "edit", plan), typed(answer) | {"issued_on": ""})
    assert clashes(again)


def test_nonsense_in_the_choices_is_no_fault(desk: Client) -> None:
    answer, plan = _stale_plan(desk)
    data = choice(answer)
    for junk in (
        {"conflict-do": "\x00"},
        {"conflict-take:name": "both"},
        {"conflict-version:": "99999999999999999999"},
        {"seen_version": "-1"},
        {"seen_version": "９"},
    ):
        assert desk.post(url("plan", "edit", plan), data | junk).status_code == 200
    assert models.Plan.objects.get().name == "别人的名"


# Rows within a page


def test_a_stale_row_within_a_page_is_shown_beside_what_was_typed(desk: Client, other: models.User) -> None:
    task, part = _task_with_part()
    data = typed(desk.get(url("task", "change", task))) | {"responsibilities-0-position": "7", "aim": "我的"}
    part.position = 3
    records.edit(part, by=other, version=part.version)
    answer = desk.post(url("task", "change", task), data)
    [clash] = clashes(answer)
    assert [(each.read, each.stored, each.typed) for each in clash.questions] == [("0", "3", "7")]
    assert models.Responsibility.objects.get().position == 3
    name = clash.questions[0].name
    assert desk.post(url("task", "change", task), choice(answer, **{name: "mine"})).status_code == 302
    assert models.Responsibility.objects.get().position == 7
    assert models.Task.objects.get().aim == "我的"


def test_the_page_and_its_rows_are_settled_together(desk: Client) -> None:
    task, part = _task_with_part()
    data = typed(desk.get(url("task", "change", task))) | {"responsibilities-0-position": "7", "aim": "我的"}
    part.position = 3
    records.edit(part, by=None, version=part.version)
    task.aim = "他的"
    tasks.edit(task, by=None, version=task.version)
    answer = desk.post(url("task", "change", task), data)
    assert len(clashes(answer)) == 2
    takes = {"aim": "theirs", "responsibilities-0-position": "mine"}
    assert desk.post(url("task", "change", task), choice(answer, **takes)).status_code == 302
    assert models.Task.objects.get().aim == "他的"
    assert models.Responsibility.objects.get().position == 7


@pytest.mark.parametrize(("take", "left"), [("mine", 1), ("theirs", 0)])
def test_a_row_that_was_removed_is_added_again_or_left(desk: Client, other: models.User, take: str, left: int) -> None:
    task = make.make_task()
    update = tasks.tell(models.Update(task=task, day="2026-05-01", progress="开工"), by=None)
    second = tasks.tell(models.Update(task=task, day="2026-05-02", progress="继续"), by=None)
    page = typed(desk.get(url("task", "change", task)))
    place = 0 if str(page["updates-0-id"]) == str(update.pk) else 1
    data = page | {f"updates-{place}-problem": "我写的难处", f"updates-{1 - place}-progress": "改了"}
    records.remove(update, by=other)
    answer = desk.post(url("task", "change", task), data)
    [clash] = clashes(answer)
    assert clash.is_removed
    assert clash.deed.by == "li"
    assert "我写的难处" in answer.content.decode()
    assert desk.post(url("task", "change", task), choice(answer)).context["notice"]
    assert desk.post(url("task", "change", task), choice(answer) | {clash.key: take}).status_code == 302
    assert models.Update.objects.get(pk=second.pk).progress == "改了"
    assert models.Update.objects.filter(problem="我写的难处").count() == left
    assert models.Update.objects.count() == 1 + left


@pytest.mark.parametrize(("take", "left"), [("mine", 0), ("theirs", 1)])
def test_a_row_that_was_changed_is_not_removed_in_silence(desk: Client, take: str, left: int) -> None:
    task, part = _task_with_part()
    data = typed(desk.get(url("task", "change", task))) | {"responsibilities-0-DELETE": "on"}
    part.position = 3
    records.edit(part, by=None, version=part.version)
    answer = desk.post(url("task", "change", task), data)
    [clash] = clashes(answer)
    assert clash.removal
    assert models.Responsibility.objects.count() == 1
    assert desk.post(url("task", "change", task), choice(answer) | {clash.key: take}).status_code == 302
    assert models.Responsibility.objects.filter(position=3).count() == left


def test_a_stale_part_of_an_area_is_shown(desk: Client) -> None:
    whole = make.make_area()
    part = records.create(models.AreaPart(whole=whole, part=make.make_area()), by=None)
    data = typed(desk.get(url("area", "change", whole))) | {"parts-0-position": "5"}
    part.position = 2
    records.edit(part, by=None, version=part.version)
    [clash] = clashes(desk.post(url("area", "change", whole), data))
    assert [each.name for each in clash.questions] == ["parts-0-position"]


# A row that is no longer there


def test_what_was_typed_into_a_removed_row_can_be_copied_and_added_anew(desk: Client, other: models.User) -> None:
    task = make.make_task(name="旧任务")
    plan = task.plan
    data = typed(desk.get(url("task", "change", task))) | {"note": "我写了很久的话", "updates-TOTAL_FORMS": 1}
    data |= {"updates-0-day": "2026-05-01", "updates-0-progress": "也写了进展"}
    here = url("task", "change", task)
    tasks.remove(task, by=other)
    answer = desk.post(here, data)
    page = answer.content.decode()
    assert "Removed by li" in page
    assert "我写了很久的话" in page
    assert "也写了进展" in page
    form = desk.post(url("task", "add"), choice(answer, do="form"))
    assert "Nothing is saved yet" in errors(form)["__all__"][0]
    again = typed(form) | {"plan": plan.pk}
    assert desk.post(url("task", "add"), again).status_code == 302
    assert models.Task.objects.get().note == "我写了很久的话"
    assert models.Update.objects.get().progress == "也写了进展"


def test_a_row_that_never_was_leads_home(desk: Client) -> None:
    assert desk.post(reverse("admin:targets_task_change", args=[999]), {"note": "x"}).status_code == 302


# Versions that are added, never altered


def test_a_revision_in_between_is_shown_beside_mine(desk: Client, other: models.User) -> None:
    target = make.make_target()
    here = f"{url('targetrevision', 'add')}?target={target.pk}"
    data = typed(desk.get(here)) | {
        "target": target.pk,
        "reason": "我的理由",
        "lower": "2500000",
        "wording": "超250万辆",
    }
    targets.revise(target, make.revision(reason="他的理由", lower=2_200_000, nature="binding"), by=other)
    answer = desk.post(here, data)
    [clash] = clashes(answer)
    assert {each.name: each.changed for each in clash.questions} == {"lower": "i", "wording": "i", "nature": "they"} | (
        {"lower": "both"}
    )
    assert clash.deed.reason == "他的理由"
    assert target.revisions.count() == 2
    assert desk.post(here, choice(answer, lower="mine")).status_code == 302
    third = target.revisions.get(number=3)
    assert (third.lower, third.nature, third.reason) == (2_500_000, "binding", "我的理由")


def test_a_version_of_a_policy_in_between_is_shown_beside_mine(desk: Client, other: models.User) -> None:
    policy = make.make_policy(name="某规则")
    here = f"{url('assessmentpolicy', 'add')}?changes={policy.pk}"
    data = typed(desk.get(here)) | {"reason": "我的理由", "note": "我注"}
    changed = make.policy(code=policy.code, name="他改的名", reason="他的理由")
    policies.change(changed, by=other)
    answer = desk.post(here, data)
    [clash] = clashes(answer)
    assert {each.name: each.take for each in clash.questions} == {"name": "theirs", "note": "mine"}
    assert desk.post(here, choice(answer)).status_code == 302
    newest = models.AssessmentPolicy.objects.get(code=policy.code, number=3)
    assert (newest.name, newest.note) == ("他改的名", "我注")


def _stale_plan(desk: Client, **more: Any) -> tuple[Any, models.Plan]:
    plan = make.make_plan(name="原名")
    data = typed(desk.get(url("plan", "edit", plan))) | {"name": "我的名"} | more
    plan.name = "别人的名"
    records.edit(plan, by=None, version=plan.version)
    return desk.post(url("plan", "edit", plan), data), plan


def _task_with_part() -> tuple[models.Task, models.Responsibility]:
    task = make.make_task()
    part = models.Responsibility(organisation=make.make_organisation(), task=task, role=ResponsibilityRole.LEAD)
    return task, records.create(part, by=None)
