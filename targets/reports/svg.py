"""Elements of a drawing as text: presentation attributes only, so that the strictest policy of a page lets them be."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from targets.reports.lettering import FAMILY, SIZE
from targets.reports.palette import INK, PAPER

#: What XML cannot carry at all.
UNSPEAKABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

Attribute = str | float | None


def element(name: str, *inside: str, **attributes: Attribute) -> str:
    """One element; `stroke_width` becomes `stroke-width`, and what is None is left out."""
    said = "".join(
        f' {key.replace("_", "-")}="{_value(value)}"' for key, value in attributes.items() if value is not None
    )
    body = "".join(inside)
    return f"<{name}{said}>{body}</{name}>" if body else f"<{name}{said}/>"


def drawing(width: float, height: float, title: str, description: str, shapes: Iterable[str]) -> str:
    """The whole picture with what a reader of pages says in its place; a page may set its width."""
    return element(
        "svg",
        element("title", written(title)),
        element("desc", written(description)),
        *shapes,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        font_family=FAMILY,
        font_size=SIZE,
        fill=INK,
    )


def line(
    start: tuple[float, float],
    end: tuple[float, float],
    stroke: str,
    *,
    width: float = 1,
    dashes: str | None = None,
    cap: str | None = None,
) -> str:
    return element(
        "line",
        x1=start[0],
        y1=start[1],
        x2=end[0],
        y2=end[1],
        stroke=stroke,
        stroke_width=width,
        stroke_dasharray=dashes,
        stroke_linecap=cap,
    )


def words(
    place: tuple[float, float],
    said: str,
    *,
    anchor: str | None = None,
    fill: str | None = None,
    bold: bool = False,
    halo: bool = False,
) -> str:
    """A line of words; a halo keeps it legible on top of lines."""
    return element(
        "text",
        written(said),
        x=place[0],
        y=place[1],
        text_anchor=anchor,
        fill=fill,
        font_weight="600" if bold else None,
        stroke=PAPER if halo else None,
        stroke_width=3 if halo else None,
        stroke_linejoin="round" if halo else None,
        paint_order="stroke" if halo else None,
    )


def polyline(
    corners: Iterable[tuple[float, float]], stroke: str, *, width: float = 1, dashes: str | None = None
) -> str:
    return element(
        "polyline",
        points=" ".join(f"{number(x)},{number(y)}" for x, y in corners),
        fill="none",
        stroke=stroke,
        stroke_width=width,
        stroke_linejoin="round",
        stroke_linecap="round",
        stroke_dasharray=dashes,
    )


def written(said: str) -> str:
    """Words as XML holds them; signs that it cannot hold are left out."""
    return escape(UNSPEAKABLE.sub("", said))


def number(value: float) -> str:
    """A coordinate to the hundredth, the same on every machine."""
    fixed = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if fixed == "-0" else fixed


def _value(value: str | float) -> str:
    return written(value) if isinstance(value, str) else number(value)
