"""What the wording proposes for the form: values for untouched fields, hints at touched ones, and what it found besides."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from targets.access import visible
from targets.admin import target_page
from targets.admin.entry import values
from targets.admin.entry.extras import NEW
from targets.admin.entry.matching import Match, matches
from targets.admin.entry.values import Values
from targets.admin.fields import is_key
from targets.models import Plan, Series, Target, TargetRevision
from targets.rules.quantities.choice import Choice, chosen
from targets.rules.quantities.proposals import read

PANEL = "targets/entry/wording.html"
FROM_REGISTER = ("counted", "series", "new_indicator")
"""What the register answers, not the words."""


@dataclass
class Proposed:
    """What the wording proposes; empty where nothing can be read, or nothing is to be proposed."""

    wording: str = ""
    choice: Choice | None = None
    values: Values = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    matches: list[Match] = field(default_factory=list)
    #: What a plan that was chosen in the form itself gives to its targets.
    defaults: Values = field(default_factory=dict)

    def merged(self, data: QueryDict) -> QueryDict:
        """What was sent, with the proposals in the fields that nobody touched."""
        merged, touched = data.copy(), touched_in(data)
        for name, value in (self.defaults | self.values).items():
            if name not in touched:
                merged.setlist(name, value if isinstance(value, list) else [value])
        return merged

    def told(self, request: HttpRequest, form: Any) -> dict[str, Any]:
        """For the script of the page."""
        said = values.words(self.choice.target, self.wording) if self.choice else {}
        return {
            "values": self.values,
            "defaults": self.defaults,
            "labels": self.labels,
            "notes": {name: _note(said.get(name)) for name in self.values if name not in FROM_REGISTER},
            "hints": dict(self._hints(request.POST, form)),
            "wording": self.panel(request, form),
        }

    def panel(self, request: HttpRequest, form: Any) -> str:
        """The wording with the words that decide, and what else it holds."""
        if self.choice is None:
            return ""
        target, steps, further = self.choice
        marked = [(text, "、".join(_labels(form, names))) for text, names in values.runs(target, self.wording)]
        offered = [each for each in self.matches if not _is_picked(each, form)]
        ticked = form.data.getlist("also") if form.is_bound and hasattr(form.data, "getlist") else []
        return render_to_string(
            PANEL,
            {
                "runs": marked,
                "target": target if steps or further else None,
                "steps": [(each, each.deadline.isoformat() in ticked) for each in steps if each.deadline],
                "further": [(each, _address(request, each.text)) for each in further],
                "matches": offered,
                "is_new": "counted" in form.fields,
            },
            request,
        )

    def _hints(self, data: QueryDict, form: Any) -> Any:
        for name in touched_in(data) & set(self.values):
            field, typed = form.fields[name], data.getlist(name)
            wanted = self.values[name]
            if _python(field, typed if isinstance(wanted, list) else (typed or [""])[-1]) != _python(field, wanted):
                shown = _shown(field, wanted, self.labels.get(name))
                yield name, {"words": _("The text says: %(value)s") % {"value": shown}, "value": wanted}


def for_new(data: QueryDict, known_plan: str, user: Any) -> Proposed:
    """What the wording of a new target proposes, and its plan unless the page knew it when it was opened."""
    wording = data.get("wording", "")
    plan = _row(Plan.objects.select_related("area", "citation__source"), data.get("plan", ""), user)
    is_other = plan is not None and str(plan.pk) != known_plan
    defaults, labels = _defaults(plan) if is_other else ({}, {})
    choice = chosen(read(wording, unit=_unit(data, user), year=_year(plan)))
    if choice is None:
        return Proposed(defaults=defaults, labels=labels)
    found = matches(choice.target, plan, user)
    proposed = {**values.promised(choice.target), **values.measured(choice.target)}
    picked = next((each.pick for each in found if each.is_meant(choice.target)), None)
    if picked is None and "new_name" in proposed:
        picked = {"values": {"counted": NEW}, "labels": {}}
    if picked is not None and not data.get("series"):
        proposed |= picked["values"]
    return Proposed(wording, choice, proposed, labels | (picked["labels"] if picked else {}), found, defaults)


def for_revision(data: QueryDict, target: Target, current: TargetRevision) -> Proposed:
    """What a new wording proposes; as long as it is the old one, its fields stand as they are."""
    wording = data.get("wording", "")
    if wording.strip() == current.wording:
        return Proposed()
    choice = chosen(read(wording, unit=target.series.indicator.unit, year=_year(target.plan)))
    if choice is None:
        return Proposed()
    return Proposed(wording, choice, values.promised(choice.target, tuple(current.flags)))


def touched_in(data: QueryDict) -> set[str]:
    """The fields in which the editor typed."""
    return set(data.get("touched", "").split(",")) - {""}


def _note(said: str | None) -> str:
    return _("From the text: %(words)s") % {"words": said} if said else _("From the text")


def _labels(form: Any, names: tuple[str, ...]) -> list[str]:
    fields = [values.OF_NEW.get(name, name) for name in names]
    return [capfirst(str(form.fields[name].label)) for name in fields if name in form.fields]


def _address(request: HttpRequest, wording: str) -> str:
    kept = {name: request.POST[name] for name in ("plan", "task", "place_source") if request.POST.get(name)}
    return f"{reverse('admin:targets_target_add')}?{urlencode(kept | {'wording': wording})}"


def _is_picked(match: Match, form: Any) -> bool:
    return all(form.data.get(name) == value for name, value in match.pick["values"].items())


def _python(field: Any, value: Any) -> Any:
    """The value that was typed, whatever way it was written; what cannot be read is itself."""
    try:
        return field.to_python(value)
    except ValidationError:
        return value


def _shown(field: Any, value: Any, label: str | None) -> str:
    if label is not None:
        return label
    named = {str(code): str(name) for code, name in getattr(field, "choices", ())}
    each: list[str] = value if isinstance(value, list) else [value]
    return "、".join(named.get(code, code) for code in each) or _("blank")


def _row(rows: Any, key: str, user: Any) -> Any:
    return visible(rows.filter(pk=key), user).first() if is_key(key) else None


def _defaults(plan: Plan) -> tuple[Values, dict[str, str]]:
    """What targets of the plan most likely have, and the names of rows among it."""
    given = {name: values.written(value) for name, value in target_page.defaults(plan).items()}
    return given, {"place_source": str(plan.citation.source)} if plan.citation else {}


def _unit(data: QueryDict, user: Any) -> str:
    """The unit of what is counted, once that is known."""
    if data.get("counted") == NEW:
        return data.get("new_unit", "") if "new_unit" in touched_in(data) else ""
    series = _row(Series.objects.select_related("indicator"), data.get("series", ""), user)
    return series.indicator.unit if series else ""


def _year(plan: Plan | None) -> int | None:
    """The year that a plan speaks from."""
    day = plan and (plan.issued_on or plan.period_start)
    return day.year if day else None
