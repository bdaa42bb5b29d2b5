"""Questions asked of both twins: loaded into tables that go with the transaction, and their answers side by side."""

import json
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal, localcontext
from typing import Any

from django.db import connection

from targets.models.expressions import verdicts
from targets.rules.numbers import EXACT, rounded
from targets.rules.terms import ObservationStatus
from targets.rules.verdicts.answer import NUMBERS, TEN
from targets.rules.verdicts.assessment import assess, judge
from targets.rules.verdicts.evidence import gather
from targets.rules.verdicts.request import Request, read_request
from targets.rules.verdicts.terms import VerdictFlag
from tests.rules.questions import Plain

Row = dict[str, Any]
LONG = Context(prec=40)
QUESTION = {
    "key": "bigint",
    "source": "bigint",
    "day": "date",
    "measure": "text",
    "comparator": "text",
    **dict.fromkeys(("lower", "upper", "tolerance"), "numeric"),
    "quantifier": "text",
    "base_value": "numeric",
    "base_date": "date",
    "start": "date",
    "deadline": "date",
    **dict.fromkeys(("accumulation", "direction", "frequency", "method"), "text"),
    **dict.fromkeys(("ahead", "on_track", "behind", "far_behind"), "numeric"),
    "bare_as": "text",
    "over_rule": "text",
    "approx_tolerance": "numeric",
    "max_age_days": "int",
    "min_points": "int",
}
MILESTONE = {"key": "bigint", "day": "date", "value": "numeric"}
OBSERVATION = {
    "source": "bigint",
    "id": "bigint",
    "period_start": "date",
    "period_end": "date",
    "value": "numeric",
    "comparator": "text",
    "lower": "numeric",
    "upper": "numeric",
    "numerator": "numeric",
    "denominator": "numeric",
    "is_provisional": "boolean",
}
SAME_NAME = (
    *("attainment", "pace", "light", "reason", "ground", "method", "value", "period_end", "forecast_meets"),
    *NUMBERS,
)


def differences(questions: Sequence[Plain], *, coverage: bool = True) -> list[str]:
    """Where the twins differ: each question as a case for the truth table, and what SQL says instead."""
    requests = [read_request(question) for question in questions]
    rules = [by_rule(request) if coverage else _uncounted(by_rule(request)) for request in requests]
    pairs = zip(questions, rules, by_statement(requests, coverage=coverage), strict=True)
    return [_told(question, rule, statement) for question, rule, statement in pairs if rule != statement]


def _told(question: Plain, rule: Row, statement: Row) -> str:
    case = {"name": "A question on which the twins differ", "request": question}
    differing = {name: (rule[name], statement[name]) for name in rule if rule[name] != statement[name]}
    lines = [f"  {name}: rule {one}, statement {other}" for name, (one, other) in differing.items()]
    return "\n".join([json.dumps(case, ensure_ascii=False), *lines])


def _uncounted(row: Row) -> Row:
    """Without what the statement leaves out when it is not to count periods."""
    flags = [flag for flag in row["flags"] if flag != VerdictFlag.PARTIAL_COVERAGE]
    return row | {"coverage_reported": None, "flags": flags}


def by_rule(request: Request) -> Row:
    """What the rule in Python finds, in the columns of the statement."""
    target, indicator, observations, day, policy = request.__dict__.values()
    with localcontext(EXACT):
        finding = judge(gather(target, indicator, observations, day, policy))
    answer = assess(target, indicator, observations, day, policy)
    kept, tested = finding.periods or (None, None)
    reported, due = answer.coverage or (None, None)
    return {
        **{name: _plain(getattr(answer, name)) for name in SAME_NAME},
        "period_start": finding.measurement and finding.measurement.start,
        "figure": _plain(finding.ruling.figure),
        "periods_kept": kept,
        "periods_tested": tested,
        "coverage_reported": reported,
        "coverage_due": due,
        "flags": [str(flag) for flag in answer.flags],
    }


def by_statement(requests: Sequence[Request], *, coverage: bool = True) -> list[Row]:
    """What the statement in SQL answers, in the order asked."""
    with connection.cursor() as cursor:
        _load(cursor, "asked_question", QUESTION, _questions(requests))
        _load(cursor, "asked_milestone", MILESTONE, _milestones(requests))
        _load(cursor, "asked_observation", OBSERVATION, _observations(requests))
        cursor.execute("CREATE INDEX ON asked_observation (source)")
        names = ("question", "milestone", "observation")
        cursor.execute(verdicts(*(f"SELECT * FROM asked_{name}" for name in names), coverage=coverage))
        columns = [column.name for column in cursor.description]
        found = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
        for name in names:
            cursor.execute(f"DROP TABLE asked_{name}")
    found.sort(key=lambda row: row["key"])
    return [{name: _plain(value) for name, value in row.items() if name != "key"} for row in found]


def _load(cursor: Any, table: str, columns: dict[str, str], rows: Iterator[Row]) -> None:
    cursor.execute(f"CREATE TEMP TABLE {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})")
    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([row[name] for name in columns])
    cursor.execute(f"ANALYZE {table}")


def _sources(requests: Sequence[Request]) -> dict[Any, int]:
    """One number for all questions with the same values."""
    values = [(request.observations, request.policy.include_provisional) for request in requests]
    return {each: -place for place, each in enumerate(dict.fromkeys(values))}


def _questions(requests: Sequence[Request]) -> Iterator[Row]:
    sources = _sources(requests)
    for key, request in enumerate(requests):
        target, indicator, policy = request.target, request.indicator, request.policy
        yield {
            "key": key,
            "source": sources[request.observations, policy.include_provisional],
            "day": request.day,
            "over_rule": policy.over,
            **{name: getattr(target, name) for name in QUESTION if hasattr(target, name)},
            **{name: getattr(indicator, name) for name in QUESTION if hasattr(indicator, name)},
            **{name: getattr(policy, name) for name in QUESTION if hasattr(policy, name)},
            **vars(policy.thresholds),
        }


def _milestones(requests: Sequence[Request]) -> Iterator[Row]:
    for key, request in enumerate(requests):
        for day, value in {milestone.date: milestone.value for milestone in request.target.milestones}.items():
            yield {"key": key, "day": day, "value": value}


def _observations(requests: Sequence[Request]) -> Iterator[Row]:
    for (observations, with_provisional), source in _sources(requests).items():
        counted = {ObservationStatus.VERIFIED, *([ObservationStatus.SUBMITTED] if with_provisional else [])}
        for place, item in enumerate(observations):
            if item.status in counted:
                is_provisional = item.status != ObservationStatus.VERIFIED
                yield {**vars(item), "source": source, "id": place, "is_provisional": is_provisional}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        # A day's growth, carried on for a year, may have hundreds of digits; Python itself takes roots to fifty.
        return rounded(value, TEN) if value.adjusted() < LONG.prec else LONG.plus(value)
    return str(value) if isinstance(value, str) else value
