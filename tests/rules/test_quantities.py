from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.quantities.writing import plain, points, proportion, show, shown
from targets.rules.wording import Text

VEHICLES = Text("辆", "vehicles")
YUAN = Text("元", "yuan")
PERCENT = Text("%")
PER_MILLE = Text("‰")
STEPS = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "trillion": 10**12, "billion": 10**9, "million": 10**6}
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20, places=9)
scales = st.sampled_from([Decimal(10) ** places for places in (-2, 0, 1, 3, 4, 7, 8, 11, 12)])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0", "0"),
        ("-0.00", "0"),
        ("1E+3", "1,000"),
        ("2000000.0000000000", "2,000,000"),
        ("0.0600", "0.06"),
        ("1E-7", "0.0000001"),
        ("-1234.50", "-1,234.5"),
        ("123456789012345678901234567890.123456789", "123,456,789,012,345,678,901,234,567,890.123456789"),
    ],
)
def test_a_plain_number_has_groups_and_no_exponent_or_stray_zero(number: str, expected: str) -> None:
    assert plain(Decimal(number)) == expected


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        plain(Decimal(number))


@pytest.mark.parametrize(
    ("number", "unit", "scale", "zh", "en"),
    [
        ("2000000", VEHICLES, "10000", "2,000,000辆（200万辆）", "2,000,000 vehicles"),
        ("2000000", VEHICLES, "1", "2,000,000辆", "2,000,000 vehicles"),
        ("30000000", VEHICLES, "10000000", "30,000,000辆（3,000万辆）", "30,000,000 vehicles"),
        ("120000000", Text("吨", "tonnes"), "100000000", "1.2亿吨", "120 million tonnes (120,000,000)"),
        ("1.3E12", YUAN, "1E12", "1.3万亿元", "CNY 1.3 trillion (1,300,000,000,000 yuan)"),
        ("100000000000", YUAN, "100000000000", "1,000亿元", "CNY 100 billion (100,000,000,000 yuan)"),
        ("50000", YUAN, "10000", "50,000元（5万元）", "CNY 50,000"),
        ("20", VEHICLES, "10000", "20辆", "20 vehicles"),
        ("-20000", VEHICLES, "10000", "-20,000辆（-2万辆）", "-20,000 vehicles"),
        ("0.06", PERCENT, "0.01", "6%", "6%"),
        ("0.557", PERCENT, "1", "55.7%", "55.7%"),
        ("0.06", Text("%", "per cent"), "0.01", "6%", "6%"),
        ("0.0025", PER_MILLE, "1", "2.5‰", "2.5‰"),
        ("12", Text(""), "1", "12", "12"),
        ("700", Text("个"), "1", "700个", "700 个"),
    ],
)
def test_a_quantity_is_shown_as_people_write_it(number: str, unit: Text, scale: str, zh: str, en: str) -> None:
    assert shown(Decimal(number), unit, Decimal(scale)) == Text(zh, en)


@pytest.mark.parametrize(
    ("number", "singular", "expected"),
    [
        ("1", "vehicle", "1 vehicle"),
        ("1.00", "vehicle", "1 vehicle"),
        ("1", "", "1 vehicles"),
        ("2", "vehicle", "2 vehicles"),
    ],
)
def test_one_takes_the_singular_where_it_is_known(number: str, singular: str, expected: str) -> None:
    assert show(Decimal(number), VEHICLES, Decimal(1), "en", singular) == expected


@pytest.mark.parametrize(
    ("number", "unit", "zh", "en"),
    [
        ("0.025", PERCENT, "2.5个百分点", "2.5 percentage points"),
        ("0.01", PERCENT, "1个百分点", "1 percentage point"),
        ("0.003", PER_MILLE, "3个千分点", "3 per-mille points"),
        ("2", Text("百分点", "percentage points"), "2个百分点", "2 percentage points"),
        ("2", Text(""), "2个点", "2 points"),
        ("5", Text("微克/立方米", "micrograms per cubic metre"), "5微克/立方米", "5 micrograms per cubic metre"),
    ],
)
def test_a_difference_of_rates_is_in_points(number: str, unit: Text, zh: str, en: str) -> None:
    assert points(Decimal(number), unit) == Text(zh, en)


@pytest.mark.parametrize(("number", "expected"), [("1", "1:1"), ("2.30", "2.3:1"), ("0.5", "0.5:1")])
def test_a_ratio_is_shown_to_one(number: str, expected: str) -> None:
    assert proportion(Decimal(number)) == Text(expected)


@given(number=numbers)
def test_a_plain_number_reads_back_as_itself(number: Decimal) -> None:
    assert Decimal(plain(number).replace(",", "")) == number


@given(number=numbers, scale=scales, unit=st.sampled_from([VEHICLES, YUAN]))
def test_every_printed_form_is_exact(number: Decimal, scale: Decimal, unit: Text) -> None:
    for form in (show(number, unit, scale, "zh"), show(number, unit, scale, "en")):
        for printed in filter(None, form.replace("）", "").replace(")", "").replace("（", "(").split("(")):
            assert _read(printed) == Fraction(number)


def _read(printed: str) -> Fraction:
    """Reads a quantity back by itself, with no help from the code under test."""
    words = printed.removeprefix("CNY ").replace(",", "").strip()
    for unit in ("vehicles", "yuan", "辆", "元"):
        words = words.removesuffix(unit).strip()
    for name, factor in STEPS.items():
        if words.endswith(name):
            return Fraction(words.removesuffix(name).strip()) * factor
    return Fraction(words)
