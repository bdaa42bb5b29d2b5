"""Questions at random, drawn so that what decides often coincides: days, bounds, levels, periods side by side."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from targets.models.expressions.policies import LINEAR
from targets.rules.periods import DAY, due_periods
from targets.rules.terms import Accumulation, Comparator, Direction, Frequency, Measure, ObservationStatus, Quantifier
from targets.rules.verdicts.terms import BareAs, Over
from tests.rules.questions import Plain

YEAR_ENDS = [date(year, 12, 31) for year in range(2019, 2033)]
LEAPS = [
    date(2020, 2, 29),
    date(2023, 2, 28),
    date(2024, 2, 29),
    date(2024, 3, 1),
    date(2025, 2, 28),
    date(2028, 2, 29),
]
OTHERS = [date(2025, 1, 1), date(2025, 6, 30), date(2025, 7, 15), date(2026, 1, 31), date(2026, 3, 31)]
FIRST = date(2019, 1, 1)


class Chance(Random):
    """A source of chance that is asked in the words of the register."""

    def happens(self, share: float) -> bool:
        return self.random() < share

    def maybe(self, value: Any, share: float = 0.5) -> Any:
        return value if self.happens(share) else None

    def day(self) -> date:
        if self.happens(0.6):
            return self.choice(YEAR_ENDS)
        return self.choice(LEAPS + OTHERS) if self.happens(0.7) else FIRST + self.randrange(5000) * DAY

    def number(self) -> Decimal:
        """Mostly round, at times as long as the register keeps them."""
        kind = self.random()
        if kind < 0.55:
            return Decimal(self.randint(-4, 20) * 10)
        if kind < 0.75:
            return Decimal(self.randint(-20, 120))
        if kind < 0.9:
            return Decimal(self.randint(-3000, 20000)) / 100
        if kind < 0.97:
            return Decimal(self.randint(-(10**12), 10**12)) / 10**10
        return Decimal(self.randint(-(10**27), 10**27)) / 10 ** self.randint(0, 10)


def make_random_question(chance: Chance) -> Plain:
    """A well-formed question to one of the four linear methods, in plain values as in the truth table."""
    target = _target(chance)
    return _plain(
        {
            "target": target,
            "indicator": {
                "accumulation": chance.choice([*Accumulation, Accumulation.STOCK, Accumulation.ANNUAL_FLOW]),
                "direction": chance.choice([*Direction]),
                "frequency": chance.choice([*Frequency]),
            },
            "observations": list(_observations(chance, target)),
            "as_of": _as_of(chance, target["base_date"], target["deadline"]),
            "policy": _policy(chance),
        }
    )


def _as_of(chance: Chance, base: date | None, deadline: date | None) -> date:
    """Any day; or about the deadline: on it, next to it, or up to two years after it; or some time on the way."""
    if deadline is None or chance.happens(0.2):
        return chance.day()
    if base is None or chance.happens(0.4):
        return deadline + chance.choice([-1, 0, 1, 31, 90, 365, chance.randrange(800)]) * DAY
    return base + chance.randrange((deadline - base).days + 1) * DAY


def _target(chance: Chance) -> Plain:
    low, high = sorted((chance.number(), chance.number()))
    base, start, *_, deadline = sorted(chance.day() for _ in range(chance.choice([3, 5, 7])))
    target = {
        "measure": chance.choice([*Measure]),
        "comparator": chance.choice([*Comparator]),
        "lower": low,
        "upper": high,
        "tolerance": chance.maybe(abs(chance.number()) / chance.choice([1, 10]), 0.3),
        "quantifier": chance.choice([Quantifier.AT_DEADLINE, *Quantifier]),
        "base_value": chance.maybe(chance.choice([low, high, Decimal(0), chance.number(), chance.number()]), 0.75),
        "base_date": chance.maybe(base, 0.8),
        "start": chance.maybe(chance.choice([start, base, base + DAY]), 0.4),
        "deadline": chance.maybe(max(deadline, base + DAY), 0.9),
        "milestones": [_milestone(chance, base) for _ in range(chance.choice([0, 0, 1, 2, 4]))],
    }
    return target | chance.choice([{}] * 60 + NUMBERLESS)


NUMBERLESS: list[Plain] = [
    {"comparator": "", "lower": None, "upper": None},
    {"measure": Measure.REFERENCE, "lower": None, "upper": None},
]


def _milestone(chance: Chance, base: date) -> Plain:
    return {"date": chance.choice([chance.day(), base + chance.randrange(1500) * DAY]), "value": chance.number()}


def _policy(chance: Chance) -> Plain:
    names = ("ahead", "on_track", "behind", "far_behind")
    return {
        "method": chance.choice([None, None, *LINEAR]),
        "thresholds": {name: chance.number() for name in names if chance.happens(0.1)},
        "bare_as": chance.choice([*BareAs]),
        "over": chance.choice([None, None, *Over]),
        "approx_tolerance": chance.choice([None, Decimal(0), Decimal("0.1"), Decimal("0.15")]),
        "max_age_days": chance.choice([None, None, None, 0, 30, 400, 4000]),
        "min_points": chance.choice([None, None, None, 0, 2, 3, 6]),
        "include_provisional": chance.happens(0.3),
    }


def _observations(chance: Chance, target: Plain) -> Iterator[Plain]:
    """One to three runs of values, shuffled at times; the numbers often are those of the target."""
    dates = [target["base_date"], target["base_date"], target["start"], None]
    places = [chance.choice(dates) for _ in range(chance.choice([0, *[1] * 6, 2, 2, 3]))]
    periods = [period for place in places for period in _run(chance, place)]
    if chance.happens(0.2):
        chance.shuffle(periods)
    is_plain = chance.happens(0.6)
    marks = [target[name] for name in ("lower", "upper", "base_value") if target[name] is not None]
    for first, last in periods:
        number = chance.choice(marks) if marks and chance.happens(0.1) else chance.number()
        yield {"period_start": first, "period_end": last} | _value(chance, number, is_plain=is_plain)


def _run(chance: Chance, after: date | None) -> list[tuple[date | None, date]]:
    """Periods of one kind: side by side, growing within the year, points, or anything; at times with holes."""
    begin = (after or FIRST) - chance.choice([0, 0, 0, 1, 365, 1000]) * DAY if chance.happens(0.9) else chance.day()
    frequency = chance.choice([Frequency.MONTH, Frequency.QUARTER, Frequency.HALF_YEAR, Frequency.YEAR, Frequency.YEAR])
    length = {Frequency.MONTH: 900, Frequency.QUARTER: 1500, Frequency.HALF_YEAR: 2000, Frequency.YEAR: 4000}[frequency]
    periods = list(due_periods(frequency, begin, begin + chance.randrange(400, length) * DAY))
    if chance.happens(0.15) and periods:
        periods = [(date(last.year, 1, 1), last) for _, last in periods]
    if chance.happens(0.15):
        spans = [sorted((chance.day(), chance.day())) for _ in range(chance.randrange(1, 6))]
        periods += [(first, last) for first, last in spans]
    if chance.happens(0.3):
        periods = [period for period in periods if chance.happens(0.85)]
    return [_dressed(period, kind) for kind in [chance.choice(KINDS)] for period in periods]


KINDS = ("whole", "whole", "point", "open", "whole")


def _dressed(period: tuple[date, date], kind: str) -> tuple[date | None, date]:
    first, last = period
    return {"whole": first, "point": last, "open": None}[kind], last


def _value(chance: Chance, number: Decimal, *, is_plain: bool) -> Plain:
    """Exact mostly; else a bound or two, a ratio, or nothing."""
    status = ObservationStatus.VERIFIED if chance.happens(0.9) else chance.choice([*ObservationStatus])
    if is_plain or chance.happens(0.6):
        return {"value": number, "status": status}
    low, high = sorted((number, chance.number()))
    bounds = {"lower": chance.maybe(low, 0.8), "upper": chance.maybe(high, 0.8)}
    parts = {"numerator": number, "denominator": chance.choice([Decimal(7), Decimal(3), Decimal(0), chance.number()])}
    said = chance.choice([{"comparator": chance.choice([*Comparator])} | bounds, parts, parts | bounds, {}])
    return {"value": None, "status": status} | said


def _plain(thing: Any) -> Any:
    """In the values of JSON."""
    if isinstance(thing, dict):
        return {name: _plain(item) for name, item in thing.items()}
    if isinstance(thing, list):
        return [_plain(item) for item in thing]
    if isinstance(thing, date):
        return thing.isoformat()
    return str(thing) if isinstance(thing, Decimal) else thing
