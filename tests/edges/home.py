"""Reading the first page of the admin: its numbers, each with the list that it opens."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.apps import apps
from django.contrib.admin import site
from django.test import Client, RequestFactory
from django.urls import resolve, reverse

from targets.models import User

VOID = {"br", "img", "input", "link", "meta", "rect", "path", "line", "hr"}
UNLINKED = {"time", "svg", "title", "script", "style"}
"""Where digits are no number of rows: days, drawings, and what nobody reads."""


@dataclass
class Reader(HTMLParser):
    """Collects numbers that are links, and bare numbers that are none."""

    linked: list[tuple[str, str]] = field(default_factory=list)
    bare: list[str] = field(default_factory=list)
    path: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "data-count" in given:
            self.linked.append((given["data-count"], given["href"]))
        if tag not in VOID:
            self.path.append((tag, "data-count" if "data-count" in given else given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        while self.path and self.path.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self.path}
        marks = " ".join(mark for _, mark in self.path).split()
        is_number = data.strip().rstrip("+").replace(",", "").isdigit()
        if is_number and "desk" in marks and not tags & UNLINKED and not {"data-count", "over-time"} & set(marks):
            self.bare.append(data.strip())


def read(desk: Client, **asked: str) -> Reader:
    page = desk.get(reverse("admin:index"), asked)
    assert page.status_code == 200
    reader = Reader()
    reader.feed(page.content.decode())
    return reader


def rows(user: User, url: str) -> int:
    """How many rows the list behind an address has, on all its pages: asked of the list itself, without drawing it."""
    request = RequestFactory().get(url)
    request.user = user
    model = apps.get_model("targets", resolve(request.path).url_name.split("_")[1])
    count: int = site.get_model_admin(model).get_changelist_instance(request).queryset.order_by().count()
    return count


def number(desk: Client, name: str, **asked: str) -> int:
    """One of the numbers of the page, by what it counts."""
    context = desk.get(reverse("admin:index"), asked).context
    found = [*context["figures"], *context["held"], *(block.all for block in context["blocks"])]
    return next(figure.number.count for figure in found if figure.name == name)
