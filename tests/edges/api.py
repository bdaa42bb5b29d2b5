"""How tests ask the API, and one row of every shelf for those that walk all of them."""

from datetime import date
from typing import Any

from django.test import Client
from django.test.utils import CaptureQueriesContext

from targets import models
from targets.rules.terms import Accumulation, AreaKind, Comparator, Flag, Measure, ResponsibilityRole
from targets.services import records, tasks
from tests import make

ROOT = "/api/v1/"
SHELVES = (
    *("organisations", "areas", "plans", "tasks", "indicators", "series", "targets", "milestones", "observations"),
    *("updates", "sources", "citations", "assessment-policies"),
)


def ask(client: Client, path: str, status: int = 200, *, query: Any = None, **headers: str) -> Any:
    """The answer as JSON; fails on another status, showing what was said."""
    address = path.removeprefix("http://testserver") if path.startswith(("http:", "/")) else ROOT + path
    answer = client.get(address, query, headers=headers)
    assert answer.status_code == status, f"{address}: {answer.status_code} {answer.content.decode()[:600]}"
    return answer.json()


def rows(client: Client, path: str, **query: Any) -> list[dict[str, Any]]:
    """The rows of the first page."""
    return ask(client, path, query=query)["results"]


def codes(client: Client, path: str, **query: Any) -> list[str]:
    return [row["code"] for row in rows(client, path, **query)]


def refusal(client: Client, path: str, status: int = 400, *, query: Any = None, **headers: str) -> dict[str, Any]:
    """The problem document that the address answers."""
    problem = ask(client, path, status, query=query, **headers)
    assert {"type", "title", "status", "detail", "errors"} == problem.keys()
    assert problem["status"] == status
    return problem


def count_queries(client: Client, path: str) -> int:
    from django.db import connection

    with CaptureQueriesContext(connection) as captured:
        ask(client, path)
    return len(captured)


def fill_every_shelf() -> None:
    """One more row on each shelf, as full of statements and references as the models allow."""
    place = make.make_citation(lines="138", page="2", paragraph="3", wording="超200万辆")
    body = make.make_organisation(name_en="some body", parent=make.make_organisation(), citation=place)
    area = make.make_area(kind=AreaKind.COMPOSED, citation=place, flags=[Flag.SCOPE_UNCLEAR])
    records.create(models.AreaPart(whole=area, part=make.make_area(parent=area)), by=None)
    plan = make.make_plan(
        issuer=body,
        owner=body,
        area=area,
        citation=place,
        stated_count=25,
        flags=["summary_only"],
        period_start=date(2026, 1, 1),
        period_end=date(2030, 12, 31),
        period_source="stated",
        derived_from=make.make_plan(),
    )
    action = make.make_task(plan, citation=place, group="产业", number="五")
    task = make.make_task(parent=action, citation=place)
    tasks.tell(models.Update(task=task, day=date(2026, 5, 1), progress="已开工", citation=place), by=None)
    target = _target(plan, task, place)
    for part in ({"task": task}, {"target": target}):
        role = ResponsibilityRole.LEAD
        records.create(models.Responsibility(organisation=body, role=role, **part), by=None)
    make.make_milestone(target, citation=place)
    year = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    make.make_observation(target.series, citation=place, reported_by=body, flags=[Flag.DATE_DERIVED], **year)
    make.make_policy(plan=plan, ahead=5, name_en="some rule", max_age_days=62, method="linear-path")


def _target(plan: models.Plan, task: models.Task, place: models.Citation) -> models.Target:
    threshold = {"class_comparator": Comparator.GE, "class_threshold": 10**11, "class_unit": "元"}
    counted = make.make_indicator(**threshold)
    share = make.make_indicator(accumulation=Accumulation.RATIO, numerator=counted, denominator=counted)
    return make.make_target(
        plan=plan,
        task=task,
        series=make.make_series(indicator=counted, breakdown="新能源", basis="不变价"),
        parent=make.make_target(plan),
        derived_from=make.make_target(),
        reference_series=make.make_series(indicator=share),
        says={"citation": place, "flags": [Flag.SCOPE_UNCLEAR], "measure": Measure.COUNT_OF_CLASS},
    )
