"""Errors of the API: problem documents with a lasting type, in the reader's language, whatever is thrown at it."""

from typing import Any

import pytest
from django.test import Client

from targets.api.problems import MEDIA_TYPE, Kind
from targets.api.v1.targets import TargetFilters
from tests.edges.api import SHELVES, ask, refusal
from tests.edges.judged import RED, make_judged

pytestmark = pytest.mark.django_db
HOSTILE = (
    *(
        "%00",
        "a%00b",
        "%ff%fe",
        "%ED%A0%80",
        "%F4%90%80%80",
        "%E2%80%AE",
        "%0d%0aX: y",
        "'%22;--",
        "%25s%25n",
        "{{7*7}}",
    ),
    *(
        "9" * 400,
        "-1",
        "1e400",
        "NaN",
        "0x10",
        "٣",
        "Ⅷ",
        "²",
        "None",
        "null",
        "true",
        "[]",
        "a[b]=c",
        "..%2f..%2fetc",
        "x" * 5000,
    ),
)


def test_an_unknown_address_is_a_problem_document(client: Client) -> None:
    for path in (
        "/api/",
        "/api/v1/nothing/",
        "/api/v1/plans/nosuch/",
        "/api/v1/targets/0/",
        "/api/v1/plans/a/b/c/",
        "/api/v2/",
    ):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Content-Type"]) == (404, MEDIA_TYPE)
        assert answer.json()["type"] == "urn:policytracker:problem:not-found"


def test_elsewhere_an_unknown_address_is_a_page(client: Client) -> None:
    answer = client.get("/nothing/")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_a_method_that_is_not_taken_is_named_with_those_that_are(client: Client, method: str) -> None:
    for path in ("/api/v1/plans/", "/api/v1/", "/api/v1/schema/"):
        answer = getattr(client, method)(path)
        assert (answer.status_code, answer.headers["Content-Type"]) == (405, MEDIA_TYPE)
        assert answer.headers["Allow"] == "GET, HEAD"
        assert answer.json()["type"] == "urn:policytracker:problem:method-not-allowed"


@pytest.mark.parametrize(
    "accept", ["text/csv", "application/xml", "image/*", "application/json;indent=x, text/plain;q=9"]
)
def test_accept_is_answered_or_refused_and_never_a_fault(client: Client, accept: str) -> None:
    answer = client.get("/api/v1/plans/", headers={"Accept": accept})
    assert answer.status_code in (200, 406)
    if answer.status_code == 406:
        assert answer.json()["errors"][0]["path"] == "header.Accept"


@pytest.mark.parametrize(
    "accept", ["", "garbage", ";;;", "/", "*", "a/b/c", "é/é", "application/json;q=NaN", "," * 500]
)
def test_a_broken_accept_is_no_fault_of_ours(client: Client, accept: str) -> None:
    assert client.get("/api/v1/plans/", headers={"Accept": accept}).status_code < 500


def test_schema_is_refused_in_a_form_it_does_not_have(client: Client) -> None:
    assert refusal(client, "schema/", 406, Accept="text/html")["type"] == "urn:policytracker:problem:not-acceptable"


def test_the_words_follow_the_language_and_the_type_does_not(client: Client) -> None:
    chinese, english = (refusal(client, "plans/nosuch/", 404, **{"Accept-Language": lang}) for lang in ("zh", "en"))
    assert english["title"] == "There is nothing at this address that you may see."
    assert chinese["type"] == english["type"]
    answer = client.get("/api/v1/plans/nosuch/")
    assert answer.headers["Content-Language"] == "zh-hans"
    assert (
        client.get("/api/v1/plans/nosuch/", headers={"Accept-Language": "fr"}).headers["Content-Language"] == "zh-hans"
    )


