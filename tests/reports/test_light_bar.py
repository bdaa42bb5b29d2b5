"""Counts by light as a bar that also tells its numbers in grey print."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.reports.bars import HEIGHT, lights
from targets.reports.palette import LIGHTS, PAPER, Hatch, Paint
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Lang
from tests.reports.make import Drawing, outside, overlapping

COUNTS = {Light.BLUE: 1, Light.GREEN: 3, Light.YELLOW: 0, Light.RED: 1, Light.GREY: 2}


def luminance(colour: str) -> float:
    """Of WCAG 2, 0 for black and 1 for white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("paint", LIGHTS.values(), ids=LIGHTS)
def test_words_are_legible_on_every_light_and_in_its_colour_on_paper(paint: Paint) -> None:
    assert contrast(paint.area, paint.on_area) >= 4.5
    assert contrast(paint.on_paper, PAPER) >= 4.5


def test_no_two_lights_look_alike_in_grey() -> None:
    assert {*LIGHTS} == {*Light}
    assert len({paint.hatch for paint in LIGHTS.values()}) == len(Hatch) == len(Light)
    greys = {light: luminance(paint.area) for light, paint in LIGHTS.items()}
    alike = [pair for pair in combinations(greys, 2) if abs(greys[pair[0]] - greys[pair[1]]) < 0.02]
    assert all(Hatch.PLAIN in (LIGHTS[one].hatch, LIGHTS[other].hatch) for one, other in alike)


def test_every_light_has_its_name_its_number_and_its_part() -> None:
    drawing = Drawing(lights(COUNTS, "zh"))
    assert drawing.texts() == ["1", "3", "1", "2", "蓝灯 1", "绿灯 3", "红灯 1", "灰灯 2", "共7项"]
    assert drawing.said("desc") == "蓝灯 1、绿灯 3、红灯 1、灰灯 2"
    assert Drawing(lights(COUNTS, "en")).texts()[4:] == ["blue 1", "green 3", "red 1", "grey 2", "7 in all"]


def widths(counts: dict[Light, int]) -> dict[str, float]:
    height = str(int(HEIGHT))
    return {
        found.attrib["fill"]: float(found.attrib["width"])
        for found in Drawing(lights(counts, "zh")).all("rect", height=height)
    }


def test_parts_are_as_wide_as_their_share_and_never_vanish() -> None:
    parts = widths({Light.GREEN: 600, Light.YELLOW: 300, Light.RED: 1})
    green, yellow, red = (parts[LIGHTS[light].area] for light in (Light.GREEN, Light.YELLOW, Light.RED))
    assert green > 1.9 * yellow > red > 6


def test_without_targets_it_says_so() -> None:
    for counts in ({}, dict.fromkeys(Light, 0)):
        drawing = Drawing(lights(counts, "zh"))
        assert (drawing.texts(), drawing.said("desc")) == (["没有目标"], "没有目标")


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="never negative"):
        lights({Light.RED: -1}, "zh")


def test_no_style_and_no_script_and_always_the_same() -> None:
    text = lights(COUNTS, "zh")
    assert text == lights(dict(reversed(COUNTS.items())), "zh")
    for word in ("style", "script", " id=", "url("):
        assert word not in text


@given(
    st.dictionaries(st.sampled_from(Light), st.integers(0, 10**7)),
    st.sampled_from(["zh", "en"]),
    st.sampled_from([300, 640]),
)
def test_whatever_is_counted_is_legible(counts: dict[Light, int], lang: Lang, width: float) -> None:
    drawing = Drawing(lights(counts, lang, width))
    assert outside(drawing) == []
    assert overlapping(drawing) == []
