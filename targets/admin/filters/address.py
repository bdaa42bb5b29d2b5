"""From the address of a list to what a filter keeps of it, and back."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR
from django.db.models import Model
from django.http import QueryDict
from django.urls import reverse
from django.utils.text import capfirst

from targets.admin.rows.chips import EXPORT_VAR, SAVED_VAR

NOT_KEPT = {PAGE_VAR, SAVED_VAR, EXPORT_VAR, "e", "all", "_popup", "_to_field", "_changelist_filters"}
"""Parameters that say which part of a list is looked at, or how one came there."""


def question(address: QueryDict) -> str:
    """What of an address narrows and orders the list, always written alike."""
    kept = QueryDict(mutable=True)
    for name in sorted(address):
        if name not in NOT_KEPT and (
            values := [value for value in address.getlist(name) if value and "\0" not in value]
        ):
            kept.setlist(name, values)
    return kept.urlencode()


def lists() -> dict[str, type[Model]]:
    """The lists of the admin by the noun that a filter keeps."""
    return {
        str(model._meta.model_name): model
        for model in admin.site._registry
        if model._meta.app_label == "targets" and model._meta.model_name != "savedfilter"
    }


def name_of(noun: str) -> str:
    """What the list is called; the noun itself where there is such a list no more."""
    model = lists().get(noun)
    return capfirst(str(model._meta.verbose_name_plural)) if model else noun


def list_of(saved: Any) -> str:
    """The address of the list as the filter narrows it."""
    address = reverse(f"admin:targets_{saved.noun}_changelist")
    return f"{address}?{saved.query}" if saved.query else address
