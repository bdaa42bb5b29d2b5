"""The first page of the API, its schema and its documentation."""

from typing import Any, ClassVar

from django.http import HttpResponse
from django.urls import reverse
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularSwaggerSplitView
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from targets.api.parameters import refuse_unknown
from targets.api.schema import document

ADDRESSES: dict[str, Any] = {
    "type": "object",
    "description": "What can be read here, and where.",
    "additionalProperties": {"type": "string", "format": "uri"},
}


class RootView(APIView):
    """Where everything is."""

    http_method_names: ClassVar[list[str]] = ["get", "head"]  # type: ignore[misc]
    names: ClassVar[list[str]] = []

    @extend_schema(responses={(200, "application/json"): ADDRESSES})
    def get(self, request: Request) -> Response:
        refuse_unknown(request, {})
        root = request.build_absolute_uri(reverse("api-root"))
        return Response({name: f"{root}{name}/" for name in [*self.names, "schema", "docs"]})


class SchemaView(APIView):
    """The OpenAPI document, open to everybody: it holds no data."""

    http_method_names: ClassVar[list[str]] = ["get", "head"]  # type: ignore[misc]
    permission_classes: ClassVar[list[Any]] = [AllowAny]  # type: ignore[misc]
    renderer_classes: ClassVar[list[Any]] = [  # type: ignore[misc]
        *(OpenApiYamlRenderer, OpenApiYamlRenderer2, OpenApiJsonRenderer, OpenApiJsonRenderer2)
    ]

    @extend_schema(exclude=True)
    def get(self, request: Request) -> HttpResponse:
        refuse_unknown(request, {})
        media_type = request.accepted_renderer.media_type
        return HttpResponse(document(media_type), content_type=media_type)


class DocsView(SpectacularSwaggerSplitView):
    """The schema as pages, served from here alone."""

    http_method_names = ["get", "head"]
    permission_classes = [AllowAny]
    url_name = "api-schema"
    template_name = "api/docs.html"
    template_name_js = "api/docs.js"
