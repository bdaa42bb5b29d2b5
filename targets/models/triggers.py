"""Rules that a check constraint cannot say, kept by the database all the same, and their messages for people."""

from typing import Any

import pgtrigger
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: dict[str, Promise] = {}
"""The message for people by the name of the broken rule; services look it up when the database refuses."""


class BumpVersion(pgtrigger.Trigger):
    """Raises the version with every real change, whichever door it came through."""

    when = pgtrigger.Before
    operation = pgtrigger.Update
    condition = pgtrigger.Condition("OLD.* IS DISTINCT FROM NEW.*")
    func = "NEW.version = OLD.version + 1; NEW.changed_at = now(); RETURN NEW;"


class Rule(pgtrigger.Trigger):
    """A row rule. `breach` is an SQL condition over NEW that must not hold; `message` says what to do instead."""

    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update

    def __init__(self, *, name: str, breach: str, message: Any, **options: Any) -> None:
        MESSAGES[name] = message
        super().__init__(name=name, func=_refuse_if(name, breach), **options)


def fixed(name: str, columns: list[str], message: Any) -> Rule:
    """The rule that these columns of a row never change once written."""
    breach = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return Rule(name=name, operation=pgtrigger.Update, breach=breach, message=message)


class NoCycle(pgtrigger.Trigger):
    """Refuses a row that would become its own ancestor through `column`."""

    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update

    def __init__(self, *, name: str, table: str, column: str = "parent_id", message: Any = None) -> None:
        MESSAGES[name] = message or _(
            "This would make a circle: a row cannot stand below itself. Choose another parent."
        )
        self.table, self.column = table, column
        super().__init__(name=name, func=self._walk(), condition=pgtrigger.Condition(f"NEW.{column} IS NOT NULL"))

    def _walk(self) -> str:
        # Two moves at once could each be harmless and make a circle together, so they wait for one another.
        lock = f"PERFORM pg_advisory_xact_lock(hashtext('{self.table}.{self.column}'));"
        breach = f"""EXISTS (
            WITH RECURSIVE above(id) AS (
                SELECT NEW.{self.column}
                UNION
                SELECT row.{self.column} FROM {self.table} AS row JOIN above ON row.id = above.id
                WHERE row.{self.column} IS NOT NULL
            ) SELECT FROM above WHERE id = NEW.id)"""
        return lock + _refuse_if(self.name or "", breach)


def _refuse_if(name: str, breach: str) -> str:
    return f"""
        IF {breach} THEN
            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '{name}', MESSAGE = '{name}';
        END IF;
        RETURN NULL;
    """
