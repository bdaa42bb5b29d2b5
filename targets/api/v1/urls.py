"""The addresses of version 1."""

from django.urls import path

from targets.api.v1 import (
    areas,
    indicators,
    milestones,
    observations,
    organisations,
    plans,
    root,
    series,
    sources,
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
]

urlpatterns = [
    path("", root.RootView.as_view(shelves=[each.shelf for each in SHELVES]), name="api-root"),
    path("schema/", root.SchemaView.as_view(), name="api-schema"),
    path("docs/", root.DocsView.as_view(), name="api-docs"),
]
for each in SHELVES:
    urlpatterns += [
        path(f"{each.shelf}/", each.as_view({"get": "list"}), name=f"api-{each.shelf}"),
        path(f"{each.shelf}/<str:key>/", each.as_view({"get": "retrieve"}), name=f"api-{each.shelf}-one"),
    ]
