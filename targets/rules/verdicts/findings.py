"""What a judge of one kind hands back: the value that decided, attainment, pace, and why."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from targets.rules.verdicts.evidence import Evidence
from targets.rules.verdicts.measurements import Measurement
from targets.rules.verdicts.terms import Attainment, Pace, Reason
from targets.rules.verdicts.trajectory import Progress

#: From best to worst.
ADVERSE: Final = (Pace.BEHIND, Pace.FAR_BEHIND, Pace.REGRESSING)


@dataclass(frozen=True, kw_only=True)
class Ruling:
    """A pace and the reason for it."""

    pace: Pace
    reason: Reason
    #: The number that decided, where it is not the gap: a growth ratio, a share, a forecast.
    figure: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """The whole judgement, before light and sentence."""

    ruling: Ruling
    attainment: Attainment = Attainment.NOT_MEASURABLE
    measurement: Measurement | None = None
    progress: Progress = field(default_factory=Progress)
    #: Of a target of every period: periods kept, and periods tested.
    periods: tuple[int, int] | None = None

    @property
    def value(self) -> Decimal | None:
        return None if self.measurement is None else self.measurement.value


def ruled(pace: Pace, reason: Reason, figure: Decimal | None = None) -> Ruling:
    return Ruling(pace=pace, reason=reason, figure=figure)


def unassessable(reason: Reason) -> Ruling:
    return ruled(Pace.NOT_ASSESSABLE, reason)


def attainment_of(evidence: Evidence, measurement: Measurement) -> Attainment:
    """Met or not on one value; a ceiling over a period that still runs can so far only be broken."""
    if evidence.goal is None:
        return Attainment.NOT_MEASURABLE
    if not evidence.goal.holds(measurement.value):
        return Attainment.NOT_MET
    deadline = evidence.target.deadline
    still_runs = deadline is None or measurement.end < deadline
    return Attainment.NOT_MEASURABLE if evidence.is_running_ceiling and still_runs else Attainment.MET
