"""Writes about people."""

import secrets

from django.contrib.auth import get_user_model
from django.db.models import Q

from targets.services.writing import writing

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
