"""Each reader chooses how numbers are written, in full or short, and what is in English is read in English."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.services import records
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    return client


def choose(desk: Client, wish: str, back: str = "/admin/") -> Any:
    return desk.post(reverse("admin:numbers"), {"numbers": wish, "next": back})


def test_numbers_are_short_on_wish_and_in_full_again(desk: Client) -> None:
    make.make_target()
    here = reverse("admin:targets_target_changelist")
    assert "超过2,000,000辆（200万辆）" in desk.get(here).content.decode()
    answer = choose(desk, "short", here)
    assert (answer.status_code, answer.url) == (302, here)
    assert "超过200万辆" in desk.get(here).content.decode()
    choose(desk, "full", here)
    assert "超过2,000,000辆（200万辆）" in desk.get(here).content.decode()


def test_reported_values_follow_the_wish(desk: Client) -> None:
    value = make.make_observation(value=1_305_000)
    page = reverse("admin:targets_observation_change", args=[value.pk])
    choose(desk, "short")
    assert "130.5万辆" in desk.get(page).content.decode()
    desk.cookies["django_language"] = "en"
    assert "1.305 million vehicles" in desk.get(page).content.decode()


def test_the_wish_of_one_reader_is_not_that_of_the_next(desk: Client) -> None:
    make.make_target()
    here = reverse("admin:targets_target_changelist")
    choose(desk, "short")
    desk.get(here)
    other = Client()
    other.force_login(make.make_administrator(username="other"))
    assert "2,000,000辆" in other.get(here).content.decode()


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1", "", "\x01"])
def test_the_choice_leads_back_only_to_this_server(desk: Client, back: str) -> None:
    assert choose(desk, "short", back).url == "/admin/"


def test_a_wish_that_is_none_means_in_full(desk: Client) -> None:
    make.make_target()
    desk.cookies["pt_numbers"] = "huge"
    assert choose(desk, "huge").status_code == 302
    assert "2,000,000辆" in desk.get(reverse("admin:targets_target_changelist")).content.decode()


def test_documents_have_their_english_title_in_english(desk: Client) -> None:
    source = records.create(models.Source(title="某报", title_en="Some Daily", code="daily"), by=None)
    page = reverse("admin:targets_source_changelist")
    assert "某报" in desk.get(page).content.decode()
    desk.cookies["django_language"] = "en"
    assert "Some Daily" in desk.get(page).content.decode()
    models.Source.objects.filter(pk=source.pk).update(title_en="")
    assert "某报" in desk.get(page).content.decode()


def test_numerator_and_denominator_are_written_without_exponent(desk: Client) -> None:
    indicator = make.make_indicator(accumulation="ratio", unit="%", unit_en="%")
    series = make.make_series(indicator=indicator)
    value = make.make_observation(series, value="0.5", numerator=100, denominator=200, wording="")
    assert "100 / 200" in desk.get(reverse("admin:targets_observation_change", args=[value.pk])).content.decode()
