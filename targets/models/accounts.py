from dataclasses import dataclass
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from targets.models.base import Record, term_field, terms_hold, track_history
from targets.models.triggers import Triggers, never_emptied
from targets.rules.terms import Role


@track_history()
class Membership(Record):
    """What a user may do in an organisation, and in those below it."""

    user = models.ForeignKey(
        "User",
        models.CASCADE,
        related_name="memberships",
        verbose_name=_("user"),
        help_text=_("The user who gets the role. Add the user first, under Access."),
    )
    organisation = models.ForeignKey(
        "Organisation",
        models.PROTECT,
        related_name="memberships",
        verbose_name=_("organisation"),
        help_text=_("The role holds here and in every organisation below."),
    )
    role = term_field(
        Role,
        _("role"),
        help_text=_("Viewer reads; reporter submits values; reviewer verifies them; editor keeps plans and targets."),
    )

    class Meta(Record.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering: ClassVar = ["user__username", "organisation__code", "role"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                name="membership_unique",
                violation_error_message=_("This user has this role here already."),
            ),
            *terms_hold("membership", role=Role),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.organisation} · {self.get_role_display()}"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a token leaves of the rights of its owner."""

    may_write: bool
    plans: frozenset[int] | None = None
    """The ids of the only plans that it opens; None for all that the owner sees."""


@track_history(without=("password", "last_login"))
class User(AbstractUser):
    """A person who signs in. What they may do follows from memberships; site administrators may do everything."""

    held_roles: frozenset[tuple[int, str]] | None = None
    """Organisation and role, subtrees included, as access.py read them for this request; not a column."""
    limits: Limits | None = None
    """Set for a request that a program makes with a token, and heeded by access.py; not a column."""

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        triggers: ClassVar[Triggers] = (never_emptied(),)
