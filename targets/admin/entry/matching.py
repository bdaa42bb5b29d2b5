"""What the register holds already of that which the words of a target name."""

import json
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q

from targets.access import visible
from targets.admin.entry.extras import FROM_REGISTER, NEW
from targets.models import Indicator, Plan, Series
from targets.rules.quantities.draft import Proposal

MOST: Final = 3
"""How many indicators of a similar name are offered."""
SHORTEST: Final = 2
"""A name of one sign would be found in half of all others."""


@dataclass(frozen=True)
class Match:
    """An indicator of the register, and its series for the plan's own area if there is one."""

    indicator: Indicator
    series: Series | None

    @property
    def name(self) -> str:
        return str(self.series or self.indicator)

    @property
    def pick(self) -> dict[str, Any]:
        """The fields that choose it."""
        if self.series is not None:
            values = {"counted": FROM_REGISTER, "series": str(self.series.pk)}
            return {"values": values, "labels": {"series": str(self.series)}}
        values = {"counted": NEW, "new_indicator": str(self.indicator.pk)}
        return {"values": values, "labels": {"new_indicator": str(self.indicator)}}

    @property
    def pick_json(self) -> str:
        """The same for the script of the page."""
        return json.dumps(self.pick, ensure_ascii=False)

    def is_meant(self, proposal: Proposal) -> bool:
        """Whether it is what the words name, by name, unit and class."""
        mine = self.indicator
        units = (mine.unit,) if proposal.unit else (mine.unit, "")
        return (
            mine.name == proposal.subject
            and (proposal.unit in units or proposal.unit in ("%", "‰"))
            and mine.class_threshold == proposal.class_threshold
        )


def matches(proposal: Proposal, plan: Plan | None, user: Any) -> list[Match]:
    """Indicators whose name is in the words or the other way round, those that are meant first; two queries."""
    if len(proposal.subject) < SHORTEST:
        return []
    named = Q(name__icontains=proposal.subject) | Q(name_en__iexact=proposal.subject)
    indicators = list(visible(Indicator.objects.filter(named), user).order_by("sort_key", "id")[: 5 * MOST])
    found = [Match(each, None) for each in indicators]
    if plan is not None and plan.area_id is not None and indicators:
        rows = Series.objects.filter(indicator__in=indicators, area=plan.area_id, breakdown="", basis="")
        rows = visible(rows, user).select_related("indicator", "area", "organisation")
        standing = {row.indicator_id: row for row in rows}
        found = [Match(each, standing.get(each.pk)) for each in indicators]
    return sorted(found, key=lambda each: (not each.is_meant(proposal), each.series is None))[:MOST]
