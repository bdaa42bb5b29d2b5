"""What the script of the tree says, and the keys that it knows."""

from typing import Any

from django.utils.translation import gettext as _

from targets.models.base import choices
from targets.rules.terms import TaskKind


def context() -> dict[str, Any]:
    """For the template of the tree."""
    return {"tree_words": _said(), "tree_keys": _keys(), "task_kinds": choices(TaskKind)}


def _said() -> dict[str, str]:
    return {
        "stays": _("It cannot go further that way."),
        "withoutNumber": _("Move it without its number"),
        "unreachable": _(
            "Nothing was saved: the server did not answer, or you are signed out. What you typed is still here."
        ),
    }


def _keys() -> list[tuple[tuple[str, ...], str]]:
    return [
        (("↑", "↓"), _("go to the handle above or below")),
        (("←", "→"), _("fold or unfold")),
        (("Alt ↑", "Alt ↓"), _("move up or down among its siblings")),
        (("Alt ←", "Alt →"), _("move out of its parent, or into the node above")),
        (("Ctrl Z",), _("undo the last move")),
        (("F2", "Enter"), _("change number and name; so does a double click")),
        (("n",), _("add a node after this one")),
        (("b",), _("add a node below this one")),
        (("t",), _("add a target here")),
        (("m",), _("move to a place chosen from a list")),
        (("?",), _("show this list")),
    ]
