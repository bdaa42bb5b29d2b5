"""A policy tells in words what it does, with its own numbers."""

from dataclasses import replace
from decimal import Decimal

import pytest

from targets.rules.quantities.writing import plain
from targets.rules.verdicts.policies import DEFAULT, THRESHOLDS, Thresholds
from targets.rules.verdicts.policy_words import MEANINGS, method_in_words, readings_in_words
from targets.rules.verdicts.terms import Light, Method, Over


@pytest.mark.parametrize("method", list(Method))
def test_every_method_tells_each_of_its_boundaries(method: Method) -> None:
    thresholds = THRESHOLDS[method]
    said = method_in_words(method, thresholds)
    named = (thresholds.ahead, thresholds.on_track, thresholds.behind, thresholds.far_behind)
    for number in named:
        if number is not None:
            spoken = {plain(number), f"{plain(100 * number)}%"}
            assert any(word in said.zh for word in spoken), number
            assert any(word in said.en for word in spoken), number
    assert "{" not in said.zh + said.en
    assert said.zh.endswith("。")
    assert said.en.endswith(".")


def test_the_numbers_told_are_those_of_the_policy() -> None:
    own = Thresholds(ahead=Decimal(0), on_track=Decimal("-7.5"), behind=Decimal(-40), far_behind=Decimal(-3))
    said = method_in_words(Method.LINEAR_PATH, own)
    assert "差距不低于0个百分点为超前，高于-7.5个百分点为正常，-40至-7.5个百分点（含两端）为滞后" in said.zh
    assert "A gap of 0 points or more is ahead, above -7.5 on track, from -7.5 to -40" in said.en


def test_the_usual_readings_are_told() -> None:
    said = list(readings_in_words(DEFAULT))
    assert [each.zh for each in said] == [
        "只采用已核数据。",
        "数据距研判日超过时效即亮灰灯：按月填报的92天，按季184天，按半年365天，按年731天。",
        "未写比较词的数值按“下限（越低越好时为上限）”理解。",
        "“左右”“接近”未写明容差的，容差取目标数值的5%。",
        "超出区间：指标有优劣方向的，在有利一侧超出视为达到；没有方向的视为未达到。",
    ]


def test_what_a_policy_sets_itself_is_told() -> None:
    own = replace(
        DEFAULT, max_age_days=1096, over=Over.NOT_MET, approx_tolerance=Decimal("0.025"), min_points=4, bare_as="exact"
    )
    said = " ".join(each.en for each in readings_in_words(replace(own, include_provisional=True)))
    for word in (
        "1,096 days",
        "counts as not met",
        "2.5%",
        "at least 4 points",
        "exactly the number",
        "wait for review",
    ):
        assert word in said


def test_every_light_has_its_meaning() -> None:
    assert list(MEANINGS) == list(Light)
