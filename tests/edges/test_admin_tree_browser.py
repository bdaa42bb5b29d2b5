"""The tree of a plan in a real browser: by drag, by keys, typed in place, and what was folded stays folded."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from django.urls import reverse

from targets import models
from targets.services import tasks
from tests import make
from tests.browser import DESK, Heard, listen, needs_browser, open_browser, sign_in

REFUSED = ("409", "422")
"""That something was refused is told by the browser as an error; it is none."""


@pytest.fixture
def page(live_server: Any) -> Iterator[Any]:
    name = make.make_administrator().username
    with open_browser() as browser:
        page = browser.new_page(viewport=DESK)
        heard: Heard = listen(page)
        sign_in(page, live_server.url, name, language="en")
        yield page
        assert [said for said in heard.said if not any(code in said for code in REFUSED)] == []
        assert heard.strangers(live_server.url) == []
        # Within the browser's loop Django opened a connection of its own.
        connections.close_all()


def expect(found: Any) -> Any:
    from playwright.sync_api import expect

    return expect(found)


def opened(page: Any, live_server: Any, plan: models.Plan) -> None:
    page.goto(f"{live_server.url}{reverse('admin:targets_plan_change', args=[plan.pk])}")
    page.wait_for_selector("#plan-tree.scripted")


def grip(page: Any, row: Any) -> Any:
    return page.locator(f"#{row._meta.model_name}-{row.pk} .grip").first


def said(page: Any, words: str) -> None:
    expect(page.locator("#tree-bar")).to_contain_text(words, timeout=15_000)


def shown(page: Any) -> list[str]:
    return [each.inner_text() for each in page.query_selector_all("#plan-tree .branch > .row .name")]


def kept(plan: models.Plan) -> list[str]:
    return list(models.Task.objects.filter(plan=plan).order_by("path").values_list("name", flat=True))


@pytest.fixture
def nodes() -> list[models.Task]:
    plan = make.make_plan()
    return [make.make_task(plan, number=number, name=f"第{number}项", kind="action") for number in "一二三"]


@needs_browser
def test_nodes_and_targets_are_moved_by_keys_and_by_drag_and_put_back(
    page: Any, live_server: Any, nodes: list[models.Task]
) -> None:
    first, second, third = nodes
    plan, target = first.plan, make.make_target(task=first)
    opened(page, live_server, plan)

    grip(page, third).focus()
    page.keyboard.press("Alt+ArrowUp")
    said(page, "“三 第三项” is now number 2 of 3 at the top")
    assert shown(page) == kept(plan) == ["第一项", "第三项", "第二项"]
    page.keyboard.press("Alt+ArrowRight")
    said(page, "is now number 1 of 1 below “一 第一项”")
    page.wait_for_timeout(300)
    expect(grip(page, third)).to_be_focused()
    third.refresh_from_db()
    assert third.parent == first
    page.keyboard.press("Control+z")
    said(page, "is now number 2 of 3 at the top")
    page.keyboard.press("Control+z")
    said(page, "is now number 1 of 1 below")
    page.locator("#undo button").click()
    said(page, "is now number 2 of 3 at the top")

    # High enough that nothing scrolls while it is dragged.
    page.set_viewport_size({"width": 1280, "height": 1600})
    page.wait_for_load_state("networkidle")
    start, goal = grip(page, second).bounding_box(), page.locator(f"#task-{first.pk} > .row").bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(goal["x"] + 300, goal["y"] + goal["height"] / 2, steps=6)
    page.mouse.move(goal["x"] + 300, goal["y"] + 2, steps=3)
    page.mouse.up()
    said(page, "“二 第二项” is now number 1 of 3 at the top")
    assert kept(plan) == ["第二项", "第一项", "第三项"]

    grip(page, target).focus()
    page.keyboard.press("Alt+ArrowDown")
    said(page, "“超200万辆” is now number 1 of 1 below “三 第三项”")
    target.refresh_from_db()
    assert target.task == third


@needs_browser
def test_a_tree_that_someone_else_changed_is_shown_anew(page: Any, live_server: Any, nodes: list[models.Task]) -> None:
    first, _, third = nodes
    opened(page, live_server, first.plan)
    make.make_task(first.plan, name="他人新增")
    grip(page, third).focus()
    page.keyboard.press("Alt+ArrowUp")
    said(page, "changed since you opened it")
    assert shown(page) == kept(first.plan) == ["第一项", "第二项", "第三项", "他人新增"]
    page.keyboard.press("Alt+ArrowUp")
    said(page, "is now number 2 of 4")
    assert kept(first.plan) == ["第一项", "第三项", "第二项", "他人新增"]


@needs_browser
def test_nodes_are_typed_one_after_the_other_and_a_refused_one_stays_as_typed(page: Any, live_server: Any) -> None:
    plan = make.make_plan()
    opened(page, live_server, plan)
    form = page.locator(".type-node")
    expect(form.locator("[name=name]")).to_be_focused()
    for number, name in (("一", "甲行动"), ("二", "乙行动")):
        form.locator("[name=number]").fill(number)
        form.locator("[name=name]").fill(name)
        page.keyboard.press("Enter")
        said(page, f"“{number} {name}” is now number")
    assert kept(plan) == ["甲行动", "乙行动"]
    form.locator("[name=number]").fill("一")
    form.locator("[name=name]").fill("丙行动")
    page.keyboard.press("Enter")
    expect(form.locator(".told")).to_contain_text("number")
    assert form.locator("[name=name]").input_value() == "丙行动"
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    assert shown(page) == kept(plan)


@needs_browser
def test_a_name_is_changed_in_place_and_a_newer_one_is_not_overwritten_unseen(
    page: Any, live_server: Any, nodes: list[models.Task]
) -> None:
    first = nodes[0]
    opened(page, live_server, first.plan)
    other = models.Task.objects.get(pk=first.pk)
    other.name = "他人改名"
    tasks.edit(other, by=None, version=None)
    grip(page, first).focus()
    page.keyboard.press("F2")
    name = page.locator(".type-node [name=name]")
    name.fill("我的名称")
    page.keyboard.press("Enter")
    expect(page.locator(".type-node .told")).to_contain_text("他人改名")
    assert name.input_value() == "我的名称"
    name.press("Enter")
    said(page, "Saved: “一 我的名称”.")
    assert kept(first.plan)[0] == shown(page)[0] == "我的名称"
    page.locator(f"#task-{nodes[1].pk} .name").dblclick()
    assert name.input_value() == "第二项"


@needs_browser
def test_what_is_folded_stays_folded_and_a_link_to_a_node_unfolds_it(
    page: Any, live_server: Any, nodes: list[models.Task]
) -> None:
    below = make.make_task(parent=nodes[0], name="其下")
    opened(page, live_server, nodes[0].plan)
    name = page.locator(f"#task-{below.pk} .name")
    page.locator(f"#task-{nodes[0].pk} > .row > .fold").click()
    expect(name).to_be_hidden()
    page.reload()
    expect(name).to_be_hidden()
    page.emulate_media(media="print")
    expect(name).to_be_visible()
    expect(page.locator(".grip").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto(f"{page.url}#task-{below.pk}")
    page.reload()
    expect(name).to_be_visible()
    grip(page, below).focus()
    page.keyboard.press("?")
    expect(page.locator("dialog[open]")).to_have_count(1)
    expect(page.locator("#tree-keys")).to_be_visible()
