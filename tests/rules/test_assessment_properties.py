"""What must hold for every verdict, whatever is asked."""

import json
from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from targets.rules.terms import (
    Accumulation,
    Comparator,
    Direction,
    Frequency,
    Measure,
    ObservationStatus,
    Quantifier,
)
from targets.rules.verdicts.answer import answer_to
from targets.rules.verdicts.terms import Light, Method, Pace, Reason
from tests.rules.questions import Plain, ask, make_observation, make_question

#: A slow machine is no failure.
always = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
WORST_FIRST = ["regressing", "far_behind", "behind", "on_track", "ahead"]
ADVERSE = WORST_FIRST[:3]
COLOURS = dict.fromkeys(("ahead", "on_track"), "green") | {"behind": "yellow"}
COLOURS |= dict.fromkeys(("far_behind", "regressing", "missed"), "red")
UNJUDGED = {"no_data", "not_assessable", "not_started"}
PATHS = ["linear-path", "milestone-path", "step-path"]
#: What a number in another unit, or of the other sign, must not change.
SAME = ["attainment", "pace", "light", "reason", "achieved_share", "expected_share", "gap_points", "forecast_meets"]
NUMBERS = ["lower", "upper", "tolerance", "base_value", "value", "numerator", "denominator"]
TURNED = {"ge": "le", "le": "ge", "gt": "lt", "lt": "gt", "up": "down", "down": "up"}

code = st.sampled_from
number = st.decimals(-1000, 1000, places=2).map(str) | st.integers(-3, 3).map(str)
#: Up to the bounds of what is accepted: 40 digits, exponents from -30 to 30.
wild = number | st.builds("{}e{}".format, st.integers(-(10**40) + 1, 10**40 - 1), st.integers(-30, 30))
day = st.dates(date(2015, 1, 1), date(2040, 12, 31)).map(date.isoformat)
year_ends = st.dictionaries(st.integers(2018, 2033), st.decimals(1, 200, places=2).map(str), max_size=8)


def optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def any_observation(draw: st.DrawFn) -> Plain:
    first, last = sorted((draw(day), draw(day)))
    kind = draw(code(["point", "year", "span", "end"]))
    if kind == "year":
        first, last = f"{last[:4]}-01-01", f"{last[:4]}-12-31"
    starts = {"point": last, "year": first, "span": first, "end": None}
    return {
        "period_start": starts[kind],
        "period_end": last,
        "value": draw(optional(wild)),
        "comparator": draw(optional(code([*Comparator]))),
        "lower": draw(optional(wild)),
        "upper": draw(optional(wild)),
        "numerator": draw(optional(number)),
        "denominator": draw(optional(number)),
        "status": draw(code([*ObservationStatus, None])),
    }


@st.composite
def any_target(draw: st.DrawFn) -> Plain:
    low, high = sorted((draw(wild), draw(wild)), key=Decimal)
    *before, deadline = sorted(draw(st.lists(day, min_size=3, max_size=3)))
    return {
        "measure": draw(code([*Measure])),
        "comparator": draw(code([*Comparator])),
        "lower": low,
        "upper": high,
        "tolerance": draw(optional(number.map(lambda text: text.lstrip("-")))),
        "quantifier": draw(code([*Quantifier])),
        "base_value": draw(optional(wild)),
        "base_date": draw(optional(code(before))),
        "start": draw(optional(code(before))),
        "deadline": draw(code([deadline, deadline, None])),
        "milestones": draw(st.lists(st.fixed_dictionaries({"date": day, "value": number}), max_size=3)),
    }


any_policy = code(["default", *Method]) | st.fixed_dictionaries(
    {},
    optional={
        "method": code([*Method]),
        "thresholds": st.dictionaries(code(["ahead", "on_track", "behind", "far_behind"]), number),
        "bare_as": code(["floor", "exact"]),
        "over": code(["met", "not_met"]),
        "approx_tolerance": code(["0", "0.1", "2"]),
        "max_age_days": code([0, 30, "4000"]),
        "min_points": code([0, 3, 6]),
        "include_provisional": st.booleans(),
    },
)
any_question = st.fixed_dictionaries(
    {
        "target": any_target(),
        "indicator": st.fixed_dictionaries(
            {
                "accumulation": code([*Accumulation]),
                "direction": code([*Direction]),
                "frequency": code([*Frequency]),
            }
        ),
        "observations": st.lists(any_observation(), max_size=5),
        "as_of": day,
        "policy": any_policy,
    }
)


