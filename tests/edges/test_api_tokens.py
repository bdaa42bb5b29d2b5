"""Programs sign in with tokens: made with a session, told once, limited, and ended at once."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from targets.models import Token
from targets.rules.terms import PlanStatus, Role
from targets.services import tokens
from tests import make
from tests.edges.api import ask, codes, refusal

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/tokens/"


@pytest.fixture
def office() -> Any:
    return make.make_organisation(code="office")


@pytest.fixture
def desk(client: Client, office: Any) -> Client:
    client.force_login(make.make_member(office, Role.EDITOR, username="clerk"))
    return client


def bearing(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}


def make_one(desk: Client, status: int = 201, **body: Any) -> dict[str, Any]:
    answer = desk.post(ADDRESS, {"name": "dashboard"} | body, "application/json")
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def test_a_token_made_with_a_session_lets_a_program_in_as_its_owner(desk: Client, office: Any) -> None:
    make.make_plan(code="draft", status=PlanStatus.DRAFT, owner=office)
    made = make_one(desk, scope="read")
    assert codes(Client(), "plans/") == []
    assert codes(Client(headers=bearing(made["token"])), "plans/") == ["draft"]
    me = ask(Client(), "me/", **bearing(made["token"]))
    assert (me["username"], me["roles"][0]["organisation"]["code"], me["roles"][0]["role"]) == (
        "clerk",
        "office",
        "editor",
    )
    assert (me["token"]["name"], me["token"]["scope"], me["token"]["plans"]) == ("dashboard", "read", None)


def test_it_is_told_once(desk: Client) -> None:
    made = make_one(desk)
    answer = desk.get(made["url"])
    assert made["token"] not in answer.content.decode()
    assert answer.json() == {name: value for name, value in made.items() if name != "token"}
    assert answer.json()["begins_with"] == made["token"][:8]


def test_it_opens_the_plans_it_names_and_no_other(desk: Client, office: Any) -> None:
    for code in ("one", "two"):
        task = make.make_task(make.make_plan(code=code, owner=office))
        make.make_target(task=task)
    secret = make_one(desk, plans=["one"])["token"]
    program = Client(headers=bearing(secret))
    assert codes(program, "plans/") == ["one"]
    assert {row["plan"]["code"] for row in ask(program, "targets/")["results"]} == {"one"}
    assert len(ask(program, "series/")["results"]) == len(ask(program, "tasks/")["results"]) == 1
    assert refusal(program, "plans/two/", 404)["type"].endswith("not-found")
    assert codes(program, "organisations/") == ["office"]
    assert [plan["code"] for plan in ask(program, "me/")["token"]["plans"]] == ["one"]


def test_its_last_use_is_shown(desk: Client) -> None:
    made = make_one(desk)
    assert made["used_at"] is None
    ask(Client(), "plans/", **bearing(made["token"]))
    assert ask(desk, made["url"])["used_at"] is not None


def test_it_is_revoked_at_once_and_stays_in_the_list(desk: Client) -> None:
    made = make_one(desk)
    assert desk.delete(made["url"]).status_code == 204
    problem = refusal(Client(), "plans/", 401, **bearing(made["token"]))
    assert problem["errors"][0]["path"] == "header.Authorization"
    [listed] = ask(desk, "tokens/")["results"]
    assert listed["revoked_at"]


@pytest.mark.parametrize("secret", ["", "pt_unknown", "pt_" + "x" * 43, "a b", "令牌".encode().decode("latin-1")])
def test_a_token_that_opens_nothing_is_refused_where_everything_is_public(client: Client, secret: str) -> None:
    answer = client.get("/api/v1/plans/", headers=bearing(secret))
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_an_expired_token_is_refused(client: Client) -> None:
    token, secret = make.make_token(at=timezone.now() - timedelta(days=31))
    assert token.expires_at < timezone.now()
    refusal(client, "me/", 401, **bearing(secret))


def test_no_token_makes_reads_or_revokes_tokens(desk: Client) -> None:
    made = make_one(desk, scope="write")
    program = Client(headers=bearing(made["token"]))
    refusal(program, "tokens/", 403)
    assert program.post(ADDRESS, {"name": "another"}, "application/json").status_code == 403
    assert program.delete(made["url"]).status_code == 403
    assert Token.objects.get().revoked_at is None


def test_strangers_have_no_tokens_and_no_profile(client: Client) -> None:
    for path in ("tokens/", "me/"):
        refusal(client, path, 401)
    assert client.post(ADDRESS, {"name": "x"}, "application/json").status_code == 401


def test_the_tokens_of_others_do_not_exist(desk: Client) -> None:
    other, _secret = make.make_token()
    assert ask(desk, "tokens/")["results"] == []
    refusal(desk, f"tokens/{other.pk}/", 404)
    assert desk.delete(f"{ADDRESS}{other.pk}/").status_code == 404


def test_a_form_of_another_site_cannot_make_one(office: Any) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make.make_member(office, Role.EDITOR))
    answer = browser.post(ADDRESS, {"name": "x"}, "application/json")
    assert (answer.status_code, Token.objects.count()) == (403, 0)


@pytest.mark.parametrize(
    ("body", "path", "code"),
    [
        ({}, "body.name", "required"),
        ({"name": ""}, "body.name", "blank"),
        ({"name": "x\0"}, "body.name", "null_characters_not_allowed"),
        ({"name": 7}, "body.name", "invalid"),
        ({"name": "x" * 101}, "body.name", "max_length"),
        ({"name": "x", "scope": "all"}, "body.scope", "unknown_code"),
        ({"name": "x", "scope": ["read"]}, "body.scope", "unknown_code"),
        ({"name": "x", "scop": "read"}, "body.scop", "unknown_key"),
        ({"name": "x", "plans": []}, "body.plans", "empty"),
        ({"name": "x", "plans": ["nosuch"]}, "body.plans.0", "unknown_code"),
        ({"name": "x", "plans": [{}]}, "body.plans.0", "wrong_type"),
        ({"name": "x", "plans": [0.5]}, "body.plans.0", "wrong_type"),
        ({"name": "x", "plans": [-1]}, "body.plans.0", "wrong_type"),
        ({"name": "x", "plans": [True]}, "body.plans.0", "wrong_type"),
        ({"name": "x", "plans": "office"}, "body.plans", "not_a_list"),
        ({"name": "x", "expires_at": "soon"}, "body.expires_at", "invalid"),
        ({"name": "x", "expires_at": "2020-01-01T00:00:00Z"}, "body.expires_at", "too_early"),
        ({"name": "x", "expires_at": "2999-01-01T00:00:00Z"}, "body.expires_at", "too_late"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_named_with_its_place(desk: Client, body: Any, path: str, code: str) -> None:
    answer = desk.post(ADDRESS, body, "application/json", headers={"Accept-Language": "en"})
    assert answer.status_code == 422, answer.content.decode()
    [fault] = answer.json()["errors"]
    assert (fault["path"], fault["code"]) == (path, code)
    assert fault["message"]
    assert fault["remedy"]
    assert not Token.objects.exists()


def test_all_that_does_not_fit_is_told_at_once(desk: Client) -> None:
    told = make_one(desk, 422, name="", scope="all", colour="red")
    assert {fault["path"] for fault in told["errors"]} == {"body.name", "body.scope", "body.colour"}


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"7", b"null", b'{"name": "a", "name": "b"}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_object_is_refused(desk: Client, body: bytes) -> None:
    answer = desk.generic("POST", ADDRESS, body, "application/json")
    assert answer.status_code in (400, 422), answer.content.decode()
    assert answer.json()["errors"][0]["path"] in ("body", "body.name")


@pytest.mark.parametrize("number", ["1E+999999", "1E-999999", "NaN", "Infinity", "-Infinity", "9" * 4000])
def test_no_number_is_a_fault_of_the_server_nor_takes_long(desk: Client, number: str) -> None:
    answer = desk.generic("POST", ADDRESS, f'{{"name": "x", "plans": [{number}]}}', "application/json")
    assert answer.status_code == 422, answer.content.decode()
    assert answer.json()["errors"][0]["path"] == "body.plans.0"


def test_the_number_of_queries_does_not_rise_with_the_number_of_tokens(desk: Client, office: Any) -> None:
    from tests.edges.api import count_queries

    plans = [make.make_plan(owner=office).pk for _each in range(3)]
    owner = make.User.objects.get(username="clerk")
    make.make_token(owner, plan_ids=plans[:1])
    few = count_queries(desk, "tokens/")
    for _each in range(12):
        make.make_token(owner, plan_ids=plans)
    assert count_queries(desk, "tokens/") == few


def test_a_write_token_needs_no_token_against_forged_forms(desk: Client) -> None:
    made = make_one(desk, scope="write")
    program = Client(enforce_csrf_checks=True, headers=bearing(made["token"]))
    assert program.delete(made["url"]).status_code == 403
    assert tokens.bearer(made["token"].encode(), at=timezone.now()) is not None
