"""What people or programs may write into an address of the admin: refused in words, never a fault of ours."""

import pytest
from django.test import Client

from tests.make import make_administrator, make_organisation

pytestmark = pytest.mark.django_db
HUGE = "9" * 5000


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(make_administrator())
    return client


@pytest.mark.parametrize(
    "address",
    [
        f"organisation/add/?parent={HUGE}",
        f"plan/add/?owner={HUGE}&area={HUGE}&issuer={HUGE}",
        f"observation/add/?series={HUGE}&corrects={HUGE}",
        f"targetrevision/add/?target={HUGE}",
        f"milestone/add/?target={HUGE}",
        f"target/add/?plan={HUGE}",
        f"task/add/?plan={HUGE}&parent={HUGE}",
        f"membership/add/?organisation={HUGE}&user={HUGE}",
        f"plan/{HUGE}/change/",
    ],
    ids=lambda address: address[:28],
)
def test_a_number_too_large_for_a_row_finds_none(chief: Client, address: str) -> None:
    assert chief.get(f"/admin/targets/{address}").status_code in (200, 302, 403)


def test_a_number_too_large_for_a_row_suggests_nothing_amiss(chief: Client) -> None:
    answer = chief.get(f"/admin/autocomplete/?app_label=targets&model_name=target&field_name=task&plan={HUGE}")
    assert answer.status_code == 200


def test_a_form_with_a_number_too_large_for_a_row_is_told_so(chief: Client) -> None:
    answer = chief.post("/admin/targets/organisation/add/", {"code": "north", "name": "北局", "parent": HUGE})
    assert answer.status_code == 200
    assert "parent" in answer.context["adminform"].errors


def test_a_pattern_in_the_address_of_a_list_is_not_run(chief: Client) -> None:
    assert chief.get("/admin/targets/area/?code__regex=(").status_code in (302, 400)


def test_a_form_without_the_version_that_was_read_is_not_saved(chief: Client) -> None:
    body = make_organisation(name="北局")
    fields = {"code": body.code, "name": "南局", "level": "unstated"}
    assert chief.post(f"/admin/targets/organisation/{body.pk}/change/", fields).status_code == 200
    body.refresh_from_db()
    assert body.name == "北局"
