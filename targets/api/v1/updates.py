from typing import Any

from rest_framework import serializers

from targets.api.parameters import Day, Demo, Filters, Row, Search
from targets.api.v1.reading import Query, RegisterView, by_id
from targets.api.v1.shapes import Address, CitationSerializer, ReferenceSerializer, Shape
from targets.api.v1.tasks import in_subtree
from targets.api.v1.values import Json, day, instant, stated
from targets.models import Plan, Task, Update


class UpdateSerializer(Shape):
    """Dated words on a task: what was done, what is in the way, what comes next."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    url = Address(help_text="Its address.")
    task = ReferenceSerializer(help_text="The task it is about.")
    day = serializers.DateField(help_text="The day these words are true for.")
    progress = serializers.CharField(allow_null=True, help_text="What was done.")
    problem = serializers.CharField(allow_null=True, help_text="What is in the way.")
    next_step = serializers.CharField(allow_null=True, help_text="What comes next.")
    evidence = serializers.CharField(allow_null=True, help_text="Where it can be checked.")
    recorded_at = serializers.DateTimeField(help_text="When the register learnt of it, in UTC.")
    citation = CitationSerializer(allow_null=True, help_text="The place it rests on.")
    is_demo = serializers.BooleanField(help_text="true for rows of the demonstration.")
    version = serializers.IntegerField(help_text="Rises by one with every change of the row.")
    changed_at = serializers.DateTimeField(help_text="When the row was last changed, in UTC.")


class UpdateFilters(Filters):
    plan = Row(Plan, "Updates on tasks of the plan with this code.", field_name="task__plan")
    task = Row(Task, "Updates on the task with this code and on all below it.", of=in_subtree)
    day_from = Day("For this day or later.", field_name="day", lookup_expr="gte")
    day_to = Day("For this day or earlier.", field_name="day", lookup_expr="lte")
    q = Search("progress", "problem", "next_step", "evidence", also="progress, problem, next step or evidence")
    demo = Demo("task__")


class UpdateView(RegisterView):
    """Dated words on tasks, the newest first."""

    shelf = "updates"
    model = Update
    filters = UpdateFilters
    serializer_class = UpdateSerializer
    order = ("-day", "-id")
    key_means = "The id."

    def lookup(self, key: str) -> dict[str, Any]:
        return by_id(key)

    def detailed(self, rows: Query) -> Query:
        return rows.select_related("task", "citation__source")

    def show(self, row: Update) -> Json:
        return {
            "id": row.pk,
            "url": self.links.to(self.shelf, row.pk),
            "task": self.links.named("tasks", row.task),
            "day": day(row.day),
            "progress": stated(row.progress),
            "problem": stated(row.problem),
            "next_step": stated(row.next_step),
            "evidence": stated(row.evidence),
            "recorded_at": instant(row.recorded_at),
            "citation": self.links.citation(row.citation),
            "is_demo": row.task.is_demo,
            "version": row.version,
            "changed_at": instant(row.changed_at),
        }
