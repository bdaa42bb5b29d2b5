"""How a verdict is drawn: a lamp that is told by its shape and word too, and a bar of the share that is done."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from targets.models.base import label
from targets.reports.palette import GRID, INK, LIGHTS, REPORTED
from targets.rules.numbers import rounded
from targets.rules.quantities.writing import plain
from targets.rules.verdicts.terms import Light, Pace, member

SHAPES: Final[dict[Light, str]] = {
    Light.BLUE: '<circle cx="8" cy="8" r="7" fill="{}"/><path d="M4.6 8.3 7 10.7l4.4-5.2" fill="none" stroke="#fff"'
    ' stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>',
    Light.GREEN: '<circle cx="8" cy="8" r="7" fill="{}"/>',
    Light.YELLOW: '<path d="M8 1.2 15.3 14.4H.7Z" fill="{}"/>',
    Light.RED: '<path d="M2 2h12v12H2Z" fill="{}"/><path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" stroke="#fff"'
    ' stroke-width="1.9" stroke-linecap="round"/>',
    Light.GREY: '<circle cx="8" cy="8" r="6" fill="none" stroke="{}" stroke-width="2"/>',
}
"""Met: a tick; good: a disc; mind: a triangle; bad: a crossed square; unknown: an empty ring."""
HUNDREDTH: Final = Decimal("0.01")
HUNDRED: Final = Decimal(100)


def shape(light: str) -> SafeString:
    """The lamp alone; its word must stand beside it."""
    known = member(Light, light)
    return format_html(
        '<svg class="lamp-shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">{}</svg>',
        format_html(SHAPES[known], LIGHTS[known].area),
    )


def lamp(light: str) -> SafeString:
    """The lamp with its word."""
    word = label(member(Light, light))
    return format_html('<span class="lamp lamp-{}">{}<span>{}</span></span>', light, shape(light), word)


def lit(light: str, pace: str) -> SafeString:
    """The lamp with its word, and the pace."""
    return format_html(
        '<span class="lit">{} <span class="pace">{}</span></span>', lamp(light), label(member(Pace, pace))
    )


def tally(counts: Mapping[Light, int]) -> SafeString:
    """Small lamps with their numbers, those that are lit; the words are there for who does not see or know them."""
    found = [(label(light), count, shape(light), label(light), count) for light, count in counts.items() if count]
    return format_html_join("", '<span class="count" title="{} {}">{}<span class="unseen">{}</span>{}</span>', found)


def counted(light: str, count: int) -> SafeString:
    """One small lamp with its number."""
    word = label(member(Light, light))
    return format_html('{}<span class="unseen">{} </span>{}', shape(light), word, f"{count:,}")


def percent(share: Decimal) -> str:
    """With at most two decimals, as in the sentences, but never all or nothing by mere rounding."""
    shown = rounded(HUNDRED * share, HUNDREDTH)
    if 0 < share < 1:
        shown = min(max(shown, HUNDREDTH), HUNDRED - HUNDREDTH)
    return f"{plain(shown)}%"


def share(achieved: Decimal | None, expected: Decimal | None) -> SafeString | str:
    """A slim bar of what is done, with a stroke where it should be, and both numbers."""
    if achieved is None:
        return ""
    done, due = share_words(achieved, expected)
    return format_html(
        '<span class="share">{}<b>{}</b> <span class="quiet">{}</span></span>', _bar(achieved, expected, 112), done, due
    )


def share_brief(achieved: Decimal | None, expected: Decimal | None) -> SafeString | str:
    """The same for a narrow column; the words come up when one points at it."""
    if achieved is None:
        return ""
    due = "" if expected is None else f"/ {percent(expected)}"
    return format_html(
        '<span class="share" title="{}">{}<b>{}</b> <span class="quiet">{}</span></span>',
        *(" ".join(share_words(achieved, expected)), _bar(achieved, expected, 64), percent(achieved), due),
    )


def share_words(achieved: Decimal, expected: Decimal | None) -> tuple[str, str]:
    """What is done and what should be."""
    done = _("%(share)s done") % {"share": percent(achieved)}
    return done, "" if expected is None else _("%(share)s expected") % {"share": percent(expected)}


def _bar(achieved: Decimal, expected: Decimal | None, width: int) -> SafeString:
    stroke: SafeString | str = ""
    if expected is not None:
        stroke = format_html('<rect x="{}" width="2" height="12" fill="{}"/>', _place(expected, width - 2), INK)
    return format_html(
        '<svg class="share-bar" viewBox="0 0 {} 12" width="{}" height="12" aria-hidden="true">'
        '<rect y="3" width="{}" height="6" fill="{}"/><rect y="3" width="{}" height="6" fill="{}"/>{}</svg>',
        *(width, width, width, GRID, _place(achieved, width), REPORTED, stroke),
    )


def _place(part: Decimal, width: int) -> str:
    """How far along the bar; less than nothing and more than all stay at its ends."""
    return f"{min(max(part, Decimal(0)), Decimal(1)) * width:.1f}"
