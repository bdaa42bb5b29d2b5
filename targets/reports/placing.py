"""Where words go so that none covers another: in rows, beside each other, or near a point of the plot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from targets.reports.frame import Box, Place
from targets.reports.lettering import LEADING, SIZE, width

#: Of the height of the letters: what is above and below the line they stand on.
ABOVE: Final = 0.88
BELOW: Final = 0.24
#: Points along a line are guarded at such distances.
GUARDED: Final = 4.0
#: Between words and what they belong to.
BESIDE: Final = 7.0


class Spot(NamedTuple):
    """The start, middle or end of a line of words, and how it is anchored there."""

    x: float
    y: float
    anchor: str

    def box(self, words: str, size: float = SIZE) -> Box:
        long = width(words, size)
        left = self.x - {"start": 0.0, "middle": long / 2, "end": long}[self.anchor]
        return Box(left, self.y - ABOVE * size, left + long, self.y + BELOW * size)


@dataclass
class Surroundings:
    """What is already there: marks and words must not be covered, lines should not."""

    bounds: Box
    marks: list[Box] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)

    def guard_point(self, place: Place, size: float) -> None:
        x, y = place
        self.marks.append(Box(x - size, y - size, x + size, y + size))

    def guard_line(self, corners: Sequence[Place]) -> None:
        for (x1, y1), (x2, y2) in pairwise(corners):
            steps = max(1, int(max(abs(x2 - x1), abs(y2 - y1)) / GUARDED))
            for count in range(steps + 1):
                x, y = x1 + (x2 - x1) * count / steps, y1 + (y2 - y1) * count / steps
                self.lines.append(Box(x - 1, y - 1, x + 1, y + 1))

    def find(self, words: str, place: Place) -> Spot | None:
        """The best free spot near a point, which then is taken; nothing when there is none."""
        spots = [spot for spot in _around(place) if self._is_free(spot.box(words), self.marks)]
        if not spots:
            return None
        chosen = min(spots, key=lambda spot: self._crossings(spot.box(words)))
        self.marks.append(chosen.box(words))
        return chosen

    def _is_free(self, box: Box, taken: Iterable[Box]) -> bool:
        return self.bounds.holds(box) and not any(box.touches(other) for other in taken)

    def _crossings(self, box: Box) -> int:
        return sum(box.touches(other) for other in self.lines)


def _around(place: Place) -> list[Spot]:
    x, y = place
    middle = y + (ABOVE - BELOW) * SIZE / 2
    above, below = y - BESIDE - BELOW * SIZE, y + BESIDE + ABOVE * SIZE
    return [
        Spot(x, above, "middle"),
        Spot(x, below, "middle"),
        Spot(x + BESIDE, middle, "start"),
        Spot(x - BESIDE, middle, "end"),
        Spot(x + 2, above, "start"),
        Spot(x - 2, above, "end"),
        Spot(x + 2, below, "start"),
        Spot(x - 2, below, "end"),
    ]


def spread(heights: Sequence[float], top: float, bottom: float, apart: float = LEADING) -> list[float]:
    """The heights, moved as little as keeps them apart and inside; in the order they came in."""
    order = sorted(range(len(heights)), key=lambda place: heights[place])
    moved = list(heights)
    least = top
    for place in order:
        moved[place] = max(moved[place], least)
        least = moved[place] + apart
    most = bottom
    for place in reversed(order):
        moved[place] = min(moved[place], most)
        most = moved[place] - apart
    return moved


def in_rows(spots: Sequence[tuple[float, str]], left: float, right: float, taken: Sequence[Box] = ()) -> list[Spot]:
    """Words centred over their places, moved inward at the edges, each in the first row (from 0) where it is free."""
    boxes, found = list(taken), []
    for at, words in spots:
        half = width(words) / 2
        centre = max(min(at, right - half), left + half)
        row = 0
        while any(_in_row(centre, row, words).touches(other) for other in boxes):
            row += 1
        boxes.append(_in_row(centre, row, words))
        found.append(Spot(centre, row * LEADING, "middle"))
    return found


def _in_row(centre: float, row: int, words: str) -> Box:
    box = Spot(centre, row * LEADING, "middle").box(words)
    return box._replace(left=box.left - BESIDE, right=box.right + BESIDE)
