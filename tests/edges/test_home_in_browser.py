"""Home, the guide and the keys in a real browser: typed, pressed, looked at narrowly, and read by axe."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from targets.models import Plan, Task
from tests import make
from tests.edges.judged import RED, make_judged

sync_api = pytest.importorskip("playwright.sync_api")
axe_api = pytest.importorskip("axe_playwright_python.sync_playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
OURS = {"include": [[".pt"]]}
"""What is ours on a page; the theme around it is not."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    pytest.mark.filterwarnings("ignore:No directory at"),  # the server starts before the settings of tests hold
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def page(live_server: Any) -> Iterator[Any]:
    desk = Client()
    desk.force_login(make.make_administrator())
    # The browser's own loop runs in this thread, where Django would refuse to ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        session = desk.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        opened = context.new_page()
        opened.said = []
        opened.on("console", lambda message: opened.said.append(message.text))
        opened.on("pageerror", lambda error: opened.said.append(str(error)))
        yield opened
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def look(page: Any) -> None:
    """Nothing serious in what is ours, nothing beyond the edge of a telephone, nothing said in the console."""
    serious = [
        (each["id"], [node["target"] for node in each["nodes"]])
        for each in axe_api.Axe().run(page, context=OURS).response["violations"]
        if each["impact"] in ("serious", "critical")
    ]
    assert serious == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.said == []


def test_a_first_plan_is_typed_step_by_step(live_server: Any, page: Any) -> None:
    page.goto(live_server.url + reverse("admin:index"))
    look(page)
    page.click(".first .button-main")
    look(page)
    page.fill("[name=name]", "长江新区行动方案")
    page.fill("[name=first_year]", "2026")
    page.click(".ask .button-main")
    page.fill("[name=outline]", "一、壮大产业\n折行的文字")
    page.click("[value=look]")
    assert "第2行" in page.inner_text(".errornote") or "Line 2" in page.inner_text(".errornote")
    look(page)
    page.fill("[name=outline]", "一、壮大产业\n（一）建设基地")
    page.click("[value=look]")
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
