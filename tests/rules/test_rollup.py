"""Many verdicts as one answer: counts always, a score by a declared rule, and the child that decided it."""

from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.rollups.rollup import LIGHTS_WORST_FIRST, PACES_WORST_FIRST, Child, Rollup, badness, roll_up
from targets.rules.rollups.sentences import sentence
from targets.rules.verdicts.terms import Attainment, Light, Pace, RollupRule
from targets.rules.wording import Text

PACES_OF = {
    Light.BLUE: (Pace.AHEAD, Pace.ON_TRACK, Pace.MET_ON_TIME, Pace.MET_LATE, Pace.NOT_ASSESSABLE, Pace.NOT_STARTED),
    Light.GREEN: (Pace.AHEAD, Pace.ON_TRACK),
    Light.YELLOW: (Pace.BEHIND, Pace.FAR_BEHIND, Pace.REGRESSING),
    Light.RED: (Pace.FAR_BEHIND, Pace.REGRESSING, Pace.MISSED),
    Light.GREY: (Pace.NO_DATA, Pace.NOT_ASSESSABLE, Pace.NOT_STARTED, Pace.BEHIND),
}
MET, NOT_MET, UNKNOWN = Attainment.MET, Attainment.NOT_MET, Attainment.NOT_MEASURABLE
MEAN, COUNTS = RollupRule.WEIGHTED_MEAN, RollupRule.COUNTS
OUTPUT = Text("整车产量", "Vehicle output")
keys = count(1)


def child(light: Light, pace: Pace | None = None, share: str | None = None, **more: Any) -> Child:
    attainment = {Light.BLUE: MET, Light.GREY: UNKNOWN}.get(light, NOT_MET)
    values: dict[str, Any] = {
        "key": next(keys),
        "attainment": attainment,
        "pace": pace or PACES_OF[light][0],
        "light": light,
        "has_value": light != Light.GREY,
        "achieved_share": None if share is None else Decimal(share),
    }
    numbers = {name: Decimal(more.pop(name)) for name in ("weight", "gap_points") if name in more}
    return Child(**values | numbers | more)


def nine_targets() -> list[Child]:
    return [
        child(Light.BLUE, share="3"),
        child(Light.GREEN, share="0.5"),
        child(Light.GREEN, share="0.5"),
        child(Light.GREEN, share="0.5"),
        child(Light.YELLOW, share="0.25"),
        child(Light.YELLOW, share="0.25"),
        child(Light.RED, Pace.REGRESSING, "-0.5", key="vehicles"),
        child(Light.GREY),
        child(Light.GREY),
    ]


def test_the_worst_decides_and_the_counts_stand_beside_it() -> None:
    answer = roll_up(nine_targets())
    assert (answer.light, answer.pace, answer.deciding) == (Light.RED, Pace.REGRESSING, "vehicles")
    assert (answer.reported, answer.judged, answer.total) == (7, 7, 9)
    assert answer.by_light == {"blue": 1, "green": 3, "yellow": 2, "red": 1, "grey": 2}
    assert {pace for pace, number in answer.by_pace.items() if not number} == {
        *(Pace.ON_TRACK, Pace.FAR_BEHIND, Pace.NOT_ASSESSABLE, Pace.NOT_STARTED),
        *(Pace.MET_ON_TIME, Pace.MET_LATE, Pace.MISSED),
    }
    assert answer.by_attainment == {"met": 1, "not_met": 6, "not_measurable": 2}
    assert (answer.share, answer.weighing, answer.good) == (None, None, None)


@pytest.mark.parametrize("rule", RollupRule)
def test_without_a_judged_child_there_is_no_score(rule: RollupRule) -> None:
    stale = child(Light.GREY, Pace.BEHIND, "0.4", has_value=True)
    for children in ([], [child(Light.GREY), stale]):
        answer = roll_up(children, rule)
        assert (answer.light, answer.pace, answer.share, answer.good, answer.deciding) == (None,) * 5
        assert answer.total == len(children)


def test_three_hundred_percent_never_hides_nothing() -> None:
    answer = roll_up([child(Light.BLUE, share="3"), child(Light.RED, share="0", key="stuck")], MEAN)
    assert (answer.share, answer.deciding) == (Decimal("0.5"), "stuck")
    assert (answer.light, answer.pace) == (None, None)


