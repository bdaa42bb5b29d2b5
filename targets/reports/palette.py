"""The colours of everything that is drawn, in one place: calm on a screen, told apart in grey print."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from targets.rules.verdicts.terms import Light

INK: Final = "#1f2733"
QUIET: Final = "#5b6675"
LINE: Final = "#c5ccd5"
GRID: Final = "#e6e9ee"
PAPER: Final = "#ffffff"
#: What was reported, and what follows from it.
REPORTED: Final = "#1d4f91"
#: What was expected on the way.
PATH: Final = "#8a94a3"
#: What was promised, and the side on which it is kept.
PROMISED: Final = "#2e7d4f"
KEPT: Final = "#eff6f1"
KEPT_HATCH: Final = "#c4dccd"


class Hatch(Enum):
    """How an area is filled, so that it is known without its colour."""

    PLAIN = auto()
    RISING = auto()
    UPRIGHT = auto()
    CROSSED = auto()
    LEVEL = auto()


@dataclass(frozen=True, kw_only=True)
class Paint:
    """How a light is drawn: the area, its hatch, and words on the area or on paper, each with enough contrast."""

    area: str
    hatch: Hatch
    on_area: str = PAPER
    on_paper: str


#: The grey values lie apart (34, 49, 70, 39, 61 of 100) and where they come near, blue and red, the hatch differs most.
LIGHTS: Final[dict[Light, Paint]] = {
    Light.BLUE: Paint(area="#1d4f91", hatch=Hatch.PLAIN, on_paper="#1d4f91"),
    Light.GREEN: Paint(area="#2e7d4f", hatch=Hatch.RISING, on_paper="#236340"),
    Light.YELLOW: Paint(area="#e0a63a", hatch=Hatch.UPRIGHT, on_area=INK, on_paper="#8a5a00"),
    Light.RED: Paint(area="#b42318", hatch=Hatch.CROSSED, on_paper="#b42318"),
    Light.GREY: Paint(area="#a3abb8", hatch=Hatch.LEVEL, on_area=INK, on_paper=QUIET),
}
