"""Numbers beside a chart are short, and in the steps in which people read."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from targets.reports.figures import Figures
from targets.reports.inputs import Goal, Trajectory
from targets.rules.terms import Measure
from targets.rules.wording import Lang, Text

VEHICLES, PERCENT, PER_MILLE = Text("辆", "vehicles"), Text("%"), Text("‰")


def figures(lang: Lang = "zh", unit: Text = VEHICLES, **more: Any) -> Figures:
    return Figures(Trajectory(title=Text("图", "chart"), unit=unit, **more), lang)


def row(*numbers: str, lang: Lang = "zh", **more: Any) -> list[str]:
    return figures(lang, **more).row([*map(Decimal, numbers)])


@pytest.mark.parametrize(
    ("numbers", "zh", "en"),
    [
        (["0", "500000", "1000000"], ["0", "50万", "100万"], ["0", "0.5 million", "1 million"]),
        (["0", "50000000", "150000000"], ["0", "0.5亿", "1.5亿"], ["0", "50 million", "150 million"]),
        (["0", "2000", "12000"], ["0", "2,000", "12,000"], ["0", "2,000", "12,000"]),
        (["8e11", "1.2e12"], ["0.8万亿", "1.2万亿"], ["0.8 trillion", "1.2 trillion"]),
        (["120000000", "120500000"], ["12,000万", "12,050万"], ["120 million", "120.5 million"]),
        (["-0.5", "0", "0.5"], ["-0.5", "0", "0.5"], ["-0.5", "0", "0.5"]),
        (["0", "1e30"], ["0", "1×10³⁰"], ["0", "1×10³⁰"]),
        (["5e-31", "1e-30"], ["5×10⁻³¹", "1×10⁻³⁰"], ["5×10⁻³¹", "1×10⁻³⁰"]),
    ],
)
def test_an_axis_keeps_to_one_step(numbers: list[str], zh: list[str], en: list[str]) -> None:
    assert row(*numbers) == zh
    assert row(*numbers, lang="en") == en


def test_rates_are_shown_as_people_write_them() -> None:
    assert row("0", "0.05", "1.2", unit=PERCENT) == ["0%", "5%", "120%"]
    assert row("0.002", unit=PER_MILLE) == ["2‰"]
    assert row("0.06", measure=Measure.ANNUAL_GROWTH) == ["6%"]
    assert row("0.05", unit=PERCENT, measure=Measure.POINT_CHANGE) == ["5"]


@pytest.mark.parametrize(
    ("unit", "measure", "expected"),
    [
        (VEHICLES, Measure.LEVEL, "辆"),
        (PERCENT, Measure.SHARE, ""),
        (VEHICLES, Measure.PERCENT_CHANGE, ""),
        (PERCENT, Measure.POINT_CHANGE, "个百分点"),
        (PER_MILLE, Measure.POINT_CHANGE, "个千分点"),
        (Text("位"), Measure.RANK, "位次"),
        (VEHICLES, Measure.MULTIPLE, "基期值的倍数"),
        (Text(""), Measure.RATIO, "比值（以1为单位）"),
    ],
)
def test_the_unit_stands_once_above_the_axis(unit: Text, measure: Measure, expected: str) -> None:
    assert figures(unit=unit, measure=measure).unit == expected


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        ("1634217", "163.4217万", "1.634217 million"),
        ("163421700.5", "1.6342亿", "163.42 million"),
        ("12000", "12,000", "12,000"),
        ("37397.2602739726", "37,397", "37,397"),
    ],
)
def test_a_single_number_is_given_in_full_while_it_is_short(number: str, zh: str, en: str) -> None:
    assert figures().short(Decimal(number)) == zh
    assert figures("en").short(Decimal(number)) == en


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (Goal(low=Decimal(2000000)), "≥200万"),
        (Goal(low=Decimal(2000000), is_strict=True), ">200万"),
        (Goal(high=Decimal(2000000)), "≤200万"),
        (Goal(high=Decimal(2000000), is_strict=True), "<200万"),
        (Goal(low=Decimal(2000000), high=Decimal(2500000)), "200万–250万"),
        (Goal(low=Decimal(2000000), high=Decimal(2000000)), "200万"),
        (Goal(low=Decimal(2000000), words=Text("超200万辆", "over 2 million")), "超200万辆"),
    ],
)
def test_a_goal_is_written_with_its_sign_or_as_the_document_says_it(goal: Goal, expected: str) -> None:
    assert figures().goal(goal) == expected


def test_ranks_ratios_and_stages_speak_their_own_language() -> None:
    stages = (Text("开工", "begun"), Text("建成", "built"))
    staged = figures(measure=Measure.STAGE, stages=stages)
    assert (staged.goal(Goal(low=Decimal(2))), staged.short(Decimal("1.5")), staged.unit) == ("建成", "1.5", "")
    assert staged.short(Decimal("4.333333333")) == "4.3"
    assert figures("en", measure=Measure.RANK).goal(Goal(high=Decimal(3))) == "top 3"
    assert figures(measure=Measure.RATIO).short(Decimal("0.8")) == "0.8:1"


def test_days_are_short() -> None:
    assert [figures().day(day) for day in (date(2030, 12, 31), date(2027, 6, 30))] == ["2030年底", "2027年6月30日"]
    assert [figures("en").day(day) for day in (date(2030, 12, 31), date(2027, 6, 30))] == ["end of 2030", "30 Jun 2027"]
