"""Rooms import downward only, and the rules are plain Python."""

import os
import subprocess
import sys

from tests.house.project import ROOT


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )


def test_every_import_contract_is_kept():
    done = run("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache")
    assert done.returncode == 0, done.stdout


def test_the_rules_can_be_used_without_django_and_without_a_database():
    """They are imported one by one in a fresh Python, and nothing of the framework may have come along."""
    program = """
import importlib, pkgutil, sys
import targets.rules
for module in pkgutil.walk_packages(targets.rules.__path__, "targets.rules."):
    importlib.import_module(module.name)
loud = {name.partition(".")[0] for name in sys.modules} & {"django", "rest_framework", "psycopg", "pghistory"}
sys.exit(str(loud) if loud else 0)
"""
    done = run("-c", program)
    assert done.returncode == 0, done.stderr
