"""The dialogue with which a target is revised: old beside new, what changes in words, the verdict before and after."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from targets import models
from targets.rules.terms import Role
from targets.services import targets
from tests import make
from tests.edges.test_admin_saving import errors, typed

pytestmark = pytest.mark.django_db
ADD, ASK = "admin:targets_targetrevision_add", "admin:targets_targetrevision_propose"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(make.make_administrator())
    client.cookies["django_language"] = "en"
    return client


def judged_target() -> models.Target:
    base = {"base_value": Decimal(1_000_000), "base_date": date(2023, 12, 31), "base_source": "stated"}
    target = make.make_target(says=base)
    make.make_observation(
        target.series, period_start=date(2024, 1, 1), period_end=date(2024, 12, 31), value=Decimal(1_300_000)
    )
    return target


def form_of(desk: Client, target: models.Target) -> dict[str, Any]:
    return typed(desk.get(reverse(ADD), {"target": target.pk}))


def test_what_changes_is_told_in_words_with_the_verdict_before_and_after(desk: Client) -> None:
    data = form_of(desk, judged_target())
    data |= {"wording": "超250万辆", "lower": "2500000", "deadline": "2029-12-31", "reason": "中期调整"}
    told = desk.post(reverse(ASK), data).json()["aside"]
    for words in (
        "超200万辆",
        "超250万辆",
        "more than 2,000,000 vehicles",
        "more than 2,500,000 vehicles",
        "2030",
        "2029",
    ):
        assert words in told, words
    assert told.count("lamp-shape") == 2
    assert "<svg" in told
    assert models.TargetRevision.objects.count() == 1


def test_a_form_that_changes_nothing_says_so(desk: Client) -> None:
    told = desk.post(reverse(ASK), form_of(desk, judged_target())).json()["aside"]
    assert "Nothing yet" in told
    assert "Still to type: Reason" in told


def test_a_refused_revision_is_shown_with_what_it_would_change(desk: Client) -> None:
    data = form_of(desk, judged_target()) | {"lower": "2500000", "reason": ""}
    answer = desk.post(reverse(ADD), data)
    assert "reason" in errors(answer)
    assert "more than 2,500,000 vehicles" in answer.content.decode()


def test_only_who_may_revise_is_answered(desk: Client, client: Client) -> None:
    target = judged_target()
    data = form_of(desk, target)
    client.force_login(make.make_member(make.make_organisation(), Role.EDITOR))
    assert client.post(reverse(ASK), data).status_code == 403
    assert client.post(reverse(ASK), {"target": "x"}).status_code == 403


@pytest.mark.parametrize("text", ["", "\x00", "9" * 400, "NaN", "<script>", "9999-12-31", "0001-01-01"])
def test_no_input_breaks_the_answer(desk: Client, text: str) -> None:
    data = form_of(desk, judged_target())
    for changed in (
        dict.fromkeys(set(data) - {"target"}, text),
        {"lower": text},
        {"deadline": text},
        {"measure": text},
    ):
        answer = desk.post(reverse(ASK), data | changed)
        assert answer.status_code == 200
        assert "<script>" not in answer.json()["aside"]


def test_a_revision_brings_its_place_along(desk: Client) -> None:
    target = make.make_target(says={"citation": make.make_citation(lines="138")})
    document = make.make_source(title="中期评估文件")
    place = {"place_source": document.pk, "place_page": "7", "deciding_document": document.pk}
    data = form_of(desk, target) | {"lower": "2500000", "reason": "中期调整", **place}
    assert desk.post(reverse(ADD), data).status_code == 302
    latest = target.revisions.latest()
    assert (latest.citation.source, latest.citation.page) == (document, "7")
    assert latest.deciding_document == document


def test_a_refused_revision_leaves_no_place_behind(desk: Client) -> None:
    target = make.make_target()
    data = form_of(desk, target) | {"reason": "中期调整", "place_source": make.make_source().pk, "place_page": "7"}
    theirs = make.revision(reason="别人的理由", effective_date=date(2026, 2, 1), lower=2_200_000)
    targets.revise(target, theirs, by=None)
    assert desk.post(reverse(ADD), data).status_code == 200
    assert not models.Citation.objects.exists()
