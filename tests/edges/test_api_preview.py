"""The verdict for whoever brings the numbers along: no sign-in, no database, no float, and no way to bring it down."""

import json
from typing import Any

import pytest
from django.conf import settings as configured
from django.http import HttpResponse
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as any_

from targets.api.bodies import LARGEST_BODY
from targets.api.problems import MEDIA_TYPE
from targets.api.v1.preview import EXAMPLE
from targets.rules.verdicts.answer import answer_line, answer_to

ADDRESS = "/api/v1/assessments/preview/"
CASES = (configured.BASE_DIR / "tests/rules/data/verdict-cases.jsonl").read_text(encoding="utf-8").splitlines()


def send(client: Client, body: str | bytes, media_type: str = "application/json", **headers: str) -> HttpResponse:
    return client.generic("POST", ADDRESS, body, content_type=media_type, headers=headers)


def refused(client: Client, body: Any, status: int = 422, language: str = "en") -> dict[str, Any]:
    """The problem document that the body is answered with."""
    written = body if isinstance(body, str | bytes) else json.dumps(body)
    answer = send(client, written, **{"Accept-Language": language})
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, MEDIA_TYPE), answer.content.decode()
    return answer.json()


def changed(path: str, value: Any) -> dict[str, Any]:
    """The example with one value changed."""
    question = json.loads(json.dumps(EXAMPLE))
    *parents, last = path.split(".")
    place: Any = question
    for parent in parents:
        place = place[int(parent) if parent.isdigit() else parent]
    place[last] = value
    return question


def test_the_answer_is_the_one_of_the_command(client: Client) -> None:
    requests = [json.loads(line)["request"] for line in CASES[::8]]
    assert len(requests) > 20
    for request in requests:
        answer = send(client, json.dumps(request))
        assert (answer.status_code, answer.json()) == (200, answer_to(request))


def test_nobody_need_sign_in_and_nothing_is_read_or_set(settings: Any) -> None:
    settings.PUBLIC_READ = False  # and this test may not reach a database at all
    client = Client(enforce_csrf_checks=True)
    client.cookies["sessionid"] = "abcdefghijklmnopqrstuvwxyz012345"
    answer = send(client, json.dumps(EXAMPLE))
    assert (answer.status_code, answer.json()["light"]) == (200, "green")
    assert answer.cookies == {}


def test_numbers_are_read_and_written_exactly(client: Client) -> None:
    question = json.dumps(EXAMPLE).replace('"1300000"', "1300000.0000000001")
    answer = send(client, question).json()
    assert answer["value"] == "1300000.0000000001"
    assert all(isinstance(answer[name], str) for name in ("achieved_share", "gap_points", "forecast_value"))


@pytest.mark.parametrize(
    ("path", "value", "place", "code"),
    [
        ("target", None, "body.target", "missing"),
        ("target.lower", None, "body.target.lower", "missing"),
        ("target.lower", "much", "body.target.lower", "not_a_number"),
        ("target.lower", True, "body.target.lower", "wrong_type"),
        ("target.lower", "9" * 41, "body.target.lower", "number_too_long"),
        ("target.tolerance", "-1", "body.target.tolerance", "negative"),
        ("target.measure", "weight", "body.target.measure", "unknown_code"),
        ("target.colour", "red", "body.target.colour", "unknown_key"),
        ("target.deadline", "2025-01-01", "body.target.deadline", "dates_reversed"),
        ("target.milestones.0.date", "2028-02-30", "body.target.milestones.0.date", "not_a_date"),
        ("observations.0.period_end", 2026, "body.observations.0.period_end", "wrong_type"),
        ("observations", [{}] * 2001, "body.observations", "too_many"),
        ("policy", "yinchuan-style", "body.policy", "unknown_code"),
        ("policy", {"code": "长" * 201}, "body.policy.code", "too_long"),
        ("surprise", 1, "body.surprise", "unknown_key"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place_and_what_would_fit(
    client: Client, path: str, value: Any, place: str, code: str
) -> None:
    problem = refused(client, changed(path, value))
    assert problem["type"] == "urn:policytracker:problem:does-not-fit"
    [fault] = problem["errors"]
    assert (fault["path"], fault["code"]) == (place, code)
    assert fault["message"]
    assert fault["remedy"]


def test_what_would_fit_is_said_in_the_readers_language(client: Client) -> None:
    question = changed("indicator.accumulation", "pile")
    chinese, english = (refused(client, question, language=each)["errors"][0]["remedy"] for each in ("zh", "en"))
    assert chinese == "可用的有stock、annual_flow、cumulative、ratio、rank、stage。"
    assert english == "Known are stock, annual_flow, cumulative, ratio, rank, stage."


def test_bounds_in_the_wrong_order_are_refused(client: Client) -> None:
    question = changed("target.comparator", "between")
    question["target"]["upper"] = "1"
    assert refused(client, question)["errors"][0]["code"] == "bounds_reversed"


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"nonsense", b"{", b"\xff\xfe", b"[" * 200_000, b'{"target":' * 20_000, b"1e99999999999999999999"),
        *(b'{"\\ud800": 1}', b'{"policy": {"code": "\\udfff"}}', b"\xed\xa0\x80", '{"a": 1}'.encode("utf-16")),
    ],
)
def test_a_body_that_is_not_json_is_refused(client: Client, body: bytes) -> None:
    answer = send(client, body)
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    code = answer.json()["errors"][0]["code"]
    assert (answer.status_code, code) == ((400, "invalid_json") if body else (422, "missing"))


