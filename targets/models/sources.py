import re
from typing import Any, ClassVar, Self

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from targets.models.base import (
    Coded,
    CodedQuerySet,
    Record,
    code_holds,
    in_chinese,
    term_field,
    terms_hold,
    track_history,
)
from targets.models.search import Searched
from targets.models.triggers import Triggers
from targets.rules.terms import SourceKind


@track_history()
class Source(Coded):
    """A document that rows rest on: a plan's text, a news page, a yearbook."""

    title = models.CharField(
        _("title"),
        max_length=300,
        help_text=_("As printed on the document, without quotation marks or book marks: 某市新能源汽车产业行动方案."),
    )
    title_en = models.CharField(
        _("English title"), max_length=300, blank=True, help_text=_("Leave blank if there is none.")
    )
    kind = term_field(
        SourceKind,
        _("kind"),
        default=SourceKind.OTHER,
        help_text=_("What sort of document it is; “other” if none fits. Lists can be filtered by it."),
    )
    publisher = models.CharField(
        _("publisher"), max_length=200, blank=True, help_text=_("Who put it out. Leave blank if not stated.")
    )
    published_on = models.DateField(
        _("published on"), null=True, blank=True, help_text=_("Leave blank if the document does not say.")
    )
    url = models.URLField(
        _("address"),
        max_length=1000,
        blank=True,
        help_text=_("Where it can be read on the web, from https:// on. Leave blank if it is not published."),
    )
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("What a reader has to know about the copy: that pages are missing, or that it is a draft."),
    )

    objects = CodedQuerySet.as_manager()

    class Meta(Coded.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering: ClassVar = ["code"]
        constraints: ClassVar = [code_holds("source"), *terms_hold("source", kind=SourceKind)]
        triggers: ClassVar[Triggers] = (
            *Coded.Meta.triggers,
            Searched("source", "title", "title_en", "code", "publisher"),
        )

    def __str__(self) -> str:
        return self.title if in_chinese() or not self.title_en else self.title_en


class CitationQuerySet(models.QuerySet["Citation"]):
    """Places in sources."""

    def get_by_natural_key(self, source: str, *place: str) -> "Citation":
        return self.get(source__code=source, **dict(zip(Citation.PLACE, place, strict=True)))

    def with_source(self) -> Self:
        return self.select_related("source")


@track_history()
class Citation(Record):
    """The place in a source, and where wanted its wording, that a row rests on."""

    PLACE: ClassVar = ("story", "lines", "page", "paragraph")

    source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="citations",
        verbose_name=_("source"),
        help_text=_("The document in which the place stands. Type a part of its title."),
    )
    story = models.CharField(
        _("story"), max_length=40, blank=True, help_text=_("Which article or section, for example S6.")
    )
    lines = models.CharField(
        _("lines"),
        max_length=60,
        blank=True,
        validators=[RegexValidator(r"^\d+(-\d+)?(,\d+(-\d+)?)*\Z", _("Write lines as 138 or 138-140 or 50,52."))],
        help_text=_("Line numbers in the text of the source: 138, 138-140, or 50,52."),
    )
    page = models.CharField(
        _("page"), max_length=20, blank=True, help_text=_("The number printed on the page: 12, or 12-13.")
    )
    paragraph = models.CharField(
        _("paragraph"),
        max_length=20,
        blank=True,
        help_text=_("Which paragraph of the page or section, printed or counted: 3."),
    )
    wording = models.TextField(
        _("wording"),
        blank=True,
        help_text=_("What stands there, if you may keep it. May stay blank: the place is enough."),
    )

    objects = CitationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering: ClassVar = ["source", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "story", "lines", "page", "paragraph"],
                name="citation_place_unique",
                violation_error_message=_("This place is cited already; choose it from the list."),
            )
        ]
        triggers: ClassVar[Triggers] = (
            *Record.Meta.triggers,
            Searched("citation", "source_id", "story", "lines", "page", "paragraph", "wording"),
        )

    def __str__(self) -> str:
        return f"{self.source.code} {self.place}".strip()

    def natural_key(self) -> tuple[Any, ...]:
        return (self.source.code, *(getattr(self, part) for part in self.PLACE))

    natural_key.dependencies = ["targets.source"]  # type: ignore[attr-defined]

    @property
    def place(self) -> str:
        """The place in one short line, such as `S6 L138`."""
        lines = re.sub(r"(^|,)", r"\1L", self.lines) if self.lines else ""
        marks = [self.story, lines, self.page and f"p. {self.page}", self.paragraph and f"¶ {self.paragraph}"]
        return " ".join(mark for mark in marks if mark)