@always
@given(any_question)
def test_every_well_formed_question_is_answered_and_its_light_follows(question: Plain) -> None:
    answer = answer_to(question)

    assert "error" not in answer, answer
    json.dumps(answer)
    assert answer["reason"] in list(Reason)
    assert answer["light"] == colour(answer)
    assert answer["sentence"]["zh"].endswith("。")
    assert answer["sentence"]["en"].endswith(".")
    assert "{" not in answer["sentence"]["zh"] + answer["sentence"]["en"]


def colour(answer: Plain) -> str:
    if answer["reason"] in ("stale", "awaiting_final_value"):
        return Light.GREY
    if answer["attainment"] == "met":
        return Light.YELLOW if answer["pace"] in ADVERSE else Light.BLUE
    return COLOURS.get(answer["pace"], Light.GREY)


@always
@given(any_question)
def test_values_after_the_day_are_not_seen(question: Plain) -> None:
    known = [item for item in question["observations"] if item["period_end"] <= question["as_of"]]
    assert answer_to(question) == answer_to(question | {"observations": known})


@always
@given(any_question, day, code(["submitted", "returned", "superseded"]), wild)
def test_values_that_are_not_verified_change_nothing(question: Plain, end: str, status: str, value: str) -> None:
    question["policy"] = "default"
    more = [*question["observations"], make_observation(end, value) | {"status": status}]
    assert answer_to(question | {"observations": more}) == answer_to(question)


@always
@given(any_question)
def test_after_the_deadline_only_final_paces_are_given(question: Plain) -> None:
    pace, deadline = answer_to(question)["pace"], question["target"]["deadline"]
    is_over = deadline is not None and question["as_of"] > deadline
    assert pace in ({"met_on_time", "met_late", "missed"} | UNJUDGED if is_over else {*WORST_FIRST} | UNJUDGED)


@always
@given(any_question, code(["base_value", "base_date", "deadline", "observations", "lower"]))
def test_there_is_no_pace_without_its_inputs(question: Plain, missing: str) -> None:
    question["target"] |= {
        "measure": "reference" if missing == "lower" else "level",
        "quantifier": "at_deadline",
        "comparator": "ge",
        "upper": None,
    }
    question["indicator"]["accumulation"] = "stock"
    if missing == "observations":
        question["observations"] = []
    else:
        question["target"] |= {missing: None, "start": None}
    answer = answer_to(question)
    if answer["pace"] not in ("met_on_time", "met_late", "missed"):
        assert answer["pace"] in UNJUDGED
    assert (answer["value"] is None) or missing not in ("observations", "lower")
    assert answer["gap_points"] is None or missing in ("base_date", "deadline")


def series(values: dict[int, str]) -> list[tuple[str, str]]:
    return [(f"{year}-12-31", value) for year, value in values.items()]


@always
@given(
    year_ends,
    st.decimals(1, 200, places=1),
    st.decimals(1, 200, places=1),
    st.integers(2021, 2030),
    code([*Method]),
    code(["ge", "gt", "near", "bare"]),
    st.decimals(1, 200, places=1),
    st.decimals(1, 200, places=1),
)
def test_a_better_value_is_never_judged_worse(
    values: dict[int, str],
    base: Decimal,
    aim: Decimal,
    year: int,
    method: str,
    comparator: str,
    one: Decimal,
    other: Decimal,
) -> None:
    before = {when: value for when, value in values.items() if when < year}
    answers = [
        ask(
            *series(before | {year: str(value)}),
            base_value=str(base),
            lower=str(aim),
            comparator=comparator,
            policy=method,
            as_of=f"{year}-12-31",
            milestones=[{"date": "2024-12-31", "value": str((base + aim) / 2)}],
        )
        for value in sorted((one, other))
    ]
    worse, better = answers
    assert (worse["attainment"], better["attainment"]) != ("met", "not_met")
    if {worse["pace"], better["pace"]} <= {*WORST_FIRST}:
        assert WORST_FIRST.index(worse["pace"]) <= WORST_FIRST.index(better["pace"])