def test_a_key_that_stands_twice_is_refused(client: Client) -> None:
    problem = refused(client, '{"as_of": "2026-01-01", "as_of": "2027-01-01"}', 400)
    assert problem["type"] == "urn:policytracker:problem:bad-request"
    assert problem["errors"][0] == {
        "path": "body",
        "code": "duplicate_key",
        "message": "A key stands twice.",
        "remedy": "The key “as_of” may stand only once in an object.",
    }


@pytest.mark.parametrize("body", ["[]", "null", "1", '"text"', "true", "NaN", "-Infinity", "[{}]", "9" * 200_000])
def test_json_that_is_no_question_is_refused(client: Client, body: str) -> None:
    assert refused(client, body)["errors"][0] | {"message": "", "remedy": ""} == {
        "path": "body",
        "code": "wrong_type",
        "message": "",
        "remedy": "",
    }


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e31", "1e-31", "1e999999", "9" * 5000])
def test_absurd_numbers_are_refused_at_their_place(client: Client, number: str) -> None:
    body = json.dumps(EXAMPLE).replace('"1200000"', number)
    assert refused(client, body)["errors"][0]["path"] == "body.target.base_value"


def test_a_body_that_is_too_large_is_refused(client: Client) -> None:
    fitting = json.dumps(EXAMPLE).ljust(LARGEST_BODY)
    assert send(client, fitting).status_code == 200
    for body in (f"{fitting} ", "x" * 20_000_000):
        problem = refused(client, body, 413)
        assert problem["type"] == "urn:policytracker:problem:too-large"
        assert "262144" in problem["errors"][0]["message"]


def test_as_many_observations_as_are_taken_fit_into_a_body(client: Client) -> None:
    days = [f"{year}-{month:02}-15" for year in range(1800, 2000) for month in range(1, 11)]
    observations = [
        {"period_start": day, "period_end": day, "value": "1234567.89", "status": "verified"} for day in days
    ]
    body = json.dumps(changed("observations", observations))
    assert len(days) == 2000
    assert send(client, body).status_code == 200


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/xml", "multipart/form-data; boundary=x", "a/b/c", ""]
)
def test_other_forms_of_a_body_are_refused(client: Client, media_type: str) -> None:
    answer = send(client, json.dumps(EXAMPLE), media_type)
    assert (answer.status_code, answer.json()["type"]) == (415, "urn:policytracker:problem:unsupported-media-type")
    assert answer.json()["errors"][0]["path"] == "header.Content-Type"


def test_a_body_in_pieces_is_refused_and_not_taken_for_an_empty_one(client: Client) -> None:
    headers = {"Transfer-Encoding": "chunked", "Content-Type": "application/json"}
    answer = client.generic("POST", ADDRESS, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (411, "urn:policytracker:problem:length-required")


def test_a_charset_beside_the_form_is_passed_over(client: Client) -> None:
    assert send(client, json.dumps(EXAMPLE), "application/json; charset=utf-8").status_code == 200


@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete", "options"])
def test_it_takes_post_alone(client: Client, method: str) -> None:
    answer = getattr(client, method)(ADDRESS)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")


def test_it_takes_no_parameters(client: Client) -> None:
    answer = client.generic("POST", f"{ADDRESS}?as_of=2026-01-01", json.dumps(EXAMPLE), content_type="application/json")
    assert (answer.status_code, answer.json()["errors"][0]["path"]) == (400, "query.as_of")


PLAIN = any_.none() | any_.booleans() | any_.integers() | any_.floats() | any_.text(max_size=12)


@given(any_.recursive(PLAIN, lambda some: any_.lists(some) | any_.dictionaries(any_.text(max_size=12), some)))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_json_is_sent_is_no_fault_of_ours(client: Client, body: Any) -> None:
    answer = send(client, json.dumps(body))
    assert answer.status_code in (400, 422)
    assert answer.json()["errors"]


def test_a_line_of_the_command_and_a_body_are_read_alike(client: Client) -> None:
    body = json.dumps(EXAMPLE)
    assert send(client, body).json() == answer_line(body)
