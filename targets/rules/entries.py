"""What a person types into a cell, read as a figure of an indicator."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from targets.rules.english import in_signs
from targets.rules.quantities.values import Figure, Unreadable, read_figure
from targets.rules.terms import Accumulation, Comparator
from targets.rules.wording import Text

AGAIN: Final = re.compile(r"(?s)(.+?)\s*[（(](.+)[)）]\s*")
"""A figure said once more in brackets, as pages of the register write it: 2,000,000辆（200万辆）."""
BOUNDS: Final = re.compile(r"(?s)(.*?\d.*?)[,，]\s*(?=[^\d\s])(.*\d.*)")
"""Two bounds beside each other: ≥7,000，<8,000."""
SPACED: Final = re.compile(r"[+-]?\d{1,3}([ \u00a0\u2009\u202f]\d{3})+(\.\d+)?", re.ASCII)
"""Thousands set apart by spaces."""


def read_entry(
    text: str, unit: str, accumulation: str, stages: Sequence[str], english: Sequence[str] = (), *, unit_en: str = ""
) -> Figure:
    """The figure that the text says. Raises Unreadable, with the reason in both languages, if it says none."""
    if accumulation == Accumulation.STAGE:
        return _stage(text, stages, english)
    try:
        return read_figure(_plain(text, unit, unit_en), unit)
    except Unreadable:
        if found := _said_again(text, unit, unit_en) or _two_bounds(text, unit, unit_en):
            return found
        raise


def same_figure(one: object, other: object) -> bool:
    """Whether two rows of figures say the same, whatever their wording."""
    return _meaning(one) == _meaning(other)


def _meaning(figure: object) -> tuple[object, ...]:
    said: str = getattr(figure, "comparator", "")
    # A number without a word before it is reported as that number.
    comparator = Comparator.EQ if said == Comparator.BARE else said
    return (comparator, *(getattr(figure, name) for name in ("value", "lower", "upper", "upper_excluded")))


def _plain(text: str, unit: str, unit_en: str) -> str:
    if SPACED.fullmatch(text.strip()):
        return "".join(text.split())
    return in_signs(text, unit, unit_en)


def _said_again(text: str, unit: str, unit_en: str) -> Figure | None:
    """The figure before the brackets, if what they hold is the same number."""
    found = AGAIN.fullmatch(text)
    parts = [_tried(each, unit, unit_en) for each in found.groups()] if found else []
    if len(parts) < 2 or not parts[0] or not parts[1]:
        return None
    first, second = ({each.value, each.lower, each.upper} - {None} for each in (parts[0], parts[1]))
    return parts[0] if first == second else None


def _two_bounds(text: str, unit: str, unit_en: str) -> Figure | None:
    found = BOUNDS.fullmatch(text)
    low, high = (_tried(each, unit, unit_en) for each in found.groups()) if found else (None, None)
    if not low or not high or low.comparator != Comparator.GE or high.upper is None or high.lower is not None:
        return None
    if low.lower is None or low.lower >= high.upper:
        return None
    is_open = high.comparator == Comparator.LT
    return Figure(text, Comparator.BETWEEN, lower=low.lower, upper=high.upper, upper_excluded=is_open)


def _tried(text: str, unit: str, unit_en: str) -> Figure | None:
    try:
        return read_figure(_plain(text, unit, unit_en), unit)
    except Unreadable:
        return None


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
