"""The addresses of the program, and one with a fault in it."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from policytracker.urls import handler400, handler403, handler404, handler500
from policytracker.urls import urlpatterns as sound

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def faulty(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a secret")


urlpatterns = [path("api/v1/faulty/", faulty), *sound]
