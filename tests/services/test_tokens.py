"""Tokens: told once, kept as a digest, valid until they expire or are revoked, and never altered."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from targets.models import Token
from targets.services import tokens
from targets.services.writing import Refused
from tests import make

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def test_what_opens_the_door_is_kept_nowhere() -> None:
    token, secret = make.make_token()
    assert secret.startswith("pt_")
    assert secret.startswith(token.beginning)
    kept = Token.objects.values().get()
    assert secret not in str(kept)
    assert kept["digest"] == sha256(secret.encode()).hexdigest()


def test_no_two_tokens_are_alike() -> None:
    secrets = {make.make_token()[1] for _each in range(20)}
    assert len(secrets) == 20
    assert min(map(len, secrets)) > 40


def test_it_opens_until_it_expires() -> None:
    token, secret = make.make_token(at=NOON, expires_at=NOON + timedelta(days=1))
    assert tokens.bearer(secret.encode(), at=NOON + timedelta(hours=23)) == token
    assert tokens.bearer(secret.encode(), at=NOON + timedelta(days=1)) is None


def test_it_opens_nothing_once_it_is_revoked_or_its_owner_is_locked_out() -> None:
    token, secret = make.make_token(at=NOON)
    tokens.revoke(token, by=token.owner, at=NOON)
    assert tokens.bearer(secret.encode(), at=NOON) is None
    other, secret = make.make_token(at=NOON)
    other.owner.is_active = False
    other.owner.save()
    assert tokens.bearer(secret.encode(), at=NOON) is None


def test_the_first_revocation_is_the_one_that_counts() -> None:
    token, _secret = make.make_token(at=NOON)
    tokens.revoke(token, by=None, at=NOON)
    tokens.revoke(Token.objects.get(), by=None, at=NOON + timedelta(days=1))
    assert Token.objects.get().revoked_at == NOON


def test_its_use_is_noted_once_a_minute() -> None:
    token, secret = make.make_token(at=NOON)
    for seconds, noted in ((0, 0), (30, 0), (61, 61)):
        tokens.bearer(secret.encode(), at=NOON + timedelta(seconds=seconds))
        token.refresh_from_db()
        assert token.used_at == NOON + timedelta(seconds=noted)


@pytest.mark.parametrize("unknown", [b"", b"pt_", b"pt_x", "pt_令牌".encode(), b"\x00\xff", b"x" * 9000])
def test_what_is_no_token_opens_nothing(unknown: bytes) -> None:
    make.make_token()
    assert tokens.bearer(unknown, at=NOON) is None


def test_it_lasts_a_year_at_the_most_and_ends_after_it_begins() -> None:
    for end, code in ((NOON + timedelta(days=367), "too_late"), (NOON, "too_early")):
        with pytest.raises(ValidationError) as refused:
            make.make_token(at=NOON, expires_at=end)
        assert [error.code for error in refused.value.error_dict["expires_at"]] == [code]
    assert not Token.objects.exists()


def test_a_name_is_free_again_once_its_token_is_revoked() -> None:
    token, _secret = make.make_token(name="load")
    with pytest.raises(Refused) as refused:
        make.make_token(token.owner, name="load")
    assert refused.value.rule == "token_name_unique"
    tokens.revoke(token, by=token.owner)
    make.make_token(token.owner, name="load")


@pytest.mark.parametrize(
    "change",
    [{"scope": "write"}, {"plan_ids": None}, {"expires_at": NOON + timedelta(days=300)}, {"digest": "0" * 64}],
    ids=str,
)
def test_the_database_lets_nobody_widen_a_token(change: dict) -> None:
    make.make_token(at=NOON, plan_ids=[1])
    with pytest.raises(IntegrityError, match="token_stays"), transaction.atomic():
        Token.objects.update(**change)


def test_the_database_lets_nobody_bring_a_revoked_token_back() -> None:
    token, _secret = make.make_token()
    tokens.revoke(token, by=None)
    with pytest.raises(IntegrityError, match="token_revoked_for_good"), transaction.atomic():
        Token.objects.update(revoked_at=None)
