"""What stands beside and under a chart, and what is said of it to those who do not see it."""

from collections.abc import Iterator
from typing import Final

from targets.reports.figures import Figures
from targets.reports.inputs import Trajectory
from targets.rules.wording import Lang, Text

PATH: Final = Text("路径", "path")
REPORTED: Final = Text("进展数据", "reported")
PROVISIONAL: Final = Text("待核数据", "not yet verified")
INEXACT: Final = Text("不精确数据", "not exact")
MILESTONE: Final = Text("节点", "milestone")
GOAL: Final = Text("目标", "target")
KEPT: Final = Text("达标一侧", "target met here")
FORECAST: Final = Text("按目前速度推算", "at the present pace")
PROJECTED: Final = Text("推算", "projected")
DEADLINE: Final = Text("时限 {}", "due {}")
DAY: Final = Text("研判日 {}", "judged {}")
UNIT: Final = Text("单位：{}", "{}")
NO_VALUE: Final = Text("尚无数据", "nothing reported yet")

LATEST: Final = Text("最新数据：{day}，{value}{notes}。", "Latest figure: {value}{notes}, {day}. ")
COUNT: Final = Text("共{count}个数据。", "{count} figures in all. ")
AIM: Final = Text("目标：{value}。", "Target: {value}. ")
DUE: Final = Text("时限：{day}。", "Due: {day}. ")
WAY: Final = Text("路径：{corners}。", "Path: {corners}. ")
POINTS: Final = Text("节点：{corners}。", "Milestones: {corners}. ")
CORNER: Final = Text("{day}，{value}", "{value}, {day}")
AHEAD: Final = Text("按目前速度推算，到期为{value}。", "At the present pace it ends at {value}. ")
JUDGED: Final = Text("研判日：{day}。", "Judged: {day}. ")
NOTHING: Final = Text("尚无数据。", "Nothing has been reported yet. ")
NOTES: Final = (Text("（待核）", " (not yet verified)"), Text("（不精确）", " (not exact)"))


def described(chart: Trajectory, lang: Lang) -> str:
    """The chart in words, with exact numbers."""
    return "".join(_said(chart, Figures(chart, lang), lang)).strip()


def _said(chart: Trajectory, figures: Figures, lang: Lang) -> Iterator[str]:
    if chart.goal is not None and chart.goal.bounds:
        yield AIM.say(lang).format(value=figures.goal_in_full(chart.goal))
    if chart.deadline is not None:
        yield DUE.say(lang).format(day=figures.day(chart.deadline))
    yield from _reported(chart, figures, lang)
    for template, corners in ((WAY, chart.path), (POINTS, chart.milestones)):
        if corners:
            each = (CORNER.say(lang).format(day=figures.day(day), value=figures.exact(value)) for day, value in corners)
            yield template.say(lang).format(corners=("；" if lang == "zh" else "; ").join(each))
    if chart.forecast is not None and chart.is_running:
        yield AHEAD.say(lang).format(value=figures.exact(chart.forecast))
    if chart.day is not None:
        yield JUDGED.say(lang).format(day=figures.day(chart.day))


def _reported(chart: Trajectory, figures: Figures, lang: Lang) -> Iterator[str]:
    latest = max(chart.values, key=lambda value: value.day, default=None)
    if latest is None:
        yield NOTHING.say(lang)
        return
    notes = zip((latest.is_provisional, latest.is_inexact), NOTES, strict=True)
    yield LATEST.say(lang).format(
        day=figures.day(latest.day),
        value=figures.exact(latest.value),
        notes="".join(note.say(lang) for applies, note in notes if applies),
    )
    if len(chart.values) > 1:
        yield COUNT.say(lang).format(count=len(chart.values))
