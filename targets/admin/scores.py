"""Verdicts of many targets as one: the panel of a plan, and what stands beside each of its tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.admin import lamps
from targets.admin.figures import say
from targets.models import AssessmentPolicy
from targets.models.base import in_chinese, label
from targets.queries.rollups import PlanScores, Score, Told
from targets.reports.charts import lights
from targets.rules.moments import on_day
from targets.rules.rollups.rollup import Rollup
from targets.rules.verdicts.terms import RollupRule
from targets.rules.wording import Lang

WIDE, NARROW = 880, 320
"""Widths for which the bar of lights is drawn: a desk, and a telephone."""


@dataclass(frozen=True, kw_only=True)
class Panel:
    """What the page of a plan says of it as a whole."""

    bars: tuple[SafeString, SafeString]
    headline: SafeString | str
    coverage: str
    deciding: Told | None
    deciding_label: str
    sentence: str
    rule: str
    policy: AssessmentPolicy | None
    judged: str


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What stands beside a task."""

    headline: SafeString | str
    tally: SafeString
    sentence: str


def panel(scores: PlanScores) -> Panel | None:
    """None where no target has been judged."""
    whole = scores.whole
    if not whole.rollup.total:
        return None
    lang: Lang = "zh" if in_chinese() else "en"
    # What is drawn is our own text, escaped where it was made.
    wide, narrow = (SafeString(lights(whole.rollup.by_light, lang, width)) for width in (WIDE, NARROW))
    return Panel(
        bars=(wide, narrow),
        headline=headline(whole.rollup),
        coverage=_("%(reported)d of %(total)d") % {"reported": whole.rollup.reported, "total": whole.rollup.total},
        deciding=whole.deciding,
        deciding_label=_part_of(scores.rule),
        sentence=say(whole.sentence),
        rule=label(scores.rule),
        policy=scores.policy,
        judged=_days(line.judged_on for line in scores.lines.values()),
    )


def beside(score: Score | None) -> Beside | None:
    """None for a task without judged targets."""
    if score is None or not score.rollup.total:
        return None
    return Beside(
        headline=headline(score.rollup),
        tally=lamps.tally(score.rollup.by_light),
        sentence=say(score.sentence),
    )


def headline(rollup: Rollup) -> SafeString | str:
    """The score under the declared rule; empty where none can be given."""
    if rollup.light is not None and rollup.pace is not None:
        return lamps.lit(rollup.light, rollup.pace)
    if rollup.share is not None:
        return format_html("<b>{}</b>", _("%(share)s done on average") % {"share": lamps.percent(rollup.share)})
    if rollup.good is not None:
        words = _("%(good)d of %(judged)d blue or green") % {"good": rollup.good, "judged": rollup.judged}
        return format_html("<b>{}</b>", words)
    return ""


def _part_of(rule: RollupRule) -> str:
    """Which part the target has that the roll-up names."""
    match rule:
        case RollupRule.WEIGHTED_MEAN:
            return _("Pulled down most by")
        case RollupRule.COUNTS:
            return _("The worst")
    return _("Decided by")


def _days(days: Iterable[date]) -> str:
    """The day that the verdicts hold for, or from when to when."""
    known = sorted(set(days))
    if len(known) == 1:
        return say(on_day(known[0]))
    return f"{say(on_day(known[0]))} – {say(on_day(known[-1]))}"
