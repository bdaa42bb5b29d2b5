"""The project's own fixtures, loaded once for all tests of a file that ask for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from targets.exchange.fixtures.loading import Tally, load

FIXTURES = Path(settings.FIXTURE_DIRS[0])


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: object) -> Iterator[Tally]:
    """All real files in the register, for a whole test file; taken back at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load(sorted(FIXTURES.glob("*.yaml")))
        transaction.set_rollback(True)
