"""Value against path: every part is drawn where it is known, and nothing covers anything."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from targets.reports import palette
from targets.reports.charts import sparkline, trajectory
from targets.reports.inputs import Goal, Trajectory, Value
from targets.rules.terms import Measure
from targets.rules.wording import Lang, Text
from tests.reports.make import PERCENT, Drawing, make_chart, make_value, outside, overlapping, year_end

STAGES = (Text("前期工作", "preparation"), Text("开工", "begun"), Text("建成通车", "open to traffic"))


def drawn(lang: Lang = "zh", width: float = 640, **changes: Any) -> Drawing:
    return Drawing(trajectory(make_chart(**changes), lang, width))


CASES: dict[str, dict[str, Any]] = {
    "everything": {},
    "no path": {"path": (), "forecast": None, "milestones": ()},
    "no value": {"values": ()},
    "one value": {"values": (make_value(2026, 1250000),)},
    "nothing at all": {
        name: () if name in ("path", "values", "milestones") else None
        for name in ("path", "values", "milestones", "goal", "deadline", "day", "forecast")
    },
    "a band": {"goal": Goal(low=Decimal(1900000), high=Decimal(2100000))},
    "a single number": {"goal": Goal(low=Decimal(2000000), high=Decimal(2000000))},
    "a fall": {
        "unit": PERCENT,
        "measure": Measure.PERCENT_CHANGE,
        "path": ((year_end(2020), Decimal(0)), (year_end(2030), Decimal("-0.18"))),
        "values": (make_value(2021, "-0.011"), make_value(2023, "-0.062")),
        "milestones": (),
        "goal": Goal(high=Decimal("-0.18"), words=Text("下降18%以上", "a fall of at least 18%")),
        "forecast": Decimal("-0.19"),
    },
    "a rank": {
        "measure": Measure.RANK,
        "unit": Text(""),
        "path": ((year_end(2024), Decimal(12)), (year_end(2030), Decimal(3))),
        "values": (make_value(2024, 12), make_value(2026, 10)),
        "milestones": (),
        "goal": Goal(high=Decimal(3)),
        "forecast": Decimal(6),
    },
    "stages": {
        "measure": Measure.STAGE,
        "unit": Text(""),
        "stages": STAGES,
        "is_stepped": True,
        "path": ((year_end(2025), Decimal(1)), (year_end(2027), Decimal(2)), (year_end(2030), Decimal(3))),
        "values": (make_value(2025, 1), make_value(2027, 2)),
        "milestones": ((year_end(2027), Decimal(2)),),
        "goal": Goal(low=Decimal(3)),
        "forecast": None,
    },
    "all equal": {
        "path": (),
        "values": tuple(make_value(year, 0) for year in range(2021, 2026)),
        "milestones": (),
        "goal": Goal(high=Decimal(0)),
        "forecast": Decimal(0),
    },
    "huge": {"values": (make_value(2026, "8e29"), make_value(2027, "9.5e30")), "forecast": Decimal("1e31")},
    "tiny": {
        "path": (),
        "values": (make_value(2026, "8e-29"), make_value(2027, "9.5e-30")),
        "milestones": (),
        "goal": None,
        "forecast": Decimal("1e-30"),
    },
    "both sides of zero": {
        "values": (make_value(2025, -180000), make_value(2027, 40000)),
        "path": ((year_end(2025), Decimal(-180000)), (year_end(2030), Decimal(100000))),
        "milestones": (),
        "goal": Goal(low=Decimal(100000)),
        "forecast": Decimal(90000),
    },
    "centuries": {"values": (make_value(1900, 1000), make_value(2027, 1300000)), "deadline": year_end(2149)},
    "days": {
        "path": (),
        "values": tuple(Value(day=date(2026, 6, day), value=Decimal(day)) for day in (1, 8, 20)),
        "milestones": (),
        "deadline": date(2026, 6, 30),
        "day": date(2026, 6, 21),
    },
    "the deadline and the day together": {"day": year_end(2030)},
    "after the deadline": {"values": (make_value(2026, 1300000), make_value(2031, 2100000)), "day": date(2032, 1, 31)},
    "dense": {
        "values": tuple(
            Value(day=date(2021 + month // 12, month % 12 + 1, 28), value=Decimal(1000 + month)) for month in range(84)
        )
    },
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [360, 640])
@pytest.mark.parametrize("name", CASES)
def test_all_lies_inside_and_no_words_cover_others(name: str, width: float, lang: Lang) -> None:
    drawing = drawn(lang, width, **CASES[name])
    assert outside(drawing) == []
    assert overlapping(drawing) == []


@pytest.mark.parametrize("name", CASES)
def test_the_strictest_policy_of_a_page_lets_it_be(name: str) -> None:
    for text in (trajectory(make_chart(**CASES[name]), "zh"), sparkline(make_chart(**CASES[name]))):
        for word in ("style", "script", "href", "url(", " id=", " class=", " on"):
            assert word not in text.lower()


def test_the_same_chart_is_the_same_text() -> None:
    assert trajectory(make_chart(), "zh") == trajectory(make_chart(), "zh")
    values = make_chart().values
    assert trajectory(make_chart(values=values[::-1]), "en") == trajectory(make_chart(values=values), "en")


def test_every_kind_of_mark_has_its_shape() -> None:
    drawing = drawn()
    assert len(drawing.all("circle", fill=palette.REPORTED)) == 2  # one value, one sample in the key
    assert len(drawing.all("circle", fill=palette.PAPER)) == 2
    assert len(drawing.all("rect", stroke=palette.REPORTED, fill=palette.REPORTED)) == 2
    assert len(drawing.all("polygon")) == 2
    assert len(drawing.all("polyline", stroke=palette.PATH)) == 1
    assert len(drawing.all("polyline", stroke=palette.REPORTED, stroke_dasharray="5 4")) == 1
    assert len(drawing.all("line", stroke=palette.PROMISED, stroke_width="1.8")) == 2
    assert len(drawing.all("line", stroke=palette.INK)) == 2


def test_what_is_not_known_is_not_drawn() -> None:
    drawing = drawn(**CASES["nothing at all"])
    assert [drawing.all(name) for name in ("circle", "polygon", "polyline")] == [[], [], []]
    assert "尚无数据" in drawing.texts()


def test_the_side_where_the_target_is_met_is_shaded_and_hatched() -> None:
    def shaded(goal: Goal) -> list[tuple[float, float]]:
        areas = drawn(goal=goal).all("rect", fill=palette.KEPT)[:-1]
        return [(float(area.attrib["y"]), float(area.attrib["height"])) for area in areas]

    ((floor, _),) = shaded(Goal(low=Decimal(1900000)))
    ((ceiling, height),) = shaded(Goal(high=Decimal(1900000)))
    ((band, narrow),) = shaded(Goal(low=Decimal(1800000), high=Decimal(1900000)))
    assert floor < ceiling < ceiling + height
    assert narrow < height
    assert floor < band
    assert not drawn(goal=Goal(low=Decimal(2000000), high=Decimal(2000000))).all("rect", fill=palette.KEPT)


def test_numbers_stand_at_the_marks_in_steps_that_people_read() -> None:
    texts = drawn().texts()
    assert {"160万", "138.2万", ">200万", "165.5万", "单位：辆", "时限 2030年底", "研判日 2028年2月15日"} <= {*texts}
    assert {"1.6 million", "1.382 million", ">2 million", "due end of 2030"} <= {*drawn("en").texts()}


def test_falling_targets_and_ranks_keep_the_axis_upright() -> None:
    for name in ("a fall", "a rank"):
        chart = Drawing(trajectory(make_chart(**CASES[name]), "zh"))
        (path,) = chart.all("polyline", stroke=palette.PATH)
        (_, start), (_, end) = (map(float, pair.split(",")) for pair in path.attrib["points"].split())
        assert start < end


def test_no_axis_shows_a_rank_better_than_the_first() -> None:
    texts = drawn(**CASES["a rank"]).texts()
    assert "0" not in texts
    assert {"2", "4", "12", "前3位"} <= {*texts}


def test_stages_stand_on_the_axis_by_name_and_the_path_is_stepped() -> None:
    drawing = drawn(**CASES["stages"])
    assert {"前期工作", "开工", "建成通车"} <= {*drawing.texts()}
    (path,) = drawing.all("polyline", stroke=palette.PATH)
    corners = [tuple(map(float, pair.split(","))) for pair in path.attrib["points"].split()]
    assert all(x1 == x2 or y1 == y2 for (x1, y1), (x2, y2) in pairwise(corners))


def test_a_forecast_starts_at_the_latest_value_and_needs_a_deadline_ahead() -> None:
    dashes = {"stroke_dasharray": "5 4"}
    assert drawn().all("polyline", **dashes)
    assert not drawn(**CASES["after the deadline"]).all("polyline", **dashes)
    assert not drawn(deadline=None).all("polyline", **dashes)
    assert not drawn(values=()).all("polyline", **dashes)


def test_it_says_in_words_what_it_shows() -> None:
    drawing = drawn()
    assert drawing.root.attrib["role"] == "img"
    assert drawing.said("title") == "整车产量"
    assert drawing.said("desc") == (
        "目标：>2,000,000辆（200万辆）。时限：2030年底。最新数据：2027年底，1,382,000辆（138.2万辆）（待核）。共3个数据。"
        "路径：2025年底，1,200,000辆（120万辆）；2030年底，2,000,000辆（200万辆）。节点：2028年底，1,600,000辆（160万辆）。"
        "按目前速度推算，到期为1,655,000辆（165.5万辆）。研判日：2028年2月15日。"
    )
    assert drawn("en").said("desc") == (
        "Target: >2,000,000 vehicles. Due: end of 2030. Latest figure: 1,382,000 vehicles (not yet verified), end of 2027. "
        "3 figures in all. Path: 1,200,000 vehicles, end of 2025; 2,000,000 vehicles, end of 2030. "
        "Milestones: 1,600,000 vehicles, end of 2028. At the present pace it ends at 1,655,000 vehicles. "
        "Judged: 15 Feb 2028."
    )


def test_words_cannot_break_out_of_it() -> None:
    evil = Text('</title><script>alert("1")</script>&\x00')
    drawing = drawn(title=evil, unit=evil, goal=Goal(low=Decimal(1), words=evil))
    assert drawing.said("title") == '</title><script>alert("1")</script>&'
    assert drawing.all("script") == []


def test_a_sparkline_is_small_and_says_the_same() -> None:
    drawing = Drawing(sparkline(make_chart()))
    assert (drawing.width, drawing.height) == (140, 32)
    assert drawing.texts() == []
    assert drawing.said("desc") == drawn().said("desc")
    assert outside(drawing) == []
    assert len(drawing.all("circle")) == 1


def test_a_number_that_is_none_is_refused() -> None:
    for number in ("NaN", "Infinity", "-Infinity"):
        with pytest.raises(ValueError, match="not a finite number"):
            make_chart(forecast=Decimal(number))


numbers = st.decimals(allow_nan=False, allow_infinity=False) | st.integers(-5, 5).map(Decimal)
days = st.dates() | st.dates(date(2024, 1, 1), date(2026, 12, 31))
texts = st.builds(Text, st.text(max_size=30), st.text(max_size=60))
corners = st.tuples(days, numbers)
goals = st.builds(
    Goal, low=st.none() | numbers, high=st.none() | numbers, is_strict=st.booleans(), words=st.none() | texts
)
charts = st.builds(
    Trajectory,
    title=texts,
    unit=texts | st.sampled_from([PERCENT, Text("‰"), Text("元", "yuan")]),
    measure=st.sampled_from(Measure),
    stages=st.lists(texts, max_size=12).map(tuple),
    path=st.lists(corners, max_size=4).map(tuple),
    is_stepped=st.booleans(),
    values=st.lists(
        st.builds(Value, day=days, value=numbers, is_provisional=st.booleans(), is_inexact=st.booleans()), max_size=6
    ).map(tuple),
    milestones=st.lists(corners, max_size=4).map(tuple),
    goal=st.none() | goals,
    deadline=st.none() | days,
    day=st.none() | days,
    forecast=st.none() | numbers,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(charts, st.sampled_from(["zh", "en"]), st.sampled_from([360, 640]))
def test_whatever_is_asked_is_drawn_inside_and_legibly(chart: Trajectory, lang: Lang, width: float) -> None:
    drawing = Drawing(trajectory(chart, lang, width))
    assert outside(drawing) == []
    assert overlapping(drawing) == []
    assert outside(Drawing(sparkline(chart, lang))) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_number_beside_a_narrow_plot_is_cut(lang: Lang) -> None:
    assert not [text for text in drawn(lang, 360).texts() if text.endswith("…")]
    assert any(
        text.endswith("…") for text in drawn(lang, 360, goal=Goal(low=Decimal(1), words=Text("长" * 40))).texts()
    )
