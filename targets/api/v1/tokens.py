"""The reader's own tokens: looked through, made and revoked with a session, never with another token."""

from datetime import timedelta
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from targets.access import may, visible
from targets.api import bodies
from targets.api.parameters import Filters
from targets.api.problems import Kind, Problem
from targets.api.v1.reading import Query, RegisterView, by_id
from targets.api.v1.shapes import Address, OneOf, ReferenceSerializer, RowKey, Shape
from targets.api.v1.values import Json, instant
from targets.models import Plan, Token
from targets.rules.terms import TokenScope
from targets.services import tokens

USUAL = timedelta(days=90)


class TokenSerializer(Shape):
    """A key with which a program signs in for its owner, by the header `Authorization: Bearer …`."""

    id = serializers.IntegerField(help_text="Its number in this installation.")
    url = Address(help_text="Its address.")
    name = serializers.CharField(help_text="Which program uses it.")
    begins_with = serializers.CharField(help_text="Its first characters, to tell it from others.")
    scope = OneOf(TokenScope)
    plans = ReferenceSerializer(
        many=True, allow_null=True, help_text="The only plans that it opens; null for all that its owner sees."
    )
    created_at = serializers.DateTimeField(help_text="When it was made, in UTC.")
    expires_at = serializers.DateTimeField(help_text="From this moment on it opens nothing, in UTC.")
    used_at = serializers.DateTimeField(allow_null=True, help_text="When it was last used, to the minute, in UTC.")
    revoked_at = serializers.DateTimeField(allow_null=True, help_text="When it was ended before its time, in UTC.")


class NewTokenSerializer(TokenSerializer):
    """A token that was just made."""

    token = serializers.CharField(help_text="The token itself. It is told this once and kept nowhere in clear.")


class TokenBody(bodies.Body):
    """A token to be made."""

    name = serializers.CharField(max_length=100, help_text="Which program is to use it.")
    scope = OneOf(TokenScope, required=False, default=TokenScope.READ, help_text="`read` if left out.")
    plans = serializers.ListField(
        child=RowKey(Plan),
        required=False,
        allow_null=True,
        allow_empty=False,
        max_length=200,
        help_text="The only plans that it is to open; all that you see if left out or null.",
    )
    expires_at = serializers.DateTimeField(
        required=False, help_text="A year from now at the latest; 90 days from now if left out."
    )


class TokenFilters(Filters):
    """None: nobody has many."""


class TokenView(RegisterView):
    """Your tokens, newest first; those that expired or were revoked stay in the list."""

    http_method_names: ClassVar[list[str]] = ["get", "head", "post", "delete"]  # type: ignore[misc]
    permission_classes: ClassVar[list[Any]] = [IsAuthenticated]  # type: ignore[misc]
    parser_classes: ClassVar[list[Any]] = [bodies.ExactParser]  # type: ignore[misc]
    shelf = "tokens"
    model = Token
    filters = TokenFilters
    serializer_class = TokenSerializer
    order = ("-id",)
    key_means = "The id."
    is_personal = True
    request_class = TokenBody
    created_class = NewTokenSerializer
    request_example: ClassVar[Json] = {
        "name": "monthly load",
        "scope": "write",
        "plans": ["chegu-corridor-2026-2030"],
        "expires_at": "2027-03-31T00:00:00+08:00",
    }

    def lookup(self, key: str) -> dict[str, Any]:
        return by_id(key)

    def seen(self) -> Query:
        if not may(self.reader, "add", Token):
            raise Problem(Kind.FORBIDDEN, _("No token reads or gives out another. Sign in with a session for this."))
        return visible(Token.objects.filter(owner=self.request.user.pk), self.reader)

    def create(self, request: Request) -> Response:
        self.check(request, {})
        self.seen()
        told = bodies.read(request, TokenBody)
        plans = told.pop("plans", None)
        token = Token(**{"expires_at": timezone.now() + USUAL} | told)
        token.plan_ids = None if plans is None else sorted({plan.pk for plan in plans})
        try:
            secret = tokens.issue(token, by=request.user)  # type: ignore[arg-type]
        except ValidationError as error:
            raise bodies.refused(error) from None
        [row] = self.load([token.pk])
        shown = self.show(row)
        return Response(shown | {"token": secret}, 201, headers={"Location": shown["url"]})

    def destroy(self, request: Request, key: str) -> Response:
        self.check(request, {})
        [row] = self.load([self.standing(key)])
        tokens.revoke(row, by=request.user)  # type: ignore[arg-type]
        return Response(status=204)

    def load(self, keys: Any) -> list[Any]:
        rows = super().load(keys)
        wanted = {key for row in rows for key in row.plan_ids or ()}
        plans = {plan.pk: plan for plan in visible(Plan.objects.filter(pk__in=wanted), self.reader)} if wanted else {}
        for row in rows:
            row.plans = None if row.plan_ids is None else [plans[key] for key in row.plan_ids if key in plans]
        return rows

    def show(self, row: Any) -> Json:
        plans = None if row.plans is None else [self.links.named("plans", plan) for plan in row.plans]
        return {
            "id": row.pk,
            "url": self.links.to(self.shelf, row.pk),
            "name": row.name,
            "begins_with": row.beginning,
            "scope": row.scope,
            "plans": plans,
            "created_at": instant(row.created_at),
            "expires_at": instant(row.expires_at),
            "used_at": instant(row.used_at),
            "revoked_at": instant(row.revoked_at),
        }
