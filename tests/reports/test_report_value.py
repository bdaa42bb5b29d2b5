"""A report whose totals differ from their parts is given to nobody; nothing here needs a database."""

from dataclasses import replace
from decimal import Decimal

import pytest

from targets.reports.report import Cell, Column, DoesNotAddUp, Holds, LightBar, Row, Section, SectionKind, Table
from targets.rules.verdicts.terms import Light, Pace
from targets.rules.wording import Text, label
from tests.reports.reports import make_report, make_table, make_target_row


def counted(*values: int) -> tuple[Row, ...]:
    return tuple(Row(cells=(Cell(words=Text("某部分")), Cell(words=Text(str(value)), value=value))) for value in values)


COLUMNS = (
    Column(head=Text("部分", "Part"), holds=Holds.NAME),
    Column(head=Text("目标数", "Targets"), holds=Holds.NUMBER),
)


def test_a_bar_of_lights_adds_up() -> None:
    LightBar(counts=((Light.RED, 2), (Light.GREY, 1)), total=3)
    with pytest.raises(DoesNotAddUp, match="the total is 4, its parts make 3"):
        LightBar(counts=((Light.RED, 2), (Light.GREY, 1)), total=4)


def test_a_table_adds_up_in_every_column_that_is_counted() -> None:
    caption = Text("各部分", "By part")
    Table(caption=caption, columns=COLUMNS, lines=counted(2, 3), total=counted(5)[0])
    with pytest.raises(DoesNotAddUp, match="Targets: the total is 6, its parts make 5"):
        Table(caption=caption, columns=COLUMNS, lines=counted(2, 3), total=counted(6)[0])


def test_sums_of_decimals_and_words_are_not_claimed() -> None:
    total = Row(cells=(Cell(words=Text("合计")), Cell(words=Text("1"), value=Decimal(1))))
    Table(caption=Text("各部分"), columns=COLUMNS, lines=counted(2, 3), total=total)


def test_lights_paces_and_lines_of_a_report_add_up_to_its_targets() -> None:
    report = make_report()
    wrong = [
        {"by_light": ((Light.RED, 1), (Light.GREEN, 1))},
        {"by_pace": ((label(Pace, Pace.AHEAD), 1), (label(Pace, Pace.BEHIND), 1))},
        {"targets": 2},
        {"reported": 2},
        {"judged": -1},
        {
            "sections": (
                Section(kind=SectionKind.TARGETS, blocks=(make_table(make_target_row(1), make_target_row(2)),)),
            )
        },
    ]
    for changes in wrong:
        with pytest.raises(DoesNotAddUp):
            replace(report, **changes)
