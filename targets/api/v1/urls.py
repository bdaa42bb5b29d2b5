"""The addresses of version 1."""

from typing import Any

from django.urls import path

from targets.api.v1 import (
    areas,
    assessments,
    indicators,
    me,
    milestones,
    observations,
    organisations,
    plans,
    policies,
    preview,
    root,
    series,
    sources,
    summaries,
    tasks,
    tokens,
    updates,
)
from targets.api.v1 import targets as targets_
from targets.api.v1.reading import RegisterView

SHELVES: list[type[RegisterView]] = [
    organisations.OrganisationView,
    areas.AreaView,
    plans.PlanView,
    tasks.TaskView,
    indicators.IndicatorView,
    series.SeriesView,
    targets_.TargetView,
    milestones.MilestoneView,
    observations.ObservationView,
    updates.UpdateView,
    sources.SourceView,
    sources.CitationView,
    policies.PolicyView,
    tokens.TokenView,
]
PARTS: list[type[RegisterView]] = [
    summaries.OrganisationSummaryView,
    summaries.AreaSummaryView,
    summaries.PlanSummaryView,
    assessments.AssessmentView,
]
"""What answers below the address of a row."""
PREVIEW = "assessments/preview"
OF_LIST = {"get": "list", "post": "create"}
OF_ROW = {"get": "retrieve", "delete": "destroy"}
"""Which method calls which verb, at the address of a shelf and at that of a row; a shelf has the verbs that it can."""

urlpatterns = [
    path("", root.RootView.as_view(names=[*(each.shelf for each in SHELVES), "me", PREVIEW]), name="api-root"),
    path("me/", me.MeView.as_view(), name="api-me"),
    path("schema/", root.SchemaView.as_view(), name="api-schema"),
    path("docs/", root.DocsView.as_view(), name="api-docs"),
]
for each in SHELVES:
    of_list: Any = {method: verb for method, verb in OF_LIST.items() if hasattr(each, verb)}
    of_row: Any = {method: verb for method, verb in OF_ROW.items() if hasattr(each, verb)}
    urlpatterns += [
        path(f"{each.shelf}/", each.as_view(of_list), name=f"api-{each.shelf}"),
        path(f"{each.shelf}/<str:key>/", each.as_view(of_row), name=f"api-{each.shelf}-one"),
    ]
for each in PARTS:
    address = f"{each.shelf}/<str:key>/{each.part}/"
    urlpatterns.append(path(address, each.as_view({"get": "retrieve"}), name=f"api-{each.shelf}-{each.part}"))
urlpatterns.append(path(f"{PREVIEW}/", preview.PreviewView.as_view(), name="api-preview"))
