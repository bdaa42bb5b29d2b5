"""What is typed into a search box, as it is asked of the database."""

import pytest

from targets.rules.search import MOST_WORDS, asked, starts, words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("整车产量", ["整车产量"]),
        ("  整车　产量 ", ["整车", "产量"]),
        ("整车,产量；辆", ["整车", "产量", "辆"]),
        ("ＺＣＣＬ", ["zccl"]),
        ("鄂政发〔2026〕3号", ["鄂政发", "2026", "3号"]),
        ("plan-2026.T1", ["plan-2026.t1"]),
        ("５.5％", ["5.5%"]),
        ("1:1", ["1"]),
        ("- . %", []),
        ("' OR 1=1 --", ["or", "1"]),
        ("\x00\ud800车", ["车"]),
    ],
)
def test_a_text_is_taken_apart_into_words(typed: str, found: list[str]) -> None:
    assert words(typed) == found


def test_no_more_words_are_asked_than_a_question_can_bear() -> None:
    assert len(words(" ".join(str(number) for number in range(100)))) == MOST_WORDS
    assert len(words("长" * 5000)[0]) < 100


def test_something_begins_at_each_chinese_character_and_each_run_of_letters_or_digits() -> None:
    assert starts("超200万辆") == [0, 1, 4, 5]
    assert starts("plan-2026.t1") == [0, 5, 10, 11]


def test_a_chinese_word_is_asked_by_what_begins_in_it() -> None:
    assert asked("整车") == "('整车':*)"
    assert asked("整车产量") == "('整车产' & '车产量')"
    assert asked("整车产量高") == "('整车产' & '车产量' & '产量高')"
    assert asked("整车 产量") == "('整车':*) & ('产量':*)"


def test_latin_letters_may_be_a_word_initials_or_pinyin() -> None:
    assert asked("zccl") == "('zccl':* | '~zccl':* | '^zccl':*)"
    assert asked("zcclzhx") == "('zcclzhx':* | '~zcclzh' & '~cclzhx' | '^zcclzhx':*)"
    assert asked("5g") == "('5g':* | '~5g':*)"
    assert asked("a") == "('a':*)"


def test_nothing_is_asked_where_there_is_no_word() -> None:
    assert asked("") == asked(" ,。 ") == ""
