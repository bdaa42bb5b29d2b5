"""Counts by light as one bar: colour, hatch, number and name, so that grey print tells as much."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from targets.reports.frame import Box, area, hatched
from targets.reports.lettering import LEADING, SIZE, width
from targets.reports.palette import LIGHTS, LINE, QUIET
from targets.reports.svg import drawing, element, words
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Lang, Text, label

WIDTH: Final = 640.0
HEIGHT: Final = 24.0
SLIM: Final = 9.0
#: So that one of a thousand is still seen.
LEAST: Final = 7.0
APART: Final = 2.0
SAMPLE: Final = 14.0
ROW: Final = LEADING + 4
TITLE: Final = Text("各灯目标数", "Targets by light")
EMPTY: Final = Text("没有目标", "no targets")
ALL: Final = Text("共{}项", "{} in all")


class Part(NamedTuple):
    """One light with its count and its part of the bar."""

    light: Light
    number: int
    box: Box


def lights(counts: Mapping[Light, int], lang: Lang, width: float = WIDTH) -> str:
    """Zeros are left out. Raises ValueError for a negative count."""
    if min(counts.values(), default=0) < 0:
        raise ValueError("a count is never negative")
    parts = _parts(counts, width)
    key, bottom = _key(parts, lang, width)
    shapes = [*map(_segment, parts), key] if parts else [_nothing(lang, width)]
    return drawing(width, bottom, TITLE.say(lang), _said(parts, lang), shapes)


def strip(counts: Mapping[Light, int], lang: Lang, width: float, height: float = SLIM) -> str:
    """The bar alone, for a line of a table that has the numbers beside it; empty where there is no target."""
    parts = _parts(counts, width)
    shapes = [swatch(part.box._replace(bottom=height), part.light) for part in parts]
    return drawing(width, height, TITLE.say(lang), _said(parts, lang), shapes) if parts else ""


def _parts(counts: Mapping[Light, int], width: float) -> list[Part]:
    shown = [(light, counts[light]) for light in Light if counts.get(light)]
    total = sum(count for _, count in shown)
    free = width - LEAST * len(shown) - APART * (len(shown) - 1)
    parts, left = [], 0.0
    for light, count in shown:
        right = left + LEAST + free * count / total
        parts.append(Part(light, count, Box(left, 0, right, HEIGHT)))
        left = right + APART
    return parts


def _segment(part: Part) -> str:
    paint, box, said = LIGHTS[part.light], part.box, f"{part.number:,}"
    filled = area(box, paint.area) + hatched(box, paint.hatch, paint.on_area, width=0.8, step=7)
    half, middle = width(said) / 2 + 5, (box.left + box.right) / 2
    if middle - half < box.left:
        return filled
    plate = area(Box(middle - half, 3, middle + half, HEIGHT - 3), paint.area)
    number = words((middle, HEIGHT / 2 + SIZE * 0.36), said, anchor="middle", fill=paint.on_area, bold=True)
    return filled + plate + number


def _key(parts: list[Part], lang: Lang, right: float) -> tuple[str, float]:
    """Name and number of each light under the bar, the sum at the end; and where it all ends."""
    drawn, x, y = [], 0.0, HEIGHT + 6
    for sample, said, fill in _entries(parts, lang):
        long = (SAMPLE + 5 if sample else 0) + width(said)
        if x + long > right and x:
            x, y = 0.0, y + ROW
        if sample:
            box = Box(x, y + 3, x + SAMPLE, y + 3 + SAMPLE)
            drawn.append(swatch(box, sample))
        drawn.append(words((x + long - width(said), y + ROW / 2 + SIZE * 0.36), said, fill=fill))
        x += long + 18
    return "".join(drawn), y + ROW if parts else HEIGHT


def _entries(parts: list[Part], lang: Lang) -> Iterator[tuple[Light | None, str, str]]:
    for light, number, _ in parts:
        yield light, f"{label(Light, light).say(lang)} {number:,}", LIGHTS[light].on_paper
    if len(parts) > 1:
        yield None, ALL.say(lang).format(f"{sum(part.number for part in parts):,}"), QUIET


def swatch(box: Box, light: Light) -> str:
    """A sample of how a light is drawn."""
    paint = LIGHTS[light]
    return area(box, paint.area) + hatched(box, paint.hatch, paint.on_area, width=0.8, step=5)


def _nothing(lang: Lang, width: float) -> str:
    frame = element(
        "rect", x=0.5, y=0.5, width=width - 1, height=HEIGHT - 1, fill="none", stroke=LINE, stroke_dasharray="3 3"
    )
    return frame + words((width / 2, HEIGHT / 2 + SIZE * 0.36), EMPTY.say(lang), anchor="middle", fill=QUIET)


def _said(parts: list[Part], lang: Lang) -> str:
    named = [f"{label(Light, part.light).say(lang)} {part.number:,}" for part in parts]
    return ("、" if lang == "zh" else ", ").join(named) or EMPTY.say(lang)
