"""The OpenAPI document: complete, without doubts of its maker, in step with the answers and with docs/openapi.yaml."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings as configured
from django.core.management import call_command
from django.test import Client
from django.utils import translation
from jsonschema import Draft202012Validator, FormatChecker

from targets.api import schema
from targets.api.v1.preview import EXAMPLE
from targets.rules.terms import Role
from tests import make
from tests.edges.api import SHELVES, ask, fill_every_shelf, refusal
from tests.edges.judged import RED, YELLOW, make_judged

COMMITTED = Path(configured.BASE_DIR) / "docs/openapi.yaml"
RENEW = 'make manage ARGS="spectacular --file docs/openapi.yaml"'


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return json.loads(schema.document("application/vnd.oai.openapi+json"))


def validator(document: dict[str, Any], shape: dict[str, Any]) -> Draft202012Validator:
    whole = strict(shape | {"components": document["components"]})
    return Draft202012Validator(whole, format_checker=FormatChecker())


def strict(shape: Any) -> Any:
    """The same shape, with objects that may hold nothing but what is told; wholes made of several stay open."""
    if isinstance(shape, list):
        return [strict(each) for each in shape]
    if not isinstance(shape, dict):
        return shape
    closed = {} if "properties" not in shape or "additionalProperties" in shape else {"unevaluatedProperties": False}
    return {name: strict(each) for name, each in shape.items()} | closed


def answer_shape(document: dict[str, Any], path: str, status: str = "200", method: str = "get") -> dict[str, Any]:
    [content] = document["paths"][path][method]["responses"][status]["content"].values()
    return as_one(document, content["schema"])


def test_the_document_is_made_without_a_warning_and_is_the_committed_one(tmp_path: Path) -> None:
    made = tmp_path / "openapi.yaml"
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(made))
    assert made.read_bytes() == COMMITTED.read_bytes(), f"the API changed; renew its document: {RENEW}"


def test_the_served_document_is_the_committed_one(client: Client) -> None:
    assert client.get("/api/v1/schema/").content == COMMITTED.read_bytes()
    as_json = client.get("/api/v1/schema/", headers={"Accept": "application/json"})
    assert as_json.json() == yaml.safe_load(COMMITTED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_document_is_the_same_in_every_language(language: str) -> None:
    schema.document.cache_clear()
    with translation.override(language):
        assert schema.document("application/vnd.oai.openapi") == COMMITTED.read_bytes()


def test_the_document_says_that_it_is_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")


@pytest.mark.django_db
@pytest.mark.parametrize("shelf", SHELVES)
def test_answers_are_shaped_as_the_document_says(client: Client, document: dict[str, Any], shelf: str) -> None:
    fill_every_shelf()
    page = ask(client, f"{shelf}/")
    assert page["results"]
    validator(document, answer_shape(document, f"/api/v1/{shelf}/")).validate(page)
    for row in page["results"]:
        one = ask(client, row["url"])
        validator(document, answer_shape(document, f"/api/v1/{shelf}/{{key}}/")).validate(one)


@pytest.mark.django_db
@pytest.mark.parametrize("shelf", ["plans", "organisations", "areas"])
@pytest.mark.parametrize("rule", ["worst_of", "weighted_mean", "counts"])
def test_summaries_are_shaped_as_the_document_says(
    client: Client, document: dict[str, Any], shelf: str, rule: str
) -> None:
    make.make_policy(code="default", rollup=rule)
    task, body, area = make.make_task(number="一"), make.make_organisation(), make.make_area()
    for value in (RED, None):
        for scope in ({"organisation": body}, {"area": area}):
            make_judged(value, task=task, **scope)
    code = {"plans": task.plan.code, "organisations": body.code, "areas": area.code}[shelf]
    shown = ask(client, f"{shelf}/{code}/summary/")
    assert (shown["rule"], shown["deciding"] is None) == (rule, False)
    validator(document, answer_shape(document, f"/api/v1/{shelf}/{{key}}/summary/")).validate(shown)


@pytest.mark.django_db
@pytest.mark.parametrize("value", [YELLOW, None])
def test_assessments_are_shaped_as_the_document_says(
    client: Client, document: dict[str, Any], value: int | None
) -> None:
    target = make_judged(value)
    make.make_milestone(target, value=Decimal(50))
    shown = ask(client, f"targets/{target.pk}/assessment/?include=provisional&policy=un-2022")
    validator(document, answer_shape(document, "/api/v1/targets/{key}/assessment/")).validate(shown)


PREVIEW = "/api/v1/assessments/preview/"


def test_previews_are_shaped_as_the_document_says(client: Client, document: dict[str, Any]) -> None:
    asked = document["paths"][PREVIEW]["post"]["requestBody"]["content"]["application/json"]
    for body, status in ((EXAMPLE, 200), (EXAMPLE | {"policy": {"method": "un-2023"}}, 200), ({}, 422)):
        assert validator(document, asked["schema"]).is_valid(body) == (status == 200)
        answer = client.post(PREVIEW, body, "application/json")
        assert answer.status_code == status
        validator(document, answer_shape(document, PREVIEW, str(status), "post")).validate(answer.json())
    assert asked["examples"]["fixture"]["value"] == EXAMPLE


def test_every_case_of_the_rule_is_a_question_that_the_document_allows(document: dict[str, Any]) -> None:
    asked = document["paths"][PREVIEW]["post"]["requestBody"]["content"]["application/json"]["schema"]
    checked = validator(document, asked)
    lines = (
        (Path(configured.BASE_DIR) / "tests/rules/data/verdict-cases.jsonl").read_text(encoding="utf-8").splitlines()
    )
    for case in map(json.loads, lines):
        checked.validate(case["request"])


def as_one(document: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    """The shape; where it is made of two, the properties of both in one."""
    if not all("$ref" in part for part in shape.get("allOf", [{}])):
        return shape
    parts = [document["components"]["schemas"][part["$ref"].rsplit("/", 1)[1]] for part in shape["allOf"]]
    return {
        "type": "object",
        "required": [name for part in parts for name in part["required"]],
        "properties": {name: each for part in parts for name, each in part["properties"].items()},
    }


@pytest.mark.django_db
def test_problems_are_shaped_as_the_document_says(client: Client, document: dict[str, Any]) -> None:
    for path, status in (("plans/?colour=red", 400), ("plans/nosuch/", 404)):
        shape = answer_shape(document, "/api/v1/plans/{key}/", str(status))
        validator(document, shape).validate(refusal(client, path, status))


@pytest.mark.django_db
@pytest.mark.parametrize("shelf", SHELVES)
def test_every_parameter_is_told_and_every_told_one_is_taken(
    client: Client, document: dict[str, Any], shelf: str
) -> None:
    operation = document["paths"][f"/api/v1/{shelf}/"]["get"]
    told = {each["name"] for each in operation["parameters"] if each["in"] == "query"}
    assert all(each["description"] for each in operation["parameters"])
    known = refusal(client, f"{shelf}/?zzzzzz=1", **{"Accept-Language": "en"})["errors"][0]["remedy"]
    assert set(known.removeprefix("Known here are: ").removesuffix(".").split(", ")) == told


def test_every_property_says_what_it_means(document: dict[str, Any]) -> None:
    silent = [
        f"{name}.{field}"
        for name, shape in document["components"]["schemas"].items()
        for field, each in shape.get("properties", {}).items()
        if not (each.get("description") or "$ref" in each or any("$ref" in part for part in each.get("oneOf", [])))
    ]
    assert [each for each in silent if not each.endswith(".results")] == []


def test_every_operation_names_its_problems(document: dict[str, Any]) -> None:
    for path, method, operation in operations(document):
        found = {"404"} if "{key}" in path else set()
        personal = {"403"} if path.startswith(("/api/v1/me/", "/api/v1/tokens/")) else set()
        expected = {"200", "400", "401", "406", "500", "503"} | found | personal
        if path == PREVIEW:
            expected = {"200", "400", "406", "411", "413", "415", "422", "500"}
        elif method == "post":
            expected = {"201", "400", "401", "403", "406", "411", "413", "415", "422", "500", "503"} | found
        elif method == "delete":
            expected = {"204", "400", "401", "403", "406", "500", "503"} | found
        assert operation["responses"].keys() == expected, (method, path)


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every operation with its address and its method."""
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_operation_says_who_may_call_it(document: dict[str, Any]) -> None:
    known = set(document["components"]["securitySchemes"])
    for path, method, operation in operations(document):
        named = {name for way in operation["security"] for name in way}
        assert named <= known == {"token", "session"}, (method, path)


