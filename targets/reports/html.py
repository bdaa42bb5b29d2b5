"""A report as one page that asks for nothing from anywhere: it opens from a mail, prints on A4, reads on a telephone."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from targets.reports.html_blocks import shown
from targets.reports.markup import Markup, element
from targets.reports.report import Report, Section
from targets.rules import moments
from targets.rules.wording import Lang, Text

LANGUAGES: Final[dict[Lang, str]] = {"zh": "zh-Hans", "en": "en"}
#: Nothing is loaded and nothing runs, wherever the file is opened.
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
DAY: Final = Text("研判日", "Judged as of")
DATA: Final = Text("数据截至", "Data up to")
KNOWN: Final = Text("登记截至", "Register as of")
NO_DATA: Final = Text("尚无数据", "no data")
CONTENTS: Final = Text("目录", "Contents")
ABOUT: Final = Text("规划概况", "About the plan")
NUMERALS: Final = "一二三四五六七八九"


def render(report: Report, lang: Lang) -> bytes:
    """The same report gives the same bytes."""
    page = element("html", _head(report, lang), _body(report, lang), lang=LANGUAGES[lang])
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(report: Report, lang: Lang) -> Markup:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", f"{report.subject.say(lang)} {report.title.say(lang)}"),
        element("style", Markup(_style())),
    )


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _body(report: Report, lang: Lang) -> Markup:
    sections = list(enumerate(report.sections, 1))
    return element(
        "body",
        element("header", _title(report, lang), _times(report, lang)),
        element("section", shown(report.facts, lang), class_="about", aria_label=ABOUT.say(lang)),
        _contents(sections, lang),
        element("main", *(_section(number, section, lang) for number, section in sections)),
    )


def _title(report: Report, lang: Lang) -> Markup:
    lines = (element("span", words.say(lang)) for words in (report.subject, report.title))
    return element("h1", *lines)


def _times(report: Report, lang: Lang) -> Markup:
    """The three days that a reader must know before the first number."""
    data = NO_DATA if report.data_date is None else moments.on_day(report.data_date)
    pairs = ((DAY, moments.span(report.day, "")), (DATA, data), (KNOWN, moments.at_moment(report.known_at)))
    return element("div", *_pairs(pairs, lang), class_="times")


def _pairs(pairs: tuple[tuple[Text, Text], ...], lang: Lang) -> Iterator[Markup]:
    sign = "：" if lang == "zh" else ": "
    for name, words in pairs:
        yield element("span", element("b", name.say(lang), sign), words.say(lang))


def _contents(sections: list[tuple[int, Section]], lang: Lang) -> Markup:
    links = (
        element("li", element("a", _number(number, lang), section.title.say(lang), href=f"#{section.kind}"))
        for number, section in sections
    )
    return element("nav", element("ul", *links), aria_label=CONTENTS.say(lang))


def _section(number: int, section: Section, lang: Lang) -> Markup:
    heading = element("h2", _number(number, lang), section.title.say(lang), id=section.kind)
    blocks = (shown(block, lang) for block in section.blocks)
    return element("section", heading, *blocks, class_=section.kind, aria_labelledby=section.kind)


def _number(number: int, lang: Lang) -> str:
    return f"{chinese(number)}、" if lang == "zh" else f"{number}. "


def chinese(number: int) -> str:
    """A numeral from 1 to 99 as headings are counted."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens - 1]}十"
    return ten + (NUMERALS[ones - 1] if ones else "")
