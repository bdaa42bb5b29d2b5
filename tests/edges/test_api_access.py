"""Who sees what through the API: strangers, members, administrators."""

import pytest
from django.test import Client

from targets import models
from targets.rules.terms import PlanStatus, Role
from targets.services import tasks
from tests import make
from tests.edges.api import SHELVES, ask, codes, refusal, rows

pytestmark = pytest.mark.django_db
PARTS = ("plans/public/summary/", "organisations/office/summary/", "areas/valley/summary/", "targets/1/assessment/")


@pytest.fixture
def draft() -> models.Plan:
    return make.make_plan(code="draft", status=PlanStatus.DRAFT, owner=make.make_organisation(code="office"))


def test_strangers_read_published_and_archived_plans(client: Client, draft: models.Plan) -> None:
    make.make_plan(code="public")
    make.make_plan(code="old", status=PlanStatus.ARCHIVED)
    assert codes(client, "plans/") == ["old", "public"]


def test_a_draft_and_all_that_hangs_on_it_does_not_exist_for_strangers(client: Client, draft: models.Plan) -> None:
    task = make.make_task(draft)
    target = make.make_target(task=task)
    milestone, value = make.make_milestone(target), make.make_observation(target.series)
    update = tasks.tell(models.Update(task=task, day=make.date(2026, 5, 1), progress="已开工"), by=None)
    for path in (
        *("plans/draft", f"tasks/{task.code}", f"targets/{target.pk}", f"targets/{target.code}"),
        *(
            f"milestones/{milestone.pk}",
            f"observations/{value.pk}",
            f"updates/{update.pk}",
            f"series/{target.series.code}",
        ),
    ):
        assert refusal(client, f"{path}/", 404)["type"] == "urn:policytracker:problem:not-found"
    for shelf in ("plans", "tasks", "targets", "milestones", "observations", "updates", "series"):
        assert rows(client, f"{shelf}/") == []


def test_the_code_of_a_hidden_plan_is_as_unknown_as_any(client: Client, draft: models.Plan) -> None:
    assert refusal(client, "targets/?plan=draft")["errors"] == refusal(client, "targets/?plan=nosuch")["errors"]


def test_a_hidden_plan_does_not_show_through_references(client: Client, draft: models.Plan) -> None:
    hidden = make.make_target(draft)
    plan = make.make_plan(code="public", derived_from=draft)
    target = make.make_target(plan, derived_from=hidden, reference_series=hidden.series)
    assert ask(client, "plans/public/")["derived_from"] is None
    row = ask(client, f"targets/{target.pk}/")
    assert (row["derived_from"], row["reference_series"]) == (None, None)


def test_members_read_the_drafts_of_their_organisation(client: Client, draft: models.Plan) -> None:
    client.force_login(make.make_member(draft.owner, Role.VIEWER))
    assert codes(client, "plans/") == ["draft"]
    assert ask(client, "plans/draft/")["status"] == "draft"


def test_members_of_another_organisation_do_not(client: Client, draft: models.Plan) -> None:
    client.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    refusal(client, "plans/draft/", 404)


def test_administrators_read_everything(client: Client, draft: models.Plan) -> None:
    client.force_login(make.make_administrator())
    assert codes(client, "plans/") == ["draft"]


def test_strangers_see_verified_values_only(client: Client) -> None:
    make.make_observation(verified=False, period_end=make.date(2025, 12, 31), period_start=None)
    for query in ({}, {"status": "submitted"}, {"status": ["submitted", "returned", "verified"]}):
        assert rows(client, "observations/", **query) == []


def test_those_who_report_see_what_waits_when_they_ask_for_it(client: Client) -> None:
    body = make.make_organisation()
    days = {"period_end": make.date(2025, 12, 31), "period_start": None}
    waiting = make.make_observation(verified=False, reported_by=body, **days)
    client.force_login(make.make_member(body, Role.REPORTER))
    assert rows(client, "observations/") == []
    assert [row["id"] for row in rows(client, "observations/", status="submitted")] == [waiting.pk]


@pytest.mark.parametrize("path", ["", *(f"{shelf}/" for shelf in SHELVES), *PARTS, "plans/public/"])
def test_strangers_must_sign_in_where_nothing_is_public(client: Client, settings: object, path: str) -> None:
    settings.PUBLIC_READ = False
    make.make_plan(code="public")
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert answer.json()["type"] == "urn:policytracker:problem:not-signed-in"


def test_members_read_on_where_nothing_is_public(client: Client, settings: object) -> None:
    settings.PUBLIC_READ = False
    make.make_plan(code="public")
    client.force_login(make.make_member(make.make_organisation(), Role.VIEWER))
    assert codes(client, "plans/") == ["public"]


def test_schema_and_docs_are_open_to_all(client: Client, settings: object) -> None:
    settings.PUBLIC_READ = False
    assert client.get("/api/v1/schema/").status_code == 200
    assert client.get("/api/v1/docs/").status_code == 200
