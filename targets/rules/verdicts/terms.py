"""The closed lists of the verdict: how far, how fast, which light, by which method and for which reason."""

from typing import TypeVar

from targets.rules.terms import Term

T = TypeVar("T", bound=Term)


class Attainment(Term):
    """Whether the number is reached, on what is known."""

    MET = "met", "已达到", "met"
    NOT_MET = "not_met", "未达到", "not met"
    NOT_MEASURABLE = "not_measurable", "无法衡量", "not measurable"


class Pace(Term):
    """How fast it goes before the deadline, and how it ended after it."""

    AHEAD = "ahead", "超前", "ahead"
    ON_TRACK = "on_track", "正常", "on track"
    BEHIND = "behind", "滞后", "behind"
    FAR_BEHIND = "far_behind", "严重滞后", "far behind"
    REGRESSING = "regressing", "倒退", "regressing"
    NO_DATA = "no_data", "无数据", "no data"
    NOT_ASSESSABLE = "not_assessable", "无法测算", "not assessable"
    NOT_STARTED = "not_started", "未开始", "not started"
    MET_ON_TIME = "met_on_time", "按期完成", "met on time"
    MET_LATE = "met_late", "逾期完成", "met late"
    MISSED = "missed", "到期未完成", "missed"


class Light(Term):
    """The colour by which a verdict is seen at a glance."""

    BLUE = "blue", "蓝灯", "blue"
    GREEN = "green", "绿灯", "green"
    YELLOW = "yellow", "黄灯", "yellow"
    RED = "red", "红灯", "red"
    GREY = "grey", "灰灯", "grey"


class Method(Term):
    """How pace is judged."""

    LINEAR_PATH = "linear-path", "直线路径（序时进度）", "linear path"
    MILESTONE_PATH = "milestone-path", "节点路径", "milestone path"
    STEP_PATH = "step-path", "阶梯路径", "step path"
    DEADLINE_ONLY = "deadline-only", "仅在到期时判定", "deadline only"
    CAGR_95_60_0 = "cagr-95-60-0", "年均增速比（95/60/0）", "growth ratio 95/60/0"
    UN_2022 = "un-2022", "年均增速比（联合国2022年版）", "growth ratio of the UN, 2022 edition"
    UN_2023 = "un-2023", "增速外推（联合国2023年版）", "projected growth of the UN, 2023 edition"
    LINEAR_5Y_5_20 = "linear-5y-5-20", "五年趋势（5/20）", "five-year trend 5/20"


class BareAs(Term):
    """How a number without a comparator is read."""

    FLOOR = "floor", "下限（越低越好时为上限）", "a floor (a ceiling where less is better)"
    EXACT = "exact", "恰好等于", "exactly the number"


class Over(Term):
    """Whether passing a range on its good side still counts as met."""

    MET = "met", "视为达到", "counts as met"
    NOT_MET = "not_met", "视为未达到", "counts as not met"


class RollupRule(Term):
    """How the verdicts of many targets become one; see `rollup`."""

    WORST_OF = "worst_of", "最差决定", "worst of all"
    WEIGHTED_MEAN = "weighted_mean", "加权平均", "weighted mean"
    COUNTS = "counts", "计数", "counts"


class VerdictFlag(Term):
    """What was assumed, or what to mind, in a verdict."""

    ASSUMED_TOLERANCE = "assumed_tolerance", "容差按规则设定", "tolerance assumed by the policy"
    ZERO_BASE = "zero_base", "起点按零计", "counted from zero"
    BASE_FROM_START = "base_from_start", "基期取起始日前一日", "base date taken as the day before the start"
    INEXACT_VALUE = "inexact_value", "数值不精确，按所述界限计", "inexact value, judged by its stated bound"
    PROVISIONAL_VALUE = "provisional_value", "含未核数据", "uses a value not yet verified"
    PARTIAL_COVERAGE = "partial_coverage", "数据期数不全", "some due periods are not reported"
    STALE = "stale", "数据过旧", "stale data"


