"""A roll-up in one sentence of Chinese and English: coverage, counts, rule, and which child decided it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from targets.rules.numbers import rounded
from targets.rules.quantities.writing import plain
from targets.rules.rollups.rollup import ALL_OF_IT, NONE_OF_IT, Rollup, Weighing
from targets.rules.verdicts.sentences import readable
from targets.rules.verdicts.terms import Light, Pace, RollupRule
from targets.rules.wording import Text, label, semicolons

NOTHING: Final = Text("没有目标，无从汇总。", "There are no targets, so there is nothing to sum up.")
UNJUDGED: Final = Text("没有可判定的目标，不作总评", "no target can be judged, so no overall verdict is given")
NO_SHARE: Final = Text("没有可用的完成进度，不作总评", "there is no share to average, so no overall figure is given")
#: Where the caller gives no name.
A_TARGET: Final = Text("其中一项", "one of them")
HUNDREDTH: Final = Decimal("0.01")


def sentence(rollup: Rollup, deciding: Text | None = None) -> Text:
    """`deciding` is the name of the child whose key the roll-up gives."""
    if not rollup.total:
        return NOTHING
    known, counts, score = _coverage(rollup), _counts(rollup), _score(rollup, _quoted(deciding))
    return Text(f"{known.zh}：{counts.zh}；{score.zh}。", f"{known.en}: {counts.en}; {score.en}.")


def _quoted(name: Text | None) -> Text:
    return A_TARGET if name is None else Text(f"“{name.zh}”", f"“{name.en}”")


def _coverage(rollup: Rollup) -> Text:
    total, reported = rollup.total, rollup.reported
    if total == 1:
        known = Text("有数据", "has data") if reported else Text("无数据", "has no data")
        return Text(f"1项目标{known.zh}", f"The one target {known.en}")
    if not reported:
        return Text(f"{total:,}项目标均无数据", f"None of the {total:,} targets has data")
    if reported == total:
        return Text(f"{total:,}项目标均有数据", f"All {total:,} targets have data")
    return Text(
        f"{total:,}项目标中{reported:,}项有数据",
        f"{reported:,} of {total:,} targets {'has' if reported == 1 else 'have'} data",
    )


def _counts(rollup: Rollup) -> Text:
    found = [(label(Light, light), count) for light, count in rollup.by_light.items() if count]
    return Text(
        "、".join(f"{name.zh}{count:,}" for name, count in found),
        ", ".join(f"{count:,} {name.en}" for name, count in found),
    )


def _score(rollup: Rollup, name: Text) -> Text:
    if not rollup.judged:
        return UNJUDGED
    scored = _said(rollup, name)
    rule = label(RollupRule, rollup.rule)
    return Text(f"按“{rule.zh}”，{scored.zh}", f"by the rule “{rule.en}”, {scored.en}")


def _said(rollup: Rollup, name: Text) -> Text:
    if rollup.light is not None and rollup.pace is not None:
        light, pace = label(Light, rollup.light), label(Pace, rollup.pace)
        return Text(f"由{name.zh}定为{light.zh}（{pace.zh}）", f"{name.en} makes it {light.en} ({pace.en})")
    if rollup.weighing is not None:
        return _mean(rollup.share, rollup.weighing, name if rollup.deciding is not None else None)
    return _good(rollup.good or 0, rollup.judged, name)


def _good(good: int, judged: int, name: Text) -> Text:
    """The worst child is named only where something is wrong."""
    if good == judged:
        return Text(f"可判定的{judged:,}项均为蓝灯或绿灯", f"all that can be judged ({judged:,}) are blue or green")
    return Text(
        f"可判定的{judged:,}项中{good:,}项为蓝灯或绿灯，最差的是{name.zh}",
        f"{good:,} of the {judged:,} that can be judged {'is' if good == 1 else 'are'} blue or green, "
        f"and the worst is {name.en}",
    )


def _mean(share: Decimal | None, weighing: Weighing, name: Text | None) -> Text:
    if share is None:
        return semicolons([NO_SHARE, *_left_open(weighing)])
    percent = _percent(share)
    mean = Text(
        f"平均完成全程的{percent}（单项最多计100%）",
        f"{percent} of the way is done on average (none above 100%)",
    )
    if name is not None:
        mean = Text(f"{mean.zh}，{name.zh}拉低最多", f"{mean.en}, and {name.en} pulls it down most")
    return semicolons([mean, _rests_on(weighing), *_left_open(weighing)])


def _rests_on(weighing: Weighing) -> Text:
    part, whole = _percent(weighing.part or NONE_OF_IT), plain(readable(weighing.weight))
    return Text(
        f"依据{weighing.shares:,}项，占权重合计{whole}的{part}",
        f"it rests on {_number(weighing.shares, 'share')} with {part} of the total weight of {whole}",
    )


def _left_open(weighing: Weighing) -> Iterator[Text]:
    missing, unstated, weightless = len(weighing.missing), weighing.unstated, weighing.weightless
    if missing:
        yield Text(
            f"{missing:,}项缺少可用的完成进度，未计入",
            f"{_number(missing, 'target')} without a usable share {'is' if missing == 1 else 'are'} left out",
        )
    if unstated:
        yield Text(
            f"{unstated:,}项未写明权重，按1计",
            f"{_number(unstated, 'weight')} not stated {'is' if unstated == 1 else 'are'} taken as 1",
        )
    if weightless:
        yield Text(
            f"{weightless:,}项权重为0，不计入",
            f"{_number(weightless, 'target')} with a weight of 0 {'is' if weightless == 1 else 'are'} taken out",
        )


def _percent(share: Decimal) -> str:
    """With two decimals, but never all or nothing by mere rounding."""
    shown = rounded(100 * share, HUNDREDTH)
    if NONE_OF_IT < share < ALL_OF_IT:
        shown = min(max(shown, HUNDREDTH), 100 - HUNDREDTH)
    return f"{plain(shown)}%"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
