"""A sheet of values: which rows and columns, what stands in a cell, and no more queries for more rows."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from targets.models import Organisation, Plan, Responsibility, Series
from targets.queries.days import now
from targets.queries.grid import Cell, Grid, View, of_organisation, of_plan
from targets.rules.columns import running
from targets.rules.terms import PlanStatus, Role
from targets.services import observations, records, targets
from targets.services.recording import Entry, record
from tests import make

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)
PLAN = {"period_start": date(2026, 1, 1), "period_end": date(2030, 12, 31), "period_source": "stated"}


def sheet(thing: Plan | Organisation, user: Any = None, **view: Any) -> Grid:
    of = of_plan if isinstance(thing, Plan) else of_organisation
    return of(thing, user or make.make_administrator(), View(**view), day=DAY, known_at=now())  # type: ignore[arg-type]


def cell(grid: Grid, year: int = 2026) -> Cell:
    return next(cell for cell in grid.rows[0].cells if cell.column.start.year == year)


@pytest.fixture
def plan() -> Plan:
    return make.make_plan(**PLAN)


@pytest.fixture
def series(plan: Plan) -> Any:
    return make.make_target(plan).series


def test_rows_stand_in_the_order_of_the_tree_and_each_series_once(plan: Plan) -> None:
    first, second = make.make_task(plan, position=1), make.make_task(plan, position=2)
    shared = make.make_series(indicator=make.make_indicator(name="乙"))
    make.make_target(task=second, series=shared)
    make.make_target(task=first, series=make.make_series(indicator=make.make_indicator(name="甲")))
    make.make_target(task=second, series=shared, says={"wording": "另一个"})
    make.make_target(plan, series=make.make_series(indicator=make.make_indicator(name="总")))
    rows = sheet(plan).rows
    assert [row.series.indicator.name for row in rows] == ["总", "甲", "乙"]
    assert [len(row.targets) for row in rows] == [1, 1, 2]


def test_a_withdrawn_target_leaves_no_row(plan: Plan) -> None:
    target = make.make_target(plan)
    targets.withdraw(target, reason="并入", effective_date=date(2026, 2, 1), by=None)
    assert sheet(plan).rows == ()


def test_a_cell_holds_what_stands_what_waits_and_what_was_returned(plan: Plan, series: Any) -> None:
    assert cell(sheet(plan)).seen is None
    back = make.make_observation(series, verified=False, value=Decimal(1))
    observations.send_back(back, reason="单位有误", by=None)
    assert cell(sheet(plan)).returned == back
    stands = make.make_observation(series, value=Decimal(2))
    assert (cell(sheet(plan)).standing, cell(sheet(plan)).returned) == (stands, None)
    waits = observations.correct(stands, make.observation(series, value=Decimal(3)), by=None)
    found = cell(sheet(plan))
    assert (found.standing, found.waiting, found.seen) == (stands, waits, waits)
    observations.verify(waits, by=None)
    assert (cell(sheet(plan)).standing, cell(sheet(plan)).waiting) == (waits, None)


def test_a_return_after_verification_is_told_again(plan: Plan, series: Any) -> None:
    stands = make.make_observation(series)
    waits = observations.correct(stands, make.observation(series, value=Decimal(3)), by=None)
    observations.send_back(waits, reason="不必更正", by=None)
    assert cell(sheet(plan)).returned == waits


def test_a_value_as_of_the_last_day_stands_in_the_cell_and_other_periods_are_counted(plan: Plan, series: Any) -> None:
    as_of = make.make_observation(series, period_start=None)
    make.make_observation(series, period_start=date(2026, 1, 1), period_end=date(2026, 6, 30))
    make.make_observation(series, period_start=None, period_end=date(2026, 2, 24))
    found = cell(sheet(plan))
    assert (found.standing, found.beside) == (as_of, 2)
    whole = make.make_observation(series)
    assert (cell(sheet(plan)).standing, cell(sheet(plan)).beside) == (whole, 3)


def test_the_columns_follow_the_rhythm_of_the_rows_unless_one_is_asked_for(plan: Plan) -> None:
    for _ in range(2):
        make.make_target(plan, series=make.make_series(indicator=make.make_indicator(frequency="quarter")))
    assert sheet(plan).rhythm == "quarter"
    assert [column.name.en for column in sheet(plan).columns][-1] == "Q4 2026"
    asked = sheet(plan, rhythm="year", last=running("year", date(2030, 1, 1)))
    assert [column.start.year for column in asked.columns][-1] == 2030


def test_more_than_fifty_series_are_paged(plan: Plan) -> None:
    indicator = make.make_indicator()
    for _ in range(53):
        make.make_target(plan, series=make.make_series(indicator=indicator))
    first, second = sheet(plan), sheet(plan, page=2)
    assert (len(first.rows), len(second.rows), first.pages, first.series) == (50, 3, 2, 53)
    assert not {row.series for row in first.rows} & {row.series for row in second.rows}
    assert sheet(plan, page=99).page == 2


def test_an_organisation_has_its_own_series_and_those_it_has_a_part_in() -> None:
    body = make.make_organisation()
    own = make.make_series(organisation=body)
    by_task, by_target = make.make_task(), make.make_target()
    shared = make.make_target(task=by_task).series
    make.make_target()
    records.create(Responsibility(organisation=body, task=by_task, role="lead"), by=None)
    records.create(Responsibility(organisation=body, target=by_target, role="cooperating"), by=None)
    assert {row.series for row in sheet(body).rows} == {own, shared, by_target.series}


def test_what_a_reader_may_not_see_is_not_in_the_sheet() -> None:
    body, other = make.make_organisation(), make.make_organisation()
    member = make.make_member(other, Role.EDITOR)
    hidden = make.make_target(
        make.make_plan(status=PlanStatus.DRAFT, owner=body), series=make.make_series(organisation=body)
    )
    assert len(sheet(body).rows) == 1
    assert sheet(body, member).rows == ()
    plan = make.make_plan(owner=body, **PLAN)
    series = make.make_target(plan).series
    make.make_observation(series, verified=False)
    found = sheet(plan, member)
    assert cell(found).seen is None
    assert not found.rows[0].may_submit
    assert not hidden.plan.is_demo


def test_only_reporters_and_editors_of_the_right_body_may_type() -> None:
    body, other = make.make_organisation(), make.make_organisation()
    plan = make.make_plan(owner=body)
    target = make.make_target(plan)
    records.create(Responsibility(organisation=other, target=target, role="lead"), by=None)
    allowed = {
        (body, Role.EDITOR): True,
        (body, Role.REPORTER): True,
        (body, Role.REVIEWER): False,
        (body, Role.VIEWER): False,
        (other, Role.REPORTER): True,
        (make.make_organisation(), Role.REPORTER): False,
    }
    for (where, role), may in allowed.items():
        assert sheet(plan, make.make_member(where, role)).rows[0].may_submit is may, (where, role)


def queries_of(thing: Plan | Organisation, member: Any) -> int:
    member.held_roles = None
    with CaptureQueriesContext(connection) as seen:
        assert sheet(thing, member).waiting
    return len(seen)


def test_three_hundred_series_of_a_body_cost_as_many_queries_as_ten() -> None:
    body, indicator = make.make_organisation(), make.make_indicator()
    member = make.make_member(body, Role.EDITOR)

    def add(first: int, last: int) -> None:
        found = [
            Series(code=f"s-{number}", indicator=indicator, organisation=body, breakdown=str(number))
            for number in range(first, last)
        ]
        values = [make.observation(each, reported_by=body) for each in Series.objects.bulk_create(found)]
        record([Entry(key="", value=value) for value in values], by=None)

    add(0, 10)
    few = queries_of(body, member)
    add(10, 300)
    assert queries_of(body, member) == few <= 12


def test_a_plan_of_thirty_targets_costs_as_many_queries_as_one_of_three(plan: Plan) -> None:
    member = make.make_administrator()

    def add(count: int) -> None:
        for number in range(count):
            make.make_observation(make.make_target(task=make.make_task(plan)).series, verified=bool(number % 2))

    add(3)
    few = queries_of(plan, member)
    add(27)
    assert queries_of(plan, member) == few <= 12
