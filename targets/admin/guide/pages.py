"""The pages of the guide: each step saves at once, and one may leave, go back and come again at any time."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.access import may, visible
from targets.admin.ask import tell
from targets.admin.fields import Search
from targets.admin.forms import messages_by_field
from targets.admin.guide.forms import OutlineForm, PlanForm
from targets.admin.guide.steps import NAMES, steps, url_of
from targets.admin.keeping import actor
from targets.admin.rights import demand
from targets.models import Plan, Series, Target, Task
from targets.models.base import label
from targets.queries.days import now, today
from targets.queries.guide import example, standing
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.services import outlines, plans, records

MOST_SHOWN = 200
"""So many nodes, targets or series are offered; who has more works on the page of the plan."""


class Guide:
    """The pages, within the admin of plans."""

    def __init__(self, plan_admin: Any) -> None:
        self.admin = plan_admin

    def urls(self) -> list[URLPattern]:
        view = self.admin.admin_site.admin_view
        shown: dict[str, Callable[..., HttpResponse]] = {
            "plan": self.plan_step,
            "tree": self.tree_step,
            "targets": self.targets_step,
            "values": self.values_step,
        }
        return [
            path("guide/", view(self.begin), name="targets_plan_guide"),
            *(
                path(f"<path:object_id>/guide/{name}/", view(shown[name]), name=f"targets_plan_guide_{name}")
                for name in NAMES
            ),
        ]

    # The plan

    def begin(self, request: HttpRequest) -> HttpResponse:
        if not may(request.user, "add", Plan):
            raise PermissionDenied
        return self._plan(request, None)

    def plan_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self._plan(request, self._plan_or_404(request, object_id))

    def _plan(self, request: HttpRequest, plan: Plan | None) -> HttpResponse:
        form = PlanForm(request.POST if request.method == "POST" else None, request.user, plan, self._search)
        if form.is_valid() and self._save(request, form, is_new=plan is None):
            return HttpResponseRedirect(url_of("tree", form.plan))
        return self._show(request, "plan", plan, {"form": form})

    def _search(self, field: str) -> Search:
        return Search(Plan._meta.get_field(field), self.admin.admin_site)

    def _save(self, request: HttpRequest, form: PlanForm, *, is_new: bool) -> bool:
        filled = form.fill()
        try:
            demand(request.user, "add" if is_new else "change", filled)
            if is_new:
                plans.add(filled, by=actor(request))
            else:
                records.edit(filled, by=actor(request), version=form.cleaned_data["seen_version"])
        except ValidationError as error:
            tell(form, messages_by_field(error))
            return False
        self.admin.message_user(request, _("The plan is saved. It is a draft until you publish it."), messages.SUCCESS)
        return True

    # The tree

    def tree_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        plan = self._plan_or_404(request, object_id)
        form = OutlineForm(request.POST if request.method == "POST" else None)
        found = form.cleaned_data["outline"] if form.is_valid() else None
        wants = request.POST.get("do") == "add" and found is not None and not found.faults
        if wants and self._add(request, plan, form):
            return HttpResponseRedirect(url_of("tree", plan))
        nodes = visible(Task.objects.filter(plan=plan), request.user).order_by("path", "id")
        read = {"headings": _headings(found), "faults": _faults(found)} if found else {}
        return self._show(request, "tree", plan, {"form": form, "nodes": _nodes(nodes), "is_read": bool(found), **read})

    def _add(self, request: HttpRequest, plan: Plan, form: OutlineForm) -> bool:
        try:
            added = outlines.add_outline(plan, form.cleaned_data["outline"].headings, by=actor(request))
        except ValidationError as error:
            form.add_error("outline", error.messages)
            return False
        done = ngettext("%d node was added.", "%d nodes were added.", len(added)) % len(added)
        self.admin.message_user(request, done, messages.SUCCESS)
        return True

    # Targets and values

    def targets_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        plan = self._plan_or_404(request, object_id)
        nodes = list(_nodes(visible(Task.objects.filter(plan=plan), request.user).order_by("path", "id")))
        rows = visible(Target.objects.filter(plan=plan), request.user).select_related(*WITH_WHAT_A_READING_NEEDS)
        rows = rows.with_revision(today(), now()).order_by("position", "id")
        by_task: dict[int | None, list[Target]] = {}
        for row in rows[:MOST_SHOWN]:
            by_task.setdefault(row.task_id, []).append(row)
        lines = [(node, depth, by_task.get(node.pk, [])) for node, depth in nodes]
        return self._show(request, "targets", plan, {"lines": lines, "loose": by_task.get(None, [])})

    def values_step(self, request: HttpRequest, object_id: str) -> HttpResponse:
        plan = self._plan_or_404(request, object_id)
        series = visible(Series.objects.filter(targets__plan=plan), request.user).distinct()
        series = series.select_related("indicator", "area", "organisation").order_by("indicator__sort_key", "id")
        context = {"series": series[:MOST_SHOWN], "grid": _grid_of(plan)}
        return self._show(request, "values", plan, context)

    # What they share

    def _plan_or_404(self, request: HttpRequest, object_id: str) -> Plan:
        plan: Plan | None = self.admin.get_object(request, unquote(object_id))
        if plan is None:
            raise Http404
        if not may(request.user, "change", plan):
            raise PermissionDenied
        return plan

    def _show(self, request: HttpRequest, name: str, plan: Plan | None, context: dict[str, Any]) -> HttpResponse:
        found = steps(plan, standing(plan, request.user) if plan else None, name)
        place = NAMES.index(name)
        around = {
            "steps": found,
            "step": found[place],
            "back": found[place - 1].url if place else "",
            "onward": found[place + 1].url if plan and place + 1 < len(found) else "",
            "plan": plan,
            "example": example(request.user),
            "title": _("Add a plan step by step"),
            "template": f"targets/guide_{name}.html",
            "media": self.admin.media + getattr(context.get("form"), "media", Media()),
        }
        return self.admin.show(request, plan, "targets/guide.html", around | context)


def _nodes(nodes: Any) -> list[tuple[Task, int]]:
    return [(node, len(node.path) - 1) for node in nodes[:MOST_SHOWN]]


def _headings(found: Any) -> list[dict[str, Any]]:
    return [
        {"depth": each.depth, "number": each.number, "name": each.name, "kind": label(each.kind)}
        for each in found.headings
    ]


def _faults(found: Any) -> list[dict[str, Any]]:
    return [{"line": each.line, "text": each.text, "why": label(each.reason)} for each in found.faults]


def _grid_of(plan: Plan) -> str:
    """The grid in which many values are typed at once, where the admin has one."""
    try:
        return reverse("admin:targets_plan_values", args=[plan.pk])
    except NoReverseMatch:
        return ""
