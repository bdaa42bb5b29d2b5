"""Moves in the tree of a plan: whatever is moved in whatever order, the tree is what a simple list says."""

import random

import pytest
from django.core.exceptions import ValidationError

from targets.models import Target, Task
from targets.queries.tree import shape
from targets.services import moves, tasks
from tests.make import make_plan, make_target, make_task

pytestmark = pytest.mark.django_db


def nested(plan, parent=None) -> list:
    """The tree as lists of lists: each node with what is below it."""
    rows = Task.objects.filter(plan=plan, parent=parent).order_by("position", "id")
    return [(row.pk, nested(plan, row)) for row in rows]


def flat(tree: list) -> list:
    return [pk for key, below in tree for pk in (key, *flat(below))]


def taken_out(tree: list, key: int) -> tuple[list, tuple | None]:
    """The tree without the node, and the node with what is below it."""
    rest, found = [], None
    for node, below in tree:
        if node == key:
            found = (node, below)
            continue
        left, inner = taken_out(below, key)
        found = found or inner
        rest.append((node, left))
    return rest, found


def put_in(tree: list, node: tuple, parent: int | None, before: int | None) -> list:
    if parent is None:
        keys = [key for key, _ in tree]
        at = len(tree) if before is None else keys.index(before)
        return [*tree[:at], node, *tree[at:]]
    return [(key, put_in(below, node, None if key == parent else parent, before)) for key, below in tree]


@pytest.mark.parametrize("seed", range(4))
def test_random_moves_leave_the_tree_that_a_simple_model_of_lists_has(seed):
    chance, plan = random.Random(seed), make_plan()
    nodes = [make_task(plan, position=chance.randint(0, 3)) for _ in range(4)]
    nodes += [make_task(parent=chance.choice(nodes), position=chance.randint(0, 3)) for _ in range(5)]
    model = nested(plan)
    for _ in range(25):
        node = chance.choice(nodes)
        rest, taken = taken_out(model, node.pk)
        assert taken is not None
        parent = chance.choice([None, *flat(rest)])
        below = rest if parent is None else next(inner for key, inner in pairs(rest) if key == parent)
        before = chance.choice([None, *(key for key, _ in below)])
        moves.move(
            Task.objects.get(pk=node.pk),
            parent=parent and Task.objects.get(pk=parent),
            before=before and Task.objects.get(pk=before),
            by=None,
            seen=shape(plan),
        )
        model = put_in(rest, taken, parent, before)
        assert nested(plan) == model
        assert list(Task.objects.filter(plan=plan).order_by("path").values_list("pk", flat=True)) == flat(model)


def pairs(tree: list):
    for key, below in tree:
        yield key, below
        yield from pairs(below)


def test_a_node_goes_where_it_is_put_with_all_below_it_and_keeps_number_and_code():
    plan = make_plan()
    first, second, third = (make_task(plan, number=number) for number in "一二三")
    child = make_task(parent=third)
    moves.move(third, parent=None, before=first, by=None)
    assert flat(nested(plan)) == [third.pk, child.pk, first.pk, second.pk]
    third.refresh_from_db()
    assert (third.number, third.path) == ("三", [1])


def test_only_those_between_the_old_and_the_new_place_change():
    plan = make_plan()
    nodes = [make_task(plan) for _ in range(6)]
    moves.move(nodes[1], parent=None, before=nodes[4], by=None)
    assert [Task.objects.get(pk=node.pk).version for node in nodes] == [1, 2, 2, 2, 1, 1]


def test_a_node_does_not_move_below_itself_nor_into_another_plan():
    top = make_task()
    below, elsewhere = make_task(parent=top), make_task()
    for parent in (below, top, elsewhere):
        with pytest.raises(ValidationError):
            moves.move(Task.objects.get(pk=top.pk), parent=parent, by=None)
    assert nested(top.plan) == [(top.pk, [(below.pk, [])])]


def test_a_sibling_that_stands_elsewhere_by_now_is_no_place_to_go_before():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    below = make_task(parent=second)
    with pytest.raises(ValidationError) as caught:
        moves.move(first, parent=None, before=below, by=None)
    assert "before" in caught.value.error_dict
    assert flat(nested(plan)) == [first.pk, second.pk, below.pk]


def test_a_tree_that_changed_since_it_was_read_is_left_alone():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    seen = shape(plan)
    make_task(parent=first)
    with pytest.raises(ValidationError) as caught:
        moves.move(second, parent=None, before=first, by=None, seen=seen)
    assert caught.value.code == "stale"
    assert Task.objects.get(pk=second.pk).position == 2


def test_another_name_is_no_other_tree():
    task = make_task()
    seen = shape(task.plan)
    task.name = "新名"
    tasks.edit(task, by=None, version=None)
    assert shape(task.plan) == seen


def test_a_number_that_is_taken_there_stops_the_move_until_it_goes_without():
    plan = make_plan()
    first, second = make_task(plan, number="1"), make_task(plan, number="2")
    make_task(parent=first, number="2")
    with pytest.raises(ValidationError) as caught:
        moves.move(second, parent=first, by=None)
    assert caught.value.code == "number_taken"
    moves.move(Task.objects.get(pk=second.pk), parent=first, by=None, number="")
    assert Task.objects.get(pk=second.pk).number == ""


def order(plan) -> list:
    return list(Target.objects.filter(plan=plan).order_by("task", "position", "id").values_list("task", "pk"))


def test_a_target_moves_among_tasks_and_its_numbers_stay():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    one, two, three = (make_target(task=task) for task in (first, first, second))
    moves.move_target(three, task=first, before=two, by=None, seen=shape(plan))
    assert order(plan) == [(first.pk, one.pk), (first.pk, three.pk), (first.pk, two.pk)]
    moves.move_target(Target.objects.get(pk=one.pk), task=None, by=None)
    assert order(plan)[-1] == (None, one.pk)
    assert one.revisions.count() == 1


def test_a_target_of_a_changed_tree_and_one_for_another_plan_stay_where_they_are():
    target, elsewhere = make_target(), make_task()
    seen = shape(target.plan)
    make_target(target.plan)
    for given in ({"task": None, "seen": seen}, {"task": elsewhere}):
        with pytest.raises(ValidationError):
            moves.move_target(Target.objects.get(pk=target.pk), by=None, **given)
    assert Target.objects.get(pk=target.pk).version == 1


def test_a_new_node_stands_after_the_one_that_is_named():
    plan = make_plan()
    first, second = make_task(plan), make_task(plan)
    new = tasks.add(Task(plan=plan, name="新", kind="task"), by=None, after=first)
    assert flat(nested(plan)) == [first.pk, new.pk, second.pk]
