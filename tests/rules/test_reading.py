import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.statements.reading import Statement, formal_reading, open_points
from targets.rules.terms import (
    Accumulation,
    BaseSource,
    Comparator,
    DateSource,
    Direction,
    Flag,
    Measure,
    Modality,
    Nature,
    Precision,
    Quantifier,
)
from targets.rules.wording import Text
from tests.rules.make import statement

ROWS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "readings.yaml").read_text("utf-8"))
REAL_ROWS = ("Q1", "Q2", "Q6", "Q7", "Q8", "Q9", "Q10", "Q11", "Q12", "Q13", "Q14", "Q15", "Q20", "Q28")
VEHICLES = Statement(indicator=Text("整车产量", "Vehicle output"), comparator="gt", lower=Decimal(2000000))

STEPS = {"万亿": 10**12, "亿": 10**8, "万": 10**4, " trillion": 10**12, " billion": 10**9, " million": 10**6, "": 1}
NUMBER = re.compile(r"(-?\d[\d,]*(?:\.\d+)?)(万亿|亿|万| trillion| billion| million|)")
MARKS = "，。；：、,.;:"

short = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**13), max_value=10**13, places=4)
number = st.none() | short | st.integers(-9, 9).map(Decimal)
day = st.none() | st.dates(date(1949, 10, 1), date(2100, 12, 31))
scale = st.sampled_from([Decimal(10) ** places for places in (-2, 0, 4, 8, 12)])
scope = st.none() | st.just(Text("武汉市", "Wuhan")) | st.just(Text("全市"))
units = [
    Text(""),
    Text("辆", "vehicles"),
    Text("元", "yuan"),
    Text("家"),
    Text("%"),
    Text("‰"),
    Text("百分点", "points"),
]
stages = [(), (Text("建成", "completed"),), (Text("开工", "start"), Text("竣工", "completion"), Text("投产"))]
code = st.sampled_from
every_statement = st.builds(
    Statement,
    indicator=code([Text("整车产量", "Vehicle output"), Text("公园数量")]),
    unit=code(units),
    unit_singular=code(["", "vehicle"]),
    measure=code(Measure),
    comparator=code(["", *Comparator]),
    lower=number,
    upper=number,
    tolerance=number,
    scale=scale,
    quantifier=code(Quantifier),
    accumulation=code(["", *Accumulation]),
    direction=code(Direction),
    base_value=number,
    base_date=day,
    base_source=code(BaseSource),
    deadline=day,
    deadline_precision=code(["", *Precision]),
    deadline_source=code(DateSource),
    scope=scope,
    flags=st.lists(code(Flag), unique=True, max_size=6).map(tuple),
    modality=code(Modality),
    nature=code(Nature),
    class_attribute=st.none() | st.just(Text("产值", "output value")),
    class_comparator=code(["", *Comparator]),
    class_threshold=number,
    class_unit=st.none() | code(units),
    class_scale=st.none() | scale,
    stages=code(stages),
    reference=st.none() | st.just(Text("经济增长", "economic growth")),
    part_of=st.none() | st.just(Text("汽车产量", "Car output")),
)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_the_reading_is_the_one_a_person_judged(row: dict[str, Any]) -> None:
    reading = formal_reading(statement(row["says"]))
    assert (reading.zh, reading.en) == (row["zh"], row["en"])


@pytest.mark.parametrize("identifier", REAL_ROWS)
def test_every_target_of_the_real_plans_has_a_judged_reading(identifier: str) -> None:
    assert any(row["name"].startswith(f"{identifier} ") for row in ROWS)


@pytest.mark.parametrize(
    ("field", "terms"),
    [
        ("measure", Measure),
        ("comparator", ("", *Comparator)),
        ("quantifier", Quantifier),
        ("deadline_precision", ("", *Precision)),
        ("deadline_source", DateSource),
        ("modality", Modality),
        ("nature", Nature),
        ("direction", Direction),
    ],
)
def test_every_code_occurs_in_a_judged_reading(field: str, terms: Any) -> None:
    assert {getattr(statement(row["says"]), field) for row in ROWS} == set(terms)


def test_strict_stays_strict() -> None:
    more = formal_reading(VEHICLES)
    least = formal_reading(replace(VEHICLES, comparator="ge"))
    assert "more than 2,000,000" in more.en
    assert "超过2,000,000" in more.zh
    assert "at least 2,000,000" in least.en
    assert "不低于2,000,000" in least.zh


def test_a_bare_number_is_never_read_as_a_floor() -> None:
    reading = formal_reading(replace(VEHICLES, comparator="bare"))
    assert not re.search("at least|more than", reading.en)
    assert not re.search("不低于|不少于|超过", reading.zh)
    assert "no comparator printed" in reading.en
    assert "未写比较词" in reading.zh


