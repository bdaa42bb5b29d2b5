"""Writes about people."""

import secrets

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from targets.models import User
from targets.services.writing import save_changes, writing

FIRST_NAME = "admin"


def create_first_administrator() -> str | None:
    """Create the user `admin` and return its password, which is kept nowhere in clear.

    None when there is a site administrator, or a user of that name, already.
    """
    users = get_user_model().objects
    if users.filter(Q(is_superuser=True) | Q(username=FIRST_NAME)).exists():
        return None
    password = secrets.token_urlsafe(15)
    with writing(None, "first administrator"):
        users.create_superuser(FIRST_NAME, password=password)
    return password


def edit(user: User, *, by: User | None) -> User:
    """Saves a changed user. Raises ValidationError if no site administrator would be left."""
    with writing(by):
        save_changes(user, User.objects.select_for_update().get(pk=user.pk))
        _keep_an_administrator()
    return user


def remove(user: User, *, by: User | None) -> None:
    """Removes a user on whose writes nothing rests. Raises ValidationError as `edit` does."""
    with writing(by):
        user.delete()
        _keep_an_administrator()


def _keep_an_administrator() -> None:
    # Locked, so that two administrators who leave at once cannot both count on the other.
    left = get_user_model().objects.select_for_update().filter(is_superuser=True, is_active=True)
    if not left:
        raise ValidationError(
            _("This is the last site administrator: without one nobody could let others in. Appoint another first."),
            "last_administrator",
        )