@pytest.mark.parametrize(
    "lang", ["", "*", "zh-hant-x-" + "y" * 900, ";q=", "en;q=abc", "\x7f", "🙂".encode().decode("latin-1")]
)
def test_a_broken_language_wish_is_passed_over(client: Client, lang: str) -> None:
    refusal(client, "plans/nosuch/", 404, **{"Accept-Language": lang})


@pytest.mark.parametrize("text", HOSTILE)
def test_no_value_of_any_parameter_brings_it_down(client: Client, text: str) -> None:
    for name in (*TargetFilters.known(), "cursor", "page_size", "as_of", "known_at", text):
        assert client.get(f"/api/v1/targets/?{name}={text}").status_code in (200, 400), name


@pytest.mark.parametrize("shelf", SHELVES)
def test_no_address_of_a_row_brings_it_down(client: Client, shelf: str) -> None:
    for text in HOSTILE:
        assert client.get(f"/api/v1/{shelf}/{text}/").status_code in (301, 400, 404), text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_question_about_verdicts_brings_it_down(client: Client, text: str) -> None:
    target = make_judged(RED)
    for path in (f"targets/{target.pk}/assessment/", f"plans/{target.plan.code}/summary/"):
        for name in ("as_of", "known_at", "policy", "include", text):
            assert client.get(f"/api/v1/{path}?{name}={text}").status_code in (200, 400), name
    for shelf, part in (
        ("plans", "summary"),
        ("organisations", "summary"),
        ("areas", "summary"),
        ("targets", "assessment"),
    ):
        assert client.get(f"/api/v1/{shelf}/{text}/{part}/").status_code in (301, 400, 404), shelf


@pytest.mark.parametrize("path", ["/api/v1/plans/%00/", "/api/v1/plans/?q=%00", "/api/v1/plans/?%00=1", "/api/%00"])
def test_a_nul_character_is_named(client: Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, MEDIA_TYPE)
    assert answer.json()["errors"][0]["code"] == "nul"


def test_a_value_that_is_not_utf_8_is_named(client: Client) -> None:
    assert refusal(client, "plans/?q=%ff")["errors"][0]["code"] == "encoding"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"{", "application/json"),
        (b'{"a": "\\u0000"}', "application/json"),
        (b"[" * 100_000, "application/json"),
        (b"x" * 6_000_000, "application/octet-stream"),
        (b"\xff\xfe", "text/plain"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
    ],
)
def test_a_body_where_none_is_read_changes_nothing(client: Client, body: bytes, media_type: str) -> None:
    assert client.generic("GET", "/api/v1/plans/", body, content_type=media_type).status_code == 200
    assert client.generic("POST", "/api/v1/plans/", body, content_type=media_type).status_code == 405


def test_thousands_of_parameters_are_refused(client: Client) -> None:
    query = "&".join(f"p{number}=1" for number in range(5000))
    assert refusal(client, f"plans/?{query}")["type"] == "urn:policytracker:problem:bad-request"


def test_a_foreign_host_is_refused_in_the_same_shape(client: Client) -> None:
    answer = client.get("/api/v1/plans/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, MEDIA_TYPE)


def test_a_fault_of_ours_says_nothing_of_its_inside(settings: Any) -> None:
    settings.ROOT_URLCONF = "tests.edges.faulty_urls"
    answer = Client(raise_request_exception=False).get("/api/v1/faulty/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (500, MEDIA_TYPE)
    assert answer.json()["type"] == "urn:policytracker:problem:internal-fault"
    assert "secret" not in answer.content.decode()


def test_every_answer_carries_the_id_of_its_request(client: Client) -> None:
    assert client.get("/api/v1/plans/nosuch/", headers={"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"


def test_types_of_problems_are_told_apart() -> None:
    assert len({kind.type for kind in Kind}) == len(Kind)


def test_an_address_without_its_last_slash_leads_on(client: Client) -> None:
    answer = client.get("/api/v1/plans?demo=true")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/api/v1/plans/?demo=true")
    ask(client, "/api/v1/plans/?demo=true")
