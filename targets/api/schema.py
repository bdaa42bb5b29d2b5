"""How the OpenAPI document is made: parameters as they are checked, and every problem an operation may answer."""

from functools import cache
from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiSerializerFieldExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema as FrameworkSchema
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from rest_framework import serializers

from targets.api.problems import MEDIA_TYPE, PHRASES, Kind
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

ACCEPT_LANGUAGE: dict[str, Any] = {
    "name": "Accept-Language",
    "in": "header",
    "required": False,
    "description": "The language of problem texts: Chinese (`zh-hans`) or English (`en`). Names and readings come in both.",
    "schema": {"type": "string", "default": "zh-hans", "examples": ["zh-hans", "en"]},
}


class FaultSerializer(serializers.Serializer[Any]):
    """One thing that is wrong with a request."""

    path = serializers.CharField(help_text="Where it stands: `query.plan`, `header.Accept`.")
    code = serializers.CharField(help_text="A lasting word for programs, such as `unknown_parameter`.")
    message = serializers.CharField(help_text="What is wrong, for people.")
    remedy = serializers.CharField(help_text="What to do instead, for people.")


class ProblemSerializer(serializers.Serializer[Any]):
    """A problem document (RFC 9457): every answer of the API that is an error."""

    type = serializers.CharField(help_text="Lasting name of the kind of problem, `urn:policytracker:problem:…`.")
    title = serializers.CharField(help_text="The kind of problem in words; the same for all of its kind.")
    status = serializers.IntegerField(help_text="The status of the answer.")
    detail = serializers.CharField(help_text="What went wrong this time.")
    errors = FaultSerializer(many=True, help_text="Each fault with its place and its remedy; often none.")


class AutoSchema(FrameworkSchema):
    """The document of one operation."""

    def get_operation(self, *args: Any, **kwargs: Any) -> dict[str, Any] | None:
        operation = super().get_operation(*args, **kwargs)
        if operation is not None:
            operation["responses"] |= self._problems()
        return operation

    def get_tags(self) -> list[str]:
        return [self.view.shelf] if hasattr(self.view, "shelf") else ["root"]

    def get_operation_id(self) -> str:
        shelf = getattr(self.view, "shelf", "root")
        return f"{shelf}_{'list' if self._is_list_view() else 'read'}"

    def get_summary(self) -> str:
        return f"{'List' if self._is_list_view() else 'Read one of the'} {getattr(self.view, 'shelf', 'addresses')}"

    def _get_parameters(self) -> list[dict[str, Any]]:
        described = self.view.described(self._is_list_view()) if hasattr(self.view, "described") else []
        return [*described, *self._get_pagination_parameters(), ACCEPT_LANGUAGE]

    def _problems(self) -> dict[str, Any]:
        reference = self.resolve_serializer(ProblemSerializer, "response").ref
        is_list = self._is_list_view()
        return {
            str(status): _problem(status, kinds, reference)
            for status, kinds in ANSWERED.items()
            if not (status == 404 and is_list)
        }


def _problem(status: int, kinds: tuple[Kind, ...], reference: dict[str, str]) -> dict[str, Any]:
    types = ", ".join(f"`{kind.type}`" for kind in kinds)
    answer: dict[str, Any] = {
        "description": f"{PHRASES[kinds[0]]}: {types}.",
        "content": {MEDIA_TYPE: {"schema": reference}},
    }
    if status == 503:
        answer["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    if status == 401:
        answer["headers"] = {"WWW-Authenticate": {"description": "How to sign in.", "schema": {"type": "string"}}}
    return answer


def component_of(terms: type[Term]) -> str:
    """The name under which the document keeps a closed list."""
    return "FlagCode" if terms is Flag else terms.__name__


class DescribesItself(serializers.Field[Any, Any, Any, Any]):
    """A field that knows its schema, and the name under which the document keeps it."""

    component: str | None = None

    def described(self) -> dict[str, Any]:
        raise NotImplementedError


class SelfDescribingFields(OpenApiSerializerFieldExtension):
    """Tells the framework to ask such fields."""

    target_class = DescribesItself
    match_subclasses = True

    def get_name(self) -> str | None:
        return self.target.component

    def map_serializer_field(self, auto_schema: Any, direction: str) -> dict[str, Any]:
        return self.target.described()


class SessionScheme(OpenApiAuthenticationExtension):
    """The session cookie of the admin."""

    target_class = "targets.api.permissions.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "cookie",
            "name": "sessionid",
            "description": "The session of the admin. Published plans need none where the installation makes them public.",
        }


@cache
def document(media_type: str) -> bytes:
    """The whole document, made once: it changes with the program only."""
    renderer = OpenApiJsonRenderer if "json" in media_type else OpenApiYamlRenderer
    return renderer().render(SchemaGenerator().get_schema(request=None, public=True), renderer_context={})
