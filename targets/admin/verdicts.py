"""A verdict as lists and trees show it, in the reader's language."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.admin import lamps
from targets.admin.figures import say
from targets.admin.measured import measured
from targets.models.base import label
from targets.queries.rollups import Told
from targets.rules.moments import on_day


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One verdict in words and marks."""

    lit: SafeString
    attainment: str
    share: SafeString | str
    value: str
    until: str
    sentence: str
    judged_on: date


def shown(line: Told) -> Shown:
    verdict = line.verdict
    return Shown(
        lit=lamps.lit(verdict.light, verdict.pace),
        attainment=label(verdict.attainment),
        share=lamps.share(verdict.achieved_share, verdict.expected_share),
        value="" if verdict.value is None else measured(line.target, line.revision).value(verdict.value),
        until=until(verdict.period_end),
        sentence=say(verdict.sentence),
        judged_on=line.judged_on,
    )


def until(day: date | None) -> str:
    """The last day of the period that a value is for."""
    return "" if day is None else _("as of %(day)s") % {"day": say(on_day(day))}
