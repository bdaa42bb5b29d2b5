"""What an operator sees: a request id on every line, /healthz and /readyz. The settings load it before all else."""

import logging
import re
import uuid
from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from psycopg_pool import PoolTimeout

from targets.services.request import request_id

GetResponse = Callable[[HttpRequest], HttpResponse]
RETRY_AFTER_SECONDS = 5


class RequestIdFilter(logging.Filter):
    """Adds the id of the request in hand to each log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get() or "-"
        return True


class RequestIdMiddleware:
    """Takes `X-Request-Id` from the caller or makes one; history, logs and the answer all carry it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        # A caller's id ends up in logs and history, so only a plain short one is taken over.
        name = given if re.fullmatch(r"[\w.-]{1,64}", given, re.ASCII) else uuid.uuid4().hex
        token = request_id.set(name)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response["X-Request-Id"] = name
        return response


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


def readyz(request: HttpRequest) -> HttpResponse:
    """The process answers and reaches its database."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, PoolTimeout):
        headers = {"Retry-After": str(RETRY_AFTER_SECONDS)}
        return HttpResponse("the database is away\n", status=503, content_type="text/plain", headers=headers)
    return HttpResponse("ready\n", content_type="text/plain")


ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1f5f8b"/>
<path d="M7 23l7-8 5 4 7-10" fill="none" stroke="#fff" stroke-width="3"/></svg>"""


def favicon(request: HttpRequest) -> HttpResponse:
    """A small picture for the tab, for browsers that ask without being told."""
    return HttpResponse(ICON, content_type="image/svg+xml", headers={"Cache-Control": "public, max-age=86400"})
