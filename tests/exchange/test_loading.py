"""What a file says goes into the register once, and never over what stands there."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from targets.exchange.fixtures.loading import load
from targets.models import Area, Milestone, Observation, Organisation, Plan, Responsibility, Target, Task, Update
from targets.queries.days import now
from targets.services import observations, records, targets, tasks
from tests.exchange.files import SMALL, load_text, write
from tests.make import observation, revision

pytestmark = pytest.mark.django_db


def register() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of the register, history included."""
    models = apps.get_app_config("targets").get_models()
    return {model.__name__: sorted(model._default_manager.values_list(), key=str) for model in models}


def said(code: str = "scheme.output") -> str:
    return Target.objects.get(code=code).revisions.in_force(date(2026, 6, 1), now()).get().wording


def test_a_file_becomes_rows(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)

    plan = Plan.objects.get(code="scheme")
    assert (plan.period_start, plan.period_end, plan.period_source) == (date(2026, 1, 1), date(2030, 12, 31), "stated")
    assert plan.citation.place == "S1 L3-5,L9"
    assert [task.code for task in plan.tasks.all()] == ["scheme.1", "scheme.1.1"]
    target = plan.targets.get()
    first = target.revisions.get()
    assert (first.lower, first.deadline, first.deadline_precision) == (Decimal(2_000_000), date(2030, 12, 31), "year")
    assert (first.effective_date, first.number, first.deadline_source) == (date(2026, 1, 1), 1, "stated")
    assert target.milestones.get().day == date(2028, 12, 31)
    assert target.task.responsibilities.get().organisation.code == "office"
    assert Area.objects.get(code="whole").parts.get().role == "core"


def test_numbers_are_kept_exactly(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL.replace("1_300_000.5", "1_300_000.0000000001"))
    assert Observation.objects.get().value == Decimal("1300000.0000000001")


def test_a_value_of_a_source_is_verified_unless_it_says_that_it_waits(tmp_path: Path) -> None:
    waiting = "- {series: north-output, period: 2024, value: 1, status: submitted}\n"
    load_text(tmp_path, SMALL + waiting)
    assert [seen.status for seen in Observation.objects.order_by("period_end")] == ["submitted", "verified"]


def test_a_correction_supersedes_the_value_before(tmp_path: Path) -> None:
    corrected = "- {series: north-output, period: 2024, value: 1, correction: {value: 2}}\n"
    load_text(tmp_path, SMALL + corrected)
    seen = Observation.objects.filter(period_end=date(2024, 12, 31)).order_by("id")
    assert [(each.value, each.status) for each in seen] == [(1, "superseded"), (2, "verified")]


