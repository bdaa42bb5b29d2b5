"""A stateless question in plain JSON values, read into what the rule takes; whatever does not fit is refused."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from targets.rules.statements.statement import BOUNDS
from targets.rules.terms import (
    Accumulation,
    Comparator,
    Direction,
    Frequency,
    Measure,
    ObservationStatus,
    Quantifier,
)
from targets.rules.verdicts.fields import Fields, Refused, known
from targets.rules.verdicts.inputs import Indicator, Milestone, Observation, Target
from targets.rules.verdicts.policies import DEFAULT, Policy, Thresholds, named
from targets.rules.verdicts.terms import BareAs, Method, Over
from targets.rules.wording import Text

MOST_OBSERVATIONS: Final = 2000
MOST_MILESTONES: Final = 200

R = TypeVar("R")


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `assess` takes."""

    target: Target
    indicator: Indicator
    observations: tuple[Observation, ...]
    day: date
    policy: Policy


def read_request(data: object) -> Request:
    """The question in a mapping as docs/why-verdict.md shows it; Refused names the first place that does not fit."""
    fields = Fields.of(data, "", {"target", "indicator", "observations", "as_of", "policy"})
    return Request(
        target=read_target(fields.fields("target", set(TARGET_KEYS))),
        indicator=read_indicator(fields.fields("indicator", {"accumulation", "direction", "frequency"})),
        observations=_each(fields, "observations", set(OBSERVATION_KEYS), MOST_OBSERVATIONS, read_observation),
        day=fields.needed_day("as_of"),
        policy=read_policy(fields),
    )


TARGET_KEYS: Final = (
    "measure",
    "comparator",
    "lower",
    "upper",
    "tolerance",
    "quantifier",
    "base_value",
    "base_date",
    "start",
    "deadline",
    "milestones",
)
OBSERVATION_KEYS: Final = (
    "period_start",
    "period_end",
    "value",
    "comparator",
    "lower",
    "upper",
    "numerator",
    "denominator",
    "status",
)
POLICY_KEYS: Final = (
    "code",
    "version",
    "method",
    "thresholds",
    "bare_as",
    "over",
    "approx_tolerance",
    "max_age_days",
    "min_points",
    "include_provisional",
)


def read_target(fields: Fields) -> Target:
    target = Target(
        measure=fields.needed_code("measure", Measure),
        comparator=fields.code("comparator", Comparator) or "",
        lower=fields.number("lower"),
        upper=fields.number("upper"),
        tolerance=fields.size("tolerance"),
        quantifier=fields.code("quantifier", Quantifier) or Quantifier.AT_DEADLINE,
        base_value=fields.number("base_value"),
        base_date=fields.day("base_date"),
        start=fields.day("start"),
        deadline=fields.day("deadline"),
        milestones=_each(fields, "milestones", {"date", "value"}, MOST_MILESTONES, _milestone),
    )
    _check_bounds(target, fields)
    _check_dates(target, fields)
    return target


def read_indicator(fields: Fields) -> Indicator:
    return Indicator(
        accumulation=fields.needed_code("accumulation", Accumulation),
        direction=fields.code("direction", Direction) or Direction.NONE,
        frequency=fields.code("frequency", Frequency) or Frequency.UNSTATED,
    )


def read_observation(fields: Fields) -> Observation:
    observation = Observation(
        period_start=fields.day("period_start"),
        period_end=fields.needed_day("period_end"),
        value=fields.number("value"),
        comparator=fields.code("comparator", Comparator) or "",
        lower=fields.number("lower"),
        upper=fields.number("upper"),
        numerator=fields.number("numerator"),
        denominator=fields.number("denominator"),
        status=fields.code("status", ObservationStatus) or ObservationStatus.VERIFIED,
    )
    if observation.period_start is not None and observation.period_start > observation.period_end:
        message = Text("期间的最后一天不得早于第一天。", "A period must not end before it begins.")
        raise Refused("dates_reversed", fields.at("period_end"), message)
    return observation


def read_policy(fields: Fields) -> Policy:
    """A code, or an object with the settings that differ from the default."""
    given = fields.get("policy")
    if given is None:
        return DEFAULT
    if not isinstance(given, str):
        return _own_policy(fields.fields("policy", set(POLICY_KEYS)))
    try:
        return named(given)
    except ValueError:
        raise Refused("unknown_code", fields.at("policy"), known([DEFAULT.code, *Method])) from None


def _own_policy(fields: Fields) -> Policy:
    thresholds = fields.get("thresholds")
    return Policy(
        code=fields.text("code") or "custom",
        version=fields.whole("version") or 1,
        method=fields.code("method", Method),
        thresholds=Thresholds() if thresholds is None else _thresholds(fields),
        bare_as=fields.code("bare_as", BareAs) or BareAs.FLOOR,
        over=fields.code("over", Over),
        approx_tolerance=_or(fields.size("approx_tolerance"), DEFAULT.approx_tolerance),
        max_age_days=fields.whole("max_age_days"),
        min_points=fields.whole("min_points"),
        include_provisional=fields.yes("include_provisional"),
    )


def _thresholds(fields: Fields) -> Thresholds:
    given = fields.fields("thresholds", {"ahead", "on_track", "behind", "far_behind"})
    return Thresholds(
        ahead=given.number("ahead"),
        on_track=given.number("on_track"),
        behind=given.number("behind"),
        far_behind=given.number("far_behind"),
    )


def _or(number: Decimal | None, usual: Decimal) -> Decimal:
    return usual if number is None else number


def _milestone(fields: Fields) -> Milestone:
    return Milestone(date=fields.needed_day("date"), value=fields.needed_number("value"))


def _each(fields: Fields, key: str, keys: set[str], most: int, read: Callable[[Fields], R]) -> tuple[R, ...]:
    items: list[Any] = fields.items(key, most)
    return tuple(read(Fields.of(item, f"{fields.at(key)}.{place}", keys)) for place, item in enumerate(items))


def _check_bounds(target: Target, fields: Fields) -> None:
    """A comparator needs its number; only a target by reference may wait for it."""
    if target.comparator == "":
        if target.lower is not None or target.upper is not None:
            message = Text("有数值的目标须有比较符。", "A target with a number needs a comparator.")
            raise Refused("missing", fields.at("comparator"), message)
        return
    is_open = target.measure == Measure.REFERENCE and target.lower is None and target.upper is None
    for bound in () if is_open else BOUNDS[target.comparator]:
        if getattr(target, bound) is None:
            sign = target.comparator
            message = Text(f"比较符{sign}须有{bound}。", f"The comparator {sign} needs its {bound} bound.")
            raise Refused("missing", fields.at(bound), message)
    if target.comparator == Comparator.BETWEEN and not is_open and _is_reversed(target):
        message = Text("上限不得小于下限。", "The upper bound must not be below the lower bound.")
        raise Refused("bounds_reversed", fields.at("upper"), message)


def _is_reversed(target: Target) -> bool:
    return target.lower is not None and target.upper is not None and target.upper < target.lower


def _check_dates(target: Target, fields: Fields) -> None:
    if target.deadline is None:
        return
    for name in ("base_date", "start"):
        first = getattr(target, name)
        if first is not None and first > target.deadline:
            message = Text(f"deadline不得早于{name}。", f"The deadline must not be before the {name}.")
            raise Refused("dates_reversed", fields.at("deadline"), message)
