"""A target entered from a printed page: with its series, its place in the source and its milestones, all or nothing."""

from dataclasses import dataclass

from targets.models import Citation, Milestone, Series, Target, TargetRevision, User
from targets.services import series, sources, targets
from targets.services.writing import writing


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A new target with what it promises; what the register may lack for it is given unsaved."""

    target: Target
    first: TargetRevision
    #: In place of a series chosen from the register; its indicator may be unsaved as well.
    series: Series | None = None
    #: In place of a citation chosen from the register.
    place: Citation | None = None
    milestones: tuple[Milestone, ...] = ()


def enter(entry: Entry, *, by: User | None) -> Target:
    """Adds the target and whatever it needs. Raises ValidationError; nothing at all is written then."""
    target, first = entry.target, entry.first
    with writing(by):
        if entry.series is not None:
            target.series = series.obtain(entry.series, by=by, demo=target.plan.is_demo)
        if entry.place is not None:
            first.citation = sources.cite(entry.place, by=by)
        targets.add(target, first, by=by)
        for milestone in entry.milestones:
            milestone.target, milestone.citation = target, first.citation
            targets.set_milestone(milestone, by=by)
    return target
