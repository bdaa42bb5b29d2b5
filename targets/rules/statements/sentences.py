"""The main clause of a reading: each language in its own order, from the same parts."""

from typing import Final

from targets.rules import moments
from targets.rules.statements.amounts import CHANGES, amount, threshold
from targets.rules.statements.statement import Statement
from targets.rules.terms import Accumulation, DateSource, Flag, Measure, Modality, Nature, Precision, Quantifier
from targets.rules.wording import Text, label

EMPTY: Final = Text("")
UNNAMED: Final = Text("未命名指标", "Unnamed indicator")
MODALITIES: Final[dict[str, Text]] = {
    Modality.FIRM: Text("确保", "firm commitment"),
    Modality.STRETCH: Text("力争", "stretch goal"),
}
SUMMED: Final = (Measure.LEVEL, Measure.INCREMENT, Measure.COUNT_OF_CLASS)
COMPARED: Final = (Measure.PERCENT_CHANGE, Measure.POINT_CHANGE)
#: Measures whose base date belongs to the verb (较2025年底新增); the others name it in a clause of its own.
SINCE: Final = (*CHANGES, Measure.CUMULATIVE)


def chinese(statement: Statement) -> str:
    """[时限][力争][范围][指标][期内][较基期][合计][数量]，[每家门槛]"""
    condition = threshold(statement)
    pieces = (
        _chinese_when(statement),
        _modality(statement).zh if statement.comparator else "",
        scope(statement).zh,
        _indicator(statement).zh,
        _chinese_facts(statement),
        _chinese_period(statement),
        since(statement).zh,
        "合计" if _is_total(statement) else "",
        amount(statement).zh,
        f"，{condition.zh}" if condition else "",
    )
    return "".join(pieces)


def english(statement: Statement) -> str:
    """Indicator (facts): amount when, compared with the base."""
    when = _english_when(statement)
    condition = threshold(statement)
    timed = f", {condition.en}, {when}" if condition else f" {when}"
    said = ", ".join(filter(None, [f"{amount(statement).en}{timed}".rstrip(" ,"), since(statement).en]))
    return f"{_indicator(statement).en}{_english_facts(statement)}: {said}"


def scope(statement: Statement) -> Text:
    """A scope that the text leaves unclear is not part of the sentence; the open points name it."""
    return EMPTY if statement.scope is None or Flag.SCOPE_UNCLEAR in statement.flags else statement.scope


def since(statement: Statement) -> Text:
    """The base date beside the verb; in every period a change is measured on the period before, not on the base."""
    if statement.base_date is None or not is_counted_from_base(statement):
        return EMPTY
    day = moments.on_day(statement.base_date)
    if statement.measure in COMPARED:
        return Text(f"较{day.zh}", f"compared with {day.en}")
    if statement.measure == Measure.INCREMENT:
        return Text(f"较{day.zh}", f"counted from {day.en}")
    return Text(f"自{day.zh}起", f"counted from {day.en}")


def is_counted_from_base(statement: Statement) -> bool:
    every = statement.quantifier == Quantifier.EVERY_PERIOD
    return bool(statement.comparator) and statement.measure in SINCE and not every


def _indicator(statement: Statement) -> Text:
    return statement.indicator if statement.indicator.zh else UNNAMED


def _modality(statement: Statement) -> Text:
    return MODALITIES.get(statement.modality, EMPTY)


def _nature(statement: Statement) -> Text:
    return EMPTY if statement.nature == Nature.UNSTATED else label(Nature, statement.nature)


def _chinese_facts(statement: Statement) -> str:
    part = f"“{statement.part_of.zh}”的一部分" if statement.part_of else ""
    modality = "" if statement.comparator else _modality(statement).zh
    facts = "，".join(filter(None, (part, _nature(statement).zh, modality)))
    return f"（{facts}）" if facts else ""


def _english_facts(statement: Statement) -> str:
    part = f"part of “{statement.part_of.en}”" if statement.part_of else ""
    facts = "; ".join(filter(None, (scope(statement).en, part, _nature(statement).en, _modality(statement).en)))
    return f" ({facts})" if facts else ""


def _chinese_when(statement: Statement) -> str:
    if statement.deadline is None:
        return ""
    note = _deadline_note(statement).zh
    if statement.quantifier != Quantifier.AT_DEADLINE:
        return f"{moments.through(statement.deadline, statement.deadline_precision).zh}{note}，"
    if _is_within_year(statement):
        return f"{statement.deadline.year}年{note}"
    return f"{moments.by(statement.deadline, statement.deadline_precision).zh}{note}，"


def _chinese_period(statement: Statement) -> str:
    if statement.quantifier == Quantifier.EVERY_PERIOD:
        return "每年" if _is_yearly(statement) else "每期"
    return "期内" if statement.quantifier == Quantifier.OVER_PERIOD else ""


def _english_when(statement: Statement) -> str:
    return " ".join(filter(None, (_english_period(statement), _english_deadline(statement))))


def _english_period(statement: Statement) -> str:
    match statement.quantifier:
        case Quantifier.EVERY_PERIOD:
            return "in every year" if _is_yearly(statement) else "in every period"
        case Quantifier.OVER_PERIOD:
            return "in total over the whole period" if _is_total(statement) else "over the whole period"
    return ""


def _english_deadline(statement: Statement) -> str:
    if statement.deadline is None:
        return ""
    note = _deadline_note(statement).en
    if statement.quantifier != Quantifier.AT_DEADLINE:
        return f"{moments.through(statement.deadline, statement.deadline_precision).en}{note}"
    if _is_within_year(statement):
        return f"in the year {statement.deadline.year}{note}"
    return f"{moments.by(statement.deadline, statement.deadline_precision).en}{note}"


def _deadline_note(statement: Statement) -> Text:
    """A derived day is noted here unless a flag says it at the end."""
    if statement.deadline_source == DateSource.INHERITED:
        return Text("（沿用规划期）", " (from the plan's period)")
    if statement.deadline_source == DateSource.DERIVED and Flag.DATE_DERIVED not in statement.flags:
        return Text("（推算）", " (derived)")
    return EMPTY


def _is_total(statement: Statement) -> bool:
    """Amounts add up over a period; rates, ranks and stages do not, and a cumulative figure is a total already."""
    over = statement.quantifier == Quantifier.OVER_PERIOD
    return over and bool(statement.comparator) and statement.measure in SUMMED


def _is_yearly(statement: Statement) -> bool:
    return statement.accumulation == Accumulation.ANNUAL_FLOW or statement.measure == Measure.ANNUAL_GROWTH


def _is_within_year(statement: Statement) -> bool:
    """A yearly flow belongs to its year; what is counted from a base is reached by then."""
    is_flow = statement.accumulation == Accumulation.ANNUAL_FLOW and statement.measure not in SINCE
    return is_flow and statement.deadline_precision == Precision.YEAR
