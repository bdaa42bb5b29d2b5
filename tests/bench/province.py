"""The reference data set: one province, 2,000 organisations, 5,000 plans, 150,000 targets, 9,000,000 reported values.

Made by a few INSERT … SELECT, straight past history and rules, since both would take hours and no test rests on them.
The numbers follow from fixed formulas and a fixed seed, so that every run measures the same register.
"""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import Model

from targets import models
from targets.rules.terms import Accumulation, Comparator, DateSource, Direction, Frequency, PlanStatus
from targets.rules.terms import ObservationStatus as Status

MONTHS = 75
FIRST, LAST = "2020-01-01", "2026-03-01"
RECORDED = "'2026-01-01T00:00:00Z'::timestamptz"


def fill(part: int, tell: Callable[[str], None]) -> None:
    """Fills an empty, migrated register with the province, or with one `part`-th of it."""
    counts = {name: max(whole // part, 40) for name, whole in WHOLE.items()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.42)")
        for model, source, columns in ROWS:
            tell(f"{model._meta.verbose_name_plural}…")
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
            with Bare(cursor, model):
                cursor.execute(_insert(model, source.format(**counts), columns(counts)))
            cursor.execute(f"ALTER TABLE {model._meta.db_table} ENABLE TRIGGER USER")
        tell("search entries…")
        cursor.execute("SELECT targets_search_fill_all()")
        cursor.execute("VACUUM ANALYZE")


WHOLE = {
    "organisations": 2_000,
    "plans": 5_000,
    "tasks": 50_000,
    "indicators": 3_000,
    "series": 120_000,
    "targets": 150_000,
}


class Bare:
    """A table without its indexes and foreign keys for the length of the block; both are made again, and checked."""

    def __init__(self, cursor: Any, model: type[Model]) -> None:
        self.cursor, self.table = cursor, model._meta.db_table

    def __enter__(self) -> None:
        self.cursor.execute(_KEYS, [self.table])
        self.keys = self.cursor.fetchall()
        self.cursor.execute(_INDEXES, [self.table])
        self.indexes = self.cursor.fetchall()
        for name, _ in self.keys:
            self.cursor.execute(f'ALTER TABLE {self.table} DROP CONSTRAINT "{name}"')
        for name, _ in self.indexes:
            self.cursor.execute(f'DROP INDEX "{name}"')

    def __exit__(self, *error: object) -> None:
        for _, definition in self.indexes:
            self.cursor.execute(definition)
        for name, definition in self.keys:
            self.cursor.execute(f'ALTER TABLE {self.table} ADD CONSTRAINT "{name}" {definition}')


_KEYS = """
    SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'
"""
_INDEXES = """
    SELECT index.relname, pg_get_indexdef(index.oid) FROM pg_index
    JOIN pg_class AS index ON index.oid = indexrelid
    WHERE indrelid = %s::regclass AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""


def _insert(model: type[Model], source: str, columns: dict[str, str]) -> str:
    """The statement that makes rows; columns that are not named get the model's default."""
    named = {**{field.column: _default(field) for field in model._meta.concrete_fields}, **columns}
    chosen = {column: sql for column, sql in named.items() if sql}
    quoted = ", ".join(f'"{column}"' for column in chosen)
    return f"INSERT INTO {model._meta.db_table} ({quoted}) SELECT {', '.join(chosen.values())} FROM {source}"


def _default(field: Any) -> str:
    if field.null or field.primary_key or field.has_db_default():
        return ""
    value = field.get_default()
    if isinstance(value, list):
        return "'{}'"
    if isinstance(value, bool):
        return str(value)
    return f"'{value}'" if value is not None else ""


def _named(stem: str, name: str) -> dict[str, str]:
    return {"id": "g", "code": f"'{stem}-' || g", "name": f"'{name}' || g", "sort_key": f"'{stem}' || g"}


OF_TARGETS = """
    targets_target AS target JOIN targets_series AS series ON series.id = target.series_id
    JOIN targets_indicator AS indicator ON indicator.id = series.indicator_id
"""
OF_MONTHS = f"""
    generate_series('{FIRST}'::timestamp, '{LAST}', '1 month') WITH ORDINALITY AS month(first, place)
    CROSS JOIN LATERAL (SELECT (month.first + interval '1 month - 1 day')::date AS day) AS at
    CROSS JOIN generate_series(1, {{series}}) AS g
    CROSS JOIN LATERAL (SELECT random() < 0.95 AND g >= 0 AS verified) AS state
"""
ROWS: list[tuple[type[Model], str, Callable[[dict[str, int]], dict[str, str]]]] = [
    (
        models.Organisation,
        "generate_series(1, {organisations}) AS g",
        lambda n: _named("org", "某省行政单位") | {"parent_id": "CASE WHEN g > 1 THEN 1 + (g - 2) / 14 END"},
    ),
    (
        models.Plan,
        "generate_series(1, {plans}) AS g",
        lambda n: (
            _named("plan", "推进高质量发展实施方案")
            | {
                "owner_id": f"1 + (g * 7919) % {n['organisations']}",
                "period_start": "'2021-01-01'::date",
                "period_end": "'2030-12-31'::date",
                "period_source": f"'{DateSource.STATED}'",
                "status": f"'{PlanStatus.PUBLISHED}'",
            }
        ),
    ),
    (
        # One plan in ten is large and has half of the tasks.
        models.Task,
        "generate_series(1, {tasks}) AS g",
        lambda n: (
            _named("task", "重点任务")
            | {
                "plan_id": _large_first(n),
                "kind": "'task'",
                "position": "g",
                "path": "ARRAY[g]",
            }
        ),
    ),
    (
        models.Indicator,
        "generate_series(1, {indicators}) AS g",
        lambda n: (
            _named("indicator", "指标")
            | {
                "unit": "'家'",
                "accumulation": f"'{Accumulation.STOCK}'",
                "direction": f"CASE WHEN g % 5 = 3 THEN '{Direction.DOWN}' ELSE '{Direction.UP}' END",
                "frequency": f"'{Frequency.MONTH}'",
            }
        ),
    ),
    (
        models.Series,
        "generate_series(1, {series}) AS g",
        lambda n: {
            "id": "g",
            "code": "'series-' || g",
            "indicator_id": f"1 + (g - 1) % {n['indicators']}",
            "organisation_id": f"1 + (g * 37) % {n['organisations']}",
            "breakdown": "g::text",
        },
    ),
    (
        models.Target,
        "generate_series(1, {targets}) AS g JOIN targets_task AS task ON task.id = 1 + (g::bigint * 7) % {tasks}",
        lambda n: {
            "id": "g",
            "code": "'target-' || g",
            "plan_id": "task.plan_id",
            "task_id": "task.id",
            "series_id": f"1 + (g::bigint * 104729) % {n['series']}",
            "position": "g",
        },
    ),
    (
        models.TargetRevision,
        OF_TARGETS,
        lambda n: {
            "target_id": "target.id",
            "number": "1",
            "wording": "'某目标'",
            "measure": "'level'",
            "comparator": _by_direction(f"'{Comparator.LE}'", f"'{Comparator.GE}'"),
            "lower": _by_direction("NULL", "round((110 + random() * 90)::numeric, 4)"),
            "upper": _by_direction("round((60 + random() * 30)::numeric, 4)", "NULL"),
            "base_value": "100",
            "base_date": "'2020-12-31'::date",
            "base_source": "'stated'",
            "deadline": "make_date((2024 + target.id % 7)::integer, 12, 31)",
            "deadline_precision": "'year'",
            "deadline_source": "'stated'",
            "effective_date": "'2021-01-01'::date",
            "recorded_at": RECORDED,
        },
    ),
    (
        # Month after month, as values arrive, so that those of one series lie far apart.
        models.Observation,
        OF_MONTHS,
        lambda n: {
            "series_id": "g",
            "period_start": "at.day",
            "period_end": "at.day",
            "comparator": "'eq'",
            "value": "round((100 + (CASE WHEN g % 4 = 0 THEN -1 ELSE 1 END) * place * (0.2 + (g % 100) / 100.0)"
            " + random() * 5)::numeric, 4)",
            "status": f"CASE WHEN state.verified THEN '{Status.VERIFIED}' ELSE '{Status.SUBMITTED}' END",
            "recorded_at": RECORDED,
            "verified_at": f"CASE WHEN state.verified THEN {RECORDED} END",
        },
    ),
]


def _large_first(n: dict[str, int]) -> str:
    large = max(n["plans"] // 10, 1)
    rest = max(n["plans"] - large, 1)
    return f"CASE WHEN g <= {n['tasks'] // 2} THEN 1 + (g - 1) % {large} ELSE 1 + {large} + (g - 1) % {rest} END"


def _by_direction(down: str, up: str) -> str:
    return f"CASE indicator.direction WHEN '{Direction.DOWN}' THEN {down} ELSE {up} END"
