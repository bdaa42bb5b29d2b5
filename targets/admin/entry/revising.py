"""A revision as it stands in the form, beside the one it would take the place of."""

from typing import Any

from targets.admin.entry.draft import shown, verdict
from targets.admin.figures import say
from targets.admin.timeline import alterations
from targets.models import Target, TargetRevision
from targets.queries.days import now, today
from targets.queries.questions import judged_as
from targets.queries.readings import reading


def of_revision(form: Any, target: Target, current: TargetRevision) -> dict[str, Any]:
    """Old and new side by side, and what changes in words; judged as if the new one held today."""
    typed = form.instance
    typed.target = target
    draft = shown(form, target, typed, is_ready=True)
    changed = list(alterations(target, current, typed)) if draft["reading"] else []
    return {**draft, "before": before(target, current), "changes": changed, "typed": typed}


def before(target: Target, current: TargetRevision) -> dict[str, Any]:
    """What stands now; a target that is withdrawn has no verdict."""
    in_force = target.revision is not None
    found = judged_as(target, current, day=today(), known_at=now()) if in_force else None
    said = {"revision": current, "reading": say(reading(target, current))}
    return said | (verdict(found) if found else {})
