"""The pages of a sheet of values: shown, checked while one types, saved as a whole."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from targets.admin.grid import details, review
from targets.admin.grid.asked import address, view
from targets.admin.grid.gathering import Defaults, Gathered, gather, reading
from targets.admin.grid.saving import MoreForm, SaveForm, placed, told
from targets.admin.grid.shown import Typed, context
from targets.admin.grid.typed import TypedCell, read_cells
from targets.admin.grid.words import words
from targets.admin.keeping import actor
from targets.queries.days import now, today
from targets.queries.grid import Grid
from targets.services.recording import CellsRefused, record


class GridPages:
    """Adds the sheet to the pages of a noun; `sheet` finds the rows of one of its records."""

    sheet: Any
    opts: Any
    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        views = {
            "values": self.values_view,
            "values/check": self.values_check_view,
            "values/details": self.values_details_view,
            "values/review": self.values_review_view,
        }
        name = f"{self.opts.app_label}_{self.opts.model_name}"
        guard = self.admin_site.admin_view
        return [
            *(
                path(f"<path:object_id>/{word}/", guard(shown), name=f"{name}_{word.replace('/', '_')}")
                for word, shown in reversed(views.items())
            ),
            *super().get_urls(),  # type: ignore[misc]
        ]

    def values_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The sheet; what is posted is saved as a whole or not at all."""
        row = self._row(request, object_id)
        if request.method != "POST":
            return self._show(request, row, SaveForm(None, request.user, initial=self._reporter(request, row)), Typed())
        form = SaveForm(request.POST, request.user)
        cells, saved, faults = self._save(request, form)
        if saved:
            messages.success(request, saved)
        if request.headers.get("Accept") == "application/json":
            return _answer(form, saved, faults, request.user)
        if saved:
            return HttpResponseRedirect(request.get_full_path())
        return self._show(request, row, form, _typed(cells, faults), placed(faults, request.user))

    def values_check_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Reads cells and says of each what it means or what is wrong with it; writes nothing."""
        self._row(request, object_id)
        form = SaveForm(request.POST, request.user)
        defaults = form.defaults() if form.is_valid() else Defaults()
        try:
            found = gather(read_cells(request.POST), defaults, request.user)
        except ValidationError as error:
            return JsonResponse({"error": " ".join(error.messages)}, status=422)
        read = [{"cell": entry.key, "reading": reading(entry.value)} for entry in found.entries]
        return JsonResponse({"read": read, "faults": told(found.faults, request.user)})

    def values_details_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """All that is known of one cell."""
        row = self._row(request, object_id)
        shown = details.context(request.GET, request.user)
        if shown is None:
            raise Http404
        template = "targets/grid/details.html" if "bare" in request.GET else "targets/grid/details_page.html"
        return self.show(request, row, template, shown | {"back": self._address(row)})  # type: ignore[attr-defined]

    def values_review_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Verifies or returns provisional values, once it was shown how many they are."""
        row = self._row(request, object_id)
        back = self._address(row) + address(self._grid(request, row))
        if request.method != "POST":
            return HttpResponseRedirect(back)
        shown = review.Review(request.POST, request.user, self._grid(request, row).waiting)
        if done := shown.act(actor(request)):
            messages.success(request, done)
            return HttpResponseRedirect(back)
        extra = {"back": back, "review": shown, "title": shown.title}
        return self.show(request, row, "targets/grid/review.html", extra)  # type: ignore[attr-defined]

    def _row(self, request: HttpRequest, object_id: str) -> Any:
        row = self.get_object(request, object_id)  # type: ignore[attr-defined]
        if row is None:
            raise Http404
        return row

    def _address(self, row: Any) -> str:
        return reverse(f"admin:targets_{self.opts.model_name}_values", args=[row.pk])

    def _grid(self, request: HttpRequest, row: Any) -> Grid:
        found: Grid = self.sheet(row, request.user, view(request.GET), day=today(), known_at=now())
        return found

    def _reporter(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """Who most likely reported the values, where there is no doubt."""
        return {"reported_by": review.own_body(request.user, row)}

    def _save(self, request: HttpRequest, form: SaveForm) -> tuple[list[TypedCell], str, list[dict[str, Any]]]:
        """The cells as typed, what was done if all were saved, and else what is wrong with which."""
        cells: list[TypedCell] = []
        try:
            cells = read_cells(request.POST)
            found = gather(cells, form.defaults() if form.is_valid() else Defaults(), request.user)
            form.demand_reason(found.corrects)
            return cells, self._recorded(request, form, found), told(found.faults, request.user)
        except CellsRefused as refused:
            return cells, "", told(list(refused.faults), request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return cells, "", []

    def _recorded(self, request: HttpRequest, form: SaveForm, found: Gathered) -> str:
        if form.errors or found.faults:
            return ""
        if not found.entries:
            return _("Nothing was changed, so nothing was saved.")
        done = record(found.entries, by=actor(request), reason=form.cleaned_data["why"])
        said = ngettext("%d value was saved.", "%d values were saved.", done["submitted"]) % done["submitted"]
        waiting = done["submitted"] - done["verified"]
        if waiting:
            said += " " + ngettext("%d waits for review.", "%d wait for review.", waiting) % waiting
        return said

    def _show(self, request: HttpRequest, row: Any, form: SaveForm, typed: Typed, faults: Any = ()) -> HttpResponse:
        grid = self._grid(request, row)
        on_page = {
            f"v.{line.series.pk}.{cell.column.start}.{cell.column.end}" for line in grid.rows for cell in line.cells
        }
        lost = [(at, text) for at, text in typed.texts.items() if at not in on_page]
        shown = context(grid, typed) | {
            "title": _("Values"),
            "form": form,
            "more": MoreForm(request.user),
            "words": words(),
            "faults": faults,
            "elsewhere": lost,
            "subtitle": str(row),
            "media": self.media + form.media,  # type: ignore[attr-defined]
            "may_change": False,
        }
        return self.show(request, row, "targets/grid/page.html", shown)  # type: ignore[attr-defined]


def _typed(cells: list[TypedCell], faults: list[dict[str, Any]]) -> Typed:
    told_at = {fault["cell"].rpartition(".")[0]: fault["reason"] for fault in faults}
    return Typed({cell.place: cell.text for cell in cells}, told_at)


def _answer(form: SaveForm, saved: str, faults: list[dict[str, Any]], user: Any) -> JsonResponse:
    if saved:
        return JsonResponse({"saved": saved})
    errors = {name: list(texts) for name, texts in form.errors.items()}
    return JsonResponse({"faults": placed(faults, user), "errors": errors}, status=422)
