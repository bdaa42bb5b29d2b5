"""The number of a target with its comparator, in words: "at least 6%", "不低于6%"."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Final

from targets.rules.quantities.writing import PERCENT, RATES, brief, plain, points, proportion, shown
from targets.rules.statements.statement import BOUNDS, NO_UNIT, Statement
from targets.rules.terms import Comparator, Direction, Measure
from targets.rules.wording import Text, label

Templates = dict[str, Text]

#: After an indicator: 产量为…, 产量不低于….
LINKED: Final[Templates] = {
    Comparator.BARE: Text("为{}", "{}"),
    Comparator.EQ: Text("等于{}", "exactly {}"),
    Comparator.GE: Text("不低于{}", "at least {}"),
    Comparator.GT: Text("超过{}", "more than {}"),
    Comparator.LE: Text("不超过{}", "at most {}"),
    Comparator.LT: Text("低于{}", "less than {}"),
    Comparator.APPROX: Text("约为{}", "about {}"),
    Comparator.NEAR: Text("接近{}", "close to {}"),
    Comparator.BETWEEN: Text("在{}至{}之间（含两端）", "between {} and {} inclusive"),
}
#: After a verb (新增, 增长, 累计) or a noun (产值).
FOLLOWING: Final[Templates] = LINKED | {
    Comparator.BARE: Text("{}", "{}"),
    Comparator.EQ: Text("恰好{}", "exactly {}"),
    Comparator.LT: Text("不足{}", "less than {}"),
    Comparator.APPROX: Text("约{}", "about {}"),
}
#: Things that are counted one by one are 不少于 and "fewer", not 不低于 and "less".
COUNTED: Final[dict[str, Text]] = {
    Comparator.GE: Text("不少于{}", "at least {}"),
    Comparator.LT: Text("少于{}", "fewer than {}"),
}
#: The first rank is the best, so "at most 3" is "rank 3 or better".
RANKED: Final[Templates] = {
    Comparator.BARE: Text("居第{}", "{}"),
    Comparator.EQ: Text("恰居第{}", "exactly {}"),
    Comparator.GE: Text("居第{}或其后", "{} or worse"),
    Comparator.GT: Text("居第{}之后", "worse than {}"),
    Comparator.LE: Text("居前{}", "{} or better"),
    Comparator.LT: Text("居第{}之前", "better than {}"),
    Comparator.APPROX: Text("约居第{}", "about {}"),
    Comparator.NEAR: Text("接近第{}", "close to {}"),
    Comparator.BETWEEN: Text("居第{}至第{}之间（含两端）", "between {} and {} inclusive"),
}
STAGED: Final[Templates] = {
    Comparator.BARE: Text("处于{}", "{}"),
    Comparator.EQ: Text("恰好处于{}", "exactly {}"),
    Comparator.GE: Text("达到{}", "{} reached"),
    Comparator.GT: Text("越过{}", "later than {}"),
    Comparator.LE: Text("不越过{}", "{} or earlier"),
    Comparator.LT: Text("早于{}", "earlier than {}"),
    Comparator.APPROX: Text("大致处于{}", "about {}"),
    Comparator.NEAR: Text("接近{}", "close to {}"),
    Comparator.BETWEEN: Text("处于{}至{}之间（含两端）", "between {} and {} inclusive"),
}
#: How a predicate opens; measures that are not here follow the indicator with LINKED, changes have their own verbs.
PREDICATES: Final[dict[str, Templates]] = {
    Measure.COUNT_OF_CLASS: LINKED | COUNTED,
    Measure.RANK: RANKED,
    Measure.STAGE: STAGED,
}
ORDINAL: Final = (Measure.RANK, Measure.STAGE)
#: What a change is called when its numbers are positive, negative, or on both sides of zero.
CHANGES: Final[dict[str, tuple[Text, Text, Text]]] = {
    Measure.INCREMENT: (
        Text("新增", "an increase of "),
        Text("减少", "a decrease of "),
        Text("增减", "a net change of "),
    ),
    Measure.PERCENT_CHANGE: (
        Text("增长", "a rise of "),
        Text("下降", "a fall of "),
        Text("变动", "a change of "),
    ),
    Measure.POINT_CHANGE: (
        Text("提高", "a rise of "),
        Text("降低", "a fall of "),
        Text("变动", "a change of "),
    ),
    Measure.ANNUAL_GROWTH: (
        Text("年均增长", "average annual growth of "),
        Text("年均下降", "an average annual fall of "),
        Text("年均变动", "an average annual change of "),
    ),
}
MIRRORED: Final[dict[str, str]] = {
    Comparator.GE: Comparator.LE,
    Comparator.GT: Comparator.LT,
    Comparator.LE: Comparator.GE,
    Comparator.LT: Comparator.GT,
    Comparator.BETWEEN: Comparator.BETWEEN,
}
DOUBLINGS: Final = {
    Decimal(2): Text("（翻一番）", " (a doubling)"),
    Decimal(4): Text("（翻两番）", " (two doublings)"),
    Decimal(8): Text("（翻三番）", " (three doublings)"),
}
RATE_MEASURES: Final = (Measure.PERCENT_CHANGE, Measure.ANNUAL_GROWTH, Measure.SHARE)
#: What stands where a comparator lacks its number.
UNSTATED_NUMBER: Final = Text("未写明的数值", "a number that is not stated")

Figure = Callable[[Decimal], Text]


def numbers(statement: Statement) -> list[Decimal]:
    return [number for number in (statement.lower, statement.upper) if number is not None]


def amount(statement: Statement) -> Text:
    """The whole predicate: verb, comparator, numbers; or words for a target without a number."""
    if not statement.comparator:
        return wordless(statement)
    if statement.measure in CHANGES:
        return _change(statement)
    if statement.measure == Measure.CUMULATIVE:
        return Text("累计{}", "a cumulative total of {}").format(_compared(statement, FOLLOWING | COUNTED))
    if statement.measure == Measure.COMPOSITION:
        return Text("在构成中{}", "{} within the composition").format(_compared(statement, LINKED))
    return _compared(statement, PREDICATES.get(statement.measure, LINKED))


def wordless(statement: Statement) -> Text:
    """A target without a number says which kind it is; what is missing stands with the open points."""
    measure = label(Measure, statement.measure)
    match statement.measure:
        case Measure.REFERENCE:
            return _set_by(statement.reference)
        case Measure.LEVEL:
            return Text("列为目标", "an aim")
    return Text("列为{}目标", "an aim ({})").format(measure)


def _set_by(reference: Text | None) -> Text:
    if reference is None:
        return Text("参照其他对象确定", "set by reference")
    return Text("参照“{}”确定", "set by reference to “{}”").format(reference)


def threshold(statement: Statement) -> Text | None:
    """The condition that each counted thing meets, apart from the target's own number."""
    each = "每个" if statement.unit.zh in ("", *RATES) else f"每{statement.unit.zh}"
    named = statement.class_attribute
    if statement.class_threshold is None:
        return Text(f"{each}按{named.zh}认定", f"each judged by {named.en}") if named else None
    passed = _passed(statement, statement.class_threshold)
    if named is None:
        return Text(f"{each}{passed.zh}", f"each of {passed.en}")
    return Text(f"{each}{named.zh}{passed.zh}", f"each with {named.en} of {passed.en}")