def scaled(question: Plain, factor: Decimal) -> Plain:
    """The same question with every number times a factor; a negative one turns the direction too."""
    turned: Plain = deepcopy(question)
    for place in (turned["target"], *turned["observations"], *turned["target"]["milestones"]):
        for name in NUMBERS:
            if place.get(name) is not None:
                place[name] = str(Decimal(place[name]) * (abs(factor) if name == "tolerance" else factor))
    return mirrored(turned) if factor < 0 else turned


def mirrored(question: Plain) -> Plain:
    target, indicator = question["target"], question["indicator"]
    if target["comparator"] in ("ge", "gt", "le", "lt", "between"):
        target["lower"], target["upper"] = target["upper"], target["lower"]
    target["comparator"] = TURNED.get(target["comparator"], target["comparator"])
    indicator["direction"] = TURNED.get(indicator["direction"], indicator["direction"])
    return question


levels = code(["level", "share", "count_of_class", "increment", "cumulative", "point_change"])


@st.composite
def plain_question(draw: st.DrawFn, methods: list[str], comparators: list[str]) -> Plain:
    """A question about levels or sums, in small numbers, with a direction."""
    low, high = sorted(draw(st.lists(st.decimals(1, 200, places=1), min_size=2, max_size=2)))
    return make_question(
        *series(draw(year_ends)),
        measure=draw(levels),
        comparator=draw(code(comparators)),
        lower=str(low),
        upper=str(high),
        tolerance=draw(optional(code(["0", "2.5"]))),
        quantifier=draw(code([*Quantifier])),
        base_value=draw(optional(st.decimals(1, 200, places=1).map(str))),
        direction=draw(code(["up", "down"])),
        accumulation=draw(code(["stock", "cumulative", "annual_flow"])),
        milestones=[{"date": "2025-12-31", "value": draw(st.decimals(1, 200, places=1).map(str))}],
        policy=draw(code(methods)),
        as_of=draw(code(["2024-06-30", "2026-01-31", "2030-12-31", "2033-12-31"])),
    )


COMPARATORS = [*Comparator]


@always
@given(plain_question([*PATHS, "default", "deadline-only", "linear-5y-5-20"], COMPARATORS))
def test_up_and_down_are_judged_alike(question: Plain) -> None:
    """But for totals: a floor that is reached stays reached, a ceiling is kept only at the end."""
    if question["target"]["quantifier"] == "over_period":
        question["target"]["quantifier"] = "at_deadline"
    if question["target"]["measure"] != "level" or question["indicator"]["accumulation"] == "cumulative":
        question["indicator"]["accumulation"] = "stock"
    answer, other = answer_to(question), answer_to(scaled(question, Decimal(-1)))
    assert {key: other[key] for key in SAME} == {key: answer[key] for key in SAME}
    assert None in (answer["value"], other["value"]) or Decimal(other["value"]) == -Decimal(answer["value"])


@always
@given(plain_question([*Method, "default"], COMPARATORS), code(["10000", "1e8", "7", "2.5"]))
def test_another_unit_changes_no_verdict(question: Plain, factor: str) -> None:
    answer, other = answer_to(question), answer_to(scaled(question, Decimal(factor)))
    assert {key: other[key] for key in SAME} == {key: answer[key] for key in SAME}


@always
@given(plain_question([*Method, "default"], COMPARATORS), st.randoms(use_true_random=False))
def test_the_order_of_the_values_does_not_matter(question: Plain, random: Any) -> None:
    answer = answer_to(question)
    random.shuffle(question["observations"])
    assert answer_to(question) == answer


@always
@given(plain_question(["linear-path"], ["ge"]), st.integers(1, 3000))
def test_time_alone_changes_only_what_time_can(question: Plain, days: int) -> None:
    """Without new values a later day before the deadline moves the age of the data, not the pace."""
    question["as_of"] = "2024-06-30"
    until = min(date(2024, 6, 30) + timedelta(days=days), date(2030, 12, 31)).isoformat()
    question["observations"] = [item for item in question["observations"] if item["period_end"] <= "2024-06-30"]
    now, later = answer_to(question), answer_to(question | {"as_of": until})
    assert now["pace"] == later["pace"]
    assert now["pace"] in list(Pace)
