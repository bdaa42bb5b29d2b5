"""A page costs the same number of queries however many rows it has."""

import pytest
from django.test import Client

from targets.rules.terms import Role
from tests import make
from tests.edges.api import SHELVES, ask, count_queries, fill_every_shelf

pytestmark = pytest.mark.django_db
MOST, MOST_FOR_MEMBERS = 11, 14


def test_pages_of_three_and_of_thirty_rows_cost_the_same(client: Client) -> None:
    for _ in range(30):
        fill_every_shelf()
    member = make.make_member(make.make_organisation(), Role.EDITOR)
    for reader in (None, member, make.make_administrator()):
        if reader:
            client.force_login(reader)
        for shelf in SHELVES:
            few, many = (count_queries(client, f"{shelf}/?page_size={size}") for size in (3, 30))
            assert few == many, shelf
            assert many <= (MOST_FOR_MEMBERS if reader else MOST), shelf
    for shelf in SHELVES:
        assert len(ask(client, f"{shelf}/?page_size=30")["results"]) == 30, shelf


def test_a_deep_page_costs_what_the_first_one_costs(client: Client) -> None:
    for _ in range(6):
        fill_every_shelf()
    first = ask(client, "targets/?page_size=3")
    third = ask(client, ask(client, first["next"])["next"])
    assert third["results"]
    assert count_queries(client, first["next"]) == count_queries(client, third["next"])