def test_a_second_load_changes_no_row_and_records_no_event(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    before = register()

    again = load_text(tmp_path, SMALL)

    assert register() == before
    assert not again.added
    assert again.standing[Task] == 2


def test_a_second_load_asks_the_same_number_of_questions_however_much_stands(tmp_path: Path) -> None:
    def questions(text: str) -> int:
        load_text(tmp_path, text)
        with CaptureQueriesContext(connection) as asked:
            load_text(tmp_path, text)
        return len(asked)

    more = "".join(f"- {{series: north-output, period: {year}, value: 1}}\n" for year in range(2000, 2025))
    tasks_too = SMALL.replace("    - {kind: task, name: 某任务}\n", "    - {kind: task, name: 某任务}\n" * 12)
    assert questions(SMALL) == questions(tasks_too + more)


def test_an_edit_is_never_undone(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    plan = Plan.objects.get(code="scheme")
    plan.name = "改过的名称"
    records.edit(plan, by=None, version=plan.version)

    load_text(tmp_path, SMALL)

    assert Plan.objects.get(code="scheme").name == "改过的名称"


def test_a_revision_by_a_person_stays_in_force(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    revised = revision(wording="超300万辆", lower=Decimal(3_000_000), effective_date=date(2026, 5, 1), reason="上调")
    targets.revise(Target.objects.get(), revised, by=None)

    load_text(tmp_path, SMALL)

    assert said() == "超300万辆"


def test_a_value_by_a_person_for_the_same_period_stays(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    standing = Observation.objects.get()
    new = observations.correct(standing, observation(standing.series, value=Decimal(7)), by=None)
    observations.verify(new, by=None)

    assert not load_text(tmp_path, SMALL).added
    assert Observation.objects.get(status="verified").value == 7


def test_absent_rows_below_a_row_that_stands_are_added(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    task = "    - {kind: task, name: 某任务}\n"
    milestone = "      - {day: 2028, value: 1_800_000}\n"
    more = SMALL.replace(task, task + "    - {kind: task, name: 新任务}\n")
    more = more.replace(milestone, milestone + "      - {day: 2029, value: 1_900_000}\n")

    added = load_text(tmp_path, more).added

    assert added == {Task: 1, Milestone: 1}
    assert Task.objects.get(name="新任务").code == "scheme.1.2"


def test_a_later_file_may_bring_a_revision(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    revisions = """\
      revisions:
      - {wording: 超250万辆, measure: level, comparator: gt, lower: 2_500_000, effective_date: 2026-05-01, reason: 上调}
"""
    load_text(tmp_path, SMALL.replace("      milestones:\n", revisions + "      milestones:\n"))
    assert said() == "超250万辆"


def remove_all(rows: Iterable[Task | Update | Responsibility]) -> None:
    for row in rows:
        tasks.remove(row, by=None) if isinstance(row, Task) else records.remove(row, by=None)


def test_what_a_person_removed_is_not_brought_back(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    remove_all([Task.objects.get(code="scheme.1.1"), Update.objects.get(), Responsibility.objects.get()])

    tally = load_text(tmp_path, SMALL)

    assert not tally.added
    assert tally.gone == {Task: 1, Update: 1, Responsibility: 1}


def test_again_brings_back_what_a_person_removed(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    remove_all([Task.objects.get(code="scheme.1.1"), Update.objects.get(), Responsibility.objects.get()])

    tally = load_text(tmp_path, SMALL, again=True)

    assert tally.added == {Task: 1, Update: 1, Responsibility: 1}
    assert Task.objects.get(code="scheme.1.1").name == "某任务"


def test_a_row_under_another_code_is_not_added_a_second_time(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    plan = Plan.objects.get(code="scheme")
    plan.code = "renamed"
    records.edit(plan, by=None, version=plan.version)

    tally = load_text(tmp_path, SMALL)

    assert not tally.added
    assert tally.gone == {Plan: 1}


def test_a_new_row_that_names_a_removed_one_is_left_out_with_it(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    Responsibility.objects.get().delete()
    Plan.objects.update(owner=None)
    records.remove(Organisation.objects.get(code="office"), by=None)
    role = "    - {organisation: office, role: lead}\n"

    tally = load_text(tmp_path, SMALL.replace(role, role + "    - {organisation: office, role: cooperating}\n"))

    assert tally.gone == {Organisation: 1, Responsibility: 2}
    assert not tally.added


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path) -> None:
    before = register()
    tally = load_text(tmp_path, SMALL, dry_run=True)
    assert tally.added[Plan] == 1
    assert register() == before


def test_one_file_may_name_what_another_describes(tmp_path: Path) -> None:
    first = write(tmp_path, "organisations: [{code: below, name: 下级, parent: above}]", "a.yaml")
    second = write(tmp_path, "organisations: [{code: above, name: 上级}]", "b.yaml")
    load([first, second])
    assert Organisation.objects.get(code="below").parent.code == "above"


def test_a_file_may_name_what_stands_in_the_register(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    load_text(tmp_path, "organisations: [{code: below, name: 下级, parent: office}]")
    assert Organisation.objects.get(code="below").parent.code == "office"


def test_history_names_the_program_as_the_actor(tmp_path: Path) -> None:
    load_text(tmp_path, SMALL)
    event = apps.get_model("targets", "PlanEvent").objects.get(code="scheme")
    assert event.pgh_context.metadata["actor_name"] == "policytracker"
    assert event.pgh_context.metadata["actor"] is None
