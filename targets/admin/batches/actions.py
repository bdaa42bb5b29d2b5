"""A deed on the rows that were chosen in a list: looked at on a page of its own, then done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.access import visible
from targets.admin.ask import tell
from targets.admin.batches.deeds import Change, Deed
from targets.admin.fields import Search, is_key
from targets.admin.forms import messages_by_field
from targets.admin.keeping import actor
from targets.models import Organisation
from targets.services.batches import Moved

MOST = 2000
"""So many rows are changed at one stroke at the most."""
SHOWN = 200
"""So many of them are listed before it is done; the others are counted."""


@dataclass(frozen=True)
class Line:
    """A row and what would happen to it."""

    name: str
    url: str
    change: Change


class Batching:
    """What an admin needs to do things to many of its rows; `deeds` names the things."""

    deeds: tuple[Deed, ...] = ()
    batch_needs: tuple[str, ...] = ()
    """What looking at the rows reads from other tables, for prefetching."""

    def get_actions(self: Any, request: HttpRequest) -> dict[str, Any]:
        found: dict[str, Any] = super().get_actions(request)  # type: ignore[misc]
        if not self.has_change_permission(request) and not self.has_add_permission(request):
            return found
        return found | {deed.name: (_runs(deed), deed.name, str(deed.title)) for deed in self.deeds}

    def run(self: Any, request: HttpRequest, chosen: QuerySet[Any], deed: Deed) -> HttpResponse | None:
        """First shows what would happen; with `do` does it, provided that nothing was changed in between."""
        seen = _seen(request.POST.get("rows", ""))
        rows = self._rows_of(request, chosen, seen)
        if len(rows) > MOST:
            told = _("At most %(most)d rows are changed at one stroke. Narrow the list first.") % {"most": MOST}
            self.message_user(request, told, messages.WARNING)
            return None
        form = self._questions(request, deed)
        answers = form.cleaned_data if form is not None and form.is_bound and form.is_valid() else {}
        lines = self._lines(request, rows, deed, answers)
        looked = _looked(request, form)
        if "do" in request.POST and (form is None or answers) and request.POST.get("looked") == looked:
            due = {row.pk: seen[row.pk] for row, line in zip(rows, lines, strict=True) if not line.change.why_not}
            moved = _moved(rows, seen) or _otherwise(rows, lines, _keys(request.POST.get("due", "")))
            if answer := self._done(request, deed, moved, due, answers, form):
                return answer
        return self._page(request, deed, form, rows, lines, looked)

    def _rows_of(self: Any, request: HttpRequest, chosen: QuerySet[Any], seen: Mapping[int, int]) -> list[Any]:
        """The rows that were looked at, whatever the list is narrowed by since then; else those that were chosen."""
        rows = self.get_queryset(request).filter(pk__in=seen) if seen else chosen
        return list(self.for_list(rows.order_by("pk")).prefetch_related(*self.batch_needs)[: MOST + 1])

    def _questions(self: Any, request: HttpRequest, deed: Deed) -> Any:
        if deed.form is None:
            return None
        form = deed.form(request.POST if "asked" in request.POST else None)
        if "organisation" in form.fields:
            field: Any = form.fields["organisation"]
            field.queryset = visible(Organisation.objects.order_by("sort_key", "id"), request.user)
            # Any column that points to an organisation will do: it says which rows are offered while typing.
            field.widget = Search(Organisation._meta.get_field("parent"), self.admin_site)
            field.widget.choices = field.choices
        return form

    def _lines(self: Any, request: HttpRequest, rows: list[Any], deed: Deed, answers: Any) -> list[Line]:
        known = answers | deed.prepare(rows, request.user)
        return [Line(self.label_of(row), self.url_of(row), deed.look(row, known, request.user)) for row in rows]

    def _done(
        self: Any,
        request: HttpRequest,
        deed: Deed,
        moved: list[str],
        due: Mapping[int, int],
        answers: Any,
        form: Any,
    ) -> HttpResponse | None:
        """What follows the deed; None where it was refused, and then the page says why."""
        try:
            if moved:
                raise Moved(moved)
            batch = deed.do(due, answers, actor(request))
        except ValidationError as error:
            if form is not None and hasattr(error, "error_dict"):
                tell(form, messages_by_field(error))
            self.message_user(request, " ".join(error.messages), messages.ERROR)
            return None
        done = ngettext("Done for %(count)d row.", "Done for %(count)d rows.", len(due)) % {"count": len(due)}
        link = reverse("admin:targets_batch_change", args=[batch.pk])
        back = _("Look at it or take it back") if deed.can_undo else _("Look at it")
        self.message_user(request, format_html('{} <a href="{}">{}</a>', done, link, back), messages.SUCCESS)
        return HttpResponseRedirect(request.get_full_path())

    def _page(
        self: Any, request: HttpRequest, deed: Deed, form: Any, rows: list[Any], lines: list[Line], looked: str
    ) -> HttpResponse:
        due = [row for row, line in zip(rows, lines, strict=True) if not line.change.why_not]
        context = {
            "title": str(deed.title).rstrip("…"),
            "deed": deed,
            "form": form,
            "lines": sorted(lines, key=lambda line: bool(line.change.why_not))[:SHOWN],
            "beyond": len(lines) - SHOWN,
            "count": len(due),
            "skipped": len(lines) - len(due),
            "rows": ",".join(f"{row.pk}:{row.version}" for row in rows),
            "due": ",".join(str(row.pk) for row in due),
            "first": rows[0].pk if rows else "",
            "looked": looked,
            "is_answered": form is None or (form.is_bound and form.is_valid()),
            "checkbox": ACTION_CHECKBOX_NAME,
            "back": request.get_full_path(),
            "media": self.media + form.media if form is not None else self.media,
        }
        answer: HttpResponse = self.show(request, None, "targets/batch_preview.html", context)
        return answer


def _looked(request: HttpRequest, form: Any) -> str:
    """The answers as they were given: what is done must be what was looked at."""
    return urlencode([(name, request.POST.get(name, "")) for name in form.fields] if form is not None else [])


def _moved(rows: list[Any], seen: Mapping[int, int]) -> list[str]:
    """Which rows are no longer what was looked at, or not there any more."""
    gone = set(seen) - {row.pk for row in rows}
    return [*(str(row) for row in rows if row.version != seen[row.pk]), *(f"#{key}" for key in sorted(gone))]


def _otherwise(rows: list[Any], lines: list[Line], due: set[int]) -> list[str]:
    """Which rows would now be changed though they were to stay, or stay though they were to be changed."""
    pairs = zip(rows, lines, strict=True)
    return [line.name for row, line in pairs if (row.pk in due) == bool(line.change.why_not)]


def _runs(deed: Deed) -> Any:
    def run(admin: Any, request: HttpRequest, chosen: QuerySet[Any]) -> HttpResponse | None:
        answer: HttpResponse | None = admin.run(request, chosen, deed)
        return answer

    return run


def _keys(text: str) -> set[int]:
    """Ids from a page that was sent back."""
    return {int(key) for key in text.split(",")[: MOST + 1] if is_key(key)}


def _seen(text: str) -> dict[int, int]:
    """Ids and versions from a page that was sent back."""
    pairs = [pair.partition(":") for pair in text.split(",")[: MOST + 1]]
    return {int(key): int(version) for key, _colon, version in pairs if is_key(key) and is_key(version)}
