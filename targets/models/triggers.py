"""Rules that a check constraint cannot say, kept by the database all the same, and their messages for people."""

from typing import Any

import pgtrigger
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MESSAGES: dict[str, Promise] = {}
"""The message for people by the name of the broken rule; services look it up when the database refuses."""

Triggers = tuple[pgtrigger.Trigger, ...]


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

    def __init__(self, *, name: str, breach: str, message: Any, returns: str = "NULL", **options: Any) -> None:
        MESSAGES[name] = message
        super().__init__(name=name, func=_refuse_if(name, breach, returns), **options)


def fixed(name: str, columns: list[str], message: Any, *, unless: str = "FALSE") -> Rule:
    """The rule that these columns of a row never change once written, unless the SQL condition holds."""
    changes = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    return Rule(name=name, operation=pgtrigger.Update, breach=f"({changes}) AND NOT ({unless})", message=message)


def kept(name: str, message: Any, *, removable: str, alterable: bool = False) -> Rule:
    """The rule that rows are never removed, nor altered unless `alterable`.

    `removable` is the SQL condition over OLD that the row belongs to the demonstration, which may go again.
    """
    operation = pgtrigger.Delete if alterable else pgtrigger.Update | pgtrigger.Delete
    breach = f"TG_OP = 'UPDATE' OR NOT {removable}"
    return Rule(name=name, when=pgtrigger.Before, operation=operation, breach=breach, message=message, returns="OLD")


def never_emptied() -> Rule:
    """The rule that a table is not emptied at one stroke: TRUNCATE would leave no trace in history."""
    return Rule(
        name="never_emptied",
        when=pgtrigger.Before,
        level=pgtrigger.Statement,
        operation=pgtrigger.Truncate,
        breach="TRUE",
        message=_("A table of the register is never emptied. Remove single rows, so that history keeps them."),
    )


def no_stage(indicator: str, *columns: str) -> str:
    """SQL: whether a number in NEW is no place in the list of stages of the indicator, a stage indicator's alias."""
    misses = (
        f"NEW.{column} <> trunc(NEW.{column}) OR NEW.{column} NOT BETWEEN 1 AND cardinality({indicator}.stages)"
        for column in columns
    )
    return f"{indicator}.accumulation = 'stage' AND ({' OR '.join(misses)})"


def stages_hold(name: str, *columns: str) -> Rule:
    """The rule that numbers of a target on a stage indicator are places in its list of stages."""
    return Rule(
        name=name,
        operation=pgtrigger.Insert,
        breach="EXISTS (SELECT FROM targets_target AS target"
        " JOIN targets_series AS series ON series.id = target.series_id"
        " JOIN targets_indicator AS indicator ON indicator.id = series.indicator_id"
        f" WHERE target.id = NEW.target_id AND {no_stage('indicator', *columns)})",
        message=_("A stage is given by its place in the list of stages of the indicator: 1 is the first."),
    )


class NoCycle(pgtrigger.Trigger):
    """Refuses a row that would become its own ancestor.

    `columns` lead from a row to those above it, `node` is the column that stands for the row itself.
    """

    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update

    def __init__(
        self, *, name: str, table: str, columns: tuple[str, ...] = ("parent_id",), node: str = "id", message: Any = None
    ) -> None:
        MESSAGES[name] = message or _(
            "This would make a circle: a row cannot stand below itself. Choose another parent."
        )
        self.name, self.table, self.columns, self.node = name, table, columns, node
        has_parent = " OR ".join(f"NEW.{column} IS NOT NULL" for column in columns)
        super().__init__(name=name, func=self._walk(), condition=pgtrigger.Condition(has_parent))

    def _walk(self) -> str:
        changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in (*self.columns, self.node))
        return f"""
            IF TG_OP = 'UPDATE' AND NOT ({changed}) THEN
                RETURN NULL;
            END IF;
            {self._wait_for_others()}
            {_refuse_if(str(self.name), self._breach())}
        """

    def _wait_for_others(self) -> str:
        # Two moves at once could each be harmless and make a circle together, so they wait for one another.
        # A new row of a tree has nothing below it yet and need not wait.
        lock = f"PERFORM pg_advisory_xact_lock(hashtext('{self.table}'));"
        return f"IF TG_OP = 'UPDATE' THEN {lock} END IF;" if self.node == "id" else lock

    def _breach(self) -> str:
        def above(row: str) -> str:
            return f"unnest(ARRAY[{', '.join(f'{row}.{column}' for column in self.columns)}]) AS link(id)"

        return f"""EXISTS (
            WITH RECURSIVE above(id) AS (
                SELECT link.id FROM {above("NEW")} WHERE link.id IS NOT NULL
                UNION
                SELECT link.id FROM above JOIN {self.table} AS row ON row.{self.node} = above.id
                CROSS JOIN LATERAL {above("row")} WHERE link.id IS NOT NULL
            ) SELECT FROM above WHERE id = NEW.{self.node})"""


def _refuse_if(name: str, breach: str, returns: str = "NULL") -> str:
    return f"""
        IF ({breach}) THEN
            RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '{name}', MESSAGE = '{name}';
        END IF;
        RETURN {returns};
    """
