"""Codes for rows that people name in Chinese: pinyin, and a number where the same one is taken."""

import re
from itertools import count

from django.db.models import Model
from pypinyin import lazy_pinyin

from targets.models.base import DEMO_PREFIX

LONGEST = 80
"""Room is left for the number behind it; a code has at most a hundred signs."""


def spelled(name: str) -> str:
    """The name as a code: 整车产量 → zheng-che-chan-liang. Empty if nothing in it can be spelled."""
    letters = re.sub(r"[^a-z0-9]+", "-", "-".join(lazy_pinyin(name)).lower())
    return letters[:LONGEST].strip("-")


def free(model: type[Model], stem: str, *, demo: bool) -> str:
    """A code that no row of the model has yet. Those of the demonstration begin with demo-, and no others do."""
    # A name that happens to begin so must not make a row of the record go with the demonstration.
    plain = re.sub(rf"^({DEMO_PREFIX})+", "", f"{stem}-").strip("-") or model._meta.model_name or ""
    plain = plain[:LONGEST].strip("-.")
    stem = f"{DEMO_PREFIX}{plain}" if demo else plain
    taken = set(model._default_manager.filter(code__startswith=stem).values_list("code", flat=True))
    wanted = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(code for code in wanted if code not in taken)
