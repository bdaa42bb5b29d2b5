"""Taking a plan over for the next period: a short form, what the copy would hold, then the draft."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from targets.admin.ask import tell
from targets.admin.asking import DayField
from targets.admin.figures import say
from targets.admin.forms import messages_by_field
from targets.admin.keeping import actor, seen_version
from targets.admin.rights import demand
from targets.models import Plan
from targets.queries.days import now, today
from targets.queries.successors import Parts, Successor, successor, years_on
from targets.rules.moments import on_day
from targets.rules.successors import length, moved, renamed
from targets.services import plans


class CopyForm(forms.ModelForm):
    """Name, code and period of the new plan, and what it takes over."""

    period_start = DayField(label=_("first day"), required=False)
    period_end = DayField(label=_("last day"), required=False)
    tree = forms.BooleanField(
        label=_("actions and tasks"), required=False, help_text=_("Without them, targets stand at the plan as a whole.")
    )
    responsibilities = forms.BooleanField(label=_("responsibilities"), required=False)
    targets = forms.BooleanField(label=_("targets"), required=False)
    numbers = forms.BooleanField(
        label=_("with their numbers"),
        required=False,
        help_text=_("As proposals to be revised. Without, a target names only its indicator."),
    )
    bases = forms.BooleanField(
        label=_("last value as base"),
        required=False,
        help_text=_("The last verified value that counted, not the old target. Blank where there is none."),
    )
    milestones = forms.BooleanField(
        label=_("milestones"), required=False, help_text=_("Their numbers, without wording; only with the numbers.")
    )

    class Meta:
        model = Plan
        fields = ("name", "name_en", "code", "period_start", "period_end")

    def __init__(self, given: Any, new: Plan) -> None:
        super().__init__(given, instance=new, label_suffix="")

    def parts(self) -> Parts:
        return Parts(**{name: bool(self.cleaned_data[name]) for name in asdict(Parts())})


class CopyPages:
    """What a plan's page needs so that the plan can be taken over."""

    def verbs(self) -> list[tuple[str, Any]]:
        return [*super().verbs(), ("duplicate", self.duplicate_view)]  # type: ignore[misc]

    def duplicate_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks what to take over, shows how much that is, and adds the draft."""
        plan = self.row_or_404(request, object_id, "change")
        new = Plan(owner=plan.owner)
        given = request.POST if request.method == "POST" else proposed(plan)
        form = CopyForm(given, new)
        is_fit = form.is_valid()
        if is_fit and "create" in request.POST:
            try:
                demand(request.user, "add", new)
                plans.duplicate(plan, new, form.parts(), by=actor(request), day=today(), version=seen_version(request))
            except ValidationError as error:
                tell(form, messages_by_field(error))
            else:
                messages.success(
                    request, gettext("The draft for the next period is there. Revise what will be printed.")
                )
                return HttpResponseRedirect(self.url_of(new))
        context = {"title": gettext("Duplicate for the next period"), "form": form, "back": self.url_of(plan)}
        found = successor(plan, new, form.parts(), day=today(), known_at=now()) if is_fit else None
        return self.show(request, plan, "targets/duplicate.html", context | _held(plan, new, found))


def proposed(plan: Plan) -> dict[str, Any]:
    """The form as it is filled in at first: everything, moved on by the length of the period."""
    start, end = plan.period_start, plan.period_end
    years = length(start, end)
    code = renamed(plan.code, years, start, end)
    days = {name: day and moved(day, years) for name, day in (("period_start", start), ("period_end", end))}
    names = {name: renamed(getattr(plan, name), years, start, end) for name in ("name", "name_en")}
    return names | days | {"code": code if code != plan.code else f"{code}-next"} | asdict(Parts())


def _held(plan: Plan, new: Plan, found: Successor | None) -> dict[str, Any]:
    """What the copy would hold, in a few words."""
    if found is None:
        return {"held": [], "moves": ""}
    tasks, targets, bodies = len(found.tasks), len(found.drafts), len(found.responsibilities)
    years = years_on(plan, new)
    held = [
        ngettext("%d node", "%d nodes", tasks) % tasks,
        ngettext("%d target", "%d targets", targets) % targets,
        ngettext("%d with a base", "%d with a base", found.bases) % found.bases,
        ngettext("%d milestone", "%d milestones", found.milestones) % found.milestones,
        ngettext("%d responsibility", "%d responsibilities", bodies) % bodies,
    ]
    day = next((draft.of.revision.deadline for draft in found.drafts.values() if draft.of.revision.deadline), None)  # type: ignore[union-attr]
    moves = ngettext("Deadlines move on by %d year.", "Deadlines move on by %d years.", years) % years
    if day is not None:
        moves += f" {say(on_day(day))} → {say(on_day(moved(day, years)))}"
    return {"held": held, "moves": moves}
