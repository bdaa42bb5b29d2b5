"""The mark on everything that belongs to the demonstration, so that nobody takes it for the record."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.models.base import DEMO_PREFIX

ABOVE = ("series", "target", "plan", "task", "whole", "source", "organisation")
"""Where the code stands for rows that have none of their own, nearest first."""


def is_demo(row: Any) -> bool:
    """Whether the row, or what it belongs to, has a code of the demonstration."""
    if code := getattr(row, "code", ""):
        return str(code).startswith(DEMO_PREFIX)
    above = next((getattr(row, name) for name in ABOVE if getattr(row, name, None)), None)
    return above is not None and is_demo(above)


def mark() -> SafeString:
    return format_html(
        '<span class="mark mark-demo" title="{}">{}</span>', _("Demonstration, not the record"), _("demo")
    )


def marked(text: Any, row: Any) -> Any:
    """The text, with the mark after it where the row needs one."""
    return format_html("{} {}", text, mark()) if row is not None and is_demo(row) else text


def headed(text: Any, row: Any) -> SafeString:
    """The name of a row in a list, two lines of it at most and all of it where the pointer rests, with the mark beside it."""
    name = format_html('<span class="clipped" title="{}">{}</span>', text, text)
    return format_html('<span class="says">{}</span>', marked(name, row))