@pytest.mark.parametrize(
    ("comparator", "lower", "upper", "zh", "en"),
    [
        ("bare", "-0.1", None, "下降10%", "a fall of 10%"),
        ("ge", "-0.1", None, "下降不超过10%", "a fall of at most 10%"),
        ("gt", "-0.1", None, "下降不足10%", "a fall of less than 10%"),
        ("le", None, "-0.1", "下降不低于10%", "a fall of at least 10%"),
        ("lt", None, "-0.1", "下降超过10%", "a fall of more than 10%"),
        ("between", "-0.2", "-0.1", "下降在10%至20%之间（含两端）", "a fall of between 10% and 20% inclusive"),
        ("between", "-0.1", "0", "下降在0%至10%之间（含两端）", "a fall of between 0% and 10% inclusive"),
        ("between", "-0.1", "0.1", "变动在-10%至10%之间（含两端）", "a change of between -10% and 10% inclusive"),
        ("le", None, "0.1", "增长不超过10%", "a rise of at most 10%"),
        ("ge", "0", None, "增长不低于0%", "a rise of at least 0%"),
    ],
)
def test_the_sign_of_a_change_is_said_in_words(
    comparator: str, lower: str | None, upper: str | None, zh: str, en: str
) -> None:
    bounds = {"lower": lower and Decimal(lower), "upper": upper and Decimal(upper)}
    reading = formal_reading(replace(VEHICLES, measure="percent_change", comparator=comparator, **bounds))
    assert reading.zh.startswith(f"整车产量{zh}；")
    assert reading.en.startswith(f"Vehicle output: {en};")


def test_an_open_point_is_said_once_whether_a_flag_or_a_null_says_it() -> None:
    reading = formal_reading(replace(VEHICLES, comparator="approx", flags=("scope_unclear", "tolerance_unstated")))
    assert reading.en.count("scope not stated") == 1
    assert reading.zh.count("容差未写明") == 1


def test_flags_follow_the_order_of_the_closed_list() -> None:
    backwards = tuple(reversed(list(Flag)))
    assert formal_reading(replace(VEHICLES, flags=backwards)) == formal_reading(replace(VEHICLES, flags=tuple(Flag)))


def test_a_flag_that_is_in_no_list_is_shown_as_it_is() -> None:
    assert formal_reading(replace(VEHICLES, flags=("seen_once",))).en.endswith("; seen_once")


def test_a_name_with_braces_is_shown_as_it_is() -> None:
    odd = Text("{0}", "{x}")
    shown = replace(VEHICLES, indicator=odd, scope=odd, unit=odd, class_attribute=odd, class_threshold=Decimal(1))
    named = replace(shown, measure="reference", reference=odd, part_of=odd, stages=(odd,))
    assert formal_reading(named).zh.count("{0}") == 7
    staged = replace(VEHICLES, measure="stage", comparator="eq", lower=Decimal(1), stages=(odd,))
    assert "“{x}”" in formal_reading(staged).en


def test_a_code_that_is_in_no_list_is_refused() -> None:
    with pytest.raises((ValueError, KeyError)):
        formal_reading(replace(VEHICLES, comparator="often"))


def test_every_combination_of_codes_and_nulls_can_be_read() -> None:
    bounds = [(None, None), (Decimal(3), None), (None, Decimal(5)), (Decimal(3), Decimal(5))]
    space = product(Measure, ["", *Comparator], Quantifier, Direction, bounds, [None, date(2030, 12, 31)])
    for measure, comparator, quantifier, direction, (lower, upper), deadline in space:
        said = Statement(
            indicator=Text("整车产量", "Vehicle output"),
            measure=measure,
            comparator=comparator,
            quantifier=quantifier,
            direction=direction,
            lower=lower,
            upper=upper,
            deadline=deadline,
        )
        _check(said)


@given(said=every_statement)
def test_whatever_is_stored_is_read_whole_and_clean(said: Statement) -> None:
    _check(said)


@given(said=every_statement)
def test_open_points_are_named_once_and_last(said: Statement) -> None:
    points, reading = open_points(said), formal_reading(said)
    assert len(set(points)) == len(points)
    assert reading.zh.endswith("；".join(point.zh for point in points))
    assert reading.en.endswith("; ".join(point.en for point in points))


def _check(said: Statement) -> None:
    reading = formal_reading(said)
    for sentence in (reading.zh, reading.en):
        _is_clean(sentence)
        _has_numbers(said, sentence)
    for flag in said.flags:
        assert Flag(flag).zh in reading.zh
        assert Flag(flag).en in reading.en
    assert not re.search("[，；：（）]", reading.en)


def _is_clean(sentence: str) -> None:
    assert sentence == sentence.strip()
    assert sentence[-1] not in MARKS
    assert not re.search(rf"[{MARKS}]\s*[{MARKS}]", sentence)
    assert not re.search(rf"None|null|\(\s*\)|（\s*）|“\s*”|[{{}}]|\s\s|\s[{MARKS}]", sentence)


def _has_numbers(said: Statement, sentence: str) -> None:
    read = set(_numbers_in(sentence))
    for value in (said.lower, said.upper, said.tolerance, said.base_value, said.class_threshold):
        assert value is None or abs(Fraction(value)) in read or _is_only_stage(said, value), (value, sentence)


def _numbers_in(sentence: str) -> Any:
    """Every number that a reader could take from the sentence; rates count as fractions, falls without their sign."""
    for digits, step in NUMBER.findall(sentence):
        value = abs(Fraction(digits.replace(",", ""))) * STEPS[step]
        yield from (value, value / 100, value / 1000)


def _is_only_stage(said: Statement, value: Decimal) -> bool:
    """An indicator with a single stage names it, and needs no "1 of 1"."""
    return said.measure == Measure.STAGE and len(said.stages) == 1 and value == 1
