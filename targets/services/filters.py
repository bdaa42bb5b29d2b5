"""Filters that people save under a name, for themselves or for all who work here."""

from targets.models import SavedFilter, User
from targets.services.writing import save_checked, writing


def save(saved: SavedFilter, *, by: User) -> SavedFilter:
    """Keeps what a list is narrowed by. One of the same name on the same list now asks what the new one asks.

    Raises ValidationError naming field and remedy.
    """
    with writing(by):
        same = SavedFilter.objects.select_for_update().filter(owner=by, noun=saved.noun, name=saved.name).first()
        if same is not None:
            same.query, same.shared = saved.query, saved.shared
            saved = same
        saved.owner = by
        save_checked(saved)
    return saved
