"""The thresholds of a policy in words, so that every colour can be printed beside where it begins."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from targets.rules.policies import PATHS, Thresholds
from targets.rules.quantities import plain, shifted
from targets.rules.verdict_terms import Method
from targets.rules.wording import Text

#: For methods that judge by the gap.
GAPS: Final = Text(
    "差距不低于{ahead}个百分点为超前，高于{on_track}为正常，不低于{behind}为滞后，更低为严重滞后；"
    "比基期更远且差距不高于{far_behind}为倒退",
    "a gap of {ahead} points or more is ahead, above {on_track} on track, down to {behind} behind, below far behind; "
    "farther away than at the base date with a gap of {far_behind} or lower is regressing",
)
WORDS: Final[Mapping[Method, Text]] = {
    **dict.fromkeys(PATHS, GAPS),
    **dict.fromkeys(
        (Method.CAGR_95_60_0, Method.UN_2022),
        Text(
            "实际增速为所需增速的{on_track}倍及以上为正常，{behind}倍及以上为滞后，{far_behind}倍及以上为严重滞后，更低为倒退",
            "growth of {on_track} times the growth needed or more is on track, from {behind} behind, "
            "from {far_behind} far behind, below regressing",
        ),
    ),
    Method.UN_2023: Text(
        "照此增速到期可完成全程的{on_track_share}及以上为正常，{behind_share}及以上为滞后，更低为严重滞后；"
        "比基期更远且差距不高于{far_behind}个百分点为倒退",
        "growth as before that leads over {on_track_share} of the way or more is on track, from {behind_share} behind, "
        "below far behind; farther away than at the base date with a gap of {far_behind} points or lower is regressing",
    ),
    Method.LINEAR_5Y_5_20: Text(
        "照近年趋势到期所缺不足剩余路程的{on_track}%为正常，不超过{behind}%为滞后，更多为严重滞后；趋势没有朝向目标为倒退",
        "a trend that misses less than {on_track}% of the remaining distance is on track, up to {behind}% behind, "
        "more far behind; one that does not lead toward the target is regressing",
    ),
    Method.DEADLINE_ONLY: Text("到期前不测算进度", "no pace is assessed before the deadline"),
}


def boundaries(method: Method, thresholds: Thresholds) -> Text:
    """Where one pace ends and the next begins; `thresholds` are the complete ones of the method."""
    names = ("ahead", "on_track", "behind", "far_behind")
    numbers = {name: getattr(thresholds, name) for name in names}
    said = {name: _said(number) for name, number in numbers.items()}
    said |= {f"{name}_share": _share(number) for name, number in numbers.items()}
    template = WORDS[method]
    return Text(template.zh.format_map(said), template.en.format_map(said))


def _said(number: Decimal | None) -> str:
    return "" if number is None else plain(number)


def _share(number: Decimal | None) -> str:
    return "" if number is None else f"{plain(shifted(number, 2))}%"
