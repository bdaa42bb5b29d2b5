"""An assessment policy in words: its name with the version, its method, and where its colours begin."""

from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.admin.figures import say
from targets.models import AssessmentPolicy
from targets.models.base import in_chinese, label
from targets.queries.policies import as_rule
from targets.rules.quantities.writing import plain
from targets.rules.verdicts.policies import Thresholds, thresholds_of
from targets.rules.verdicts.policy_words import boundaries
from targets.rules.verdicts.terms import Method, Pace, find


def named(policy: AssessmentPolicy) -> str:
    """The name with its version."""
    return _("%(name)s, version %(number)d") % {"name": called(policy), "number": policy.number}


def called(policy: AssessmentPolicy) -> str:
    return policy.name if in_chinese() or not policy.name_en else policy.name_en


def method_name(policy: AssessmentPolicy) -> str:
    method = find(Method, policy.method)
    return label(method) if method else _("milestone path where there are milestones, else straight line")


def boundaries_of(policy: AssessmentPolicy) -> str:
    """Both paths have the same thresholds, so a policy that leaves the choice to the target has one wording."""
    method = find(Method, policy.method) or Method.LINEAR_PATH
    return where(method, thresholds_of(as_rule(policy), method))


def where(method: Method, thresholds: Thresholds) -> str:
    return say(boundaries(method, thresholds))


def scope_of(policy: AssessmentPolicy) -> tuple[str, Any]:
    """What it judges in words, and the row that this is, if it is one."""
    if policy.target is not None:
        return _("the target %(name)s") % {"name": policy.target.code}, policy.target
    if policy.plan is not None:
        return _("the plan %(name)s") % {"name": policy.plan}, policy.plan
    if policy.organisation is not None:
        return _("plans kept by %(name)s and those below") % {"name": policy.organisation}, policy.organisation
    if policy.code == "default":
        return _("whatever has no rule of its own"), None
    return _("wherever it is named"), None


def brief(policy: AssessmentPolicy) -> SafeString | str:
    """The thresholds in a few signs; `boundaries_of` says what they mean."""
    method = find(Method, policy.method) or Method.LINEAR_PATH
    numbers = thresholds_of(as_rule(policy), method)
    paces = {Pace.AHEAD: numbers.ahead, Pace.ON_TRACK: numbers.on_track, Pace.BEHIND: numbers.behind}
    pairs = [(label(pace), plain(number)) for pace, number in paces.items() if number is not None]
    return format_html_join(" · ", '<span class="pair">{} {}</span>', pairs) or "—"
