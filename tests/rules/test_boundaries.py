"""Thresholds in words: every method says where its colours begin."""

from decimal import Decimal

import pytest

from targets.rules.boundaries import boundaries
from targets.rules.policies import THRESHOLDS, Thresholds
from targets.rules.verdict_terms import Method


@pytest.mark.parametrize("method", list(Method))
def test_every_method_names_each_of_its_thresholds_and_no_other(method: Method) -> None:
    said = boundaries(method, THRESHOLDS[method])
    usual = THRESHOLDS[method]
    for number in (usual.ahead, usual.on_track, usual.behind, usual.far_behind):
        if number is not None:
            assert f"{number.normalize():f}" in said.zh or f"{100 * number:.0f}%" in said.zh
            assert f"{number.normalize():f}" in said.en or f"{100 * number:.0f}%" in said.en
    assert "None" not in said.zh + said.en
    assert "{" not in said.zh + said.en


def test_a_threshold_of_ones_own_is_told_as_it_is_kept() -> None:
    own = Thresholds(ahead=Decimal("2.50"), on_track=Decimal(-5), behind=Decimal(-20), far_behind=Decimal(-15))
    said = boundaries(Method.LINEAR_PATH, own)
    assert said.zh == (
        "差距不低于2.5个百分点为超前，高于-5为正常，不低于-20为滞后，更低为严重滞后；比基期更远且差距不高于-15为倒退"
    )
    assert said.en.startswith("a gap of 2.5 points or more is ahead, above -5 on track, down to -20 behind")
