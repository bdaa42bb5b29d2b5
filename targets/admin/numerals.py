"""How a reader wants numbers: in full (2,000,000), or as short as they can be and still be exact (200万, 2 million)."""

from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

COOKIE = "pt_numbers"
SHORT, FULL = "short", "full"
YEAR = 365 * 24 * 3600

_wish: ContextVar[str] = ContextVar("numbers_wanted", default=FULL)


def are_short() -> bool:
    """Whether the reader of the page in hand wants short numbers."""
    return _wish.get() == SHORT


def heed(request: HttpRequest) -> None:
    """From here on numbers are written as the reader of this request wants them, until the next request is heeded."""
    # Never reset: a page is rendered after its view has returned.
    _wish.set(SHORT if request.COOKIES.get(COOKIE) == SHORT else FULL)


def choose(request: HttpRequest) -> HttpResponse:
    """Keeps the reader's choice for a year and leads back to the page they came from."""
    back: Any = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = reverse("admin:index")
    reply = HttpResponseRedirect(back)
    if request.method == "POST":
        wish = SHORT if request.POST.get("numbers") == SHORT else FULL
        reply.set_cookie(COOKIE, wish, max_age=YEAR, path=reverse("admin:index"), samesite="Lax", httponly=True)
    return reply
