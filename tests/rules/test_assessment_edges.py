"""Settled points beside the truth table: which value counts, and who decides where two rules meet."""

from typing import Any

import pytest

from tests.rules.questions import Plain, ask, make_observation

END = "2025-12-31"


def told(answer: Plain, *keys: str) -> tuple[Any, ...]:
    return tuple(answer[key] for key in keys)


def test_a_value_met_before_the_start_is_blue_and_not_started() -> None:
    answer = ask((END, "61"), start="2026-07-01")
    assert told(answer, "attainment", "pace", "light", "achieved_share") == ("met", "not_started", "blue", None)


def test_a_base_date_ahead_is_not_started_either() -> None:
    assert ask(base_date="2027-12-31")["pace"] == "not_started"


def test_a_ceiling_on_yearly_growth_is_kept_or_broken() -> None:
    limit: dict[str, Any] = {
        "measure": "annual_growth",
        "comparator": "le",
        "lower": None,
        "upper": "0.03",
        "base_value": "100",
        "as_of": "2023-01-31",
    }
    assert told(ask(("2022-12-31", "104"), **limit), "pace", "light") == ("on_track", "blue")
    assert told(ask(("2022-12-31", "108"), **limit), "pace", "light") == ("far_behind", "red")
    assert ask(("2022-12-31", "104"), policy="cagr-95-60-0", **limit)["pace"] == "on_track"


def test_a_required_yearly_fall_is_compared_with_its_full_rate() -> None:
    answer = ask(
        ("2022-12-31", "95.0625"),
        measure="annual_growth",
        comparator="le",
        lower=None,
        upper="-0.03",
        base_value="100",
        direction="down",
        as_of="2023-01-31",
    )
    assert told(answer, "value", "achieved_share", "pace") == ("-0.025", "0.833333333", "behind")


def test_yearly_growth_needs_levels_above_zero() -> None:
    answer = ask((END, "61"), measure="annual_growth", lower="0.06", base_value="-5")
    assert told(answer, "attainment", "pace", "reason") == ("not_measurable", "not_assessable", "base_unfit")


def test_a_change_of_every_year_is_measured_on_the_year_before() -> None:
    answer = ask(
        ("2021-12-31", "107"),
        ("2022-12-31", "114.49"),
        measure="percent_change",
        lower="0.07",
        base_value="100",
        quantifier="every_period",
        as_of="2023-01-31",
    )
    assert told(answer, "value", "pace", "achieved_share") == ("0.07", "on_track", "1")


def test_an_addition_of_every_year_is_the_flow_of_that_year() -> None:
    answer = ask(
        ("2021", "100"),
        ("2022", "99"),
        measure="increment",
        lower="100",
        base_value=None,
        quantifier="every_period",
        accumulation="annual_flow",
        as_of="2023-01-31",
    )
    assert told(answer, "value", "attainment", "pace") == ("99", "not_met", "far_behind")


def test_every_period_awaits_the_last_one_after_the_deadline() -> None:
    every: dict[str, Any] = {"lower": "10", "quantifier": "every_period", "accumulation": "annual_flow"}
    good, bad = [("2021", "12")], [("2021", "9")]
    answer = ask(*good, deadline="2022-12-31", as_of="2023-01-31", **every)
    assert told(answer, "pace", "light", "reason") == ("no_data", "grey", "awaiting_final_value")
    assert ask(*bad, deadline="2022-12-31", as_of="2023-01-31", **every)["pace"] == "missed"


def test_a_broken_ceiling_over_the_period_is_missed_at_once_after_the_deadline() -> None:
    answer = ask(
        ("2021", "60"),
        ("2022", "50"),
        measure="cumulative",
        comparator="le",
        lower=None,
        upper="100",
        base_value=None,
        accumulation="annual_flow",
        direction="down",
        deadline="2023-12-31",
        as_of="2024-01-31",
    )
    assert told(answer, "attainment", "pace", "light", "value") == ("not_met", "missed", "red", "110")


def test_a_later_value_alone_decides_met_late_or_missed() -> None:
    late, short = (ask(("2031-12-31", value), as_of="2032-02-01") for value in ("61", "59"))
    assert told(late, "attainment", "pace", "value") == ("met", "met_late", "61")
    assert told(short, "attainment", "pace", "value") == ("not_met", "missed", "59")


