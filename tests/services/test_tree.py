"""A plan as one document, with what held on a day."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from targets.models import Responsibility
from targets.queries.tree import Tree, tree
from targets.rules.terms import Flag, PlanStatus, ResponsibilityRole, TaskKind
from targets.services import records, targets
from tests.make import (
    make_administrator,
    make_area,
    make_indicator,
    make_organisation,
    make_plan,
    make_series,
    make_target,
    make_task,
)

pytestmark = pytest.mark.django_db

DAY, LATER = date(2027, 1, 1), datetime(2100, 1, 1, tzinfo=UTC)


def seen(plan, user=None, day=DAY) -> Tree:
    return tree(plan, user or AnonymousUser(), day=day, known_at=LATER)


def test_nodes_come_in_printed_order_with_their_depth():
    plan = make_plan()
    first, second = make_task(plan, name="一", kind=TaskKind.ACTION), make_task(plan, name="二", kind=TaskKind.ACTION)
    make_task(parent=first, name="一之一")
    nodes = seen(plan).nodes
    assert [(node.task.name, node.depth) for node in nodes] == [("一", 0), ("一之一", 1), ("二", 0)]
    assert (seen(plan).extracted(TaskKind.ACTION), seen(plan).extracted(TaskKind.STEP)) == (2, 0)
    assert second == nodes[2].task


def test_a_heading_opens_once_for_the_nodes_it_binds():
    plan = make_plan()
    for group in ("甲组", "甲组", "", "乙组"):
        make_task(plan, group=group)
    assert [node.opens_group for node in seen(plan).nodes] == [True, False, False, True]


def test_targets_stand_at_their_task_or_at_the_plan_with_what_they_mean():
    plan = make_plan()
    task = make_task(plan)
    series = make_series(indicator=make_indicator(name="整车产量"), area=make_area(name="大走廊"))
    make_target(plan, task=task, series=series)
    make_target(plan, series=series, says={"flags": [Flag.SCOPE_UNCLEAR]})
    found = seen(plan)
    (line,) = found.nodes[0].targets
    (loose,) = found.loose
    assert "整车产量" in line.reading.zh
    assert "大走廊" in line.reading.zh
    assert "大走廊" not in loose.reading.zh


def test_only_what_held_on_the_day_is_shown():
    plan = make_plan()
    target = make_target(plan)
    targets.withdraw(target, reason="取消", effective_date=date(2028, 1, 1), by=None)
    assert [len(seen(plan, day=day).loose) for day in (date(2025, 1, 1), DAY, date(2028, 1, 1))] == [0, 1, 0]


def test_bodies_stand_at_their_task():
    task, body = make_task(), make_organisation()
    records.create(Responsibility(task=task, organisation=body, role=ResponsibilityRole.LEAD), by=None)
    assert [row.organisation for row in seen(task.plan).nodes[0].responsibilities] == [body]


def test_who_may_not_see_the_plan_sees_an_empty_tree():
    plan = make_plan(status=PlanStatus.DRAFT)
    make_target(plan, task=make_task(plan))
    assert (seen(plan).nodes, seen(plan).loose) == ((), ())
    assert len(seen(plan, make_administrator()).nodes) == 1


def test_a_large_tree_costs_as_many_queries_as_a_small_one(django_assert_num_queries):
    plan = make_plan()
    for size in (1, 4):
        for _ in range(size):
            make_target(plan, task=make_task(plan))
        with django_assert_num_queries(5):
            seen(plan)
