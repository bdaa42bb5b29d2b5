"""Elements of a page as text: whatever is not markup already is escaped, so that no name can become any."""

from typing import Final

from targets.reports.svg import written

#: Elements that have no end.
VOID: Final = ("br", "col", "meta")


class Markup(str):
    """Text that may stand in a page as it is."""

    __slots__ = ()


def element(tag: str, *inside: str, **attributes: str | int | None) -> Markup:
    """One element; `class_` becomes `class`, `aria_label` becomes `aria-label`, and what is None is left out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{written(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if tag in VOID:
        return Markup(f"<{tag}{said}/>")
    return Markup(f"<{tag}{said}>{together(*inside)}</{tag}>")


def together(*parts: str) -> Markup:
    """Parts one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else written(part) for part in parts))
