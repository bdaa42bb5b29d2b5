"""Provisional values reviewed together: first it is shown how many they are, then they are verified or returned."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.access import observing, reach, visible
from targets.admin.fields import is_key
from targets.admin.figures import between, observed
from targets.models import Observation, Organisation
from targets.rules.terms import ObservationStatus, Role
from targets.services.reviewing import return_all, verify_all

MOST = 2000
NEEDS = (
    *("series__indicator", "series__area", "series__organisation"),
    *("supersedes__series__indicator", "reported_by", "recorded_by"),
)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One value to be reviewed, in words; `replaced` is the verified one whose place it takes, blank if there is none."""

    value: Observation
    figure: str
    replaced: str
    period: str


class Review:
    """What is asked for: the values picked, or without a pick all on the page, and what is to be done to them."""

    def __init__(self, data: Any, user: Any, shown: list[Observation]) -> None:
        picked = data.getlist("pick")[:MOST]
        self.returns = data.get("do") == "return"
        self.confirmed = "confirmed" in data
        self.reason: str = data.get("reason", "").strip()[:2000]
        self.error = ""
        # What is confirmed was listed before, one by one; only a first question may mean the whole page.
        whole = not picked and not self.confirmed
        self._ask(user, {value.pk for value in shown} if whole else {int(key) for key in picked if is_key(key)})

    def _ask(self, user: Any, keys: set[int]) -> None:
        rows = visible(Observation.objects.filter(pk__in=keys, status=ObservationStatus.SUBMITTED), user)
        found = list(rows.select_related(*NEEDS).order_by("pk"))
        rights = observing(user, "verify", {value.series_id for value in found})
        self.values = [value for value in found if rights.allows(value.series_id, value.reported_by_id)]
        self.others = len(found) - len(self.values)
        self.gone = len(keys) - len(found)

    @property
    def title(self) -> str:
        count = len(self.values)
        if self.returns:
            return ngettext("Return %d value", "Return %d values", count) % count
        return ngettext("Verify %d value", "Verify %d values", count) % count

    @property
    def series(self) -> int:
        return len({value.series_id for value in self.values})

    @property
    def lines(self) -> list[Line]:
        return [_line(each) for each in self.values]

    @property
    def corrections(self) -> int:
        return sum(value.supersedes_id is not None for value in self.values)

    def act(self, by: Any) -> str:
        """Does it, if it was confirmed, and says so; blank where it still has to be asked."""
        if not self.confirmed or not self.values:
            return ""
        if self.gone:
            self.error = _(
                "Some of these values do not wait for review any more. Nothing was done; look at them again."
            )
            return ""
        try:
            return self._done(by)
        except ValidationError as error:
            self.error = " ".join(error.messages)
            return ""

    def _done(self, by: Any) -> str:
        keys = [value.pk for value in self.values]
        if self.returns:
            count = return_all(keys, reason=self.reason, by=by)
            return ngettext("%d value was returned.", "%d values were returned.", count) % count
        count = verify_all(keys, by=by)
        return ngettext("%d value was verified.", "%d values were verified.", count) % count


def _line(value: Observation) -> Line:
    return Line(
        value=value,
        figure=observed(value),
        replaced=observed(value.supersedes) if value.supersedes else "",
        period=between(value.period_start, value.period_end),
    )


def own_body(user: Any, row: Any) -> Organisation | None:
    """The organisation in whose name the user reports, if there is but one it can be."""
    bodies = reach(user, Role.REPORTER)
    if isinstance(row, Organisation):
        return row if row.pk in bodies or user.is_superuser else None
    return Organisation.objects.filter(pk__in=bodies).first() if len(bodies) == 1 else None
