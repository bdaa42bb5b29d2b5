"""The tree of a plan is put in order, typed and numbered from its page, with and without script."""

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.queries.tree import shape
from targets.rules.terms import PlanStatus, Role
from targets.services import plans, tasks
from tests import make

pytestmark = pytest.mark.django_db
WORDS = ("move", "add-node", "name-node", "renumber")
HOSTILE = (
    "",
    "0",
    "-1",
    "abc",
    "9" * 40,
    "task-",
    "task-x",
    f"task-{'9' * 30}",
    "user-1",
    "\x00",
    "task-1\x00",
    "长" * 500,
)


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def url(word: str, plan: models.Plan) -> str:
    return reverse(f"admin:targets_plan_{word}", args=[plan.pk])


def script(desk: Client, word: str, plan: models.Plan, **fields: Any) -> Any:
    return desk.post(url(word, plan), fields, headers={"Accept": "application/json"})


def names(plan: models.Plan) -> list[str]:
    return list(models.Task.objects.filter(plan=plan).order_by("path").values_list("name", flat=True))


@pytest.fixture
def plan() -> models.Plan:
    plan = make.make_plan(owner=make.make_organisation())
    for number, name in (("一", "甲"), ("二", "乙"), ("三", "丙")):
        make.make_task(plan, number=number, name=name, kind="action")
    return plan


def node(plan: models.Plan, name: str) -> models.Task:
    return models.Task.objects.get(plan=plan, name=name)


def token(row: Any) -> str:
    return f"{row._meta.model_name}-{row.pk}"


def test_a_move_says_where_the_node_stands_and_offers_to_undo_it(desk: Client, plan: models.Plan) -> None:
    fields = {"node": token(node(plan, "丙")), "before": token(node(plan, "甲")), "seen": shape(plan)}
    answer = script(desk, "move", plan, **fields).json()
    assert answer["said"] == "“三 丙” is now number 1 of 3 at the top."
    assert answer["seen"] == shape(plan)
    assert "Undo" in answer["bar"]
    assert names(plan) == ["丙", "甲", "乙"]
    undo = {"node": fields["node"], "parent": "", "before": "", "number": "三", "seen": answer["seen"]}
    assert script(desk, "move", plan, **undo).status_code == 200
    assert names(plan) == ["甲", "乙", "丙"]


def test_without_script_a_form_moves_and_the_page_offers_to_undo_it_once(desk: Client, plan: models.Plan) -> None:
    moved, above = node(plan, "甲"), node(plan, "丙")
    form = desk.get(url("move", plan), {"node": token(moved)})
    assert "丙" in form.content.decode()
    fields = {"node": token(moved), "parent": above.pk, "place": "", "seen": shape(plan)}
    answer = desk.post(url("move", plan), fields)
    assert answer["Location"] == f"{url('change', plan)}#{token(moved)}"
    assert names(plan) == ["乙", "丙", "甲"]
    page = desk.get(url("change", plan))
    assert "is now number 1 of 1 below “三 丙”" in page.content.decode()
    assert desk.post(url("move", plan), page.context["undo"]["fields"]).status_code == 302
    assert names(plan) == ["甲", "乙", "丙"]
    assert desk.get(url("change", plan)).context["undo"] is not None
    assert desk.get(url("change", plan)).context["undo"] is None


def test_a_place_is_chosen_by_its_number(desk: Client, plan: models.Plan) -> None:
    desk.post(url("move", plan), {"node": token(node(plan, "丙")), "parent": "", "place": "2"})
    assert names(plan) == ["甲", "丙", "乙"]


def test_a_stale_move_is_refused_and_says_so(desk: Client, plan: models.Plan) -> None:
    seen = shape(plan)
    make.make_task(plan, name="丁")
    answer = script(desk, "move", plan, node=token(node(plan, "丙")), before=token(node(plan, "甲")), seen=seen)
    assert (answer.status_code, answer.json()["code"]) == (409, "stale")
    assert "changed since you opened it" in answer.json()["errors"]["__all__"][0]
    assert names(plan) == ["甲", "乙", "丙", "丁"]


def test_a_taken_number_has_a_code_of_its_own_and_goes_without_on_wish(desk: Client, plan: models.Plan) -> None:
    above, moved = node(plan, "甲"), node(plan, "乙")
    make.make_task(parent=above, number="二", name="甲二")
    answer = script(desk, "move", plan, node=token(moved), parent=above.pk)
    assert (answer.status_code, answer.json()["code"]) == (422, "number_taken")
    answer = script(desk, "move", plan, node=token(moved), parent=above.pk, number="")
    assert (answer.status_code, answer.json()["number"]) == (200, "")
    assert 'name="number" value="二"' in answer.json()["bar"]


