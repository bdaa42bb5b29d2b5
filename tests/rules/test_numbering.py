"""Numbers of headings: read, written and counted on in the style that they have."""

from hypothesis import given
from hypothesis import strategies as st

from targets.rules.numbering import Counted, Heading, Style, read, renewed, renumbered, runs_on, write

STYLES = {
    "chinese": (99, ["", "（", "(", "第", "任务"], ["", "、", "）", "章", "."]),
    "digits": (9999, ["", "（", "1.", "3.12.", "专栏"], ["", ".", "、", "）", ")"]),
    "full": (9999, ["", "（"], ["", "．", "）"]),
    "round": (20, [""], ["", "、"]),
}
styled = st.sampled_from(sorted(STYLES)).flatmap(
    lambda numerals: st.tuples(
        st.builds(Style, st.sampled_from(STYLES[numerals][1]), st.just(numerals), st.sampled_from(STYLES[numerals][2])),
        st.integers(1, STYLES[numerals][0]),
    )
)


@given(styled)
def test_what_is_written_is_read_back(number):
    style, place = number
    assert read(write(style, place)) == Counted(style, place)


@given(st.text(max_size=12))
def test_any_text_is_a_number_that_is_written_as_it_was_or_none(text):
    found = read(text)
    assert found is None or write(found.style, found.place) == text


@given(styled, st.integers(0, 12), st.integers(1, 9))
def test_siblings_are_counted_on_without_a_gap(number, count, first):
    style, _ = number
    most = STYLES[style.numerals][0]
    mixed = [write(style, place) for place in range(min(count, most - 9), 0, -1)]
    found = [read(each) for each in renewed(mixed, first=first)]
    assert [each.place for each in found] == list(range(first, first + len(mixed)))
    assert {each.style for each in found} <= {style}


@given(st.lists(st.sampled_from(["", "附件", "一、", "二、", "（三）", "4."]), max_size=9))
def test_what_has_no_number_gets_none_and_a_second_time_changes_nothing(numbers):
    found = renewed(numbers)
    assert [old for old, new in zip(numbers, found, strict=True) if read(old) is None and old != new] == []
    assert renewed(found) == found
    counted = [number for number in found if read(number)]
    assert len(set(counted)) == len(counted)


def test_the_style_is_that_of_most_siblings():
    assert renewed(["（二）", "3.", "（五）"]) == ["（一）", "（二）", "（三）"]


def test_decimal_numbers_follow_their_parent():
    assert renewed(["3.1", "3.3"], above=("3、", "2、")) == ["2.1", "2.2"]
    assert renewed(["3.1", "3.3"], above=("三", "二")) == ["3.1", "3.2"]


def tree(*rows) -> list[Heading]:
    return [Heading(*row) for row in rows]


TREE = tree((1, None, 0, "二"), (2, 1, 1, "1"), (3, 1, 1, ""), (4, 1, 1, "3"), (5, None, 0, "三"), (6, 5, 1, "7"))


def test_each_parent_starts_anew_or_the_count_runs_on():
    assert renumbered(TREE, {0, 1}) == {1: "一", 5: "二", 4: "2", 6: "1"}
    assert renumbered(TREE, {0, 1}, {1}) == {1: "一", 5: "二", 4: "2", 6: "3"}


def test_only_the_levels_that_are_chosen_change():
    assert renumbered(TREE, {0}) == {1: "一", 5: "二"}
    assert renumbered(TREE, ()) == {}


def test_a_number_that_repeats_its_parents_follows_at_every_depth():
    nodes = tree((1, None, 0, "2"), (2, 1, 1, "2.1"), (3, 2, 2, "2.1.4"), (4, None, 0, "3"), (5, 4, 1, "3.1"))
    assert renumbered(nodes, {0, 1, 2}) == {1: "1", 2: "1.1", 3: "1.1.1", 4: "2", 5: "2.1"}


def test_a_count_runs_on_where_each_family_begins_beyond_the_one_before():
    assert runs_on([["1", "2"], ["3"], ["4", "5"]])
    assert not runs_on([["1", "2"], ["1"]])
    assert not runs_on([["1", "2"]])
