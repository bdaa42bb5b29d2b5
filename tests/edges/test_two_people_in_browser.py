"""What two people see who save the same form, and what is left of words typed when a page is closed, in a browser."""

from typing import Any

from django.urls import reverse

from targets import models
from tests import make
from tests.browser import TELEPHONE, listen, needs_browser, open_browser, sign_in


@needs_browser
def test_what_two_people_typed_is_settled_with_the_keyboard_and_drafts_are_kept_until_then(live_server: Any) -> None:
    make.make_administrator(username="chief")
    task = make.make_task(name="原名")
    here = f"{live_server.url}{reverse('admin:targets_task_change', args=[task.pk])}"
    with open_browser() as browser:
        context = browser.new_context(viewport=TELEPHONE)
        page = context.new_page()
        heard = listen(page)
        sign_in(page, live_server.url, "chief", language="en")

        # A page is closed, or a session ends, before anything was saved: the words are offered again.
        page.goto(here)
        page.fill("[name=note]", "写了很久的话")
        page.goto(f"{live_server.url}/admin/")
        page.goto(here)
        assert page.input_value("[name=note]") == ""
        page.get_by_role("button", name="Take it back").click()
        assert page.input_value("[name=note]") == "写了很久的话"

        # Meanwhile somebody else saves the same task.
        other = context.new_page()
        other.goto(here)
        other.fill("[name=name]", "他人所取的名")
        other.fill("[name=note]", "他人的备注")
        other.locator("[name=_save]").click()
        other.wait_for_load_state()
        other.close()

        page.locator("[name=_save]").click()
        note = page.get_by_role("group", name="Note")
        note.get_by_role("radio", name="As you typed it").focus()
        page.keyboard.press("Space")
        assert page.get_by_role("group", name="Name", exact=False).first.locator("[value=theirs]").is_checked()
        page.get_by_role("button", name="Save what is chosen").press("Enter")
        page.wait_for_url(lambda address: address != here)

        # Saved words are offered no more.
        page.goto(here)
        page.wait_for_load_state()
        assert page.locator("#draft").is_hidden()
        assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('pt-draft'))") == []
        assert heard.said == []
    saved = models.Task.objects.get()
    assert (saved.name, saved.note) == ("他人所取的名", "写了很久的话")


@needs_browser
def test_a_form_with_an_old_token_says_where_the_words_are(live_server: Any) -> None:
    make.make_administrator(username="chief")
    task = make.make_task()
    here = f"{live_server.url}{reverse('admin:targets_task_change', args=[task.pk])}"
    with open_browser() as browser:
        page = browser.new_page()
        sign_in(page, live_server.url, "chief", language="en")
        page.goto(here)
        page.fill("[name=note]", "写了很久的话")
        kept = [each for each in page.context.cookies() if each["name"] != "csrftoken"]
        page.context.clear_cookies()
        page.context.add_cookies(kept)
        page.locator("[name=_save]").click()
        page.get_by_role("heading", name="Nothing was saved").wait_for()
        page.get_by_role("link", name="Open the form again").click()
        page.get_by_role("button", name="Take it back").click()
        assert page.input_value("[name=note]") == "写了很久的话"
        page.locator("[name=_save]").click()
        page.wait_for_url(lambda address: address != here)
        page.wait_for_load_state("networkidle")
    assert models.Task.objects.get().note == "写了很久的话"
