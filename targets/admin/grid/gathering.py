"""From what was typed into cells to values that may be recorded, or to the reason why not, cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from targets.access import Observing, observing, visible
from targets.admin.figures import observed, say
from targets.admin.grid.text import cell_text
from targets.admin.grid.typed import LONGEST, MORE, TypedCell
from targets.models import Citation, Observation, Organisation, Series
from targets.queries.grid import is_as_of
from targets.rules.entries import read_entry, same_figure
from targets.rules.quantities.values import Figure, Unreadable
from targets.rules.terms import ObservationStatus
from targets.services.recording import Entry, Fault

FIGURE = ("comparator", "value", "lower", "upper", "upper_excluded", "numerator", "denominator")
NUL = "\x00"


@dataclass(frozen=True, kw_only=True)
class Defaults:
    """What is said of all values of a save at once."""

    reported_by: Organisation | None = None
    citation: Citation | None = None
    note: str = ""
    at_once: bool = False


@dataclass
class Gathered:
    """Values to be recorded, and cells that cannot be."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    corrects: bool = False
    """Whether a verified value is among those that are to be replaced."""


class _Refused(Exception):
    """Why a cell cannot be recorded, in words."""


@dataclass(frozen=True, kw_only=True)
class _Known:
    """All that the cells name, as far as the user may see it; read once."""

    user: Any
    series: dict[int, Series]
    seen: dict[int, Observation]
    bodies: dict[int, Organisation]
    citations: dict[int, Citation]
    submitting: Observing
    verifying: Observing


def gather(cells: Iterable[TypedCell], defaults: Defaults, user: Any) -> Gathered:
    """Reads the cells; one whose figure is the one that stands there already is passed over."""
    found, listed = Gathered(), list(cells)
    known = _known(listed, user)
    for cell in listed:
        try:
            entry = _entry(cell, defaults, known)
        except _Refused as refused:
            found.faults.append(Fault(key=cell.name, message=str(refused)))
            continue
        if entry:
            found.entries.append(entry)
            found.corrects |= _is_correction(cell, known)
    return found


def reading(value: Observation) -> str:
    """The figure as it is understood, with its unit."""
    return observed(value)


def _known(cells: list[TypedCell], user: Any) -> _Known:
    series = visible(Series.objects.select_related("indicator", "area", "organisation"), user)
    keys = {cell.series for cell in cells}
    return _Known(
        user=user,
        series=series.in_bulk(keys),
        seen=visible(Observation.objects.all(), user).in_bulk({cell.seen for cell in cells if cell.seen}),
        bodies=visible(Organisation.objects.all(), user).in_bulk(
            {cell.reported_by for cell in cells if cell.reported_by}
        ),
        citations=visible(Citation.objects.all(), user).in_bulk({cell.citation for cell in cells if cell.citation}),
        submitting=observing(user, "submit", keys),
        verifying=observing(user, "verify", keys),
    )


def _entry(cell: TypedCell, defaults: Defaults, known: _Known) -> Entry | None:
    series = known.series.get(cell.series)
    if cell.column is None or series is None:
        raise _Refused(_("There is no such cell in your sheet. Nothing of it was saved."))
    seen = _seen(cell, known)
    if seen and cell.text == cell_text(seen, series.indicator) and not cell.says_more:
        return None
    if not cell.text:
        _may_be_empty(seen)
        return None
    figure = _figure(cell, series)
    if seen and same_figure(figure, seen) and not cell.says_more:
        return None
    value = _value(cell, figure, seen, defaults, known)
    _demand(value, seen, known)
    at_once = defaults.at_once and known.verifying.allows(value.series_id, value.reported_by_id)
    return Entry(key=cell.name, value=value, seen=cell.seen, at_once=at_once)


def _seen(cell: TypedCell, known: _Known) -> Observation | None:
    """The value that stood in the cell when the page was made."""
    if cell.seen is None:
        return None
    seen = known.seen.get(cell.seen)
    column = cell.column
    if seen is None or column is None or seen.series_id != cell.series:
        raise _Refused(_("There is no such cell in your sheet. Nothing of it was saved."))
    if (seen.period_start, seen.period_end) != (column.start, column.end) and not is_as_of(seen, column.end):
        raise _Refused(_("There is no such cell in your sheet. Nothing of it was saved."))
    seen.series = known.series[cell.series]
    return seen


def _may_be_empty(seen: Observation | None) -> None:
    if seen:
        raise _Refused(_("A reported value is never removed. Type the right one, or put this one back."))


def _figure(cell: TypedCell, series: Series) -> Figure:
    if any(NUL in text for text in (cell.text, cell.wording, cell.note)):
        raise _Refused(_("The text holds a character that cannot be kept."))
    if len(cell.text) > LONGEST:
        raise _Refused(_("This is too long for a figure."))
    for name in ("wording", "note"):
        if len(getattr(cell, name)) > MORE[name]:
            raise _Refused(
                _("The wording or the note is too long: at most %(most)d characters.") % {"most": MORE[name]}
            )
    indicator = series.indicator
    try:
        return read_entry(
            cell.text,
            indicator.unit,
            indicator.accumulation,
            indicator.stages,
            indicator.stages_en,
            unit_en=indicator.unit_en,
        )
    except Unreadable as error:
        raise _Refused(say(error.message)) from error


def _value(cell: TypedCell, figure: Figure, seen: Observation | None, defaults: Defaults, known: _Known) -> Observation:
    """The value, not yet saved. For a correction the period is that of the value it corrects."""
    column = cell.column
    assert column is not None  # noqa: S101, such cells were refused before
    old = seen or Observation(period_start=column.start, period_end=column.end)
    return Observation(
        series=known.series[cell.series],
        period_start=old.period_start,
        period_end=old.period_end,
        period_source=old.period_source,
        wording=cell.wording or _wording(cell.text, figure),
        note=cell.note or defaults.note,
        flags=list(old.flags),
        reported_by=_named(cell.reported_by, known.bodies) or defaults.reported_by or old.reported_by,
        citation=_named(cell.citation, known.citations) or defaults.citation,
        **{name: getattr(figure, name) for name in FIGURE},
    )


def _wording(text: str, figure: Figure) -> str:
    """As typed, where that says more than the digits do."""
    digits = text.replace(",", "").replace("，", "").lstrip("+-−")
    return "" if figure.value is not None and digits.replace(".", "", 1).isdecimal() else text


def _named(key: int | None, rows: dict[int, Any]) -> Any:
    if key is None:
        return None
    if key not in rows:
        raise _Refused(_("The organisation or the source chosen for this value is not there any more."))
    return rows[key]


def _demand(value: Observation, seen: Observation | None, known: _Known) -> None:
    """As access.py decides: whether the user may report this, and replace what waits here."""
    if not known.submitting.anyhow(value.series_id):
        raise _Refused(_("You may only read this row."))
    if not known.submitting.allows(value.series_id, value.reported_by_id):
        raise _Refused(_("Here you report for your own organisation: choose it as the one that reported the value."))
    if seen is None or seen.status != ObservationStatus.SUBMITTED or seen.recorded_by_id == known.user.pk:
        return
    if not known.verifying.allows(seen.series_id, seen.reported_by_id):
        raise _Refused(_("A value that someone else reported waits for review here. It has to be reviewed first."))


def _is_correction(cell: TypedCell, known: _Known) -> bool:
    seen = known.seen.get(cell.seen or 0)
    return seen is not None and seen.status == ObservationStatus.VERIFIED
