"""Two versions made from a third: who is asked, and where two texts differ."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.merging import Changed, Part, Piece, parts, who_changed

TEXTS = st.text(alphabet="新能源汽车产量2,000万 ab.。\n", max_size=60)


@pytest.mark.parametrize(
    ("by_them", "by_me", "is_alike", "who"),
    [
        (False, False, True, Changed.NOBODY),
        (True, False, False, Changed.THEY),
        (False, True, False, Changed.I),
        (True, True, False, Changed.BOTH),
        (True, True, True, Changed.NOBODY),
    ],
)
def test_only_what_both_changed_differently_is_asked(by_them: bool, by_me: bool, is_alike: bool, who: Changed) -> None:
    assert who_changed(by_them=by_them, by_me=by_me, is_alike=is_alike) == who


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_off_the_differences(before: str, after: str) -> None:
    found = parts(before, after)
    assert "".join(part.text for part in found if part.kind != Piece.DROPPED) == after
    assert "".join(part.text for part in found if part.kind != Piece.ADDED) == before


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(part.kind == Piece.KEPT for part in parts(text, text))


def test_chinese_differs_by_characters_and_numbers_as_wholes() -> None:
    assert parts("产量超2,000,000辆", "产量超2,500,000辆") == (
        Part(Piece.KEPT, "产量超"),
        Part(Piece.DROPPED, "2,000,000"),
        Part(Piece.ADDED, "2,500,000"),
        Part(Piece.KEPT, "辆"),
    )
    assert parts("完成主体工程", "完成全部主体工程")[1] == Part(Piece.ADDED, "全部")


def test_long_texts_of_nothing_but_one_word_are_still_compared_at_once() -> None:
    began = perf_counter()
    assert parts("长" * 100_000, "短" * 100_000)[0].kind == Piece.DROPPED
    assert parts("长。" * 3_000 + "甲", "乙" + "长。" * 2_999)[0].kind != Piece.KEPT
    assert perf_counter() - began < 5
