"""Many values at once, as a sheet gives them: all of them are recorded, or none."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from targets.models import Observation, Series, User
from targets.rules.terms import ObservationStatus
from targets.services import judging
from targets.services.writing import writing

Place = tuple[int, date | None, date]
"""Series, first and last day: where at most one value stands and one waits."""
OPEN = [ObservationStatus.VERIFIED, ObservationStatus.SUBMITTED]
POINTERS = ("series", "reported_by", "citation", "recorded_by", "verified_by", "supersedes")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A value to be recorded; `key` is what the sheet calls its cell, `seen` the id of the value that stood there."""

    key: str
    value: Observation
    seen: int | None = None
    at_once: bool = False
    """Whether the person who enters it verifies it too."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Why a cell cannot be recorded; `current` is what stands there now, where that is the reason."""

    key: str
    message: str
    current: Observation | None = None


class CellsRefused(ValidationError):
    """Some cells are wrong, so none was recorded."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__([fault.message for fault in faults], "refused")


@dataclass(frozen=True)
class Standing:
    """What holds a place: the verified value, and the one that waits."""

    verified: Observation | None = None
    waiting: Observation | None = None

    @property
    def seen(self) -> Observation | None:
        """The value that a sheet shows."""
        return self.waiting or self.verified


def record(entries: Sequence[Entry], *, by: User | None, reason: str = "", at: datetime | None = None) -> Counter[str]:
    """Records the values: a free place gets its first one, a verified value its correction.

    A value that still waits is sent back and replaced. Whoever calls this has asked whether the person may do it.
    Says how many were `submitted`, how many of these as `corrected`, and how many were `verified` at once. Raises
    CellsRefused, and records nothing, where a cell holds another value than was seen, or none can be kept there.
    """
    with writing(by, reason):
        _lock({entry.value.series_id for entry in entries})
        held = _held(entries)
        if faults := [*_faults(entries, held)]:
            raise CellsRefused(faults)
        moment = at or _after(held.values())
        _make_room(entries, held, moment)
        for entry in entries:
            _fill(entry, held.get(place(entry.value), Standing()), by, moment)
        Observation.objects.bulk_create([entry.value for entry in entries])
        judging.touch(series={entry.value.series_id for entry in entries if entry.at_once})
    return Counter(
        submitted=len(entries),
        corrected=sum(entry.value.supersedes_id is not None for entry in entries),
        verified=sum(entry.at_once for entry in entries),
    )


def place(value: Observation) -> Place:
    """Where the value belongs."""
    return value.series_id, value.period_start, value.period_end


def _lock(series: Iterable[int]) -> None:
    """As `verify` does: a target added to a series at the same moment waits, or its verdict would miss the value."""
    list(Series.objects.select_for_update(no_key=True).filter(pk__in=series).order_by("pk").values_list("pk"))


def _held(entries: Sequence[Entry]) -> dict[Place, Standing]:
    """What stands and waits at the places of the entries, kept from other writers."""
    wanted = {place(entry.value) for entry in entries}
    ends = Q(series__in={key for key, _, _ in wanted}, period_end__in={end for _, _, end in wanted})
    found: dict[Place, Standing] = {}
    for value in Observation.objects.select_for_update(no_key=True).filter(ends, status__in=OPEN).order_by("pk"):
        at = found.get(place(value), Standing())
        if value.status == ObservationStatus.VERIFIED:
            found[place(value)] = Standing(value, at.waiting)
        else:
            found[place(value)] = Standing(at.verified, value)
    return {at: standing for at, standing in found.items() if at in wanted}


def _faults(entries: Sequence[Entry], held: dict[Place, Standing]) -> Iterable[Fault]:
    times = Counter(place(entry.value) for entry in entries)
    for entry in entries:
        current = held.get(place(entry.value), Standing()).seen
        if (current.pk if current else None) != entry.seen:
            yield Fault(key=entry.key, message=_meanwhile(current), current=current)
        elif times[place(entry.value)] > 1:
            yield Fault(key=entry.key, message=_("This period of the series was given twice. Keep one of the two."))
        elif words := _unkeepable(entry.value):
            yield Fault(key=entry.key, message=words)


def _meanwhile(current: Observation | None) -> str:
    if current is None:
        return _("The value that stood here was returned or corrected in the meantime. Look at it again.")
    return _("Someone else has reported a value here in the meantime. Nothing of it was overwritten.")


def _unkeepable(value: Observation) -> str:
    """What is wrong with the columns of the value itself, in words."""
    try:
        value.clean_fields(exclude=[*POINTERS, "recorded_at", "status"])
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _make_room(entries: Sequence[Entry], held: dict[Place, Standing], moment: datetime) -> None:
    """Sends back what waits, and supersedes what is corrected at once; the history keeps both."""
    replaced = [standing.waiting.pk for standing in held.values() if standing.waiting]
    at_once = [held[place(entry.value)].verified for entry in entries if entry.at_once and place(entry.value) in held]
    corrected = [value.pk for value in at_once if value]
    if replaced:
        reason = _("Replaced by a later entry.")
        returned = {"status": ObservationStatus.RETURNED, "returned_at": moment, "return_reason": reason}
        Observation.objects.filter(pk__in=replaced).update(**returned)
    if corrected:
        superseded = {"status": ObservationStatus.SUPERSEDED, "superseded_at": moment}
        Observation.objects.filter(pk__in=corrected).update(**superseded)


def _fill(entry: Entry, standing: Standing, by: User | None, moment: datetime) -> None:
    value = entry.value
    value.supersedes, value.recorded_at, value.recorded_by = standing.verified, moment, by
    value.status = ObservationStatus.SUBMITTED
    if entry.at_once:
        value.status, value.verified_at, value.verified_by = ObservationStatus.VERIFIED, moment, by


def _after(held: Iterable[Standing]) -> datetime:
    """This moment, or the latest of those that it must not lie before, should another machine's clock be ahead."""
    known = [value for standing in held for value in (standing.verified, standing.waiting) if value]
    return max([timezone.now(), *(value.verified_at or value.recorded_at for value in known)])
