"""How every write happens: one transaction, an actor that history keeps, and a clear word when it is refused."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import islice
from typing import Any, NamedTuple, TypeVar
from uuid import uuid4

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DataError, IntegrityError, OperationalError, connection, transaction
from django.db.models import Model, ProtectedError
from django.utils.translation import gettext as _

from targets.access import visible
from targets.models.accounts import User
from targets.models.base import Record
from targets.models.triggers import MESSAGES
from targets.services import judging
from targets.services.closing import demand_open
from targets.services.request import request_id

Row = TypeVar("Row", bound=Model)
Editable = TypeVar("Editable", bound=Record)
MOST_NAMED, MOST_LOOKED_AT = 3, 50
BUSY = ("40001", "40P01", "55P03")
"""States in which PostgreSQL gives up a transaction for the sake of another one."""


class Change(NamedTuple):
    """What history keeps beside every event: who acts and why, as JSON, under one id for each verb."""

    id: str = ""
    words: str = ""


_in_hand: ContextVar[Change] = ContextVar("change_in_hand", default=Change())  # noqa: B039, a tuple never changes


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

    Whatever the database refuses comes out as a ValidationError with the words of the broken rule, also what it
    would otherwise look at only when the outermost transaction ends. A verb within a verb has its own actor, and
    the outer reason unless it brings one. Verdicts that rest on what was written are renewed before it ends.
    """
    try:
        with transaction.atomic(), _change(by, reason), judging.together():
            yield
    except ProtectedError as error:
        raise ValidationError(_in_use(error, by), "in_use") from error
    except IntegrityError as error:
        raise Refused(_words(error), _rule(error)) from error
    except (DataError, UnicodeEncodeError) as error:
        raise ValidationError(
            _("A number is too large, or a text holds a character that cannot be kept."), "data"
        ) from error
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) in BUSY:
            raise ValidationError(
                _("Someone else is changing the same rows at this moment. Nothing was saved; try again."), "busy"
            ) from error
        raise


@contextmanager
def _change(by: User | None, reason: str) -> Iterator[None]:
    """Tells history who acts and why, for what follows in this transaction."""
    token = _in_hand.set(Change(str(uuid4()), _words_of_change(by, reason)))
    try:
        _tell_history()
        yield
    finally:
        _in_hand.reset(token)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    _tell_history()


def _words_of_change(by: User | None, reason: str) -> str:
    outer = _in_hand.get().words
    if "\x00" in reason:
        raise DataError("JSON in PostgreSQL holds no NUL character")
    words = {
        "actor": by.pk if by else None,
        "actor_name": by.get_username() if by else "policytracker",
        "reason": reason or (json.loads(outer)["reason"] if outer else ""),
        "request_id": request_id.get(),
    }
    return json.dumps(words, ensure_ascii=False)


def _tell_history() -> None:
    # pghistory.context() would put this before every statement instead, which breaks executemany, is too late
    # for a COPY, and lets two verbs of one request share one reason. As long as pgtrigger.ignore has no value,
    # every trigger runs into an exception inside PostgreSQL; with many rows that takes twenty times as long.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pghistory.context_id', %s, true), set_config('pghistory.context_metadata', %s, true),"
            " set_config('pgtrigger.ignore', '{}', true)",
            _in_hand.get(),
        )


def save_checked(thing: Model, *, only: list[str] | None = None) -> None:
    """Saves a row, or `only` some of its fields, after all checks that can name a field; the database checks again."""
    # Constraints are left to the database, which says the same words: asking it beforehand, one SELECT for each, would
    # make a write five times as long.
    thing.full_clean(validate_constraints=False)
    demand_writable(thing)
    thing.save(update_fields=only)
    _take_version(thing)


def save_changes(thing: Model, stored: Model) -> None:
    """Saves those fields of a row that a person may edit and that differ from the stored row, after all checks.

    A save of all fields would lock the row as if its code had changed, and block everyone who points to it.
    """
    thing.full_clean()
    demand_writable(stored)
    fields = [field for field in thing._meta.concrete_fields if field.editable and not field.primary_key]
    changed = [field.name for field in fields if getattr(thing, field.attname) != getattr(stored, field.attname)]
    if changed:
        thing.save(update_fields=changed)
        judging.edited(thing, changed)
    _take_version(thing)


def demand_writable(*things: Model) -> None:
    """Raises ValidationError where a person would write into an archived plan."""
    if _in_hand.get().words and json.loads(_in_hand.get().words)["actor"] is not None:
        demand_open(*things)


def lock(thing: Row, *beside: str) -> Row:
    """The stored row as it is now, and rows that it points to, kept from other writers until the verb ends."""
    # Without no_key, everyone who writes a row that points here would have to wait, and could wait in a circle.
    rows = type(thing)._default_manager.select_for_update(of=("self", *beside), no_key=True)
    rows = rows.select_related(*beside) if beside else rows
    current = rows.filter(pk=thing.pk).first()
    if current is None:
        raise ValidationError(_("Someone else has removed this in the meantime."), "gone")
    return current


def lock_unchanged(thing: Editable, version: int | None) -> Editable:
    """Locks the stored row and refuses if its version is no longer the one that was read."""
    current = lock(thing)
    if version is not None and current.version != version:
        raise Stale(current)
    return current


def _take_version(thing: Model) -> None:
    if isinstance(thing, Record):
        thing.refresh_from_db(fields=["version", "changed_at"])


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


def _in_use(error: ProtectedError, by: User | None) -> str:
    """What still rests on the row, as far as the person may know of it."""
    rows = islice(error.protected_objects, MOST_LOOKED_AT)
    names = [str(row) for row in islice((row for row in rows if by is None or _is_seen(row, by)), MOST_NAMED)]
    if not names:
        return _("This is still used elsewhere in the register, so it stays.")
    return _("This is still used by: %(names)s. Remove or move those first.") % {"names": ", ".join(names)}


def _is_seen(row: Model, by: User) -> bool:
    return visible(type(row)._default_manager.filter(pk=row.pk), by).exists()
