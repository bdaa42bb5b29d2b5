"""Many verdicts as one answer, for a task, an action, a plan, an organisation or an area.

Counts are given always. A score is given only under a declared rule, only from children that are judged, and beside the
one child that decided it. No mean of colours is made, and no share counts for more than the whole, so that 300% of one
target never hides the 0% of another.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Final, TypeVar

from targets.rules.numbers import EXACT, rounded
from targets.rules.terms import Term
from targets.rules.verdicts.terms import Attainment, Light, Pace, RollupRule

Key = int | str
T = TypeVar("T", bound=Term)

NONE_OF_IT: Final = Decimal(0)
ALL_OF_IT: Final = Decimal(1)
#: What a weight is that nobody stated.
USUAL_WEIGHT: Final = Decimal(1)
#: Behind every number: what is not known decides no tie.
UNKNOWN: Final = Decimal("Infinity")

GOOD: Final = (Light.BLUE, Light.GREEN)
#: The order of badness. The light goes first: yellow is what is met but about to be lost, whatever its pace is called.
LIGHTS_WORST_FIRST: Final = (Light.RED, Light.YELLOW, Light.GREEN, Light.BLUE)
#: Within one light. A commitment broken for good is worst, then movement away, then distance; a late end is worse than
#: an unknown pace, and that worse than a good one. Grey children have no place in it: they are not judged.
PACES_WORST_FIRST: Final = (
    Pace.MISSED,
    Pace.REGRESSING,
    Pace.FAR_BEHIND,
    Pace.BEHIND,
    Pace.MET_LATE,
    Pace.NO_DATA,
    Pace.NOT_ASSESSABLE,
    Pace.NOT_STARTED,
    Pace.ON_TRACK,
    Pace.AHEAD,
    Pace.MET_ON_TIME,
)


@dataclass(frozen=True, kw_only=True)
class Child:
    """The verdict on one target, as far as a roll-up looks at it. Null is not zero, and no weight is not a weight of 0."""

    key: Key
    attainment: Attainment
    pace: Pace
    light: Light
    has_value: bool
    achieved_share: Decimal | None = None
    #: Points ahead of the path, negative behind it; settles ties only.
    gap_points: Decimal | None = None
    #: 0 takes the child out of a mean, not out of the counts.
    weight: Decimal | None = None

    def __post_init__(self) -> None:
        for number in (self.achieved_share, self.gap_points, self.weight):
            if number is not None and not number.is_finite():
                raise ValueError(f"not a finite number: {number}")
        if self.weight is not None and self.weight < 0:
            raise ValueError(f"a weight is never negative: {self.weight}")

    @property
    def is_judged(self) -> bool:
        return self.light != Light.GREY

    @property
    def weighs(self) -> Decimal:
        return USUAL_WEIGHT if self.weight is None else self.weight


@dataclass(frozen=True, kw_only=True)
class Weighing:
    """What a mean rests on, so that nobody takes a part for the whole."""

    #: Children whose share is in the mean.
    shares: int
    #: Sum of the weights of all children, unstated ones as 1.
    weight: Decimal
    #: Part of that sum which the mean rests on, 0 to 1; null when the sum is 0.
    part: Decimal | None
    #: Children whose weight is not stated.
    unstated: int
    #: Children that a weight of 0 takes out.
    weightless: int
    #: Children that weigh something but have no share, or whose share is not judged (stale, final value awaited).
    missing: tuple[Key, ...]


@dataclass(frozen=True, kw_only=True)
class Rollup:
    """One answer. Of the scores only that of the rule is set, and none where no child is judged."""

    rule: RollupRule
    total: int
    #: Children that have a value: "7 of 9 reported".
    reported: int
    #: Children whose light is not grey.
    judged: int
    #: Every code of the list, zeros included; each adds up to the total.
    by_light: Mapping[Light, int]
    by_pace: Mapping[Pace, int]
    by_attainment: Mapping[Attainment, int]
    #: Of worst_of: the verdict of the worst judged child.
    light: Light | None = None
    pace: Pace | None = None
    #: Of weighted_mean: 0 to 1, and what it rests on (that also where nothing could be averaged).
    share: Decimal | None = None
    weighing: Weighing | None = None
    #: Of counts: how many of the judged are blue or green.
    good: int | None = None
    #: The worst judged child; under weighted_mean the one that costs the mean most, if any does.
    deciding: Key | None = None


def roll_up(children: Sequence[Child], rule: RollupRule = RollupRule.WORST_OF) -> Rollup:
    """Raises ValueError when two children have one key, since then nobody could tell which one decided."""
    if len({child.key for child in children}) < len(children):
        raise ValueError("two children have the same key")
    counted = _counted(children, rule)
    with localcontext(EXACT):
        return SCORES[rule](counted, children)


def badness(child: Child) -> tuple[int, int, Decimal, Decimal]:
    """Sorts judged children, the worst first: light, pace, the lower gap, the lower share."""
    gap, share = child.gap_points, child.achieved_share
    return (
        LIGHTS_WORST_FIRST.index(child.light),
        PACES_WORST_FIRST.index(child.pace),
        UNKNOWN if gap is None else gap,
        UNKNOWN if share is None else share,
    )


def _counted(children: Sequence[Child], rule: RollupRule) -> Rollup:
    return Rollup(
        rule=rule,
        total=len(children),
        reported=sum(child.has_value for child in children),
        judged=sum(child.is_judged for child in children),
        by_light=_by(Light, (child.light for child in children)),
        by_pace=_by(Pace, (child.pace for child in children)),
        by_attainment=_by(Attainment, (child.attainment for child in children)),
    )


def _by(terms: type[T], found: Iterable[T]) -> Mapping[T, int]:
    counts = dict.fromkeys(terms, 0)
    for term in found:
        counts[term] += 1
    return counts


def _worst_of(counted: Rollup, children: Sequence[Child]) -> Rollup:
    worst = _worst(children)
    return counted if worst is None else replace(counted, light=worst.light, pace=worst.pace, deciding=worst.key)


def _counts(counted: Rollup, children: Sequence[Child]) -> Rollup:
    worst = _worst(children)
    if worst is None:
        return counted
    return replace(counted, good=sum(counted.by_light[light] for light in GOOD), deciding=worst.key)


def _worst(children: Iterable[Child]) -> Child | None:
    return min((child for child in children if child.is_judged), key=badness, default=None)


def _weighted_mean(counted: Rollup, children: Sequence[Child]) -> Rollup:
    weighed = [child for child in children if child.weighs > 0]
    known = [child for child in weighed if _is_known(child)]
    whole, rests_on = _weight(weighed), _weight(known)
    weighing = Weighing(
        shares=len(known),
        weight=whole,
        part=rounded(rests_on / whole) if weighed else None,
        unstated=sum(child.weight is None for child in children),
        weightless=len(children) - len(weighed),
        missing=tuple(child.key for child in weighed if not _is_known(child)),
    )
    if not known:
        return replace(counted, weighing=weighing)
    costliest = min(known, key=lambda child: (-_cost(child), badness(child)))
    return replace(
        counted,
        weighing=weighing,
        share=rounded((rests_on - sum(map(_cost, known))) / rests_on),
        deciding=costliest.key if _cost(costliest) else None,
    )


def _is_known(child: Child) -> bool:
    return child.is_judged and child.achieved_share is not None


def _weight(children: Iterable[Child]) -> Decimal:
    return sum((child.weighs for child in children), NONE_OF_IT)


def _cost(child: Child) -> Decimal:
    """The weight that a child withholds from the mean: w·(1 − p), p between 0 and 1."""
    share = child.achieved_share or NONE_OF_IT
    return child.weighs * (ALL_OF_IT - min(max(share, NONE_OF_IT), ALL_OF_IT))


SCORES: Final[Mapping[RollupRule, Callable[[Rollup, Sequence[Child]], Rollup]]] = {
    RollupRule.WORST_OF: _worst_of,
    RollupRule.WEIGHTED_MEAN: _weighted_mean,
    RollupRule.COUNTS: _counts,
}