def test_a_mean_follows_the_weights() -> None:
    children = [child(Light.GREEN, share="0.9", weight="3"), child(Light.YELLOW, share="0.5", weight="1")]
    assert roll_up(children, MEAN).share == Decimal("0.8")


def test_a_mean_is_rounded_to_nine_decimals() -> None:
    children = [child(Light.BLUE, share="1"), child(Light.RED, share="0"), child(Light.RED, share="0")]
    assert roll_up(children, MEAN).share == Decimal("0.333333333")


def test_a_mean_is_decided_by_the_child_that_costs_it_most() -> None:
    """Weight times what is missing: 3 × 0.5 is more than 1 × 1."""
    heavy = child(Light.GREEN, share="0.5", weight="3", key="heavy")
    assert roll_up([child(Light.RED, share="-2", weight="1"), heavy], MEAN).deciding == "heavy"
    assert roll_up([child(Light.BLUE, share="1.2")], MEAN).deciding is None


def test_equal_costs_are_settled_by_the_worse_verdict() -> None:
    stuck, backward = child(Light.RED, share="0"), child(Light.RED, Pace.REGRESSING, "-1", key="backward")
    assert roll_up([stuck, backward], MEAN).deciding == "backward"


def test_a_mean_says_what_it_rests_on() -> None:
    children = [
        child(Light.GREEN, share="0.5", weight="2"),
        child(Light.RED, share="0.1"),
        child(Light.BLUE, Pace.NOT_ASSESSABLE, key="no base"),
        child(Light.GREY, key="no data", weight="1"),
        child(Light.GREY, Pace.BEHIND, "0.9", key="stale", weight="3"),
        child(Light.GREEN, share="0.6", weight="0"),
    ]
    weighing = roll_up(children, MEAN).weighing
    assert weighing is not None
    assert (weighing.shares, weighing.weight, weighing.part) == (2, Decimal(8), Decimal("0.375"))
    assert weighing.missing == ("no base", "no data", "stale")
    assert (weighing.unstated, weighing.weightless) == (2, 1)


def test_a_weight_of_nothing_takes_a_child_out_of_the_mean_but_not_out_of_the_counts() -> None:
    children = [child(Light.GREEN, share="0.5"), child(Light.RED, share="0", weight="0")]
    answer = roll_up(children, MEAN)
    assert (answer.share, answer.by_light[Light.RED]) == (Decimal("0.5"), 1)
    assert roll_up(children[1:], MEAN).share is None


def test_counts_are_of_the_judged_only() -> None:
    answer = roll_up(nine_targets(), COUNTS)
    assert (answer.good, answer.judged, answer.deciding) == (4, 7, "vehicles")


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (child(Light.RED, Pace.MISSED), child(Light.RED, Pace.REGRESSING)),
        (child(Light.RED, Pace.REGRESSING), child(Light.RED, Pace.FAR_BEHIND)),
        (child(Light.RED, Pace.FAR_BEHIND), child(Light.YELLOW, Pace.REGRESSING)),
        (child(Light.YELLOW, Pace.BEHIND), child(Light.GREEN, Pace.ON_TRACK)),
        (child(Light.GREEN, Pace.ON_TRACK), child(Light.GREEN, Pace.AHEAD)),
        (child(Light.GREEN, Pace.AHEAD), child(Light.BLUE, Pace.MET_LATE)),
        (child(Light.BLUE, Pace.MET_LATE), child(Light.BLUE, Pace.MET_ON_TIME)),
        (child(Light.YELLOW, share="0.5", gap_points="-20"), child(Light.YELLOW, share="0.1", gap_points="-11")),
        (child(Light.YELLOW, gap_points="-11"), child(Light.YELLOW)),
        (child(Light.YELLOW, share="0.1"), child(Light.YELLOW, share="0.5")),
    ],
)
def test_the_order_of_badness(worse: Child, better: Child) -> None:
    """Light, then pace, then the gap, then the share; what is not known decides no tie."""
    assert badness(worse) < badness(better)
    assert roll_up([better, worse]).deciding == worse.key


def test_the_order_of_badness_knows_every_judged_light_and_every_pace() -> None:
    assert {*LIGHTS_WORST_FIRST} == {*Light} - {Light.GREY}
    assert sorted(PACES_WORST_FIRST) == sorted(Pace)


