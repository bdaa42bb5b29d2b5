from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from targets.admin.base import ChoiceFilter
from targets.admin.batches.actions import Batching
from targets.admin.batches.deeds import OF_TASKS
from targets.admin.demo import marked
from targets.admin.fields import is_key
from targets.admin.inlines import BlockInline, TableInline
from targets.admin.lists import DemoFilter, FlagFilter, RowFilter, SubtreeFilter, chips_brief, demo_by, one_line
from targets.admin.record import RecordAdmin
from targets.models import Responsibility, Task, Update
from targets.services import tasks


class UpdateKeeping:
    """Updates know who told them and when."""

    def create(self, row: Any, by: Any, form: Any) -> None:
        tasks.tell(row, by=by)


class UpdateInline(UpdateKeeping, BlockInline):
    """Dated words on the task."""

    model = Update
    fields = (("day", "citation"), ("progress", "problem"), ("next_step", "evidence"), "seen_version")


class ResponsibilityInline(TableInline):
    """Who has which part in it."""

    model = Responsibility
    fields = ("organisation", "role", "rule", "position", "seen_version")


@admin.register(Task)
class TaskAdmin(Batching, RecordAdmin):
    """Nodes of plans' trees."""

    deeds = OF_TASKS
    batch_needs = ("responsibilities__organisation", "plan")

    list_display = ("numbered", "kind", "plan_name", "parent", "group", "flag_chips")
    list_filter = (("plan", RowFilter), ("plan__owner", SubtreeFilter), ("kind", ChoiceFilter), FlagFilter, DemoFilter)
    list_select_related = ("plan", "parent")
    search_help_text = _("Name, number or code")
    search_fields = ("code",)
    found_by = {"pk": "task"}
    label_needs = ("plan",)
    suggest_within = ("plan",)
    inlines = (UpdateInline, ResponsibilityInline)
    ordering = ("plan_id", "path", "id")
    fieldsets = (
        (None, {"fields": ("plan", "parent", "kind", ("number", "position"), "group", "name", "name_en")}),
        (_("Details"), {"fields": ("aim", ("stated_count", "stated_wording"), "code")}),
        (_("What the text leaves open"), {"fields": ("flags", "note", "citation")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("plan",) if obj else ()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        if code := form.base_fields.get("code"):
            code.required = bool(obj)
            code.help_text = code.help_text if obj else _("Leave blank to get one from the plan's code and the place.")
        plan = obj.plan_id if obj else request.GET.get("plan", "")
        if "parent" in form.base_fields and is_key(str(plan)):
            form.base_fields["parent"].widget.widget.within = {"plan": plan}
        return form

    def label_of(self, row: Any) -> str:
        return " ".join(part for part in (row.number, str(row), f"({row.plan})") if part)

    @admin.display(description=_("task"), ordering="path")
    def numbered(self, row: Any) -> Any:
        number = format_html('<span class="number">{}</span> ', row.number) if row.number else ""
        return marked(format_html("{}{}", number, row), row)

    @admin.display(description=_("plan"), ordering="plan")
    def plan_name(self, row: Any) -> Any:
        return one_line(row.plan)

    @admin.display(description=_("flags"))
    def flag_chips(self, row: Any) -> Any:
        return chips_brief(row.flags)

    def lands_on(self, row: Any) -> Any:
        return row.plan

    def _landed(self, row: Any) -> HttpResponse:
        return HttpResponseRedirect(f"{self.url_of(row.plan)}#task-{row.pk}")

    def create(self, row: Any, by: Any, form: Any) -> None:
        tasks.add(row, by=by)

    def edit(self, row: Any, by: Any, version: int | None) -> None:
        tasks.edit(row, by=by, version=version)

    def remove(self, row: Any, by: Any, version: int | None = None) -> None:
        tasks.remove(row, by=by, version=version)


@admin.register(Update)
class UpdateAdmin(UpdateKeeping, RecordAdmin):
    """Dated words on tasks, all plans together."""

    list_display = ("day", "task_name", "plan_name", "progress_start", "recorded_by")
    list_filter = (("task__plan", RowFilter), demo_by("task__code"))
    list_select_related = ("task__plan", "recorded_by")
    search_help_text = _("Task or words")
    search_fields = ("progress",)
    found_by = {"pk": "update"}
    ordering = ("-day", "-id")
    readonly_fields = ("recorded_at", "recorded_by")
    fieldsets = (
        (None, {"fields": ("task", "day", "progress", "problem", "next_step", "evidence", "citation")}),
        (_("Recorded"), {"fields": (("recorded_at", "recorded_by"),)}),
    )

    @admin.display(description=_("task"))
    def task_name(self, row: Any) -> Any:
        return marked(row.task, row)

    @admin.display(description=_("plan"))
    def plan_name(self, row: Any) -> Any:
        return one_line(row.task.plan)

    @admin.display(description=_("progress"))
    def progress_start(self, row: Any) -> str:
        return (row.progress or row.problem or row.next_step)[:80]


@admin.register(Responsibility)
class ResponsibilityAdmin(RecordAdmin):
    """Who has which part in which task or target."""

    list_display = ("named", "role", "thing", "rule")
    list_filter = (
        ("role", ChoiceFilter),
        ("organisation", RowFilter),
        ("rule", ChoiceFilter),
        demo_by("organisation__code"),
    )
    list_select_related = ("organisation", "task", "target")
    search_help_text = _("Organisation, task or target")
    search_fields = ("organisation__code",)
    found_by = {"organisation_id": "organisation", "task_id": "task", "target_id": "target"}
    ordering = ("-id",)
    fieldsets = ((None, {"fields": ("organisation", "role", "task", "target", "rule", "position")}),)

    @admin.display(description=_("organisation"), ordering="organisation")
    def named(self, row: Any) -> Any:
        return marked(row.organisation, row)

    @admin.display(description=_("task or target"))
    def thing(self, row: Any) -> str:
        return str(row.task or row.target)
