"""A list as a file: its rows in its order, typed cells, exact numbers, nothing that runs, nothing that is hidden."""

import csv
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from targets.admin.rows import exporting
from targets.exchange.sheets.nouns import SHEETS
from targets.rules.terms import PlanStatus, Role
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def download(desk: Client, noun: str, form: str, **asked: Any) -> bytes:
    answer = desk.get(reverse(f"admin:targets_{noun}_changelist"), {"_export": form, **asked})
    assert answer.status_code == 200, answer
    assert f".{form}" in answer.headers["Content-Disposition"]
    return b"".join(answer.streaming_content)


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def book(content: bytes) -> Any:
    return load_workbook(BytesIO(content))


def sheet_rows(content: bytes) -> list[dict[str, Any]]:
    head, *lines = list(book(content).worksheets[0].iter_rows())
    return [{title.value: cell for title, cell in zip(head, line, strict=True)} for line in lines]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("model", list(SHEETS), ids=lambda model: model._meta.model_name)
def test_every_list_with_columns_is_written_with_a_row_for_each_of_its_rows(
    desk: Client, model: Any, form: str
) -> None:
    from tests.edges.api import fill_every_shelf

    fill_every_shelf()
    content = download(desk, model._meta.model_name, form)
    found = table(content) if form == "csv" else sheet_rows(content)
    assert len(found) == model.objects.count() > 0
    assert all(len(row) == len(SHEETS[model].columns) for row in found), "two columns have one heading"


def test_a_target_is_told_whole(desk: Client) -> None:
    says = {"lower": Decimal(2_000_000), "deadline": date(2030, 12, 31), "flags": ["scope_unclear", "qualitative"]}
    target = make.make_target(make.make_plan(name="车谷方案"), says={"wording": "超200万辆", **says})
    [row] = sheet_rows(download(desk, "target", "xlsx"))
    assert (row["Plan"].value, row["Code"].value, row["Wording"].value) == ("车谷方案", target.code, "超200万辆")
    assert (row["Lower bound"].value, row["Deadline"].value) == (2_000_000, datetime(2030, 12, 31))  # noqa: DTZ001
    assert "2,000,000" in row["Formal reading"].value
    assert row["Light"].value
    assert row["Flags"].value.count("、") == 1


def test_rates_are_written_as_people_read_them(desk: Client) -> None:
    rate = make.make_indicator(unit="%", accumulation="ratio")
    make.make_observation(make.make_series(indicator=rate), value=Decimal("0.055"))
    growth = {"measure": "annual_growth", "comparator": "ge", "lower": Decimal("0.06")}
    make.make_target(says=growth)
    cell = sheet_rows(download(desk, "observation", "xlsx"))[0]["Value"]
    assert (cell.value, cell.number_format) == (0.055, "0.##########%")
    assert table(download(desk, "observation", "csv"))[0]["Value"] == "5.5%"
    assert table(download(desk, "target", "csv"))[0]["Lower bound"] == "6%"


def test_a_fall_is_a_number_and_no_text_in_either_file(desk: Client) -> None:
    rate = make.make_indicator(unit="%", accumulation="ratio")
    make.make_observation(make.make_series(indicator=rate), value=Decimal("-0.031"))
    assert table(download(desk, "observation", "csv"))[0]["Value"] == "-3.1%"
    assert sheet_rows(download(desk, "observation", "xlsx"))[0]["Value"].value == -0.031


def test_numbers_keep_every_digit(desk: Client) -> None:
    long = Decimal("12345678901234567890.0123456789")
    make.make_observation(value=long)
    for form in ("csv", "xlsx"):
        content = download(desk, "observation", form)
        written = table(content)[0]["Value"] if form == "csv" else sheet_rows(content)[0]["Value"].value
        assert written.replace(",", "") == "12345678901234567890.0123456789"


