"""Pytest plugin: gives the run a PostgreSQL of its own, unless DATABASE_URL names one.

Loaded by `-p` in pyproject.toml: pytest-django reads the settings before any conftest.py is imported.
The workers of a parallel run inherit what is set here.
"""

import os
import signal
from collections.abc import Generator
from contextlib import ExitStack
from secrets import token_urlsafe

import pytest

from policytracker import localdb

DEFAULTS = {"SECRET_KEY": token_urlsafe(48), "ALLOWED_HOSTS": "127.0.0.1,localhost", "HTTPS": "off"}


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    if not os.environ.get("DATABASE_URL"):
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # end in order, as after Ctrl-C
        stack = ExitStack()
        early_config.add_cleanup(stack.close)
        os.environ["DATABASE_URL"] = stack.enter_context(localdb.temporary())
    return (yield)
