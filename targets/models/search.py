"""What rows are found by: kept by triggers, so that no door can forget it."""

from typing import Any, ClassVar, Self

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from targets.models.triggers import Triggers, never_emptied
from targets.rules.search import asked


class Searched(pgtrigger.Trigger):
    """Keeps the search entry of a row, and of what is found by its name, when one of the columns changes.

    The functions that it calls were made by a migration, since they are needed to fill in rows that stood before.
    """

    when = pgtrigger.After

    def __init__(self, noun: str, *columns: str, new: bool = True) -> None:
        changed = pgtrigger.UpdateOf(*columns) | pgtrigger.Delete  # type: ignore[no-untyped-call]
        super().__init__(
            name=f"search_{noun}",
            operation=changed | pgtrigger.Insert if new else changed,
            func=_renewed(noun, columns),
        )


class SearchedAbove(pgtrigger.Trigger):
    """Renews the search entry of the row that a new row belongs to."""

    when = pgtrigger.After
    operation = pgtrigger.Insert

    def __init__(self, noun: str) -> None:
        renewed = f"PERFORM targets_search_renew('{noun}', ARRAY[NEW.{noun}_id]); RETURN NULL;"
        super().__init__(name=f"search_{noun}", func=renewed)


def _renewed(noun: str, columns: tuple[str, ...]) -> str:
    same = " AND ".join(f'OLD."{column}" IS NOT DISTINCT FROM NEW."{column}"' for column in columns)
    return f"""
        IF TG_OP = 'DELETE' THEN
            DELETE FROM targets_searchentry WHERE noun = '{noun}' AND row = OLD.id;
            RETURN NULL;
        ELSIF TG_OP = 'UPDATE' AND {same} THEN
            RETURN NULL;
        END IF;
        PERFORM targets_search_renew('{noun}', ARRAY[NEW.id]);
        RETURN NULL;
    """


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Search entries."""

    def about(self, noun: str, text: str) -> Self:
        """Entries of rows of this noun that every word of the text finds; none if it has no word."""
        question = asked(text)
        return self.filter(noun=noun, words__asked=f"'@{noun}' & {question}") if question else self.none()


class SearchEntry(models.Model):
    """What one row is found by: its words, its pinyin, and those of the rows that it stands on."""

    noun = models.CharField(max_length=24, editable=False)
    row = models.BigIntegerField(editable=False)
    words = SearchVectorField(editable=False)

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        indexes: ClassVar = [GinIndex(fields=["words"], name="search_words", fastupdate=False)]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["noun", "row"],
                name="search_one_a_row",
                violation_error_message=_("This row is in the search already."),
            )
        ]
        triggers: ClassVar[Triggers] = (never_emptied(),)

    def __str__(self) -> str:
        return f"{self.noun} {self.row}"


@SearchVectorField.register_lookup
class Asked(models.Lookup):
    """Whether a text search vector fits a question in PostgreSQL's own language, taken as it stands."""

    lookup_name = "asked"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        return f"{left} @@ %s::tsquery", (*left_params, self.rhs)