def test_a_target_moves_to_another_task_and_leads_back(desk: Client, plan: models.Plan) -> None:
    target = make.make_target(task=node(plan, "甲"))
    answer = script(desk, "move", plan, node=token(target), parent=node(plan, "乙").pk, seen=shape(plan))
    assert answer.json()["said"] == "“超200万辆” is now number 1 of 1 below “二 乙”."
    target.refresh_from_db()
    assert target.task == node(plan, "乙")


def test_a_node_is_typed_after_another_and_shown_as_the_tree_shows_it(desk: Client, plan: models.Plan) -> None:
    fields = {"kind": "action", "number": "二之二", "name": "<b>新</b>", "after": token(node(plan, "乙"))}
    answer = script(desk, "add-node", plan, **fields).json()
    assert names(plan) == ["甲", "乙", "<b>新</b>", "丙"]
    assert "&lt;b&gt;新" in answer["html"]
    assert f'id="{answer["node"]}"' in answer["html"]
    assert answer["seen"] == shape(plan)
    below = script(desk, "add-node", plan, kind="task", number="", name="下", parent=token(node(plan, "乙"))).json()
    assert models.Task.objects.get(name="下").parent == node(plan, "乙")
    assert below["said"] == "“下” is now number 1 of 1 below “二 乙”."


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "长" * 301}, "name"),
        ({"name": "名\x00"}, "name"),
        ({"number": "一" * 41}, "number"),
        ({"kind": "goal"}, "kind"),
        ({"number": "一"}, "__all__"),
        ({"after": "task-999999"}, "__all__"),
        ({"parent": "target-1"}, "__all__"),
    ],
)
def test_what_cannot_be_a_node_is_told_at_its_field(desk: Client, plan: models.Plan, given: Any, field: str) -> None:
    answer = script(desk, "add-node", plan, **({"kind": "action", "number": "", "name": "新"} | given))
    assert answer.status_code == 422
    assert answer.json()["errors"][field]
    assert len(names(plan)) == 3


def test_a_name_is_changed_in_place_unless_someone_was_quicker(desk: Client, plan: models.Plan) -> None:
    task = node(plan, "甲")
    fields = {"node": token(task), "number": "一", "name": "甲二", "name_en": "", "seen_version": 1}
    answer = script(desk, "name-node", plan, **fields)
    assert (answer.json()["shown"], answer.json()["version"]) == ("甲二", 2)
    answer = script(desk, "name-node", plan, **fields | {"name": "甲三"})
    assert answer.status_code == 409
    assert "甲二" in answer.json()["errors"]["__all__"][0]
    answer = script(desk, "name-node", plan, **fields | {"name": "甲三", "seen_version": answer.json()["version"]})
    assert answer.json()["shown"] == "甲三"
    for wrong in ({"name": ""}, {"number": "二"}, {"seen_version": "x"}, {"seen_version": ""}):
        assert script(desk, "name-node", plan, **fields | wrong).status_code == 422, wrong
    assert names(plan) == ["甲三", "乙", "丙"]


def test_numbers_are_previewed_confirmed_and_undone(desk: Client, plan: models.Plan) -> None:
    desk.post(url("move", plan), {"node": token(node(plan, "丙")), "parent": "", "place": "1"})
    make.make_task(plan, name="无号")
    page = desk.get(url("renumber", plan))
    assert [(str(line.task), line.before, line.after) for line in page.context["lines"]] == [
        *(("丙", "三", "一"), ("甲", "一", "二"), ("乙", "二", "三"))
    ]
    desk.get(url("change", plan))
    assert desk.post(url("renumber", plan), {"numbers": page.context["numbers"]}).status_code == 302
    assert [node(plan, name).number for name in ("丙", "甲", "乙", "无号")] == ["一", "二", "三", ""]
    undo = desk.get(url("change", plan)).context["undo"]
    assert undo["said"] == "3 numbers changed."
    desk.post(undo["address"], undo["fields"])
    assert [node(plan, name).number for name in ("丙", "甲", "乙")] == ["三", "一", "二"]


def test_numbers_of_a_node_that_changed_since_the_preview_stay(desk: Client, plan: models.Plan) -> None:
    first = node(plan, "甲")
    sent = json.dumps([[first.pk, "九", first.version]])
    first.name = "改名"
    tasks.edit(first, by=None, version=None)
    answer = desk.post(url("renumber", plan), {"numbers": sent}, follow=True)
    assert "all numbers stay as they are" in answer.content.decode()
    assert node(plan, "改名").number == "一"


