"""A real browser for tests: the Chromium of the machine. Where there is none, a test that needs it says so and is skipped."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import connections

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-quic"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
DESK, TELEPHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@dataclass
class Heard:
    """What a page said in the console, and which addresses it asked for."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def strangers(self, home: str) -> list[str]:
        """Addresses outside the server `home`."""
        return [address for address in self.asked if not address.startswith((home, "data:", "blob:"))]


def needs_browser(test: Any) -> Any:
    """Marks a test that opens pages of the live server in a browser."""
    marks = (
        pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine"),
        pytest.mark.browser,
        pytest.mark.filterwarnings("ignore:No directory at"),  # the server starts before the settings of tests hold
        pytest.mark.django_db(transaction=True),
    )
    for mark in marks:
        test = mark(test)
    return test


@contextmanager
def open_browser() -> Iterator[Any]:
    """A browser of its own for the length of the block."""
    from playwright.sync_api import sync_playwright  # dear to import, and only these tests need it

    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    # The browser's own loop runs in this thread, where Django would refuse to ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # A test before may have left connections in the hands of threads that are gone; the server of this one needs some.
    connections.close_all()
    connections["default"].close_pool()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            try:
                yield browser
            finally:
                browser.close()
                # Asked within the browser's loop, the database gave a connection that nobody else would close.
                connections.close_all()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def listen(page: Any) -> Heard:
    """Notes from now on what the page says and asks for."""
    heard = Heard()
    page.on("console", lambda message: heard.said.append(message.text))
    page.on("pageerror", lambda error: heard.said.append(str(error)))
    page.on("request", lambda request: heard.asked.append(request.url))
    return heard


def sign_in(page: Any, home: str, username: str, password: str = "correct horse battery", language: str = "") -> None:
    """Signs in on the login page as a person would; `language` is a code such as en."""
    if language:
        page.context.add_cookies([{"name": "django_language", "value": language, "url": home}])
    page.goto(f"{home}/admin/login/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(f"{home}/admin/")
