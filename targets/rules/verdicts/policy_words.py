"""A policy in words: what its method looks at, where one pace ends and the next begins, how doubtful things are read."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from targets.rules.quantities.writing import plain
from targets.rules.terms import Frequency
from targets.rules.verdicts.policies import MAX_AGE_DAYS, Policy, Thresholds
from targets.rules.verdicts.terms import BareAs, Light, Method, Over, member
from targets.rules.wording import Text, label

#: When a light shows.
MEANINGS: Final[dict[Light, Text]] = {
    Light.BLUE: Text("已达到目标，且没有失守风险", "the target is met, and not at risk"),
    Light.GREEN: Text("尚未达到，进度超前或正常", "not met yet; the pace is ahead or on track"),
    Light.YELLOW: Text("进度滞后；或目前已达到，但有失守风险", "the pace is behind; or met now, but about to be lost"),
    Light.RED: Text("严重滞后、倒退，或到期未完成", "far behind, regressing, or missed at the deadline"),
    Light.GREY: Text(
        "无法判定：无数据、无法测算、尚未开始、等待到期数据，或数据过旧",
        "cannot be judged: no data, not assessable, not started, final value awaited, or data too old",
    ),
}
LOOKS_AT: Final[dict[Method, Text]] = {
    Method.LINEAR_PATH: Text(
        "自基期至时限按时间均匀推进（序时进度），以实际完成份额减去数据所属日应完成份额为差距。",
        "From the base date to the deadline in even steps; the gap is the share done less the share due on the day of the "
        "data.",
    ),
    Method.MILESTONE_PATH: Text(
        "自基期起依次经过各年度目标、节点至时限，其间按时间均匀推进，以实际完成份额减去数据所属日应完成份额为差距。",
        "From the base date through each milestone to the deadline, in even steps between; the gap is the share done less "
        "the share due on the day of the data.",
    ),
    Method.STEP_PATH: Text(
        "节点到期之日起即应达到该节点的数值，以实际完成份额减去数据所属日应完成份额为差距。",
        "The number of a milestone is due in full from its day on; the gap is the share done less the share due on the "
        "day of the data.",
    ),
    Method.CAGR_95_60_0: Text(
        "比较基期以来的实际年均增速与到期达标所需的年均增速。",
        "Average yearly growth since the base date is compared with the growth that leads to the target.",
    ),
    Method.UN_2022: Text(
        "比较基期以来的实际年均增速与到期达标所需的年均增速。",
        "Average yearly growth since the base date is compared with the growth that leads to the target.",
    ),
    Method.UN_2023: Text(
        "按基期以来的年均增速外推，看到期可完成全程的份额。",
        "Growth since the base date is projected to the deadline: which share of the way will be done by then.",
    ),
    Method.LINEAR_5Y_5_20: Text(
        "按近年数据的直线趋势外推，看到期所缺占剩余路程的比例。",
        "The straight trend of recent years is projected to the deadline: which part of the remaining way is missing.",
    ),
    Method.DEADLINE_ONLY: Text("到期之前不测算进度。", "No pace is assessed before the deadline."),
}
GAP: Final = Text(
    "差距不低于{ahead}个百分点为超前，高于{on_track}个百分点为正常，{behind}至{on_track}个百分点（含两端）为滞后，"
    "低于{behind}个百分点为严重滞后；比基期更远离目标且差距不高于{far_behind}个百分点为倒退。",
    "A gap of {ahead} points or more is ahead, above {on_track} on track, from {on_track} to {behind} (both included) "
    "behind, below {behind} far behind; farther from the target than at the base date with a gap of {far_behind} or "
    "lower is regressing.",
)
RATIO: Final = Text(
    "比值不低于{on_track}为正常，不低于{behind}而不足{on_track}为滞后，不低于{far_behind}而不足{behind}为严重滞后，"
    "低于{far_behind}为倒退；不判超前。",
    "A ratio of {on_track} or more is on track, from {behind} to below {on_track} behind, from {far_behind} to below "
    "{behind} far behind, below {far_behind} regressing; nothing is called ahead.",
)
BOUNDARIES: Final[dict[Method, Text]] = {
    Method.LINEAR_PATH: GAP,
    Method.MILESTONE_PATH: GAP,
    Method.STEP_PATH: GAP,
    Method.CAGR_95_60_0: RATIO,
    Method.UN_2022: RATIO,
    Method.UN_2023: Text(
        "份额不低于{on_track}为正常，不低于{behind}而不足{on_track}为滞后，不足{behind}为严重滞后；"
        "比基期更远离目标且较直线进度的差距不高于{far_behind}个百分点为倒退；不判超前。",
        "A share of {on_track} or more is on track, from {behind} to below {on_track} behind, less than {behind} far "
        "behind; farther from the target than at the base date with a gap to the straight line of {far_behind} points "
        "or lower is regressing; nothing is called ahead.",
    ),
    Method.LINEAR_5Y_5_20: Text(
        "所缺不足{on_track}%为正常，{on_track}%至{behind}%（含两端）为滞后，超过{behind}%为严重滞后；"
        "趋势没有朝向目标为倒退；不判超前。",
        "Less than {on_track}% missing is on track, from {on_track}% to {behind}% (both included) behind, more than "
        "{behind}% far behind; a trend that does not lead toward the target is regressing; nothing is called ahead.",
    ),
    Method.DEADLINE_ONLY: Text(
        "到期后判定为按期完成、逾期完成或到期未完成。", "After it: met on time, met late, or missed."
    ),
}
BARE: Final = Text("未写比较词的数值按“{}”理解。", "A number without a comparator is read as {}.")
TOLERANCE: Final = Text(
    "“左右”“接近”未写明容差的，容差取目标数值的{}。",
    "Where “about” and “close to” state no tolerance, it is {} of the number.",
)
OVER_BY_DIRECTION: Final = Text(
    "超出区间：指标有优劣方向的，在有利一侧超出视为达到；没有方向的视为未达到。",
    "Passing a range on its good side counts as met where the indicator has a good side, and as not met where it has "
    "none.",
)
OVER: Final = Text("在有利一侧超出区间，{}。", "Passing a range on its good side {}.")
AGES: Final = Text(
    "数据距研判日超过时效即亮灰灯：按月填报的{month}天，按季{quarter}天，按半年{half}天，按年{year}天。",
    "Data older than allowed on the day judged turn the light grey: {month} days for monthly figures, {quarter} for "
    "quarterly, {half} for half-yearly, {year} for yearly ones.",
)
AGE: Final = Text("数据距研判日超过{}天即亮灰灯。", "Data more than {} days old on the day judged turn the light grey.")
POINTS: Final = Text("连同基期至少要有{}个数据点才测算进度。", "A pace needs at least {} points, the base included.")
VERIFIED: Final = Text("只采用已核数据。", "Only verified values count.")
PROVISIONAL: Final = Text("已核数据之外，待核数据也计入。", "Values that wait for review count beside verified ones.")


def method_in_words(method: Method, thresholds: Thresholds) -> Text:
    """What the method looks at, and its boundaries."""
    looks, ends = LOOKS_AT[method], boundaries(method, thresholds)
    return Text(f"{looks.zh}{ends.zh}", f"{looks.en} {ends.en}")


def boundaries(method: Method, thresholds: Thresholds) -> Text:
    """Where one pace ends and the next begins; `thresholds` are the complete ones of the method."""
    share = method == Method.UN_2023
    said = {
        "ahead": _number(thresholds.ahead),
        "on_track": _number(thresholds.on_track, share=share),
        "behind": _number(thresholds.behind, share=share),
        "far_behind": _number(thresholds.far_behind),
    }
    ends = BOUNDARIES[method]
    return Text(ends.zh.format(**said), ends.en.format(**said))


def readings_in_words(policy: Policy) -> Iterator[Text]:
    """How the policy reads what a target or its data leave open."""
    yield PROVISIONAL if policy.include_provisional else VERIFIED
    yield _age(policy)
    yield BARE.format(label(BareAs, policy.bare_as))
    yield TOLERANCE.format(Text(_number(policy.approx_tolerance, share=True)))
    yield OVER.format(label(Over, member(Over, policy.over))) if policy.over else OVER_BY_DIRECTION
    if policy.min_points is not None:
        yield POINTS.format(Text(f"{policy.min_points:,}"))


def _age(policy: Policy) -> Text:
    if policy.max_age_days is not None:
        return AGE.format(Text(f"{policy.max_age_days:,}"))
    ages = {
        "month": MAX_AGE_DAYS[Frequency.MONTH],
        "quarter": MAX_AGE_DAYS[Frequency.QUARTER],
        "half": MAX_AGE_DAYS[Frequency.HALF_YEAR],
        "year": MAX_AGE_DAYS[Frequency.YEAR],
    }
    return Text(AGES.zh.format(**ages), AGES.en.format(**ages))


def _number(number: Decimal | None, *, share: bool = False) -> str:
    if number is None:
        return "—"
    return f"{plain(100 * number)}%" if share else plain(number)
