"""What a verdict rests on, line by line: the value, the path, the gap, the speed, the data."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.admin.figures import say
from targets.admin.lamps import percent
from targets.admin.measured import Measured, measured
from targets.models.base import label
from targets.queries.questions import Judged
from targets.rules.moments import on_day, period
from targets.rules.quantities.writing import plain
from targets.rules.verdicts.assessment import Assessment
from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.lights import greatest_age
from targets.rules.verdicts.sentences import readable


class Ground(NamedTuple):
    """One line: what it is, its number, and what belongs to it."""

    name: str
    said: str
    more: str = ""


def grounds(found: Judged) -> list[Ground]:
    """The lines that are defined for the verdict; what is not known is not listed as nothing."""
    evidence, verdict = found.judgement.evidence, found.assessment
    numbers = measured(found.target, found.revision)
    return [
        *_value(found, numbers),
        *_base(evidence, numbers),
        *(_path(verdict, numbers) if found.judgement.finding.periods is None else _periods(found)),
        *_speed(verdict, numbers),
        *_data(evidence, verdict),
    ]


def _value(found: Judged, numbers: Measured) -> Iterator[Ground]:
    measurement = found.judgement.finding.measurement
    if measurement is not None:
        yield Ground(_("Value"), numbers.value(measurement.value), say(period(measurement.start, measurement.end)))
    elif found.judgement.evidence.goal is not None:
        yield Ground(_("Value"), _("none that counts"))


def _base(evidence: Evidence, numbers: Measured) -> Iterator[Ground]:
    day = "" if evidence.base_day is None else say(on_day(evidence.base_day))
    if evidence.target.base_value is not None:
        yield Ground(_("Base"), numbers.level(evidence.target.base_value), day)
    elif evidence.starts_at_zero:
        yield Ground(_("Base"), numbers.level(Decimal(0)), day)


def _periods(found: Judged) -> Iterator[Ground]:
    """What is promised of every period has no path; each one is kept or broken."""
    kept, tested = found.judgement.finding.periods or (0, 0)
    yield Ground(_("Periods kept"), _("%(kept)d of %(tested)d") % {"kept": kept, "tested": tested})


def _path(verdict: Assessment, numbers: Measured) -> Iterator[Ground]:
    if verdict.expected_value is not None:
        yield Ground(_("Expected by then"), numbers.value(verdict.expected_value))
    if verdict.achieved_share is not None:
        expected = verdict.expected_share
        due = "" if expected is None else _("%(share)s expected") % {"share": percent(expected)}
        yield Ground(_("Share done"), percent(verdict.achieved_share), due)
    yield from _gap(verdict, numbers)


def _gap(verdict: Assessment, numbers: Measured) -> Iterator[Ground]:
    gap = verdict.gap_points
    if gap is None:
        return
    size = plain(readable(abs(gap)))
    if not gap:
        yield Ground(_("Gap"), _("level with it"))
        return
    side = _("%(points)s points ahead") if gap > 0 else _("%(points)s points behind")
    amount = "" if verdict.gap_value is None else numbers.distance(verdict.gap_value)
    yield Ground(_("Gap"), side % {"points": size}, amount)


def _speed(verdict: Assessment, numbers: Measured) -> Iterator[Ground]:
    if verdict.observed_annual_change is not None:
        yield Ground(_("Change so far"), numbers.yearly(verdict.observed_annual_change))
    if verdict.required_annual_change is not None:
        ratio = verdict.required_to_observed
        times = "" if ratio is None else _("%(ratio)s times the change so far") % {"ratio": plain(readable(ratio))}
        yield Ground(_("Change needed"), numbers.yearly(verdict.required_annual_change), times)
    if verdict.forecast_value is not None:
        meets = "" if verdict.forecast_meets is None else _("meets") if verdict.forecast_meets else _("falls short")
        yield Ground(_("At the deadline if it goes on so"), numbers.value(verdict.forecast_value), meets)


def _data(evidence: Evidence, verdict: Assessment) -> Iterator[Ground]:
    if verdict.data_age_days is not None:
        limit = greatest_age(evidence)
        allowed = "" if limit is None else _("stale after %(days)d") % {"days": limit}
        age = ngettext("%(days)d day", "%(days)d days", verdict.data_age_days) % {"days": verdict.data_age_days}
        yield Ground(_("Age of the data"), age, allowed)
    if verdict.coverage is not None:
        reported, due = verdict.coverage
        yield Ground(_("Periods reported"), _("%(reported)d of %(due)d due") % {"reported": reported, "due": due})
    if verdict.flags:
        yield Ground(_("To note"), _("; ").join(label(flag) for flag in verdict.flags))
