"""Every page of the desk in a browser, wide and narrow: it can be read by everyone, fits, keeps quiet and stays home."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import make
from tests.browser import DESK, TELEPHONE, listen, needs_browser, open_browser, sign_in
from tests.edges.desk_pages import PAGES, furnished

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
BASELINE = yaml.safe_load((Path(__file__).parent / "axe-baseline.yaml").read_text(encoding="utf-8"))
GRAVE = ("serious", "critical")
SIZES = {"wide": DESK, "narrow": TELEPHONE}


def findings(page: Any) -> list[tuple[str, str, str]]:
    """What axe finds grave on the page as it stands: rule, selector, and the start of the part it is about."""
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        (each["id"], " ".join(map(str, node["target"])), node["html"][:160])
        for each in found
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


def known(page: Any, finding: tuple[str, str, str]) -> int | None:
    """Which line of the baseline the finding is, if any."""
    rule, selector, _html = finding
    for place, line in enumerate(BASELINE):
        if line["rule"] == rule and page.evaluate(
            "([part, wanted]) => document.querySelector(part)?.matches(wanted) ?? false", [selector, line["selector"]]
        ):
            return place
    return None


@needs_browser
def test_pages_are_fit_for_all_readers(live_server: Any) -> None:
    """One browser for all pages, since its start takes longer than a page; all faults are told at once."""
    place, faults, seen = furnished(), [], set()
    make.make_administrator(username="chief")
    with open_browser() as browser:
        for size, viewport in SIZES.items():
            context = browser.new_context(viewport=viewport)
            page = context.new_page()
            heard = listen(page)
            sign_in(page, live_server.url, "chief", language="zh-hans" if size == "wide" else "en")
            for name, open_page in PAGES.items():
                open_page(page, live_server.url, place)
                page.wait_for_function("document.readyState === 'complete'")
                for finding in findings(page):
                    line = known(page, finding)
                    seen.add(line)
                    faults += [(size, name, *finding)] if line is None else []
                width = page.evaluate("document.documentElement.scrollWidth")
                faults += [(size, name, "wider than the window", width)] if width > viewport["width"] else []
                faults += [(size, name, "said", said) for said in heard.said]
                faults += [(size, name, "asked", asked) for asked in heard.strangers(live_server.url)]
                heard.said.clear()
                heard.asked.clear()
            context.close()
    assert not faults, "\n".join(" · ".join(map(str, fault)) for fault in faults)
    assert [line for place, line in enumerate(BASELINE) if place not in seen] == [], "take these out of the baseline"
