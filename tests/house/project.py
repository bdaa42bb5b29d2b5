"""Where the project stands, and which files it consists of."""

import subprocess
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("policytracker", "targets")


@cache
def tracked(*patterns: str) -> tuple[Path, ...]:
    """Files under version control; all files of the folder where there is no git, as in an unpacked archive."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--", *patterns], cwd=ROOT, check=True, capture_output=True, text=True
        )
        names = [name for name in listed.stdout.split("\0") if name]
    else:
        names = [str(path.relative_to(ROOT)) for pattern in patterns or ("*",) for path in ROOT.rglob(pattern)]
    ours = [ROOT / name for name in names if not name.startswith((".venv/", "var/"))]
    return tuple(path for path in ours if path.is_file())


def sources() -> list[Path]:
    """The Python files of the program, without tests and without what Django writes itself."""
    files = (path.relative_to(ROOT) for path in tracked("*.py"))
    return [ROOT / path for path in files if path.parts[0] in ROOMS and not path.match("migrations/0*.py")]


def our_models() -> list[type[Model]]:
    """Every model of the register, without the tables of its history."""
    found: list[Any] = list(apps.get_app_config("targets").get_models())
    return [model for model in found if not hasattr(model, "pgh_tracked_model")]
