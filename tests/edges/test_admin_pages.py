"""Every page of every noun opens for an administrator; a new noun is covered as soon as it is registered."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import ResponsibilityRole, Role
from targets.services import records, tasks
from tests import make
from tests.edges.home import number

pytestmark = pytest.mark.django_db
NOUNS = [model for model in admin.site._registry if model._meta.app_label == "targets"]
WITHIN_ANOTHER_PAGE = {
    *(models.AreaPart, models.Assessment, models.AssessmentChange, models.AssessmentRun),
    models.SearchEntry,
}
NEVER_EDITED = {models.Observation, models.AssessmentPolicy, models.Batch, models.Token}
NEVER_ADDED = {models.SavedFilter, models.Batch}
"""They come to be above a list, and by what is done to its rows."""


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    return client


def one_of_each() -> dict[Any, Any]:
    """A row of every noun, each tied to the others."""
    place = make.make_citation(story="S6", lines="138")
    body, area = make.make_organisation(), make.make_area(citation=place)
    records.create(models.AreaPart(whole=make.make_area(kind="composed"), part=area), by=None)
    plan = make.make_plan(issuer=body, owner=body, area=area, citation=place, flags=["summary_only"], stated_count=25)
    task = make.make_task(plan, number="五", group="产业", citation=place)
    target = make.make_target(task=task, says={"citation": place, "flags": ["scope_unclear"]})
    tasks.tell(models.Update(task=task, day=date(2026, 5, 1), progress="已开工"), by=None)
    part = models.Responsibility(organisation=body, task=task, role=ResponsibilityRole.LEAD)
    records.create(part, by=None)
    make.make_milestone(target)
    make.make_observation(target.series, citation=place)
    make.make_policy(plan=plan)
    member = make.make_member(body, Role.EDITOR)
    models.SavedFilter.objects.create(owner=member, noun="plan", name="草稿")
    make.make_token(member)
    models.Batch.objects.create(verb="publish", noun="plan", by=member, rows=[plan.pk])
    return {noun: noun._default_manager.first() for noun in NOUNS}


def test_every_model_of_the_register_has_its_pages() -> None:
    kept = [model for model in apps.get_app_config("targets").get_models() if not model.__name__.endswith("Event")]
    assert set(kept) - WITHIN_ANOTHER_PAGE == set(NOUNS)


def test_every_list_opens_and_can_be_searched(desk: Client) -> None:
    one_of_each()
    for noun in NOUNS:
        page = reverse(f"admin:targets_{noun._meta.model_name}_changelist")
        assert desk.get(page).status_code == 200, page
        assert desk.get(page, {"q": "整车"}).status_code == 200, page


def test_every_row_opens_for_reading_editing_and_history(desk: Client) -> None:
    for noun, row in one_of_each().items():
        pages = [url(noun, "change", row), url(noun, "history", row), url(noun, "change", row) + "?_popup=1"]
        if admin.site.get_model_admin(noun).page_template and noun not in NEVER_EDITED:
            pages.append(url(noun, "edit", row))
        for page in pages:
            assert desk.get(page).status_code == 200, page


def test_every_form_for_a_new_row_opens(desk: Client) -> None:
    rows = one_of_each()
    for noun in set(NOUNS) - NEVER_ADDED:
        given = {"target": rows[models.Target].pk} if noun is models.TargetRevision else {}
        assert desk.get(url(noun, "add"), given).status_code == 200, noun


def test_pages_open_in_english_too(desk: Client) -> None:
    desk.cookies["django_language"] = "en"
    for noun, row in one_of_each().items():
        for page in (url(noun, "changelist"), url(noun, "change", row)):
            assert desk.get(page).status_code == 200, page


def test_every_filter_of_every_list_can_be_used(desk: Client) -> None:
    one_of_each()
    for noun in NOUNS:
        page = url(noun, "changelist")
        for spec in desk.get(page).context["cl"].filter_specs:
            options = getattr(spec, "lookup_choices", None)
            for name in spec.expected_parameters():
                value = next((value for value, _name in options or () if value), "1")
                answer = desk.get(page, {name: value})
                assert answer.status_code == 200, (page, name)


def url(noun: Any, word: str, row: Any = None) -> str:
    return reverse(f"admin:targets_{noun._meta.model_name}_{word}", args=[row.pk] if row else [])


def test_the_home_page_counts_and_links(desk: Client) -> None:
    one_of_each()
    page = desk.get(reverse("admin:index"))
    assert page.status_code == 200
    for address in ("?missing=base", "?deadline=none", "?flag=any", "?status__exact=submitted"):
        assert address in page.content.decode()


def test_the_figures_of_the_home_page_leave_the_demonstration_out(desk: Client) -> None:
    real, demo = make.make_target(), make.make_target(make.make_plan(code="demo-plan"))
    make.make_observation(real.series, verified=False)
    make.make_observation(make.make_series(code="demo-series"), verified=False)
    assert demo.is_demo
    counted = {"plans": 1, "targets": 1, "waiting": 1, "base": 1, "flagged": 0, "undated": 0}
    assert {name: number(desk, name) for name in counted} == counted
    assert len(desk.get(reverse("admin:index")).context["plans"]) == 2


def test_an_empty_register_says_how_to_begin(desk: Client) -> None:
    desk.cookies["django_language"] = "en"
    assert "There is no plan yet" in desk.get(reverse("admin:index")).content.decode()


def test_what_is_only_read_is_shown_as_people_write_it(desk: Client) -> None:
    target = make.make_target(says={"flags": ["scope_unclear"]})
    page = desk.get(url(models.TargetRevision, "change", target.revisions.get())).content.decode()
    assert "2,000,000" in page
    assert "范围未写明" in page
    assert ".0000" not in page
    assert "scope_unclear" not in page
