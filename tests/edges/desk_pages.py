"""The pages of the desk that are opened in a browser, and the rows they show. A new page adds its line to PAGES."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from targets import models
from targets.services import records, tasks
from tests import make

Opener = Callable[[Any, str, "Place"], None]
"""Opens a page: the browser's page, the address of the server, the rows."""


@dataclass(frozen=True)
class Place:
    """What stands in the register."""

    plan: models.Plan
    task: models.Task
    target: models.Target
    value: models.Observation
    policy: models.AssessmentPolicy


def furnished() -> Place:
    """A plan with a task, targets with base, milestones, values and a revision, and words on the task."""
    plan = make.make_plan(name="车谷产业创新走廊行动方案", flags=["summary_only"], note="摘要所载，全文未公布。")
    action = tasks.add(models.Task(plan=plan, kind="action", name="整车能级跃升行动", number="一"), by=None)
    task = tasks.add(models.Task(plan=plan, parent=action, kind="task", name="扩大产量", number="1"), by=None)
    tasks.tell(models.Update(task=task, day="2026-05-01", progress="已开工", problem="用地未落实"), by=None)
    body = make.make_organisation(name="某市发展和改革委员会")
    records.create(models.Responsibility(organisation=body, task=task, role="lead"), by=None)
    says = {"base_value": 1_000_000, "base_date": date(2025, 12, 31), "base_source": "stated"}
    target = make.make_target(task=task, says=says)
    make.make_target(task=task, says={"flags": ["scope_unclear"]})
    make.make_milestone(target)
    value = make.make_observation(target.series)
    make.make_observation(target.series, verified=False, value=1_350_000)
    return Place(plan, task, target, value, make.make_policy(plan=plan))


def at(name: str, row: str = "", query: str = "") -> Opener:
    """A page at the address of a view of the admin; `row` names what it is about, also within the query."""

    def open_page(page: Any, home: str, place: Place) -> None:
        address = reverse(f"admin:{name}", args=[getattr(place, row).pk] if row else [])
        keys = {each: getattr(place, each).pk for each in place.__dataclass_fields__}
        page.goto(f"{home}{address}{query.format(**keys)}")

    return open_page


def conflict(page: Any, home: str, place: Place) -> None:
    """Two pages at one task: the other one is quicker."""
    address = f"{home}{reverse('admin:targets_task_change', args=[place.task.pk])}"
    page.goto(address)
    other = page.context.new_page()
    other.goto(address)
    before = other.input_value("[name=note]")
    for each, words in ((other, f"{before}他人所写。"), (page, f"{before}我所写的很长的话。")):
        each.fill("[name=note]", words)
        each.fill("[name=aim]", words)
        each.locator("[name=_save]").click()
        each.wait_for_load_state()
    other.close()
    page.locator(".conflict").wait_for()


def refused(page: Any, home: str, place: Place) -> None:
    """A form that was not saved, with its faults."""
    at("targets_plan_add")(page, home, place)
    page.locator("[name=_save]").click()
    page.locator(".errorlist, .errornote, .errors").first.wait_for()


def narrowed(page: Any, home: str, place: Place) -> None:
    """A list with something ticked, a filter in use and the form that saves it open."""
    at("targets_target_changelist", query="?flag=any")(page, home, place)
    page.locator(".saved-filters summary").click()
    page.locator("#result_list input.action-select").first.check()


def many(page: Any, home: str, place: Place) -> None:
    """What would be done to many rows."""
    at("targets_target_changelist")(page, home, place)
    page.locator("#result_list input.action-select").first.check()
    page.select_option("select[name=action]", "assign_targets")
    page.locator("button[name=index]").locator("visible=true").click()
    page.locator(".batch").wait_for()


def login(page: Any, home: str, place: Place) -> None:
    """The page before signing in, in a browser that nobody has signed in with."""
    page.context.clear_cookies()
    page.goto(f"{home}{reverse('admin:login')}")


PAGES: dict[str, Opener] = {
    "home": at("index"),
    "plan": at("targets_plan_change", "plan"),
    "values of a plan": at("targets_plan_values", "plan"),
    "guide": at("targets_plan_guide"),
    "plan form": at("targets_plan_edit", "plan"),
    "refused form": refused,
    "task form": at("targets_task_change", "task"),
    "target": at("targets_target_change", "target"),
    "target form": at("targets_target_add", query="?plan={plan}&task={task}"),
    "revision form": at("targets_targetrevision_add", query="?target={target}"),
    "value": at("targets_observation_change", "value"),
    "value form": at("targets_observation_add"),
    "rule": at("targets_assessmentpolicy_change", "policy"),
    "plans": at("targets_plan_changelist"),
    "targets": at("targets_target_changelist"),
    "values": at("targets_observation_changelist"),
    "narrowed": narrowed,
    "many": many,
    "saved filters": at("targets_savedfilter_changelist"),
    "batches": at("targets_batch_changelist"),
    "tokens": at("targets_token_changelist"),
    "token form": at("targets_token_add"),
    "history": at("targets_task_history", "task"),
    "withdrawal": at("targets_target_withdraw", "target"),
    "conflict": conflict,
    "login": login,  # signs out, so it stays the last
}
