"""Moving nodes and targets within the tree of a plan."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from targets.access import visible
from targets.admin.fields import is_key
from targets.admin.keeping import actor
from targets.admin.trees.answers import UNDO, address, demand_open, is_script, refused, wrong
from targets.models import Plan, Target, Task
from targets.queries.days import now, today
from targets.queries.tree import following, shape, siblings
from targets.services import moves

KINDS: dict[str, Any] = {"task": Task, "target": Target}


class MoveForm(forms.Form):
    """Where a node or target of the plan is to stand."""

    parent = forms.ModelChoiceField(
        Task.objects.none(), label=_("Below"), required=False, empty_label=_("the plan itself, at the top")
    )
    place = forms.IntegerField(
        label=_("Place among its siblings"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=_("1 is the first. Leave blank to put it last."),
    )
    before = forms.CharField(required=False, max_length=30, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any, row: Any, user: Any, **options: Any) -> None:
        super().__init__(data, label_suffix="", **options)
        self.row = row
        parent: Any = self.fields["parent"]
        parent.queryset = visible(Task.objects.filter(plan=row.plan_id), user).order_by("path", "id")
        parent.label_from_instance = indented

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if not self.errors:
            answers["before"] = self._before(answers)
        return answers

    def _before(self, answers: dict[str, Any]) -> Any:
        """The sibling to stand before: as named, else by its place; None for the last."""
        put = put_below(type(self.row)(pk=self.row.pk, plan_id=self.row.plan_id), answers["parent"])
        if named := answers["before"]:
            before = next((each for each in siblings(put) if token(each) == named), None)
            if before is None:
                raise ValidationError(gettext("The tree has changed since you opened it."), "stale")
            return before
        place = answers.get("place")
        return None if place is None else next(iter(siblings(put)[place - 1 : place]), None)


class MovePages:
    """What a plan's page needs so that its tree can be put in order."""

    def verbs(self) -> list[tuple[str, Any]]:
        return [*super().verbs(), ("move", self.move_view)]  # type: ignore[misc]

    def move_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        """Moves one node or target; asked for, the form that needs no script."""
        plan = self.row_or_404(request, object_id, "change")
        row = found(plan, request.POST.get("node") or request.GET.get("node", ""), request.user)
        if row is None:
            gone = gettext("This node is not in the plan any more. Load the page again.")
            return refused(request, plan, ValidationError(gone, "stale"))
        form = MoveForm(request.POST or None, row, request.user, initial=_standing(row))
        if request.method != "POST":
            return self._ask_where(request, plan, row, form)
        if not form.is_valid():
            return wrong(request, plan, form) if is_script(request) else self._ask_where(request, plan, row, form)
        return _moved(request, plan, row, form.cleaned_data)

    def _ask_where(self: Any, request: HttpRequest, plan: Plan, row: Any, form: MoveForm) -> HttpResponse:
        title = gettext("Move “%(node)s”") % {"node": called(row)}
        context = {"title": title, "form": form, "back": address(plan, token(row)), "node": token(row)}
        return self.show(request, plan, "targets/move.html", context)


def _moved(request: HttpRequest, plan: Plan, row: Any, wanted: dict[str, Any]) -> HttpResponse:
    old_parent, old_next, old_number = above(row), following(row), getattr(row, "number", "")
    try:
        demand_open(plan)
        _move(request, row, wanted)
    except ValidationError as error:
        return refused(request, plan, error)
    undo = {
        "plan": plan.pk,
        "address": reverse("admin:targets_plan_move", args=[plan.pk]),
        "said": stands(row),
        "fields": {
            "node": token(row),
            "parent": "" if old_parent is None else old_parent.pk,
            "before": "" if old_next is None else token(old_next),
            "number": old_number,
            "seen": shape(plan),
        },
    }
    if not is_script(request):
        request.session[UNDO] = undo
        return HttpResponseRedirect(address(plan, token(row)))
    bar = render_to_string("targets/undo.html", {"undo": undo, "original": plan}, request)
    number = getattr(row, "number", "")
    return JsonResponse({"said": undo["said"], "seen": undo["fields"]["seen"], "bar": bar, "number": number})  # type: ignore[index]


def _move(request: HttpRequest, row: Any, wanted: dict[str, Any]) -> None:
    given = {"before": wanted["before"], "by": actor(request), "seen": wanted["seen"] or None}
    if isinstance(row, Target):
        moves.move_target(row, task=wanted["parent"], **given)
    else:
        moves.move(row, parent=wanted["parent"], number=request.POST.get("number"), **given)


def found(plan: Plan, named: str, user: Any) -> Any:
    """The node or target of the plan by its token, `task-5` or `target-7`; None if there is none."""
    kind, _, key = named.partition("-")
    if kind not in KINDS or not is_key(key):
        return None
    return visible(KINDS[kind].objects.filter(plan=plan, pk=key), user).first()


def token(row: Any) -> str:
    return f"{row._meta.model_name}-{row.pk}"


def above(row: Any) -> Task | None:
    parent: Task | None = row.task if isinstance(row, Target) else row.parent
    return parent


def put_below(row: Any, parent: Task | None) -> Any:
    """The row, not saved, with another parent."""
    setattr(row, "task" if isinstance(row, Target) else "parent", parent)
    return row


def called(row: Any) -> str:
    """A node by number and name, a target by its wording."""
    if isinstance(row, Task):
        return f"{row.number} {row}".strip()
    revision = row.revisions.in_force(today(), now()).first()
    return revision.wording if revision else row.code


def indented(task: Task) -> str:
    return f"{'　' * (len(task.path) - 1)}{called(task)}"


def stands(row: Any) -> str:
    """Where it now stands, in one sentence."""
    others = siblings(row)
    if isinstance(row, Target):
        shown = set(Target.objects.filter(plan=row.plan_id).on_register(today(), now()).values_list("pk", flat=True))
        others = [other for other in others if other.pk in shown]
    place = sum((other.position, other.pk) < (row.position, row.pk) for other in others) + 1
    parent = above(row)
    words = {"node": called(row), "place": place, "count": len(others) + 1, "parent": called(parent) if parent else ""}
    if parent is None:
        return gettext("“%(node)s” is now number %(place)d of %(count)d at the top.") % words
    return gettext("“%(node)s” is now number %(place)d of %(count)d below “%(parent)s”.") % words


def _standing(row: Any) -> dict[str, Any]:
    """The form as it is filled in at first: where the row stands, last."""
    return {"parent": above(row), "seen": shape(row.plan)}
