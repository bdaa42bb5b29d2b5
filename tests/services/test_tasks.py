"""The tree of a plan: places, codes, moves."""

import pytest
from django.core.exceptions import ValidationError

from targets.models import Task
from targets.rules.terms import TaskKind
from targets.services import tasks
from targets.services.writing import Stale
from tests.make import make_plan, make_target, make_task

pytestmark = pytest.mark.django_db


def order(plan) -> list[str]:
    """Names of the plan's nodes as the tree shows them."""
    return list(Task.objects.filter(plan=plan).order_by("path", "id").values_list("name", flat=True))


def path(task: Task) -> list[int]:
    task.refresh_from_db()
    return task.path


def moved(task: Task, **fields) -> Task:
    for name, value in fields.items():
        setattr(task, name, value)
    return tasks.edit(task, by=None, version=None)


def test_a_node_without_a_place_becomes_the_last_of_its_siblings():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    below = make_task(parent=first)
    assert [first.position, second.position, below.position] == [1, 2, 1]
    assert [path(first), path(second), path(below)] == [[1], [2], [1, 1]]


def test_a_node_without_a_code_gets_one_by_its_place():
    plan = make_plan(code="my-plan")
    first = make_task(plan)
    assert [first.code, make_task(parent=first).code] == ["my-plan.1", "my-plan.1.1"]


def test_a_code_that_is_taken_is_passed_over():
    plan = make_plan(code="my-plan")
    make_task(plan, code="my-plan.1", position=7)
    assert make_task(plan, position=1).code == "my-plan.2"


def test_a_given_code_and_place_are_kept():
    task = make_task(make_plan(), code="five", position=5)
    assert (task.code, task.position) == ("five", 5)


def test_children_follow_their_parent_in_the_tree():
    plan = make_plan()
    first, second = make_task(plan, name="一"), make_task(plan, name="二")
    make_task(parent=second, name="二之一")
    make_task(parent=first, name="一之一")
    assert order(plan) == ["一", "一之一", "二", "二之一"]


def test_two_nodes_at_one_place_keep_their_children_to_themselves():
    plan = make_plan()
    first, second = make_task(plan, name="一", position=3), make_task(plan, name="二", position=3)
    make_task(parent=second, name="二之一")
    make_task(parent=first, name="一之一")
    assert order(plan) == ["一", "一之一", "二", "二之一"]


def test_ten_comes_after_nine():
    plan = make_plan()
    for number in range(1, 11):
        make_task(plan, name=str(number))
    assert order(plan)[-2:] == ["9", "10"]


def test_a_node_moves_with_all_that_is_below_it():
    plan = make_plan()
    first, second = make_task(plan, name="一"), make_task(plan, name="二")
    child = make_task(parent=first, name="一之一")
    make_task(parent=child, name="一之一之一")
    moved(first, parent=second, position=0)
    assert order(plan) == ["二", "一", "一之一", "一之一之一"]
    assert path(child) == [1, 1, 1]


def test_moving_a_node_leaves_the_versions_of_all_others_alone():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    child = make_task(parent=first)
    moved(first, position=9)
    for task in (second, child):
        task.refresh_from_db()
    assert [first.version, second.version, child.version] == [2, 1, 1]


def test_a_move_keeps_the_code_because_programs_quote_it():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    code = first.code
    assert moved(first, parent=second).code == code


def test_a_node_cannot_move_below_its_own_child():
    parent = make_task()
    child = make_task(parent=parent)
    with pytest.raises(ValidationError):
        moved(parent, parent=child)
    assert path(parent) == [1]


def test_a_removed_node_closes_the_gap_in_the_paths():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    tasks.remove(first, by=None)
    assert path(second) == [1]


@pytest.mark.parametrize("make", [lambda task: make_task(parent=task), lambda task: make_target(task=task)])
def test_a_node_with_something_below_it_is_not_removed(make):
    task = make_task()
    make(task)
    with pytest.raises(ValidationError) as caught:
        tasks.remove(task, by=None)
    assert caught.value.code == "in_use"


def test_a_stale_node_is_neither_changed_nor_removed():
    task = make_task()
    moved(task, name="新名")
    for write in (tasks.edit, tasks.remove):
        with pytest.raises(Stale) as caught:
            write(task, by=None, version=1)
        assert caught.value.current.name == "新名"


def test_the_same_number_may_stand_below_different_parents_and_blank_numbers_anywhere():
    plan = make_plan()
    for parent in (make_task(plan), make_task(plan)):
        make_task(parent=parent, number="1", kind=TaskKind.STEP)
        make_task(parent=parent, number="")
        make_task(parent=parent, number="")
    assert plan.tasks.count() == 8
