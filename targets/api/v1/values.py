"""How single values look in an answer. What is not stated is null, never an empty text and never zero."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse
from rest_framework.request import Request

from targets.models import Citation, Series, Source, Target
from targets.models.base import Coded, Named
from targets.rules.terms import Flag
from targets.rules.times import moment
from targets.rules.wording import Text

Json = dict[str, Any]


def number(value: Decimal | None) -> str | None:
    """An exact number as text: no exponent, no trailing zeros, no grouping."""
    if value is None:
        return None
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def instant(value: datetime | None) -> str | None:
    return None if value is None else moment(value)


def stated(text: str) -> str | None:
    """A text, or null where nothing is stated."""
    return text or None


def both(zh: str, en: str) -> Json | None:
    """A name or unit in both languages; null for English where there is none, null altogether where there is nothing."""
    return {"zh": zh, "en": en or None} if zh or en else None


def name(row: Named) -> Json:
    return {"zh": row.name, "en": row.name_en or None}


def spoken(text: Text) -> Json:
    """A sentence of ours, which always stands in both languages."""
    return {"zh": text.zh, "en": text.en}


def flags(codes: Iterable[str]) -> list[Json]:
    """Flags with what people read for them, in the order of the closed list."""
    present = set(codes)
    return [{"code": flag.value, "zh": flag.zh, "en": flag.en} for flag in Flag if flag in present]


def identity(row: Coded) -> Json:
    """What every coded record says about itself at the end of its answer."""
    return {"is_demo": row.is_demo, "version": row.version, "changed_at": instant(row.changed_at)}


class Links:
    """Addresses of this API as the reader reached it."""

    def __init__(self, request: Request) -> None:
        self._root = request.build_absolute_uri(reverse("api-root"))

    def to(self, shelf: str, key: str | int) -> str:
        return f"{self._root}{shelf}/{key}/"

    def coded(self, shelf: str, row: Coded | None) -> Json | None:
        """A reference to a record that has a code and no name."""
        return None if row is None else {"code": row.code, "url": self.to(shelf, row.code)}

    def named(self, shelf: str, row: Named | None) -> Json | None:
        """A reference to a record with a name."""
        if row is None:
            return None
        return {"code": row.code, "url": self.to(shelf, row.code), "name": name(row)}

    def target(self, row: Target | None) -> Json | None:
        """A reference to a target, which is addressed by id and quoted by code."""
        return None if row is None else {"id": row.pk, "url": self.to("targets", row.pk), "code": row.code}

    def source(self, row: Source | None) -> Json | None:
        """A reference to a source; its title stands for the name."""
        if row is None:
            return None
        return {"code": row.code, "url": self.to("sources", row.code), "name": both(row.title, row.title_en)}

    def citation(self, row: Citation | None) -> Json | None:
        """The place that a row rests on."""
        if row is None:
            return None
        return {
            "source": self.source(row.source),
            "story": stated(row.story),
            "lines": stated(row.lines),
            "page": stated(row.page),
            "paragraph": stated(row.paragraph),
            "place": row.place,
            "wording": stated(row.wording),
        }

    def scope(self, series: Series) -> Json:
        """For whom or where the figures of a series are."""
        return {
            "area": self.named("areas", series.area),
            "organisation": self.named("organisations", series.organisation),
        }
