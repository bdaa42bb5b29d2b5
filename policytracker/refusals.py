"""What the program says when a request cannot be answered: calmly, in words, and as a problem document under /api/."""

import logging
import sys
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views import defaults
from psycopg_pool import PoolTimeout

from policytracker.observability import RETRY_AFTER_SECONDS
from targets.api.problems import Fault, Kind, Problem, as_problem

GetResponse = Callable[[HttpRequest], HttpResponse]
log = logging.getLogger(__name__)


class DatabaseAwayMiddleware:
    """Answers 503 with Retry-After while the database cannot be reached; nothing was written then.

    This sees what happens in views. What happens in middleware arrives at `server_error`, which asks the same.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return away(request, error) if is_away(error) else None


def is_away(error: BaseException | None) -> bool:
    """Whether the error says that the server cannot be reached, rather than that a statement was wrong."""
    if isinstance(error, PoolTimeout | InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    # Class 08 is the connection, 57P the server going down or starting, 53300 too many connections; no
    # state at all means that no server answered.
    state = getattr(error.__cause__, "sqlstate", None)
    return state is None or state[:2] == "08" or state[:3] == "57P" or state == "53300"


def away(request: HttpRequest, error: BaseException) -> HttpResponse:
    """The answer while the database is away."""
    log.warning("database away: %s", str(error).splitlines()[0] if str(error) else type(error).__name__)
    problem = Problem(Kind.DATABASE_AWAY, _("Nothing was written. Try again in a few seconds."))
    return refuse(request, problem, {"Retry-After": str(RETRY_AFTER_SECONDS)})


def refuse(request: HttpRequest, problem: Problem, headers: dict[str, str] | None = None) -> HttpResponse:
    """A refusal as programs want it under /api/, and as plain words for people everywhere else."""
    if request.path_info.startswith("/api/"):
        return problem.response(headers)
    words = problem.document()
    text = words["title"] if words["detail"] == words["title"] else f"{words['title']}\n{words['detail']}"
    return HttpResponse(
        f"{text}\n", status=problem.kind.status, content_type="text/plain; charset=utf-8", headers=headers
    )


class NulByteMiddleware:
    """Refuses a NUL character in the address, which PostgreSQL text cannot hold, before anything reads it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if "\x00" not in request.path and "%00" not in query and "\x00" not in query:
            return self.get_response(request)
        fault = Fault("path" if "\x00" in request.path else "query", "nul", *_nul_words())
        return refuse(request, Problem(Kind.BAD_REQUEST, faults=[fault]))


def _nul_words() -> tuple[str, str]:
    return _("The address contains a NUL character."), _("Remove the character (%00) and try again.")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What cannot be understood; django names this view for status 400."""
    return refuse(request, as_problem(exception) or Problem(Kind.BAD_REQUEST))


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Status 403."""
    if request.path_info.startswith("/api/"):
        return refuse(request, Problem(Kind.FORBIDDEN))
    return defaults.permission_denied(request, exception)


def untrusted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Status 403, for a form that carries no token of the present session: what was typed is not lost."""
    if request.path_info.startswith("/api/"):
        return refuse(request, Problem(Kind.FORBIDDEN))
    return render(request, "csrf.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Status 404, for addresses that lead nowhere."""
    if request.path_info.startswith("/api/"):
        return refuse(request, Problem(Kind.NOT_FOUND))
    return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Whatever nobody else has answered: 503 if the database went away, else a fault of ours, which is in the log."""
    error = sys.exc_info()[1]
    if error is not None and is_away(error):
        return away(request, error)
    return refuse(request, Problem(Kind.FAULT))
