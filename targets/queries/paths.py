"""What the small charts of many targets show: their path and what is known, gathered without judging them again."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import localcontext

from targets.models import Target
from targets.queries.policies import policies_for
from targets.queries.questions import as_indicator, as_promise, values_of
from targets.rules.numbers import EXACT
from targets.rules.verdicts.evidence import Evidence, gather


def evidence_of(targets: Iterable[Target], *, day: date, known_at: datetime) -> dict[int, Evidence]:
    """By target, what a verdict on it rests on; a constant number of queries. Those not in force are left out.

    The targets must be loaded as for a verdict. Values that wait for review do not count.
    """
    rows = [row for row in targets if row.revision is not None]
    values = values_of({row.series_id for row in rows}, day, known_at)
    rules = policies_for(rows, day, known_at)
    with localcontext(EXACT):
        return {
            row.pk: gather(
                as_promise(row, row.revision),
                as_indicator(row.series.indicator, row.revision),
                values[row.series_id],
                day,
                rules.policy_for(row),
            )
            for row in rows
            if row.revision is not None
        }
