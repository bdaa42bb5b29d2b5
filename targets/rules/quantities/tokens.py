"""A stretch of a wording that says something, and what it says."""

from dataclasses import dataclass
from typing import Any, Final

from targets.rules.quantities.amounts import Amount
from targets.rules.quantities.kinds import Kind
from targets.rules.quantities.spans import Span

#: The unit of 翻两番, whose number is the multiple.
FOLDS: Final = "番"


@dataclass(frozen=True)
class Token:
    """A stretch of the text that says something."""

    kind: Kind
    start: int
    end: int
    value: Any = None
    amount: Amount | None = None
    span: Span | None = None
    #: Stands in quotation marks: a name, not a statement.
    is_quoted: bool = False
