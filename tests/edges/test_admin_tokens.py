"""Tokens in the admin: made by their owner, shown once, revoked at the press of a button."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from targets.models import Token
from targets.queries.days import today
from targets.rules.terms import PlanStatus, Role
from targets.services import tokens
from tests import make

pytestmark = pytest.mark.django_db
LIST, ADD = reverse("admin:targets_token_changelist"), reverse("admin:targets_token_add")


@pytest.fixture
def office() -> Any:
    return make.make_organisation()


@pytest.fixture
def desk(client: Client, office: Any) -> Client:
    client.force_login(make.make_member(office, Role.VIEWER, username="clerk"))
    client.cookies["django_language"] = "en"
    return client


def fill_in(**changes: Any) -> dict[str, Any]:
    return {"name": "dashboard", "scope": "read", "last_day": str(today() + timedelta(days=30))} | changes


def test_it_is_shown_once_and_opens_the_door(desk: Client) -> None:
    answer = desk.post(ADD, fill_in())
    secret = answer.context["secret"]
    assert f'value="{secret}"' in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert tokens.bearer(secret.encode(), at=timezone.now()) == Token.objects.get()
    for page in (LIST, reverse("admin:targets_token_change", args=[Token.objects.get().pk])):
        told = desk.get(page).content.decode()
        assert "dashboard" in told
        assert secret[:8] in told
        assert secret not in told


def test_it_holds_through_its_last_day_and_no_longer(desk: Client) -> None:
    desk.post(ADD, fill_in(last_day="2027-01-31"))
    end = timezone.localtime(Token.objects.get().expires_at)
    assert str(end) == "2027-02-01 00:00:00+08:00"


def test_its_owner_names_plans_that_they_see(desk: Client, office: Any) -> None:
    own = make.make_plan(owner=office, status=PlanStatus.DRAFT)
    hidden = make.make_plan(owner=make.make_organisation(), status=PlanStatus.DRAFT)
    assert "plans" in desk.post(ADD, fill_in(plans=[hidden.pk])).context["adminform"].form.errors
    desk.post(ADD, fill_in(plans=[own.pk]))
    assert Token.objects.get().plan_ids == [own.pk]
    assert str(own) in desk.get(reverse("admin:targets_token_change", args=[Token.objects.get().pk])).content.decode()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 101}, "name"),
        ({"scope": "all"}, "scope"),
        ({"last_day": ""}, "last_day"),
        ({"last_day": "2020-01-01"}, "last_day"),
        ({"last_day": "2999-01-01"}, "last_day"),
        ({"last_day": "9999-12-31"}, "last_day"),
        ({"plans": ["x"]}, "plans"),
        ({"plans": ["9" * 30]}, "plans"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_told_at_its_field(desk: Client, changes: dict[str, Any], field: str) -> None:
    answer = desk.post(ADD, fill_in(**changes))
    assert answer.status_code == 200
    assert list(answer.context["adminform"].form.errors) == [field]
    assert not Token.objects.exists()


def test_a_second_one_of_the_same_name_is_refused_in_words(desk: Client) -> None:
    desk.post(ADD, fill_in())
    answer = desk.post(ADD, fill_in())
    assert "You have a token of this name" in answer.content.decode()
    assert Token.objects.count() == 1


def test_it_is_revoked_at_the_press_of_a_button(desk: Client) -> None:
    secret = desk.post(ADD, fill_in()).context["secret"]
    page = reverse("admin:targets_token_change", args=[Token.objects.get().pk])
    assert ">Revoke<" in desk.get(page).content.decode()
    revoke = reverse("admin:targets_token_revoke", args=[Token.objects.get().pk])
    desk.get(revoke)
    assert Token.objects.get().revoked_at is None
    desk.post(revoke)
    assert tokens.bearer(secret.encode(), at=timezone.now()) is None
    told = desk.get(page).content.decode()
    assert "revoked" in told
    assert ">Revoke<" not in told


def test_the_tokens_of_others_are_neither_listed_nor_revoked_but_by_administrators(desk: Client) -> None:
    token, _secret = make.make_token(name="of another")
    revoke = reverse("admin:targets_token_revoke", args=[token.pk])
    assert "of another" not in desk.get(LIST).content.decode()
    assert desk.post(revoke).status_code == 404
    desk.force_login(make.make_administrator())
    assert "of another" in desk.get(LIST).content.decode()
    desk.post(revoke)
    token.refresh_from_db()
    assert token.revoked_at
