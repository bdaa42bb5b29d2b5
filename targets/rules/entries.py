"""What a person types into a cell, read as a figure of an indicator."""

from collections.abc import Sequence
from decimal import Decimal

from targets.rules.quantities.values import Figure, Unreadable, read_figure
from targets.rules.terms import Accumulation, Comparator
from targets.rules.wording import Text


def read_entry(text: str, unit: str, accumulation: str, stages: Sequence[str], english: Sequence[str] = ()) -> Figure:
    """The figure that the text says. Raises Unreadable, with the reason in both languages, if it says none."""
    if accumulation == Accumulation.STAGE:
        return _stage(text, stages, english)
    return read_figure(text, unit)


def same_figure(one: object, other: object) -> bool:
    """Whether two rows of figures say the same, whatever their wording."""
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("comparator", "value", "lower", "upper", "upper_excluded")
    )


def _stage(text: str, stages: Sequence[str], english: Sequence[str]) -> Figure:
    """A stage by its name in either language, or by its place."""
    wanted = text.strip().casefold()
    for names in (stages, english, [str(number + 1) for number in range(len(stages))]):
        for place, name in enumerate(names):
            if name.casefold() == wanted:
                return Figure(text=text, comparator=Comparator.EQ, value=Decimal(place + 1))
    raise Unreadable(
        Text(
            f"写阶段名称：{'、'.join(stages)}；或其序号1至{len(stages)}。",
            f"Write one of the stages: {', '.join(english or stages)}; or its place, 1 to {len(stages)}.",
        )
    )
