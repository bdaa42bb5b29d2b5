"""The list of targets in a real browser: dense at a desk, cards on a telephone, reached by the slash, printed as a table."""

from typing import Any

from django.urls import reverse

from tests import make
from tests.browser import DESK, TELEPHONE, listen, needs_browser, open_browser, sign_in

LIST = reverse("admin:targets_target_changelist")
ENDS = "() => [...document.querySelectorAll('#result_list tbody tr')].map(row => row.getBoundingClientRect().bottom)"
BEYOND = "() => document.documentElement.scrollWidth - innerWidth"
SHOWN = "(selector) => [...document.querySelectorAll(selector)].map(part => getComputedStyle(part).display)"


def add_targets() -> None:
    plan = make.make_plan(name="国家新能源汽车产业创新大走廊建设三年行动方案（2026—2030年）")
    flags = ["scope_unclear", "base_date_unstated", "net_or_gross"]
    for number in range(20):
        says = {"wording": f"到2030年新能源整车产量力争突破{number + 1}00万辆", "flags": flags}
        make.make_target(plan, says=says)


@needs_browser
def test_the_list_fits_desk_telephone_and_paper_and_is_searched_by_the_slash(live_server: Any) -> None:
    make.make_administrator(username="chief")
    add_targets()
    with open_browser() as browser:
        page = browser.new_page(viewport=DESK)
        heard = listen(page)
        sign_in(page, live_server.url, "chief", language="zh-hans")
        page.goto(live_server.url + LIST)
        assert page.evaluate(BEYOND) <= 0
        assert len([end for end in page.evaluate(ENDS) if end <= DESK["height"]]) >= 12
        assert page.evaluate("document.activeElement.id") != "searchbar"
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "searchbar"
        assert page.input_value("#searchbar") == ""
        page.evaluate("document.activeElement.blur()")
        page.mouse.wheel(0, 600)
        page.wait_for_function("document.querySelector('#result_list thead th').getBoundingClientRect().top === 0")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 700, "height": 900})
        assert set(page.evaluate(SHOWN, "#result_list thead")) == {"table-header-group"}
        assert set(page.evaluate(SHOWN, "#result_list tbody td:not(.action-checkbox)")) == {"table-cell"}
        assert not page.locator("#toolbar").is_visible()
        assert page.evaluate("document.querySelector('#result_list').getBoundingClientRect().left") >= 0
        page.emulate_media(media="screen")
        page.set_viewport_size(TELEPHONE)
        assert page.evaluate(BEYOND) <= 0
        page.goto("about:blank")
        assert heard.said == []
        assert heard.strangers(live_server.url) in ([], ["about:blank"])
