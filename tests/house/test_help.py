"""Every field that an editor fills in says what to type and why."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.test import RequestFactory
from django.utils import translation

from tests import make

pytestmark = pytest.mark.django_db
ENOUGH = 12
"""Fewer characters cannot say what to type."""


def forms(request: Any) -> Iterator[tuple[str, Any]]:
    """The form of every noun as it is added, and those of the rows within its page."""
    for model, page in admin.site._registry.items():
        if model._meta.app_label == "targets" and page.has_add_permission(request):
            yield model.__name__, page.get_form(request, None, change=False)
            for inline in page.get_inline_instances(request, None):
                yield f"{model.__name__}/{inline.model.__name__}", inline.get_formset(request, None).form


def test_every_field_has_help() -> None:
    request = RequestFactory().get("/")
    request.user = make.make_administrator()
    with translation.override("en"):
        silent = [
            f"{name}.{field}"
            for name, form in forms(request)
            for field, each in form.base_fields.items()
            if not each.widget.is_hidden and field != "DELETE" and len(str(each.help_text)) < ENOUGH
        ]
    assert not silent, "\n".join(silent)
