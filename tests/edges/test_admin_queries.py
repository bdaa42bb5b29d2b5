"""Every page of the admin asks the database as often with a thousand rows of everything as with ten."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection
from django.test import Client
from django.urls import URLResolver, reverse

from targets.rules.terms import Role
from tests import make
from tests.many import Register, begin, grow

pytestmark = pytest.mark.django_db
FEW, MANY = 10, 1000

ONE = ("change", "history", "delete", "edit")
"""Views of one row, by the end of their name."""
OF_THE_PLAN = (
    *("archive", "duplicate", "guide_plan", "guide_targets", "guide_tree", "guide_values", "renumber", "values"),
    *("values_details", "values_review"),
)
WRITES = {
    *("login", "logout", "numbers", "view_on_site", "targets_savedfilter_keep", "targets_batch_undo"),
    "targets_token_revoke",
    *("targets_plan_add-node", "targets_plan_name-node", "targets_plan_publish", "targets_plan_restore"),
    *("targets_observation_verify", "targets_plan_values_check", "targets_organisation_values_check"),
    *("targets_target_propose", "targets_targetrevision_propose"),
}
"""Addresses that only take what is sent; their own tests count where that matters."""
REFUSING = ("add", "delete", "edit", "open", "review")
"""Views that lead on, or refuse, where a noun has no such page; all others must show theirs."""
OFFERING = {"targets_plan_guide"}
"""Pages that list ten rows to choose from, and let a thousand be found by typing, which asks less."""
OFFERED = {"target": "series", "task": "plan", "observation": "citation", "plan": "area", "series": "indicator"}
"""Rows offered while typing: the noun and the field that asks."""


def names() -> Iterator[str]:
    """All addresses of the admin that have a name, each once."""
    seen = set()
    waiting = list(admin.site.urls[0])
    while waiting:
        each = waiting.pop()
        if isinstance(each, URLResolver):
            waiting += each.url_patterns
        elif each.name and each.name not in seen:
            seen.add(each.name)
            yield each.name


def addresses(register: Register) -> dict[str, str]:
    """The pages to be opened, by what they are called here."""
    found: dict[str, str] = {}
    for name in sorted(set(names()) - WRITES):
        found |= _pages(name, register)
    return found


def _pages(name: str, register: Register) -> dict[str, str]:
    noun, _, view = name.removeprefix("targets_").partition("_")
    if not name.startswith("targets_"):
        return _of_the_site(name, register)
    if view == "changelist":
        page = reverse(f"admin:{name}")
        return {name: page, f"{name} found": f"{page}?q=%E5%8D%95%E4%BD%8D"}
    if view == "add":
        about = f"?target={register.target.pk}" if noun == "targetrevision" else f"?plan={register.plan.pk}"
        return {name: reverse(f"admin:{name}") + about}
    if view == "guide":
        return {name: reverse(f"admin:{name}")}
    row = register.row(noun)
    query = f"?node=task-{register.task.pk}" if view == "move" else ""
    if view == "values_details":
        query = f"?series={register.series.pk}&start=2026-01-01&end=2026-12-31"
    return {name: reverse(f"admin:{name}", args=[row.pk]) + query}


def _of_the_site(name: str, register: Register) -> dict[str, str]:
    if name == "autocomplete":
        page = reverse("admin:autocomplete")
        asked = "?app_label=targets&model_name={}&field_name={}&term=%E5%8C%BA%E5%9F%9F"
        return {f"offered {field}": page + asked.format(noun, field) for noun, field in OFFERED.items()}
    if name == "auth_user_password_change":
        return {name: reverse(f"admin:{name}", args=[register.user.pk])}
    return {name: reverse(f"admin:{name}", args=["targets"] if name == "app_list" else [])}


class Counter:
    """How often the database is asked; what it is asked is not kept, for there would be much of it."""

    times = 0

    def __call__(self, execute: Any, *asked: Any) -> Any:
        self.times += 1
        return execute(*asked)


def queries(desk: Client, pages: dict[str, str]) -> dict[str, int]:
    counts = {}
    for name, page in pages.items():
        counter = Counter()
        with connection.execute_wrapper(counter):
            answer = desk.get(page)
        allowed = (200, 302, 403) if name.endswith(REFUSING) else (200,)
        assert answer.status_code in allowed, f"{name}: {answer.status_code}"
        counts[name] = counter.times
    return counts


def narrowed(register: Register) -> dict[str, str]:
    """Lists as editors narrow them."""
    page = reverse("admin:targets_target_changelist")
    asked = {
        "light": "light=grey",
        "plan": f"plan__id__exact={register.plan.pk}",
        "organisation": f"plan__owner__id__exact={register.body.pk}",
        "deadline": "deadline=2030",
        "flag": "flag=any",
        "missing": "missing=verified",
        "whose": "whose=mine",
    }
    found = {f"targets by {name}": f"{page}?{query}" for name, query in asked.items()}
    waiting = reverse("admin:targets_observation_changelist") + "?status__exact=submitted"
    return found | {"values that wait": waiting, "values to verify": f"{waiting}&review=mine"}


def of_an_editor(pages: dict[str, str]) -> dict[str, str]:
    """The pages that an editor has open all day."""
    daily = ("index", "targets_plan_change", "targets_plan_values", "targets_target_change", "targets_plan_guide")
    return {name: page for name, page in pages.items() if name in daily or "changelist" in name}


@pytest.fixture
def register() -> Register:
    found = begin()
    grow(found, FEW)
    return found


def test_a_thousand_rows_cost_as_many_queries_as_ten(client: Client, register: Register) -> None:
    client.force_login(register.user)
    editor = Client()
    editor.force_login(make.make_member(register.body, Role.EDITOR))
    pages = addresses(register) | narrowed(register)
    seen_by = {client: pages, editor: of_an_editor(pages) | narrowed(register)}
    for who, theirs in seen_by.items():
        queries(who, theirs)  # what is read once for each process is read now
    few = [queries(who, theirs) for who, theirs in seen_by.items()]
    grow(register, MANY)
    many = [queries(who, theirs) for who, theirs in seen_by.items()]
    differ = [
        {name: (before[name], after[name]) for name in before if before[name] != after[name] and name not in OFFERING}
        for before, after in zip(few, many, strict=True)
    ]
    assert differ == [{}, {}]
    assert all(
        after[name] <= before[name] for before, after in zip(few, many, strict=True) for name in OFFERING & {*after}
    )


def test_page_two_costs_as_much_as_page_one_and_the_last_one_too(client: Client, register: Register) -> None:
    client.force_login(register.user)
    grow(register, 160)
    page = reverse("admin:targets_target_changelist")
    first, *others = (queries(client, {"page": f"{page}?p={number}"})["page"] for number in (1, 1, 2, 3))
    assert set(others) == {others[0]}
    assert first >= others[0]


def test_what_is_left_out_still_exists() -> None:
    assert set(names()) >= WRITES
