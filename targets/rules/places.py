"""Positions of siblings in a row: put in order, with as few changed as can be."""

from collections.abc import Sequence
from typing import Final

MOST: Final = 2**31 - 1
"""The largest position that is kept."""


def placed(standing: Sequence[int], at: int, own: int | None = None) -> list[int]:
    """Strictly rising positions for siblings after one was put in at index `at`; its own is among them.

    `standing` are those of the others in their order. `own` is the one it had, if it stood among them already: then
    only those between its old and its new place change.
    """
    if own is not None:
        pool = sorted([*standing, own])
    else:
        before = standing[at - 1] if at else 0
        pool = [*standing[:at], before + 1, *standing[at:]]
    rising: list[int] = []
    for position in pool:
        rising.append(max(position, rising[-1] + 1 if rising else 1))
    return rising if not rising or rising[-1] <= MOST else list(range(1, len(pool) + 1))
