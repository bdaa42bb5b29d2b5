"""Everything that the sections of a report are told from, read once in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from targets.access import Person, visible
from targets.models import AssessmentPolicy, Plan, Responsibility, Target
from targets.queries import policies, rollups
from targets.queries.questions import Judged, judged
from targets.queries.rollups import Score
from targets.queries.tree import Node, TargetLine, Tree, tree
from targets.rules.rollups.rollup import badness
from targets.rules.verdicts.assessment import Assessment
from targets.rules.wording import Text

Bodies = tuple[Responsibility, ...]


@dataclass(frozen=True, kw_only=True)
class Line:
    """One target in its place, with its verdict; `number` counts the targets of the report in printed order."""

    number: int
    judged: Judged
    reading: Text
    #: From the top of the plan down to the task that sets it; empty for a target of the whole plan.
    under: tuple[Node, ...]
    #: Who has a part in it: its own, else those of the nearest task that names any.
    bodies: Bodies

    @property
    def verdict(self) -> Assessment:
        return self.judged.assessment


@dataclass(frozen=True, kw_only=True)
class Material:
    """A plan with all that was found out about it."""

    plan: Plan
    day: date
    known_at: datetime
    tree: Tree
    lines: tuple[Line, ...]
    whole: Score
    #: Versions by code and number, of those that judged; what is not here is built in.
    policies: Mapping[tuple[str, int], AssessmentPolicy]

    def below(self, node: Node | None) -> list[Line]:
        """All targets under the node; those of the whole plan where there is none."""
        if node is None:
            return [line for line in self.lines if not line.under]
        return [line for line in self.lines if any(each is node for each in line.under)]

    def worst_first(self, lines: Sequence[Line]) -> list[Line]:
        """In the order in which they need attention; only judged ones have a place in it."""
        return sorted(lines, key=lambda line: badness(rollups.child(told(line, self.day))))

    def number_of(self, target: Target) -> int:
        return next(line.number for line in self.lines if line.judged.target.pk == target.pk)


def gather(plan: Plan, user: Person, *, day: date, known_at: datetime) -> Material:
    """As `user` may see it on the day, by what the register knew at the moment."""
    found = tree(plan, user, day=day, known_at=known_at)
    targets = visible(Target.objects.filter(plan=plan), user)
    verdicts = {each.target.pk: each for each in judged(targets, day=day, known_at=known_at)}
    lines = tuple(_lines(found, verdicts, _own_bodies(plan, user)))
    policy = policies.policy_of_plan(plan, day, known_at)
    return Material(
        plan=plan,
        day=day,
        known_at=known_at,
        tree=found,
        lines=lines,
        whole=rollups.score([told(line, day) for line in lines], rollups.rule_of(policy)),
        policies=_policies(lines),
    )


def told(line: Line, day: date) -> rollups.Told:
    each = line.judged
    return rollups.Told(target=each.target, revision=each.revision, judged_on=day, verdict=each.assessment)


def _lines(found: Tree, verdicts: Mapping[int, Judged], own: Mapping[int, Bodies]) -> Iterator[Line]:
    """In printed order, what the plan promises as a whole first."""
    for number, (place, under) in enumerate(_places(found), 1):
        yield Line(
            number=number,
            judged=verdicts[place.target.pk],
            reading=place.reading,
            under=under,
            bodies=own.get(place.target.pk) or _nearest_bodies(under),
        )


def _places(found: Tree) -> Iterator[tuple[TargetLine, tuple[Node, ...]]]:
    for place in found.loose:
        yield place, ()
    way: list[Node] = []
    for node in found.nodes:
        del way[node.depth :]
        way.append(node)
        for place in node.targets:
            yield place, tuple(way)


def _nearest_bodies(under: Sequence[Node]) -> Bodies:
    return next((node.responsibilities for node in reversed(under) if node.responsibilities), ())


def _own_bodies(plan: Plan, user: Person) -> dict[int, Bodies]:
    rows = visible(Responsibility.objects.filter(target__plan=plan), user).select_related("organisation")
    found: dict[int, list[Responsibility]] = defaultdict(list)
    for row in rows:
        if row.target_id is not None:
            found[row.target_id].append(row)
    return {target: tuple(bodies) for target, bodies in found.items()}


def _policies(lines: Sequence[Line]) -> dict[tuple[str, int], AssessmentPolicy]:
    named = {line.verdict.policy_code for line in lines}
    return {(row.code, row.number): row for row in AssessmentPolicy.objects.filter(code__in=named)}
