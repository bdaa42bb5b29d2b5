"""The formats in which a report can be had; a new one is one more line here and changes nothing else."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from targets.reports import html
from targets.reports.report import Report
from targets.rules.wording import Lang


@dataclass(frozen=True, kw_only=True)
class Format:
    """How a report becomes a file; the same report in the same language gives the same bytes."""

    code: str
    #: End of the name of a file, without the full stop.
    suffix: str
    media_type: str
    render: Callable[[Report, Lang], bytes]


FORMATS: Final[Mapping[str, Format]] = {
    each.code: each
    for each in (Format(code="html", suffix="html", media_type="text/html; charset=utf-8", render=html.render),)
}
