"""Home, the guide and the keys in a real browser: typed, pressed, looked at narrowly, and read by axe."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from targets.models import Plan, Task
from tests import make
from tests.browser import DESK, TELEPHONE, listen, needs_browser, open_browser, sign_in
from tests.edges.judged import RED, make_judged

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
OURS = {"include": [[".pt"]]}
"""What is ours on a page; the theme around it is not."""


@pytest.fixture
def page(live_server: Any) -> Iterator[Any]:
    make.make_administrator(username="chief")
    with open_browser() as browser:
        opened = browser.new_page(viewport=DESK)
        opened.heard = listen(opened)
        sign_in(opened, live_server.url, "chief", language="zh-hans")
        yield opened
        opened.goto("about:blank")
        assert opened.heard.said == []
        assert opened.heard.strangers(live_server.url) in ([], ["about:blank"])


def look(page: Any) -> None:
    """Nothing serious in what is ours, nothing beyond the edge of a telephone."""
    page.wait_for_load_state("load")
    page.locator(".pt:not(dialog)").first.wait_for()
    serious = [
        (each["id"], [node["target"] for node in each["nodes"]])
        for each in axe.Axe().run(page, context=OURS).response["violations"]
        if each["impact"] in ("serious", "critical")
    ]
    assert serious == []
    page.set_viewport_size(TELEPHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    page.set_viewport_size(DESK)


@needs_browser
def test_a_first_plan_is_typed_step_by_step(live_server: Any, page: Any) -> None:
    page.goto(live_server.url + reverse("admin:index"))
    look(page)
    page.click(".first .button-main")
    page.locator(".pt.guide").wait_for()
    look(page)
    page.fill("[name=name]", "长江新区行动方案")
    page.fill("[name=first_year]", "2026")
    page.click(".ask .button-main")
    page.locator("[name=outline]").wait_for()
    page.fill("[name=outline]", "一、壮大产业\n折行的文字")
    page.click("[value=look]")
    page.wait_for_load_state("load")
    assert page.locator(".errornote li", has_text="2").count() == 1
    look(page)
    page.fill("[name=outline]", "一、壮大产业\n（一）建设基地")
    page.click("[value=look]")
    page.wait_for_load_state("load")
    assert page.locator(".preview li").count() == 2
    look(page)
    page.click("[value=add]")
    page.locator(".held li").nth(1).wait_for()
    assert Task.objects.count() == 2
    page.click(".guide-ways a:last-child")
    look(page)
    page.click(".guide-ways a:last-child")
    look(page)
    page.goto(live_server.url + reverse("admin:index"))
    assert page.locator(".go-on").count() == 1
    assert Plan.objects.get().name == "长江新区行动方案"


@needs_browser
def test_the_first_page_can_be_read_by_everybody_and_left_by_keys(live_server: Any, page: Any) -> None:
    make_judged(RED, plan=make.make_plan())
    page.goto(live_server.url + reverse("admin:index"))
    look(page)
    page.keyboard.press("?")
    assert page.locator("#keys[open] dl > div").count() >= 5
    look(page)
    page.keyboard.press("Escape")
    for key, name in (("t", "target"), ("p", "plan"), ("v", "observation")):
        page.keyboard.press("g")
        page.keyboard.press(key)
        page.wait_for_url(f"**{reverse(f'admin:targets_{name}_changelist')}")
    page.fill("[name=q]", "g h")
    assert page.input_value("[name=q]") == "g h"
    page.locator("body").click(position={"x": 600, "y": 20})
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url(f"**{reverse('admin:index')}")
