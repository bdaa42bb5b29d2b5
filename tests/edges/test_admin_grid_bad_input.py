"""Whatever arrives at a sheet, the answer is a clear word and never a fault of the server, and nothing is written."""

import json
from typing import Any

import pytest
from django.test import Client

from targets.models import Observation, Plan
from tests import make
from tests.edges.test_admin_grid import PROGRAM, cell, signed_in, url

pytestmark = pytest.mark.django_db
HUGE = "9" * 5000
LONG = "9" * 400


@pytest.fixture
def plan() -> Plan:
    return make.make_plan(owner=make.make_organisation())


@pytest.fixture
def series(plan: Plan) -> Any:
    return make.make_target(plan).series


@pytest.fixture
def desk() -> Client:
    return signed_in(make.make_administrator())


def refused(answer: Any) -> Any:
    assert answer.status_code == 422
    assert not Observation.objects.exists()
    return answer.json()


@pytest.mark.parametrize(
    "name",
    [
        "v.999999.2026-01-01.2026-12-31.0",
        f"v.{LONG}.2026-01-01.2026-12-31.0",
        "v.SERIES.2026-01-01.2026-12-30.0",
        "v.SERIES.2026-02-30.2026-12-31.0",
        "v.SERIES.0001-01-01.0001-12-31.0",
        "v.SERIES.9999-12-01.9999-12-31.0",
        "v.SERIES.2026-12-31.2026-01-01.0",
        "v.SERIES.2026-01-01.2026-12-31.999999",
        f"v.SERIES.2026-01-01.2026-12-31.{LONG}",
        "v.SERIES.٢٠٢٦-01-01.2026-12-31.0",
        "v.SERIES",
        "v.",
        "",
        "\x00",
    ],
    ids=lambda name: name[:40],
)
def test_a_cell_that_is_none_is_refused_and_what_was_typed_is_shown(
    desk: Client, plan: Plan, series: Any, name: str
) -> None:
    name = name.replace("SERIES", str(series.pk))
    told = refused(desk.post(url(plan), {"cells": json.dumps([{"cell": name, "text": "5"}])}, **PROGRAM))
    assert len(told["faults"]) == 1
    if name.startswith("v."):
        shown = desk.post(url(plan), {name: "四百七十一"})
        assert shown.status_code == 200
        assert "四百七十一" in shown.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "Infinity",
        "1e400",
        "1" + "0" * 60,
        "0." + "0" * 40 + "1",
        HUGE,
        "\x00",
        "5\x00",
        "<script>",
        "1:0",
        "5%",
        "٣x",
    ],
    ids=lambda text: text[:12],
)
def test_a_figure_that_is_none_is_told_at_its_cell(desk: Client, plan: Plan, series: Any, text: str) -> None:
    typed = {"cell": cell(series), "text": text}
    told = refused(desk.post(url(plan), {"cells": json.dumps([typed])}, **PROGRAM))
    assert [fault["cell"] for fault in told["faults"]] == [cell(series)]
    assert desk.post(url(plan), {cell(series): text}).status_code == 200
    checked = desk.post(url(plan, "values_check"), {"cells": json.dumps([typed])}, **PROGRAM)
    assert checked.status_code == 200
    assert checked.json()["faults"]


@pytest.mark.parametrize(
    "cells",
    ["", "{", "null", "5", '"x"', "{}", "[" * 100_000, json.dumps(HUGE)],
    ids=lambda cells: cells[:10],
)
def test_cells_that_did_not_arrive_whole_are_refused(desk: Client, plan: Plan, cells: str) -> None:
    for word in ("values", "values_check"):
        answer = desk.post(url(plan, word), {"cells": cells}, **PROGRAM)
        assert answer.status_code == 422
        assert answer.json()


@pytest.mark.parametrize("each", [None, 5, float("inf"), [], {}, {"cell": 5, "text": []}, {"cell": {"a": 1}}])
def test_what_is_no_cell_is_one_fault(desk: Client, plan: Plan, each: Any) -> None:
    assert len(refused(desk.post(url(plan), {"cells": json.dumps([each])}, **PROGRAM))["faults"]) == 1


