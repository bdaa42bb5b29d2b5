"""Plain records, which need nothing but to be kept: organisations, areas, indicators, series, sources, and the like."""

from typing import TypeVar

from targets.models.accounts import User
from targets.models.base import Record
from targets.services.writing import demand_writable, lock_unchanged, save_changes, save_checked, writing

Row = TypeVar("Row", bound=Record)


def create(thing: Row, *, by: User | None) -> Row:
    """Adds a row. Raises ValidationError naming field and remedy; nothing is written then."""
    with writing(by):
        save_checked(thing)
    return thing


def edit(thing: Row, *, by: User | None, version: int | None, reason: str = "") -> Row:
    """Saves a changed row. `version` is the one that was read; Stale is raised if someone was quicker."""
    with writing(by, reason):
        stored = lock_unchanged(thing, version)
        save_changes(thing, stored)
    return thing


def remove(thing: Record, *, by: User | None, reason: str = "", version: int | None = None) -> None:
    """Removes a row that nothing rests on. Raises ValidationError naming what still does."""
    with writing(by, reason):
        demand_writable(lock_unchanged(thing, version))
        thing.delete()
