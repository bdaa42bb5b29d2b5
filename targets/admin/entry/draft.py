"""A target as it stands in the form, not yet saved: its reading, what is missing, its verdict and its path."""

from collections.abc import Iterator
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.text import capfirst

from targets.admin import verdict_page
from targets.admin.entry.layout import BASE, NUMBER
from targets.admin.figures import say
from targets.admin.plan_page import words
from targets.models import Indicator, Series, Target, TargetRevision
from targets.queries.days import now, today
from targets.queries.questions import Judged, judged_as
from targets.queries.readings import reading
from targets.rules.wording import Text

#: Codes of faults that only say that something is not typed yet.
NOT_YET: Final = ("required", "blank", "null")
SAID_IN_NUMBERS: Final = {
    each for line in (*NUMBER, *BASE[1]["fields"]) for each in ((line,) if isinstance(line, str) else line)
}


def of_entry(form: Any) -> dict[str, Any]:
    """What the page shows beside the form of a new target; the form has looked at what was sent."""
    target, revision = form.instance, form.promise
    series = form.series if form.series is not None else form.cleaned_data.get("series")
    target.series = series or Series(indicator=Indicator())
    target.milestones_in_force = []
    counted = series is not None and not any(name.startswith("new_") or name == "series" for name in form.errors)
    return shown(form, target, revision, is_ready=counted and "plan" in form.cleaned_data)


def shown(form: Any, target: Target, revision: TargetRevision, *, is_ready: bool) -> dict[str, Any]:
    """What can be said of a draft so far; a verdict once the numbers fit and it is known what is counted."""
    missing, problems = told(form)
    says = revision.measure and (revision.wording or revision.comparator)
    found = None
    if is_ready and not SAID_IN_NUMBERS & set(form.errors):
        found = judged_as(target, revision, day=today(), known_at=now())
    return {
        "reading": say(reading(target, revision)) if says else "",
        "flags": words(revision.flags),
        "missing": say(Text("、", ", ")).join(missing),
        "problems": problems,
        **(verdict(found) if found else {}),
    }


def verdict(found: Judged) -> dict[str, Any]:
    """The light, its words and the path."""
    return {"verdict": verdict_page.shown(found), "charts": verdict_page.charts(found)}


def told(form: Any) -> tuple[list[str], dict[str, list[str]]]:
    """The labels of what is not typed yet, and apart from it what does not fit, by field."""
    missing, problems = [], {}
    for name, errors in form.errors.as_data().items():
        if all(map(_is_missing, errors)):
            missing.append(capfirst(str(form.fields[name].label)))
        elif texts := list(_texts(errors)):
            problems[name] = texts
    return missing, problems


def _texts(errors: list[ValidationError]) -> Iterator[str]:
    for error in errors:
        if not _is_missing(error):
            yield from error.messages


def _is_missing(error: ValidationError) -> bool:
    return error.code in NOT_YET or str(error.code).endswith("_missing")
