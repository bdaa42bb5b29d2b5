"""A plan taken over for the next period: what goes along, how days move, and that nothing of it claims to be printed."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from targets.models import Milestone, Plan, Responsibility, Target, TargetRevision, Task
from targets.queries.successors import Parts
from targets.rules.terms import BaseSource, DateSource, Flag, Modality, PlanStatus
from targets.services import plans, records, targets
from tests.edges.judged import make_judged
from tests.make import make_citation, make_milestone, make_organisation, make_plan, make_target, make_task

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


@pytest.fixture
def plan() -> Plan:
    return make_plan(
        code="corridor-2026-2030",
        owner=make_organisation(),
        period_start=date(2026, 1, 1),
        period_end=date(2030, 12, 31),
        period_source="stated",
        citation=make_citation(),
        stated_count=25,
        document_number="鄂政发〔2026〕3号",
    )


def taken_over(plan: Plan, code="corridor-2031-2035", **parts) -> Plan:
    new = Plan(name="下一期", code=code, period_start=date(2031, 1, 1), period_end=date(2035, 12, 31))
    return plans.duplicate(plan, new, Parts(**parts), by=None, day=DAY)


def said(target: Target) -> TargetRevision:
    return target.revisions.get()


def test_the_copy_is_a_draft_that_cites_nothing_and_says_where_it_comes_from(plan):
    new = taken_over(plan)
    assert (new.status, new.owner, new.period_source) == (PlanStatus.DRAFT, plan.owner, DateSource.DERIVED)
    assert (new.citation, new.document_number, new.stated_count, new.issued_on) == (None, "", None, None)
    assert (new.derived_from, plan.code in new.note) == (None, True)


def test_the_tree_comes_along_as_it_is_with_codes_of_the_new_plan(plan):
    first = make_task(plan, number="一", group="产业", flags=["name_differs"], citation=make_citation())
    make_task(parent=make_task(parent=first, number="1"), name="最下")
    make_task(plan, code="by-hand")
    new = taken_over(plan)
    rows = list(Task.objects.filter(plan=new).order_by("path"))
    assert [row.code for row in rows] == [
        *("corridor-2031-2035.1", "corridor-2031-2035.1.1", "corridor-2031-2035.1.1.1"),
        "corridor-2031-2035.of.by-hand",
    ]
    old = Task.objects.filter(plan=plan).order_by("path")
    assert [(row.number, row.name, row.path, row.sort_key) for row in rows] == [
        (row.number, row.name, row.path, row.sort_key) for row in old
    ]
    assert all(row.parent is None or row.parent.plan == new for row in rows)
    assert all(row.citation is None and row.flags == [] for row in rows)


def test_a_target_is_a_proposal_with_its_deadline_moved_on(plan):
    task = make_task(plan)
    says = {
        "modality": "firm",
        "nature": "binding",
        "citation": make_citation(),
        "flags": ["scope_unclear", "text_suspect"],
    }
    old = make_target(task=task, says=says, weight=3)
    new = Target.objects.get(plan=taken_over(plan))
    revision = said(new)
    assert (new.series, new.weight, new.task.plan) == (old.series, old.weight, new.plan)
    assert old.code in new.note
    assert (revision.wording, revision.lower, revision.deadline) == ("超200万辆", 2_000_000, date(2035, 12, 31))
    assert (revision.deadline_source, revision.effective_date) == (DateSource.DERIVED, DAY)
    assert (revision.citation, revision.modality, revision.nature) == (None, Modality.UNSTATED, "unstated")
    assert set(revision.flags) == {Flag.SCOPE_UNCLEAR, Flag.DATE_DERIVED}


def test_without_numbers_a_target_names_its_indicator_only(plan):
    old = make_target(plan)
    make_milestone(old)
    revision = said(Target.objects.get(plan=taken_over(plan, numbers=False)))
    assert (revision.wording, revision.comparator, revision.lower) == (old.series.indicator.name, "", None)
    assert (revision.base_value, set(revision.flags)) == (None, {Flag.QUALITATIVE, Flag.DATE_DERIVED})
    assert Milestone.objects.exclude(target=old).count() == 0


def test_the_base_is_the_last_value_and_never_the_old_target(plan):
    make_judged(40, plan=plan)
    revision = said(Target.objects.get(plan=taken_over(plan)))
    assert (revision.base_value, revision.base_date) == (Decimal(40), date(2026, 6, 30))
    assert revision.base_source == BaseSource.ENTERED
    blank = said(Target.objects.get(plan=taken_over(plan, code="another", bases=False)))
    assert (blank.base_value, blank.base_date, blank.base_source) == (None, None, BaseSource.NONE)


def test_a_target_never_reported_and_one_that_is_a_change_get_no_base_value(plan):
    make_judged(None, plan=plan)
    make_judged(40, plan=plan, says={"measure": "increment"})
    for target in Target.objects.filter(plan=taken_over(plan)):
        assert said(target).base_value is None


def test_milestones_move_along_with_their_numbers_and_without_words(plan):
    target = make_target(plan)
    make_milestone(target, wording="2028年160万辆")
    make_milestone(target, day=date(2029, 12, 31), value=None, wording="2029年见效")
    new = taken_over(plan)
    assert [(row.day, row.value, row.wording) for row in Milestone.objects.filter(target__plan=new)] == [
        (date(2033, 12, 31), Decimal(1_600_000), "")
    ]


def test_parts_of_a_target_and_responsibilities_point_into_the_new_plan(plan):
    body, task = make_organisation(), make_task(plan)
    whole = make_target(task=task)
    make_target(task=task, parent=whole)
    for thing in ({"task": task}, {"target": whole}):
        records.create(Responsibility(organisation=body, role="lead", **thing), by=None)
    new = taken_over(plan)
    part = Target.objects.get(plan=new, parent__isnull=False)
    assert part.parent.plan == new
    found = Responsibility.objects.exclude(task=task).exclude(target=whole)
    assert {(row.task or row.target).plan_id for row in found} == {new.pk}
    assert [row.rule for row in found] == ["entered", "entered"]


def test_only_what_is_wanted_and_what_is_in_force_comes_along(plan):
    task = make_task(plan)
    make_target(task=task)
    gone = make_target(task=task)
    targets.withdraw(gone, reason="取消", effective_date=date(2026, 2, 1), by=None)
    assert Target.objects.filter(plan=taken_over(plan)).count() == 1
    loose = Target.objects.get(plan=taken_over(plan, code="loose", tree=False))
    assert (loose.task, loose.plan.tasks.count()) == (None, 0)
    assert not Target.objects.filter(plan=taken_over(plan, code="bare", targets=False)).exists()


def test_a_verdict_stands_on_every_target_at_once(plan):
    make_judged(40, plan=plan)
    assert Target.objects.get(plan=taken_over(plan)).assessment.light


def test_the_old_plan_and_all_its_rows_stay_as_they_are(plan):
    target = make_target(task=make_task(plan))
    taken_over(plan)
    for row in (plan, target, target.task):
        row.refresh_from_db()
        assert row.version == 1


def test_all_or_nothing(plan):
    make_target(task=make_task(plan))
    make_task(code="taken.1")
    make_task(plan, code=f"{plan.code}.x")
    make_task(code="taken.x")
    before = Task.objects.count()
    for code in ("taken", "x" * 99, plan.code):
        with pytest.raises(ValidationError):
            taken_over(plan, code=code)
    assert (Plan.objects.filter(name="下一期").count(), Task.objects.count(), Target.objects.count()) == (0, before, 1)


def test_a_copy_of_the_demonstration_stays_demonstration():
    demo = make_plan(code="demo-plan")
    with pytest.raises(ValidationError) as caught:
        taken_over(demo)
    assert "code" in caught.value.error_dict
    assert taken_over(demo, code="demo-next").is_demo


def test_it_costs_as_many_statements_for_many_rows_as_for_few(plan, django_assert_max_num_queries):
    for _ in range(12):
        make_target(task=make_task(plan))
    with django_assert_max_num_queries(60):
        taken_over(plan)
