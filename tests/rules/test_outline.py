"""An outline is read as it is printed; what does not fit is refused by the number of its line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from targets.rules.outline import DEEPEST, MOST_LINES, OutlineFault, read_outline
from targets.rules.terms import TaskKind

PRINTED = """
一、壮大主导产业。
（一）建设整车基地
1．引进企业
2. 扩建厂房；
（1）一期
① 征地
（二）引育零部件企业

二、优化营商环境
"""


def tree(text: str) -> list[tuple[int, str, str]]:
    outline = read_outline(text)
    assert outline.faults == ()
    return [(heading.depth, heading.number, heading.name) for heading in outline.headings]


def faults(text: str) -> list[tuple[int, OutlineFault]]:
    return [(fault.line, fault.reason) for fault in read_outline(text).faults]


def test_the_styles_of_numbers_tell_how_deep_a_line_stands() -> None:
    assert tree(PRINTED.replace("① 征地\n", "")) == [
        (0, "一", "壮大主导产业"),
        (1, "（一）", "建设整车基地"),
        (2, "1", "引进企业"),
        (2, "2", "扩建厂房"),
        (3, "（1）", "一期"),
        (1, "（二）", "引育零部件企业"),
        (0, "二", "优化营商环境"),
    ]


def test_lines_are_counted_as_they_were_pasted() -> None:
    assert [heading.line for heading in read_outline("\n一、甲\n\n（一）乙").headings] == [2, 4]


def test_the_first_three_levels_are_action_task_and_step_and_the_rest_are_steps() -> None:
    kinds = [heading.kind for heading in read_outline("一、甲\n（一）乙\n1.丙\n（1）丁").headings]
    assert kinds == [TaskKind.ACTION, TaskKind.TASK, TaskKind.STEP, TaskKind.STEP]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一章 总则\n第一节 目标\n一、甲", [(0, "第一章", "总则"), (1, "第一节", "目标"), (2, "一", "甲")]),
        ("行动一：甲\n任务1：乙", [(0, "行动一", "甲"), (1, "任务1", "乙")]),
        ("3 甲\n3.1 乙\n3.1.2 丙\n4、丁", [(0, "3", "甲"), (1, "3.1", "乙"), (2, "3.1.2", "丙"), (0, "4", "丁")]),
        ("1) 甲\n- 乙\n• 丙", [(0, "1", "甲"), (1, "", "乙"), (1, "", "丙")]),
        ("(一)甲\n(1)乙", [(0, "(一)", "甲"), (1, "(1)", "乙")]),
        ("一 甲\n十二、乙", [(0, "一", "甲"), (0, "十二", "乙")]),
        ("甲\n\t乙\n\t\t丙\n　丁\n戊", [(0, "", "甲"), (1, "", "乙"), (2, "", "丙"), (1, "", "丁"), (0, "", "戊")]),
        (
            "甲\n  1.乙\n  2.丙\n丁\n  1.戊",
            [(0, "", "甲"), (1, "1", "乙"), (1, "2", "丙"), (0, "", "丁"), (1, "1", "戊")],
        ),
        ("一、甲\n  乙\n  丙", [(0, "一", "甲"), (1, "", "乙"), (1, "", "丙")]),
        (
            "　　一、甲\n（一）乙\n　　（二）丙",
            [(0, "一", "甲"), (1, "（一）", "乙"), (1, "（二）", "丙")],
        ),
        ("1.甲\n  1.乙\n2.丙", [(0, "1", "甲"), (1, "1", "乙"), (0, "2", "丙")]),
        ("一带一路建设", [(0, "", "一带一路建设")]),
        ("2.5万套住房\n2030年全面建成", [(0, "", "2.5万套住房"), (0, "", "2030年全面建成")]),
    ],
)
def test_other_ways_of_printing_are_read_too(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert tree(text) == expected


def test_what_does_not_fit_is_refused_by_its_line() -> None:
    assert faults("一、甲\n这是折下来的文字\n一、乙") == [
        (2, OutlineFault.NUMBER_MISSING),
        (3, OutlineFault.NUMBER_TWICE),
    ]
    assert faults("一、\n二") == [(1, OutlineFault.NAME_MISSING), (2, OutlineFault.NAME_MISSING)]
    assert faults("一、甲\n（一）") == [(2, OutlineFault.NAME_MISSING)]
    assert faults(f"一、{'长' * 300}\n二、{'长' * 301}") == [(2, OutlineFault.NAME_TOO_LONG)]
    assert faults("一、甲\n二、乙\x00丙") == [(2, OutlineFault.UNREADABLE)]
    deep = "一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n- 己"
    assert faults(deep) == [(DEEPEST + 1, OutlineFault.TOO_DEEP)]


def test_one_number_may_stand_under_two_parents() -> None:
    assert [number for _, number, _ in tree("一、甲\n（一）乙\n二、丙\n（一）丁")] == ["一", "（一）", "二", "（一）"]


def test_no_more_lines_are_read_than_can_be_looked_over() -> None:
    outline = read_outline("\n".join(f"任务{number}：甲" for number in range(MOST_LINES + 50)))
    assert len(outline.headings) == MOST_LINES
    assert [(fault.line, fault.reason) for fault in outline.faults] == [(MOST_LINES + 1, OutlineFault.TOO_MANY)]


CHINESE = "一二三四五六七八九十"
names = st.text(st.characters(categories=["Lo"], min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=12)
plain_names = names.filter(lambda name: not any(sign in "第行任工专〇零百" + CHINESE for sign in name[:2]))


@st.composite
def trees(draw: st.DrawFn) -> list[tuple[int, str, str]]:
    """Nodes in order, each at most one level deeper than the one before, numbered anew below each parent."""
    nodes: list[tuple[int, str, str]] = []
    counts = [0] * 4
    for _ in range(draw(st.integers(1, 9))):
        deepest = nodes[-1][0] + 1 if nodes else 0
        depth = draw(st.integers(0, min(deepest, 3)))
        counts[depth + 1 :] = [0] * len(counts[depth + 1 :])
        counts[depth] += 1
        nodes.append((depth, _number(depth, counts[depth]), draw(plain_names)))
    return nodes


def _number(depth: int, count: int) -> str:
    return (CHINESE[count - 1], f"（{CHINESE[count - 1]}）", str(count), f"（{count}）")[depth]


@given(trees(), st.booleans(), st.booleans())
def test_a_tree_that_is_printed_is_read_back(nodes: list[tuple[int, str, str]], indented: bool, stops: bool) -> None:
    ends = ("、", "", ".", "")
    lines = [f"{'　' * depth * indented}{number}{ends[depth]}{name}{'。' * stops}" for depth, number, name in nodes]
    assert tree("\n".join(lines)) == nodes


@given(st.text(max_size=400))
def test_any_text_is_either_read_or_refused_line_by_line(text: str) -> None:
    outline = read_outline(text)
    told = [heading.line for heading in outline.headings] + [fault.line for fault in outline.faults]
    assert sorted(told) == [line for line, said in enumerate(text.splitlines(), 1) if said.strip()][: len(told)]
    depths = [heading.depth for heading in outline.headings]
    assert all(depth <= before + 1 for before, depth in pairwise(depths))
    assert not depths or depths[0] == 0
