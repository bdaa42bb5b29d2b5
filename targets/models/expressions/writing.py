"""How the statement is put together: codes of closed lists as literals, and steps that add columns to a row."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple


def code(term: str) -> str:
    """A code of a closed list as a literal; only our own words come here."""
    return f"'{term}'"


def codes(terms: Iterable[str]) -> str:
    return f"({', '.join(map(code, terms))})"


def choice(subject: str, results: Mapping[str, object]) -> str:
    """One result for each code of the subject, null for any other."""
    arms = " ".join(f"WHEN {code(term)} THEN {result}" for term, result in results.items())
    return f"CASE {subject} {arms} END"


def columns(named: Mapping[str, str]) -> str:
    return ",\n    ".join(f"{expression} AS {name}" for name, expression in named.items())


class Step(NamedTuple):
    """The rows of the step before, called q, with more columns; `beside` is joined to each row."""

    name: str
    columns: Mapping[str, str]
    beside: str = ""

    def written(self, before: str, needed: Set[str]) -> str:
        """A common table expression of the columns that are needed later.

        OFFSET 0 keeps each step whole: without it PostgreSQL would write every expression into all places that use
        it, and reckon it there again.
        """
        carried = {name: f"q.{name}" for name in sorted(needed - self.columns.keys())}
        named = columns(carried | self._kept(needed))
        return f"{self.name} AS (SELECT\n    {named}\n  FROM {before} AS q {self.beside}\n  OFFSET 0)"

    def needs(self, needed: Set[str]) -> Set[str]:
        """The columns of the step before that are read or carried on, if these are needed later."""
        return read(" ".join((*self._kept(needed).values(), self.beside))) | needed - self.columns.keys()

    def _kept(self, needed: Set[str]) -> dict[str, str]:
        return {name: expression for name, expression in self.columns.items() if name in needed}


def read(text: str) -> Set[str]:
    """The columns of the row q that a text reads."""
    return set(re.findall(r"\bq\.(\w+)", text))


def pipeline(source: str, steps: Sequence[Step], answer: Mapping[str, str]) -> str:
    """Steps one after another, and what is told at the end.

    To carry a column through a step costs as much as a small sum, so each carries only what a later one reads.
    """
    texts, needed = [], read(" ".join(answer.values()))
    for place, step in reversed(list(enumerate(steps))):
        texts.append(step.written(steps[place - 1].name if place else source, needed))
        needed = step.needs(needed)
    return f"{', '.join(reversed(texts))}\nSELECT\n    {columns(answer)}\n  FROM {steps[-1].name} AS q"
