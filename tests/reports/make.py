"""Charts to draw, and what is found in a drawing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from xml.etree import ElementTree

from targets.reports.frame import Box
from targets.reports.inputs import Goal, Trajectory, Value
from targets.reports.placing import Spot
from targets.rules.wording import Text

VEHICLES = Text("辆", "vehicles")
PERCENT = Text("%")
SVG = "{http://www.w3.org/2000/svg}"


def year_end(year: int) -> date:
    return date(year, 12, 31)


def make_value(year: int, value: int | str, **more: Any) -> Value:
    return Value(day=year_end(year), value=Decimal(value), **more)


def make_chart(**changes: Any) -> Trajectory:
    """Vehicles from 1.2 million in 2025 to more than 2 million in 2030, with everything that a chart can show."""
    values: dict[str, Any] = {
        "title": Text("整车产量", "Vehicle output"),
        "unit": VEHICLES,
        "scale": Decimal(10000),
        "path": ((year_end(2025), Decimal(1200000)), (year_end(2030), Decimal(2000000))),
        "values": (
            make_value(2025, 1200000),
            make_value(2026, 1300000, is_inexact=True),
            make_value(2027, 1382000, is_provisional=True),
        ),
        "milestones": ((year_end(2028), Decimal(1600000)),),
        "goal": Goal(low=Decimal(2000000), is_strict=True),
        "deadline": year_end(2030),
        "day": date(2028, 2, 15),
        "forecast": Decimal(1655000),
    }
    return Trajectory(**values | changes)


class Words(NamedTuple):
    """A line of words in a drawing, and the room it takes."""

    said: str
    box: Box


class Drawing:
    """An SVG, read back."""

    def __init__(self, text: str) -> None:
        self.root = ElementTree.fromstring(text)
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    def all(self, name: str, **attributes: str) -> list[ElementTree.Element]:
        wanted = {key.replace("_", "-"): value for key, value in attributes.items()}
        return [found for found in self.root.iter(SVG + name) if wanted.items() <= found.attrib.items()]

    def said(self, name: str) -> str:
        return self.root.findtext(SVG + name) or ""

    @property
    def words(self) -> list[Words]:
        return [
            Words(
                found.text or "",
                Spot(float(found.attrib["x"]), float(found.attrib["y"]), found.attrib.get("text-anchor", "start")).box(
                    found.text or ""
                ),
            )
            for found in self.all("text")
        ]

    def texts(self) -> list[str]:
        return [words.said for words in self.words]

    def points(self) -> Iterator[tuple[float, float]]:
        """Every corner of every shape."""
        for found in self.root.iter():
            value = {key: float(text) for key, text in found.attrib.items() if key in COORDINATES}
            if "points" in found.attrib:
                for pair in found.attrib["points"].split():
                    x, y = pair.split(",")
                    yield float(x), float(y)
            match found.tag.removeprefix(SVG):
                case "line":
                    yield value["x1"], value["y1"]
                    yield value["x2"], value["y2"]
                case "rect":
                    yield value["x"], value["y"]
                    yield value["x"] + value["width"], value["y"] + value["height"]
                case "circle":
                    yield value["cx"] - value["r"], value["cy"] - value["r"]
                    yield value["cx"] + value["r"], value["cy"] + value["r"]
                case "path":
                    for stroke in found.attrib["d"].split("M")[1:]:
                        for pair in stroke.split("L"):
                            x, y = pair.split()
                            yield float(x), float(y)


COORDINATES = {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height"}


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of words that cover each other."""
    words = drawing.words
    return [
        (one.said, other.said)
        for place, one in enumerate(words)
        for other in words[place + 1 :]
        if one.box.touches(other.box)
    ]


def outside(drawing: Drawing) -> list[Any]:
    """Points and words that are not within the picture, a pixel of a line's width granted."""
    sheet = Box(-1, -1, drawing.width + 1, drawing.height + 1)
    points: list[Any] = [(x, y) for x, y in drawing.points() if not sheet.holds(Box(x, y, x, y))]
    return points + [words.said for words in drawing.words if not sheet.holds(words.box)]