class Reason(Term):
    """Why a verdict is what it is; the codes are stable, the texts may improve."""

    AHEAD_OF_PATH = "ahead_of_path", "超前于路径", "ahead of the path"
    ON_PATH = "on_path", "与路径基本一致", "on the path"
    BEHIND_PATH = "behind_path", "落后于路径", "behind the path"
    FAR_BEHIND_PATH = "far_behind_path", "远落后于路径", "far behind the path"
    MOVING_AWAY = "moving_away", "背离目标", "moving away from the target"
    RANGE_CROSSED = "range_crossed", "越过目标区间", "the range is crossed"

    RATE_KEPT = "rate_kept", "增速保持在限度内", "the rate keeps within its limit"
    RATE_BROKEN = "rate_broken", "增速超出限度", "the rate breaks its limit"

    GROWTH_MET = "growth_met", "已达到，不再比较增速", "met, growth no longer compared"
    GROWTH_ENOUGH = "growth_enough", "增速足够", "growth suffices"
    GROWTH_SLOW = "growth_slow", "增速偏低", "growth too slow"
    GROWTH_VERY_SLOW = "growth_very_slow", "增速过低", "growth far too slow"
    GROWTH_REVERSED = "growth_reversed", "增速反向", "growth reversed"
    GROWTH_UNDEFINED = "growth_undefined", "增速无法计算", "growth undefined"
    METHOD_UNFIT = "method_unfit", "方法不适用", "the method does not fit"

    TREND_REACHES = "trend_reaches", "按趋势可达到", "the trend reaches the target"
    TREND_FALLS_SHORT = "trend_falls_short", "按趋势略有不足", "the trend falls short"
    TREND_FALLS_FAR_SHORT = "trend_falls_far_short", "按趋势差距较大", "the trend falls far short"
    TREND_AWAY = "trend_away", "趋势背离目标", "the trend leads away"
    TOO_FEW_POINTS = "too_few_points", "数据点不足", "too few points"

    HELD_SAFELY = "held_safely", "保持达标且趋势稳妥", "held, and safe by trend"
    HELD_AT_RISK = "held_at_risk", "目前达标但有失守风险", "held, but at risk by trend"
    LOST_BUT_CLOSING = "lost_but_closing", "未达标但正在接近", "lost, but closing in"
    LOST = "lost", "未达标且未见好转", "lost, and not closing in"

    EVERY_PERIOD_KEPT = "every_period_kept", "各期均达到", "every period kept"
    A_PERIOD_BROKEN = "a_period_broken", "有一期未达到", "a period broken"

    MET_ON_TIME = "met_on_time", "按期完成", "met on time"
    MET_LATE = "met_late", "逾期完成", "met late"
    MISSED = "missed", "到期未完成", "missed"
    AWAITING_FINAL_VALUE = "awaiting_final_value", "等待到期数据", "awaiting the final value"

    NOT_STARTED = "not_started", "尚未开始", "not started"
    NO_OBSERVATION = "no_observation", "尚无数据", "no observation"
    NO_COMPLETE_PERIOD = "no_complete_period", "尚无完整一期的数据", "no complete period"
    FIRST_PERIOD_MISSING = "first_period_missing", "首期数据缺失", "the first period is missing"
    NOTHING_SINCE_BASE = "nothing_since_base", "基期以来尚无数据", "nothing since the base date"
    NUMBER_MISSING = "number_missing", "目标值未写明", "the target has no number"
    BASE_MISSING = "base_missing", "基期值未给出", "the base value is missing"
    BASE_DATE_MISSING = "base_date_missing", "基期日期未给出", "the base date is missing"
    BASE_UNFIT = "base_unfit", "基期值无法作比", "the base value cannot be compared with"
    DEADLINE_MISSING = "deadline_missing", "时限未给出", "the deadline is missing"
    STEPS_MISSING = "steps_missing", "节点未给出", "the steps are missing"
    JUDGED_AT_DEADLINE = "judged_at_deadline", "到期时才判定", "judged at the deadline only"
    STALE = "stale", "数据过旧", "stale data"


def find(terms: type[T], code: str) -> T | None:
    """The member of a closed list with this code, or nothing."""
    return next((term for term in terms if term == code), None)


def member(terms: type[T], code: str) -> T:
    """The member with this code, which must be one of the list; ValueError if it is not."""
    found = find(terms, code)
    if found is None:
        raise ValueError(f"{code!r} is not a {terms.__name__}")
    return found