@pytest.mark.django_db
def test_tokens_and_profile_are_shaped_as_the_document_says(client: Client, document: dict[str, Any]) -> None:
    client.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    plan = make.make_plan(code="one")
    shelf = "/api/v1/tokens/"
    made = client.post(shelf, {"name": "load", "plans": [plan.code]}, "application/json").json()
    validator(document, answer_shape(document, shelf, "201", "post")).validate(made)
    validator(document, answer_shape(document, shelf)).validate(ask(client, "tokens/"))
    validator(document, answer_shape(document, f"{shelf}{{key}}/")).validate(ask(client, made["url"]))
    for headers in ({}, {"Authorization": f"Bearer {made['token']}"}):
        validator(document, answer_shape(document, "/api/v1/me/")).validate(ask(client, "me/", **headers))


def test_every_operation_has_its_own_name(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for each in document["paths"].values() for operation in each.values()]
    assert len(set(names)) == len(names)
    assert {"targets_assessment", "plans_summary", "assessments_preview", "assessment_policies_list"} <= set(names)


def test_examples_are_shaped_as_the_document_says(document: dict[str, Any]) -> None:
    for path, _method, operation in operations(document):
        contents = [each for answer in operation["responses"].values() for each in answer.get("content", {}).values()]
        for content in contents:
            checked = validator(document, as_one(document, content["schema"]))
            for example in content.get("examples", {}).values():
                assert checked.is_valid(example["value"]), path
