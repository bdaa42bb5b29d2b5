"""What an operator sees: a request id on every line, /healthz, /readyz, and a calm answer while the database is away."""

import logging
import re
import uuid
from collections.abc import Callable
from contextvars import ContextVar

import pghistory
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from psycopg_pool import PoolTimeout

GetResponse = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)
_request_id: ContextVar[str] = ContextVar("request_id", default="-")
RETRY_AFTER_SECONDS = 5


class RequestIdFilter(logging.Filter):
    """Adds the id of the request in hand to each log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = _request_id.get()
        return True


class RequestIdMiddleware:
    """Takes `X-Request-Id` from the caller or makes one; history, logs and the answer all carry it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        # A caller's id ends up in logs and history, so only a plain short one is taken over.
        request_id = given if re.fullmatch(r"[\w.-]{1,64}", given, re.ASCII) else uuid.uuid4().hex
        token = _request_id.set(request_id)
        try:
            with pghistory.context(request_id=request_id):
                response = self.get_response(request)
        finally:
            _request_id.reset(token)
        response["X-Request-Id"] = request_id
        return response


class DatabaseAwayMiddleware:
    """Answers 503 with Retry-After while the database cannot be reached; nothing was written then."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not is_away(error):
            return None
        log.warning("database away: %s", str(error).splitlines()[0] if str(error) else type(error).__name__)
        return away()


def is_away(error: BaseException) -> bool:
    """Whether the error says that the server cannot be reached, rather than that a statement was wrong."""
    if isinstance(error, PoolTimeout | InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    # Class 08 is the connection, 57P the server going down or starting, 53300 too many connections; no
    # state at all means that no server answered.
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state[:2] == "08" or state[:3] == "57P" or state == "53300"


def away() -> JsonResponse:
    """The 503 as a problem document (RFC 9457)."""
    body = {
        "type": "urn:policytracker:problem:database-away",
        "title": _("The database cannot be reached at the moment."),
        "status": 503,
        "detail": _("Nothing was written. Try again in a few seconds."),
    }
    return JsonResponse(
        body,
        status=503,
        content_type="application/problem+json",
        headers={"Retry-After": str(RETRY_AFTER_SECONDS)},
        json_dumps_params={"ensure_ascii": False},
    )


class NulByteMiddleware:
    """Refuses a NUL character in address or form, which PostgreSQL text cannot hold, before anything reads it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", "") or "\x00" in request.META.get("QUERY_STRING", ""):
            body = {
                "type": "urn:policytracker:problem:nul-character",
                "title": _("The address contains a NUL character."),
                "status": 400,
                "detail": _("Remove the character (%00) and try again."),
            }
            return JsonResponse(body, status=400, content_type="application/problem+json")
        return self.get_response(request)


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """The process answers and reaches its database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, PoolTimeout):
        return away()
    return HttpResponse("ready\n", content_type="text/plain")