def test_a_sum_up_to_a_deadline_within_the_year_leaves_out_the_running_total_beyond_it() -> None:
    answer = ask(
        ("2026-01-01..2026-06-30", "60"),
        ("2026-01-01..2026-09-30", "90"),
        measure="cumulative",
        lower="80",
        base_value=None,
        base_date=END,
        deadline="2026-06-30",
        accumulation="annual_flow",
        as_of="2026-10-31",
    )
    assert told(answer, "pace", "value", "period_end") == ("met_late", "90", "2026-09-30")


def test_of_periods_that_end_together_the_longer_counts() -> None:
    answer = ask(("2025", "55"), ("2025-10-01..2025-12-31", "58"), accumulation="ratio")
    assert answer["value"] == "55"


def test_an_inexact_range_is_judged_by_its_less_favourable_end() -> None:
    about = {"period_start": END, "period_end": END, "comparator": "between", "lower": "58", "upper": "62"}
    floor = ask(observations=[about])
    ceiling = ask(observations=[about], comparator="le", lower=None, upper="60", base_value="70", direction="down")
    assert told(floor, "value", "attainment", "flags") == ("58", "not_met", ["inexact_value", "partial_coverage"])
    assert told(ceiling, "value", "attainment") == ("62", "not_met")


def test_the_light_of_a_met_target_whose_path_runs_higher_is_yellow() -> None:
    answer = ask((END, "60"), milestones=[{"date": END, "value": "62"}])
    assert told(answer, "attainment", "pace", "light") == ("met", "behind", "yellow")


def test_a_milestone_on_or_after_the_deadline_is_not_a_corner() -> None:
    beyond = [{"date": "2030-12-31", "value": "1000"}, {"date": "2035-12-31", "value": "1000"}]
    assert ask((END, "55"), milestones=beyond)["gap_points"] == "0"


def test_the_required_change_beside_the_observed_one() -> None:
    answer = ask((END, "52"))
    keys = ("observed_annual_change", "required_annual_change", "required_to_observed")
    assert told(answer, *keys) == ("0.4", "1.6", "4")


def test_coverage_counts_due_periods_and_flags_what_is_missing() -> None:
    answer = ask(("2021-12-31", "51"), ("2023-12-31", "53"), as_of="2024-01-31")
    assert told(answer, "coverage", "flags") == ({"reported": 2, "due": 3}, ["partial_coverage"])


def test_a_running_total_covers_the_months_that_it_sums() -> None:
    answer = ask(
        ("2026-01-01..2026-03-31", "15"),
        measure="increment",
        base_value=None,
        base_date=END,
        accumulation="annual_flow",
        frequency="month",
        as_of="2026-04-30",
    )
    assert told(answer, "coverage", "flags") == ({"reported": 3, "due": 4}, ["zero_base", "partial_coverage"])


@pytest.mark.parametrize(
    ("changes", "flag"),
    [
        ({"comparator": "approx"}, "assumed_tolerance"),
        ({"measure": "cumulative", "base_value": None, "accumulation": "cumulative"}, "zero_base"),
        ({"base_date": None, "start": "2021-01-01"}, "base_from_start"),
        ({"as_of": "2029-12-31"}, "stale"),
    ],
)
def test_what_was_assumed_is_flagged(changes: dict[str, Any], flag: str) -> None:
    assert flag in ask((END, "55"), **changes)["flags"]


def test_a_provisional_value_is_flagged() -> None:
    submitted = make_observation(END, "55") | {"status": "submitted"}
    answer = ask(observations=[submitted], policy={"include_provisional": True})
    assert "provisional_value" in answer["flags"]


def test_a_policy_may_ask_for_more_points() -> None:
    policy = {"method": "linear-path", "min_points": 3}
    assert ask((END, "55"), policy=policy)["reason"] == "too_few_points"
    assert ask(("2024-12-31", "54"), (END, "55"), policy=policy)["pace"] == "on_track"


def test_a_policy_of_ones_own_is_named_in_the_answer() -> None:
    policy = {"code": "yinchuan", "version": 3, "method": "linear-path", "thresholds": {"ahead": "0"}}
    answer = ask((END, "55"), policy=policy)
    assert answer["policy"] == {"code": "yinchuan", "version": 3}
    assert answer["thresholds"] == {"ahead": "0", "on_track": "-10", "behind": "-30", "far_behind": "-10"}
    assert answer["pace"] == "ahead"


def test_the_gap_from_which_a_movement_away_is_regressing_is_a_setting() -> None:
    early = {"base_value": "50", "lower": "100", "as_of": "2022-01-31"}
    values = ("2021-12-31", "49")
    assert ask(values, **early)["pace"] == "regressing"
    policy = {"method": "linear-path", "thresholds": {"far_behind": "-15"}}
    assert ask(values, policy=policy, **early)["pace"] == "behind"


