"""By what a verdict is judged: a method with its thresholds, and how doubtful things are read."""

from collections.abc import Sized
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from targets.rules.terms import Frequency
from targets.rules.verdicts.terms import BareAs, Method, find


@dataclass(frozen=True, kw_only=True)
class Thresholds:
    """Where one pace ends and the next begins; what each number means depends on the method.

    - Paths: gap in points; `ahead` from here up, `on_track` above this one, `behind` down to and including this one;
      `far_behind` is the gap at or below which a movement away from the target is called regressing.
    - Growth ratios: `on_track`, `behind` and `far_behind` from here up, regressing below.
    - Projected growth: `on_track` and `behind` likewise; `far_behind` as for paths.
    - Five-year trend: how much of the distance may be missed, in per cent; `on_track` below, `behind` up to this one.
    """

    ahead: Decimal | None = None
    on_track: Decimal | None = None
    behind: Decimal | None = None
    far_behind: Decimal | None = None


PATH: Final = Thresholds(ahead=Decimal(5), on_track=Decimal(-10), behind=Decimal(-30), far_behind=Decimal(-10))
THRESHOLDS: Final[dict[Method, Thresholds]] = {
    Method.LINEAR_PATH: PATH,
    Method.MILESTONE_PATH: PATH,
    Method.STEP_PATH: PATH,
    Method.DEADLINE_ONLY: Thresholds(),
    Method.CAGR_95_60_0: Thresholds(on_track=Decimal("0.95"), behind=Decimal("0.6"), far_behind=Decimal(0)),
    Method.UN_2022: Thresholds(on_track=Decimal("0.95"), behind=Decimal("0.5"), far_behind=Decimal("-0.1")),
    Method.UN_2023: Thresholds(on_track=Decimal("0.95"), behind=Decimal("0.1"), far_behind=Decimal(-10)),
    Method.LINEAR_5Y_5_20: Thresholds(on_track=Decimal(5), behind=Decimal(20)),
}
PATHS: Final = (Method.LINEAR_PATH, Method.MILESTONE_PATH, Method.STEP_PATH)
GROWTH: Final = (Method.CAGR_95_60_0, Method.UN_2022, Method.UN_2023)
#: After so many days a value is stale.
MAX_AGE_DAYS: Final[dict[str, int]] = {
    Frequency.MONTH: 92,
    Frequency.QUARTER: 184,
    Frequency.HALF_YEAR: 365,
    Frequency.YEAR: 731,
}


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One version of a rule; verdicts name it by code and version."""

    code: str = "default"
    version: int = 1
    #: Null leaves it to the target: the milestone path where there are milestones, else the linear path.
    method: Method | None = None
    #: Those that differ from the method's own.
    thresholds: Thresholds = field(default_factory=Thresholds)
    bare_as: str = BareAs.FLOOR
    #: Null: met where the indicator has a direction, not met where it has none.
    over: str | None = None
    #: Relative; serves about and close to when no tolerance is stated.
    approx_tolerance: Decimal = Decimal("0.05")
    #: Null: by the indicator's frequency.
    max_age_days: int | None = None
    #: Points needed for a pace, the base included; null: as many as the method needs.
    min_points: int | None = None
    include_provisional: bool = False


DEFAULT: Final = Policy()


def named(code: str) -> Policy:
    """The policy "default", or the one that bears the name of its method; ValueError for any other code."""
    if code == DEFAULT.code:
        return DEFAULT
    method = find(Method, code)
    if method is None:
        raise ValueError(f"{code!r} names no policy")
    return Policy(code=code, method=method)


def method_of(policy: Policy, milestones: Sized) -> Method:
    if policy.method is not None:
        return policy.method
    return Method.MILESTONE_PATH if len(milestones) else Method.LINEAR_PATH


def thresholds_of(policy: Policy, method: Method) -> Thresholds:
    """Those of the method, with what the policy sets itself."""
    usual, own = THRESHOLDS[method], policy.thresholds
    return Thresholds(
        ahead=usual.ahead if own.ahead is None else own.ahead,
        on_track=usual.on_track if own.on_track is None else own.on_track,
        behind=usual.behind if own.behind is None else own.behind,
        far_behind=usual.far_behind if own.far_behind is None else own.far_behind,
    )
