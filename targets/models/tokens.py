"""Keys with which programs sign in for their owners. What opens the door is kept nowhere, only its digest."""

from datetime import datetime
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from targets.models.accounts import Limits
from targets.models.base import term_field, terms_hold
from targets.models.triggers import Triggers, fixed, never_emptied
from targets.rules.terms import TokenScope

BEGINNING = 8
"""How many characters of a token are kept, so that its owner tells it from others."""


class TokenQuerySet(models.QuerySet["Token"]):
    """Tokens."""

    def valid(self, at: datetime) -> Self:
        """Those that open the door at this moment; one that was withdrawn opens it at no moment any more."""
        return self.filter(expires_at__gt=at, revoked_at=None, owner__is_active=True)


class Token(models.Model):
    """The right of one program to act for a user: named, limited, and ended by a day or at once."""

    owner = models.ForeignKey("User", models.CASCADE, editable=False, related_name="tokens", verbose_name=_("owner"))
    name = models.CharField(
        _("name"),
        max_length=100,
        help_text=_("Which program uses it, and where: 驾驶舱大屏 or monthly load, for example."),
    )
    scope = term_field(
        TokenScope,
        _("scope"),
        default=TokenScope.READ,
        help_text=_("Read is enough for dashboards and analyses. Write lets the program do all that you may do."),
    )
    plan_ids = ArrayField(
        models.BigIntegerField(),
        verbose_name=_("plans"),
        null=True,
        blank=True,
        help_text=_("The only plans that it opens. Leave blank for all that you may see."),
    )
    """Ids and no references: should a plan be removed, its token must not open all others instead."""
    expires_at = models.DateTimeField(
        _("expires"), help_text=_("From this moment on it opens nothing. A year from now at the latest.")
    )
    beginning = models.CharField(_("begins with"), max_length=BEGINNING, editable=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("created"), db_default=Now(), editable=False)
    used_at = models.DateTimeField(_("last used"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                condition=Q(revoked_at=None),
                name="token_name_unique",
                violation_error_message=_(
                    "You have a token of this name. Choose another, or revoke the old one first."
                ),
            ),
            models.CheckConstraint(
                name="token_expires_later",
                condition=Q(expires_at__gt=F("created_at")),
                violation_error_message=_("A token expires after it was made. Choose a later moment."),
            ),
            *terms_hold("token", scope=TokenScope),
        ]
        triggers: ClassVar[Triggers] = (
            never_emptied(),
            fixed(
                "token_stays",
                ["owner_id", "name", "scope", "plan_ids", "expires_at", "beginning", "digest", "created_at"],
                _("A token does not change. Make a new one, and revoke this one."),
            ),
            fixed(
                "token_revoked_for_good",
                ["revoked_at"],
                _("A token that was revoked stays so. Make a new one."),
                unless="OLD.revoked_at IS NULL",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.beginning}…)"

    @property
    def limits(self) -> Limits:
        """What it leaves of the rights of its owner."""
        plans = None if self.plan_ids is None else frozenset(self.plan_ids)
        return Limits(may_write=self.scope == TokenScope.WRITE, plans=plans)
