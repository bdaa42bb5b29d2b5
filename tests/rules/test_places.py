"""Positions of siblings: always in order, and as few changed as can be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from targets.rules.places import MOST, placed

rows = st.lists(st.integers(0, 12), max_size=9).map(sorted)


@given(rows, st.data())
def test_positions_rise_strictly_from_one(standing, data):
    at = data.draw(st.integers(0, len(standing)))
    own = data.draw(st.none() | st.integers(0, 12))
    found = placed(standing, at, own)
    assert len(found) == len(standing) + 1
    assert found[0] >= 1
    assert all(before < after for before, after in pairwise(found))


@given(st.lists(st.integers(1, 50), unique=True, min_size=1, max_size=9).map(sorted), st.data())
def test_a_move_among_siblings_uses_the_positions_that_are_there(positions, data):
    own = data.draw(st.sampled_from(positions))
    others = [position for position in positions if position != own]
    assert placed(others, data.draw(st.integers(0, len(others))), own) == positions


def test_one_put_last_moves_nobody():
    assert placed([1, 2, 5], 3) == [1, 2, 5, 6]


def test_beyond_the_largest_position_all_are_counted_anew():
    assert placed([7, MOST], 2) == [1, 2, 3]
