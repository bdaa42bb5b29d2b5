"""What a target may say is checked twice, by a rule in Python and by the database. Both must give the same answer."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from django.db import connection

from targets.models import TargetRevision
from targets.rules.statements.shape import shape_problems
from targets.rules.statements.statement import Statement
from targets.rules.terms import BaseSource, Comparator, DateSource, Flag, Measure, Precision
from targets.rules.wording import Text
from tests.make import make_target

pytestmark = pytest.mark.django_db

COLUMNS = (
    *("measure", "comparator", "lower", "upper", "tolerance", "scale", "flags"),
    *("base_value", "base_date", "base_source", "deadline", "deadline_precision", "deadline_source"),
)
COMPARATORS = ["", *Comparator]
BOUNDS = [(None, None), (1, None), (None, 2), (1, 2), (2, 2), (3, 2)]
TOLERANCES = [None, 0]
DUE, LATE = date(2030, 12, 31), date(2031, 12, 31)
BASES = list(product([None, 0], [None, DUE, LATE], [BaseSource.NONE, BaseSource.STATED]))
DEADLINES = list(product([None, DUE], ["", Precision.YEAR], [DateSource.NONE, DateSource.INHERITED]))
PLAIN = {
    "measure": Measure.LEVEL,
    "comparator": Comparator.EQ,
    "lower": 1,
    "upper": None,
    "tolerance": None,
    "scale": 1,
    "flags": (),
    "base_value": None,
    "base_date": None,
    "base_source": BaseSource.NONE,
    "deadline": None,
    "deadline_precision": "",
    "deadline_source": DateSource.NONE,
}


def numbers_with_dates() -> Iterator[dict[str, Any]]:
    """Every comparator with all bounds, tolerances, bases and deadlines."""
    for comparator, (lower, upper), tolerance, base, deadline in product(
        COMPARATORS, BOUNDS, TOLERANCES, BASES, DEADLINES
    ):
        names = COLUMNS[1:5] + COLUMNS[7:]
        yield PLAIN | dict(zip(names, (comparator, lower, upper, tolerance, *base, *deadline), strict=True))


def numbers_with_measures() -> Iterator[dict[str, Any]]:
    """Every measure with all comparators and bounds, with and without the flag that excuses numbers."""
    for measure, comparator, (lower, upper), flags in product(Measure, COMPARATORS, BOUNDS, [(), (Flag.QUALITATIVE,)]):
        fields = {"measure": measure, "comparator": comparator, "lower": lower, "upper": upper, "flags": flags}
        yield PLAIN | fields


def signs() -> Iterator[dict[str, Any]]:
    """Scales and tolerances below, at and above zero."""
    for scale, tolerance in product([-1, 0, 1], [-1, 0, 1]):
        yield PLAIN | {"scale": scale, "tolerance": tolerance}


def python_accepts(row: dict[str, Any]) -> bool:
    return not shape_problems(Statement(indicator=Text("整车产量"), **row))


def database_accepts(rows: list[dict[str, Any]]) -> list[bool]:
    """Whether each row can be inserted; one block in the database tries them all."""
    target = make_target()
    columns = ", ".join(COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMP TABLE tried ON COMMIT DROP AS SELECT 0 AS n, {columns} FROM targets_targetrevision"
        )
        cursor.execute("TRUNCATE tried")
        with cursor.copy(f"COPY tried (n, {columns}) FROM STDIN") as copy:
            for n, row in enumerate(rows):
                copy.write_row([n, *(_plain(row[column]) for column in COLUMNS)])
        cursor.execute(f"""
            DO $$ DECLARE row record; BEGIN FOR row IN SELECT * FROM tried LOOP BEGIN
                INSERT INTO targets_targetrevision (target_id, number, wording, quantifier, modality, nature,
                    reason, effective_date, recorded_at, withdrawn, {columns})
                VALUES ({target.pk}, row.n + 2, 'x', 'at_deadline', 'unstated', 'unstated',
                    'x', '2026-01-01', timestamptz '2027-01-01' + row.n * interval '1 second', false,
                    {", ".join(f"row.{column}" for column in COLUMNS)});
            EXCEPTION WHEN check_violation THEN NULL;
            END; END LOOP; END $$
        """)
    kept = set(TargetRevision.objects.filter(target=target).values_list("number", flat=True))
    return [n + 2 in kept for n in range(len(rows))]


def _plain(value: Any) -> Any:
    return [str(flag) for flag in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize("combinations", [numbers_with_dates, numbers_with_measures, signs])
def test_rule_and_database_accept_the_same_targets(combinations):
    rows = list(combinations())
    by_rule, by_database = [python_accepts(row) for row in rows], database_accepts(rows)
    assert [row for row, one, other in zip(rows, by_rule, by_database, strict=True) if one != other] == []
    assert set(by_rule) == {True, False}
