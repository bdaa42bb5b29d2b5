"""Which of several targets in one wording a form takes, and what becomes of the others."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from targets.rules.quantities.draft import Proposal


class Choice(NamedTuple):
    """The target taken, the steps on its way, and the targets that stand for themselves."""

    target: Proposal
    steps: tuple[Proposal, ...] = ()
    further: tuple[Proposal, ...] = ()


def chosen(proposals: Sequence[Proposal]) -> Choice | None:
    """The first target; of a ladder (2025 … 2027 … 2030) the last rung, with the earlier ones as steps."""
    if not proposals:
        return None
    ladder = [each for each in proposals if _is_rung(each, proposals[0])]
    days = {each.deadline for each in ladder}
    if len(ladder) < 2 or len(days) < len(ladder):
        return Choice(proposals[0], (), tuple(proposals[1:]))
    *steps, last = sorted(ladder, key=_day)
    return Choice(last, tuple(steps), tuple(each for each in proposals if each not in ladder))


def _is_rung(proposal: Proposal, first: Proposal) -> bool:
    """Whether it speaks of the same quantity at a day of its own."""
    alike = (proposal.subject, proposal.unit, proposal.measure) == (first.subject, first.unit, first.measure)
    return alike and proposal.deadline is not None and proposal.parent is None


def _day(rung: Proposal) -> date:
    return rung.deadline or date.max
