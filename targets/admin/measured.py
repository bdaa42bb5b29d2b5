"""Numbers of a verdict as people write them: values, distances and yearly changes of one target's own quantity."""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from targets.admin.figures import say
from targets.admin.numerals import are_short
from targets.models import Target, TargetRevision
from targets.queries.readings import statement
from targets.rules.statements.amounts import base_level, difference, figure_of, is_named_stage
from targets.rules.statements.statement import Statement
from targets.rules.terms import Measure
from targets.rules.verdicts.sentences import readable
from targets.rules.wording import Text


@dataclass(frozen=True)
class Measured:
    """The quantity that a target speaks of."""

    statement: Statement

    def value(self, number: Decimal | None) -> str:
        """A value: 1,300,000辆（130万辆）, 6%, 第3位."""
        if number is None:
            return "—"
        if self.statement.measure == Measure.STAGE and is_named_stage(self.statement, number):
            return say(self.statement.stages[int(number) - 1])
        words = base_level if self.statement.measure == Measure.RANK else _figure
        return say(words(self.statement, readable(number)))

    def level(self, number: Decimal) -> str:
        """A value of the indicator itself, such as a base, whatever the target says of its change."""
        return say(base_level(self.statement, readable(number)))

    def distance(self, number: Decimal) -> str:
        """How far two values lie apart, without a sign; rates lie points apart."""
        return say(difference(self.statement, readable(abs(number))))

    def yearly(self, number: Decimal | None) -> str:
        """A change in each year, with its sign."""
        if number is None:
            return "—"
        sign = "−" if number < 0 else "+" if number > 0 else ""
        return _("%(change)s a year") % {"change": f"{sign}{self.distance(number)}"}


def measured(target: Target, revision: TargetRevision) -> Measured:
    """The target must be loaded with what a reading needs."""
    return Measured(replace(statement(target, revision), is_brief=are_short()))


def _figure(statement: Statement, number: Decimal) -> Text:
    return figure_of(statement)(number)
