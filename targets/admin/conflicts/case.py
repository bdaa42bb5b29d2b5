"""One form that came too late: what clashes is found, shown, chosen, and then saved like any other form."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from targets.admin.conflicts import answer
from targets.admin.conflicts.clash import Clash, Rival, all_from, chosen, clash, removed
from targets.admin.conflicts.sent import typed
from targets.admin.conflicts.versions import Deed, changes_since, removal_of, version_of
from targets.admin.fields import is_key
from targets.admin.forms import Refusal
from targets.rules.merging import Changed

DO = "conflict-do"
LATE = ("stale", "gone")
"""Codes of refusals that mean: someone else was quicker."""


class Case:
    """A form that was sent, at the page of a noun."""

    def __init__(self, page: Any, request: HttpRequest, key: str | None) -> None:
        self.page, self.request, self.key = page, request, key

    def answered(self) -> HttpResponse | None:
        """Takes up what was chosen on the page of a conflict; answers with that page where something is still open."""
        do = self.request.POST.get(DO)
        if do is None:
            return None
        found = self._found()
        choices = self.request.POST
        settled = [chosen(each, choices) for each in found]
        if do in ("mine", "theirs"):
            return self._show([all_from(each, do) for each in found])
        if newer := [each for each in found if not each.is_removed and choices.get(each.version_key) != _text(each)]:
            return self._show(settled, _changed_again(newer))
        if any(each.is_open for each in settled):
            return self._show(settled, _("Choose for each field that you both changed; they are marked."))
        self._type(answer.merged(choices, settled) if self.key else self._as_added(choices, settled))
        if do == "form":
            self._refuse(_("Nothing is saved yet. What you chose stands below: look through it, then save."))
        return None

    def is_late(self, refusal: Refusal) -> bool:
        return getattr(refusal.error, "code", "") in LATE

    def is_harmless(self) -> bool:
        """Whether nothing that the form shows was changed by others; then it is brought up to date."""
        found = self._found()
        theirs = (Changed.THEY, Changed.BOTH)
        if not found or any(each.is_whole or any(q.changed in theirs for q in each.questions) for each in found):
            return False
        self._type(answer.merged(self.request.POST, found))
        return True

    def shown(self) -> HttpResponse | None:
        """The page of the conflict; None where nothing clashes."""
        found = self._found()
        return self._show(found) if found else None

    def lost_rows(self, reply: Any) -> HttpResponse | None:
        """The page of the conflict where rows within the page are no longer there, which the form cannot tell."""
        formsets = (getattr(reply, "context_data", None) or {}).get("inline_admin_formsets") or ()
        if any(_is_lost(form) for each in formsets for form in each.formset.initial_forms):
            return self.shown()
        return None

    def gone(self) -> HttpResponse | None:
        """The page on which what was typed into a row that someone removed can be copied; None if there was none."""
        past = removal_of(self.page.model, self.key) if is_key(str(self.key)) else None
        if past is None or not self.page.has_change_permission(self.request):
            return None
        form, formsets = self._forms(None, is_change=False)
        noun = str(self.page.opts.verbose_name)
        rows = [each for formset in formsets for each in formset.forms if each.has_changed() or _is_lost(each)]
        found = [removed(form, noun, past[1]), *(removed(each, _noun(each), past[1]) for each in rows)]
        found = [each for each in found if each.questions]
        may_add = self.page.has_add_permission(self.request)
        return self._show(found, template="targets/removed.html", deed=past[1], may_add=may_add)

    def _found(self) -> list[Clash]:
        """Every row of the page that was changed or removed since it was read."""
        row = self.page.get_object(self.request, self.key) if self.key else None
        if self.key and row is None:
            return []
        form, formsets = self._forms(row, is_change=bool(self.key))
        rival = self.page.rival(self.request, form, row)
        found = [clash(form, rival, str(row or rival.stored))] if rival else []
        return found + [each for formset in formsets for each in _in_formset(formset)]

    def _forms(self, row: Any, *, is_change: bool) -> tuple[Any, list[Any]]:
        make = self.page.get_form(self.request, row, change=is_change)
        form = make(self.request.POST, self.request.FILES, instance=row or self.page.model())
        formsets, _inlines = self.page._create_formsets(self.request, form.instance, change=is_change)
        return form, formsets

    def _as_added(self, post: Any, settled: list[Clash]) -> Any:
        return answer.merged(post, settled) if settled else answer.as_new(post)

    def _type(self, data: Any) -> None:
        """From here on the request says this."""
        self.request.POST = data  # type: ignore[assignment]

    def _refuse(self, words: str) -> None:
        self.request.refusal = Refusal(ValidationError(words))  # type: ignore[attr-defined]

    def _show(
        self, found: list[Clash], notice: str = "", template: str = "targets/conflict.html", **more: Any
    ) -> TemplateResponse:
        row = self.page.get_object(self.request, self.key) if self.key else None
        context = {
            "title": _("Two versions") if row or not self.key else _("No longer there"),
            "subtitle": str(row) if row else "",
            "clashes": found,
            "notice": notice,
            "kept": answer.kept(self.request.POST),
            "is_conflict": True,
            **more,
        }
        reply: TemplateResponse = self.page.show(self.request, row, template, context)
        return reply


def rival_of(form: Any, row: Any) -> Rival | None:
    """Against what a form of an editable row stands, if someone else has changed the row since it was read."""
    if row is None or not hasattr(row, "version"):
        return None
    seen = form.data.get(form.add_prefix("seen_version"), "")
    number = int(seen) if is_key(seen) else None
    if number == row.version:
        return None
    return Rival(version_of(row, number), row, row.version, changes_since(row, number))


def _in_formset(formset: Any) -> list[Clash]:
    found = [_in_row(formset, form) for form in formset.initial_forms]
    return [each for each in found if each]


def _in_row(formset: Any, form: Any) -> Clash | None:
    is_to_go = formset.can_delete and bool(typed(form, "DELETE"))
    if form.instance.pk is None:
        if is_to_go or not _is_lost(form):
            return None
        past = removal_of(formset.model, _key(form))
        return removed(form, _noun(form), past[1] if past else Deed("—", None))
    rival = rival_of(form, form.instance)
    return clash(form, rival, f"{_noun(form)} {form.instance}", removal=is_to_go) if rival else None


def _is_lost(form: Any) -> bool:
    """Whether the form stands for a row that is no longer there."""
    return form.instance.pk is None and is_key(_key(form))


def _key(form: Any) -> str:
    return str(form.data.get(form.add_prefix(form.instance._meta.pk.name), ""))


def _noun(form: Any) -> str:
    return str(form.instance._meta.verbose_name)


def _text(found: Clash) -> str:
    return str(found.version)


def _changed_again(newer: list[Clash]) -> str:
    names = "、".join(dict.fromkeys(each.deed.by for each in newer))
    return _("%(who)s has changed it once more. Below stands the newest version; choose again.") % {"who": names}
