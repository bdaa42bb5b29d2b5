"""The verdict on one target as its page shows it: the light and why, the chart, what it rests on, how it changed."""

from dataclasses import replace
from typing import Any

from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.access import may, visible
from targets.admin import lamps
from targets.admin.asking import Question, read
from targets.admin.figures import say
from targets.admin.grounds import grounds
from targets.admin.policy_words import named, where
from targets.models import Assessment, AssessmentChange, AssessmentPolicy, Observation, Target
from targets.models.base import in_chinese, label
from targets.queries.questions import Judged, judged
from targets.reports.charts import trajectory
from targets.reports.inputs import Trajectory, Value
from targets.reports.pictures import trajectory_of
from targets.rules.moments import on_day
from targets.rules.terms import ObservationStatus
from targets.rules.verdicts.terms import Reason, member
from targets.rules.wording import Lang

WIDE, NARROW = 600, 340
"""Widths for which the chart is drawn: a desk, and a telephone."""
CHANGES = 12
"""How many changes of light the page shows."""


def context(target: Target, user: Any, address: QueryDict) -> dict[str, Any]:
    """What the template shows; `address` may ask for another day, knowledge or rule."""
    form = read(address, target, user)
    asked = form.question()
    found = _judged(target, asked)
    return {
        "asking": form,
        "asked": None if asked.is_now else _asked(asked),
        "verdict": None if found is None else shown(found),
        "charts": () if found is None else charts(found, _waiting(target, user, asked)),
        "grounds": () if found is None else grounds(found),
        "policy": None if found is None else _policy(found, user, asked),
        "kept": _kept(target, found) if asked.is_now else None,
        "changes": _changes(target, user),
        **_own_policy(target, user),
    }


def _judged(target: Target, asked: Question, provisional: Any = None) -> Judged | None:
    rows = Target.objects.filter(pk=target.pk)
    found = judged(rows, day=asked.day, known_at=asked.known_at, policy=asked.rule, provisional=provisional)
    return found[0] if found else None


def _asked(asked: Question) -> dict[str, str]:
    """For which day, knowledge and rule, in words."""
    rule = "" if asked.rule is None else named(asked.policy) if asked.policy else asked.rule.code
    known = "" if asked.known_day is None else say(on_day(asked.known_day))
    return {"day": say(on_day(asked.day)), "known": known, "rule": rule}


def shown(found: Judged) -> dict[str, Any]:
    """The verdict in words and marks."""
    verdict = found.assessment
    return {
        "light": verdict.light.value,
        "lit": lamps.lit(verdict.light, verdict.pace),
        "attainment": label(verdict.attainment),
        "share": lamps.share(verdict.achieved_share, verdict.expected_share),
        "sentence": say(verdict.sentence),
        "day": say(on_day(found.judgement.evidence.day)),
    }


def _waiting(target: Target, user: Any, asked: Question) -> tuple[Value, ...]:
    """Values that wait for review, as far as the user may see them; the verdict does not rest on them."""
    rows = visible(Observation.objects.filter(series=target.series_id), user)
    if not rows.filter(status=ObservationStatus.SUBMITTED).exists():
        return ()
    found = _judged(target, asked, provisional=rows)
    drawn = () if found is None else trajectory_of(found).values
    return tuple(value for value in drawn if value.is_provisional)


def charts(found: Judged, waiting: tuple[Value, ...] = ()) -> tuple[SafeString, ...]:
    """The chart in both widths; none where there is nothing to draw."""
    chart = _with(trajectory_of(found), waiting)
    if chart.goal is None and not chart.values:
        return ()
    lang: Lang = "zh" if in_chinese() else "en"
    # What is drawn is our own text, escaped where it was made.
    return tuple(SafeString(trajectory(chart, lang, width)) for width in (WIDE, NARROW))


def _with(chart: Trajectory, waiting: tuple[Value, ...]) -> Trajectory:
    return replace(chart, values=(*chart.values, *waiting))


def _policy(found: Judged, user: Any, asked: Question) -> dict[str, Any]:
    """The version that judged, with its boundaries; its row where it is stored."""
    verdict = found.assessment
    rows = AssessmentPolicy.objects.filter(code=verdict.policy_code, number=verdict.policy_version)
    row = visible(rows, user).first()
    fallback = _("the built-in rule %(code)s") % {"code": verdict.policy_code}
    return {
        "row": row,
        "name": named(row) if row else fallback,
        "method": label(verdict.method),
        "boundaries": where(verdict.method, verdict.thresholds),
    }


def _kept(target: Target, found: Judged | None) -> dict[str, Any] | None:
    """The stored verdict that lists still show, if time alone has made it another."""
    row = Assessment.objects.filter(target=target).first()
    if row is None or found is None:
        return None
    verdict = found.assessment
    if (row.light, row.pace) == (verdict.light, verdict.pace):
        return None
    return {"lit": lamps.lit(row.light, row.pace), "day": say(on_day(row.judged_on))}


def _changes(target: Target, user: Any) -> list[dict[str, Any]]:
    """Lights over time, newest first."""
    rows = visible(AssessmentChange.objects.filter(target=target), user).order_by("-recorded_at", "-id")[:CHANGES]
    return [
        {
            "day": row.judged_on,
            "before": lamps.lit(row.light_before, row.pace_before) if row.light_before else "",
            "after": lamps.lit(row.light, row.pace) if row.light else "",
            "reason": label(member(Reason, row.reason)) if row.light else "",
        }
        for row in rows
    ]


def _own_policy(target: Target, user: Any) -> dict[str, Any]:
    """The rule made for this target alone, and whether one may be made."""
    own = visible(AssessmentPolicy.objects.filter(target=target), user).order_by("-number").first()
    may_have = own is None and may(user, "add", AssessmentPolicy(target=target))
    return {"own_policy": own, "may_have_own_policy": may_have}
