"""Lights over time as columns that tell as much in grey print and to those who do not see them."""

from hypothesis import given
from hypothesis import strategies as st

from targets.reports.columns import BAD_FIRST, Column, columns
from targets.reports.palette import LIGHTS
from targets.rules.verdicts.terms import Light
from targets.rules.wording import Lang
from tests.reports.make import Drawing, outside

COUNTS = {Light.BLUE: 1, Light.GREEN: 3, Light.YELLOW: 0, Light.RED: 2, Light.GREY: 4}


def months(*counts: dict[Light, int]) -> list[Column]:
    return [
        Column(name=f"2026-{place:02}", said=f"2026年{place}月底", counts=each) for place, each in enumerate(counts, 1)
    ]


def test_the_ends_are_told_in_words() -> None:
    drawing = Drawing(columns(months({Light.RED: 5}, {Light.RED: 4, Light.GREEN: 1}, COUNTS), "zh"))
    assert drawing.said("title") == "各灯目标数变化"
    assert drawing.said("desc") == "2026年1月底：红灯 5；2026年3月底：蓝灯 1、绿灯 3、红灯 2、灰灯 4"


def test_every_light_that_occurs_stands_in_the_key_and_no_other() -> None:
    texts = Drawing(columns(months(COUNTS), "en")).texts()
    assert [text for text in texts if text in {light.en for light in Light}] == ["blue", "green", "red", "grey"]


def test_what_needs_work_stands_at_the_ground() -> None:
    assert BAD_FIRST[0] == Light.RED
    assert set(BAD_FIRST) == set(Light)


def test_nothing_judged_is_said_and_not_drawn() -> None:
    for moments in ([], months({}), months(dict.fromkeys(Light, 0))):
        assert Drawing(columns(moments, "en")).texts() == ["nothing was judged yet"]


counts = st.dictionaries(st.sampled_from(Light), st.integers(0, 200_000))


@given(st.lists(counts, min_size=1, max_size=54), st.sampled_from([330.0, 760.0]), st.sampled_from(["zh", "en"]))
def test_nothing_reaches_beyond_the_edge_and_columns_are_as_high_as_their_counts(
    given_counts: list[dict[Light, int]], width: float, lang: Lang
) -> None:
    moments = months(*given_counts)
    text = columns(moments, lang, width)
    assert outside(Drawing(text)) == []
    assert text == columns(moments, lang, width)
    if any(moment.total for moment in moments):
        assert f">{moments[-1].name}</text>" in text
        for light in Light:
            drawn = [float(part.attrib["height"]) for part in Drawing(text).all("rect", fill=LIGHTS[light].area)]
            wanted = [moment.counts[light] for moment in moments if moment.counts.get(light)]
            assert len(drawn) == len(wanted) + bool(wanted)  # and one in the key
            tallest = max(wanted, default=0)
            for height, count in zip(drawn, wanted, strict=False):
                assert abs(height - drawn[wanted.index(tallest)] * count / tallest) < 0.02
