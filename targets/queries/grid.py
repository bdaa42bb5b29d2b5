"""The values of a plan or an organisation as a sheet: series down, periods across."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from targets.access import Observing, Person, observing, visible
from targets.models import Observation, Organisation, Plan, Responsibility, Series, Target
from targets.queries.readings import WITH_WHAT_A_READING_NEEDS
from targets.rules.columns import Column, ending, spread, usual
from targets.rules.terms import ObservationStatus

ROWS = 50
"""So many series stand on a page."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What is known of one series for one period, as far as the reader may see it."""

    column: Column
    standing: Observation | None = None
    """The verified value in force."""
    waiting: Observation | None = None
    """The one that waits for review, perhaps to take its place."""
    returned: Observation | None = None
    """The last one sent back, unless another has been reported since."""
    beside: int = 0
    """How many values there are for other periods that end within this one."""

    @property
    def seen(self) -> Observation | None:
        """The value that a new one would take the place of."""
        return self.waiting or self.standing


@dataclass(frozen=True, kw_only=True)
class Row:
    """One series with the targets that stand on it."""

    series: Series
    targets: tuple[Target, ...]
    cells: tuple[Cell, ...]
    may_submit: bool


@dataclass(frozen=True, kw_only=True)
class Grid:
    """One page of the sheet."""

    rhythm: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    page: int
    pages: int
    series: int
    """How many series there are on all pages."""
    verifying: Observing = field(default_factory=Observing)

    @property
    def waiting(self) -> list[Observation]:
        """The values on this page that wait for review."""
        return [cell.waiting for row in self.rows for cell in row.cells if cell.waiting]


@dataclass(frozen=True, kw_only=True)
class View:
    """Which part of the sheet is looked at; what is None is as it suits the rows."""

    rhythm: str | None = None
    last: Column | None = None
    page: int = 1


Keys = list[tuple[int, str]]
"""Series with their frequencies, in the order of the sheet."""


def of_plan(plan: Plan, user: Person, view: View, *, day: date, known_at: datetime) -> Grid:
    """The series of a plan in the order of its tree, each with the targets of this plan that stand on it."""
    targets = visible(Target.objects.filter(plan=plan), user).on_register(day, known_at)
    placed = targets.order_by(F("task__path").asc(nulls_first=True), "position", "pk")
    found = placed.values_list("series_id", "series__indicator__frequency")
    return _grid(list(dict.fromkeys(found)), targets, user, view, plan.period_start, day, known_at)


def of_organisation(body: Organisation, user: Person, view: View, *, day: date, known_at: datetime) -> Grid:
    """The series of an organisation, and those on which a target stands that it has a part in."""
    series = visible(Series.objects.filter(_of_body(body)), user).order_by("indicator__sort_key", "pk")
    targets = visible(Target.objects.all(), user).on_register(day, known_at)
    found = series.values_list("pk", "indicator__frequency")
    return _grid(list(found), targets, user, view, None, day, known_at)


def _of_body(body: Organisation) -> Q:
    parts = Responsibility.objects.filter(organisation=body)
    return (
        Q(organisation=body)
        | Q(pk__in=parts.filter(target__isnull=False).values("target__series"))
        | Q(pk__in=parts.filter(task__targets__isnull=False).values("task__targets__series"))
    )


def _grid(
    keys: Keys, targets: QuerySet[Target], user: Person, view: View, since: date | None, day: date, known_at: datetime
) -> Grid:
    rhythm = view.rhythm or usual([frequency for _, frequency in keys])
    columns = spread(rhythm, since, day)
    if view.last:
        columns = ending(rhythm, view.last, len(columns))
    pages = max(-(-len(keys) // ROWS), 1)
    page = min(max(view.page, 1), pages)
    wanted = [key for key, _ in keys[(page - 1) * ROWS : page * ROWS]]
    return Grid(
        rhythm=rhythm,
        columns=tuple(columns),
        rows=_rows(wanted, columns, targets, user, day, known_at),
        page=page,
        pages=pages,
        series=len(keys),
        verifying=observing(user, "verify", wanted),
    )


def _rows(
    wanted: list[int], columns: list[Column], targets: QuerySet[Target], user: Person, day: date, known_at: datetime
) -> tuple[Row, ...]:
    named = Series.objects.select_related("indicator", "area", "organisation").in_bulk(wanted)
    standing = _targets(wanted, targets, day, known_at)
    values, rights = _values(wanted, columns, user), observing(user, "submit", wanted)
    return tuple(
        Row(
            series=named[key],
            targets=tuple(standing[key]),
            cells=tuple(_cell(column, values[key]) for column in columns),
            may_submit=rights.anyhow(key),
        )
        for key in wanted
    )


def _targets(
    wanted: list[int], targets: QuerySet[Target], day: date, known_at: datetime
) -> defaultdict[int, list[Target]]:
    found: defaultdict[int, list[Target]] = defaultdict(list)
    rows = targets.filter(series__in=wanted).select_related("plan", *WITH_WHAT_A_READING_NEEDS)
    for target in rows.with_revision(day, known_at).order_by("plan", "position", "pk"):  # type: ignore[attr-defined]
        found[target.series_id].append(target)
    return found


def _values(wanted: list[int], columns: list[Column], user: Person) -> defaultdict[int, list[Observation]]:
    found: defaultdict[int, list[Observation]] = defaultdict(list)
    within = Observation.objects.filter(
        series__in=wanted, period_end__gte=columns[0].start, period_end__lte=columns[-1].end
    )
    for value in visible(within.exclude(status=ObservationStatus.SUPERSEDED), user).order_by("pk"):
        found[value.series_id].append(value)
    return found


def _cell(column: Column, values: Iterable[Observation]) -> Cell:
    """The values for the whole period; where there are none, those as of its last day."""
    ending_within = [value for value in values if column.start <= value.period_end <= column.end]
    whole = [value for value in ending_within if (value.period_start, value.period_end) == (column.start, column.end)]
    own = whole or [value for value in ending_within if is_as_of(value, column.end)]
    latest = {value.status: value for value in own}
    returned, later = latest.get(ObservationStatus.RETURNED), latest.get(ObservationStatus.VERIFIED)
    is_answered = ObservationStatus.SUBMITTED in latest or bool(returned and later and later.pk > returned.pk)
    return Cell(
        column=column,
        standing=later,
        waiting=latest.get(ObservationStatus.SUBMITTED),
        returned=None if is_answered else returned,
        beside=sum(value not in own and value.status != ObservationStatus.RETURNED for value in ending_within),
    )


def is_as_of(value: Observation, day: date) -> bool:
    """Whether the value is for this one day."""
    return value.period_end == day and value.period_start in (None, day)
