"""The names and the menu of the admin, for the theme."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from targets import models

ICONS = {
    models.Plan: "description",
    models.Task: "account_tree",
    models.Update: "campaign",
    models.Responsibility: "assignment_ind",
    models.Target: "flag",
    models.TargetRevision: "history_edu",
    models.Milestone: "signpost",
    models.Observation: "monitoring",
    models.AssessmentPolicy: "gavel",
    models.Series: "timeline",
    models.Indicator: "straighten",
    models.Organisation: "corporate_fare",
    models.Area: "map",
    models.Source: "menu_book",
    models.Citation: "format_quote",
    models.User: "person",
    models.Membership: "badge",
    models.Token: "key",
    models.SavedFilter: "filter_alt",
    models.Batch: "checklist",
}


def title(request: HttpRequest) -> str:
    return _("Policy tracker")


def subtitle(request: HttpRequest) -> str:
    return _("Register of policy targets")


def stylesheet(request: HttpRequest) -> str:
    return static("targets/admin.css")


def script(request: HttpRequest) -> str:
    return static("targets/admin.js")


def keys(request: HttpRequest) -> str:
    return static("targets/keys.js")


def controls(request: HttpRequest) -> str:
    return static("targets/controls.js")


def sidebar(request: HttpRequest) -> list[dict[str, Any]]:
    """The menu; each entry is there for those who may look at the list behind it."""
    home = {"title": _("Home"), "icon": "home", "link": reverse("admin:index")}
    return [
        {"items": [home, *_items(request, models.SavedFilter, models.Batch)]},
        _group(request, _("Plans"), models.Plan, models.Task, models.Update, models.Responsibility),
        _group(
            request,
            _("Targets and values"),
            *(models.Target, models.TargetRevision, models.Milestone, models.Observation),
            *(models.Series, models.Indicator, models.AssessmentPolicy),
        ),
        _group(request, _("Directory"), models.Organisation, models.Area, models.Source, models.Citation),
        _group(request, _("Access"), models.User, models.Membership, models.Token),
    ]


def _group(request: HttpRequest, name: str, *nouns: Any) -> dict[str, Any]:
    return {"title": name, "separator": True, "items": _items(request, *nouns)}


def _items(request: HttpRequest, *nouns: Any) -> list[dict[str, Any]]:
    shown = [noun for noun in nouns if admin.site.get_model_admin(noun).has_module_permission(request)]
    return [_item(noun) for noun in shown]


def _item(noun: Any) -> dict[str, Any]:
    opts = noun._meta
    link = reverse(f"admin:{opts.app_label}_{opts.model_name}_changelist")
    return {"title": capfirst(str(opts.verbose_name_plural)), "icon": ICONS[noun], "link": link}
