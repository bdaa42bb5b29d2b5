"""Typing in the tree of a plan: a new node in its place, another name or number for one that stands."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

from targets.admin.keeping import actor
from targets.admin.trees.answers import address, demand_open, is_script, refused, wrong
from targets.admin.trees.branches import Branch, words
from targets.admin.trees.moving import called, found, stands, token
from targets.models import Plan, Task
from targets.queries.tree import shape
from targets.services import tasks
from targets.services.writing import Stale


class NewNodeForm(forms.ModelForm):
    """What is typed of a new node in the tree."""

    class Meta:
        model = Task
        fields = ("kind", "number", "name")


class NameForm(forms.ModelForm):
    """Number and name of a node, with the version that was read."""

    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    class Meta:
        model = Task
        fields = ("number", "name", "name_en")


class NodePages:
    """What a plan's page needs so that nodes can be typed into its tree."""

    def verbs(self) -> list[tuple[str, Any]]:
        own = [("add-node", self.add_node_view), ("name-node", self.name_node_view)]
        return [*super().verbs(), *own]  # type: ignore[misc]

    def add_node_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        """Adds a node below `parent`, as the last, or after the sibling `after`."""
        plan = self.row_or_404(request, object_id, "change")
        if request.method != "POST":
            return HttpResponseRedirect(address(plan))
        task = Task(plan=plan)
        form = NewNodeForm(request.POST, instance=task)
        if not form.is_valid():
            return wrong(request, plan, form)
        try:
            demand_open(plan)
            after, task.parent = (_near(plan, request, name) for name in ("after", "parent"))
            tasks.add(task, by=actor(request), after=after)
        except ValidationError as error:
            return refused(request, plan, error)
        return _added(request, plan, task)

    def name_node_view(self: Any, request: HttpRequest, object_id: str) -> HttpResponse:
        """Gives a node another number or name."""
        plan = self.row_or_404(request, object_id, "change")
        task = found(plan, request.POST.get("node", ""), request.user)
        if not isinstance(task, Task):
            gone = gettext("This node is not in the plan any more. Load the page again.")
            return refused(request, plan, ValidationError(gone, "gone"))
        form = NameForm(request.POST, instance=task)
        if not form.is_valid():
            return wrong(request, plan, form)
        try:
            demand_open(plan)
            tasks.edit(task, by=actor(request), version=form.cleaned_data["seen_version"])
        except Stale as stale:
            return _overtaken(request, plan, stale)
        except ValidationError as error:
            return refused(request, plan, error)
        if not is_script(request):
            return HttpResponseRedirect(address(plan, token(task)))
        return JsonResponse({"said": gettext("Saved: “%(node)s”.") % {"node": called(task)}, **_names(task)})


def _near(plan: Plan, request: HttpRequest, name: str) -> Task | None:
    """The node beside or above which the new one is to stand."""
    named = request.POST.get(name, "")
    node = found(plan, named, request.user) if named else None
    if named and not isinstance(node, Task):
        raise ValidationError(gettext("This node is not in the plan any more. Load the page again."), "gone")
    return node


def _added(request: HttpRequest, plan: Plan, task: Task) -> HttpResponse:
    if not is_script(request):
        return HttpResponseRedirect(address(plan, token(task)))
    branch = Branch(task=task, opens_group=False, promises=[], bodies=(), flags=words(task.flags))
    shown = {"branch": branch, "plan": plan, "may_change": True, "may_edit": True}
    html = render_to_string("targets/branch.html", shown, request)
    return JsonResponse({"node": token(task), "html": html, "seen": shape(plan), "said": stands(task)})


def _overtaken(request: HttpRequest, plan: Plan, stale: Stale) -> HttpResponse:
    """Someone else was quicker: what stands there now; what was typed stays, and the next save is a decision."""
    if not is_script(request):
        return refused(request, plan, stale)
    current: Any = stale.current
    now = gettext(
        "Someone else changed this meanwhile. It reads now: “%(node)s”. Save again to put yours in its place."
    )
    return JsonResponse(
        {"errors": {"__all__": [now % {"node": called(current)}]}, "code": "stale", "version": current.version},
        status=409,
    )


def _names(task: Task) -> dict[str, Any]:
    """A node as the tree shows it and as its form is filled in."""
    return {
        "number": task.number,
        "name": task.name,
        "name_en": task.name_en,
        "shown": str(task),
        "version": task.version,
    }
