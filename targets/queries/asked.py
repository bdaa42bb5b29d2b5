"""The register's questions to the rule in plain values, without models and without words: for verdicts that are kept."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from targets.models.expressions import register
from targets.models.statements import rows
from targets.rules.verdicts.inputs import Indicator, Milestone, Observation, Target
from targets.rules.verdicts.policies import Policy, Thresholds
from targets.rules.verdicts.terms import Method, member

Row = dict[str, Any]
SAID = ("measure", "comparator", "lower", "upper", "tolerance", "quantifier", "base_value", "base_date", "start")
MEASURED = ("accumulation", "direction", "frequency")
THRESHOLDS = ("ahead", "on_track", "behind", "far_behind")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A target in force with all that its verdict rests on; rows are named by id."""

    target: int
    plan: int
    revision: int
    promise: Target
    indicator: Indicator
    values: tuple[Observation, ...]
    policy: Policy


def asked(targets: list[int], day: date, known_at: datetime) -> list[Asked]:
    """Those of the targets that are in force on the day; three statements, however many."""
    times = {"keys": targets, "day": day, "known_at": known_at}
    found = [dict(zip(register.COLUMNS, row, strict=True)) for row in rows(register.plainly(), times)]
    milestones = _milestones(times)
    values = _values({row["source"] for row in found}, day)
    return [
        Asked(
            target=row["key"],
            plan=row["plan_id"],
            revision=row["revision_id"],
            promise=_promise(row, milestones[row["key"]]),
            indicator=Indicator(**{name: row[name] for name in MEASURED}),
            values=tuple(values[row["source"]]),
            policy=_policy(row),
        )
        for row in found
    ]


def _milestones(times: Row) -> dict[int, list[Milestone]]:
    found: dict[int, list[Milestone]] = defaultdict(list)
    for target, day, value in rows(register.milestones(register.these), times):
        found[target].append(Milestone(date=day, value=value))
    return found


def _values(series: set[int], day: date) -> dict[int, list[Observation]]:
    found: dict[int, list[Observation]] = defaultdict(list)
    for source, *fields in rows(register.values(), {"sources": list(series), "day": day}):
        found[source].append(Observation(**dict(zip(register.VALUE[1:], fields, strict=True))))
    return found


def _promise(row: Row, milestones: list[Milestone]) -> Target:
    said = {name: row[name] for name in SAID}
    return Target(**said, deadline=row["deadline"], milestones=tuple(milestones))


def _policy(row: Row) -> Policy:
    return Policy(
        code=row["policy_code"],
        version=row["policy_number"],
        method=None if row["method"] is None else member(Method, row["method"]),
        thresholds=Thresholds(**{name: row[name] for name in THRESHOLDS}),
        bare_as=row["bare_as"],
        over=row["over_rule"],
        approx_tolerance=Decimal(row["approx_tolerance"]),
        max_age_days=row["max_age_days"],
        min_points=row["min_points"],
    )