def test_of_equals_the_first_decides() -> None:
    first, second = child(Light.RED), child(Light.RED)
    assert roll_up([first, second]).deciding == first.key
    assert roll_up([second, first]).deciding == second.key


@pytest.mark.parametrize(
    "values", [{"weight": "-1"}, {"weight": "NaN"}, {"share": "Infinity"}, {"gap_points": "-Infinity"}]
)
def test_impossible_numbers_are_refused(values: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"not a finite number|never negative"):
        child(Light.GREEN, **values)


def test_two_children_with_one_key_are_refused() -> None:
    with pytest.raises(ValueError, match="same key"):
        roll_up([child(Light.RED, key="a"), child(Light.BLUE, key="a")])


COUNTED = "9项目标中7项有数据：蓝灯1、绿灯3、黄灯2、红灯1、灰灯2；"
COUNTED_EN = "7 of 9 targets have data: 1 blue, 3 green, 2 yellow, 1 red, 2 grey; "


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            RollupRule.WORST_OF,
            "按“最差决定”，由“整车产量”定为红灯（倒退）。",
            "by the rule “worst of all”, “Vehicle output” makes it red (regressing).",
        ),
        (
            MEAN,
            (
                "按“加权平均”，平均完成全程的42.86%（单项最多计100%），“整车产量”拉低最多；"
                "依据7项，占权重合计9的77.78%；2项缺少可用的完成进度，未计入；9项未写明权重，按1计。"
            ),
            (
                "by the rule “weighted mean”, 42.86% of the way is done on average (none above 100%), and “Vehicle "
                "output” pulls it down most; it rests on 7 shares with 77.78% of the total weight of 9; 2 targets "
                "without a usable share are left out; 9 weights not stated are taken as 1."
            ),
        ),
        (
            COUNTS,
            "按“计数”，可判定的7项中4项为蓝灯或绿灯，最差的是“整车产量”。",
            "by the rule “counts”, 4 of the 7 that can be judged are blue or green, and the worst is “Vehicle output”.",
        ),
    ],
)
def test_the_sentence_explains_the_answer(rule: RollupRule, zh: str, en: str) -> None:
    said = sentence(roll_up(nine_targets(), rule), OUTPUT)
    assert said == Text(COUNTED + zh, COUNTED_EN + en)


def said_of(children: list[Child], rule: RollupRule) -> str:
    return sentence(roll_up(children, rule), OUTPUT).zh


def test_the_sentence_invents_nothing_where_nothing_can_be_judged() -> None:
    assert said_of([], MEAN) == "没有目标，无从汇总。"
    assert said_of([child(Light.GREY)], MEAN) == "1项目标无数据：灰灯1；没有可判定的目标，不作总评。"
    assert said_of([child(Light.BLUE, Pace.NOT_ASSESSABLE, weight="0")], MEAN) == (
        "1项目标有数据：蓝灯1；按“加权平均”，没有可用的完成进度，不作总评；1项权重为0，不计入。"
    )


def test_the_sentence_names_no_worst_where_all_is_well() -> None:
    assert said_of([child(Light.BLUE), child(Light.GREEN)], COUNTS) == (
        "2项目标均有数据：蓝灯1、绿灯1；按“计数”，可判定的2项均为蓝灯或绿灯。"
    )
    assert "拉低" not in said_of([child(Light.BLUE, share="2")], MEAN)


@pytest.mark.parametrize(("share", "percent"), [("0.999999999", "99.99%"), ("0.000000001", "0.01%"), ("0", "0%")])
def test_the_sentence_does_not_round_to_all_or_nothing(share: str, percent: str) -> None:
    assert f"完成全程的{percent}" in said_of([child(Light.GREEN, share=share)], MEAN)


shares = st.decimals(-3, 5, places=9)
weights = st.decimals(0, 50, places=3)


@st.composite
def any_child(draw: st.DrawFn) -> Child:
    light = draw(st.sampled_from(Light))
    return Child(
        key=draw(st.uuids()).hex,
        attainment=draw(st.sampled_from(Attainment)),
        pace=draw(st.sampled_from(PACES_OF[light])),
        light=light,
        has_value=light != Light.GREY or draw(st.booleans()),
        achieved_share=draw(st.none() | shares),
        gap_points=draw(st.none() | shares),
        weight=draw(st.none() | weights),
    )


