"""How the OpenAPI document is made: parameters as they are checked, and every problem an operation may answer."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from django.utils import translation
from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerFieldExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema as FrameworkSchema
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from rest_framework import serializers

from targets.api.problems import MEDIA_TYPE, PHRASES, Fault, Kind, Problem
from targets.rules.terms import Flag, Term

ANSWERED = {
    400: (Kind.BAD_PARAMETER, Kind.BAD_CURSOR, Kind.BAD_REQUEST),
    401: (Kind.NOT_SIGNED_IN,),
    404: (Kind.NOT_FOUND, Kind.NOT_IN_FORCE),
    406: (Kind.NOT_ACCEPTABLE,),
    500: (Kind.FAULT,),
    503: (Kind.DATABASE_AWAY,),
}
"""The problems that a reading operation may answer, by status."""
ANSWERED_TO_A_BODY = {
    400: (Kind.BAD_REQUEST, Kind.BAD_PARAMETER),
    406: (Kind.NOT_ACCEPTABLE,),
    411: (Kind.LENGTH,),
    413: (Kind.TOO_LARGE,),
    415: (Kind.MEDIA_TYPE,),
    422: (Kind.DOES_NOT_FIT,),
    500: (Kind.FAULT,),
}
"""The same for an operation that takes a body and asks the register nothing."""
ANSWERED_TO_A_WRITE = {
    **ANSWERED_TO_A_BODY,
    401: (Kind.NOT_SIGNED_IN,),
    403: (Kind.FORBIDDEN,),
    404: (Kind.NOT_FOUND,),
    503: (Kind.DATABASE_AWAY,),
}
"""The same for an operation that changes the register."""

DESCRIPTION = """
The register of what plans promise: what, how much, compared how, by when, who, and where it is written.

* **Addresses.** Things that have a code are addressed by it: `plans/chegu-corridor-2026-2030/`, areas by their code
  of GB/T 2260. Targets, milestones, observations, updates and citations are addressed by id.
* **Numbers** that matter are texts, exact, in the plain unit: `"2000000"` for 200万辆, `"0.06"` for 6 %. **Null** means
  that nothing is stated; it is never zero, and an empty text is never given.
* **Languages.** Names, units, flags and readings come in Chinese and English at once; English is null where there is
  none. Texts of problems follow `Accept-Language`.
* **Pages.** A list answers `next`, `previous` and `results`. Follow `next` as it is given until it is null.
* **Two times.** Targets, milestones and observations can be asked for a day (`as_of`: what was in force then) and for a
  moment (`known_at`: what the register knew by then). The answer says which it was given for. Names are today's.
* **The verdict** on a target is two answers, attainment and pace, with a light for the eye, the numbers it rests on, the
  policy and version it was judged by, and a sentence that explains it. docs/why-verdict.md gives formulas and sources.
