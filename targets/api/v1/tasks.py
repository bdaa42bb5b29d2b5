from typing import Any

from django.db.models import Count, Prefetch, Q
from rest_framework import serializers

from targets.access import visible
from targets.api.parameters import AnyFlag, AnyOf, Codes, Demo, Filters, Row, Search
from targets.api.v1.reading import Query, RegisterView
from targets.api.v1.responsibilities import has_part, show_responsibilities
from targets.api.v1.shapes import (
    CODE,
    FLAGS,
    NOTE,
    Address,
    CitationSerializer,
    FlagSerializer,
    NameSerializer,
    OneOf,
    RecordSerializer,
    ReferenceSerializer,
    ResponsibilitySerializer,
)
from targets.api.v1.values import Json, flags, identity, name, stated
from targets.models import Organisation, Plan, Responsibility, Task
from targets.rules.terms import TaskKind


class TaskSerializer(RecordSerializer):
    """A node of a plan's tree: an action, a task below it, or a step below that."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    code = serializers.CharField(help_text=CODE)
    url = Address(help_text="Its address.")
    plan = ReferenceSerializer(help_text="The plan it belongs to.")
    parent = ReferenceSerializer(allow_null=True, help_text="The node above it; null at the top.")
    kind = OneOf(TaskKind)
    number = serializers.CharField(allow_null=True, help_text="As printed: 五, 3.2 or （一）; null if none is printed.")
    group = serializers.CharField(allow_null=True, help_text="A heading that binds several nodes without being one.")
    path = serializers.ListField(
        child=serializers.IntegerField(),
        help_text="Its place in the tree, from the top: [2, 3] is the third of the second.",
    )
    name = NameSerializer(help_text="As the document writes it.")
    aim = serializers.CharField(allow_null=True, help_text="What it is for, in a few words.")
    stated_count = serializers.IntegerField(allow_null=True, help_text="How many parts the text says it has.")
    stated_wording = serializers.CharField(allow_null=True, help_text="How it says so, as printed.")
    extracted_count = serializers.IntegerField(help_text="How many nodes directly below it the register holds.")
    responsibilities = ResponsibilitySerializer(many=True, help_text="Who has which part in it, in printed order.")
    flags = FlagSerializer(many=True, help_text=FLAGS)
    note = serializers.CharField(allow_null=True, help_text=NOTE)
    citation = CitationSerializer(allow_null=True, help_text="The place it rests on.")


class TaskFilters(Filters):
    code = Codes()
    plan = Row(Plan, "Nodes of the plan with this code.", field_name="plan")
    parent = Row(Task, "Nodes directly below the task with this code.", field_name="parent")
    kind = AnyOf(TaskKind, "Nodes of this kind.", field_name="kind")
    organisation = Row(
        Organisation,
        "Nodes in which the organisation with this code has a part.",
        of=lambda body: has_part(body, "task"),
    )
    flag = AnyFlag()
    q = Search("name", "name_en", "code", "aim", "group", also="name, English name, code, aim or group")
    demo = Demo()


class TaskView(RegisterView):
    """Actions, tasks and steps, plan by plan in printed order."""

    shelf = "tasks"
    model = Task
    filters = TaskFilters
    serializer_class = TaskSerializer
    order = ("plan_id", "path", "id")

    def detailed(self, rows: Query) -> Query:
        bodies = visible(Responsibility.objects.select_related("organisation"), self.reader)
        rows = rows.select_related("plan", "parent", "citation__source").annotate(children_count=Count("children"))
        return rows.prefetch_related(Prefetch("responsibilities", queryset=bodies))

    def show(self, row: Any) -> Json:
        return {
            "id": row.pk,
            "code": row.code,
            "url": self.links.to(self.shelf, row.code),
            "plan": self.links.named("plans", row.plan),
            "parent": self.links.named("tasks", row.parent),
            "kind": row.kind,
            "number": stated(row.number),
            "group": stated(row.group),
            "path": row.path,
            "name": name(row),
            "aim": stated(row.aim),
            "stated_count": row.stated_count,
            "stated_wording": stated(row.stated_wording),
            "extracted_count": row.children_count,
            "responsibilities": show_responsibilities(self.links, row.responsibilities.all()),
            "flags": flags(row.flags),
            "note": stated(row.note),
            "citation": self.links.citation(row.citation),
            **identity(row),
        }


def below(task: Task) -> list[int]:
    """The node and all nodes below it."""
    children: dict[int | None, list[int]] = {}
    for pk, parent in Task.objects.filter(plan=task.plan_id).values_list("pk", "parent_id"):
        children.setdefault(parent, []).append(pk)
    found = [task.pk]
    for pk in found:
        found.extend(children.get(pk, []))
    return found


def in_subtree(task: Task) -> Q:
    """The condition on rows that hang at the node or below it."""
    return Q(task__in=below(task))
