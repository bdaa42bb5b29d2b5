"""What a revision changes is said point by point, in both languages."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from targets.rules.statements.changes import changes, number
from targets.rules.statements.statement import Statement
from targets.rules.terms import Comparator, DateSource, Flag, Modality, Precision
from targets.rules.wording import Text

OLD = Statement(
    indicator=Text("整车产量", "vehicle output"),
    unit=Text("辆", "vehicles"),
    comparator=Comparator.GT,
    lower=Decimal(2_000_000),
    scale=Decimal(10_000),
    deadline=date(2030, 12, 31),
    deadline_precision=Precision.YEAR,
    deadline_source=DateSource.STATED,
)


def said(**fields: object) -> dict[str, tuple[str, str]]:
    return {each.point: (each.before.zh, each.after.zh) for each in changes(OLD, replace(OLD, **fields))}


def test_a_statement_does_not_differ_from_itself() -> None:
    assert changes(OLD, OLD) == []


def test_the_number_is_told_with_its_comparator() -> None:
    assert said(lower=Decimal(2_500_000)) == {"number": ("超过2,000,000辆（200万辆）", "超过2,500,000辆（250万辆）")}
    assert said(comparator=Comparator.GE)["number"][1] == "不低于2,000,000辆（200万辆）"


def test_each_other_point_is_told_by_its_name() -> None:
    assert said(deadline=date(2027, 12, 31)) == {"deadline": ("2030年", "2027年")}
    assert said(modality=Modality.FIRM) == {"modality": ("未写明", "确保")}
    assert said(flags=(Flag.SCOPE_UNCLEAR,)) == {"flags": ("无", "范围未写明")}
    base = {"base_value": Decimal(1_000_000), "base_date": date(2025, 12, 31)}
    assert said(**base) == {"base": ("未写明", "1,000,000辆（100万辆）（2025年底）")}


def test_a_deadline_that_falls_away_is_not_stated() -> None:
    gone = said(deadline=None, deadline_precision="", deadline_source=DateSource.NONE)
    assert gone["deadline"] == ("2030年", "未写明")


def test_a_bare_number_stands_without_the_word_that_links_it() -> None:
    assert number(replace(OLD, comparator=Comparator.BARE)).zh == "2,000,000辆（200万辆）"