def _passed(statement: Statement, number: Decimal) -> Text:
    comparator = statement.class_comparator
    if comparator in ("", Comparator.BETWEEN):
        comparator = Comparator.BARE
    scale = abs(number) if statement.class_scale is None else statement.class_scale
    return FOLLOWING[comparator].format(shown(number, statement.class_unit or NO_UNIT, scale))


def leftovers(statement: Statement) -> list[Text]:
    """Numbers in a bound that the comparator does not read: shown, since they are stored."""
    unused = {"lower", "upper"} - set(BOUNDS[statement.comparator])
    found = [getattr(statement, bound) for bound in ("lower", "upper") if bound in unused]
    figure = figure_of(statement)
    return [Text("另记{}", "also recorded: {}").format(figure(number)) for number in found if number is not None]


def tolerance(statement: Statement) -> Text | None:
    if statement.tolerance is None:
        return None
    return _near_side(statement).format(difference(statement, statement.tolerance))


def base_level(statement: Statement, value: Decimal) -> Text:
    """A base is a level: the same unit, whatever the target says about its change."""
    if statement.measure == Measure.RANK:
        return Text("第{}", "{}").format(figure_of(statement)(value))
    if statement.measure in (Measure.SHARE, Measure.RATIO, Measure.STAGE):
        return figure_of(statement)(value)
    return _quantity(statement, value)


def figure_of(statement: Statement) -> Figure:
    """How one number of this measure is shown."""
    if statement.measure in RATE_MEASURES:
        return partial(shown, unit=statement.unit if statement.unit.zh in RATES else PERCENT)
    match statement.measure:
        case Measure.POINT_CHANGE:
            return partial(points, unit=statement.unit)
        case Measure.RATIO if statement.unit.zh not in RATES:
            return proportion
        case Measure.MULTIPLE:
            return _times
        case Measure.RANK:
            return partial(_place, statement)
        case Measure.STAGE:
            return partial(_stage, statement)
    return partial(_quantity, statement)


def is_named_stage(statement: Statement, number: Decimal) -> bool:
    return number == number.to_integral_value() and 1 <= number <= len(statement.stages)


