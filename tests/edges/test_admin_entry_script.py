"""The form of a target in a real browser: it proposes while the wording is typed, and leaves alone what the editor typed."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from targets import models
from tests import make

sync_api = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore:No directory at"),  # the server starts before the settings of tests hold
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def page(live_server: Any, client: Client) -> Iterator[Any]:
    """A page of an administrator who reads English; it must ask nobody else, and find no fault."""
    # The browser's own loop runs in this thread, where Django would refuse to ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    client.force_login(make.make_administrator())
    cookies = {"sessionid": client.cookies["sessionid"].value, "django_language": "en"}
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        context = browser.new_context(base_url=live_server.url)
        context.add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
        page, said, asked = context.new_page(), [], []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        yield page
        browser.close()
        # Within the browser's loop Django keeps connections of its own, which would outlive the test.
        connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
    assert said == []
    assert [url for url in asked if not url.startswith((live_server.url, "data:", "blob:"))] == []


def value(page: Any, name: str) -> str:
    return page.input_value(f"[name={name}]")


def test_a_target_is_typed_read_judged_and_saved_with_its_new_indicator(page: Any) -> None:
    plan = make.make_plan(area=make.make_area(name="车谷", name_en="Chegu"), issued_on=date(2026, 1, 1))
    page.goto(f"{reverse('admin:targets_target_add')}?plan={plan.pk}")
    page.keyboard.type("到2027年整车产量超200万辆")
    page.locator(".entry-aside", has_text="more than 2,000,000").wait_for()
    page.locator(".entry-aside .lamp").wait_for()
    page.locator(".entry-aside svg[role=img]").first.wait_for()
    assert {
        name: value(page, name) for name in ("comparator", "lower", "scale", "deadline", "new_name", "new_unit")
    } == {
        "comparator": "gt",
        "lower": "2000000",
        "scale": "10000",
        "deadline": "2027-12-31",
        "new_name": "整车产量",
        "new_unit": "辆",
    }
    assert page.locator(".lower-field .entry-note").inner_text() == "From the text: 200万辆"
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/change/")
    target = models.Target.objects.get()
    assert (target.series.indicator.name, target.series.area) == ("整车产量", plan.area)
    assert target.revisions.get().lower == Decimal(2_000_000)


def test_what_the_editor_typed_is_not_overwritten_and_can_be_given_up(page: Any) -> None:
    page.goto(f"{reverse('admin:targets_target_add')}?plan={make.make_plan().pk}")
    page.fill("[name=lower]", "150")
    page.fill("[name=wording]", "超200万辆")
    hint = page.locator(".lower-field .entry-note", has_text="The text says: 2000000")
    hint.wait_for()
    assert (value(page, "lower"), value(page, "comparator")) == ("150", "gt")
    hint.locator("button").click()
    hint.wait_for(state="detached")
    assert value(page, "lower") == "2000000"
    page.fill("[name=wording]", "不低于300万辆")
    page.locator(".comparator-field .entry-note", has_text="不低于").wait_for()
    assert (value(page, "lower"), value(page, "comparator")) == ("3000000", "ge")
    page.locator(".entry-undo button").click()
    page.locator(".lower-field .entry-note", has_text="The text says: 3000000").wait_for()
    assert (value(page, "lower"), value(page, "comparator")) == ("2000000", "gt")


def test_a_revision_tells_what_it_changes_while_it_is_typed(page: Any) -> None:
    base = {"base_value": Decimal(1_000_000), "base_date": date(2023, 12, 31), "base_source": "stated"}
    target = make.make_target(says=base)
    period = {"period_start": date(2024, 1, 1), "period_end": date(2024, 12, 31)}
    make.make_observation(target.series, value=Decimal(1_300_000), **period)
    page.goto(f"{reverse('admin:targets_targetrevision_add')}?target={target.pk}")
    page.fill("[name=wording]", "超250万辆")
    told = page.locator(".entry-aside .alterations")
    told.wait_for()
    assert "more than 2,000,000 vehicles → more than 2,500,000 vehicles" in " ".join(told.inner_text().split())
    assert page.locator(".entry-two .lamp").count() == 2
    page.fill("[name=reason]", "中期调整")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**{reverse('admin:targets_target_change', args=[target.pk])}")
    assert target.revisions.latest().lower == Decimal(2_500_000)
    assert "in force since" in page.locator(".line-now").inner_text()
