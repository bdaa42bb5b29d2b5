"""Who comes through the door of the API at all. Which rows they see is for access.py, in every view."""

from typing import Any

from django.conf import settings
from rest_framework.authentication import SessionAuthentication as FrameworkSession
from rest_framework.permissions import BasePermission
from rest_framework.request import Request


class SessionAuthentication(FrameworkSession):
    """The session of the admin. Strangers who must sign in get 401, as RFC 9110 has it, and not 403."""

    def authenticate_header(self, request: Request) -> str:
        return 'Session realm="policytracker"'


class ReadThroughAccess(BasePermission):
    """Members come in; strangers only where published plans are public."""

    def has_permission(self, request: Request, view: Any) -> bool:
        return request.user.is_authenticated or settings.PUBLIC_READ
