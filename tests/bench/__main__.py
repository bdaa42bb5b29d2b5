"""How quick the program is, as ratios to what the machine can do at best: `make bench`.

Both sides of a ratio run in turn, in one call and on the same data; each figure is the median of five runs.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date

DAY = date(2026, 3, 31)
SPOILT = 150


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--part", type=int, default=1, help="measure with one part-th of the province (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each side (default: 5)")
    parser.add_argument("--only", nargs="+", choices=MEASURES, default=list(MEASURES), help="what to measure")
    options = parser.parse_args()
    prepare(options.part)
    for name, measure in ((name, MEASURES[name]) for name in options.only):
        say(f"\n{name}")
        for line in measure(options.runs):
            say(f"  {line}")


def say(line: str) -> None:
    print(line, flush=True)


def prepare(part: int) -> None:
    """An empty database of our own becomes the province; the parts of the program are imported only then."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "policytracker.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from targets.models import Organisation
    from tests.bench.province import fill

    call_command("migrate", verbosity=0)
    if Organisation.objects.exists():
        sys.exit("This database is not empty. Measure on one that is thrown away: make bench")
    start = time.perf_counter()
    fill(part, lambda what: say(f"{time.perf_counter() - start:5.0f} s  {what}"))
    say(f"{time.perf_counter() - start:5.0f} s  filled")


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(runs: int, **sides: Callable[[], object]) -> dict[str, float]:
    """The median seconds of each side; every side runs once unmeasured first."""
    seconds: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(runs + 1):
        for name, work in sides.items():
            took = timed(work)
            if turn:
                seconds[name].append(took)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def assess(runs: int) -> list[str]:
    """Judging everything, with nothing and with little to write, beside the best single SELECT."""
    from django.db import connection

    from targets.models import Assessment
    from targets.services.assessments import judge_all
    from tests.bench.limits import LATEST_AND_LINE

    def limit() -> None:
        with connection.cursor() as cursor:
            cursor.execute(LATEST_AND_LINE, {"day": DAY})
            cursor.fetchall()

    def spoilt() -> None:
        some = Assessment.objects.order_by("target_id").values_list("pk", flat=True)[: SPOILT * 7 : 7]
        Assessment.objects.filter(pk__in=list(some)).update(gap_points=None, light="grey")
        judge_all(day=DAY)

    first = timed(lambda: judge_all(day=DAY))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    taken = in_turn(runs, limit=limit, unchanged=lambda: judge_all(day=DAY), few=spoilt)
    return [
        f"{Assessment.objects.count():,} verdicts stored for the first time: {first:.2f} s",
        f"best single SELECT:                {taken['limit']:.2f} s",
        f"assess, nothing changed:           {taken['unchanged']:.2f} s  {taken['unchanged'] / taken['limit']:.2f} x",
        f"assess, {SPOILT} verdicts changed:      {taken['few']:.2f} s  {taken['few'] / taken['limit']:.2f} x",
    ]


BARE_INSERT = """
    INSERT INTO targets_observation (series_id, period_start, period_end, period_source, comparator, value, status,
      recorded_at, version, wording, upper_excluded, flags, note, return_reason)
    VALUES (%s, %s, %s, 'stated', 'eq', 120, 'submitted', now(), 1, '', FALSE, '{}', '', '')
"""


def verify(runs: int) -> list[str]:
    """One value verified by its verb, verdicts renewed, beside the bare INSERT of one, each in its own transaction."""
    from decimal import Decimal

    from django.db import connection

    from targets.models import Observation, Target
    from targets.services import observations

    series = list(
        Target.objects.order_by("series_id").values_list("series_id", flat=True).distinct()[: 20 * (runs + 1)]
    )
    spring, summer = date(2026, 4, 30), date(2026, 5, 31)
    waiting = [
        observations.submit(
            Observation(series_id=key, period_start=spring, period_end=spring, value=Decimal(120)), by=None
        )
        for key in series
    ]
    free = iter(series)

    def insert() -> None:
        with connection.cursor() as cursor:
            for _ in range(20):
                cursor.execute(BARE_INSERT, [next(free), summer, summer])

    def verified() -> None:
        for _ in range(20):
            observations.verify(waiting.pop(), by=None)

    taken = in_turn(runs, limit=insert, verb=verified)
    return [
        f"bare INSERT of a value:            {taken['limit'] * 50:.2f} ms",
        f"verify, verdicts renewed:          {taken['verb'] * 50:.2f} ms  {taken['verb'] / taken['limit']:.1f} x",
    ]


def desk(runs: int) -> list[str]:
    """Pages of the admin."""
    from tests.bench.desk import measure

    return measure(runs)


MEASURES: dict[str, Callable[[int], list[str]]] = {"assess": assess, "verify": verify, "desk": desk}

if __name__ == "__main__":
    main()
