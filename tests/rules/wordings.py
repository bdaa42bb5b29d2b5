"""Writes quantities in the words of plans, in every style an office uses, with the fields they must be read as."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from targets.rules.terms import Comparator

FULL_WIDTH: Final = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789.,%"}
DIGITS: Final = "零一二三四五六七八九"
#: Comparison words before and after a number; one of the two is empty.
COMPARED: Final[tuple[tuple[str, str, Comparator], ...]] = (
    ("", "", Comparator.BARE),
    *((word, "", Comparator.GT) for word in ("超", "超过", "突破", "高于", "大于", "逾", "＞")),
    *((word, "", Comparator.GE) for word in ("不低于", "不少于", "至少", "≥")),
    *(("", word, Comparator.GE) for word in ("以上", "及以上", "（含）以上")),
    *((word, "", Comparator.LE) for word in ("不超过", "不高于", "至多", "≤")),
    *(("", word, Comparator.LE) for word in ("以内", "以下", "及以下")),
    *((word, "", Comparator.LT) for word in ("低于", "少于", "不足", "＜")),
    *((word, "", Comparator.APPROX) for word in ("约", "大约", "≈")),
    *(("", word, Comparator.APPROX) for word in ("左右", "上下")),
    *((word, "", Comparator.NEAR) for word in ("近", "接近", "将近")),
)
DEADLINES: Final[tuple[tuple[str, date | None, str | None], ...]] = (
    ("", None, None),
    ("到2027年，", date(2027, 12, 31), "year"),
    ("到2030年底", date(2030, 12, 31), "year"),
    ("2026年6月底前", date(2026, 6, 30), "month"),
    ("2028年三季度末", date(2028, 9, 30), "quarter"),
    ("2029年上半年", date(2029, 6, 30), "half_year"),
    ("2030年3月5日前", date(2030, 3, 5), "day"),
    ("“十五五”期末", date(2030, 12, 31), "year"),
    ("二〇二七年", date(2027, 12, 31), "year"),
)
SUBJECTS: Final = ("", "设施总量", "重点工作规模", "城区指标值")
UNITS: Final = ("辆", "家", "个", "公里", "吨", "元", "人", "户", "台套", "微克/立方米", "吨标准煤")
MEASURES: Final = (("", "level"), ("新增", "increment"), ("累计完成", "cumulative"), ("增加", "increment"))


@dataclass(frozen=True)
class Written:
    """A wording, and the fields that it says."""

    wording: str
    says: dict[str, Any]


def chinese(number: int) -> str:
    """A whole number below 万亿 in Chinese digits: 一万零二十, 十二亿."""
    for places, name in ((8, "亿"), (4, "万")):
        high, low = divmod(number, 10**places)
        if high:
            gap = "零" if 0 < low < 10 ** (places - 1) else ""
            return f"{chinese(high)}{name}{gap}{_below(low)}"
    return _section(number)


def grouped(number: int | Decimal) -> str:
    return f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"


def wide(number: int | Decimal) -> str:
    return f"{number}".translate(FULL_WIDTH)


#: How a whole number may be written.
WHOLE: Final[tuple[Callable[[int], str], ...]] = (str, grouped, wide, chinese)
#: What digits may be multiplied with, beside Arabic and full-width digits.
STEPS: Final = (("", 0), ("万", 4), ("亿", 8), ("万亿", 12), ("百万", 6), ("千万", 7))


@st.composite
def numbers(draw: st.DrawFn) -> tuple[str, Decimal]:
    """A number of things as printed, and its value."""
    if draw(st.booleans()):
        number = draw(st.integers(2, 10**9 - 1))
        return draw(st.sampled_from(WHOLE))(number), Decimal(number)
    digits = draw(st.decimals("0.01", 9999, places=2))
    step, places = draw(st.sampled_from(STEPS))
    plain = f"{digits:f}"
    return draw(st.sampled_from((plain, wide(digits), grouped(digits)))) + step, digits.scaleb(places)


@st.composite
def rates(draw: st.DrawFn) -> tuple[str, Decimal, str]:
    """A rate as printed, its fraction, and its unit."""
    hundredths = draw(st.integers(1, 99))
    style = draw(st.sampled_from(("%", "％", "‰", "百分之", "成")))
    if style == "成":
        tenths = draw(st.integers(1, 9))
        return f"{DIGITS[tenths]}成", Decimal(tenths).scaleb(-1), "%"
    if style == "百分之":
        return f"百分之{chinese(hundredths)}", Decimal(hundredths).scaleb(-2), "%"
    places = 3 if style == "‰" else 2
    return f"{hundredths}{style}", Decimal(hundredths).scaleb(-places), "‰" if style == "‰" else "%"


@st.composite
def quantities(draw: st.DrawFn) -> Written:
    """Deadline, subject, verb, comparison, number and unit of one target."""
    when, deadline, precision = draw(st.sampled_from(DEADLINES))
    before, after, comparator = draw(st.sampled_from(COMPARED))
    subject, (verb, measure) = draw(st.sampled_from(SUBJECTS)), draw(st.sampled_from(MEASURES))
    text, value = draw(numbers())
    unit = draw(st.sampled_from(UNITS))
    name = "upper" if comparator in (Comparator.LE, Comparator.LT) else "lower"
    says = {"comparator": comparator, name: value, "unit": unit, "measure": measure, "subject": subject}
    says |= {"deadline": deadline, "deadline_precision": precision}
    return Written(f"{when}{subject}{verb}{before}{text}{unit}{after}", says)


@st.composite
def shares(draw: st.DrawFn) -> Written:
    """A rate, its growth, or its change in points."""
    before, after, comparator = draw(st.sampled_from(COMPARED))
    text, value, unit = draw(rates())
    verb, measure = draw(st.sampled_from((("", "level"), ("增长", "percent_change"), ("年均增长", "annual_growth"))))
    name = "upper" if comparator in (Comparator.LE, Comparator.LT) else "lower"
    says = {"comparator": comparator, name: value, "unit": unit, "measure": measure}
    return Written(f"{verb}{before}{text}{after}", says)


def _below(number: int) -> str:
    return chinese(number) if number else ""


def _section(number: int) -> str:
    written, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            is_ten = place == 10 and digit == 1 and not written
            written += ("零" if gap else "") + ("" if is_ten else DIGITS[digit]) + name
        gap = bool(written) and not digit
    return written