@pytest.mark.parametrize("wicked", ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_no_text_runs(desk: Client, wicked: str) -> None:
    make.make_organisation(name=wicked)
    [row] = [
        row for row in table(download(desk, "organisation", "csv")) if "1" in row["Name"] or "HYPER" in row["Name"]
    ]
    assert row["Name"] == f"'{wicked}"
    content = download(desk, "organisation", "xlsx")
    [cell] = [row["Name"] for row in sheet_rows(content) if row["Name"].value == wicked]
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_what_is_written_is_what_the_list_shows(desk: Client) -> None:
    for name, status in (("甲", "draft"), ("乙", "published"), ("丙", "draft")):
        make.make_plan(name=name, status=status)
    rows = table(download(desk, "plan", "csv", status__exact="draft", o="-1"))
    shown = desk.get(reverse("admin:targets_plan_changelist"), {"status__exact": "draft", "o": "-1"})
    assert [row["Name"] for row in rows] == [plan.name for plan in shown.context["cl"].result_list]
    assert {row["Name"] for row in rows} == {"甲", "丙"}
    assert [row["Name"] for row in table(download(desk, "plan", "csv", q="乙"))] == ["乙"]


def test_the_workbook_says_what_it_is_a_list_of(desk: Client) -> None:
    make.make_plan(status=PlanStatus.DRAFT)
    workbook = book(download(desk, "plan", "xlsx", status__exact="draft"))
    about = {row[0].value: row[1].value for row in workbook.worksheets[1].iter_rows()}
    assert about["List"] == "Plans"
    assert about["Status"] == "draft"
    assert about["Rows"] == "1"
    assert workbook.worksheets[0].freeze_panes == "A2"
    assert workbook.worksheets[0].auto_filter.ref.startswith("A1:")


def test_hidden_rows_are_in_no_file(client: Client) -> None:
    make.make_plan(name="内部", status=PlanStatus.DRAFT, owner=make.make_organisation())
    make.make_plan(name="公开")
    client.force_login(make.make_member(make.make_organisation(), Role.VIEWER))
    client.cookies["django_language"] = "en"
    assert [row["Name"] for row in table(download(client, "plan", "csv"))] == ["公开"]


def test_a_filter_that_is_not_understood_gives_a_message_and_no_file(desk: Client) -> None:
    for asked in ({"plan__id__exact": "x"}, {"nosuch": "1"}):
        answer = desk.get(reverse("admin:targets_target_changelist"), {"_export": "csv", **asked}, follow=True)
        assert answer.headers["Content-Type"].startswith("text/html")
        assert [message.level_tag for message in answer.context["messages"]] == ["error"]


def test_an_unknown_form_and_an_empty_list_break_nothing(desk: Client) -> None:
    assert desk.get(reverse("admin:targets_plan_changelist"), {"_export": "pdf"}, follow=True).status_code == 200
    assert table(download(desk, "plan", "csv")) == []
    assert sheet_rows(download(desk, "plan", "xlsx")) == []


def test_a_file_of_many_costs_as_many_queries_as_one_of_few(desk: Client) -> None:
    def queries(count: int) -> int:
        for number in range(count):
            make.make_target(task=make.make_task(), says={"citation": make.make_citation(lines=str(number + 1))})
        with CaptureQueriesContext(connection) as seen:
            download(desk, "target", "csv")
        return len(seen)

    queries(2)
    assert queries(1) == queries(20)


def test_ticked_rows_are_written_alone(desk: Client) -> None:
    plans = [make.make_plan(name=name) for name in "甲乙丙"]
    form = {"action": "export_rows", "_selected_action": [plans[0].pk, plans[2].pk], "index": "0"}
    answer = desk.post(reverse("admin:targets_plan_changelist"), form)
    found = sheet_rows(b"".join(answer.streaming_content))
    assert {row["Name"].value for row in found} == {"甲", "丙"}


def test_a_list_too_long_for_a_file_says_so(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "MOST", 2)
    for _each in range(3):
        make.make_plan()
    answer = desk.get(reverse("admin:targets_plan_changelist"), {"_export": "csv"}, follow=True)
    assert "At most 2 rows" in " ".join(map(str, answer.context["messages"]))
