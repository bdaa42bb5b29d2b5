"""What every test shares: quick passwords, Chinese by default, and tables that may be emptied between tests."""

from collections.abc import Iterator

import pgtrigger
import pytest
from django.test import TransactionTestCase
from django.utils import translation


@pytest.fixture(autouse=True)
def _plain_settings(settings: object) -> Iterator[None]:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.PUBLIC_READ = True
    # Pages name their static files as they lie in the packages; nothing needs to be collected first.
    settings.STATIC_ROOT = None
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    with translation.override("zh-hans"):
        yield


@pytest.fixture(autouse=True, scope="session")
def _tables_may_be_emptied() -> Iterator[None]:
    # A test that commits is cleaned up with TRUNCATE, which the register itself refuses.
    clean_up = TransactionTestCase._fixture_teardown

    def clean_up_all(case: TransactionTestCase) -> None:
        with pgtrigger.ignore():
            clean_up(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", clean_up_all)
        yield
