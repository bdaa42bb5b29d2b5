"""The admin as a site: what a browser may run there and nowhere else, languages, nothing from outside."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    return client


def policy(client: Client, page: str) -> str:
    return client.get(page).headers["Content-Security-Policy"]


def test_the_policy_is_relaxed_in_the_admin_and_strict_elsewhere(desk: Client) -> None:
    for page in (reverse("admin:index"), reverse("admin:targets_plan_changelist"), reverse("admin:targets_plan_add")):
        assert "script-src 'self' 'unsafe-eval'" in policy(desk, page)
        assert "style-src 'self' 'unsafe-inline'" in policy(desk, page)
    assert "'unsafe-eval'" in policy(Client(), reverse("admin:login"))
    for page in ("/", "/healthz"):
        assert "unsafe" not in policy(desk, page)


def test_our_pages_hold_no_script_of_their_own(desk: Client) -> None:
    make.make_target()
    for template in Path(settings.BASE_DIR, "targets/templates/targets").glob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|<style|\sstyle=", text), template.name


def test_nothing_is_fetched_from_elsewhere(desk: Client) -> None:
    plan = make.make_target().plan
    for page in (
        reverse("admin:index"),
        reverse("admin:targets_plan_change", args=[plan.pk]),
        reverse("admin:targets_plan_add"),
    ):
        assert not re.findall(r"(?:src|href)=\"(?:https?:)?//[^\"]*", desk.get(page).content.decode())


def test_the_language_is_switched_in_the_header_and_on_the_way_in(desk: Client) -> None:
    page = desk.get(reverse("admin:index")).content.decode()
    assert f'action="{reverse("set_language")}"' in page
    assert f'action="{reverse("set_language")}"' in Client().get(reverse("admin:login")).content.decode()
    desk.post(reverse("set_language"), {"language": "en", "next": reverse("admin:index")})
    assert '<html lang="en"' in desk.get(reverse("admin:index")).content.decode()


def test_the_menu_shows_what_the_user_may_look_at(desk: Client) -> None:
    page = desk.get(reverse("admin:index")).content.decode()
    for model in admin.site._registry:
        if model._meta.app_label == "targets":
            assert reverse(f"admin:targets_{model._meta.model_name}_changelist") in page


def test_strangers_are_asked_to_sign_in() -> None:
    for name in ("admin:index", "admin:targets_plan_changelist", "admin:autocomplete"):
        assert Client().get(reverse(name)).status_code == 302


def test_the_theme_is_named_in_one_file_only() -> None:
    room = Path(settings.BASE_DIR, "targets/admin")
    naming = {path.name for path in room.glob("*.py") if re.search(r"\bunfold\b", path.read_text(encoding="utf-8"))}
    assert naming == {"base.py"}
