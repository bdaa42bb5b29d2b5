"""What a form asks while it is typed: answered from the same form that saving uses, and nothing is written."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.http import HttpRequest, JsonResponse, QueryDict
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from targets.admin.entry.proposing import Proposed, touched_in

Describe = Callable[[Any], dict[str, Any]]

#: Fields that stay when one target after another is typed from a page.
KEPT: Final = (
    *("plan", "task", "deadline", "deadline_precision", "deadline_source", "effective_date"),
    *("counted", "new_area", "new_organisation", "new_frequency", "place_source", "place_page"),
)
OF_THE_TEXT: Final = {"deadline", "deadline_precision", "deadline_source"}


def kept(data: QueryDict) -> list[str]:
    """What the next target begins with. A deadline that the text of this one named is its own."""
    own = set() if "deadline" in touched_in(data) else OF_THE_TEXT
    return [name for name in KEPT if data.get(name) and name not in own]


def refused(request: HttpRequest, may: bool) -> JsonResponse | None:
    """Why the question is not answered; None if it is."""
    if request.method != "POST":
        return JsonResponse({"error": _("Send the form with POST.")}, status=405)
    if not may:
        return JsonResponse({"error": _("You may look at this, but not change it.")}, status=403)
    return None


def answer(
    request: HttpRequest, form_class: Any, proposed: Proposed, describe: Describe, template: str
) -> JsonResponse:
    """What the wording proposes, what the page then shows beside the form, and what does not fit at its fields."""
    form = form_class(proposed.merged(request.POST))
    form.is_valid()
    shown = describe(form)
    aside = render_to_string(template, {"draft": shown}, request)
    return JsonResponse({"aside": aside, "problems": shown["problems"], **proposed.told(request, form)})


def base(form: Any, initial: dict[str, Any]) -> str:
    """What stands in each field before anything is typed or proposed, for the script."""
    return json.dumps({name: _written(form.fields[name], initial.get(name)) for name in form.fields})


def _written(field: Any, value: Any) -> Any:
    value = field.initial if value is None else value
    value = field.prepare_value(value() if callable(value) else value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [str(each) for each in value]
    return "" if value is None else str(value)