def _change(statement: Statement) -> Text:
    rise, fall, change = CHANGES[statement.measure]
    templates = FOLLOWING | COUNTED if statement.measure == Measure.INCREMENT else FOLLOWING
    if _is_fall(statement):
        return _joined(fall, _compared(_mirrored(statement), templates))
    crosses_zero = any(number < 0 for number in numbers(statement))
    return _joined(change if crosses_zero else rise, _compared(statement, templates))


def _is_fall(statement: Statement) -> bool:
    """Numbers of a change carry their sign: −18% is a fall, whichever way is better."""
    signed = numbers(statement)
    return statement.measure in CHANGES and min(signed, default=0) < 0 and max(signed) <= 0


def _joined(verb: Text, compared: Text) -> Text:
    return Text(f"{verb.zh}{compared.zh}", f"{verb.en}{compared.en}")


def _mirrored(statement: Statement) -> Statement:
    """A change of at most −18% is a fall of at least 18%."""
    lower = None if statement.lower is None else statement.lower.copy_negate()
    upper = None if statement.upper is None else statement.upper.copy_negate()
    comparator = MIRRORED.get(statement.comparator)
    if comparator is None:
        return replace(statement, lower=lower, upper=upper)
    return replace(statement, comparator=comparator, lower=upper, upper=lower)


def _compared(statement: Statement, templates: Templates) -> Text:
    figure, missing = figure_of(statement), _standing_in(statement)
    needed = [getattr(statement, bound) for bound in BOUNDS[statement.comparator]]
    figures = [missing if number is None else figure(number) for number in needed]
    return templates[_spoken(statement)].format(*figures)


def _spoken(statement: Statement) -> str:
    """Equal within a tolerance is not exactly equal, and is not called so."""
    within = statement.comparator == Comparator.EQ and statement.tolerance
    return Comparator.BARE if within else statement.comparator


def _standing_in(statement: Statement) -> Text:
    """At least what? A target by reference names the other series, any other lacks its number."""
    if statement.measure != Measure.REFERENCE:
        return UNSTATED_NUMBER
    if statement.reference is None:
        return Text("参照对象的水平", "the level of the reference")
    return Text("“{}”的水平", "the level of “{}”").format(statement.reference)


def _near_side(statement: Statement) -> Text:
    """Close to a number is judged from one side where the indicator has a direction."""
    one_sided = statement.comparator == Comparator.NEAR and statement.measure not in ORDINAL
    if not one_sided or statement.direction == Direction.NONE:
        return Text("容差{}", "tolerance {}")
    # A fall is shown without its sign, so the side turns with it.
    if (statement.direction == Direction.UP) != _is_fall(statement):
        return Text("向下容差{}", "tolerance {} below")
    return Text("向上容差{}", "tolerance {} above")


def difference(statement: Statement, number: Decimal) -> Text:
    """The distance between two numbers of this measure."""
    rate = statement.unit if statement.unit.zh in RATES else PERCENT
    match statement.measure:
        case Measure.PERCENT_CHANGE | Measure.ANNUAL_GROWTH | Measure.SHARE:
            return points(number, rate)
        case Measure.MULTIPLE:
            return shown(number, Text("倍", "times"))
        case Measure.RANK:
            return shown(number, Text(statement.unit.zh or "位", "places"), singular="place")
        case Measure.STAGE:
            return shown(number, Text("个阶段", "stages"), singular="stage")
    if statement.unit.zh in RATES:
        return points(number, statement.unit)
    return figure_of(statement)(number) if statement.measure != Measure.RATIO else Text(plain(number))


def _quantity(statement: Statement, number: Decimal) -> Text:
    if statement.is_brief:
        return brief(number, statement.unit, statement.unit_singular)
    return shown(number, statement.unit, statement.scale, statement.unit_singular)


def _times(number: Decimal) -> Text:
    doubling = DOUBLINGS.get(number, Text("", ""))
    return Text(f"基期值的{plain(number)}倍{doubling.zh}", f"{plain(number)} times the base value{doubling.en}")


def _place(statement: Statement, number: Decimal) -> Text:
    return Text(f"{plain(number)}{statement.unit.zh or '位'}", f"rank {plain(number)}")


def _stage(statement: Statement, number: Decimal) -> Text:
    if not is_named_stage(statement, number):
        return Text(f"第{plain(number)}阶段", f"stage {plain(number)}")
    name, count = statement.stages[int(number) - 1], len(statement.stages)
    if count == 1:
        return Text(f"“{name.zh}”阶段", f"the stage “{name.en}”")
    return Text(
        f"“{name.zh}”阶段（第{plain(number)}阶段，共{count}个）", f"the stage “{name.en}” ({plain(number)} of {count})"
    )
