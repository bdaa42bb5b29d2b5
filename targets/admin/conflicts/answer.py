"""What is saved once the editor has chosen: the form as it was typed, with the other's values where those are taken."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from targets.admin.conflicts.clash import Clash
from targets.admin.fields import is_key

OWN = "conflict-"
"""So begins whatever the page of a conflict asks; the form itself never sees it."""
UNKNOWN = "csrfmiddlewaretoken"


def typed_only(post: QueryDict) -> QueryDict:
    """What was typed, without the choices."""
    return _only(post, (name for name in post if not name.startswith(OWN)))


def kept(post: QueryDict) -> list[tuple[str, str]]:
    """What the page of a conflict has to carry on, name by name."""
    names = (name for name in typed_only(post) if name != UNKNOWN)
    return [(name, str(value)) for name in names for value in post.getlist(name)]


def merged(post: QueryDict, found: Iterable[Clash]) -> QueryDict:
    """The form to save. It counts as made from the versions that the editor has just looked at."""
    data = typed_only(post)
    again: dict[str, dict[int, bool]] = {}
    for clash in found:
        if clash.is_removed:
            formset, _dash, place = str(clash.prefix).rpartition("-")
            again.setdefault(formset, {})[int(place)] = clash.take == "mine"
            continue
        if clash.removal and clash.take == "theirs":
            data.pop(_name(clash, "DELETE"), None)
        for question in clash.questions:
            if question.take == "theirs":
                for name, values in question.stored_data.items():
                    data.setlist(name, values)
        data[_name(clash, clash.seen)] = str(clash.version)
    for formset, places in again.items():
        _renumber(data, formset, places)
    return data


def as_new(post: QueryDict) -> QueryDict:
    """The form of a row that is gone, to be added as another one; the rows below it are new as well."""
    data = typed_only(post)
    for name in list(data):
        if name.endswith("-INITIAL_FORMS"):
            formset = name.removesuffix("-INITIAL_FORMS")
            _renumber(data, formset, dict.fromkeys(range(_number(data, name)), True))
    data.pop("seen_version", None)
    return data


def _name(clash: Clash, name: str) -> str:
    return f"{clash.prefix}-{name}" if clash.prefix else name


def _renumber(data: QueryDict, formset: str, gone: dict[int, bool]) -> None:
    """Takes rows that no longer exist out of a formset; those marked True come back as new ones."""
    total, initial = (_number(data, f"{formset}-{word}_FORMS") for word in ("TOTAL", "INITIAL"))
    old = [place for place in range(initial) if place not in gone]
    new = [place for place, is_wanted in gone.items() if is_wanted]
    order = [*old, *new, *range(initial, total)]
    rows = [_row(data, formset, place, is_new=place in gone) for place in order]
    for name in [name for name in data if name.startswith(f"{formset}-") and _place(name, formset) is not None]:
        del data[name]
    for place, row in enumerate(rows):
        for name, values in row.items():
            data.setlist(f"{formset}-{place}-{name}", values)
    data[f"{formset}-TOTAL_FORMS"], data[f"{formset}-INITIAL_FORMS"] = str(len(order)), str(len(old))


def _row(data: QueryDict, formset: str, place: int, *, is_new: bool) -> dict[str, list[str]]:
    start = f"{formset}-{place}-"
    row = {name.removeprefix(start): data.getlist(name) for name in data if name.startswith(start)}
    return {name: values for name, values in row.items() if not (is_new and name in ("id", "seen_version", "DELETE"))}


def _place(name: str, formset: str) -> int | None:
    place = name.removeprefix(f"{formset}-").partition("-")[0]
    return int(place) if is_key(place) else None


def _number(data: QueryDict, name: str) -> int:
    text: Any = data.get(name, "")
    return min(int(text), 2000) if is_key(str(text)) else 0


def _only(post: QueryDict, names: Iterable[str]) -> QueryDict:
    data = QueryDict(mutable=True)
    for name in names:
        data.setlist(name, post.getlist(name))
    return data
