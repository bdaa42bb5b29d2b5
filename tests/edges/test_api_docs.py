"""The documentation of the API in a real browser, under the strict policy of every other page."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from tests.browser import listen, needs_browser, open_browser


def test_no_page_of_the_documentation_may_run_or_fetch_anything_foreign(client: Client) -> None:
    for path in ("/api/v1/docs/", "/"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


def test_the_documentation_names_no_foreign_address(client: Client) -> None:
    for path in ("/api/v1/docs/", "/api/v1/docs/?script="):
        answer = client.get(path)
        assert answer.status_code == 200
        assert not re.search(r"(src|href|url)\W+https?:", answer.content.decode())


@pytest.fixture
def page() -> Iterator[Any]:
    with open_browser() as browser:
        yield browser.new_page()


@needs_browser
def test_a_question_can_be_tried_out_on_the_page(live_server: Any, page: Any) -> None:
    heard = listen(page)
    page.goto(f"{live_server.url}/api/v1/docs/")
    operation = page.locator("#operations-plans-plans_list")
    operation.locator(".opblock-summary-control").click()
    operation.locator(".execute").click()
    operation.locator(".live-responses-table .response-col_status", has_text="200").wait_for()
    assert heard.said == []
    assert f"{live_server.url}/api/v1/plans/?page_size=50" in heard.asked
    assert heard.strangers(live_server.url) == []


def test_the_first_page_leads_everywhere(client: Client) -> None:
    page = client.get("/").content.decode()
    for address in ("/admin/", "/api/v1/", "/api/v1/docs/"):
        assert f'href="{address}"' in page
    assert client.get("/favicon.ico").headers["Content-Type"] == "image/svg+xml"
    assert client.get("/healthz").status_code == 200


def test_the_first_page_changes_its_language(client: Client) -> None:
    client.post("/i18n/setlang/", {"language": "en", "next": "/"})
    assert '<html lang="en">' in client.get("/").content.decode()
