"""How the statement is put together: codes of closed lists as literals, and steps that add columns to a row."""

from collections.abc import Iterable, Mapping


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


def step(name: str, before: str, named: Mapping[str, str], beside: str = "") -> str:
    """The rows of the step before, called q, with more columns.

    OFFSET 0 keeps each step whole: without it PostgreSQL would write every expression into all places that use it, and
    reckon it there again.
    """
    return f"{name} AS (\n  SELECT q.*,\n    {columns(named)}\n  FROM {before} AS q {beside}\n  OFFSET 0)"
