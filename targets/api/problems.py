"""Errors of the API as problem documents (RFC 9457): a lasting type, and for each fault where it is and what mends it."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any, Self

from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import exceptions
from rest_framework.utils.encoders import JSONEncoder

MEDIA_TYPE = "application/problem+json"


class Kind(Enum):
    """What can go wrong. The word is part of the lasting address of the type; status and title follow from it."""

    BAD_PARAMETER = "bad-parameter", 400, gettext_lazy("A parameter of the address cannot be understood.")
    BAD_CURSOR = "bad-cursor", 400, gettext_lazy("This cursor does not lead to a page of this list.")
    BAD_REQUEST = "bad-request", 400, gettext_lazy("The request cannot be understood.")
    NOT_SIGNED_IN = "not-signed-in", 401, gettext_lazy("Sign in to read this.")
    FORBIDDEN = "forbidden", 403, gettext_lazy("You may see this, but not do that.")
    NOT_FOUND = "not-found", 404, gettext_lazy("There is nothing at this address that you may see.")
    NOT_IN_FORCE = "not-in-force", 404, gettext_lazy("It was not in force on that day, as known at that moment.")
    METHOD = "method-not-allowed", 405, gettext_lazy("This address does not take this method.")
    NOT_ACCEPTABLE = "not-acceptable", 406, gettext_lazy("The answer cannot be given in the form that Accept asks for.")
    LENGTH = "length-required", 411, gettext_lazy("The request does not say how long its body is.")
    TOO_LARGE = "too-large", 413, gettext_lazy("The body of the request is too large.")
    MEDIA_TYPE = (
        "unsupported-media-type",
        415,
        gettext_lazy("The body of the request is in a form that is not read here."),
    )
    DOES_NOT_FIT = "does-not-fit", 422, gettext_lazy("The body of the request can be read, but does not fit.")
    TOO_MANY = "too-many-requests", 429, gettext_lazy("Too many requests in a short time.")
    FAULT = "internal-fault", 500, gettext_lazy("The program has a fault; it has been written to the log.")
    DATABASE_AWAY = "database-away", 503, gettext_lazy("The database cannot be reached at the moment.")

    status: int
    title: Promise

    def __new__(cls, word: str, status: int, title: Promise) -> Self:
        kind = object.__new__(cls)
        kind._value_, kind.status, kind.title = word, status, title
        return kind

    @property
    def type(self) -> str:
        return f"urn:policytracker:problem:{self.value}"


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong. `path` begins with where it stands: `query.plan`, `header.Accept`, `body.as_of`."""

    path: str
    code: str
    message: str
    remedy: str


class Problem(Exception):
    """Raised by the API wherever it refuses; it carries the whole answer."""

    def __init__(self, kind: Kind, detail: str = "", faults: Iterable[Fault] = ()) -> None:
        self.kind, self.detail, self.faults = kind, detail, list(faults)
        super().__init__(detail or str(kind.title))

    def document(self) -> dict[str, Any]:
        """The body of the answer, in the reader's language."""
        faults = [asdict(fault) for fault in self.faults]
        detail = self.detail or " ".join(fault.message for fault in self.faults) or str(self.kind.title)
        return {
            "type": self.kind.type,
            "title": str(self.kind.title),
            "status": self.kind.status,
            "detail": detail,
            "errors": faults,
        }

    def response(self, headers: Mapping[str, str] | None = None) -> HttpResponse:
        """The answer, ready to send, whatever the request accepts."""
        body = JSONEncoder(ensure_ascii=False).encode(self.document())
        return HttpResponse(body, status=self.kind.status, content_type=MEDIA_TYPE, headers=dict(headers or {}))


def exception_handler(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Answers a refusal. What is none goes on upward: a database away gives 503, a fault of ours 500."""
    problem = as_problem(error)
    return problem.response(_headers(error)) if problem else None


def as_problem(error: Exception) -> Problem | None:
    """The problem that the exception stands for; None if it is no refusal."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, exceptions.NotAcceptable):
        return _not_acceptable()
    if isinstance(error, exceptions.UnsupportedMediaType):
        return _unsupported()
    if isinstance(error, exceptions.AuthenticationFailed):
        return _bad_token()
    if isinstance(error, exceptions.MethodNotAllowed):
        return Problem(Kind.METHOD, _("The header Allow names the methods that it takes."))
    for known, kind in _KINDS.items():
        if isinstance(error, known):
            return Problem(kind)
    return None


_KINDS: dict[type[Exception], Kind] = {
    Http404: Kind.NOT_FOUND,
    exceptions.NotFound: Kind.NOT_FOUND,
    exceptions.NotAuthenticated: Kind.NOT_SIGNED_IN,
    exceptions.PermissionDenied: Kind.FORBIDDEN,
    PermissionDenied: Kind.FORBIDDEN,
    exceptions.Throttled: Kind.TOO_MANY,
    RequestDataTooBig: Kind.TOO_LARGE,
    exceptions.ParseError: Kind.BAD_REQUEST,
    exceptions.ValidationError: Kind.BAD_REQUEST,
    SuspiciousOperation: Kind.BAD_REQUEST,
    BadRequest: Kind.BAD_REQUEST,
}
"""Exceptions of the frameworks and what they mean here; the first that fits counts."""


def _not_acceptable() -> Problem:
    message = _("Answers of this address are not available in a form that the header Accept names.")
    fault = Fault("header.Accept", "not_acceptable", message, _("Send Accept: application/json, or leave it out."))
    return Problem(Kind.NOT_ACCEPTABLE, faults=[fault])


def _bad_token() -> Problem:
    message = _("The token in the header Authorization opens nothing: it is unknown, expired or revoked.")
    fault = Fault("header.Authorization", "invalid", message, _("Make a new token in the admin, under your name."))
    return Problem(Kind.NOT_SIGNED_IN, faults=[fault])


def _unsupported() -> Problem:
    message = _("Bodies of the form that the header Content-Type names are not read here.")
    fault = Fault("header.Content-Type", "unsupported", message, _("Send JSON with Content-Type: application/json."))
    return Problem(Kind.MEDIA_TYPE, faults=[fault])


def _headers(error: Exception) -> dict[str, str]:
    headers = {}
    if scheme := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = scheme
    if wait := getattr(error, "wait", None):
        headers["Retry-After"] = str(int(wait) + 1)
    return headers


RENAMED = {413: "Content Too Large", 422: "Unprocessable Content"}
"""As RFC 9110 has them; the library of Python 3.13 does, those before it do not."""
PHRASES = {kind: RENAMED.get(kind.status) or HTTPStatus(kind.status).phrase for kind in Kind}
"""The usual English phrase of each status, for the schema."""
