"""How a report looks as a page; what it says stands elsewhere."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from targets.reports import html
from targets.reports.html import chinese
from targets.reports.html_blocks import shown
from targets.reports.palette import LIGHTS
from targets.reports.report import Paragraph, Report, Section, SectionKind
from targets.reports.signs import sign
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Lang, Text
from tests.browser import CHROMIUM, listen, open_browser
from tests.reports.reports import make_report, make_table, make_target_row, page_of, tree_of, words_of

LANGS: tuple[Lang, ...] = ("zh", "en")
ODD = "<script>alert(1)</script> & \"quoted\" 'too' ＜\x0b"


@pytest.mark.parametrize("lang", LANGS)
def test_the_page_is_well_formed_and_in_its_language(lang: Lang) -> None:
    root = tree_of(make_report(), lang)
    assert root.get("lang") == {"zh": "zh-Hans", "en": "en"}[lang]
    assert (
        words_of(root.find("head/title")) == {"zh": "《某方案》 目标进展报告", "en": "Some plan Progress report"}[lang]
    )


def test_each_language_is_without_the_other() -> None:
    assert not re.search("[A-Za-z]{2,}", words_of(tree_of(make_report(), "zh").find("body")))
    english = words_of(tree_of(make_report(), "en").find("body"))
    assert re.findall("[\u4e00-\u9fff]+", english) == ["超", "万辆", "超", "万辆"]


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_is_asked_for_from_anywhere(lang: Lang) -> None:
    page, root = page_of(make_report(), lang), tree_of(make_report(), lang)
    names = {name for element in root.iter() for name in element.attrib}
    assert not names & {"src", "srcset", "action", "onload", "onclick"}
    assert not {"script", "link", "iframe", "img", "base", "form", "image", "use"} & {
        element.tag for element in root.iter()
    }
    assert all(element.get("href").startswith("#") for element in root.iter() if element.get("href"))
    assert not re.search(r"url\(|@import|https?:(?!//www\.w3\.org/2000/svg)", page)


def test_the_policy_of_the_page_forbids_all_but_its_own_style() -> None:
    policies = [meta.get("content") for meta in tree_of(make_report()).iter("meta") if meta.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'; img-src data:"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_report_gives_the_same_bytes(lang: Lang) -> None:
    assert html.render(make_report(), lang) == html.render(make_report(), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_odd_names_stay_words(lang: Lang) -> None:
    odd = Text(ODD)
    report = make_report(
        subject=odd,
        title=odd,
        score=odd,
        sections=(
            Section(kind=SectionKind.SUMMARY, blocks=(Paragraph(words=odd),)),
            Section(kind=SectionKind.TARGETS, blocks=(make_table(make_target_row(name=odd)),)),
        ),
    )
    root, meant = tree_of(report, lang), ODD.removesuffix("\x0b")
    assert words_of(root.find("body/header/h1")) == 2 * meant
    assert words_of(root.find("body/main/section/p")) == meant
    assert [words_of(head).startswith(meant) for head in root.iter("th") if head.get("scope") == "row"] == [True]
    assert not list(root.iter("script"))


def test_headings_stand_in_order_and_every_section_has_one() -> None:
    root = tree_of(make_report())
    assert len(list(root.iter("h1"))) == 1
    assert [words_of(heading) for heading in root.iter("h2")] == [
        "一、总体情况",
        "二、需要重点关注的目标",
        "三、各项目标进展",
        "四、进度图",
    ]
    ids = [section.get("aria-labelledby") for section in root.findall("body/main/section")]
    assert ids == [heading.get("id") for heading in root.iter("h2")]


def test_every_table_has_a_caption_and_heads_with_their_scope() -> None:
    tables = list(tree_of(make_report()).iter("table"))
    assert len(tables) == 3
    for table in tables:
        assert words_of(table.find("caption"))
        assert {head.get("scope") for head in table.findall("thead/tr/th")} == {"col"}
        rows = [row for row in table.findall("tbody/tr") if row.get("class") != "remarks"]
        assert all(row.find("th") is not None for row in rows)


def test_every_reference_leads_to_its_place_and_every_place_is_one() -> None:
    root = tree_of(make_report())
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = {element.get("href").removeprefix("#") for element in root.iter("a")}
    assert "t1" in links
    assert links <= set(ids)


def test_a_light_is_a_word_and_a_shape_of_its_own() -> None:
    lamps = [span for span in tree_of(make_report()).iter("span") if span.get("class") == "lamp"]
    assert [words_of(lamp) for lamp in lamps] == ["红灯", "红灯", "红灯"]
    assert all(lamp.find("svg").get("aria-hidden") == "true" for lamp in lamps)
    shapes = [re.sub("#[0-9a-f]{6}", "", sign(light)) for light in Light]
    assert len(set(shapes)) == len(Light)


def test_the_word_of_a_light_is_legible_on_paper() -> None:
    for paint in LIGHTS.values():
        assert contrast(paint.on_paper) >= 4.5


def contrast(colour: str) -> float:
    """With white, as the accessibility guidelines reckon it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_drawings_tell_in_words_what_they_show() -> None:
    drawn = [svg for svg in tree_of(make_report()).iter("svg") if svg.get("role") == "img"]
    assert [words_of(svg.find("title")) for svg in drawn] == ["各灯目标数", "整车产量"]
    assert all(words_of(svg.find("desc")) for svg in drawn)


def test_the_three_days_are_told_before_anything_else() -> None:
    times = tree_of(make_report()).find("body/header/div")
    assert [words_of(each) for each in times] == [
        "研判日：2027年6月30日",
        "数据截至：2026年底",
        "登记截至：2027年6月30日8时00分00秒（北京时间）",
    ]
    times = tree_of(make_report(data_date=None)).find("body/header/div")
    assert words_of(times[1]) == "数据截至：尚无数据"


def test_a_kind_of_block_that_no_page_knows_is_refused() -> None:
    @dataclass(frozen=True)
    class Unheard:
        words: Text

    with pytest.raises(TypeError, match="Unheard"):
        shown(Unheard(Text("某")), "zh")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "numeral"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def test_headings_are_counted_in_chinese(number: int, numeral: str) -> None:
    assert chinese(number) == numeral


def test_the_sheet_knows_paper_and_telephone() -> None:
    style = words_of(tree_of(make_report()).find("head/style"))
    for words in (
        "@page",
        "size: A4",
        "counter(page)",
        "@media print",
        "table-header-group",
        "break-inside: avoid",
        "@media screen",
    ):
        assert words in style
    assert style.count("{") == style.count("}")


def long_report() -> Report:
    rows = [make_target_row(number) for number in range(1, 31)]
    sections = [section for section in make_report().sections if section.kind != SectionKind.TARGETS]
    register = Section(kind=SectionKind.TARGETS, blocks=(make_table(*rows),))
    counts = {"targets": 30, "by_light": ((Light.RED, 30),), "by_pace": ((Text("滞后"), 30),)}
    return replace(make_report(), sections=(*sections, register), **counts)


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
@pytest.mark.browser
def test_in_a_browser_it_loads_nothing_breaks_no_rule_and_fits(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_bytes(html.render(long_report(), "zh"))
    with open_browser() as browser:
        page = browser.new_page()
        heard = listen(page)
        page.goto(file.as_uri())
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") == width
        printed = page.pdf(prefer_css_page_size=True)
    assert heard.said == []
    assert heard.asked == [file.as_uri()]
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 2
    assert re.search(rb"/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]", printed)
