"""Tokens are made, revoked and marked as used; none is ever altered or removed."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Token, User
from targets.models.tokens import BEGINNING
from targets.services.writing import lock, save_checked, writing

MARK = "pt_"
"""Every token begins so, that people and programs which look for leaked secrets recognise it."""
LONGEST = timedelta(days=366)
USE_IS_NOTED_EVERY = timedelta(minutes=1)


def issue(token: Token, *, by: User, at: datetime | None = None) -> str:
    """Makes a token for the person who asks, and returns it in clear; nobody can read it again afterwards.

    Raises ValidationError naming field and remedy.
    """
    moment = at or timezone.now()
    _check(token.expires_at, moment)
    secret = MARK + secrets.token_urlsafe(32)
    token.owner, token.created_at = by, moment
    token.beginning, token.digest = secret[:BEGINNING], digest(secret.encode())
    with writing(by):
        save_checked(token)
    return secret


def _check(end: datetime | None, moment: datetime) -> None:
    if end and end <= moment:
        early = ValidationError(_("A token expires after it was made. Choose a later moment."), "too_early")
        raise ValidationError({"expires_at": early})
    if end and end > moment + LONGEST:
        late = ValidationError(_("A token lasts a year at the most. Choose an earlier day."), "too_late")
        raise ValidationError({"expires_at": late})


def revoke(token: Token, *, by: User | None, at: datetime | None = None) -> Token:
    """Ends a token at once. One that is revoked already stays as it is."""
    with writing(by):
        current = lock(token)
        if current.revoked_at is None:
            token.revoked_at = at or timezone.now()
            save_checked(token, only=["revoked_at"])
    return token


def bearer(secret: bytes, *, at: datetime) -> Token | None:
    """The valid token with its owner, noted as used; None where there is none."""
    token = Token.objects.valid(at).select_related("owner").filter(digest=digest(secret)).first()
    if token and (token.used_at is None or token.used_at < at - USE_IS_NOTED_EVERY):
        # Once a minute is enough to tell a token in use from a forgotten one, and reads stay reads.
        before = at - USE_IS_NOTED_EVERY
        Token.objects.filter(Q(used_at=None) | Q(used_at__lt=before), pk=token.pk).update(used_at=at)
    return token


def digest(secret: bytes) -> str:
    """What is kept of a token. It is 32 bytes of chance, so that a quick hash hides it as well as a slow one would."""
    return sha256(secret).hexdigest()
