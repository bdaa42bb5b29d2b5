"""What people see when an address leads nowhere, and where they land after signing in."""

import pytest
from django.test import Client

from tests.make import make_administrator

pytestmark = pytest.mark.django_db


def test_an_address_that_leads_nowhere_is_told_in_the_readers_language(client: Client) -> None:
    chinese = client.get("/nowhere/")
    english = client.get("/nowhere/", headers={"accept-language": "en"})
    assert (chinese.status_code, english.status_code) == (404, 404)
    assert "此地址没有内容" in chinese.content.decode()
    assert "There is nothing at this address" in english.content.decode()


def test_signing_in_without_a_wish_leads_to_the_home_page(client: Client) -> None:
    make_administrator(username="chief")
    answer = client.post("/admin/login/", {"username": "chief", "password": "correct horse battery"})
    assert answer.url == "/admin/"
