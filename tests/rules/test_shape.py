from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from targets.rules.statements.reading import Statement, shape_problems
from targets.rules.terms import Comparator, Flag, Measure
from targets.rules.wording import Text

ONE, TWO = Decimal(1), Decimal(2)
GOOD = Statement(indicator=Text("整车产量"), comparator="ge", lower=ONE)
IN_LOWER = ("bare", "eq", "ge", "gt", "approx", "near")
IN_UPPER = ("le", "lt")


def codes(**changes: Any) -> list[str]:
    return [f"{problem.code}:{problem.field}" for problem in shape_problems(replace(GOOD, **changes))]


def test_a_well_formed_statement_has_no_problem() -> None:
    assert codes() == []


@pytest.mark.parametrize("comparator", IN_LOWER)
def test_a_single_number_stands_in_the_lower_bound(comparator: str) -> None:
    assert codes(comparator=comparator, lower=ONE, upper=None) == []
    assert codes(comparator=comparator, lower=None, upper=ONE) == ["bound_missing:lower", "bound_unused:upper"]
    assert codes(comparator=comparator, lower=ONE, upper=TWO) == ["bound_unused:upper"]
    assert codes(comparator=comparator, lower=None, upper=None) == ["bound_missing:lower"]


@pytest.mark.parametrize("comparator", IN_UPPER)
def test_a_ceiling_stands_in_the_upper_bound(comparator: str) -> None:
    assert codes(comparator=comparator, lower=None, upper=ONE) == []
    assert codes(comparator=comparator, lower=ONE, upper=None) == ["bound_unused:lower", "bound_missing:upper"]
    assert codes(comparator=comparator, lower=ONE, upper=TWO) == ["bound_unused:lower"]


def test_a_range_needs_both_bounds_in_order() -> None:
    assert codes(comparator="between", lower=ONE, upper=TWO) == []
    assert codes(comparator="between", lower=ONE, upper=ONE) == []
    assert codes(comparator="between", lower=TWO, upper=ONE) == ["bounds_reversed:upper"]
    assert codes(comparator="between", lower=ONE, upper=None) == ["bound_missing:upper"]


def test_every_comparator_is_covered_by_these_tests() -> None:
    assert {*IN_LOWER, *IN_UPPER, "between"} == set(Comparator)


@pytest.mark.parametrize("measure", Measure)
def test_only_some_measures_do_without_a_number(measure: Measure) -> None:
    wordy = measure in ("rank", "stage", "reference", "composition")
    expected = [] if wordy else ["number_missing:comparator"]
    assert codes(measure=measure, comparator="", lower=None) == expected
    assert codes(measure=measure, comparator="", lower=None, flags=(Flag.QUALITATIVE,)) == []


def test_a_number_needs_a_comparator() -> None:
    found = codes(comparator="", lower=ONE, upper=TWO, flags=(Flag.QUALITATIVE,))
    assert found == ["number_without_comparator:lower", "number_without_comparator:upper"]


def test_a_reference_may_compare_before_its_number_is_known() -> None:
    assert codes(measure="reference", comparator="gt", lower=None) == []
    assert codes(measure="reference", comparator="gt", lower=None, upper=ONE) == [
        "bound_missing:lower",
        "bound_unused:upper",
    ]


@pytest.mark.parametrize("comparator", ["approx", "near", "eq"])
def test_a_tolerance_goes_with_an_inexact_number(comparator: str) -> None:
    assert codes(comparator=comparator, tolerance=Decimal(0)) == []
    assert codes(comparator=comparator, tolerance=-ONE) == ["tolerance_negative:tolerance"]


def test_a_range_may_have_a_tolerance() -> None:
    assert codes(comparator="between", upper=TWO, tolerance=ONE) == []


@pytest.mark.parametrize("comparator", ["bare", "ge", "gt"])
def test_a_tolerance_goes_with_nothing_else(comparator: str) -> None:
    assert codes(comparator=comparator, tolerance=ONE) == ["tolerance_unused:tolerance"]


def test_a_deadline_has_precision_and_source_and_nothing_has_them_without() -> None:
    day = date(2030, 12, 31)
    assert codes(deadline=day, deadline_precision="year", deadline_source="stated") == []
    assert codes(deadline=day) == [
        "deadline_precision_missing:deadline_precision",
        "deadline_source_missing:deadline_source",
    ]
    assert codes(deadline_precision="year", deadline_source="inherited") == [
        "deadline_precision_unused:deadline_precision",
        "deadline_source_unused:deadline_source",
    ]


def test_a_deadline_is_not_before_the_base_date() -> None:
    dated = {"deadline": date(2030, 12, 31), "deadline_precision": "year", "deadline_source": "stated"}
    assert codes(**dated, base_date=date(2030, 12, 31)) == []
    assert codes(**dated, base_date=date(2031, 1, 1)) == ["deadline_before_base:deadline"]


def test_a_base_value_has_a_date_and_a_source() -> None:
    assert codes(base_value=ONE, base_date=date(2025, 12, 31), base_source="entered") == []
    assert codes(base_value=ONE) == ["base_source_missing:base_source", "base_date_missing:base_date"]
    assert codes(base_source="stated") == ["base_value_missing:base_value"]
    assert codes(base_date=date(2025, 12, 31)) == []


def test_a_base_of_zero_is_a_value() -> None:
    assert codes(base_value=Decimal(0), base_date=date(2025, 12, 31)) == ["base_source_missing:base_source"]


@pytest.mark.parametrize("scale", [Decimal(0), Decimal(-1)])
def test_a_scale_is_more_than_zero(scale: Decimal) -> None:
    assert codes(scale=scale) == ["scale_not_positive:scale"]


@pytest.mark.parametrize("field", ["measure", "comparator", "deadline_precision", "deadline_source", "base_source"])
def test_a_code_that_is_in_no_list_is_named(field: str) -> None:
    assert codes(**{field: "often"}) == [f"unknown_code:{field}"]


def test_a_problem_speaks_to_the_editor_in_both_languages() -> None:
    [problem] = shape_problems(replace(GOOD, lower=None))
    assert problem.message == Text("“不低于”须填写下限。", "“at least” needs the lower bound.")