def test_numbers_at_the_edge_of_what_is_accepted_are_judged() -> None:
    answer = ask(
        (END, "9999999999999999999999999999999999999999e30"),
        base_value="1e-30",
        lower="8888888888888888888888888888888888888888e30",
        policy="un-2023",
    )
    assert answer["attainment"] == "met"


def test_a_leap_in_a_day_carried_on_for_ages_is_still_told_in_a_sentence() -> None:
    leap: dict[str, Any] = {"base_value": "1e-30", "lower": "1e30", "base_date": "1000-12-31", "deadline": "9000-12-31"}
    for method in ("un-2023", "un-2022", "cagr-95-60-0", "linear-path"):
        answer = ask(("1001-01-01", "1e29"), as_of="1001-01-02", policy=method, **leap)
        assert len(answer["sentence"]["zh"]) < 1000
        assert answer["pace"] in ("on_track", "ahead")


def test_a_range_without_a_good_side_may_be_passed_away_from_the_base() -> None:
    policy = {"method": "linear-path", "over": "met"}
    about: dict[str, Any] = {"comparator": "approx", "lower": "700", "direction": "none", "policy": policy}
    assert ask((END, "600"), base_value="1000", **about)["attainment"] == "met"
    assert ask((END, "800"), base_value="1000", **about)["attainment"] == "not_met"
    assert ask((END, "800"), base_value="100", **about)["attainment"] == "met"
    assert ask((END, "800"), base_value="700", **about)["attainment"] == "met"
    assert ask((END, "800"), base_value=None, **about)["attainment"] == "met"


def test_a_range_with_a_good_side_is_passed_there_whatever_the_base() -> None:
    about: dict[str, Any] = {"comparator": "approx", "lower": "700", "direction": "up", "base_value": "1000"}
    assert ask((END, "800"), **about)["attainment"] == "met"
    assert ask((END, "600"), **about)["attainment"] == "not_met"


def test_a_flow_without_its_first_day_cannot_be_added() -> None:
    loose = make_observation("2025", "55") | {"period_start": None}
    assert ask(observations=[loose], accumulation="annual_flow")["reason"] == "no_observation"
    assert ask(observations=[loose])["value"] == "55"


def test_yearly_growth_starts_after_the_base_date() -> None:
    growth: dict[str, Any] = {"measure": "annual_growth", "lower": "0.06", "base_value": "50"}
    assert told(ask(("2020-12-31", "50"), **growth), "value", "reason") == (None, "nothing_since_base")
    assert ask((END, "61"), base_date=None, **growth)["reason"] == "base_date_missing"


def test_a_fall_to_nothing_is_a_yearly_fall_of_all() -> None:
    assert ask((END, "0"), measure="annual_growth", lower="0.06")["value"] == "-1"
    assert ask((END, "-1"), measure="annual_growth", lower="0.06")["value"] is None


def test_a_sum_remembers_that_a_part_of_it_is_inexact_or_not_verified() -> None:
    about = make_observation("2021", None) | {"comparator": "gt", "lower": "30"}
    submitted = make_observation("2022", "20") | {"status": "submitted"}
    answer = ask(
        ("2023", "10"),
        observations=[about, submitted],
        measure="increment",
        base_value=None,
        accumulation="annual_flow",
        policy={"include_provisional": True},
    )
    assert told(answer, "value", "attainment") == ("60", "met")
    assert {"inexact_value", "provisional_value"} <= set(answer["flags"])


@pytest.mark.parametrize(
    ("measure", "pace"), [("level", "met_on_time"), ("cumulative", "met_on_time"), ("share", "no_data")]
)
def test_a_running_total_that_passed_its_floor_needs_no_final_value(measure: str, pace: str) -> None:
    answer = ask(("2028-12-31", "61"), measure=measure, accumulation="cumulative", as_of="2031-02-01")
    assert answer["pace"] == pace


def test_only_a_missing_base_is_taken_as_zero() -> None:
    figure: dict[str, Any] = {"measure": "cumulative", "accumulation": "cumulative"}
    assert "zero_base" not in ask((END, "55"), **figure)["flags"]
    assert "zero_base" not in ask((END, "55"), accumulation="cumulative", base_value=None)["flags"]
    flow: dict[str, Any] = {"measure": "increment", "accumulation": "annual_flow", "base_value": None}
    assert "zero_base" not in ask(("2021", "70"), quantifier="every_period", **flow)["flags"]


