"""Who comes through the door of the API at all. Which rows they see is for access.py, in every view."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.authentication import SessionAuthentication as FrameworkSession
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from targets.models import Token, User
from targets.services import tokens

SCHEME = "Bearer"


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer pt_…` (RFC 6750). A token that opens nothing is refused, never passed over as nobody's."""

    def authenticate(self, request: Request) -> tuple[User, Token] | None:
        scheme, _space, secret = get_authorization_header(request).partition(b" ")
        if scheme.lower() != SCHEME.lower().encode():
            return None
        token = tokens.bearer(secret.strip(), at=timezone.now())
        if token is None:
            raise AuthenticationFailed
        token.owner.limits = token.limits
        return token.owner, token

    def authenticate_header(self, request: Request) -> str:
        # Strangers who must sign in get 401 with this, as RFC 9110 has it, and not 403.
        return f'{SCHEME} realm="policytracker"'


class SessionAuthentication(FrameworkSession):
    """The session of the admin; what it writes needs the token against forged forms too."""


class ReadThroughAccess(BasePermission):
    """Members come in; strangers only where published plans are public."""

    def has_permission(self, request: Request, view: Any) -> bool:
        return request.user.is_authenticated or settings.PUBLIC_READ