* **Parameters** that are unknown, repeated, empty or wrong are errors that name themselves and what mends them.
* **Problems** are RFC 9457 documents with a lasting `type`.
* **The demonstration.** Rows with `is_demo` true are made up; `demo=false` leaves them out of a list.
"""

TAGS = {
    "root": "Where everything is.",
    "organisations": "单位: who issues plans, answers for targets, reports values.",
    "areas": "区域: territories.",
    "plans": "规划、方案: programmes that rest on a document.",
    "tasks": "行动、任务、举措: the tree of a plan.",
    "indicators": "指标: what is measured.",
    "series": "序列: one indicator for one scope, on which values and targets hang.",
    "targets": "目标: the commitments.",
    "milestones": "年度目标、节点: interim values of targets.",
    "observations": "进展数据: reported values.",
    "updates": "进展情况: dated words on tasks.",
    "sources": "来源文件: the documents that rows rest on.",
    "citations": "引用: places in sources.",
    "assessment-policies": "研判规则: thresholds and methods behind the verdicts.",
    "assessments": "研判: the verdict of the rule on numbers of your own.",
    "me": "Who you are to this register, and what you may do.",
    "tokens": "令牌: keys with which programs sign in for you.",
}

SUMMARIES = {
    "assessment": "Judge one of the {}",
    "summary": "Sum up the verdicts on one of the {}",
    "preview": "Judge a target of your own",
    "profile": "Read who you are here",
}
"""What operations below the address of a row, or beside the shelves, are called."""
DEEDS = {
    "list": "List {}",
    "read": "Read one of the {}",
    "create": "Add one of the {}",
    "delete": "End one of the {}",
}
DONE = {"201": "It was added; `Location` says where.", "204": "It was done; there is nothing to add."}

ACCEPT_LANGUAGE: dict[str, Any] = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "description": "The language of problem texts: Chinese (`zh-hans`) or English (`en`). Names and readings come in both.",
    "schema": {"type": "string", "default": "zh-hans", "examples": ["zh-hans", "en"]},
}


class FaultSerializer(serializers.Serializer[Any]):
    """One thing that is wrong with a request."""

    path = serializers.CharField(help_text="Where it stands: `query.plan`, `header.Accept`, `body.target.lower`.")
    code = serializers.CharField(help_text="A lasting word for programs, such as `unknown_parameter`.")
    message = serializers.CharField(help_text="What is wrong, for people.")
    remedy = serializers.CharField(help_text="What to do instead, for people.")


class ProblemSerializer(serializers.Serializer[Any]):
    """A problem document (RFC 9457): every answer of the API that is an error."""

    type = serializers.CharField(help_text="Lasting name of the kind of problem, `urn:policytracker:problem:…`.")
    title = serializers.CharField(help_text="The kind of problem in words; the same for all of its kind.")
    status = serializers.IntegerField(help_text="The status of the answer.")
    detail = serializers.CharField(help_text="What went wrong this time.")
    errors: Any = FaultSerializer(many=True, help_text="Each fault with its place and its remedy; often none.")


class TimesSerializer(serializers.Serializer[Any]):
    """The day and the moment an answer was given for."""

    as_of = serializers.DateField(help_text="What was in force on this day.")
    known_at = serializers.DateTimeField(help_text="Nothing recorded later counts.")
    names = serializers.ChoiceField(
        ["current"], help_text="Names and places in a plan's tree are always today's, whatever day is asked for."
    )


class AutoSchema(FrameworkSchema):
    """The document of one operation."""

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        if operation is not None:
            [(status, answer)] = operation["responses"].items()
            operation["responses"] = {status: self._answer(status, answer)} | self._problems()
            if self.takes_a_body:
                example = {"value": self._of_view("request_example")}
                operation["requestBody"]["content"]["application/json"]["examples"] = {"fixture": example}
        return operation

    def get_auth(self) -> list[dict[str, Any]]:
        """By token or session, or without any where published plans are public."""
        if self.takes_a_body and not self.writes:
            return [{}]
        known: list[dict[str, Any]] = [{"token": []}, {"session": []}]
        return known if self.writes or self._of_view("is_personal") else [*known, {}]

    @property
    def takes_a_body(self) -> bool:
        return self.method == "POST" and self._of_view("request_class") is not None

    @property
    def writes(self) -> bool:
        """Whether the operation changes the register; a POST beside the shelves only asks."""
        return self.method == "DELETE" or (self.takes_a_body and self._of_view("created_class") is not None)

    def _of_view(self, name: str) -> Any:
        """What the view says of itself, if it does."""
        return getattr(self.view, name, None)

    def get_request_serializer(self) -> Any:
        return self._of_view("request_class")() if self.takes_a_body else super().get_request_serializer()

    def get_response_serializers(self) -> Any:
        if self.method == "DELETE":
            return {204: None}
        if self.writes:
            return {201: self._of_view("created_class")()}
        return {200: super().get_response_serializers()} if self.takes_a_body else super().get_response_serializers()

    def get_tags(self) -> list[str]:
        return [self._of_view("shelf") or "root"]

    def get_operation_id(self) -> str:
        shelf = (self._of_view("shelf") or "root").replace("-", "_")
        return f"{shelf}_{self._of_view('part') or self._deed}"

    @property
    def _deed(self) -> str:
        if self.writes:
            return "delete" if self.method == "DELETE" else "create"
        return "list" if self._is_list_view() else "read"

    def get_summary(self) -> str:
        shelf, part = self._of_view("shelf"), self._of_view("part")
        if shelf is None:
            return "List the addresses"
        if part:
            return SUMMARIES[part].format(shelf)
        return DEEDS[self._deed].format(shelf)

    def _get_parameters(self) -> list[dict[str, Any]]:
        described = self.view.described(self._is_list_view()) if hasattr(self.view, "described") else []
        paging = self._get_pagination_parameters()  # type: ignore[no-untyped-call]
        return [*described, *paging, ACCEPT_LANGUAGE]

    def _answer(self, status: str, answer: dict[str, Any]) -> dict[str, Any]:
        """The answer that was wished for, with an example from the real plans."""
        if status in DONE:
            return answer | {"description": DONE[status]}
        is_list = self._is_list_view()
        row = examples().get("/".join(filter(None, [self._of_view("shelf"), self._of_view("part")])))
        if row is not None:
            times = {name: row[name] for name in ("as_of", "known_at", "names") if name in row}
            results = [{name: value for name, value in row.items() if name not in times}]
            value = {"next": None, "previous": None, **times, "results": results} if is_list else row
            answer["content"]["application/json"]["examples"] = {"fixture": {"value": value}}
        if not is_list and getattr(self.view, "dated", False):
            content = answer["content"]["application/json"]
            content["schema"] = {"allOf": [content["schema"], self.resolve_serializer(TimesSerializer, "response").ref]}
        return answer | {"description": "One page." if is_list else "What was asked for."}

    def _problems(self) -> dict[str, Any]:
        reference: dict[str, str] = self.resolve_serializer(ProblemSerializer, "response").ref
        return {
            str(status): _problem(status, kinds, reference)
            for status, kinds in self._answered().items()
            if status != 404 or "{key}" in self.path
        }

    def _answered(self) -> dict[int, tuple[Kind, ...]]:
        if self.writes:
            without_body = {411, 413, 415, 422} if self.method == "DELETE" else set()
            return {status: kinds for status, kinds in ANSWERED_TO_A_WRITE.items() if status not in without_body}
        personal = {403: (Kind.FORBIDDEN,)} if self._of_view("is_personal") else {}
        return ANSWERED_TO_A_BODY if self.takes_a_body else ANSWERED | personal


def _problem(status: int, kinds: tuple[Kind, ...], reference: dict[str, str]) -> dict[str, Any]:
    types = ", ".join(f"`{kind.type}`" for kind in kinds)
    answer: dict[str, Any] = {
        "description": f"{PHRASES[kinds[0]]}: {types}.",
        "content": {MEDIA_TYPE: {"schema": reference}},
    }
    if kinds[0] in FAULTS:
        answer["content"][MEDIA_TYPE]["examples"] = {"fault": {"value": _example(kinds[0])}}
    if status == 503:
        answer["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    if status == 401:
        answer["headers"] = {"WWW-Authenticate": {"description": "How to sign in.", "schema": {"type": "string"}}}
    return answer


def component_of(terms: type[Term]) -> str:
    """The name under which the document keeps a closed list."""
    return "FlagCode" if terms is Flag else terms.__name__


FAULTS = {
    Kind.BAD_PARAMETER: Fault(
        "query.pla", "unknown_parameter", "This list has no such parameter.", "Did you mean plan?"
    ),
    Kind.BAD_REQUEST: Fault("body", "invalid_json", "The body cannot be read.", "JSON in UTF-8 is expected here."),
    Kind.DOES_NOT_FIT: Fault("body.target.lower", "missing", "Something is missing here.", "A value is needed here."),
}
"""One of each kind, for the examples."""


def _example(kind: Kind) -> dict[str, Any]:
    with translation.override("en"):
        return Problem(kind, faults=[FAULTS[kind]]).document()


@cache
def examples() -> dict[str, Any]:
    """One answer of each operation, taken from what is in fixtures/; a test holds them against the real answers."""
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / "v1" / "examples.json").read_text(encoding="utf-8"))
    return loaded


def complete(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:
    """Adds what stands above single operations."""
    result["info"]["description"] = DESCRIPTION.strip()
    result["components"]["securitySchemes"] = {
        each.name: each.get_security_definition(None)
        for each in (TokenScheme(None), SessionScheme(None))  # type: ignore[no-untyped-call]
    }
    # The framework takes the methods of an address from a set, whose order changes from process to process.
    result["paths"] = {path: dict(sorted(found.items())) for path, found in result["paths"].items()}
    result["tags"] = [{"name": name, "description": text} for name, text in TAGS.items()]
    return result


class DescribesItself(serializers.Field[Any, Any, Any, Any]):
    """A field that knows its schema, and the name under which the document keeps it."""

    component: str | None = None

    def described(self) -> dict[str, Any]:
        raise NotImplementedError


class SelfDescribingFields(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]
    """Tells the framework to ask such fields."""

    target_class = DescribesItself
    match_subclasses = True

    def get_name(self) -> str | None:
        name: str | None = self.target.component
        return name

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        described: dict[str, Any] = self.target.described()
        return described


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """The session cookie of the admin."""

    target_class = "targets.api.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "sessionid",
            "description": "The session of the admin. Published plans need none where the installation makes them public.",
        }


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """A token in the header."""

    target_class = "targets.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "`Authorization: Bearer pt_…`: a token of the reader, made in the admin or by `POST /api/v1/tokens/`.",
        }


@cache
def document(media_type: str) -> bytes:
    """The whole document, made once: it changes with the program only."""
    renderer = OpenApiJsonRenderer if "json" in media_type else OpenApiYamlRenderer
    made = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return renderer().render(made, renderer_context={})
