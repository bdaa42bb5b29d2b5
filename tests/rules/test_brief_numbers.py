"""Numbers as short as they can be and still be exact."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.quantities.writing import brief
from targets.rules.wording import Text

CARS = Text("辆", "vehicles")
STEPS = {"万亿": 12, "亿": 8, "万": 4, "trillion": 12, "billion": 9, "million": 6}


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        ("2000000", "200万辆", "2 million vehicles"),
        ("2005000", "200.5万辆", "2.005 million vehicles"),
        ("1234567", "1,234,567辆", "1,234,567 vehicles"),
        ("-1500000", "-150万辆", "-1.5 million vehicles"),
        ("1300000000000", "1.3万亿辆", "1.3 trillion vehicles"),
        ("15000", "1.5万辆", "15,000 vehicles"),
        ("9999", "9,999辆", "9,999 vehicles"),
        ("0", "0辆", "0 vehicles"),
        ("0.5", "0.5辆", "0.5 vehicles"),
    ],
)
def test_numbers_are_shortened_where_that_is_exact(number: str, zh: str, en: str) -> None:
    assert brief(Decimal(number), CARS) == Text(zh, en)


def test_money_and_rates_are_written_as_always() -> None:
    assert brief(Decimal("1.3e12"), Text("元", "yuan")) == Text("1.3万亿元", "CNY 1.3 trillion")
    assert brief(Decimal("0.055"), Text("%", "%")) == Text("5.5%", "5.5%")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_nothing_is_ever_rounded(number: Decimal) -> None:
    for words in (brief(number, CARS).zh.removesuffix("辆"), brief(number, CARS).en.removesuffix(" vehicles")):
        digits, step = re.fullmatch(r"(-?[\d,.]+) ?(.*)", words).groups()
        assert Decimal(digits.replace(",", "")).scaleb(STEPS.get(step, 0)) == number
