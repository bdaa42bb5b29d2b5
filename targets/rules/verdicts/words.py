"""What is said for each reason, with its boundary. Names in braces are filled by `sentences.py`."""

from typing import Final

from targets.rules.verdicts.terms import Attainment, Reason
from targets.rules.wording import Text

#: The first sentence: a figure with its period beside what is asked.
KNOWN: Final[dict[Attainment, Text]] = {
    Attainment.MET: Text(
        "{when}{value}，已达到目标：{asked}。", "The figure {when} is {value}, which meets the target of {asked}. "
    ),
    Attainment.NOT_MET: Text(
        "{when}{value}，{unmet}目标：{asked}。",
        "The figure {when} is {value}, which {unmet} the target of {asked}. ",
    ),
    Attainment.NOT_MEASURABLE: Text(
        "{when}{value}，目标是{asked}。", "The figure {when} is {value}; the target is {asked}. "
    ),
}
KNOWN_PERIODS: Final = Text(
    "{when}{value}，目标是{asked}，已满{tested}期中达到{kept}期。",
    "The figure {when} is {value}; the target is {asked}, kept in {kept} of {tested} complete periods. ",
)
UNMET: Final = Text("尚未达到", "does not yet meet")
UNMET_AT_LAST: Final = Text("未达到", "does not meet")
ASKED: Final = Text("目标是{asked}。", "The target is {asked}. ")

EXPECTS: Final = Text("按{method}此时应{expected}", "The {method} expects {expected}")
EXPECTS_DIRECTLY: Final = Text(
    "增速不按时间折算，此时即应{expected}", "A rate is not scaled by time and should be {expected} now"
)
DONE: Final = Text("已完成全程的{share}", "{share} of the way is done")
DONE_DIRECTLY: Final = Text("已及目标的{share}", "{share} of it is reached")
BESIDE: Final = Text("{expects}，{done}，{gap}；", "{expects}: {done}, {gap}; ")
GROWTH: Final = Text(
    "按{method}，实际增速为所需增速的{figure}倍，",
    "By the {method}, growth so far is {figure} times the growth needed, ",
)
PROJECTED: Final = Text(
    "按{method}，照此增速到期可完成全程的{percent}，",
    "By the {method}, growth as before leads over {percent} of the way by the deadline, ",
)
TREND: Final = Text(
    "按{method}，照近年趋势到期{missing}；",
    "By the {method}, {missing} of the remaining distance is missing at the deadline; ",
)
ALL_THE_WAY: Final = Text("即可达到", "nothing")
PART_OF_THE_WAY: Final = Text("还缺剩余路程的{percent}", "{percent}")
HELD: Final = Text(
    "目标只须保持，按近年趋势到期{figure}，",
    "The target only needs to be held; the trend leads to {figure} at the deadline, ",
)


def _after(opening: Text, zh: str, en: str) -> Text:
    return Text(opening.zh + zh, opening.en + en)


