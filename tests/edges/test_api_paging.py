"""Pages by key: complete, stable while rows come and go, and only for the list they were made for."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from targets.api import paging
from tests import make
from tests.edges.api import SHELVES, ask, codes, fill_every_shelf, refusal

pytestmark = pytest.mark.django_db


def walk(client: Client, path: str, way: str = "next") -> list[list[Any]]:
    """The ids of each page, from here to the end."""
    pages = []
    address: str | None = path
    while address:
        answer = ask(client, address)
        pages.append([row["id"] for row in answer["results"]])
        address = answer[way]
    return pages


def last_page(client: Client, path: str) -> str:
    while following := ask(client, path)["next"]:
        path = following
    return path


@pytest.mark.parametrize("shelf", SHELVES)
def test_a_walk_meets_every_row_once_and_back_again(client: Client, shelf: str) -> None:
    for _ in range(5):
        fill_every_shelf()
    whole = walk(client, f"{shelf}/?page_size=200")
    pages = walk(client, f"{shelf}/?page_size=2")
    assert len(whole) == 1
    assert [key for page in pages for key in page] == whole[0]
    assert [len(page) for page in pages[:-1]] == [2] * (len(pages) - 1)
    back = walk(client, last_page(client, f"{shelf}/?page_size=2"), "previous")
    assert list(reversed(back)) == pages


def test_first_and_last_page_say_so(client: Client) -> None:
    make.make_plan()
    answer = ask(client, "plans/")
    assert (answer["next"], answer["previous"]) == (None, None)


def test_a_full_last_page_has_no_next(client: Client) -> None:
    for _ in range(4):
        make.make_plan()
    assert [len(page) for page in walk(client, "plans/?page_size=2")] == [2, 2]


def test_rows_that_come_in_between_move_nothing(client: Client) -> None:
    for code in ("b", "d", "f", "h"):
        make.make_plan(code=code)
    first = ask(client, "plans/?page_size=2")
    make.make_plan(code="a")
    make.make_plan(code="e")
    assert codes(client, first["next"]) == ["e", "f"]


def test_a_walk_sees_the_register_of_one_moment(client: Client) -> None:
    plan = make.make_plan()
    for _ in range(3):
        make.make_target(plan)
    first = ask(client, "targets/?page_size=2")
    make.make_target(plan, at=make.datetime.now(make.UTC))
    second = ask(client, first["next"])
    assert len(second["results"]) == 1
    assert (second["as_of"], second["known_at"]) == (first["as_of"], first["known_at"])


def test_a_cursor_keeps_the_filters(client: Client) -> None:
    for number in range(3):
        make.make_plan(code=f"demo-{number}")
        make.make_plan(code=f"real-{number}")
    first = ask(client, "plans/?page_size=2&demo=true")
    assert codes(client, first["next"]) == ["demo-2"]


def test_the_size_may_change_on_the_way(client: Client) -> None:
    for number in range(6):
        make.make_plan(code=f"plan-{number}")
    following = ask(client, "plans/?page_size=1")["next"]
    assert codes(client, following.replace("page_size=1", "page_size=3")) == ["plan-1", "plan-2", "plan-3"]


def cursor_of(client: Client, path: str) -> str:
    for _ in range(2):
        make.make_plan()
        make.make_organisation()
    address = ask(client, path, query={"page_size": 1})["next"]
    return parse_qs(urlsplit(address).query)["cursor"][0]


@pytest.mark.parametrize("path", ["organisations/", "plans/?demo=false"])
def test_a_cursor_of_another_list_is_refused(client: Client, path: str) -> None:
    cursor = cursor_of(client, "plans/")
    problem = refusal(client, f"{path}{'&' if '?' in path else '?'}cursor={cursor}")
    assert problem["type"] == "urn:policytracker:problem:bad-cursor"
    assert problem["errors"][0]["path"] == "query.cursor"


@pytest.mark.parametrize("broken", ["x", "WyJ4Il0.c2ln", "....", "%F0%9F%98%80", "a" * 5000, "null", "-1"])
def test_a_broken_cursor_is_refused(client: Client, broken: str) -> None:
    assert refusal(client, f"plans/?cursor={broken}")["type"] == "urn:policytracker:problem:bad-cursor"


def test_a_cursor_that_somebody_changed_is_refused(client: Client) -> None:
    cursor = cursor_of(client, "plans/")
    turned = cursor[:10] + ("A" if cursor[10] != "A" else "B") + cursor[11:]
    refusal(client, f"plans/?cursor={turned}")


@pytest.mark.parametrize("size", ["0", "-1", "201", "1e2", "1.5", "999999999999999999999999", "ten", "１０", " 5"])
def test_an_impossible_size_is_refused(client: Client, size: str) -> None:
    problem = refusal(client, "plans/", query={"page_size": size})
    assert problem["errors"][0]["path"] == "query.page_size"


def test_a_page_holds_fifty_rows_unless_told_otherwise(client: Client) -> None:
    for _ in range(paging.PAGE_SIZE + 1):
        make.make_source()
    assert len(ask(client, "sources/")["results"]) == 50
    assert len(ask(client, "sources/?page_size=200")["results"]) == 51


def test_the_last_row_gone_leaves_an_empty_page(client: Client) -> None:
    make.make_source(code="first")
    second = make.make_source(code="second")
    following = ask(client, "sources/?page_size=1")["next"]
    second.delete()
    assert ask(client, following) == {"next": None, "previous": None, "results": []}
