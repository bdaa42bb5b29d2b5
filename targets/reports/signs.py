"""The light of a target as a small sign: each has its own shape, so that grey print tells as much as colour."""

from typing import Final

from targets.reports.palette import LIGHTS
from targets.reports.svg import element
from targets.rules.verdicts.terms import Light

SIZE: Final = 16


def sign(light: Light) -> str:
    """A drawing without words; the word stands beside it."""
    drawn = SHAPES[light](LIGHTS[light].area, LIGHTS[light].on_area)
    return element(
        "svg",
        drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {SIZE} {SIZE}",
        width=SIZE,
        height=SIZE,
        aria_hidden="true",
        focusable="false",
    )


def _ticked(area: str, mark: str) -> str:
    tick = element("path", d="M4.4 8.4 7 11 11.6 5.4", fill="none", stroke=mark, stroke_width=1.8)
    return _disc(area, mark) + tick


def _disc(area: str, _: str) -> str:
    return element("circle", cx=8, cy=8, r=7, fill=area)


def _triangle(area: str, mark: str) -> str:
    shape = element("path", d="M8 1 15.6 14.8H.4Z", fill=area)
    return shape + element("path", d="M8 5.6v4.6M8 11.4v1.6", stroke=mark, stroke_width=1.6)


def _crossed(area: str, mark: str) -> str:
    shape = element("path", d="M8 .4 15.6 8 8 15.6.4 8Z", fill=area)
    return shape + element("path", d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8", stroke=mark, stroke_width=1.6)


def _ring(area: str, mark: str) -> str:
    ring = element("circle", cx=8, cy=8, r=6.2, fill="none", stroke=mark, stroke_width=1.4, stroke_dasharray="2.6 2.2")
    return element("circle", cx=8, cy=8, r=6.2, fill=area, fill_opacity=0.35) + ring


SHAPES: Final = {
    Light.BLUE: _ticked,
    Light.GREEN: _disc,
    Light.YELLOW: _triangle,
    Light.RED: _crossed,
    Light.GREY: _ring,
}
