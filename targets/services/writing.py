"""How every write happens: one transaction, an actor that history keeps, and a clear word when it is refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pghistory
from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DataError, IntegrityError, transaction
from django.db.models import Model, ProtectedError
from django.utils.translation import gettext as _

from targets.models.accounts import User
from targets.models.triggers import MESSAGES


class Stale(ValidationError):
    """Someone else changed the row since it was read; nothing was written."""

    def __init__(self, current: Model) -> None:
        self.current = current
        super().__init__(
            _("Someone else changed this in the meantime. Look at their version, then save again."), "stale"
        )


class Refused(ValidationError):
    """The database keeps a rule that this write would break; `rule` is its name there."""

    def __init__(self, message: str, rule: str) -> None:
        self.rule = rule
        super().__init__(message, "refused")


@contextmanager
def writing(by: User | None, reason: str = "") -> Iterator[None]:
    """One transaction for one verb. `by` is the person who acts, None for the program itself.

    Whatever the database refuses comes out as a ValidationError with the words of the broken rule.
    """
    name = by.get_username() if by else "policytracker"
    try:
        with pghistory.context(actor=by.pk if by else None, actor_name=name, reason=reason), transaction.atomic():
            yield
    except ProtectedError as error:
        raise ValidationError(_in_use(error), "in_use") from error
    except IntegrityError as error:
        raise Refused(_words(error), _rule(error)) from error
    except DataError as error:
        raise ValidationError(
            _("A number is too large, or a text holds a character that cannot be kept."), "data"
        ) from error


def save_checked(thing: Model, **options: Any) -> None:
    """Saves a row after all checks that can name a field; the database checks again."""
    thing.full_clean(**options)
    thing.save()
    thing.refresh_from_db(fields=[name for name in ("version", "changed_at") if hasattr(thing, name)] or None)


def lock_unchanged(thing: Any, version: int | None) -> None:
    """Locks the stored row and refuses if its version is no longer the one that was read."""
    current = type(thing)._default_manager.select_for_update(of=("self",)).get(pk=thing.pk)
    if version is not None and current.version != version:
        raise Stale(current)


def _words(error: IntegrityError) -> str:
    """The message of the rule that the database says was broken."""
    name = _rule(error)
    if name in MESSAGES:
        return str(MESSAGES[name])
    if name in _constraint_messages():
        return str(_constraint_messages()[name])
    if getattr(error.__cause__, "sqlstate", "") == "23505":
        return _("This stands in the register already; its code or name must be its own.")
    return _("The register refuses this row (%(rule)s).") % {"rule": name or NON_FIELD_ERRORS}


def _rule(error: IntegrityError) -> str:
    return getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""


@cache
def _constraint_messages() -> dict[str, Any]:
    return {
        constraint.name: constraint.violation_error_message
        for model in apps.get_app_config("targets").get_models()
        for constraint in model._meta.constraints
    }


def _in_use(error: ProtectedError) -> str:
    names = ", ".join(str(row) for row in list(error.protected_objects)[:3])
    return _("This is still used by: %(names)s. Remove or move those first.") % {"names": names}
