"""Who the reader is to the register."""

from typing import Any, ClassVar

from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from targets.access import visible
from targets.api.parameters import refuse_unknown
from targets.api.v1.shapes import OneOf, ReferenceSerializer, Shape
from targets.api.v1.values import Json, Links, instant, stated
from targets.models import Membership, Plan, Token
from targets.rules.terms import Role, TokenScope


class HeldRoleSerializer(Shape):
    """A role, which holds in its organisation and in all below."""

    organisation = ReferenceSerializer(help_text="Where it holds.")
    role = OneOf(Role)


class TokenInUseSerializer(Shape):
    """What the token of this request leaves of its owner's rights."""

    name = serializers.CharField(help_text="Which program uses it.")
    scope = OneOf(TokenScope)
    plans = ReferenceSerializer(many=True, allow_null=True, help_text="The only plans that it opens; null for all.")
    expires_at = serializers.DateTimeField(help_text="From this moment on it opens nothing, in UTC.")


class MeSerializer(Shape):
    """The person who asks, or for whom a program asks."""

    username = serializers.CharField(help_text="The name to sign in with.")
    name = serializers.CharField(allow_null=True, help_text="The name of the person; null where none is given.")
    email = serializers.CharField(allow_null=True, help_text="The address; null where none is given.")
    is_administrator = serializers.BooleanField(help_text="true for site administrators, who may do everything.")
    roles = HeldRoleSerializer(many=True, help_text="By organisation.")
    token = TokenInUseSerializer(allow_null=True, help_text="Null for a session.")


class MeView(APIView):
    """Your own profile: who you are, what you may do, and how far the token in use lets you."""

    http_method_names: ClassVar[list[str]] = ["get", "head"]  # type: ignore[misc]
    permission_classes: ClassVar[list[Any]] = [IsAuthenticated]  # type: ignore[misc]
    serializer_class = MeSerializer
    shelf, part, is_personal = "me", "profile", True

    def get(self, request: Request) -> Response:
        refuse_unknown(request, {})
        user: Any = request.user
        links = Links(request)
        memberships = visible(Membership.objects.filter(user=user.pk), user).select_related("organisation")
        roles = [
            {"organisation": links.named("organisations", each.organisation), "role": each.role} for each in memberships
        ]
        return Response(
            {
                "username": user.get_username(),
                "name": stated(user.get_full_name()),
                "email": stated(user.email),
                "is_administrator": user.is_superuser,
                "roles": roles,
                "token": _in_use(request.auth, links, user) if isinstance(request.auth, Token) else None,
            }
        )


def _in_use(token: Token, links: Links, user: Any) -> Json:
    plans = None
    if token.plan_ids is not None:
        rows = visible(Plan.objects.filter(pk__in=token.plan_ids), user).order_by("code")
        plans = [links.named("plans", row) for row in rows]
    return {"name": token.name, "scope": token.scope, "plans": plans, "expires_at": instant(token.expires_at)}