WHY: Final[dict[Reason, Text]] = {
    Reason.AHEAD_OF_PATH: _after(BESIDE, "差距不低于{ahead}个百分点为超前", "a gap of {ahead} points or more is ahead"),
    Reason.ON_PATH: _after(BESIDE, "差距高于{on_track}个百分点为正常", "a gap above {on_track} points is on track"),
    Reason.BEHIND_PATH: _after(
        BESIDE,
        "差距在{behind}至{on_track}个百分点之间（含两端）为滞后",
        "a gap from {on_track} to {behind} points is behind",
    ),
    Reason.FAR_BEHIND_PATH: _after(
        BESIDE, "差距低于{behind}个百分点为严重滞后", "a gap below {behind} points is far behind"
    ),
    Reason.MOVING_AWAY: Text(
        "{expects}，{gap}，且比基期更远离目标；差距不高于{far_behind}个百分点为倒退",
        "{expects}: it is {gap} and farther from the target than at the base date; "
        "with a gap of {far_behind} points or lower this is regressing",
    ),
    Reason.RANGE_CROSSED: Text(
        "{expects}，现已越过目标到另一侧，最好只判为滞后",
        "{expects}; the target was passed to its other side, which is behind at best",
    ),
    Reason.RATE_KEPT: Text("增速守住限度，判为正常", "The rate keeps within its limit, which is on track"),
    Reason.RATE_BROKEN: Text("增速突破限度，判为严重滞后", "The rate breaks its limit, which is far behind"),
    Reason.GROWTH_MET: Text(
        "既已达到，不再比较增速，判为正常", "Since it is met, growth is no longer compared: on track"
    ),
    Reason.GROWTH_ENOUGH: _after(GROWTH, "不低于{on_track}倍为正常", "and {on_track} or more is on track"),
    Reason.GROWTH_SLOW: _after(
        GROWTH, "不低于{behind}倍而不足{on_track}倍为滞后", "and from {behind} to below {on_track} is behind"
    ),
    Reason.GROWTH_VERY_SLOW: _after(
        GROWTH,
        "不低于{far_behind}倍而不足{behind}倍为严重滞后",
        "and from {far_behind} to below {behind} is far behind",
    ),
    Reason.GROWTH_REVERSED: _after(GROWTH, "低于{far_behind}倍为倒退", "and below {far_behind} is regressing"),
    Reason.GROWTH_UNDEFINED: Text(
        "{method}要求基期值、现值和目标值同为正数或同为负数，无法测算进度",
        "The {method} needs base, value and target on one side of zero, so the pace cannot be assessed",
    ),
    Reason.METHOD_UNFIT: Text(
        "{method}不适用于这类目标，无法测算进度",
        "The {method} does not fit such a target, so the pace cannot be assessed",
    ),
    Reason.TREND_REACHES: _after(TREND, "所缺不足{on_track}%为正常", "less than {on_track}% is on track"),
    Reason.TREND_FALLS_SHORT: _after(
        TREND, "所缺在{on_track}%至{behind}%之间（含两端）为滞后", "from {on_track}% to {behind}% is behind"
    ),
    Reason.TREND_FALLS_FAR_SHORT: _after(TREND, "所缺超过{behind}%为严重滞后", "more than {behind}% is far behind"),
    Reason.TREND_AWAY: Text(
        "按{method}，近年趋势没有朝向目标，判为倒退",
        "By the {method}, recent years do not lead toward the target, which is regressing",
    ),
    Reason.TOO_FEW_POINTS: Text(
        "连同基期的数据点不足，{method}无法测算进度",
        "There are too few points, the base included, for the {method}, so the pace cannot be assessed",
    ),
    Reason.HELD_SAFELY: _after(HELD, "仍能守住，判为正常", "which still holds it: on track"),
    Reason.HELD_AT_RISK: _after(HELD, "将会失守，判为滞后", "which would lose it: behind"),
    Reason.LOST_BUT_CLOSING: Text(
        "须保持的目标已经失守，近年趋势正在接近，判为严重滞后",
        "What should be held is lost; the trend is closing in again, which is far behind",
    ),
    Reason.LOST: Text(
        "须保持的目标已经失守，且趋势未见好转，判为倒退",
        "What should be held is lost and the trend does not bring it nearer, which is regressing",
    ),
    Reason.EVERY_PERIOD_KEPT: Text("各期均已达到，判为正常", "Every period kept it, which is on track"),
    Reason.A_PERIOD_BROKEN: Text("有一期未达到，即判为{pace}", "One period that fails is enough: {pace}"),
    Reason.MET_ON_TIME: Text("按期完成", "It was met on time"),
    Reason.MET_LATE: Text(
        "到期时未见达到，其后达到，为逾期完成", "It was not seen met at the deadline but after it: met late"
    ),
    Reason.MISSED: Text("时限已过，为到期未完成", "The deadline has passed: missed"),
    Reason.AWAITING_FINAL_VALUE: Text(
        "时限已过，尚缺到期数据，待补报后判定", "The deadline has passed and its value is still awaited"
    ),
    Reason.NOT_STARTED: Text("起始日为{start}，尚未开始", "It has not started yet (start: {start})"),
    Reason.NO_OBSERVATION: Text("尚无可用数据，无法判定", "No value is known yet, so nothing can be judged"),
    Reason.NO_COMPLETE_PERIOD: Text(
        "已报数据不足完整一期，且不按比例推算，无法判定",
        "What is reported does not make a complete period and is never scaled up, so nothing can be judged",
    ),
    Reason.FIRST_PERIOD_MISSING: Text(
        "基期（{base_day}）之后的第一期数据缺失，无从累计，无法判定",
        "The first period after the base date ({base_day}) is missing, so no sum can begin",
    ),
    Reason.NOTHING_SINCE_BASE: Text(
        "基期（{base_day}）以来尚无数据，无法测算进度",
        "Nothing is known since the base date ({base_day}), so the pace cannot be assessed",
    ),
    Reason.NUMBER_MISSING: Text("目标未写明数值，无法衡量", "The target has no number, so it cannot be measured"),
    Reason.BASE_MISSING: Text(
        "基期未给出，无法测算进度", "The base value is not given, so the pace cannot be assessed"
    ),
    Reason.BASE_DATE_MISSING: Text(
        "基期日期未给出，无法测算进度", "The base date is not given, so the pace cannot be assessed"
    ),
    Reason.BASE_UNFIT: Text(
        "基期值为零或为负数，无法据以计算增幅",
        "The base value is zero or negative, so no relative change can be told from it",
    ),
    Reason.DEADLINE_MISSING: Text(
        "时限未给出，无法测算进度", "The deadline is not given, so the pace cannot be assessed"
    ),
    Reason.STEPS_MISSING: Text(
        "节点未给出，{method}无法测算进度", "The steps are not given, so the {method} cannot assess the pace"
    ),
    Reason.JUDGED_AT_DEADLINE: Text(
        "按规则到期时才判定，目前不测算进度", "By the policy it is judged at the deadline only, so no pace is assessed"
    ),
}
#: The 2023 edition of the UN speaks of shares of the way, and of a movement away as the paths do.
WHY_PROJECTED: Final[dict[Reason, Text]] = {
    Reason.GROWTH_ENOUGH: _after(PROJECTED, "不低于{on_track_share}为正常", "and {on_track_share} or more is on track"),
    Reason.GROWTH_SLOW: _after(
        PROJECTED,
        "不低于{behind_share}而不足{on_track_share}为滞后",
        "and from {behind_share} to below {on_track_share} is behind",
    ),
    Reason.GROWTH_VERY_SLOW: _after(
        PROJECTED, "不足{behind_share}为严重滞后", "and less than {behind_share} is far behind"
    ),
    Reason.GROWTH_REVERSED: Text(
        "比基期更远离目标，且较直线进度{gap}；差距不高于{far_behind}个百分点为倒退",
        "It is farther from the target than at the base date and {gap}; "
        "with a gap of {far_behind} points or lower this is regressing",
    ),
}
#: A rate that turns the other way leaves no path, since it follows none.
WHY_DIRECT: Final[dict[Reason, Text]] = {
    Reason.MOVING_AWAY: Text(
        "{expects}，{gap}，且方向相反；差距不高于{far_behind}个百分点为倒退",
        "{expects}: it is {gap} and turns the other way; with a gap of {far_behind} points or lower this is regressing",
    ),
}
#: Without its base a change cannot even be measured.
WHY_UNMEASURED: Final[dict[Reason, Text]] = {
    Reason.BASE_MISSING: Text(
        "基期未给出，无法计算变化，也无法测算进度",
        "The base value is not given, so neither the change nor the pace can be told",
    ),
    Reason.BASE_DATE_MISSING: Text(
        "基期日期未给出，无法计算数值，也无法测算进度",
        "The base date is not given, so neither the figure nor the pace can be told",
    ),
}
STALE: Final = Text(
    "；但数据已有{age}天，超过{limit}天的时效，亮灰灯",
    "; but the data are {age} days old, more than the {limit} days allowed, so the light is grey",
)
RUNS: Final = Text("期满才能判定是否守住", "only the end of the period can tell whether it is kept")
FROM_ZERO: Final = Text("起点按零计", "counted from zero")
TOLERANCE: Final = Text("容差未写明，按规则取{}", "the tolerance is not stated and taken as {}")
INEXACT: Final = Text("该值不精确，按其所述界限判定", "the figure is not exact and is judged by its stated bound")
PROVISIONAL: Final = Text("含未核数据", "with values not yet verified")