@pytest.mark.parametrize(
    ("comparator", "direction", "value"),
    [("ge", "down", "58"), ("gt", "down", "58"), ("le", "up", "62"), ("bare", "up", "58"), ("bare", "down", "62")],
)
def test_the_less_favourable_end_depends_on_the_comparator(comparator: str, direction: str, value: str) -> None:
    about = {"period_start": END, "period_end": END, "comparator": "between", "lower": "58", "upper": "62"}
    answer = ask(observations=[about], comparator=comparator, direction=direction, upper="60")
    assert answer["value"] == value


@pytest.mark.parametrize(
    ("policy", "value", "pace"),
    [
        ("cagr-95-60-0", "109.5", "on_track"),
        ("cagr-95-60-0", "109.49", "behind"),
        ("cagr-95-60-0", "106", "behind"),
        ("cagr-95-60-0", "105.99", "far_behind"),
        ("cagr-95-60-0", "100", "far_behind"),
        ("cagr-95-60-0", "99.99", "regressing"),
        ("un-2022", "109.5", "on_track"),
        ("un-2022", "109.49", "behind"),
        ("un-2022", "105", "behind"),
        ("un-2022", "104.99", "far_behind"),
        ("un-2022", "99", "far_behind"),
        ("un-2022", "98.99", "regressing"),
    ],
)
def test_each_cut_of_a_growth_ratio_belongs_to_the_better_band(policy: str, value: str, pace: str) -> None:
    """From 100 to 121 in two years takes ten per cent a year."""
    years = {"base_value": "100", "lower": "121", "deadline": "2022-12-31", "as_of": "2022-01-31"}
    assert ask(("2021-12-31", value), policy=policy, **years)["pace"] == pace


@pytest.mark.parametrize(
    ("value", "goal", "pace"),
    [
        ("138", "195.2", "on_track"),
        ("137.99", "195.2", "behind"),
        ("110", "310", "behind"),
        ("109.99", "310", "far_behind"),
    ],
)
def test_each_cut_of_projected_growth_belongs_to_the_better_band(value: str, goal: str, pace: str) -> None:
    years = {"base_value": "100", "lower": goal, "deadline": "2022-12-31", "as_of": "2022-01-31"}
    assert ask(("2021-12-31", value), policy="un-2023", **years)["pace"] == pace


def test_a_ceiling_on_a_sum_is_met_on_the_deadline_day_once_the_period_is_full() -> None:
    ceiling: dict[str, Any] = {"measure": "cumulative", "comparator": "le", "lower": None, "upper": "100"}
    ceiling |= {"base_value": None, "accumulation": "annual_flow", "direction": "down", "deadline": "2022-12-31"}
    answer = ask(("2021", "40"), ("2022", "40"), as_of="2022-12-31", **ceiling)
    assert told(answer, "attainment", "pace", "light") == ("met", "on_track", "blue")


def test_the_trend_takes_the_base_value_for_the_base_day() -> None:
    points = [("2020-12-31", "5"), ("2021-12-31", "11"), ("2022-12-31", "12"), ("2023-12-31", "13")]
    answer = ask(*points, base_value="10", lower="21", policy="linear-5y-5-20", as_of="2024-01-31")
    assert answer["pace"] == "behind"


def test_the_trend_to_a_strict_bound_that_is_just_touched() -> None:
    points = [(f"{2020 + years}-12-31", str(50 + 2 * years)) for years in range(1, 6)]
    answer = ask(*points, comparator="gt", policy="linear-5y-5-20")
    assert told(answer, "attainment", "pace") == ("not_met", "on_track")


@pytest.mark.parametrize(("least", "pace"), [(4, "on_track"), (5, "not_assessable")])
def test_the_trend_counts_its_points_in_consecutive_years(least: int, pace: str) -> None:
    points = [("2023-12-31", "53"), ("2024-12-31", "54"), (END, "55"), ("2022-12-31", "52")]
    answer = ask(*points, policy={"method": "linear-5y-5-20", "min_points": least})
    assert answer["pace"] == pace


EVERY_YEAR: dict[str, Any] = {
    "measure": "percent_change",
    "lower": "0.07",
    "base_value": "100",
    "quantifier": "every_period",
    "as_of": "2023-07-31",
}


@pytest.mark.parametrize("accumulation", ["stock", "ratio", "cumulative"])
def test_with_a_base_every_year_starts_from_it(accumulation: str) -> None:
    answer = ask(("2021-12-31", "107"), accumulation=accumulation, **EVERY_YEAR)
    assert told(answer, "value", "attainment") == ("0.07", "met")