children_of_any_kind = st.lists(any_child(), max_size=7, unique_by=lambda child: child.key)
any_rule = st.sampled_from(RollupRule)


def score(answer: Rollup) -> tuple[Any, ...]:
    return answer.light, answer.pace, answer.share, answer.good


@given(children_of_any_kind, any_rule, st.randoms(use_true_random=False))
def test_the_order_of_the_children_does_not_matter(children: list[Child], rule: RollupRule, random: Any) -> None:
    answer = roll_up(children, rule)
    random.shuffle(children)
    other = roll_up(children, rule)
    assert score(other) == score(answer)
    assert (other.by_light, other.by_pace, other.by_attainment) == (
        answer.by_light,
        answer.by_pace,
        answer.by_attainment,
    )


@given(children_of_any_kind, any_rule)
def test_every_total_is_the_sum_of_its_parts(children: list[Child], rule: RollupRule) -> None:
    answer = roll_up(children, rule)
    for counts, terms in ((answer.by_light, Light), (answer.by_pace, Pace), (answer.by_attainment, Attainment)):
        assert [*counts] == [*terms]
        assert sum(counts.values()) == answer.total == len(children)
    assert answer.judged == answer.total - answer.by_light[Light.GREY]
    weighing = answer.weighing
    assert weighing is None or weighing.shares + len(weighing.missing) + weighing.weightless == answer.total


@given(children_of_any_kind, any_rule)
def test_the_deciding_child_is_a_judged_one(children: list[Child], rule: RollupRule) -> None:
    deciding = roll_up(children, rule).deciding
    assert deciding is None or deciding in {child.key for child in children if child.light != Light.GREY}


@given(st.lists(any_child(), min_size=1, max_size=7, unique_by=lambda child: child.key), any_child())
def test_one_more_child_never_improves_the_worst(children: list[Child], more: Child) -> None:
    before, after = roll_up(children), roll_up([*children, more])
    if before.light is not None and before.pace is not None:
        assert after.light is not None
        assert after.pace is not None
        assert rank(after.light, after.pace) <= rank(before.light, before.pace)


def rank(light: Light, pace: Pace) -> tuple[int, int]:
    return LIGHTS_WORST_FIRST.index(light), PACES_WORST_FIRST.index(pace)


@given(children_of_any_kind, st.decimals("0.001", 1000, places=3))
def test_other_units_of_weight_change_nothing(children: list[Child], factor: Decimal) -> None:
    def weighed(child: Child, factor: Decimal) -> Child:
        return Child(**vars(child) | {"weight": child.weighs * factor})

    one = roll_up([weighed(child, Decimal(1)) for child in children], MEAN)
    other = roll_up([weighed(child, factor) for child in children], MEAN)
    assert (other.share, other.deciding) == (one.share, one.deciding)
    assert other.weighing is not None
    assert one.weighing is not None
    assert (other.weighing.part, other.weighing.missing) == (one.weighing.part, one.weighing.missing)


@given(children_of_any_kind)
def test_a_mean_lies_between_its_clipped_parts(children: list[Child]) -> None:
    answer = roll_up(children, MEAN)
    known = [
        min(max(child.achieved_share, Decimal(0)), Decimal(1))
        for child in children
        if child.achieved_share is not None and child.light != Light.GREY and child.weighs
    ]
    if not known:
        assert answer.share is None
    else:
        assert answer.share is not None
        assert 0 <= min(known) <= answer.share <= max(known) <= 1


@given(st.lists(any_child(), min_size=1, max_size=7, unique_by=lambda child: child.key), shares)
def test_a_better_share_never_lowers_the_mean(children: list[Child], share: Decimal) -> None:
    first, *others = children
    if first.achieved_share is not None:
        better = Child(**vars(first) | {"achieved_share": max(share, first.achieved_share)})
        before, after = roll_up(children, MEAN).share, roll_up([better, *others], MEAN).share
        assert (before is None) == (after is None)
        assert before is None or after is None or before <= after


@given(children_of_any_kind, any_rule)
def test_every_answer_can_be_said(children: list[Child], rule: RollupRule) -> None:
    said = sentence(roll_up(children, rule))
    assert said.zh.endswith("。")
    assert said.en.endswith(".")
