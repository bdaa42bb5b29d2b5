"""By which rule every light came about, so that nobody has to believe it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from targets.queries.policies import as_rule
from targets.reports.gathering import Line, Material
from targets.reports.phrases import capital, listed
from targets.reports.report import Block, Cell, Column, Holds, Items, Paragraph, Row, Section, SectionKind, Table, Width
from targets.reports.sections.summary import SUM
from targets.rules import moments
from targets.rules.verdicts.policies import DEFAULT, Policy, Thresholds
from targets.rules.verdicts.policy_words import MEANINGS, method_in_words, readings_in_words
from targets.rules.verdicts.terms import Light, Method, RollupRule
from targets.rules.wording import Text, label

TIMES: Final = Text(
    "本报告以{}为研判日，只采用该日以前各期、且登记截至{}已知的数据；名称以现行登记为准。",
    "The day judged is {}: only values for periods up to that day count, and only what the register knew at {}. "
    "Names are those of today.",
)
SHARES: Final = Text(
    "实际完成份额是从基期走向目标已完成的部分，应完成份额是此时按路径应完成的部分，均以数据所属日计算；基期未给出的，不测算进度，不以零代替。",
    "The share done is the part of the way from the base to the target that is covered; the share due is what the path "
    "asks for, both on the day of the data. Without a base no pace is assessed, and none is taken as zero.",
)
ROLLED_UP: Final[dict[RollupRule, Text]] = {
    RollupRule.WORST_OF: Text(
        "总评按“最差决定”：以可判定目标中最差的一项为准；灰灯不参与总评，但计入各灯目标数。",
        "The plan is scored by the worst target that can be judged; grey ones have no part in the score but are counted.",
    ),
    RollupRule.WEIGHTED_MEAN: Text(
        "总评按“加权平均”：实际完成份额按权重平均，单项最多计100%；没有可用份额的不计入，并予列明。",
        "The plan is scored by the weighted mean of the shares done, none above 100%; what has no usable share is left "
        "out and told.",
    ),
    RollupRule.COUNTS: Text(
        "总评按“计数”：可判定目标中蓝灯、绿灯的项数。",
        "The plan is scored by how many of the targets that can be judged are blue or green.",
    ),
}
BUILT_IN: Final = Text("内置规则", "built-in policy")
USUALLY: Final = Text("除另有说明外，{}", "Unless told otherwise: {}")
FOR: Final = Text("{}：{}", "{}: {}")
BLANK: Final = Cell(words=Text(""))
USED: Final = (
    Column(head=Text("规则", "Policy"), width=Width.WIDE, holds=Holds.NAME),
    Column(head=Text("版本", "Version"), width=Width.NARROW, holds=Holds.NUMBER),
    Column(head=Text("方法", "Method"), width=Width.WIDE),
    Column(head=Text("目标数", "Targets"), width=Width.NARROW, holds=Holds.NUMBER),
)
#: Code, version.
Key = tuple[str, int]


def method(material: Material) -> Section:
    return Section(kind=SectionKind.METHOD, blocks=tuple(_blocks(material)))


def _blocks(material: Material) -> Iterator[Block]:
    times = TIMES.format(moments.span(material.day, ""), moments.at_moment(material.known_at))
    yield Paragraph(words=times)
    yield Paragraph(words=SHARES)
    yield Paragraph(words=ROLLED_UP[material.whole.rollup.rule])
    yield _lights()
    if material.lines:
        yield _used(material)
        yield Paragraph(words=Text("测算方法与分界", "How pace is assessed"), is_title=True)
        yield Items(items=tuple(_methods(material)))
        yield Paragraph(words=Text("取数与存疑之处的理解", "How values and open points are read"), is_title=True)
        yield Items(items=tuple(_readings(material)))


def _lights() -> Table:
    rows = (
        Row(cells=(Cell(words=capital(label(Light, light)), light=light), Cell(words=MEANINGS[light])))
        for light in Light
    )
    columns = (
        Column(head=Text("灯色", "Light"), width=Width.NARROW, holds=Holds.NAME),
        Column(head=Text("含义", "Meaning"), width=Width.WIDE),
    )
    caption = Text("如何看灯", "How the lights are read")
    return Table(caption=caption, columns=columns, lines=tuple(rows), is_compact=True)


def _used(material: Material) -> Table:
    """Every version that judged, with its methods."""
    found = Counter((*_key(line), line.verdict.method) for line in material.lines)
    rows = tuple(
        Row(
            cells=(
                Cell(words=_name(material, (code, version)), details=(Text(code),)),
                Cell(words=Text(str(version)), value=version),
                Cell(words=capital(label(Method, how))),
                Cell(words=Text(f"{count:,}"), value=count),
            )
        )
        for (code, version, how), count in sorted(found.items())
    )
    total = len(material.lines)
    sums = Row(cells=(Cell(words=SUM), BLANK, BLANK, Cell(words=Text(f"{total:,}"), value=total)))
    caption = Text("所用研判规则", "Policies used")
    return Table(caption=caption, columns=USED, lines=rows, total=sums)


def _methods(material: Material) -> Iterator[Text]:
    """Each method with its boundaries once, and whose they are where policies differ."""
    users: dict[tuple[Method, Thresholds], set[Key]] = {}
    for line in material.lines:
        users.setdefault((line.verdict.method, line.verdict.thresholds), set()).add(_key(line))
    times = Counter(how for how, _ in users)
    for (how, thresholds), keys in sorted(users.items(), key=lambda pair: list(Method).index(pair[0][0])):
        said = FOR.format(capital(label(Method, how)), method_in_words(how, thresholds))
        yield said if times[how] == 1 else FOR.format(_names(material, keys), said)


def _readings(material: Material) -> Iterator[Text]:
    """Each sentence once; those of a few policies name them."""
    keys = {_key(line) for line in material.lines}
    users: dict[Text, set[Key]] = {}
    for key in sorted(keys):
        for said in readings_in_words(_rule(material, key)):
            users.setdefault(said, set()).add(key)
    for said, those in users.items():
        if those == keys:
            yield said
        elif 2 * len(those) > len(keys):
            yield USUALLY.format(said)
        else:
            yield FOR.format(_names(material, those), said)


def _key(line: Line) -> Key:
    return line.verdict.policy_code, line.verdict.policy_version


def _rule(material: Material, key: Key) -> Policy:
    row = material.policies.get(key)
    return DEFAULT if row is None else as_rule(row)


def _name(material: Material, key: Key) -> Text:
    row = material.policies.get(key)
    return BUILT_IN if row is None else Text(row.name, row.name_en)


def _names(material: Material, keys: Iterable[Key]) -> Text:
    return listed(Text(f"{code}（第{version}版）", f"{code} (version {version})") for code, version in sorted(keys))
