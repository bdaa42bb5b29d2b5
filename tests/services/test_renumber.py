"""New numbers for the nodes of a plan: all of them or none, and never over somebody's head."""

import pytest
from django.core.exceptions import ValidationError

from targets.models import Task
from targets.services import tasks
from targets.services.tasks import NumberSeen
from targets.services.writing import Stale
from tests.make import make_plan, make_task

pytestmark = pytest.mark.django_db


def numbers(plan) -> list[str]:
    return list(Task.objects.filter(plan=plan).order_by("path").values_list("number", flat=True))


def wanted(nodes, new) -> dict[int, NumberSeen]:
    return {node.pk: NumberSeen(number, node.version) for node, number in zip(nodes, new, strict=True)}


@pytest.mark.parametrize(
    "new", [("二", "三", "四"), ("三", "一", "二"), ("二", "一", "三"), ("", "一", ""), ("一", "二", "三")]
)
def test_siblings_take_each_others_numbers(new):
    plan = make_plan()
    nodes = [make_task(plan, number=number) for number in "一二三"]
    tasks.renumber(plan, wanted(nodes, new), by=None)
    assert numbers(plan) == list(new)


def test_a_shift_leaves_one_change_for_each_node_in_its_history():
    plan = make_plan()
    nodes = [make_task(plan, number=number) for number in "一二三"]
    changed = tasks.renumber(plan, wanted(nodes, "二三四"), by=None)
    assert [node.version for node in changed] == [2, 2, 2]


def test_it_is_undone_by_the_old_numbers_and_the_new_versions():
    plan = make_plan()
    nodes = [make_task(plan, number=number) for number in "二四"]
    changed = tasks.renumber(plan, wanted(nodes, "一二"), by=None)
    tasks.renumber(plan, wanted(changed, "二四"), by=None)
    assert numbers(plan) == ["二", "四"]


def test_a_node_that_changed_since_keeps_all_numbers_as_they_are():
    plan = make_plan()
    nodes = [make_task(plan, number=number) for number in "二四"]
    seen = wanted(nodes, "一二")
    nodes[1].name = "新名"
    tasks.edit(nodes[1], by=None, version=None)
    with pytest.raises(Stale):
        tasks.renumber(plan, seen, by=None)
    assert numbers(plan) == ["二", "四"]


@pytest.mark.parametrize("new", ["二二", ("一" * 41, "二")])
def test_one_number_that_does_not_do_stops_all(new):
    plan = make_plan()
    nodes = [make_task(plan, number=number) for number in "三四"]
    with pytest.raises(ValidationError):
        tasks.renumber(plan, wanted(nodes, new), by=None)
    assert numbers(plan) == ["三", "四"]


def test_a_node_of_another_plan_is_none_of_its_business():
    node = make_task(number="三")
    with pytest.raises(ValidationError) as caught:
        tasks.renumber(make_plan(), wanted([node], "一"), by=None)
    assert caught.value.code == "gone"
