"""What people read is there in Chinese and in English, wherever it stands in the source."""

import re
from collections import Counter

from django.utils import translation

from targets.rules import terms
from tests.house.texts import Text, catalogue, compiled, marked

SAME: dict[str, str] = {}
"""Texts that read the same in Chinese, each with the reason."""

HOLDERS = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def in_chinese(text: Text) -> str:
    with translation.override("zh-hans"):
        return translation.pgettext(text.context, text.words) if text.context else translation.gettext(text.words)


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for sign in text)


def test_every_text_has_its_chinese():
    missing = {text.words: place for text, place in marked().items() if in_chinese(text) == text.words}
    assert missing == {words: missing.get(words, "no longer there") for words in SAME}


def test_the_source_is_written_in_english():
    assert [text.words for text in marked() if is_chinese(text.words) and not re.search("[A-Za-z]", text.words)] == []


def test_what_is_filled_in_stands_in_both_languages():
    keys = {entry.key: entry for entry in catalogue()}
    differ = [
        text.words
        for text in marked()
        for words in (keys[text.key].translations if text.key in keys else ())
        if set(HOLDERS.findall(words)) != set(HOLDERS.findall(text.words))
    ]
    assert differ == []


def test_the_catalogue_holds_each_text_once_and_none_by_guess():
    entries = catalogue()
    assert [key for key, times in Counter(entry.key for entry in entries).items() if times > 1] == []
    assert [entry.key for entry in entries if entry.fuzzy or not all(entry.translations)] == []


def test_the_compiled_catalogue_is_in_step_with_its_text():
    texts = {key: words for key, words in compiled()._catalog.items() if key}
    assert texts == {
        (entry.key, place) if entry.plural else entry.key: words
        for entry in catalogue()
        for place, words in enumerate(entry.translations)
    }


def test_every_term_reads_in_both_languages():
    lists = [kind for kind in vars(terms).values() if isinstance(kind, type) and issubclass(kind, terms.Term)]
    silent = [
        term for kind in lists for term in kind if not (is_chinese(term.zh) and term.en and not is_chinese(term.en))
    ]
    assert silent == []


def test_the_catalogue_holds_no_text_that_nobody_says_any_more():
    assert {entry.key for entry in catalogue()} - {text.key for text in marked()} == set()
