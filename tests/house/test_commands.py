"""Whoever adds a command adds a test that calls it."""

import pytest
from django.core.management import get_commands

from tests.house.project import tracked

COMMANDS = sorted(name for name, app in get_commands().items() if app == "targets")
UNTESTED: dict[str, str] = {}
"""Commands that no test calls by name, each with the reason."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_called_by_a_test(name):
    called = any(f'"{name}"' in path.read_text(encoding="utf-8") for path in tracked("tests/*.py"))
    assert called != (name in UNTESTED)


def test_there_are_commands_at_all():
    assert "prepare" in COMMANDS