@pytest.mark.parametrize(
    "more",
    [
        {"wording": "长" * 5000},
        {"note": "长" * 5000},
        {"note": "a\x00b"},
        {"citation": "999999"},
        {"reported_by": "999999"},
    ],
    ids=str,
)
def test_what_is_said_beside_a_figure_is_checked_too(
    desk: Client, plan: Plan, series: Any, more: dict[str, str]
) -> None:
    typed = {"cell": cell(series), "text": "5"} | more
    assert refused(desk.post(url(plan), {"cells": json.dumps([typed])}, **PROGRAM))["faults"]


@pytest.mark.parametrize(
    "more",
    [
        {"reported_by": HUGE},
        {"reported_by": "x"},
        {"citation": "\x00"},
        {"note": "长" * 5000},
        {"note": "a\x00b"},
        {"why": "a\x00b"},
    ],
    ids=lambda more: str(more)[:24],
)
def test_what_is_said_of_all_is_told_at_its_field(desk: Client, plan: Plan, series: Any, more: dict[str, str]) -> None:
    typed = json.dumps([{"cell": cell(series), "text": "5"}])
    assert set(refused(desk.post(url(plan), {"cells": typed} | more, **PROGRAM))["errors"]) == set(more)
    shown = desk.post(url(plan), {cell(series): "471"} | more)
    assert shown.status_code == 200
    assert 'value="471"' in shown.content.decode()


def test_ten_thousand_cells_are_too_many(desk: Client, plan: Plan, series: Any) -> None:
    cells = [{"cell": cell(series, 1900 + number % 300), "text": "5"} for number in range(10_000)]
    told = refused(desk.post(url(plan), {"cells": json.dumps(cells)}, **PROGRAM))
    assert "2000" in told["errors"]["__all__"][0]
    assert desk.post(url(plan), {f"v.{number}": "5" for number in range(10_000)}).status_code == 400


def test_the_same_cell_twice_is_refused_at_both(desk: Client, plan: Plan, series: Any) -> None:
    typed = {"cell": cell(series), "text": "5"}
    assert len(refused(desk.post(url(plan), {"cells": json.dumps([typed, typed])}, **PROGRAM))["faults"]) == 2


@pytest.mark.parametrize(
    "asked",
    [
        "?by=decade&last=x&page=-1",
        f"?by=year&last=9999-12-31&page={HUGE}",
        "?by=month&last=0001-01-01&page=0",
        "?by=month&last=1900-01-01",
        "?by=year&last=2199-12-31",
        "?last=2026-12-31",
        "?by=%00&last=%FF",
    ],
)
def test_an_address_that_asks_for_nothing_sensible_shows_the_sheet(
    desk: Client, plan: Plan, series: Any, asked: str
) -> None:
    # A character that cannot be is refused before any page sees it.
    expected = 400 if "%00" in asked else 200
    assert desk.get(url(plan, asked=asked)).status_code == expected
    assert desk.get(url(plan.owner, asked=asked)).status_code == expected


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "?series=x&start=2026-01-01&end=2026-12-31",
        f"?series={HUGE}&start=2026-01-01&end=2026-12-31",
        "?series=1&start=2026-01-01&end=2026-12-30",
        "?series=999999&start=2026-01-01&end=2026-12-31",
    ],
    ids=lambda asked: asked[:30],
)
def test_details_of_no_cell_are_not_found(desk: Client, plan: Plan, asked: str) -> None:
    assert desk.get(url(plan, "values_details", asked)).status_code == 404


@pytest.mark.parametrize("pick", ["x", HUGE, "999999", "-1"], ids=lambda pick: pick[:8])
def test_reviewing_what_is_no_value_does_nothing(desk: Client, plan: Plan, series: Any, pick: str) -> None:
    make.make_observation(series, verified=False)
    for do in ("verify", "return", "else", ""):
        asked = {"do": do, "pick": pick, "confirmed": "1", "reason": "a\x00b"}
        assert desk.post(url(plan, "values_review"), asked).status_code == 200
    assert Observation.objects.filter(status="submitted").count() == 1
    assert desk.get(url(plan, "values_review")).status_code == 302


def test_a_sheet_of_no_plan_is_not_found(desk: Client) -> None:
    for key in ("999999", HUGE, "x"):
        assert desk.get(f"/admin/targets/plan/{key}/values/").status_code == 404