def test_a_yearly_change_of_a_flow_is_measured_on_the_flow_of_the_year_before() -> None:
    answer = ask(("2021", "107"), ("2022", "110"), accumulation="annual_flow", **EVERY_YEAR)
    assert told(answer, "attainment", "achieved_share") == ("not_met", "0.5")


@pytest.mark.parametrize("missing", ["base_value", "base_date"])
def test_without_a_base_the_first_year_is_only_the_year_before(missing: str) -> None:
    answer = ask(("2021-12-31", "100"), ("2022-12-31", "107"), **EVERY_YEAR | {missing: None})
    assert told(answer, "value", "attainment", "achieved_share") == ("0.07", "met", "1")


def test_a_year_that_still_runs_is_not_tested_for_its_change() -> None:
    answer = ask(("2022-12-31", "107"), ("2023-06-30", "108"), **EVERY_YEAR | {"base_date": "2021-12-31"})
    assert told(answer, "value", "attainment") == ("0.07", "met")
    on_its_last_day = EVERY_YEAR | {"base_date": "2021-12-31", "as_of": "2022-12-31"}
    assert ask(("2022-12-31", "107"), **on_its_last_day)["value"] == "0.07"


def test_a_missing_year_leaves_the_next_one_untested() -> None:
    answer = ask(("2022-12-31", "50"), **EVERY_YEAR)
    assert told(answer, "attainment", "reason") == ("not_measurable", "no_complete_period")


def test_min_points_counts_the_base_and_what_came_after_it() -> None:
    policy = {"method": "linear-path", "min_points": 3}
    values = [("2019-12-31", "49"), ("2020-12-31", "50"), (END, "55")]
    assert ask(*values, policy=policy)["reason"] == "too_few_points"


@pytest.mark.parametrize(
    ("deadline", "pace", "share"),
    [
        ("2022-12-31", "met_on_time", "1"),
        ("2023-12-31", "missed", "0.666666667"),
        (None, "not_assessable", "0.666666667"),
    ],
)
def test_periods_after_the_deadline_are_not_tested(deadline: str | None, pace: str, share: str) -> None:
    every: dict[str, Any] = {"lower": "10", "quantifier": "every_period", "accumulation": "annual_flow"}
    answer = ask(("2021", "12"), ("2022", "12"), ("2023", "9"), deadline=deadline, as_of="2024-01-31", **every)
    assert told(answer, "pace", "achieved_share") == (pace, share)


@pytest.mark.parametrize("changes", [{"measure": "annual_growth", "lower": "0.06"}, {"quantifier": "every_period"}])
def test_what_follows_no_line_has_no_forecast(changes: dict[str, Any]) -> None:
    answer = ask((END, "55"), **changes)
    assert answer["value"] is not None
    keys = ("observed_annual_change", "required_annual_change", "forecast_value", "forecast_meets")
    assert told(answer, *keys) == (None, None, None, None)


def test_a_yearly_total_ages_by_the_year_and_a_running_sum_by_its_parts() -> None:
    months = [(f"2025-{month:02}-01..2025-{month:02}-28", "5") for month in (1,)] + [("2025", "55")]
    flow: dict[str, Any] = {"accumulation": "annual_flow", "frequency": "month", "as_of": "2026-12-31"}
    assert "stale" not in ask(*months, **flow)["flags"]
    total = {"measure": "increment", "base_value": None, "base_date": "2024-12-31", **flow}
    assert "stale" in ask(("2025", "55"), **total)["flags"]
    assert "stale" not in ask(("2025", "55"), quantifier="every_period", **total)["flags"]


def test_old_data_behind_a_light_that_is_grey_anyway_keep_the_first_reason() -> None:
    answer = ask(("2021-12-31", "55"), base_value=None)
    assert told(answer, "light", "reason") == ("grey", "base_missing")
    assert "stale" in answer["flags"]
    assert "天" not in answer["sentence"]["zh"]


def test_full_coverage_and_a_stated_base_raise_no_flag() -> None:
    assert ask(("2021-12-31", "51"), as_of="2022-01-31", start="2021-01-01")["flags"] == []


def test_growth_from_nothing_is_not_measurable() -> None:
    for measure in ("annual_growth", "percent_change", "multiple"):
        assert ask((END, "55"), measure=measure, lower="0.06", base_value="0")["reason"] == "base_unfit"


def test_a_later_correction_of_a_period_is_laid_in_its_place() -> None:
    answer = ask(("2021", "10"), ("2022", "5"), ("2021", "20"), measure="increment", accumulation="annual_flow")
    assert answer["value"] == "25"
