"""The addresses of version 1."""

from django.urls import path

from targets.api.v1 import (
    areas,
    assessments,
    indicators,
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
]
PARTS: list[type[RegisterView]] = [
    summaries.OrganisationSummaryView,
    summaries.AreaSummaryView,
    summaries.PlanSummaryView,
    assessments.AssessmentView,
]
"""What answers below the address of a row."""
PREVIEW = "assessments/preview"

urlpatterns = [
    path("", root.RootView.as_view(names=[*(each.shelf for each in SHELVES), PREVIEW]), name="api-root"),
    path("schema/", root.SchemaView.as_view(), name="api-schema"),
    path("docs/", root.DocsView.as_view(), name="api-docs"),
]
for each in SHELVES:
    urlpatterns += [
        path(f"{each.shelf}/", each.as_view({"get": "list"}), name=f"api-{each.shelf}"),
        path(f"{each.shelf}/<str:key>/", each.as_view({"get": "retrieve"}), name=f"api-{each.shelf}-one"),
    ]
for each in PARTS:
    address = f"{each.shelf}/<str:key>/{each.part}/"
    urlpatterns.append(path(address, each.as_view({"get": "retrieve"}), name=f"api-{each.shelf}-{each.part}"))
urlpatterns.append(path(f"{PREVIEW}/", preview.PreviewView.as_view(), name="api-preview"))
