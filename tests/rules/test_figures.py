"""Figures as typed or pasted in a cell."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.quantities.values import LONGEST, Figure, Unreadable, read_figure
from targets.rules.quantities.writing import plain
from targets.rules.terms import Comparator

EXACT_FIGURES = [
    ("200万", "辆", "2000000"),
    ("200万辆", "辆", "2000000"),
    ("２００万 辆", "辆", "2000000"),
    ("1,234,567.5", "元", "1234567.5"),
    ("12，345", "元", "12345"),
    ("1.3万亿元", "元", "1300000000000"),
    ("1亿2000万", "元", "120000000"),
    ("一千", "家", "1000"),
    ("两万五千", "人", "25000"),
    ("一万二", "人", "12000"),
    ("一百零五", "人", "105"),
    ("十二", "家", "12"),
    ("百亿元", "元", "10000000000"),
    ("6万人次", "人次", "60000"),
    ("3千瓦", "千瓦", "3"),
    ("5000万千瓦", "千瓦", "50000000"),
    ("3公里", "千米", "3"),
    ("4.5微克/立方米", "微克/立方米", "4.5"),
    ("55.7%", "%", "0.557"),
    ("55.7", "%", "0.557"),
    ("55．7％", "%", "0.557"),
    ("-3.5%", "%", "-0.035"),
    ("−3.5", "%", "-0.035"),
    ("百分之六", "%", "0.06"),
    ("三成", "%", "0.3"),
    ("七成五", "%", "0.75"),
    ("2.5‰", "‰", "0.0025"),
    ("2个百分点", "%", "0.02"),
    ("2.1倍", "", "2.1"),
    ("0", "家", "0"),
    ("达到30", "家", "30"),
]
INEXACT_FIGURES = [
    ("7000余个", "个", "between", "7000", "8000"),
    ("9600余人次", "人次", "between", "9600", "9700"),
    ("20余万人", "人", "between", "200000", "300000"),
    ("3万多", "人", "between", "30000", "40000"),
    ("十余家", "家", "between", "10", "20"),
    ("5%—6%", "%", "between", "0.05", "0.06"),
    ("5-6", "%", "between", "0.05", "0.06"),
    ("150~200万辆", "辆", "between", "1500000", "2000000"),
    ("超200万辆", "辆", "gt", "2000000", None),
    ("≥95%", "%", "ge", "0.95", None),
    ("95%以上", "%", "ge", "0.95", None),
    ("2.3：1以上", "", "ge", "2.3", None),
    ("700个左右", "个", "approx", "700", None),
    ("近300家", "家", "near", "300", None),
    ("不超过5", "起", "le", None, "5"),
    ("＜5", "起", "lt", None, "5"),
]
REFUSED = [
    ("", "家", "数字"),
    ("很多", "家", "数字"),
    ("12家", "个", "单位“家”与指标的单位“个”不同"),
    ("6万人次", "人", "单位“人次”"),
    ("5%", "家", "单位“%”"),
    ("5家", "", "去掉“家”"),
    ("3 4", "家", "第3个字起的“4”"),
    ("12家、13家", "家", "第4个字起的“、13家”"),
    ("12家企业", "家", "第4个字起的“企业”"),
    ("1:0", "", "后项为零"),
    ("23:53:24", "", "多于两项"),
    ("1.12345678901", "", "超出范围"),
    ("1" * 35, "", "超出范围"),
    ("超100以下", "家", "矛盾"),
    ("6-5", "家", "区间"),
    ("9" * (LONGEST + 1), "", "字"),
]


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("text", "unit", "value"), EXACT_FIGURES)
def test_an_exact_figure_has_its_value_in_the_plain_unit(text: str, unit: str, value: str) -> None:
    assert read_figure(text, unit) == Figure(text, Comparator.EQ, value=Decimal(value))


@pytest.mark.parametrize(("text", "unit", "comparator", "lower", "upper"), INEXACT_FIGURES)
def test_an_inexact_figure_keeps_its_bounds_and_no_value(
    text: str, unit: str, comparator: str, lower: str | None, upper: str | None
) -> None:
    figure = read_figure(text, unit)
    assert (figure.comparator, figure.value) == (comparator, None)
    assert (figure.lower, figure.upper) == (_number(lower), _number(upper))
    assert figure.upper_excluded == any(mark in text for mark in "余多")


def test_a_ratio_keeps_both_its_members() -> None:
    figure = read_figure("2.3：4", "")
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("0.575"), Decimal("2.3"), Decimal(4))
    assert read_figure("1:3").value == Decimal("0.3333333333")


@pytest.mark.parametrize(("text", "unit", "said"), REFUSED)
def test_what_is_no_figure_is_refused_with_place_and_remedy(text: str, unit: str, said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_figure(text, unit)
    assert said in refusal.value.message.zh
    assert refusal.value.message.en != refusal.value.message.zh


quantities = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18, places=7)


@given(number=quantities)
def test_a_number_that_was_shown_is_read_back(number: Decimal) -> None:
    assert read_figure(f"{plain(number)}家", "家").value == number


@given(number=st.decimals(min_value=0, max_value=10**6, places=6), unit=st.sampled_from(["%", "‰"]))
def test_a_rate_is_the_same_with_and_without_its_sign(number: Decimal, unit: str) -> None:
    assert read_figure(f"{plain(number)}{unit}", unit) == Figure(
        f"{plain(number)}{unit}", Comparator.EQ, value=read_figure(plain(number), unit).value
    )


@given(
    text=st.text(max_size=40)
    | st.text(alphabet="0123456789.,-~:%‰万亿千百十一二三余多超以上左右家元成倍个点 ", max_size=20)
)
def test_any_text_is_a_figure_or_refused(text: str) -> None:
    with suppress(Unreadable):
        _is_whole(read_figure(text, "家"))


def _is_whole(figure: Figure) -> None:
    inexact = (figure.lower, figure.upper)
    assert (figure.value is None) != (inexact == (None, None))
    if None not in inexact:
        assert inexact[0] <= inexact[1]