def test_only_the_levels_ticked_are_renewed(desk: Client, plan: models.Plan) -> None:
    make.make_task(parent=node(plan, "甲"), number="（五）", name="子")
    page = desk.get(url("renumber", plan), {"chosen": "1", "level": "0"})
    assert page.context["lines"] == []
    page = desk.get(url("renumber", plan), {"chosen": "1", "level": "1"})
    assert [line.after for line in page.context["lines"]] == ["（一）"]


@pytest.mark.parametrize(
    "sent",
    ["", "x", "[]", "{}", "[[1]]", '[["1","x",1]]', '[[1,"x",true]]', "[[1,2,3]]", "[" * 5000, f'[[{"9" * 30},"x",1]]'],
)
def test_numbers_that_no_preview_sent_change_nothing(desk: Client, plan: models.Plan, sent: str) -> None:
    assert desk.post(url("renumber", plan), {"numbers": sent}).status_code == 302
    assert not models.Task.objects.filter(version__gt=1).exists()


def test_no_input_is_a_fault_of_the_server(desk: Client, plan: models.Plan) -> None:
    good = token(node(plan, "甲"))
    for bad in HOSTILE:
        for word in ("move", "name-node", "add-node"):
            for answer in (script(desk, word, plan, node=bad, name="名"), desk.post(url(word, plan), {"node": bad})):
                assert answer.status_code in (302, 409, 422), (word, bad)
        for field in ("parent", "before", "seen", "place", "number"):
            assert script(desk, "move", plan, node=good, **{field: bad}).status_code in (200, 409, 422), (field, bad)
        assert desk.get(url("move", plan), {"node": bad}).status_code == 302
        asked = {"chosen": "1", "level": bad, "through": bad}
        assert desk.get(url("renumber", plan), asked).status_code == 200, bad


def test_a_node_of_another_plan_is_not_there(desk: Client, plan: models.Plan) -> None:
    other = make.make_task()
    assert script(desk, "move", plan, node=token(other)).status_code == 409
    assert script(desk, "move", plan, node=token(node(plan, "甲")), parent=other.pk).status_code == 422
    assert script(desk, "move", plan, node=token(node(plan, "甲")), before=token(other)).status_code == 422
    assert script(desk, "name-node", plan, node=token(other), name="名", seen_version=1).status_code == 422


@pytest.mark.parametrize("word", [*WORDS, "duplicate", "archive", "restore"])
def test_only_editors_of_the_plan_reach_what_changes_it(plan: models.Plan, word: str) -> None:
    hidden = make.make_plan(owner=make.make_organisation(), status=PlanStatus.DRAFT)
    for role in (Role.VIEWER, Role.REPORTER, Role.REVIEWER):
        member = Client()
        member.force_login(make.make_member(plan.owner, role))
        assert member.post(url(word, plan), {}).status_code == 403, role
        assert member.post(url(word, hidden), {}).status_code == 404, role
        page = member.get(url("change", plan)).content.decode()
        assert 'class="grip"' not in page
        assert url(word, plan) not in page
    stranger = Client()
    stranger.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    assert stranger.post(url(word, plan), {}).status_code == 403
    editor = Client()
    editor.force_login(make.make_member(plan.owner, Role.EDITOR))
    assert editor.post(url(word, plan), {}).status_code in (200, 302)
    assert Client().post(url(word, plan), {}).status_code == 302


def test_an_archived_plan_is_read_and_not_edited(desk: Client, plan: models.Plan) -> None:
    plans.archive(plan, by=None)
    page = desk.get(url("change", plan)).content.decode()
    assert "This plan is closed" in page
    assert 'class="grip"' not in page
    first = node(plan, "甲")
    given = {"node": token(first), "number": "一", "name": "名", "name_en": "", "kind": "task", "seen_version": 1}
    for word in ("move", "add-node", "name-node"):
        answer = script(desk, word, plan, **given)
        assert (answer.status_code, answer.json()["code"]) == (422, "archived"), word
    desk.post(url("renumber", plan), {"numbers": json.dumps([[first.pk, "九", 1]])})
    assert not models.Task.objects.filter(version__gt=1).exists()
    desk.post(url("restore", plan))
    plan.refresh_from_db()
    assert plan.status == PlanStatus.PUBLISHED


def test_a_target_begun_in_the_tree_leads_back_there(desk: Client, plan: models.Plan) -> None:
    page = desk.get(url("change", plan)).content.decode()
    assert f"task={node(plan, '甲').pk}&amp;back=tree" in page
